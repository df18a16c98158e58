package juesuan.model;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the lists of subjects when a table was imported.
 *
 * @param remarks Chinese sentences on what of the table was not used
 */
public record CodeChanges(List<Changed> lists, List<String> remarks) {

    /**
     * One list, by code.
     *
     * @param before the year of the list it was compared with
     * @param renamed the name it had and the one it has
     */
    public record Changed(String list, Path file, int before, int size, Map<String, String> added, Map<String, Renamed> renamed,
                          Map<String, String> dropped) {
    }

    public record Renamed(String was, String now) {
    }

    public CodeChanges {
        lists = List.copyOf(lists);
        remarks = List.copyOf(remarks);
    }

    public static Changed between(String list, Path file, int before, Map<String, String> was, Map<String, String> now) {
        Map<String, String> added = new LinkedHashMap<>(now);
        added.keySet().removeAll(was.keySet());
        Map<String, String> dropped = new LinkedHashMap<>(was);
        dropped.keySet().removeAll(now.keySet());
        Map<String, Renamed> renamed = new LinkedHashMap<>();
        was.forEach((code, name) -> {
            if (now.containsKey(code) && !now.get(code).equals(name)) {
                renamed.put(code, new Renamed(name, now.get(code)));
            }
        });
        return new Changed(list, file, before, now.size(), added, renamed, dropped);
    }
}
