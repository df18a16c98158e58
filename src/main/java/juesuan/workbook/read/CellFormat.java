package juesuan.workbook.read;

import java.util.regex.Pattern;
import juesuan.workbook.intake.StoredWorkbook;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * How the number that the clerk sees differs from the stored one. Only the kind of a format is asked: POI's formatter
 * throws on ordinary Chinese formats.
 */
enum CellFormat {
    PLAIN,
    /** 0.985 is shown as 98.5%. */
    PERCENT,
    /** 45000 is shown as a date or a time. */
    DATE,
    /** Shown divided by 1,000 or 10,000: {@code #,##0.00,}, {@code 0!.0,} and {@code 0!.0000}. */
    SCALED;

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|_.|\\*.");
    private static final Pattern ESCAPED = Pattern.compile("[\\\\!].");
    private static final Pattern SCALE = Pattern.compile("[0#?],+(?![0#?,])");

    /** A point that is only drawn: 12345 is shown as 1.2345. */
    private static final Pattern DRAWN_POINT = Pattern.compile("[0#?](?:[\\\\!]\\.|\"\\.\")[0#?]");

    static CellFormat of(StoredWorkbook.NumberFormat format) {
        String code = format.code().orElseGet(() -> BuiltinFormats.getBuiltinFormat(format.id()));
        return code == null ? PLAIN : of(format.id(), code);
    }

    private static CellFormat of(int id, String code) {
        String codes = ESCAPED.matcher(QUOTED.matcher(code.split(";", 2)[0]).replaceAll("")).replaceAll("");
        if (codes.contains("%")) {
            return PERCENT;
        }
        if (SCALE.matcher(codes).find() || DRAWN_POINT.matcher(code).find()) {
            return SCALED;
        }
        return DateUtil.isADateFormat(id, code) ? DATE : PLAIN;
    }
}
