package juesuan.pack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Subject codes and their official names, in the order of the list.
 *
 * @param file the list's name below {@code codes/} or {@code codes/<年度>/}
 * @param year whose list it is: not always the year it is used for
 */
public record CodeList(Map<String, String> names, String file, int year) {

    public CodeList {
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }

    public Optional<String> name(String code) {
        return Optional.ofNullable(names.get(code));
    }

    /** Whether the list would have a code of this kind: 2 begins the codes of functions, 3 those of economic kinds. */
    public boolean isFor(String code) {
        return names.keySet().stream().anyMatch(listed -> listed.charAt(0) == code.charAt(0));
    }
}
