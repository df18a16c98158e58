package juesuan.workbook.live;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import juesuan.workbook.blank.ExcelFormulas;
import juesuan.workbook.sheet.OwnSheets;
import juesuan.workbook.sheet.SheetSetup;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellFormula;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellFormulaType;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/** The hidden sheet behind the sheet 审核: four lists side by side, each with one formula a line and step. */
final class LiveDetail {


    private static final String ABOUT = "这一页是“审核”页的算法，由程序写成：左起是各表的情况、从各格取到的数（金额折成元）、逐行逐列的核对、各条规则的结果。请不要改动。";
    private static final int HEAD = 2;
    private static final int WIDTH = 14 * 256;

    /** The lists, from left to right. */
    enum Part {
        FACTS(0, "情况", "值"),
        CELLS(3, "表", "格", "数"),
        CHECKS(7, "规则", "结果码", "左边", "右边", "差额", "位置"),
        RULES(14, "规则", "结果码", "结果", "第几项", "左边", "右边", "差额", "位置"),
        COLUMNS(23);

        private final int first;
        private final List<String> titles;

        Part(int first, String... titles) {
            this.first = first;
            this.titles = List.of(titles);
        }
    }

    /** What goes into one cell. */
    record Put(String text, boolean formula, boolean array) {

        static Put text(String text) {
            return new Put(text, false, false);
        }

        static Put formula(String text) {
            return new Put(text, true, false);
        }

        /** Computed with whole columns: entered with Ctrl+Shift+Enter, as Excel calls it. */
        static Put array(String text) {
            return new Put(text, true, true);
        }
    }

    private final XSSFWorkbook workbook;
    private final XSSFSheet sheet;
    private final CellStyle style;
    private final Map<Part, Integer> next = new EnumMap<>(Part.class);
    private int columns;

    LiveDetail(XSSFWorkbook workbook, CellStyle style) {
        this.workbook = workbook;
        this.sheet = workbook.createSheet(OwnSheets.LIVE_DETAIL);
        this.style = style;
        put(0, 0, Put.text(ABOUT));
        for (Part part : Part.values()) {
            next.put(part, HEAD);
            add(part, part.titles.stream().map(Put::text).toArray(Put[]::new));
        }
    }

    /** @return the row, from 0 */
    int add(Part part, Put... puts) {
        int row = next.merge(part, 1, Integer::sum) - 1;
        for (int i = 0; i < puts.length; i++) {
            put(row, part.first + i, puts[i]);
        }
        return row;
    }

    /**
     * A column of the hidden sheet with one formula for all its cells.
     *
     * @return their absolute address
     */
    String column(String title, String formula, int length) {
        int column = Part.COLUMNS.first + columns++;
        put(HEAD, column, Put.text(title));
        int last = HEAD + length;
        for (int row = HEAD + 1; row <= last; row++) {
            result(cell(row, column), "");
        }
        formula(cell(HEAD + 1, column), formula).setRef(new CellRangeAddress(HEAD + 1, last, column, column).formatAsString());
        return ExcelFormulas.range(HEAD + 1, last, column);
    }

    /** The row, from 0, that is filled next. */
    int next(Part part) {
        return next.get(part);
    }

    /** The absolute address of a cell of a list, without the sheet's name. */
    static String at(Part part, int column, int row) {
        return new CellRangeAddress(row, row, part.first + column, part.first + column).formatAsString(null, true);
    }

    static String at(Part part, int column, int first, int last) {
        return ExcelFormulas.range(first, last, part.first + column);
    }

    private void put(int row, int column, Put put) {
        XSSFCell cell = cell(row, column);
        if (!put.formula()) {
            cell.setCellValue(put.text());
        } else if (put.array()) {
            formula(cell, put.text()).setRef(cell.getAddress().formatAsString());
        } else {
            formula(cell, put.text()).unsetT();
        }
    }

    private XSSFCell cell(int rowIndex, int column) {
        XSSFRow row = sheet.getRow(rowIndex) == null ? sheet.createRow(rowIndex) : sheet.getRow(rowIndex);
        if (row.getCell(column) != null) {
            return row.getCell(column);
        }
        XSSFCell cell = row.createCell(column);
        cell.setCellStyle(style);
        return cell;
    }

    /** POI would parse each formula, and go through all arrays for each cell: three times as slow. */
    private static CTCellFormula formula(XSSFCell cell, String formula) {
        result(cell, "");
        CTCellFormula xml = cell.getCTCell().isSetF() ? cell.getCTCell().getF() : cell.getCTCell().addNewF();
        xml.setStringValue(formula);
        xml.setT(STCellFormulaType.ARRAY);
        return xml;
    }

    /** What a program shows that does not calculate. POI itself cannot calculate arrays. */
    static void result(XSSFCell cell, String shown) {
        cell.getCTCell().setT(STCellType.STR);
        cell.getCTCell().setV(shown);
    }

    /** Hidden, not secret: whoever wants to see how a result came about can show it. */
    void hide() {
        for (int column = 0; column < Part.COLUMNS.first + columns; column++) {
            sheet.setColumnWidth(column, WIDTH);
        }
        SheetSetup.protect(sheet);
        workbook.setSheetOrder(OwnSheets.LIVE_DETAIL, workbook.getNumberOfSheets() - 1);
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.HIDDEN);
    }
}
