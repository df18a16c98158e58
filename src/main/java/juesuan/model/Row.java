package juesuan.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a block as submitted.
 *
 * @param key the key of a fixed row, a subject code, or an ordinal
 * @param label what stands in the row's label or name column, as the clerk wrote it
 * @param entries by column id, in declared order
 */
public record Row(String key, String label, Map<String, Entry> entries) {

    public Row {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    public Optional<Entry> entry(String column) {
        return Optional.ofNullable(entries.get(column));
    }
}
