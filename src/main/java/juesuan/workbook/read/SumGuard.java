package juesuan.workbook.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.model.CellRef;
import juesuan.model.Entry;
import juesuan.model.MoneyUnit;
import juesuan.model.Row;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.RowSpec;

/**
 * An empty cell may mean zero, but an empty total over parts that are not zero means that somebody
 * forgot it: the form leaves zeros empty, not sums.
 */
final class SumGuard {

    /** Subject codes of the highest level, 类: the total is their sum. */
    private static final String CLASS = "\\d{3}";
    private static final int MOST_NAMED = 5;
    /** Half of the last printed digit, for each addend and for the total, where figures were rounded to 万元. */
    private static final BigDecimal HALF_CENT_OF_WAN = new BigDecimal("50");

    private final BlockSpec block;
    private final List<Row> rows;
    private final EntryReader entries;
    private final Report report;
    private final BigDecimal tolerance;

    SumGuard(BlockSpec block, List<Row> rows, MoneyUnit unit, EntryReader entries, Report report) {
        this.block = block;
        this.rows = rows;
        this.entries = entries;
        this.report = report;
        this.tolerance = unit == MoneyUnit.WAN ? HALF_CENT_OF_WAN : BigDecimal.ZERO;
    }

    void check() {
        List<String> columnIds = block.leaves().stream().map(ColumnSpec::id).toList();
        List<String> rowKeys = block.rows().stream().filter(row -> !row.isGap()).map(RowSpec::key).toList();
        for (Row row : rows) {
            List<Row> parts = parts(row, rowKeys);
            row.entries().forEach((id, entry) -> {
                ColumnSpec column = block.column(id).orElseThrow();
                List<Entry> addends = Stream.concat(
                    parts.stream().flatMap(part -> part.entry(id).stream()),
                    expand(column.sum(), columnIds).stream().flatMap(addend -> row.entry(addend).stream())).toList();
                gap(row.label() + "·" + column.title(), entry, addends);
                boolean sum = parts.stream().anyMatch(part -> isSomething(part.entry(id)))
                    || expand(column.sum(), columnIds).stream().anyMatch(addend -> isSomething(row.entry(addend)));
                if (sum && entries.isBlankAsZero(entry.cell())) {
                    missing(entry.cell(), row.label() + "·" + column.title());
                }
            });
        }
    }

    /**
     * A typed total that its parts do not reach, while some of them are empty: one of those was
     * forgotten. Whether full parts add up is for the audit.
     */
    private void gap(String label, Entry total, List<Entry> addends) {
        if (addends.stream().anyMatch(Entry.Unreadable.class::isInstance)) {
            return;
        }
        List<CellRef> empty = addends.stream().map(Entry::cell).filter(entries::isBlankAsZero).toList();
        if (empty.isEmpty() || !(total instanceof Entry.Number typed) || entries.isBlankAsZero(total.cell())) {
            return;
        }
        List<BigDecimal> numbers = addends.stream().filter(Entry.Number.class::isInstance)
            .map(addend -> ((Entry.Number) addend).number()).toList();
        BigDecimal difference = typed.number().subtract(numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).abs();
        long given = numbers.stream().filter(number -> number.signum() != 0).count();
        if (difference.compareTo(tolerance.multiply(BigDecimal.valueOf(given + 1))) > 0) {
            report.add(total.cell(), label, typed.number().toPlainString(), Problem.error(ReadRule.BLANK,
                "与它的分项之和不等，而分项里空着 " + empty.size() + " 格（" + some(empty) + "），空着的按 0 算",
                "请补上漏填的格，或者更正这个合计。"));
        }
    }

    private static String some(List<CellRef> cells) {
        String names = cells.stream().limit(MOST_NAMED).map(CellRef::address).collect(Collectors.joining("、"));
        return cells.size() > MOST_NAMED ? names + " 等" : names;
    }

    private void missing(CellRef cell, String label) {
        report.add(cell, label, "", Problem.error(ReadRule.BLANK, "没有填写，可是它的分项有数", "请填写合计。"));
    }

    /** The rows that add up to this one. */
    private List<Row> parts(Row row, List<String> keys) {
        if (block.codes().isPresent()) {
            return row.key().equals(block.codes().get().total())
                ? rows.stream().filter(other -> other.key().matches(CLASS)).toList() : List.of();
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
