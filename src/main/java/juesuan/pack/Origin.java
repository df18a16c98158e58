package juesuan.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import java.util.Optional;
import juesuan.model.UserError;

/**
 * Where a declaration was written: its file, and behind it the files it extends.
 *
 * @param files the declaration's own file first
 */
record Origin(List<Yaml> files) {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
        .addModule(new Jdk8Module())
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();

    Origin {
        files = List.copyOf(files);
    }

    /** @throws UserError {@code file:line: what is wrong} */
    <T> T bind(JsonNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (ValueInstantiationException e) {
            // A misspelt name leaves the right one missing; the spelling is what helps.
            String path = Misfit.path(e);
            List<String> known = known(e.getType());
            Optional<String> unknown = Misfit.unknown(tree.at(path), known);
            throw unknown.map(name -> wrong(path + "/" + name, Misfit.unknownSentence(name, known)))
                .orElseGet(() -> wrong(Misfit.exactPath(e), Misfit.sentence(e)));
        } catch (JsonMappingException e) {
            throw wrong(Misfit.path(e), Misfit.sentence(e));
        } catch (JsonProcessingException e) {
            throw wrong("", "内容不合要求");
        }
    }

    private static List<String> known(JavaType type) {
        return MAPPER.getDeserializationConfig().introspect(type).findProperties().stream()
            .map(BeanPropertyDefinition::getName).toList();
    }

    /** An error at a path, or at the innermost part of it that was written, in the file that wrote it. */
    UserError wrong(String path, String what) {
        List<Yaml> writers = files;
        String known = "";
        for (String step : path.isEmpty() ? new String[0] : path.substring(1).split("/")) {
            String next = known + "/" + step;
            List<Yaml> having = writers.stream().filter(file -> file.has(next)).toList();
            if (having.isEmpty()) {
                break;
            }
            known = next;
            // Maps are merged; a list or a sentence comes from one file alone.
            writers = having.get(0).tree().at(next).isObject() ? having : having.subList(0, 1);
        }
        return writers.get(0).wrong(known, what);
    }

    /** An enum's constant as a pack writes it: its label where it has one. */
    static String written(Object constant) {
        return MAPPER.convertValue(constant, String.class);
    }
}
