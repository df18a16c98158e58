package juesuan.workbook.live;

import juesuan.workbook.blank.Styles;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFPatternFormatting;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;

/** Red, grey and green for 不通过, 未填 and 通过; the words say the same in black and white. */
final class ResultColors {

    private static final int RED = 0xF4B6B0;
    private static final int GREY = 0xE3E3E3;
    private static final int GREEN = 0xCFE8C6;

    private ResultColors() {
    }

    static void add(XSSFSheet sheet, CellRangeAddress cells) {
        XSSFSheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        formatting.addConditionalFormatting(new CellRangeAddress[] {cells}, new ConditionalFormattingRule[] {
            rule(formatting, "不通过", RED), rule(formatting, "未填", GREY), rule(formatting, "通过", GREEN)});
    }

    private static XSSFConditionalFormattingRule rule(XSSFSheetConditionalFormatting formatting, String result, int rgb) {
        XSSFConditionalFormattingRule rule =
            formatting.createConditionalFormattingRule(ComparisonOperator.EQUAL, "\"" + result + "\"");
        XSSFPatternFormatting pattern = rule.createPatternFormatting();
        pattern.setFillBackgroundColor(Styles.rgb(rgb));
        pattern.setFillPattern(FillPatternType.SOLID_FOREGROUND.getCode());
        return rule;
    }
}
