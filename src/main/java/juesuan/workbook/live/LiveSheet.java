package juesuan.workbook.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import juesuan.model.Finding.Severity;
import juesuan.model.Place;
import juesuan.pack.Pack;
import juesuan.pack.Rule;
import juesuan.pack.RuleSpec;
import juesuan.workbook.blank.ExcelFormulas;
import juesuan.workbook.blank.Layout;
import juesuan.workbook.blank.Styles;
import juesuan.workbook.live.LiveDetail.Part;
import juesuan.workbook.sheet.OwnSheets;
import juesuan.workbook.sheet.SheetSetup;
import juesuan.workbook.sheet.TextWidth;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The sheet 审核: each rule in one row with its result while the clerk types. Its formulas are written from
 * the rules that the program audits by.
 */
public final class LiveSheet {

    private static final List<String> TITLES = List.of("编号", "规则", "级别", "结果", "左边的数", "右边的数", "差额", "在哪里", "怎么办");
    private static final List<Integer> WIDTHS = List.of(7, 40, 7, 9, 20, 20, 20, 36, 36);
    private static final int RESULT = 3;
    private static final int LEFT = 4;
    private static final int WHERE = 7;
    private static final int ADVICE = 8;
    private static final int WIDTH_UNITS = 256;
    private static final int LINE_HEIGHT = 14;
    private static final int TITLE_HEIGHT = 30;
    private static final int COUNT_HEIGHT = 22;
    /** A file that no program has calculated yet says so, instead of a result that may be wrong. */
    private static final String NOT_CALCULATED = "未算";

    private final Pack pack;
    private final XSSFWorkbook workbook;
    private final XSSFSheet sheet;
    private final Styles styles;
    private int next;

    /** Created early, for its place among the tabs; filled when all other sheets are there. */
    public LiveSheet(Pack pack, XSSFWorkbook workbook, Styles styles) {
        this.pack = pack;
        this.workbook = workbook;
        this.sheet = workbook.createSheet(OwnSheets.LIVE);
        this.styles = styles;
    }

    /** @param tabs by sheet the tabs that hold it */
    public void write(Map<String, Layout> layouts, Map<String, List<String>> tabs) {
        LiveDetail detail = new LiveDetail(workbook, styles.list());
        Layout basics = layouts.get("基本信息");
        String unit = "基本信息!" + basics.cell(new Place("基本信息", "基本信息", "金额单位", "内容")).orElseThrow().formatAsString();
        LiveCells cells = new LiveCells(pack.sheets(), layouts, tabs, detail, unit);
        next = 4;
        List<String> others = new ArrayList<>();
        for (RuleSpec spec : pack.rules()) {
            if (spec.isOn() && !row(spec, cells, detail)) {
                others.add(spec.id());
            }
        }
        head();
        foot(others);
        view();
        detail.hide();
    }

    /** @return whether the rule can be said in formulas */
    private boolean row(RuleSpec spec, LiveCells cells, LiveDetail detail) {
        if (spec.check().isEmpty()) {
            return false;
        }
        try {
            Rule rule = Rule.of(pack, spec);
            if (!rule.tests().isEmpty()) {
                row(spec, LiveRule.write(rule, cells, detail));
            }
            return true;
        } catch (SideFormula.Untranslatable e) {
            return false;
        }
    }

    private void row(RuleSpec spec, int at) {
        XSSFRow row = sheet.createRow(next++);
        row.setHeightInPoints(LINE_HEIGHT * Math.max(2, Math.max(TextWidth.lines(spec.title(), WIDTHS.get(1)),
            TextWidth.lines(spec.hint(), WIDTHS.get(ADVICE)))) + 4);
        text(row, 0, spec.id(), styles.cell(HorizontalAlignment.CENTER));
        text(row, 1, spec.title(), styles.cell(HorizontalAlignment.LEFT));
        text(row, 2, level(spec.severity()), styles.cell(HorizontalAlignment.CENTER));
        formula(row, RESULT, detail(2, at), NOT_CALCULATED, styles.cell(HorizontalAlignment.CENTER));
        for (int i = 0; i < 3; i++) {
            formula(row, LEFT + i, detail(4 + i, at), "", styles.figure());
        }
        formula(row, WHERE, detail(7, at), "", styles.cell(HorizontalAlignment.LEFT));
        String result = ExcelFormulas.cell(row.getRowNum(), RESULT);
        formula(row, ADVICE, "IF(" + result + "=\"不通过\",\"" + spec.hint().replace("\"", "\"\"") + "\",\"\")", "",
            styles.cell(HorizontalAlignment.LEFT));
    }

    private static String detail(int column, int row) {
        return OwnSheets.LIVE_DETAIL + "!" + LiveDetail.at(Part.RULES, column, row);
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "错误";
            case WARNING -> "提醒";
            case INFO -> "提示";
        };
    }

    private void head() {
        int last = next - 1;
        merged(0, "审核", styles.title(), TITLE_HEIGHT);
        merged(1, "每条规则一行，一边填一边核对，结果随时会变；与程序用的是同一套规则。不通过的写明在哪里；同一条规则有几处不通过时，先写第一处。"
            + "金额按填写的单位列出。万元的数各自四舍五入造成的尾数误差算通过。", styles.note(HorizontalAlignment.LEFT), 2 * LINE_HEIGHT + 4);
        String results = ExcelFormulas.range(4, last, RESULT);
        XSSFCell counts = merged(2, "", styles.section(), COUNT_HEIGHT);
        counts.setCellFormula("\"现在：不通过 \"&COUNTIF(" + results + ",\"不通过\")&\" 条，未填 \"&COUNTIF(" + results
            + ",\"未填\")&\" 条，通过 \"&COUNTIF(" + results + ",\"通过\")&\" 条\"");
        LiveDetail.result(counts, "用 Excel 或 WPS 打开后自动核对");
        XSSFRow header = sheet.createRow(3);
        header.setHeightInPoints(COUNT_HEIGHT);
        for (int i = 0; i < TITLES.size(); i++) {
            text(header, i, TITLES.get(i), styles.header());
            sheet.setColumnWidth(i, WIDTHS.get(i) * WIDTH_UNITS + 180);
        }
    }

    private void foot(List<String> others) {
        String more = others.isEmpty() ? "" : "另有 " + others.size() + " 条规则写不成公式，由程序核对：" + String.join("、", others) + "。";
        merged(next++, "注：" + more + "填完以后运行 juesuan check，程序会把这些和每一格的写法一起核对。"
            + "后来复制出来的自评表这一页看不到，由程序核对。表 1 到表 6 没有填全的时候，整张没有数的表不算错，结果写“未填”。",
            styles.note(HorizontalAlignment.LEFT), 2 * LINE_HEIGHT + 4);
    }

    private void view() {
        sheet.setDisplayGridlines(false);
        sheet.createFreezePane(2, 4);
        sheet.setAutoFilter(new CellRangeAddress(3, next - 2, 0, TITLES.size() - 1));
        ResultColors.add(sheet, new CellRangeAddress(4, next - 2, RESULT, RESULT));
        SheetSetup.paper(sheet, true);
        sheet.setRepeatingRows(new CellRangeAddress(0, 3, -1, -1));
        SheetSetup.protect(sheet);
    }

    private XSSFCell merged(int rowIndex, String text, CellStyle style, int height) {
        XSSFRow row = sheet.createRow(rowIndex);
        row.setHeightInPoints(height);
        for (int column = 0; column < TITLES.size(); column++) {
            row.createCell(column).setCellStyle(style);
        }
        sheet.addMergedRegion(new CellRangeAddress(rowIndex, rowIndex, 0, TITLES.size() - 1));
        row.getCell(0).setCellValue(text);
        return row.getCell(0);
    }

    private static void text(XSSFRow row, int column, String text, CellStyle style) {
        XSSFCell cell = row.createCell(column);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    private static void formula(XSSFRow row, int column, String formula, String shown, CellStyle style) {
        XSSFCell cell = row.createCell(column);
        cell.setCellFormula(formula);
        LiveDetail.result(cell, shown);
        cell.setCellStyle(style);
    }
}
