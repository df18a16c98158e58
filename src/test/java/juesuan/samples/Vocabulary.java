package juesuan.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The words of generated departments: {@code src/test/resources/departments}. */
final class Vocabulary {

    private static final Map<String, Object> WORDS = yaml("words.yaml");
    private static final Map<String, Object> REASONS = yaml("reasons.yaml");

    private Vocabulary() {
    }

    static List<String> list(String key) {
        return cast(WORDS.get(key));
    }

    static List<Map<String, Object>> entries(String key) {
        return cast(WORDS.get(key));
    }

    static Map<String, Map<String, List<List<String>>>> indicators() {
        return cast(WORDS.get("指标"));
    }

    /** @param way 增, 减, 新 (nothing before), 止 (nothing any more), 平 */
    static List<String> reasons(String item, String way) {
        Map<String, List<String>> ways = cast(REASONS.get(item));
        return ways.get(way);
    }

    static List<String> reasons(String item, String way, String part) {
        Map<String, Map<String, List<String>>> ways = cast(REASONS.get(item));
        return ways.get(way).get(part);
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }

    private static Map<String, Object> yaml(String file) {
        try (InputStream in = Vocabulary.class.getResourceAsStream("/departments/" + file)) {
            return new org.yaml.snakeyaml.Yaml().load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
