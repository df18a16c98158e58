package juesuan.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import juesuan.model.Edition.Cell;
import juesuan.model.Edition.Row;

/** Which row of a block became which. */
final class Rows {

    /** Rows of one name, before rows that are alike. */
    private static final int SAME_NAME = Pairing.EQUAL - 1;

    private Rows() {
    }

    static List<Pairing.Pair<Row>> pairs(List<Row> was, List<Row> now) {
        if (areNumbered(was) && areNumbered(now)) {
            return Pairing.of(sorted(was), sorted(now), Rows::likeness);
        }
        return byKey(was, now, Row::key);
    }

    /** In the order of the new ones; what is gone comes last. */
    static <T> List<Pairing.Pair<T>> byKey(List<T> was, List<T> now, java.util.function.Function<T, String> key) {
        Map<String, T> old = new LinkedHashMap<>();
        was.forEach(row -> old.put(key.apply(row), row));
        List<Pairing.Pair<T>> pairs = new ArrayList<>();
        now.forEach(row -> pairs.add(new Pairing.Pair<>(Optional.ofNullable(old.remove(key.apply(row))), Optional.of(row))));
        old.values().forEach(row -> pairs.add(Pairing.Pair.gone(row)));
        return pairs;
    }

    /** Ordinals: a number says nothing about which row it is. */
    private static boolean areNumbered(List<Row> rows) {
        return rows.stream().allMatch(row -> row.key().matches("[1-9]\\d*") && row.code().isEmpty());
    }

    private static List<Row> sorted(List<Row> rows) {
        return rows.stream().sorted(Comparator.comparingInt(row -> Integer.parseInt(row.key()))).toList();
    }

    private static int likeness(Row was, Row now) {
        int alike = Likeness.of(all(was), all(now));
        return alike == Pairing.EQUAL ? alike : was.label().equals(now.label()) ? SAME_NAME : Math.min(alike, SAME_NAME - 1);
    }

    private static String all(Row row) {
        return row.label() + "\n" + row.cells().stream().map(Cell::text).collect(Collectors.joining("\n"));
    }
}
