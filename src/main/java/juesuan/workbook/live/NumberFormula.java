package juesuan.workbook.live;

import juesuan.pack.ColumnSpec.Blank;
import juesuan.pack.ColumnSpec.Type;
import juesuan.workbook.read.NumberText;

/**
 * What {@code EntryReader} makes of a cell that should hold a number, as an Excel expression: the number,
 * amounts in 元, or the empty text where there is none to compare. It works on one cell and, in an array
 * formula, on a column of them.
 */
final class NumberFormula {

    /** What a clerk writes for nothing; the same as {@link NumberText#DASHES}. */
    static final String DASHES = "{\"—\",\"——\",\"-\",\"--\",\"－\",\"–\",\"―\",\"─\",\"/\",\"／\",\"无\",\"\\\"}";
    private static final String MOST = "1E13";
    /** Between the noise of binary arithmetic and one 分. */
    private static final String NOISE = "0.0001";

    private NumberFormula() {
    }

    /** @param factor by which an amount is multiplied to get 元 */
    static String of(String cells, Type type, Blank blank, String factor) {
        String trimmed = "TRIM(" + cells + ")";
        String bare = "SUBSTITUTE(" + trimmed + ",\",\",\"\")";
        String value = "VALUE(" + bare + ")";
        // A digit more makes a plain number ten times as large, or leaves it; percentages, dates and 1e5 do neither.
        String longer = "VALUE(" + bare + "&\"0\")";
        String text = "IF((" + longer + "=" + value + ")+(" + longer + "=" + value + "*10)>0,"
            + checked(value, type, factor) + ",\"\")";
        String nothing = blank == Blank.ZERO ? "0" : "\"\"";
        return "IFERROR(IF(ISNUMBER(" + cells + ")," + checked(cells, type, factor) + ",IF(LEN(" + trimmed + ")=0," + nothing
            + (blank == Blank.ZERO ? ",IF(ISNUMBER(MATCH(" + trimmed + "," + DASHES + ",0)),0," + text + ")" : "," + text)
            + ")),\"\")";
    }

    private static String checked(String number, Type type, String factor) {
        String yuan = type == Type.AMOUNT && !factor.equals("1") ? number + "*" + factor : number;
        String huge = "(ABS(" + yuan + ")>" + MOST + ")";
        return switch (type) {
            case AMOUNT -> "IF((ABS(ROUND(" + yuan + ",2)-" + yuan + ")>" + NOISE + ")+" + huge + ">0,\"\",ROUND(" + yuan + ",2))";
            case COUNT -> "IF((ABS(ROUND(" + yuan + ",0)-" + yuan + ")>" + NOISE + ")+(" + yuan + "<0)+" + huge + ">0,\"\",ROUND("
                + yuan + ",0))";
            default -> "IF(" + huge + ",\"\"," + yuan + ")";
        };
    }
}
