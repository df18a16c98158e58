package juesuan.workbook.sheet;

/** Estimates of how much room text takes, in the unit of column widths: one half-width digit. */
public final class TextWidth {

    private static final int FIRST_WIDE = 0x1100;
    private static final String WIDE_PUNCTUATION = "“”‘’—…";

    private TextWidth() {
    }

    public static int of(String text) {
        return text.codePoints().map(c -> c >= FIRST_WIDE || WIDE_PUNCTUATION.indexOf(c) >= 0 ? 2 : 1).sum();
    }

    /** How many lines the text takes in a cell of this width. */
    public static int lines(String text, int width) {
        // Widths count characters of 11 points, cells are set in 10; a wide character never straddles the edge.
        int usable = Math.max(2, width * 11 / 10 - 1);
        return Math.max(1, text.lines().mapToInt(line -> Math.max(1, (of(line) + usable - 1) / usable)).sum());
    }
}
