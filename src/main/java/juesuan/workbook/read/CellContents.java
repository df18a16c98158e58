package juesuan.workbook.read;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import juesuan.workbook.intake.StoredCell;

/** What a cell holds, a formula's stored result included. Numbers come from the raw text, and not through double. */
final class CellContents {

    /** What a number may look like in a file: no Java suffixes, no NaN, no 400 digits. */
    private static final Pattern RAW_NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{0,40})?([eE][+-]?\\d{1,3})?");
    /** Beyond this nothing is a disclosed number, and plain notation would explode. */
    private static final int DIGITS = 30;
    private static final String RETYPE = "请在 Excel 或 WPS 中重新输入这一格，保存后再运行。";

    private CellContents() {
    }

    static Content of(StoredCell cell) {
        return switch (cell.type()) {
            case NUMBER -> cell.value().map(raw -> number(raw, cell.formula().isPresent())).orElse(Content.EMPTY);
            case TEXT -> text(cell.value().orElse(""));
            case LOGICAL -> logical(cell.value().filter(value -> value.equals("1") || value.equals("true")).isPresent());
            case ERROR -> errorValue(cell.value().orElse("#?"));
        };
    }

    static Content logical(boolean value) {
        String shown = value ? "TRUE" : "FALSE";
        return new Content.Failure(Problem.error(ReadRule.ERROR_VALUE, "是逻辑值 " + shown + "，不是数字或文字",
            "请改填数字或文字。"), shown);
    }

    static Content errorValue(String code) {
        return new Content.Failure(Problem.error(ReadRule.ERROR_VALUE, "是错误值 " + code,
            "请改正这一格的公式，或者直接填写。"), code);
    }

    static Content text(String text) {
        if (text.isEmpty()) {
            return Content.EMPTY;
        }
        if (text.startsWith("=DISPIMG(") || text.startsWith("=_xlfn.DISPIMG(")) {
            return picture();
        }
        return new Content.Text(text);
    }

    static Content picture() {
        return new Content.Failure(Problem.error(ReadRule.PICTURE, "是 WPS 的嵌入单元格图片，读不出内容",
            "请删去图片，改填文字或数字。"), "图片");
    }

    private static Content number(String raw, boolean computed) {
        if (raw.isBlank()) {
            return Content.EMPTY;
        }
        if (!RAW_NUMBER.matcher(raw).matches()) {
            return new Content.Failure(Problem.error(ReadRule.NUMBER_WRONG, "存的是“" + Shown.cut(raw) + "”，不是数字",
                RETYPE), Shown.cut(raw));
        }
        BigDecimal number = new BigDecimal(raw);
        int whole = number.precision() - number.scale();
        if (number.signum() != 0 && whole > DIGITS) {
            return new Content.Failure(Problem.error(ReadRule.TOO_LARGE, "存的数“" + Shown.cut(raw) + "”大得不可能",
                RETYPE), Shown.cut(raw));
        }
        // 1E-300 and the like: noise around zero, whatever column it stands in.
        return number.signum() == 0 || whole < -DIGITS
            ? new Content.Number(BigDecimal.ZERO, true) : Content.Number.of(number, computed);
    }
}
