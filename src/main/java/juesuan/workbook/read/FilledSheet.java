package juesuan.workbook.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import juesuan.model.CellRef;
import juesuan.workbook.intake.StoredCell;
import juesuan.workbook.intake.StoredWorkbook;
import juesuan.workbook.sheet.Labels;
import juesuan.workbook.sheet.OwnSheets;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/**
 * One sheet of the clerk's workbook as a grid of contents. Rows and columns count from 0; what lies
 * beyond the last filled cell is empty, so whole-column formats cost nothing.
 */
final class FilledSheet {

    private final StoredWorkbook.Sheet sheet;
    private final CellSource source;
    private final Content[][] contents;
    private final String[][] labels;
    private final List<List<CellRangeAddress>> merges = new ArrayList<>();
    private final int columns;

    FilledSheet(StoredWorkbook.Sheet sheet, CellSource source) {
        this.sheet = sheet;
        this.source = source;
        this.columns = sheet.rows().stream().mapToInt(row -> row.length).max().orElse(0);
        this.contents = new Content[rows()][];
        this.labels = new String[rows()][];
        for (int i = 0; i < rows(); i++) {
            merges.add(List.of());
        }
        for (String range : sheet.merges()) {
            CellRangeAddress merge = CellRangeAddress.valueOf(range);
            for (int row = merge.getFirstRow(); row <= Math.min(merge.getLastRow(), rows() - 1); row++) {
                if (merges.get(row).isEmpty()) {
                    merges.set(row, new ArrayList<>());
                }
                merges.get(row).add(merge);
            }
        }
    }

    String name() {
        return sheet.name();
    }

    /** Whether an annotation has added it. */
    boolean isOurResult() {
        return name().startsWith(OwnSheets.RESULTS) && rows() > 1 && label(1, 0).startsWith(Labels.normal(OwnSheets.RESULTS_MARK));
    }

    boolean isHidden() {
        return sheet.hidden();
    }

    int rows() {
        return sheet.rows().size();
    }

    int columns() {
        return columns;
    }

    CellRef ref(int row, int column) {
        return new CellRef(name(), CellReference.convertNumToColString(column) + (row + 1));
    }

    /** What is stored, a formula's stored result included. Cells under a merge hold nothing. */
    Content stored(int row, int column) {
        StoredCell cell = sheet.cell(row, column);
        if (cell == null) {
            return Content.EMPTY;
        }
        if (contents[row] == null) {
            contents[row] = new Content[width(row)];
        }
        if (contents[row][column] == null) {
            contents[row][column] = isCovered(row, column) ? Content.EMPTY : CellContents.of(cell);
        }
        return contents[row][column];
    }

    boolean isFormula(int row, int column) {
        StoredCell cell = sheet.cell(row, column);
        return cell != null && cell.formula().isPresent() && !isCovered(row, column);
    }

    /** What is there, formulas checked. Costly for formulas: only for cells that are used. */
    FormulaCells.Result value(int row, int column) {
        return isFormula(row, column)
            ? source.formula(sheet, sheet.cell(row, column))
            : new FormulaCells.Result(stored(row, column), Optional.empty());
    }

    /** A number that stands there as text. */
    void textNumber(int row, int column, BigDecimal number, String label) {
        StoredCell cell = sheet.cell(row, column);
        if (cell != null && cell.formula().isEmpty() && cell.type() == StoredCell.Type.TEXT) {
            source.texts().add(cell, number, ref(row, column), label);
        }
    }

    CellFormat format(int row, int column) {
        StoredCell cell = sheet.cell(row, column);
        return cell == null ? CellFormat.PLAIN : source.format(cell);
    }

    boolean from1904() {
        return source.from1904();
    }

    /** The text of this very cell, for comparison; empty when it holds no text or number. */
    String label(int row, int column) {
        Content content = stored(row, column);
        if (content instanceof Content.Empty || content instanceof Content.Failure) {
            return "";
        }
        if (labels[row] == null) {
            labels[row] = new String[width(row)];
        }
        if (labels[row][column] == null) {
            labels[row][column] = Labels.normal(content.shown());
        }
        return labels[row][column];
    }

    /** As {@link #label}, where every cell of a merge carries its text. */
    String spreadLabel(int row, int column) {
        Optional<CellRangeAddress> merge = merge(row, column);
        return merge.isPresent() ? label(merge.get().getFirstRow(), merge.get().getFirstColumn()) : label(row, column);
    }

    Optional<CellRangeAddress> merge(int row, int column) {
        if (row < merges.size()) {
            for (CellRangeAddress merge : merges.get(row)) {
                if (merge.isInRange(row, column)) {
                    return Optional.of(merge);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the cell lies under a merge that begins elsewhere. */
    boolean isCovered(int row, int column) {
        return merge(row, column).filter(m -> m.getFirstRow() != row || m.getFirstColumn() != column).isPresent();
    }

    /** The last column of the merge that the cell is part of. */
    int lastColumn(int row, int column) {
        return merge(row, column).map(CellRangeAddress::getLastColumn).orElse(column);
    }

    /** The last row of the merge that the cell is part of. */
    int lastRow(int row, int column) {
        return merge(row, column).map(CellRangeAddress::getLastRow).orElse(row);
    }

    boolean isRowEmpty(int row) {
        for (int column = 0; column < width(row); column++) {
            if (!(stored(row, column) instanceof Content.Empty)) {
                return false;
            }
        }
        return true;
    }

    /** The columns of a row up to its last filled cell. */
    int width(int row) {
        return row < rows() ? sheet.rows().get(row).length : 0;
    }

    boolean isRowHidden(int row) {
        return sheet.hiddenRows().get(row);
    }

    boolean isColumnHidden(int column) {
        return sheet.hiddenColumns().get(column);
    }
}
