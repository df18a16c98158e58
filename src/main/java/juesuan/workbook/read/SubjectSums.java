package juesuan.workbook.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import juesuan.model.CellRef;
import juesuan.model.Entry;
import juesuan.model.Row;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.SubjectLevel;
import juesuan.workbook.sheet.Ranges;

/**
 * Adds the 类 and 款 to a table in which the clerk listed only 项: each is the sum of its 项 and stands before the
 * first of them; its cells are theirs. A table that lists any 类 or 款 is taken as it is, and checked.
 */
final class SubjectSums {

    private SubjectSums() {
    }

    /** Whether they are all 项. */
    static boolean areAdded(List<String> codes) {
        return !codes.isEmpty() && codes.stream().allMatch(code -> code.length() == SubjectLevel.ITEM.digits());
    }

    /** @param name what a code is called, given the cell from which it is known */
    static List<Row> add(BlockSpec block, List<Row> rows, BiFunction<String, CellRef, String> name) {
        List<Row> subjects = rows.stream().filter(row -> Codes.isDigits(row.key())).toList();
        if (!areAdded(subjects.stream().map(Row::key).toList())) {
            return rows;
        }
        Set<String> added = new LinkedHashSet<>();
        List<Row> all = new ArrayList<>();
        for (Row row : rows) {
            for (SubjectLevel level : Codes.isDigits(row.key()) ? List.of(SubjectLevel.CLASS, SubjectLevel.CATEGORY) : List.<SubjectLevel>of()) {
                String code = level.of(row.key()).orElseThrow();
                if (added.add(code)) {
                    List<Row> items = subjects.stream().filter(item -> item.key().startsWith(code)).toList();
                    all.add(new Row(code, name.apply(code, row.entries().values().iterator().next().cell()), sums(block, items)));
                }
            }
            all.add(row);
        }
        return all;
    }

    private static Map<String, Entry> sums(BlockSpec block, List<Row> items) {
        Map<String, Entry> sums = new LinkedHashMap<>();
        for (ColumnSpec column : block.leaves()) {
            List<Entry> entries = items.stream().flatMap(item -> item.entry(column.id()).stream()).toList();
            if (column.type().isNumeric() && !entries.isEmpty()) {
                CellRef cells = Ranges.of(entries.stream().map(Entry::cell).toList());
                sums.put(column.id(), entries.stream().allMatch(Entry.Number.class::isInstance)
                    ? new Entry.Number(entries.stream().map(entry -> ((Entry.Number) entry).number()).reduce(BigDecimal.ZERO, BigDecimal::add), cells)
                    : new Entry.Unreadable(cells));
            }
        }
        return sums;
    }
}
