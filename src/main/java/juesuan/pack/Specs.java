package juesuan.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    static void distinct(List<String> names, String sentence) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            require(seen.add(name), sentence + name);
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
