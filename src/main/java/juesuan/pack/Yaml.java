package juesuan.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import juesuan.model.UserError;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
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

    /** What SnakeYAML says, by a part of it, in the words of the people who edit packs. */
    private static final Map<String, String> PROBLEMS = new LinkedHashMap<>();

    static {
        PROBLEMS.put("mapping values are not allowed", "这里不该有冒号：句子里有“: ”时整句要加引号，或者缩进不对");
        PROBLEMS.put("cannot start any token", "开头的字符不对：缩进只能用空格，以 @ ` % 等开头的内容要加引号");
        PROBLEMS.put("could not find expected ':'", "这一行缺少冒号");
        PROBLEMS.put("expected <block end>", "缩进没有对齐，或者引号后面多了内容");
        PROBLEMS.put("expected ',' or", "括号没有写完：缺逗号或者右括号；以花括号、方括号开头的句子要加引号");
        PROBLEMS.put("unexpected end of stream", "引号或者括号没有配对");
        PROBLEMS.put("unknown escape", "双引号里的反斜杠用错了，可以改用单引号");
        PROBLEMS.put("undefined alias", "星号引用的锚点前面没有定义");
        PROBLEMS.put("single document", "一个文件里只能有一份内容，不能再写“---”");
    }

    private static final List<String> UNCLOSED = List.of("unexpected end of stream", "expected ',' or", "expected ':'");

    private final PackFiles.Source source;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final JsonNode tree;

    private Yaml(PackFiles.Source source) {
        this.source = source;
        this.tree = compose();
    }

    public static Yaml read(PackFiles.Source source) {
        return new Yaml(source);
    }

    /** @throws UserError {@code file:line: what is wrong} */
    public <T> T bind(Class<T> type) {
        return new Origin(List.of(this)).bind(tree, type);
    }

    JsonNode tree() {
        return tree;
    }

    boolean has(String path) {
        return lines.containsKey(path);
    }

    /** @param path a path of this file: keys and indexes, each after a slash */
    UserError wrong(String path, String what) {
        return wrong(lines.getOrDefault(path, 1), what);
    }

    private UserError wrong(int line, String what) {
        return new UserError(source.name() + ":" + line + ": " + what);
    }

    private JsonNode compose() {
        LoaderOptions options = new LoaderOptions();
        try {
            Node root = new org.yaml.snakeyaml.Yaml(options).compose(new StringReader(source.text()));
            if (root == null) {
                throw wrong(1, "文件是空的");
            }
            return convert(root, "");
        } catch (MarkedYAMLException e) {
            throw wrong(line(e), "不是正确的 YAML：" + problem(e.getProblem()));
        } catch (YAMLException e) {
            throw wrong(1, "不是正确的 YAML：文件里有不能用的字符，或者嵌套、引用太多");
        }
    }

    /** What was opened and not closed is wrong where it was opened. */
    private static int line(MarkedYAMLException e) {
        boolean open = e.getContextMark() != null && UNCLOSED.stream().anyMatch(String.valueOf(e.getProblem())::contains);
        Mark mark = open ? e.getContextMark() : e.getProblemMark();
        return mark == null ? 1 : mark.getLine() + 1;
    }

    private static String problem(String english) {
        return PROBLEMS.entrySet().stream().filter(p -> english != null && english.contains(p.getKey()))
            .map(Map.Entry::getValue).findFirst().orElse("格式有误，请检查缩进、冒号、引号和括号");
    }

    private JsonNode convert(Node node, String path) {
        lines.put(path, line(node));
        if (!(node instanceof ScalarNode) && !open.add(node)) {
            throw wrong(line(node), "星号引用绕回了自己");
        }
        JsonNode converted = node instanceof MappingNode mapping ? object(mapping, path)
            : node instanceof SequenceNode sequence ? array(sequence, path)
            : scalar((ScalarNode) node);
        open.remove(node);
        return converted;
    }

    private ObjectNode object(MappingNode mapping, String path) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = line(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
                throw wrong(line, "冒号前面应当是一个词；以花括号、方括号开头的句子要加引号");
            }
            String key = scalar.getValue();
            if (object.has(key)) {
                throw wrong(line, "“" + key + "”写了两次");
            }
            if (Tag.NULL.equals(tuple.getValueNode().getTag())) {
                throw wrong(line, "“" + key + "”后面没有内容；以花括号开头的句子要加引号");
            }
            object.set(key, convert(tuple.getValueNode(), path + "/" + key));
            lines.put(path + "/" + key, line);
        }
        return object;
    }

    private ArrayNode array(SequenceNode sequence, String path) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Node item : sequence.getValue()) {
            if (Tag.NULL.equals(item.getTag())) {
                throw wrong(line(item), "列表里有一项是空的");
            }
            array.add(convert(item, path + "/" + array.size()));
        }
        return array;
    }

    private static JsonNode scalar(ScalarNode node) {
        String value = node.getValue();
        if (Tag.BOOL.equals(node.getTag()) && value.matches("true|false")) {
            return JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(value));
        }
        if (Tag.INT.equals(node.getTag()) && value.matches("-?(0|[1-9]\\d{0,8})")) {
            return JsonNodeFactory.instance.numberNode(Integer.parseInt(value));
        }
        return JsonNodeFactory.instance.textNode(value);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
