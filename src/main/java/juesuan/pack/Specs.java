package juesuan.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What the declarations share: absent means empty, and a wrong value is refused with a sentence. */
final class Specs {

    private Specs() {
    }

    static <T> List<T> list(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    static <V> Map<String, V> map(Map<String, V> map) {
        return map == null ? Map.of() : java.util.Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    static String text(String text) {
        return text == null ? "" : text;
    }

    static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /** @param path what is wrong, below the declaration */
    static void require(boolean condition, String path, String sentence) {
        if (!condition) {
            throw new Wrong(path, sentence);
        }
    }

    /** A wrong part of a declaration. */
    static final class Wrong extends IllegalArgumentException {

        private final String path;

        Wrong(String path, String sentence) {
            super(sentence);
            this.path = path;
        }

        /** Below the declaration that refuses it, for example {@code /rows/3}. */
        String path() {
            return path;
        }
    }

    /** @param list where the items stand, below the declaration */
    static <T> void distinct(List<T> items, Function<T, String> name, String list, String sentence) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String id = name.apply(items.get(i));
            require(id.isEmpty() || seen.add(id), "/" + list + "/" + i, sentence + "“" + id + "”");
        }
    }

    static List<List<BlockSpec>> bands(List<BlockSpec> blocks) {
        List<List<BlockSpec>> bands = new ArrayList<>();
        for (BlockSpec block : blocks) {
            if (!block.beside() || bands.isEmpty()) {
                bands.add(new ArrayList<>());
            }
            bands.get(bands.size() - 1).add(block);
        }
        return bands;
    }
}
