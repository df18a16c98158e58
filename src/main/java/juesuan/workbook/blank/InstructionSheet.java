package juesuan.workbook.blank;

import java.util.List;
import juesuan.pack.Pack;
import juesuan.pack.SheetSpec;
import juesuan.workbook.sheet.OwnSheets;
import juesuan.workbook.sheet.SheetSetup;
import juesuan.workbook.sheet.TextWidth;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.formula.SheetNameFormatter;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The first sheet: which pack the workbook belongs to, how to fill it, what the colours mean, what is where. */
public final class InstructionSheet {

    private static final String PACK_NAME = "模板包名称";
    private static final String PACK_VERSION = "模板包版本";

    private static final int LABEL_WIDTH = 44;
    private static final int TEXT_WIDTH = 84;
    private static final int WIDTH_UNITS = 256;
    private static final int LINE_HEIGHT = 17;
    private static final int TITLE_HEIGHT = 34;
    private static final int SECTION_HEIGHT = 26;

    private final Pack pack;
    private final XSSFSheet sheet;
    private final Styles styles;
    private int next;

    public InstructionSheet(Pack pack, XSSFWorkbook workbook, Styles styles) {
        this.pack = pack;
        this.sheet = workbook.createSheet(OwnSheets.INSTRUCTIONS);
        this.styles = styles;
    }

    public void write() {
        sheet.setDisplayGridlines(false);
        sheet.setColumnWidth(0, LABEL_WIDTH * WIDTH_UNITS);
        sheet.setColumnWidth(1, TEXT_WIDTH * WIDTH_UNITS);
        wide("部门决算公开填报工作簿", styles.title(), TITLE_HEIGHT);
        pair(OwnSheets.PACK, pack.id());
        pair(PACK_NAME, pack.name());
        pair(PACK_VERSION, pack.version());
        pair(OwnSheets.YEAR, Integer.toString(pack.year()));
        wide("怎样填", styles.section(), SECTION_HEIGHT);
        pack.instructions().forEach(this::instruction);
        wide("颜色", styles.section(), SECTION_HEIGHT);
        legend(Styles.Fill.INPUT, "请填写", "由您填写的格子。");
        legend(Styles.Fill.OFFER, "可以改", "预先放了公式的格子：可以保留，也可以直接填数或粘贴。");
        legend(Styles.Fill.RESULT, "不用填", "程序算出来给您看的，锁定。");
        legend(Styles.Fill.HEADER, "表头", "表头和行名，锁定；程序靠它们认出每个数，请不要改。");
        wide("各页", styles.section(), SECTION_HEIGHT);
        pack.sheets().forEach(this::entry);
        SheetSetup.paper(sheet, false);
        SheetSetup.protect(sheet);
    }

    private void instruction(String text) {
        wide(text, styles.text(false, false), TextWidth.lines(text, LABEL_WIDTH + TEXT_WIDTH) * LINE_HEIGHT + 4);
    }

    private void legend(Styles.Fill fill, String word, String meaning) {
        XSSFRow row = row(LINE_HEIGHT + 4);
        cell(row, 0, word, styles.sample(fill));
        cell(row, 1, meaning, styles.text(false, true));
    }

    /** A link to the sheet, and what it is for. */
    private void entry(SheetSpec spec) {
        String text = purpose(spec);
        XSSFRow row = row(Math.max(TextWidth.lines(text, TEXT_WIDTH), TextWidth.lines(spec.name(), LABEL_WIDTH))
            * LINE_HEIGHT + 4);
        XSSFCell link = cell(row, 0, spec.name(), styles.link());
        Hyperlink target = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        target.setAddress(SheetNameFormatter.format(spec.name()) + "!A1");
        link.setHyperlink(target);
        cell(row, 1, text, styles.text(false, true));
    }

    private String purpose(SheetSpec spec) {
        if (spec.kind() == SheetSpec.Kind.TABLE) {
            Integer number = pack.tableNumbers().get(spec.id());
            return number == null ? "决算表" : String.format("公开%02d表", number);
        }
        return spec.help();
    }

    private void pair(String label, String value) {
        XSSFRow row = row(LINE_HEIGHT + 4);
        cell(row, 0, label, styles.text(true, true));
        cell(row, 1, value, styles.text(false, true));
    }

    private void wide(String text, CellStyle style, int height) {
        XSSFRow row = row(height);
        for (int column : List.of(0, 1)) {
            row.createCell(column).setCellStyle(style);
        }
        row.getCell(0).setCellValue(text);
        sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), 0, 1));
    }

    private static XSSFCell cell(XSSFRow row, int column, String text, CellStyle style) {
        XSSFCell cell = row.createCell(column);
        cell.setCellValue(text);
        cell.setCellStyle(style);
        return cell;
    }

    private XSSFRow row(int height) {
        XSSFRow row = sheet.createRow(next++);
        row.setHeightInPoints(height);
        return row;
    }
}
