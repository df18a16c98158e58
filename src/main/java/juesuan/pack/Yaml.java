package juesuan.pack;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import juesuan.model.UserError;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML file as a tree that still knows its lines. SnakeYAML composes it (anchors included),
 * Jackson binds it to records; whatever is wrong is refused as {@code file:line: what is wrong}.
 */
public final class Yaml {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
        .addModule(new Jdk8Module())
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();

    private final PackFiles.Source source;
    private final Map<String, Integer> lines = new HashMap<>();
    private final JsonNode tree;

    private Yaml(PackFiles.Source source) {
        this.source = source;
        this.tree = compose();
    }

    public static Yaml read(PackFiles.Source source) {
        return new Yaml(source);
    }

    JsonNode tree() {
        return tree;
    }

    /** @throws UserError {@code file:line: what is wrong} */
    public <T> T bind(Class<T> type) {
        return bind(tree, type);
    }

    /** Binds a tree that this file contributed to. */
    <T> T bind(JsonNode node, Class<T> type) {
        try {
            return MAPPER.treeToValue(node, type);
        } catch (JsonMappingException e) {
            throw wrong(lineOf(e), sentence(e));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw wrong(1, e.getOriginalMessage());
        }
    }

    /** An error about a piece of text of this file, found again to name its line. */
    UserError wrongAt(String text, String what) {
        String[] rows = source.text().split("\n", -1);
        for (int i = 0; i < rows.length; i++) {
            if (!text.isEmpty() && rows[i].contains(text)) {
                return wrong(i + 1, what);
            }
        }
        return wrong(1, what);
    }

    private UserError wrong(int line, String what) {
        return new UserError(source.name() + ":" + line + ": " + what);
    }

    private JsonNode compose() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Node root = new org.yaml.snakeyaml.Yaml(options).compose(new StringReader(source.text()));
            if (root == null) {
                throw wrong(1, "文件是空的");
            }
            return convert(root, "");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw wrong(line, "不是正确的 YAML：" + e.getProblem());
        }
    }

    private JsonNode convert(Node node, String path) {
        lines.put(path, node.getStartMark().getLine() + 1);
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (NodeTuple tuple : mapping.getValue()) {
                String key = ((ScalarNode) tuple.getKeyNode()).getValue();
                if (object.has(key)) {
                    throw wrong(tuple.getKeyNode().getStartMark().getLine() + 1, "“" + key + "”写了两次");
                }
                object.set(key, convert(tuple.getValueNode(), path + "/" + key));
                lines.put(path + "/" + key, tuple.getKeyNode().getStartMark().getLine() + 1);
            }
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (Node item : sequence.getValue()) {
                array.add(convert(item, path + "/" + array.size()));
            }
            return array;
        }
        String value = ((ScalarNode) node).getValue();
        if (Tag.NULL.equals(node.getTag())) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (Tag.BOOL.equals(node.getTag()) && value.matches("true|false")) {
            return JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(value));
        }
        if (Tag.INT.equals(node.getTag()) && value.matches("-?(0|[1-9]\\d{0,8})")) {
            return JsonNodeFactory.instance.numberNode(Integer.parseInt(value));
        }
        return JsonNodeFactory.instance.textNode(value);
    }

    /** The line of the innermost element that the mapper was reading. */
    private int lineOf(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        int line = lines.getOrDefault("", 1);
        for (JsonMappingException.Reference step : e.getPath()) {
            path.append('/').append(step.getFieldName() != null ? step.getFieldName() : step.getIndex());
            line = lines.getOrDefault(path.toString(), line);
        }
        return line;
    }

    private static String sentence(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "不认识“" + unknown.getPropertyName() + "”，可以写的有：" + unknown.getKnownPropertyIds();
        }
        if (e instanceof ValueInstantiationException && e.getCause() != null && e.getCause().getMessage() != null) {
            return e.getCause().getMessage();
        }
        if (e instanceof MismatchedInputException) {
            return "内容不合要求：" + e.getOriginalMessage();
        }
        return e.getOriginalMessage();
    }
}
