package juesuan.workbook.blank;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import juesuan.pack.CodeList;
import juesuan.pack.Pack;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The hidden sheet behind drop-downs and names of codes: lists written into a cell's own validation
 * corrupt the file beyond 255 characters.
 */
public final class Lists {

    static final String SHEET = "列表";

    private final XSSFWorkbook workbook;
    private final XSSFSheet sheet;
    private final CellStyle text;
    private final Map<List<String>, String> choices = new LinkedHashMap<>();
    private int nextColumn;

    /** The name of a cell that holds a number of three digits. */
    static final String SAMPLE = "数字样例";
    private static final int SAMPLE_NUMBER = 100;
    private static final int COLUMN_WIDTH = 24 * 256;

    /** Created before the other sheets are filled, moved behind them by {@link #hide}. */
    public Lists(XSSFWorkbook workbook, Pack pack, CellStyle text) {
        this.workbook = workbook;
        this.sheet = workbook.createSheet(SHEET);
        this.text = text;
        pack.codes().entrySet().stream().sorted(Map.Entry.comparingByKey())
            .forEach(entry -> addCodes(entry.getKey(), entry.getValue()));
        cell(0, nextColumn).setCellValue(SAMPLE);
        cell(1, nextColumn).setCellValue(SAMPLE_NUMBER);
        define(SAMPLE, nextColumn, nextColumn, 1);
        nextColumn++;
    }

    /** The name of the two columns, code and name, of a code list. */
    String codes(String list) {
        return "科目." + list;
    }

    /** The name of the codes alone, for a drop-down. */
    String codesOnly(String list) {
        return "编码." + list;
    }

    /** The name of a list of choices. */
    String choices(List<String> items) {
        return choices.computeIfAbsent(items, list -> {
            String name = "选项." + (choices.size() + 1);
            write(nextColumn, name, list);
            define(name, nextColumn, nextColumn, list.size());
            nextColumn++;
            return name;
        });
    }

    /** Nobody edits the lists by accident: the sheet is shown only by a macro or another program. */
    public void hide() {
        workbook.setSheetOrder(SHEET, workbook.getNumberOfSheets() - 1);
        for (int column = 0; column < nextColumn; column++) {
            sheet.setColumnWidth(column, COLUMN_WIDTH);
        }
        sheet.enableLocking();
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.VERY_HIDDEN);
    }

    private void addCodes(String list, CodeList codes) {
        write(nextColumn, list, List.copyOf(codes.names().keySet()));
        write(nextColumn + 1, list + "名称", List.copyOf(codes.names().values()));
        define(codes(list), nextColumn, nextColumn + 1, codes.names().size());
        define(codesOnly(list), nextColumn, nextColumn, codes.names().size());
        nextColumn += 2;
    }

    private void write(int column, String title, List<String> items) {
        cell(0, column).setCellValue(title);
        for (int i = 0; i < items.size(); i++) {
            cell(i + 1, column).setCellValue(items.get(i));
        }
    }

    private Cell cell(int rowIndex, int column) {
        Row row = sheet.getRow(rowIndex) == null ? sheet.createRow(rowIndex) : sheet.getRow(rowIndex);
        Cell cell = row.createCell(column);
        cell.setCellStyle(text);
        return cell;
    }

    private void define(String title, int first, int last, int count) {
        Name name = workbook.createName();
        name.setNameName(title);
        name.setRefersToFormula(new CellRangeAddress(1, Math.max(1, count), first, last).formatAsString(SHEET, true));
    }
}
