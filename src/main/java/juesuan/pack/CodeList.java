package juesuan.pack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Subject codes and their official names, in the order of the list. */
public record CodeList(Map<String, String> names) {

    public CodeList {
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }

    public Optional<String> name(String code) {
        return Optional.ofNullable(names.get(code));
    }
}
