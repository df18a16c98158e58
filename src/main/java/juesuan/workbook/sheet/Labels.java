package juesuan.workbook.sheet;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Labels as they are compared: people and finance systems vary spaces, widths, quotes and numbering,
 * and none of these ever tells two tables, columns or rows apart.
 */
public final class Labels {

    private static final String QUOTES = "\"'“”‘’「」『』〝〞";

    /** 表1、公开01表、Z01、（财决01表）、1.、一、2023年度 before a name. */
    private static final Pattern BEFORE = Pattern.compile(
        "^(?:\\((?:附?表|公开|财决|决)?\\d{1,2}(?:-\\d)?表?\\)|(?:附?表|公开|财决|决|Z|附件)\\d{1,2}(?:-\\d)?表?"
            + "|\\d{1,2}(?=\\D)|[一二三四五六七八九十]{1,3}(?=[、.])|\\d{4}年度?)[.、:,_\\-]*");
    /** （公开02表）, or the (2) that Excel gives a copy, after a name. */
    private static final Pattern AFTER = Pattern.compile("\\((?:公开|财决|决|附?表)?\\d{1,2}(?:-\\d)?表?\\)$");

    private Labels() {
    }

    /** NFKC, without white space, quotes, invisible characters, and a colon at the end. */
    public static String normal(String text) {
        if (text.isEmpty()) {
            return "";
        }
        String folded = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
            ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder kept = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && QUOTES.indexOf(c) < 0
                && Character.getType(c) != Character.FORMAT) {
                kept.append(c);
            }
        }
        int end = kept.length();
        if (end > 1 && kept.charAt(end - 1) == ':') {
            kept.setLength(end - 1);
        }
        return kept.toString();
    }

    /** The name of a tab, or a title over a table, without the number the table carries somewhere. */
    public static String sheetName(String text) {
        String name = normal(text);
        String shorter = withoutNumber(name);
        while (!shorter.isEmpty() && !shorter.equals(name)) {
            name = shorter;
            shorter = withoutNumber(name);
        }
        return name;
    }

    private static String withoutNumber(String name) {
        return BEFORE.matcher(AFTER.matcher(name).replaceFirst("")).replaceFirst("");
    }
}
