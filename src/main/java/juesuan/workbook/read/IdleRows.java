package juesuan.workbook.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.model.Finding;
import juesuan.pack.ColumnSpec;
import juesuan.pack.ColumnSpec.Type;
import juesuan.workbook.sheet.Ranges;

/**
 * Rows of a table of subjects with a code, often carried from last year, in which nobody put an amount, not even a
 * 0: they are none of the table. What other tables have under such a code still finds nothing here to agree with.
 */
final class IdleRows {

    private final BlockRows block;
    /** The codes of the rows that hold amounts. */
    private final List<String> given;
    private final Map<Integer, String> rows = new LinkedHashMap<>();

    IdleRows(BlockRows block) {
        this.block = block;
        this.given = block.rows().stream().filter(this::holdsSomething).map(row -> block.label(row, Type.CODE)).filter(Codes::isWellFormed).toList();
    }

    /**
     * Whether the row is none of the table. A 类 or 款 without the amounts of what stands below it is a mistake, and
     * stays; so do all rows of a table that nobody has begun.
     */
    boolean leaves(int row, String code) {
        boolean computed = SubjectSums.areAdded(given);
        if (given.isEmpty() || holdsSomething(row) || !computed && given.stream().anyMatch(other -> other.length() > code.length() && other.startsWith(code))) {
            return false;
        }
        rows.put(row, code);
        return true;
    }

    /** @param known the codes that the table has after all: computed ones, and those that stand in another row as well */
    void report(List<String> known) {
        List<Integer> left = rows.keySet().stream().filter(row -> !known.contains(rows.get(row))).toList();
        if (!left.isEmpty()) {
            int at = block.column(Type.CODE).orElseThrow();
            List<Finding.Cell> cells = left.stream().map(row -> new Finding.Cell(block.tab().ref(row, at), rows.get(row), rows.get(row))).toList();
            block.report().add(block.tab().name(), cells, Problem.info(ReadRule.ROW_IDLE, "第 " + Ranges.rows(left)
                    + " 行有科目没有金额（" + Ranges.of(cells.stream().map(cell -> cell.at().address()).toList()) + "），不印出",
                    "若本年确有，请填金额（没有发生的填 0 也会印出）；没有就不用管。"));
        }
    }

    /** Sums are prepared in every row and say nothing by themselves; any other formula was put there by the clerk. */
    private boolean holdsSomething(int row) {
        return block.isUsed(row, Optional.empty()) || block.inputs().stream().filter(column -> column.sum().isEmpty())
            .anyMatch(column -> block.tab().isFormula(row, at(column)));
    }

    private int at(ColumnSpec column) {
        return block.columns().get(column.id());
    }
}
