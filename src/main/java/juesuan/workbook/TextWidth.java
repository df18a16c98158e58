package juesuan.workbook;

/** Estimates of how much room text takes, in the unit of column widths: one half-width digit. */
final class TextWidth {

    private static final int FIRST_WIDE = 0x1100;
    private static final String WIDE_PUNCTUATION = "“”‘’—…";

    private TextWidth() {
    }

    static int of(String text) {
        return text.codePoints().map(c -> c >= FIRST_WIDE || WIDE_PUNCTUATION.indexOf(c) >= 0 ? 2 : 1).sum();
    }

    /** How many lines the text takes in a cell of this width. */
    static int lines(String text, int width) {
        // A wide character never straddles the edge, and cells have a little padding.
        int usable = Math.max(2, width - 1);
        return Math.max(1, text.lines().mapToInt(line -> Math.max(1, (of(line) + usable - 1) / usable)).sum());
    }
}
