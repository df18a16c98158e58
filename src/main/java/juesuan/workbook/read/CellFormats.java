package juesuan.workbook.read;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/**
 * What a number format does to the number the clerk sees. Only its kind is asked: POI's formatter
 * throws on ordinary Chinese formats.
 */
final class CellFormats {

    /** How the shown number differs from the stored one. */
    enum Kind {
        PLAIN,
        /** 0.985 is shown as 98.5%. */
        PERCENT,
        /** 45000 is shown as a date or a time. */
        DATE,
        /** Shown divided by 1,000 or 10,000: {@code #,##0.00,}, {@code 0!.0,} and {@code 0!.0000}. */
        SCALED
    }

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|_.|\\*.");
    private static final Pattern ESCAPED = Pattern.compile("[\\\\!].");
    private static final Pattern SCALE = Pattern.compile("[0#?],+(?![0#?,])");

    /** A point that is only drawn: 12345 is shown as 1.2345. */
    private static final Pattern DRAWN_POINT = Pattern.compile("[0#?](?:[\\\\!]\\.|\"\\.\")[0#?]");

    private final Map<Long, Kind> kinds = new HashMap<>();

    Kind kind(XSSFCell cell) {
        return kinds.computeIfAbsent(cell.getCTCell().getS(), style -> kindOf(cell.getCellStyle()));
    }

    private static Kind kindOf(XSSFCellStyle style) {
        String format = style.getDataFormatString();
        return format == null ? Kind.PLAIN : kindOf(style.getDataFormat(), format);
    }

    static Kind kindOf(int index, String format) {
        String codes = ESCAPED.matcher(QUOTED.matcher(format.split(";", 2)[0]).replaceAll("")).replaceAll("");
        if (codes.contains("%")) {
            return Kind.PERCENT;
        }
        if (SCALE.matcher(codes).find() || DRAWN_POINT.matcher(format).find()) {
            return Kind.SCALED;
        }
        return DateUtil.isADateFormat(index, format) ? Kind.DATE : Kind.PLAIN;
    }
}
