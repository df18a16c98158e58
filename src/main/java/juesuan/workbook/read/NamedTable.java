package juesuan.workbook.read;

import java.util.stream.IntStream;
import juesuan.workbook.intake.StoredWorkbook;
import org.apache.poi.ss.usermodel.Table;
import org.apache.poi.ss.usermodel.TableStyleInfo;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/** A range that the clerk has made a table of, as POI's parser of formulas asks for it. */
final class NamedTable implements Table {

    private final StoredWorkbook.Table table;
    private final CellRangeAddress range;

    NamedTable(StoredWorkbook.Table table) {
        this.table = table;
        this.range = CellRangeAddress.valueOf(table.range());
    }

    @Override
    public int getStartColIndex() {
        return range.getFirstColumn();
    }

    @Override
    public int getStartRowIndex() {
        return range.getFirstRow();
    }

    @Override
    public int getEndColIndex() {
        return range.getLastColumn();
    }

    @Override
    public int getEndRowIndex() {
        return range.getLastRow();
    }

    @Override
    public String getName() {
        return table.name();
    }

    @Override
    public String getStyleName() {
        return null;
    }

    @Override
    public TableStyleInfo getStyle() {
        return null;
    }

    /** @param head where special characters are escaped */
    @Override
    public int findColumnIndex(String head) {
        String plain = head.replace("''", "'").replace("'#", "#");
        return IntStream.range(0, table.columns().size()).filter(i -> table.columns().get(i).equalsIgnoreCase(plain)).findFirst().orElse(-1);
    }

    @Override
    public String getSheetName() {
        return table.sheet();
    }

    @Override
    public boolean isHasTotalsRow() {
        return table.totalRows() > 0;
    }

    @Override
    public int getTotalsRowCount() {
        return table.totalRows();
    }

    @Override
    public int getHeaderRowCount() {
        return table.headRows();
    }

    @Override
    public boolean contains(CellReference cell) {
        return table.sheet().equals(cell.getSheetName()) && range.isInRange(cell.getRow(), cell.getCol());
    }
}
