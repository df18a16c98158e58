package juesuan.workbook.sheet;

import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** What sheets have in common around their cells: paper and protection. */
public final class SheetSetup {

    private static final double MARGIN = 0.5;
    private static final double MARGIN_BOTTOM = 0.7;
    private static final double MARGIN_FOOTER = 0.3;

    private SheetSetup() {
    }

    public static void paper(XSSFSheet sheet, boolean landscape) {
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

    /** Guards labels and computed cells against slips, without a password and without hindering work. */
    public static void protect(XSSFSheet sheet) {
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
