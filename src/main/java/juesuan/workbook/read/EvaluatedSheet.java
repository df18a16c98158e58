package juesuan.workbook.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.workbook.intake.StoredCell;
import juesuan.workbook.intake.StoredWorkbook;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.EvaluationSheet;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;

/** A stored sheet as POI's evaluator asks for it. */
final class EvaluatedSheet implements EvaluationSheet {

    private final StoredWorkbook.Sheet sheet;
    private final int index;
    private final Map<StoredCell, Double> numbers;
    private final List<CellRangeAddress> arrays = new ArrayList<>();
    private final Map<Integer, StoredCell> shared = new HashMap<>();

    /** @param numbers cells that are taken for these numbers */
    EvaluatedSheet(StoredWorkbook.Sheet sheet, int index, Map<StoredCell, Double> numbers) {
        this.sheet = sheet;
        this.index = index;
        this.numbers = numbers;
        for (StoredCell[] row : sheet.rows()) {
            for (StoredCell cell : row) {
                if (cell != null) {
                    cell.formula().filter(formula -> !formula.range().isEmpty()).ifPresent(formula -> note(cell, formula));
                }
            }
        }
    }

    private void note(StoredCell cell, StoredCell.Formula formula) {
        if (formula.type().equals("array")) {
            arrays.add(CellRangeAddress.valueOf(formula.range()));
        } else if (formula.type().equals("shared")) {
            shared.put(formula.group(), cell);
        }
    }

    int index() {
        return index;
    }

    /** The cells with whose formulas the groups of shared ones begin. */
    Map<Integer, StoredCell> shared() {
        return shared;
    }

    /** The range of the array formula that the cell is part of. */
    Optional<CellRangeAddress> array(StoredCell cell) {
        return arrays.stream().filter(range -> range.isInRange(cell.row(), cell.column())).findFirst();
    }

    StoredCell stored(int row, int column) {
        return sheet.cell(row, column);
    }

    EvaluationCell cell(StoredCell cell) {
        return new Cell(cell);
    }

    @Override
    public EvaluationCell getCell(int row, int column) {
        StoredCell cell = stored(row, column);
        return cell == null ? null : new Cell(cell);
    }

    @Override
    public void clearAllCachedResultValues() {
        // Nothing here changes.
    }

    @Override
    public int getLastRowNum() {
        return sheet.rows().size() - 1;
    }

    @Override
    public boolean isRowHidden(int row) {
        return sheet.hiddenRows().get(row);
    }

    /** Fails as POI's own cells do when asked for what they do not hold. */
    private final class Cell implements EvaluationCell {

        private final StoredCell cell;

        Cell(StoredCell cell) {
            this.cell = cell;
        }

        @Override
        public Object getIdentityKey() {
            return cell;
        }

        @Override
        public EvaluationSheet getSheet() {
            return EvaluatedSheet.this;
        }

        @Override
        public int getRowIndex() {
            return cell.row();
        }

        @Override
        public int getColumnIndex() {
            return cell.column();
        }

        @Override
        public CellType getCellType() {
            boolean formula = cell.formula().filter(f -> !f.type().equals("dataTable")).isPresent() || isPartOfArrayFormulaGroup();
            return numbers.containsKey(cell) ? CellType.NUMERIC : formula ? CellType.FORMULA
                : cell.value().isEmpty() && cell.type() == StoredCell.Type.NUMBER ? CellType.BLANK : getCachedFormulaResultType();
        }

        @Override
        public CellType getCachedFormulaResultType() {
            return switch (cell.type()) {
                case NUMBER -> CellType.NUMERIC;
                case TEXT -> CellType.STRING;
                case LOGICAL -> CellType.BOOLEAN;
                case ERROR -> CellType.ERROR;
            };
        }

        @Override
        public double getNumericCellValue() {
            return numbers.containsKey(cell) ? numbers.get(cell) : cell.value().filter(raw -> !raw.isEmpty()).map(Double::parseDouble).orElse(0.0);
        }

        @Override
        public String getStringCellValue() {
            return cell.value().orElse("");
        }

        @Override
        public boolean getBooleanCellValue() {
            return cell.value().filter(value -> value.equals("1") || value.equalsIgnoreCase("true")).isPresent();
        }

        @Override
        public int getErrorCellValue() {
            return FormulaError.forString(cell.value().orElseThrow()).getCode();
        }

        @Override
        public CellRangeAddress getArrayFormulaRange() {
            return array(cell).orElseThrow();
        }

        @Override
        public boolean isPartOfArrayFormulaGroup() {
            return !arrays.isEmpty() && array(cell).isPresent();
        }
    }
}
