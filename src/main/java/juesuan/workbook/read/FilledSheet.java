package juesuan.workbook.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import juesuan.model.CellRef;
import juesuan.workbook.sheet.Labels;
import juesuan.workbook.sheet.OwnSheets;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * One sheet of the clerk's workbook as a grid of contents. Rows and columns count from 0; what lies
 * beyond the last filled cell is empty, so whole-column formats cost nothing.
 */
final class FilledSheet {

    private static final XSSFCell[] NO_CELLS = {};

    private final XSSFSheet sheet;
    private final CellSource source;
    private final boolean hidden;
    private final List<XSSFCell[]> cells = new ArrayList<>();
    private final Content[][] contents;
    private final String[][] labels;
    private final List<List<CellRangeAddress>> merges = new ArrayList<>();
    private final int columns;

    FilledSheet(XSSFSheet sheet, CellSource source, boolean hidden) {
        this.sheet = sheet;
        this.source = source;
        this.hidden = hidden;
        int widest = 0;
        for (Row row : sheet) {
            XSSFCell[] filled = filled((XSSFRow) row);
            if (filled.length > 0) {
                while (cells.size() < row.getRowNum()) {
                    cells.add(NO_CELLS);
                }
                cells.add(filled);
                widest = Math.max(widest, filled.length);
            }
        }
        this.columns = widest;
        this.contents = new Content[cells.size()][];
        this.labels = new String[cells.size()][];
        for (int i = 0; i < cells.size(); i++) {
            merges.add(List.of());
        }
        for (CellRangeAddress merge : sheet.getMergedRegions()) {
            for (int row = merge.getFirstRow(); row <= Math.min(merge.getLastRow(), cells.size() - 1); row++) {
                if (merges.get(row).isEmpty()) {
                    merges.set(row, new ArrayList<>());
                }
                merges.get(row).add(merge);
            }
        }
    }

    private static XSSFCell[] filled(XSSFRow row) {
        List<XSSFCell> filled = new ArrayList<>();
        for (Cell cell : row) {
            if (!StoredCells.isEmpty((XSSFCell) cell)) {
                while (filled.size() < cell.getColumnIndex()) {
                    filled.add(null);
                }
                filled.add((XSSFCell) cell);
            }
        }
        return filled.isEmpty() ? NO_CELLS : filled.toArray(NO_CELLS);
    }

    String name() {
        return sheet.getSheetName();
    }

    /** Whether an annotation has added it. */
    boolean isOurResult() {
        return name().startsWith(OwnSheets.RESULTS) && rows() > 1 && label(1, 0).startsWith(Labels.normal(OwnSheets.RESULTS_MARK));
    }

    boolean isHidden() {
        return hidden;
    }

    int rows() {
        return cells.size();
    }

    int columns() {
        return columns;
    }

    CellRef ref(int row, int column) {
        return new CellRef(name(), CellReference.convertNumToColString(column) + (row + 1));
    }

    /** What is stored, a formula's stored result included. Cells under a merge hold nothing. */
    Content stored(int row, int column) {
        Optional<XSSFCell> cell = cell(row, column);
        if (cell.isEmpty()) {
            return Content.EMPTY;
        }
        if (contents[row] == null) {
            contents[row] = new Content[cells.get(row).length];
        }
        if (contents[row][column] == null) {
            contents[row][column] = isCovered(row, column) ? Content.EMPTY : source.stored(cell.get());
        }
        return contents[row][column];
    }

    boolean isFormula(int row, int column) {
        return cell(row, column).filter(StoredCells::isFormula).isPresent() && !isCovered(row, column);
    }

    /** What is there, formulas checked. Costly for formulas: only for cells that are used. */
    FormulaCells.Result value(int row, int column) {
        return isFormula(row, column)
            ? source.formula(cell(row, column).orElseThrow())
            : new FormulaCells.Result(stored(row, column), Optional.empty());
    }

    /** A number that stands there as text. */
    void textNumber(int row, int column, BigDecimal number, String label) {
        cell(row, column).filter(cell -> cell.getCellType() == CellType.STRING)
            .ifPresent(cell -> source.texts().add(cell, number, ref(row, column), label));
    }

    CellFormats.Kind format(int row, int column) {
        return cell(row, column).map(source::format).orElse(CellFormats.Kind.PLAIN);
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
            labels[row] = new String[cells.get(row).length];
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
        return row < cells.size() ? cells.get(row).length : 0;
    }

    boolean isRowHidden(int row) {
        XSSFRow xml = sheet.getRow(row);
        return xml != null && xml.getZeroHeight();
    }

    boolean isColumnHidden(int column) {
        return sheet.isColumnHidden(column);
    }

    private Optional<XSSFCell> cell(int row, int column) {
        return row >= 0 && row < cells.size() && column >= 0 && column < cells.get(row).length
            ? Optional.ofNullable(cells.get(row)[column]) : Optional.empty();
    }
}
