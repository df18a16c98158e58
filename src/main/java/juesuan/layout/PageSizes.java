package juesuan.layout;

import juesuan.pack.SheetSpec;

/** The measures that print.css uses and that Java must know to decide what fits. Lengths in points. */
final class PageSizes {

    private static final double MM = 72 / 25.4;

    /** Widths of .portrait and .landscape tables in print.css. */
    private static final double PORTRAIT_WIDTH = 174 * MM;
    private static final double LANDSCAPE_WIDTH = 257 * MM;

    /** Font size of tables in print.css. */
    static final double TABLE_FONT = 9;

    /** Left and right padding and border of a table cell in print.css. */
    static final double CELL_PADDING = 5;

    /** Width of a digit of the Latin face in em; comma and point are narrower. */
    static final double DIGIT = 0.5;

    private static final double STEP = 0.5;
    private static final double SMALLEST = 5;

    private PageSizes() {
    }

    static double tableWidth(SheetSpec.Orientation orientation) {
        return orientation == SheetSpec.Orientation.LANDSCAPE ? LANDSCAPE_WIDTH : PORTRAIT_WIDTH;
    }

    /** {@code f90} for 9 pt, {@code f85} for 8.5 pt, and so on down to {@code f50}. */
    static String fontClass(double points) {
        double step = Math.max(SMALLEST, Math.min(TABLE_FONT, Math.floor(points / STEP) * STEP));
        return "f" + Math.round(step * 10);
    }
}
