package juesuan.workbook.sheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as the parts of a workbook hold it. */
public final class OoxmlText {

    private static final int LONGEST = 32_000;
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private OoxmlText() {}

    /** Excel reads {@code _x0041_} as an A; an underscore written as _x005F_ keeps it what it was. */
    public static String of(String text) {
        StringBuilder legal = new StringBuilder();
        ESCAPE.matcher(text).replaceAll("_x005F_").codePoints()
            .filter(c -> c == '\n' || c == '\t' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000)
            .limit(LONGEST).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    /** The text that such a text means. */
    public static String read(String text) {
        return !text.contains("_x") ? text : ESCAPED.matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
