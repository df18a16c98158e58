package juesuan.workbook.live;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.pack.Rule;
import juesuan.pack.Selection;
import juesuan.pack.Selection.Rows;

/** Whose turn it is in a rule, for one formula: one row known by its key, or all rows of a list at once. */
sealed interface RuleRow {

    /** The rule does not go by rows. */
    record None() implements RuleRow {
    }

    /** @param order where the audit takes the row, as a number below {@link #LAST} */
    record Row(String key, String order) implements RuleRow {
    }

    /**
     * @param mask an array that is not 0 for the rows whose turn comes
     * @param numbers an array of the rows' numbers
     * @param before how many rows of other tables come first
     */
    record Each(LiveArea area, String mask, String numbers, int before) implements RuleRow {

        String order() {
            return before == 0 ? numbers : "(" + numbers + "+" + before + ")";
        }
    }

    int LAST = 10_000;
    /** More rows than a list that is followed can have. */
    int MANY = 5_000;

    /** In the order in which the audit takes them; what is declared comes one by one, and only once. */
    static List<RuleRow> of(Rule.Test test, Optional<String> copy, LiveCells cells) {
        if (test.rows().isEmpty()) {
            return List.of(new None());
        }
        List<LiveArea> areas = areas(test, copy, cells);
        Set<String> keys = new LinkedHashSet<>();
        List<RuleRow> each = new ArrayList<>();
        String listed = areas.stream().flatMap(area -> area.subjects().stream()).distinct()
            .map(subject -> '"' + subject + '"').collect(Collectors.joining(","));
        for (LiveArea area : areas) {
            for (Rows rows : test.rows()) {
                keys(area, rows).forEach(keys::add);
                each(area, rows, listed, area.equals(areas.get(0)) ? 0 : MANY, cells).ifPresent(each::add);
            }
        }
        List<RuleRow> turns = new ArrayList<>();
        keys.forEach(key -> turns.add(new Row(key, order(key, turns.size(), areas.get(0), cells))));
        turns.addAll(each);
        return turns;
    }

    /** Subjects come as the first table lists them, then those that only others have. */
    private static String order(String key, int index, LiveArea first, LiveCells cells) {
        return first.isCoded() && !first.keys().contains(key)
            ? "IFERROR(MATCH(\"" + key + "\"," + cells.list(first).keys() + ",0)," + (MANY + index) + ")" : Integer.toString(index);
    }

    private static List<LiveArea> areas(Rule.Test test, Optional<String> copy, LiveCells cells) {
        return test.cells().values().stream().filter(selection -> selection.rows().kind() == Selection.Kind.TURN)
            .map(selection -> area(selection, copy, cells)).distinct().toList();
    }

    static LiveArea area(Selection selection, Optional<String> copy, LiveCells cells) {
        List<String> tabs = cells.tabs(selection.sheet().id());
        return cells.area(copy.filter(tabs::contains).orElse(tabs.get(0)), selection.sheet(), selection.block());
    }

    private static Stream<String> keys(LiveArea area, Rows rows) {
        return switch (rows.kind()) {
            case KEYS -> rows.keys().stream();
            case LEVEL -> area.subjects().stream().filter(subject -> subject.length() == rows.digits());
            default -> area.isList() ? Stream.empty() : area.keys().stream();
        };
    }

    /** Subjects that a table names in words have had their turn already. */
    private static Optional<RuleRow> each(LiveArea area, Rows rows, String listed, int before, LiveCells cells) {
        if (rows.kind() == Selection.Kind.KEYS || !area.isCoded() && !area.isList()) {
            return Optional.empty();
        }
        LiveCells.Rows list = cells.list(area);
        String mask = rows.kind() == Selection.Kind.LEVEL ? "(LEN(" + list.keys() + ")=" + rows.digits() + ")" : list.any();
        return Optional.of(new Each(area, listed.isEmpty() ? mask
            : mask + "*ISNA(MATCH(" + list.keys() + ",{" + listed + "},0))", list.order(), before));
    }
}
