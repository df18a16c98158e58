package juesuan.workbook.live;

/**
 * One row of the sheet 审核 as LibreOffice computed it.
 *
 * @param left a number, or a text; likewise right and difference
 */
record SheetAnswer(String result, Object left, Object right, Object difference, String place) {
}
