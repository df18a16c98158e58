package juesuan.workbook.blank;

import juesuan.pack.SheetSpec;
import juesuan.workbook.sheet.SheetSetup;
import org.apache.poi.ss.formula.SheetNameFormatter;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What of a declared sheet is printed, and how its paper lies. */
final class PrintedArea {

    private static final int WIDEST_PORTRAIT = 110;
    private static final int PRINTED_WHEN_BLANK = 12;

    private PrintedArea() {
    }

    static void set(XSSFSheet sheet, SheetSpec spec, Layout layout) {
        SheetSetup.paper(sheet, landscape(spec, layout));
        Layout.Band first = layout.bands().get(0);
        if (layout.bands().size() == 1 && first.body() > 0) {
            sheet.setRepeatingRows(new CellRangeAddress(0, first.body() - 1, -1, -1));
        }
        if (layout.isOpenEnded()) {
            printFilled(sheet, layout);
        }
    }

    /**
     * Of a list with prepared rows only the filled ones are printed, and some for a blank form. The area
     * is a formula, because it has to follow what is filled in; a fixed one would cut off the rows below it.
     */
    private static void printFilled(XSSFSheet sheet, Layout layout) {
        Layout.Area list = layout.bands().get(layout.bands().size() - 1).areas().get(0);
        int least = list.firstListRow() + PRINTED_WHEN_BLANK;
        if (least > list.lastListRow()) {
            return;
        }
        String name = SheetNameFormatter.format(sheet.getSheetName());
        String filled = name + "!" + new CellRangeAddress(list.firstListRow(), layout.lastSummedRow(list), 0, layout.lastColumn()).formatAsString(null, true);
        XSSFWorkbook workbook = sheet.getWorkbook();
        int index = workbook.getSheetIndex(sheet);
        workbook.setPrintArea(index, 0, layout.lastColumn(), 0, least - 1);
        workbook.getNames(XSSFName.BUILTIN_PRINT_AREA).stream().filter(area -> area.getSheetIndex() == index).forEach(area -> area.setRefersToFormula(
            "OFFSET(" + name + "!$A$1,0,0,MAX(" + least + ",SUMPRODUCT(MAX((" + filled + "<>\"\")*ROW(" + filled + ")))),"
                + (layout.lastColumn() + 1) + ")"));
    }

    /** Wide forms are printed across as well, whatever is printed of them in the document. */
    private static boolean landscape(SheetSpec spec, Layout layout) {
        int width = layout.grid().width(new SheetColumns.Span(0, layout.lastColumn()));
        return spec.orientation() == SheetSpec.Orientation.LANDSCAPE
            || spec.kind() != SheetSpec.Kind.TABLE && width > WIDEST_PORTRAIT;
    }
}
