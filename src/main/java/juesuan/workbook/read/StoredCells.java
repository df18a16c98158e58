package juesuan.workbook.read;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.apache.poi.xssf.model.SharedStringsTable;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.impl.values.XmlValueOutOfRangeException;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/**
 * Takes from the file what a cell holds, a formula's stored result included. Numbers come from the
 * raw text: POI's own getters answer 0.0 for a result that is not there, parse {@code 12d} as 12 and
 * round through double.
 */
final class StoredCells {

    /** What a number may look like in a file: no Java suffixes, no NaN, no 400 digits. */
    private static final Pattern RAW_NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{0,40})?([eE][+-]?\\d{1,3})?");
    /** Beyond this nothing is a disclosed number, and plain notation would explode. */
    private static final int DIGITS = 30;
    private static final String RETYPE = "请在 Excel 或 WPS 中重新输入这一格，保存后再运行。";

    private final int sharedStrings;

    StoredCells(XSSFWorkbook workbook) {
        SharedStringsTable table = workbook.getSharedStringSource();
        this.sharedStrings = table == null ? 0 : table.getSharedStringItems().size();
    }

    static boolean isFormula(XSSFCell cell) {
        return cell.getCTCell().isSetF();
    }

    static boolean isEmpty(XSSFCell cell) {
        CTCell xml = cell.getCTCell();
        return !xml.isSetV() && !xml.isSetF() && !xml.isSetIs();
    }

    /** Whether a formula's result is stored: the empty text is a result, an empty number is none. */
    boolean hasResult(XSSFCell cell) {
        CTCell xml = cell.getCTCell();
        return xml.isSetV() && (!xml.getV().isEmpty() || type(xml) == STCellType.INT_STR);
    }

    Content content(XSSFCell cell) {
        CTCell xml = cell.getCTCell();
        int type = type(xml);
        switch (type) {
            case STCellType.INT_N:
                return xml.isSetV() ? number(xml.getV(), xml.isSetF()) : Content.EMPTY;
            case STCellType.INT_S:
                return shared(cell, xml.isSetV() ? xml.getV() : "");
            case STCellType.INT_STR:
                return text(xml.isSetV() ? new XSSFRichTextString(xml.getV()).getString() : "");
            case STCellType.INT_INLINE_STR:
                return text(xml.isSetIs() ? new XSSFRichTextString(xml.getIs()).getString()
                    : xml.isSetV() ? new XSSFRichTextString(xml.getV()).getString() : "");
            case STCellType.INT_B:
                return logical("1".equals(xml.getV()) || "true".equals(xml.getV()));
            case STCellType.INT_E:
                return errorValue(xml.isSetV() ? xml.getV() : "#?");
            default:
                return new Content.Failure(Problem.error(ReadRule.BROKEN_CELL, "的内容类型不认识，读不出来", RETYPE), "");
        }
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

    private Content shared(XSSFCell cell, String index) {
        boolean known;
        try {
            int at = Integer.parseInt(index);
            known = at >= 0 && at < sharedStrings;
        } catch (NumberFormatException e) {
            known = false;
        }
        // POI answers "" for an index that is not there.
        return known ? text(cell.getStringCellValue())
            : new Content.Failure(Problem.error(ReadRule.BROKEN_CELL, "的文字在文件里找不到", RETYPE), "");
    }

    private static int type(CTCell xml) {
        try {
            return xml.getT().intValue();
        } catch (XmlValueOutOfRangeException e) {
            return 0;
        }
    }
}
