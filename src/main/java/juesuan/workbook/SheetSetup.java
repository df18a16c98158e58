package juesuan.workbook;

import juesuan.pack.SheetSpec;
import org.apache.poi.ss.formula.SheetNameFormatter;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What sheets have in common around their cells: paper and protection. */
final class SheetSetup {

    private static final double MARGIN = 0.5;
    private static final double MARGIN_BOTTOM = 0.7;
    private static final double MARGIN_FOOTER = 0.3;
    private static final int WIDEST_PORTRAIT = 110;
    private static final int PRINTED_WHEN_BLANK = 12;

    private SheetSetup() {
    }

    static void print(XSSFSheet sheet, SheetSpec spec, Layout layout) {
        paper(sheet, landscape(spec, layout));
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

    static void paper(XSSFSheet sheet, boolean landscape) {
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(landscape);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, MARGIN);
        sheet.setMargin(PageMargin.RIGHT, MARGIN);
        sheet.setMargin(PageMargin.TOP, MARGIN);
        sheet.setMargin(PageMargin.BOTTOM, MARGIN_BOTTOM);
        sheet.setMargin(PageMargin.FOOTER, MARGIN_FOOTER);
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setRight("第 &P 页，共 &N 页");
    }

    /** Wide forms are printed across as well, whatever is printed of them in the document. */
    private static boolean landscape(SheetSpec spec, Layout layout) {
        int width = layout.grid().width(new Grid.Span(0, layout.lastColumn()));
        return spec.orientation() == SheetSpec.Orientation.LANDSCAPE
            || spec.kind() != SheetSpec.Kind.TABLE && width > WIDEST_PORTRAIT;
    }

    /** Guards labels and computed cells against slips, without a password and without hindering work. */
    static void protect(XSSFSheet sheet) {
        sheet.enableLocking();
        sheet.lockFormatCells(false);
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockInsertRows(false);
        sheet.lockDeleteRows(false);
        sheet.lockSort(false);
        sheet.lockAutoFilter(false);
        sheet.lockSelectLockedCells(false);
        sheet.lockSelectUnlockedCells(false);
    }
}
