package juesuan.layout;

/** How much room a text of a table takes in the table fonts, near enough to say what fits. */
final class Type {

    /** From here on characters are as wide as they are high. */
    private static final int CHINESE = 0x2000;
    private static final String NARROW = "., ";

    private Type() {
    }

    /** In em. */
    static double width(String text) {
        double width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            width += width(text.codePointAt(i));
        }
        return width;
    }

    private static double width(int c) {
        if (c >= CHINESE) {
            return 1;
        }
        return NARROW.indexOf(c) >= 0 ? 0.25 : Character.isUpperCase(c) ? 0.75 : c == '%' ? 0.85 : 0.5;
    }

    /** How many lines it takes in a room of so many em; a line's end is not always where a character would still fit. */
    static int lines(String text, double room) {
        double width = width(text);
        return width <= room ? 1 : (int) Math.ceil(width / Math.max(1, room - 0.5));
    }
}
