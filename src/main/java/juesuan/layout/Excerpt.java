package juesuan.layout;

/**
 * What is shown of a long text that was changed: from shortly before the first difference to shortly after the last.
 *
 * @param from where it begins
 * @param after how much follows it
 */
record Excerpt(int from, int after) {

    static final Excerpt ALL = new Excerpt(0, 0);

    /** Up to this a text is shown whole. */
    private static final int SHORT = 160;
    /** Of the same words before and after. */
    private static final int AROUND = 30;
    /** A row may not break inside, and must find room on a page: of what is longer both ends are shown. */
    private static final int LONGEST = 400;
    private static final String LEFT_OUT = "……";

    static Excerpt ofBoth(String was, String now) {
        int shorter = Math.min(was.length(), now.length());
        if (Math.max(was.length(), now.length()) <= SHORT) {
            return ALL;
        }
        int before = 0;
        while (before < shorter && was.charAt(before) == now.charAt(before)) {
            before++;
        }
        int after = 0;
        while (after < shorter - before && was.charAt(was.length() - 1 - after) == now.charAt(now.length() - 1 - after)) {
            after++;
        }
        return new Excerpt(leftOut(before), leftOut(after));
    }

    /** Nothing where its mark would take as much room. */
    private static int leftOut(int same) {
        int out = same - AROUND;
        return out <= LEFT_OUT.length() ? 0 : out;
    }

    /** @param text one of both */
    String of(String text) {
        int begin = whole(text, from, -1);
        int end = whole(text, text.length() - after, 1);
        return (begin > 0 ? LEFT_OUT : "") + shortened(text.substring(begin, end)) + (end < text.length() ? LEFT_OUT : "");
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, whole(text, LONGEST / 2, -1)) + LEFT_OUT + text.substring(whole(text, text.length() - LONGEST / 2, 1));
    }

    /** The place itself, or the next in this direction that is not within a character. */
    private static int whole(String text, int place, int direction) {
        boolean within = place > 0 && place < text.length()
            && Character.isLowSurrogate(text.charAt(place)) && Character.isHighSurrogate(text.charAt(place - 1));
        return within ? place + direction : place;
    }
}
