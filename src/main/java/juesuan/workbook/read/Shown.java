package juesuan.workbook.read;

/** Values as quoted in a sentence. */
final class Shown {

    private static final int LONGEST = 30;

    private Shown() {
    }

    /** Short, on one line, and without characters that would spoil the sentence. */
    static String cut(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> {
            if (Characters.isUnsafe(c)) {
                shown.append(Characters.name(c));
            } else {
                shown.appendCodePoint(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
            }
        });
        return text.codePointCount(0, text.length()) > LONGEST ? shown + "…" : shown.toString();
    }
}
