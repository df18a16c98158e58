package juesuan.workbook.read;

import static juesuan.workbook.read.TestBook.entry;
import static juesuan.workbook.read.TestBook.messages;
import static juesuan.workbook.read.TestBook.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import juesuan.model.MoneyUnit;
import juesuan.model.Sheet;
import juesuan.model.UserError;
import juesuan.pack.Pack;
import juesuan.pack.PackFiles;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tabs, headers and the facts about the workbook as a whole. */
class WorkbookReaderTest {

    private static final String TABLE = "收入决算表";
    private static final String TABLE9 = "财政拨款“三公”经费支出决算表";
    private static final String PERFORMANCE = "项目支出绩效自评表";

    @ParameterizedTest
    @ValueSource(strings = {"guangdong", "national"})
    void aFilledWorkbookReadsWithoutFindings(String id) {
        Pack pack = Pack.load(new PackFiles(Optional.empty()), id, 2023);
        Submission read = new TestBook(pack).read();
        assertThat(messages(read)).isEmpty();
        assertThat(read.accounts().sheets()).extracting(Sheet::id)
            .isEqualTo(pack.sheets().stream().map(spec -> spec.id()).toList());
        assertThat(read.accounts().department()).isEqualTo("某某局");
        assertThat(read.accounts().year()).isEqualTo(2023);
        assertThat(read.accounts().unit()).isEqualTo(MoneyUnit.WAN);
        assertThat(entry(read, PERFORMANCE, "资金", "其他资金", "全年执行数").asText()).as("always in 元").isEqualTo("1.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"收入决算表", " 收入 决算表", "表2 收入决算表", "2.收入决算表", "公开02表收入决算表", "（财决03表）收入决算表",
        "收入决算表（公开02表）", "Z03 收入决算表", "二、收入决算表", "“收入决算表”", "2023年度收入决算表", "收入决算表 (2)"})
    void tabsMayCarryNumbers(String name) {
        TestBook book = TestBook.of(TABLE);
        book.workbook.setSheetName(1, name);
        put(book.workbook.getSheetAt(1), 0, 0, "");
        Submission read = book.read();
        assertThat(messages(read)).isEmpty();
        assertThat(read.accounts().sheet(TABLE)).get().extracting(Sheet::name).isEqualTo(name);
    }

    @Test
    void aRenamedTabIsFoundByItsTitle() {
        TestBook book = TestBook.of(TABLE);
        book.workbook.setSheetName(1, "Sheet7");
        put(book.workbook.getSheetAt(1), 0, 0, "表2：2023年度收入决算表");
        assertThat(messages(book.read())).isEmpty();
    }

    @Test
    void aTableWhoseNameEndsLikeAnotherIsNotTakenForIt() {
        TestBook book = TestBook.of("支出决算表");
        book.workbook.setSheetName(1, "财政专户管理资金支出决算表");
        put(book.workbook.getSheetAt(1), 0, 0, "财政专户管理资金支出决算表");
        assertThat(messages(book.read())).containsExactly("W01 ERROR 缺少工作表“支出决算表”。",
            "W04 INFO 财政专户管理资金支出决算表：不是填报工作簿里的工作表，没有读取。");
    }

    @Test
    void twoTabsOfOneTableAreAmbiguous() {
        TestBook book = TestBook.of(TABLE);
        book.workbook.cloneSheet(1, "收入决算表 (2)");
        Submission read = book.read();
        assertThat(messages(read)).containsExactly("W02 ERROR 工作表“收入决算表”和“收入决算表 (2)”都像是“收入决算表”，分不清读哪一张。");
        assertThat(read.findings().get(0).hint()).isEqualTo("请删去多余的一张，或者给它改一个不相干的名字。");
        assertThat(read.accounts().sheet(TABLE)).isEmpty();
    }

    @Test
    void aMissingTabIsNamed() {
        TestBook book = TestBook.of(TABLE);
        book.workbook.removeSheetAt(1);
        assertThat(messages(book.read())).containsExactly("W01 ERROR 缺少工作表“收入决算表”。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HIDDEN", "VERY_HIDDEN"})
    void aHiddenTabIsReadWithAWarning(String visibility) {
        TestBook book = TestBook.of(TABLE);
        book.workbook.setSheetVisibility(1, SheetVisibility.valueOf(visibility));
        Submission read = book.read();
        assertThat(messages(read)).containsExactly("W03 WARNING 收入决算表：这张工作表是隐藏的，已照样读取。");
        assertThat(read.accounts().sheet(TABLE)).isPresent();
    }

    @Test
    void extraTabsAreMentionedUnlessHiddenOrEmpty() {
        TestBook book = TestBook.of(TABLE);
        put(book.workbook.createSheet("我的草稿"), 0, 0, "草稿");
        put(book.workbook.createSheet("填报说明"), 0, 0, "说明");
        put(book.workbook.createSheet("_lists"), 0, 0, "201");
        book.workbook.setSheetVisibility(4, SheetVisibility.VERY_HIDDEN);
        book.workbook.createSheet("Sheet1");
        assertThat(messages(book.read())).containsExactly("W04 INFO 我的草稿：不是填报工作簿里的工作表，没有读取。");
    }

    @Test
    void selfEvaluationSheetsAreCopied() {
        TestBook book = TestBook.of(PERFORMANCE);
        book.workbook.cloneSheet(1, "自评表 (2)");
        book.workbook.cloneSheet(1, "自评表-企业服务");
        book.workbook.cloneSheet(1, "产业发展");
        Submission read = book.read();
        assertThat(messages(read)).isEmpty();
        assertThat(read.accounts().sheets(PERFORMANCE)).extracting(Sheet::name)
            .containsExactly("自评表", "自评表 (2)", "自评表-企业服务", "产业发展");
    }

    @Test
    void aCopyThatNobodyFilledIsIgnored() {
        TestBook book = TestBook.of(PERFORMANCE);
        XSSFSheet copy = book.workbook.cloneSheet(1, "自评表 (2)");
        book.workbook.setSheetVisibility(2, SheetVisibility.HIDDEN);
        for (int row = 2; row <= copy.getLastRowNum(); row++) {
            for (int column = 1; column < 9 && copy.getRow(row) != null; column++) {
                boolean header = row == 8 || row == 14 || row == 17;
                if (!header && copy.getRow(row).getCell(column) != null) {
                    copy.getRow(row).getCell(column).setBlank();
                }
            }
            if (row == 15 || row == 18 || row == 19) {
                copy.getRow(row).getCell(0).setBlank();
            }
        }
        Submission read = book.read();
        assertThat(messages(read)).isEmpty();
        assertThat(read.accounts().sheets(PERFORMANCE)).hasSize(1);
        put(copy, 3, 1, "新的项目");
        assertThat(messages(book.read())).contains("W20 ERROR 自评表 (2)!B3（项目编码·内容）没有填写。",
            "W07 ERROR 自评表 (2)：“一级指标”一栏下面没有内容。");
    }

    @Test
    void aMissingColumnIsNamed() {
        TestBook book = TestBook.of(TABLE);
        put(book.tab(TABLE), 2, 5, "事业类收入");
        Submission read = book.read();
        assertThat(messages(read)).containsExactly("W05 ERROR 收入决算表：“科目”部分没有找到列“事业收入”。");
        assertThat(read.findings().get(0).hint()).isEqualTo("请把列名改回与空白填报表一致，列的左右次序也要一致。");
    }

    @Test
    void columnsInAnotherOrderAreNotGuessed() {
        TestBook book = TestBook.of(TABLE);
        put(book.tab(TABLE), 2, 4, "事业收入");
        put(book.tab(TABLE), 2, 5, "上级补助收入");
        assertThat(messages(book.read())).singleElement().asString().startsWith("W05 ERROR 收入决算表：“科目”部分没有找到列“");
    }

    @Test
    void aTableWithoutHeaderIsNamed() {
        TestBook book = TestBook.of("国有资本经营预算财政拨款支出决算表");
        XSSFSheet sheet = book.tab("国有资本经营预算财政拨款支出决算表");
        sheet.removeRow(sheet.getRow(2));
        sheet.removeRow(sheet.getRow(3));
        assertThat(messages(book.read())).containsExactly(
            "W05 ERROR 国有资本经营预算财政拨款支出决算表：没有找到“科目”部分的表头。");
    }

    @Test
    void blocksThatLookAlikeAreToldApartByTheirHeadings() {
        TestBook book = TestBook.of(TABLE9);
        put(book.tab(TABLE9), 2, 0, "决算数");
        put(book.tab(TABLE9), 2, 6, "预算数");
        assertThat(messages(book.read())).singleElement().asString()
            .startsWith("W05 ERROR " + TABLE9 + "：“预算数、决算数”部分没有找到列“决算数·合计”“");
        put(book.tab(TABLE9), 2, 0, "");
        put(book.tab(TABLE9), 2, 6, "");
        assertThat(messages(book.read())).singleElement().asString().startsWith("W05 ERROR " + TABLE9);
    }

    @Test
    void headersNeedNotBeMerged() {
        TestBook book = new TestBook(TestBook.GUANGDONG);
        for (int i = 0; i < book.workbook.getNumberOfSheets(); i++) {
            XSSFSheet sheet = book.workbook.getSheetAt(i);
            while (sheet.getNumMergedRegions() > 0) {
                sheet.removeMergedRegion(0);
            }
        }
        assertThat(messages(book.read())).isEmpty();
    }

    @Test
    void columnsThatAreNotReadMayBeMissing() {
        TestBook book = TestBook.of("收入支出决算总表");
        put(book.tab("收入支出决算总表"), 3, 1, "");
        put(book.tab("收入支出决算总表"), 3, 4, "");
        assertThat(messages(book.read())).isEmpty();
    }

    @Test
    void aFilledColumnThatNobodyDeclaredIsMentioned() {
        TestBook book = TestBook.of("收入支出决算总表");
        XSSFSheet sheet = book.tab("收入支出决算总表");
        put(sheet, 3, 6, "其中：一般债务");
        TestBook.cell(sheet, 5, 6).setCellValue(7);
        assertThat(messages(book.read())).containsExactly("W06 WARNING 收入支出决算总表!G4“其中:一般债务”不是本表的列，里面的数没有读取。");
    }

    @Test
    void theFactsAreReadBeforeAPackIsChosen() {
        TestBook book = TestBook.of();
        XSSFSheet sheet = book.workbook.createSheet("填报说明");
        put(sheet, 3, 0, "模板包");
        put(sheet, 3, 2, "guangdong");
        WorkbookReader reader = WorkbookReader.open(book.bytes(), "填报.xlsx");
        assertThat(reader.packId()).contains("guangdong");
        assertThat(reader.year()).isEqualTo(OptionalInt.of(2023));
        book.cell("基本信息", "基本信息", "年度", "内容").setBlank();
        book.workbook.removeSheetAt(1);
        WorkbookReader without = WorkbookReader.open(book.bytes(), "填报.xlsx");
        assertThat(without.packId()).isEmpty();
        assertThat(without.year()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"部门名称,6,W20 ERROR 基本信息!B4（部门名称·填写内容）没有填写。", "年度,6,W20 ERROR 基本信息!B5（年度·填写内容）没有填写。"})
    void missingFactsAreNamed(String row, int ignored, String message) {
        TestBook book = TestBook.of(TABLE);
        book.cell("基本信息", "基本信息", row, "内容").setBlank();
        assertThat(messages(book.read())).containsExactly(message);
    }

    @Test
    void anotherYearIsNamed() {
        TestBook book = TestBook.of(TABLE);
        book.cell("基本信息", "基本信息", "年度", "内容").setCellValue("2022");
        assertThat(messages(book.read())).containsExactly("W16 ERROR 基本信息!B5（年度）是 2022，现在却按 2023 年度的规则读取。");
    }

    @Test
    void aWorkbookOfAnotherPackIsRefused() {
        TestBook book = TestBook.of(TABLE);
        XSSFSheet sheet = book.workbook.createSheet("填报说明");
        put(sheet, 3, 0, "模板包");
        put(sheet, 3, 1, "national");
        assertThatThrownBy(book::read).isInstanceOf(UserError.class).hasMessage("“填报.xlsx”是按地区包“national”生成的，"
            + "不能用“guangdong”读取，请用 --pack national，或者用 juesuan template --pack guangdong 重新生成填报工作簿。");
    }

    @Test
    void anotherWorkbookIsRefused() {
        TestBook book = TestBook.of();
        XSSFWorkbook other = book.workbook;
        other.removeSheetAt(0);
        put(other.createSheet("工资表"), 0, 0, "姓名");
        assertThatThrownBy(book::read).isInstanceOf(UserError.class).hasMessage(
            "“填报.xlsx”不是 juesuan 的填报工作簿：里面没有一张认得的工作表。请用 juesuan template 生成空白工作簿，填好再试。");
        assertThatThrownBy(() -> WorkbookReader.open("文字".getBytes(StandardCharsets.UTF_8), "信.xlsx"))
            .isInstanceOf(UserError.class).hasMessageStartingWith("《信.xlsx》是纯文本或 CSV 文件，不是 Excel 工作簿");
    }

    @Test
    void findingsOfAllSheetsAreCollected() {
        TestBook book = TestBook.of(TABLE, TABLE9);
        book.cell(TABLE, "科目", "201", "其他收入").setCellValue("12万");
        book.cell(TABLE9, "决算数", "金额", "合计").setCellValue("①");
        assertThat(messages(book.read())).isEqualTo(List.of(
            "W21 ERROR 收入决算表!I7（201 一般公共服务支出·其他收入）写的是“12万”，不能当作数字。",
            "W21 ERROR " + TABLE9 + "!G7（合计）写的是“①”，不能当作数字。"));
    }
}
