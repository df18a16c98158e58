package juesuan.pack;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Says in Chinese why a tree does not fit its record, and where. */
final class Misfit {

    private static final Pattern MISSING = Pattern.compile("Missing required creator property '([^']+)'");

    private Misfit() {
    }

    static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            path.append('/').append(step.getFieldName() != null ? step.getFieldName() : step.getIndex());
        }
        return path.toString();
    }

    /** The path, and within it the part that the declaration itself refuses. */
    static String exactPath(JsonMappingException e) {
        return path(e) + (e.getCause() instanceof Specs.Wrong wrong ? wrong.path() : "");
    }

    static String sentence(JsonMappingException e) {
        if (e.getCause() instanceof IllegalArgumentException wrong && wrong.getMessage() != null) {
            return wrong.getMessage();
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return unknownSentence(unknown.getPropertyName(), unknown.getKnownPropertyIds().stream().map(String::valueOf).toList());
        }
        Matcher missing = MISSING.matcher(e.getOriginalMessage());
        if (missing.find()) {
            return "缺少“" + missing.group(1) + "”";
        }
        if (e instanceof InvalidFormatException invalid) {
            return "“" + invalid.getValue() + "”不对，应当是" + expected(invalid.getTargetType());
        }
        if (e instanceof MismatchedInputException mismatched) {
            return "这里应当是" + expected(mismatched.getTargetType());
        }
        return "内容不合要求";
    }

    /** The first name in a map that its record does not know. */
    static Optional<String> unknown(JsonNode map, List<String> known) {
        Iterable<String> names = map::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).filter(name -> !known.contains(name)).findFirst();
    }

    static String unknownSentence(String name, List<String> known) {
        return "不认识“" + name + "”" + Similar.hint(name, known)
            + "，可以写的有：" + known.stream().sorted().collect(Collectors.joining("、"));
    }

    private static String expected(Class<?> type) {
        if (type != null && type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(c -> Origin.written(c).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("、")) + " 之一";
        }
        if (type == int.class || type == Integer.class) {
            return "整数";
        }
        if (type == boolean.class || type == Boolean.class) {
            return " true 或 false";
        }
        if (type == String.class) {
            return "一句话；以花括号、方括号开头的句子要加引号";
        }
        if (type != null && Collection.class.isAssignableFrom(type)) {
            return "列表：每项一行，以“- ”开头，或者写在方括号里";
        }
        return type != null && (type.isRecord() || Map.class.isAssignableFrom(type)) ? "“名称: 内容”的几行" : "另一种内容";
    }
}
