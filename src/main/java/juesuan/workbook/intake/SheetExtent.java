package juesuan.workbook.intake;

/** What a sheet amounts to; a cell counts as content if it has a value, a formula or a text. */
record SheetExtent(int rows, int blankRows, int cells, int blankCells, boolean isoDates) {

    /** POI's model would choke on the empty formatted rows, or throw at an ISO date. */
    boolean needsRewriting() {
        return isoDates || blankRows > Limits.BLANK_ROWS_KEPT || blankCells > Limits.BLANK_CELLS_KEPT;
    }
}
