package juesuan.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import juesuan.model.Block;
import juesuan.model.CellRef;
import juesuan.model.Row;
import juesuan.model.Sheet;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.RowSpec;
import juesuan.pack.SheetSpec;

/**
 * The sums that the forms declare: rows, columns, and 合计, 类, 款, 项 of subjects. From them, not from the
 * rules under test, comes how far a figure can be off before rounding no longer explains it.
 */
final class DeclaredSums {

    private record Sum(CellRef total, List<CellRef> parts) {
    }

    private static final Pattern ELSEWHERE = Pattern.compile("(.+)\\[(.+)]");
    private static final BigDecimal HALF_DIGIT = new BigDecimal("0.005");

    private final SheetSpec spec;
    private final Sheet sheet;
    private final Map<CellRef, Amount> amounts;
    private final Map<CellRef, List<Sum>> sums = new HashMap<>();

    DeclaredSums(SheetSpec spec, Sheet sheet, Map<CellRef, Amount> amounts) {
        this.spec = spec;
        this.sheet = sheet;
        this.amounts = amounts;
        for (BlockSpec block : spec.blocks()) {
            sheet.block(block.id()).map(Block::rows).orElse(List.of()).forEach(row -> sums(block, row));
        }
    }

    private void sums(BlockSpec block, Row row) {
        List<String> columns = block.leaves().stream().map(ColumnSpec::id).toList();
        List<Row> below = block.codes().isPresent() ? subjects(block, row) : block.row(row.key())
            .map(RowSpec::sum).orElse(List.of()).stream().flatMap(item -> rows(block, item).stream()).toList();
        for (ColumnSpec column : block.leaves()) {
            List<Row> across = column.sum().isEmpty() ? List.of() : List.of(row);
            add(row, column.id(), below, List.of(column.id()));
            add(row, column.id(), across, column.sum().stream().flatMap(item -> range(columns, item).stream()).toList());
        }
    }

    private void add(Row total, String column, List<Row> rows, List<String> columns) {
        if (rows.isEmpty() || total.entry(column).isEmpty()) {
            return;
        }
        List<CellRef> parts = rows.stream().flatMap(row -> columns.stream().flatMap(c -> row.entry(c).stream()))
            .map(entry -> entry.cell()).toList();
        Sum sum = new Sum(total.entry(column).get().cell(), parts);
        sums.computeIfAbsent(sum.total(), cell -> new ArrayList<>()).add(sum);
        parts.forEach(part -> sums.computeIfAbsent(part, cell -> new ArrayList<>()).add(sum));
    }

    private List<Row> subjects(BlockSpec block, Row row) {
        boolean total = row.key().equals(block.codes().orElseThrow().total());
        return sheet.block(block.id()).orElseThrow().rows().stream().filter(other -> total ? other.key().matches("\\d{3}")
            : other.key().length() == row.key().length() + 2 && other.key().startsWith(row.key())).toList();
    }

    private List<Row> rows(BlockSpec block, String item) {
        Matcher elsewhere = ELSEWHERE.matcher(item);
        BlockSpec of = elsewhere.matches() ? spec.block(elsewhere.group(1)).orElseThrow() : block;
        return range(of.rowKeys(), elsewhere.matches() ? elsewhere.group(2) : item).stream()
            .flatMap(key -> sheet.block(of.id()).flatMap(b -> b.row(key)).stream()).toList();
    }

    private static List<String> range(List<String> known, String item) {
        int dots = item.indexOf("..");
        return dots < 0 ? List.of(item)
            : known.subList(known.indexOf(item.substring(0, dots)), known.indexOf(item.substring(dots + 2)) + 1);
    }

    /**
     * The fewest digits by which a figure must change until one of its sums can no longer be explained by
     * rounding: half a digit for each figure that is not zero.
     */
    BigDecimal beyondRounding(Amount amount, int sign) {
        BigDecimal step = amount.digit().multiply(BigDecimal.valueOf(sign));
        BigDecimal change = step;
        List<Sum> of = sums.getOrDefault(amount.cell(), List.of());
        while (!of.isEmpty() && explained(of, amount.cell(), change)) {
            change = change.add(step);
        }
        return change;
    }

    private boolean explained(List<Sum> of, CellRef cell, BigDecimal change) {
        return of.stream().allMatch(sum -> {
            BigDecimal difference = number(sum.total(), cell, change);
            int figures = difference.signum() == 0 ? 0 : 1;
            for (CellRef part : sum.parts()) {
                BigDecimal number = number(part, cell, change);
                difference = difference.subtract(number);
                figures += number.signum() == 0 ? 0 : 1;
            }
            BigDecimal slack = amounts.get(sum.total()).rounded() ? HALF_DIGIT.multiply(BigDecimal.valueOf(figures)) : BigDecimal.ZERO;
            return difference.abs().compareTo(slack) <= 0;
        });
    }

    private BigDecimal number(CellRef cell, CellRef changed, BigDecimal change) {
        BigDecimal number = amounts.get(cell).number();
        return cell.equals(changed) ? number.add(change) : number;
    }
}
