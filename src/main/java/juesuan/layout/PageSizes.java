package juesuan.layout;

import java.util.List;
import juesuan.pack.SheetSpec;

/** The measures that print.css uses and that Java must know to decide what fits. Lengths in points. */
final class PageSizes {

    private static final double MM = 72 / 25.4;

    /** Widths of .portrait and .landscape tables in print.css, and heights of these pages between their margins. */
    private static final double PORTRAIT_WIDTH = 174 * MM;
    private static final double LANDSCAPE_WIDTH = 257 * MM;
    private static final double PORTRAIT_HEIGHT = 257 * MM;
    private static final double LANDSCAPE_HEIGHT = 174 * MM;

    /** The lines over a table: its number, its title, department and unit. */
    static final double CAPTION = 56;
    /** The part's title over the first table, of two lines. */
    static final double PART_TITLE = 72;
    /** Over a table that goes on below another: .follows. */
    static final double BETWEEN = 14;
    /** About what caption and head take on each further page of a long table. */
    static final double HEAD_AGAIN = CAPTION + 50;
    /** A line of p.note, and what stands over it. */
    private static final double NOTE = 13;
    private static final double NOTE_TOP = 2;

    /** Font size of tables in print.css. */
    static final double TABLE_FONT = 9;
    /** The smallest that still reads well: only a figure that would not fit otherwise is printed smaller. */
    static final double READABLE_FONT = 8;
    static final double STEP = 0.5;
    static final double SMALLEST = 5;

    /** Left and right padding and border of a table cell in print.css, and the engine's rounding. */
    static final double CELL_PADDING = 6.5;
    /** What .in1 and .in2 add in steps, and .gutter. */
    static final double INDENT = 10;
    static final double GUTTER = 6;

    private PageSizes() {
    }

    static double tableWidth(SheetSpec.Orientation orientation) {
        return orientation == SheetSpec.Orientation.LANDSCAPE ? LANDSCAPE_WIDTH : PORTRAIT_WIDTH;
    }

    static double pageHeight(SheetSpec.Orientation orientation) {
        return orientation == SheetSpec.Orientation.LANDSCAPE ? LANDSCAPE_HEIGHT : PORTRAIT_HEIGHT;
    }

    /** Of the lines below a table. */
    static double notes(List<String> notes, SheetSpec.Orientation orientation) {
        return notes.stream().mapToDouble(note -> NOTE_TOP + NOTE * Type.lines(note, tableWidth(orientation) / TABLE_FONT)).sum();
    }

    /** Of a row of so many lines: padding, rule and lines of table.grid, or of table.dense. */
    static double rowHeight(double font, int lines, boolean dense) {
        return dense ? lines * font * 1.15 + 2.1 : lines * font * 1.3 + 3.3;
    }

    /** {@code f90} for 9 pt, {@code f85} for 8.5 pt, and so on down to {@code f50}. */
    static String fontClass(double points) {
        return "f" + Math.round(points * 10);
    }
}
