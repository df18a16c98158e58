package juesuan.workbook.blank;


/**
 * Sums over the rows of a table of subjects, as Excel text. Where a clerk lists only 项, the 类 and 款 that
 * {@code SubjectSums} adds when the workbook is read are summed from those.
 *
 * <p>Codes may be typed as text or as numbers. {@code ???} matches texts of three characters; LibreOffice also
 * matches numbers with it, Excel does not, and the sample number tells which, so that no row counts twice.
 */
final class SubjectFormula {

    private static final int CLASS = 3;
    private static final int GROUP = 5;
    private static final int ITEM = 7;

    private SubjectFormula() {
    }

    /** All of them: the 类. */
    static String total(String codes, String amounts) {
        return onlyItems(codes, sum(codes, amounts, "", ITEM), sum(codes, amounts, "", CLASS));
    }

    /** One subject, wherever the clerk put it. */
    static String of(String code, String codes, String amounts) {
        String listed = "SUMIF(" + codes + ",\"" + code + "\"," + amounts + ")";
        return code.length() >= ITEM ? listed : onlyItems(codes, sum(codes, amounts, code, ITEM), listed);
    }

    private static String onlyItems(String codes, String then, String otherwise) {
        return "IF(COUNTIF(" + codes + ",\"???\")+COUNTIF(" + codes + ",\"?????\")+COUNTIFS(" + codes + ",\">=100\"," + codes
            + ",\"<=99999\")=0," + then + "," + otherwise + ")";
    }

    /** The rows whose codes have so many digits and begin so. */
    private static String sum(String codes, String amounts, String begin, int digits) {
        int rest = digits - begin.length();
        String least = begin.isEmpty() ? "1" + "0".repeat(rest - 1) : begin + "0".repeat(rest);
        return "SUMIF(" + codes + ",\"" + begin + "?".repeat(rest) + "\"," + amounts + ")+(COUNTIF(" + Lists.SAMPLE + ",\"???\")=0)*SUMIFS("
            + amounts + "," + codes + ",\">=" + least + "\"," + codes + ",\"<=" + (begin + "9".repeat(rest)) + "\")";
    }
}
