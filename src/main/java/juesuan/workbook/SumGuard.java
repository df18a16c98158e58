package juesuan.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import juesuan.model.CellRef;
import juesuan.model.Entry;
import juesuan.model.Row;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.RowSpec;

/**
 * An empty cell may mean zero, but an empty total over parts that are not zero means that somebody
 * forgot it: the form leaves zeros empty, not sums.
 */
final class SumGuard {

    private final BlockSpec block;
    private final List<Row> rows;
    private final EntryReader entries;
    private final Report report;

    SumGuard(BlockSpec block, List<Row> rows, EntryReader entries, Report report) {
        this.block = block;
        this.rows = rows;
        this.entries = entries;
        this.report = report;
    }

    void check() {
        List<String> columnIds = block.leaves().stream().map(ColumnSpec::id).toList();
        List<String> rowKeys = block.rows().stream().filter(row -> !row.isGap()).map(RowSpec::key).toList();
        for (Row row : rows) {
            List<Row> parts = parts(row, rowKeys);
            row.entries().forEach((id, entry) -> {
                ColumnSpec column = block.column(id).orElseThrow();
                boolean sum = parts.stream().anyMatch(part -> isSomething(part.entry(id)))
                    || expand(column.sum(), columnIds).stream().anyMatch(addend -> isSomething(row.entry(addend)));
                if (sum && entries.isBlankAsZero(entry.cell())) {
                    missing(entry.cell(), row.label() + "·" + column.title());
                }
            });
        }
    }

    private void missing(CellRef cell, String label) {
        report.add(cell, label, "", Problem.error(ReadRule.BLANK, "没有填写，可是它的分项有数", "请填写合计。"));
    }

    /** The rows that add up to this one. */
    private List<Row> parts(Row row, List<String> keys) {
        if (block.codes().isPresent()) {
            return row.key().equals(block.codes().get().total())
                ? rows.stream().filter(other -> other != row).toList() : List.of();
        }
        List<String> addends = block.row(row.key()).map(spec -> expand(spec.sum(), keys)).orElse(List.of());
        return rows.stream().filter(other -> addends.contains(other.key())).toList();
    }

    private static List<String> expand(List<String> sum, List<String> known) {
        List<String> names = new ArrayList<>();
        for (String item : sum) {
            int dots = item.indexOf("..");
            int from = known.indexOf(dots < 0 ? item : item.substring(0, dots));
            int to = dots < 0 ? from : known.indexOf(item.substring(dots + 2));
            if (from >= 0 && to >= from) {
                names.addAll(known.subList(from, to + 1));
            }
        }
        return names;
    }

    private static boolean isSomething(Optional<Entry> entry) {
        return entry.filter(e -> e instanceof Entry.Number number && number.number().compareTo(BigDecimal.ZERO) != 0)
            .isPresent();
    }
}
