package juesuan.workbook.read;

import java.util.Map;
import java.util.Optional;
import juesuan.workbook.intake.StoredCell;
import juesuan.workbook.intake.StoredWorkbook;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.SharedFormula;
import org.apache.poi.ss.formula.WorkbookEvaluator;
import org.apache.poi.ss.formula.eval.ValueEval;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.SpreadsheetVersion;

/** Computes the formulas of a stored workbook with POI's evaluator, without POI's model of workbooks. */
final class FormulaEngine {

    private final EvaluatedWorkbook workbook;
    private final WorkbookEvaluator evaluator;

    /** @param numbers cells that are taken for these numbers, whatever they hold */
    FormulaEngine(StoredWorkbook workbook, Map<StoredCell, Double> numbers) {
        this.workbook = new EvaluatedWorkbook(workbook, numbers, this);
        this.evaluator = new WorkbookEvaluator(this.workbook, null, null);
    }

    /** What the formula gives; nothing when POI cannot compute it. */
    Optional<ValueEval> value(StoredWorkbook.Sheet sheet, StoredCell cell) {
        try {
            return Optional.ofNullable(evaluator.evaluate(workbook.sheet(sheet).cell(cell)));
        } catch (RuntimeException | StackOverflowError e) {
            // Unknown functions, unparsable text: POI has an exception for each. Long chains it recurses into.
            return Optional.empty();
        }
    }

    /** The formula as it would stand in this very cell; as it is stored where POI cannot make that out. */
    String text(StoredWorkbook.Sheet sheet, StoredCell cell) {
        try {
            return text(workbook.sheet(sheet), cell);
        } catch (RuntimeException e) {
            return cell.formula().map(StoredCell.Formula::text).orElse("");
        }
    }

    String text(EvaluatedSheet sheet, StoredCell cell) {
        StoredCell.Formula formula = cell.formula().filter(f -> !f.text().isEmpty() || f.type().equals("shared"))
            .orElseGet(() -> sheet.array(cell).flatMap(range -> sheet.stored(range.getFirstRow(), range.getFirstColumn()).formula()).orElseThrow());
        if (formula.type().equals("dataTable")) {
            throw new IllegalStateException("a table of what-if analysis is no formula");
        }
        return formula.type().equals("shared") ? shared(sheet, cell, formula.group()) : formula.text();
    }

    private String shared(EvaluatedSheet sheet, StoredCell cell, int group) {
        StoredCell master = Optional.ofNullable(sheet.shared().get(group)).orElseThrow();
        CellRangeAddress range = CellRangeAddress.valueOf(master.formula().orElseThrow().range());
        // What of the range lies before the master is not its own.
        int row = Math.max(master.row(), range.getFirstRow());
        int column = Math.max(master.column(), range.getFirstColumn());
        Ptg[] tokens = FormulaParser.parse(master.formula().orElseThrow().text(), workbook, FormulaType.CELL, sheet.index(), cell.row());
        return FormulaRenderer.toFormulaString(workbook,
            new SharedFormula(SpreadsheetVersion.EXCEL2007).convertSharedFormulas(tokens, cell.row() - row, cell.column() - column));
    }

    Ptg[] tokens(EvaluatedSheet sheet, StoredCell cell) {
        return FormulaParser.parse(text(sheet, cell), workbook, FormulaType.CELL, sheet.index(), cell.row());
    }
}
