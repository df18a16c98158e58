package juesuan.workbook.read;

import static juesuan.workbook.read.TestBook.cell;
import static juesuan.workbook.read.TestBook.entry;
import static juesuan.workbook.read.TestBook.messages;
import static juesuan.workbook.read.TestBook.put;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import juesuan.model.Block;
import juesuan.model.Entry;
import juesuan.model.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of every kind: found wherever they stand, or named. */
class RowsTest {

    private static final String CODES = "收入决算表";
    private static final String FIXED = "收入支出决算总表";
    private static final String TABLE3 = "支出决算表";
    private static final String TABLE5 = "一般公共预算财政拨款支出决算表";
    private static final String TABLE4 = "财政拨款收入支出决算总表";
    private static final String TABLE6 = "一般公共预算财政拨款基本支出决算明细表";
    private static final String TABLE9 = "财政拨款“三公”经费支出决算表";
    private static final String PERFORMANCE = "项目支出绩效自评表";

    private static Block block(Submission read, String sheet, String block) {
        return read.accounts().sheet(sheet).orElseThrow().block(block).orElseThrow();
    }

    private static List<String> keys(Block block) {
        return block.rows().stream().map(Row::key).toList();
    }

    @Test
    void codesAreTextOrNumbers() {
        TestBook book = TestBook.of(CODES);
        book.cell(CODES, "科目", "201", "科目编码").setCellValue(201);
        book.cell(CODES, "科目", "20105", "科目编码").setCellValue(" 20105\u3000");
        Submission read = book.read();
        assertThat(messages(read)).isEmpty();
        assertThat(keys(block(read, CODES, "科目"))).containsExactly("合计", "201", "20105", "2010504");
        assertThat(block(read, CODES, "科目").rows().get(1).label()).isEqualTo("一般公共服务支出");
    }

    /** Carried from last year, and nothing happened under it this year. */
    @Test
    void aCodeWithoutAmountsIsNoRowAndIsToldOnce() {
        TestBook book = TestBook.of(CODES);
        XSSFSheet sheet = book.tab(CODES);
        int next = book.cell(CODES, "科目", "2010504", "科目编码").getRowIndex() + 1;
        for (String code : List.of("208", "20805", "2080505")) {
            put(sheet, next, 0, code);
            cell(sheet, next++, 2).setCellFormula("SUM(D" + next + ":I" + next + ")");
        }
        Submission read = book.read();
        assertThat(messages(read)).as("one remark for all such rows of a table").containsExactly("W17 INFO 收入决算表：第 "
            + (next - 2) + "–" + next + " 行有科目没有金额（A" + (next - 2) + ":A" + next + "），不印出。");
        assertThat(keys(block(read, CODES, "科目"))).containsExactly("合计", "201", "20105", "2010504");
    }

    @Test
    void rowsWithoutAmountsThatAdjoinAreOneRun() {
        TestBook book = TestBook.of(CODES);
        XSSFSheet sheet = book.tab(CODES);
        int next = book.cell(CODES, "科目", "2010504", "科目编码").getRowIndex() + 1;
        for (int i = 0; i < 40; i++) {
            put(sheet, next + i, 0, Integer.toString(2010505 + i));
        }
        cell(sheet, next + 1, 3).setCellValue(0);
        cell(sheet, next + 4, 3).setCellValue(0);
        assertThat(messages(book.read())).filteredOn(message -> message.startsWith("W17")).singleElement().asString()
            .startsWith("W17 INFO 收入决算表：第 " + (next + 1) + "、" + (next + 3) + "、" + (next + 4) + "、" + (next + 6) + "–" + (next + 40) + " 行有科目没有金额");
    }

    @Test
    void aTypedZeroOrTheSumOfOtherRowsMakesARow() {
        TestBook book = TestBook.of(CODES);
        XSSFSheet sheet = book.tab(CODES);
        int next = book.cell(CODES, "科目", "2010504", "科目编码").getRowIndex() + 1;
        put(sheet, next, 0, "208");
        cell(sheet, next, 3).setCellFormula("D" + (next + 2));
        put(sheet, next + 1, 0, "20805");
        cell(sheet, next + 1, 3).setCellValue(0);
        assertThat(keys(block(book.read(), CODES, "科目"))).endsWith("208", "20805");
    }

    /** A 类 whose amounts were forgotten: the rules that add it up must find it. */
    @Test
    void aSumWithoutAmountsOverRowsWithAmountsStays() {
        TestBook book = TestBook.of(CODES);
        XSSFSheet sheet = book.tab(CODES);
        int at = book.cell(CODES, "科目", "20105", "科目编码").getRowIndex();
        for (int column = 2; column < 9; column++) {
            cell(sheet, at, column).setBlank();
        }
        assertThat(keys(block(book.read(), CODES, "科目"))).containsExactly("合计", "201", "20105", "2010504");
    }

    /** As Excel does it: formulas that took a cell of the deleted row lose it. */
    @Test
    void aFormulaThatLostItsCellSaysThatARowWasDeleted() {
        TestBook book = TestBook.of(CODES);
        XSSFCell total = book.cell(CODES, "科目", "合计", "财政拨款收入");
        XSSFCell gone = book.cell(CODES, "科目", "20105", "财政拨款收入");
        total.setCellFormula("D" + (book.cell(CODES, "科目", "201", "财政拨款收入").getRowIndex() + 1) + "+0*" + gone.getAddress());
        XSSFSheet sheet = book.tab(CODES);
        int row = gone.getRowIndex();
        sheet.removeRow(sheet.getRow(row));
        sheet.shiftRows(row + 1, sheet.getLastRowNum(), -1);
        assertThat(total.getCellFormula()).as("what deleting the row leaves").contains("#REF!");
        Submission read = book.read();
        assertThat(messages(read)).as("the cell, the cause").anySatisfy(message -> assertThat(message)
            .startsWith("W40 ERROR 收入决算表!" + total.getAddress()).endsWith("的公式因为删了行、列或者工作表而失效（#REF!）。"));
        assertThat(read.findings()).as("what to do").anySatisfy(finding -> assertThat(finding.hint()).contains("直接填写这一格的数"));
    }

    @Test
    void fullWidthCodesAreReadWithARemark() {
        TestBook book = TestBook.of(CODES);
        book.cell(CODES, "科目", "20105", "科目编码").setCellValue("２０１０５");
        Submission read = book.read();
        assertThat(messages(read)).containsExactly("W22 INFO 收入决算表!A8写的是“２０１０５”，已按 20105 读取。");
        assertThat(keys(block(read, CODES, "科目"))).contains("20105");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2010", "20", "2010A", "２０１０", "201-05"})
    void otherCodesAreNamed(String code) {
        TestBook book = TestBook.of(CODES);
        book.cell(CODES, "科目", "20105", "科目编码").setCellValue(code);
        assertThat(messages(book.read())).singleElement().asString()
            .startsWith("W11 ERROR 收入决算表!A8写的是“").endsWith("”，不是本表能用的科目编码。");
    }

    /** As some systems export them. */
    @ParameterizedTest
    @ValueSource(strings = {"2010504信息事务", "2010504 信息事务", "2010504　信息事务", "2010504-信息事务"})
    void codeAndNameMayStandInOneCell(String written) {
        TestBook book = TestBook.of(CODES);
        book.cell(CODES, "科目", "2010504", "科目名称").setBlank();
        book.cell(CODES, "科目", "2010504", "科目编码").setCellValue(written);
        Submission read = book.read();
        assertThat(messages(read)).containsExactly("W22 INFO 收入决算表!A9写的是“" + written + "”，已读作编码 2010504、名称“信息事务”。");
        assertThat(block(read, CODES, "科目").row("2010504").orElseThrow().label()).isEqualTo("信息事务");
    }

    @ParameterizedTest
    @ValueSource(strings = {"制表人：张三", "填报人 张三", "审核人：", "单位负责人（签章）：", "填报日期：2024年8月"})
    void signaturesBelowATableAreNone(String text) {
        for (String table : List.of(CODES, FIXED)) {
            TestBook book = TestBook.of(table);
            XSSFSheet sheet = book.tab(table);
            for (int column = 0; column < 4; column++) {
                TestBook below = TestBook.of(table);
                put(below.tab(table), sheet.getLastRowNum() + 1, column, text);
                put(below.tab(table), sheet.getLastRowNum() + 1, column + 1, "审核人：李四");
                assertThat(messages(below.read())).as(table + " 第 " + column + " 列").isEmpty();
            }
        }
    }

    @Test
    void anAmountWithoutACodeIsNamed() {
        TestBook book = TestBook.of(CODES);
        book.cell(CODES, "科目", "2010504", "科目编码").setBlank();
        Submission read = book.read();
        assertThat(messages(read)).containsExactly("W09 ERROR 收入决算表!C9这一行有数，但是没有科目编码。");
        assertThat(read.findings().get(0).hint()).isEqualTo("请补上，或者删去这一行的内容。");
    }

    @Test
    void aCodeMayStandOnlyOnce() {
        TestBook book = TestBook.of(CODES);
        book.cell(CODES, "科目", "2010504", "科目编码").setCellValue("20105");
        book.cell(CODES, "科目", "2010504", "科目名称").setCellValue("统计信息事务");
        Submission read = book.read();
        assertThat(messages(read)).containsExactly("W10 ERROR 收入决算表!A9（20105 统计信息事务）与 A8 重复。");
        assertThat(read.findings().get(0).cells()).extracting(c -> c.at().address()).containsExactly("A8", "A9");
    }

    @Test
    void namesMayDifferFromTheList() {
        TestBook book = TestBook.of(CODES);
        book.cell(CODES, "科目", "20105", "科目名称").setCellValue("统计事务");
        book.cell(CODES, "科目", "2010504", "科目编码").setCellValue("2019998");
        book.cell(CODES, "科目", "2010504", "科目名称").setCellValue("别的事务");
        Submission read = book.read();
        assertThat(messages(read)).containsExactly(
            "W12 INFO 收入决算表!B8（20105 统计事务）与科目表里的名称“统计信息事务”不同，已照填写的名称读取。",
            "W12 INFO 收入决算表!B9（2019998 别的事务）的编码不在科目表里，已照填写的名称读取。");
        assertThat(block(read, CODES, "科目").row("20105").orElseThrow().label()).isEqualTo("统计事务");
    }

    @Test
    void anEmptyNameIsTakenFromTheList() {
        TestBook book = TestBook.of(CODES);
        book.cell(CODES, "科目", "20105", "科目名称").setBlank();
        Submission read = book.read();
        assertThat(messages(read)).isEmpty();
        assertThat(block(read, CODES, "科目").row("20105").orElseThrow().label()).isEqualTo("统计信息事务");
        book.cell(CODES, "科目", "20105", "科目编码").setCellValue("2019998");
        assertThat(messages(book.read())).containsExactly("W20 ERROR 收入决算表!B8（2019998）没有填写科目名称，科目表里也没有这个编码。");
    }

    private static final String UNLISTED = "2019998";

    /** A workbook in which a code that the list lacks has these names in tables 2, 3 and 5. */
    private static Submission unlisted(String income, String expenditure, String general) {
        List<String> tables = List.of(CODES, TABLE3, TABLE5);
        List<String> names = List.of(income, expenditure, general);
        TestBook book = TestBook.of(CODES, TABLE3, TABLE5);
        for (int i = 0; i < tables.size(); i++) {
            book.cell(tables.get(i), "科目", "2010504", "科目编码").setCellValue(UNLISTED);
            book.cell(tables.get(i), "科目", "2010504", "科目名称").setCellValue(names.get(i));
        }
        return book.read();
    }

    private static List<String> labels(Submission read) {
        return List.of(CODES, TABLE3, TABLE5).stream().map(t -> block(read, t, "科目").row(UNLISTED).orElseThrow().label()).toList();
    }

    @ParameterizedTest
    @CsvSource({"甲,'',''", "'',甲,''", "'','',甲"})
    void oneTableNamesACodeForAll(String income, String expenditure, String general) {
        Submission read = unlisted(income, expenditure, general);
        assertThat(labels(read)).containsOnly("甲");
        assertThat(messages(read)).singleElement().asString().startsWith("W12 INFO ")
            .endsWith("!B9（" + UNLISTED + " 甲）的编码不在科目表里，已照填写的名称读取。");
    }

    @Test
    void aCodeIsRemarkedOnOnceHoweverManyTablesHaveIt() {
        Submission read = unlisted("甲", "甲", "甲");
        assertThat(messages(read)).containsExactly("W12 INFO 收入决算表!B9（" + UNLISTED + " 甲）等 3 格的编码不在科目表里，已照填写的名称读取。");
        assertThat(read.findings().get(0).cells()).extracting(c -> c.at().sheet()).containsExactly(CODES, TABLE3, TABLE5);
    }

    @Test
    void aCodeThatNoTableNamesIsOneError() {
        Submission read = unlisted("", "", "");
        assertThat(messages(read)).containsExactly("W20 ERROR 收入决算表!B9（" + UNLISTED + "）等 3 格没有填写科目名称，科目表里也没有这个编码。");
        assertThat(read.findings().get(0).hint()).isEqualTo("请填写科目名称（在一张表里填写就可以），并核对科目编码。");
    }

    @Test
    void twoNamesOfACodeAreOneFinding() {
        Submission read = unlisted("甲", "乙", "");
        assertThat(messages(read)).containsExactly("W12 WARNING 收入决算表!B9（" + UNLISTED + " 甲）等 2 格和 支出决算表!B9 里的“乙”"
            + "是同一个编码的两个名称，科目表里没有这个编码。");
        assertThat(read.findings().get(0).cells()).extracting(c -> c.label()).containsExactly(UNLISTED + " 甲", UNLISTED + " 乙");
        assertThat(labels(read)).as("each as it is written, the empty one as the first").containsExactly("甲", "乙", "甲");
    }

    @Test
    void anotherNameThanTheListsIsRemarkedOnOnce() {
        TestBook book = TestBook.of(CODES, TABLE3, TABLE5);
        book.cell(CODES, "科目", "20105", "科目名称").setCellValue("统计事务");
        book.cell(TABLE3, "科目", "20105", "科目名称").setCellValue(" 统计 事务");
        book.cell(TABLE5, "科目", "20105", "科目名称").setBlank();
        Submission read = book.read();
        assertThat(messages(read)).containsExactly(
            "W12 INFO 收入决算表!B8（20105 统计事务）等 2 格与科目表里的名称“统计信息事务”不同，已照填写的名称读取。");
        assertThat(block(read, TABLE5, "科目").row("20105").orElseThrow().label()).isEqualTo("统计信息事务");
    }

    @Test
    void theTotalMayStandLastAndInEitherColumn() {
        TestBook book = TestBook.of(CODES);
        XSSFSheet sheet = book.tab(CODES);
        sheet.shiftRows(6, 8, -1);
        put(sheet, 8, 0, "合　计");
        for (int column = 2; column < 9; column++) {
            cell(sheet, 8, column).setCellValue(1);
        }
        Submission read = book.read();
        assertThat(messages(read)).isEmpty();
        assertThat(keys(block(read, CODES, "科目"))).containsExactly("合计", "201", "20105", "2010504");
    }

    @Test
    void aMissingTotalIsNamed() {
        TestBook book = TestBook.of(CODES);
        book.tab(CODES).removeRow(book.tab(CODES).getRow(5));
        assertThat(messages(book.read())).containsExactly("W07 ERROR 收入决算表：缺少“合计”这一行。");
    }

    @Test
    void anEmptyTotalIsZeroOnlyInAnEmptyTable() {
        TestBook book = TestBook.of(CODES);
        book.cell(CODES, "科目", "合计", "事业收入").setBlank();
        Submission read = book.read();
        assertThat(messages(read)).containsExactlyInAnyOrder("W20 ERROR 收入决算表!F6（合计·事业收入）没有填写，可是它的分项有数。",
            "W20 ERROR 收入决算表!C6（合计·本年收入合计）与它的分项之和不等，而分项里空着 1 格（F6），空着的按 0 算。");
        for (int row = 6; row < 9; row++) {
            book.tab(CODES).removeRow(book.tab(CODES).getRow(row));
        }
        for (int column = 2; column < 9; column++) {
            cell(book.tab(CODES), 5, column).setBlank();
        }
        read = book.read();
        assertThat(messages(read)).isEmpty();
        assertThat(entry(read, CODES, "科目", "合计", "事业收入").asText()).isEqualTo("0.00");
    }

    @Test
    void preparedRowsWithFormulasAreNotUsed() {
        TestBook book = TestBook.of(CODES);
        XSSFCell sum = cell(book.tab(CODES), 20, 2);
        sum.setCellFormula("SUM(D21:I21)");
        XSSFCell name = cell(book.tab(CODES), 20, 1);
        name.setCellFormula("IF(A21=\"\",\"\",\"?\")");
        book.workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        assertThat(messages(book.read())).isEmpty();
        cell(book.tab(CODES), 20, 3).setCellValue(5);
        book.workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        assertThat(messages(book.read())).containsExactly("W09 ERROR 收入决算表!C21这一行有数，但是没有科目编码。");
    }

    @Test
    void aMissingRowIsNamed() {
        TestBook book = TestBook.of(FIXED);
        book.cell(FIXED, "收入", "经营收入", "项目").setCellValue("六、经营类收入");
        Submission read = book.read();
        assertThat(messages(read)).containsExactly(
            "W08 ERROR 收入支出决算总表!A11（六、经营类收入）不是本表的行，里面的数没有读取。",
            "W07 ERROR 收入支出决算总表：缺少“六、经营收入”这一行。");
    }

    @Test
    void rowsAreFoundByLabelWhereverTheyStandAndHoweverTheyAreWritten() {
        TestBook book = TestBook.of(FIXED);
        book.cell(FIXED, "收入", "经营收入", "项目").setCellValue(" 经营 收入：");
        book.cell(FIXED, "收入", "使用非财政拨款结余（含专用结余）", "项目").setCellValue("使用非财政拨款结余");
        put(book.tab(FIXED), 5, 0, "八、其他收入");
        put(book.tab(FIXED), 12, 0, "一、一般公共预算财政拨款收入");
        cell(book.tab(FIXED), 5, 2).setCellValue(88);
        Submission read = book.read();
        assertThat(messages(read)).isEmpty();
        assertThat(entry(read, FIXED, "收入", "其他收入", "决算数").asText()).isEqualTo("880000.00");
    }

    @Test
    void repeatedLabelsAreTakenInOrder() {
        TestBook book = TestBook.of(TABLE4);
        book.cell(TABLE4, "收入", "一般公共预算财政拨款", "金额").setCellValue(3);
        book.cell(TABLE4, "收入", "年初一般公共预算财政拨款", "金额").setCellValue(4);
        Submission read = book.read();
        assertThat(messages(read)).isEmpty();
        assertThat(entry(read, TABLE4, "收入", "一般公共预算财政拨款", "金额").asText()).isEqualTo("30000.00");
        assertThat(entry(read, TABLE4, "收入", "年初一般公共预算财政拨款", "金额").asText()).isEqualTo("40000.00");
        // Without its numbering the first row has the label of the later one: order decides.
        book.cell(TABLE4, "收入", "一般公共预算财政拨款", "项目").setCellValue("一般公共预算财政拨款");
        read = book.read();
        assertThat(messages(read)).isEmpty();
        assertThat(entry(read, TABLE4, "收入", "一般公共预算财政拨款", "金额").asText()).isEqualTo("30000.00");
        assertThat(entry(read, TABLE4, "收入", "年初一般公共预算财政拨款", "金额").asText()).isEqualTo("40000.00");
    }

    @Test
    void rowsThatLookAlikeInAnotherOrderAreNamed() {
        TestBook book = TestBook.of(TABLE4);
        XSSFSheet sheet = book.tab(TABLE4);
        int first = book.cell(TABLE4, "收入", "一般公共预算财政拨款", "项目").getRowIndex();
        put(sheet, first, 0, "本年收入合计");
        put(sheet, first + 1, 0, "一般公共预算财政拨款");
        put(sheet, book.cell(TABLE4, "收入", "本年收入合计", "项目").getRowIndex(), 0, "二、政府性基金预算财政拨款");
        assertThat(messages(book.read())).containsExactly("W10 ERROR " + TABLE4
            + "!A34（一般公共预算财政拨款）与 A7 名称相近，次序却和空白填报表不同，分不清哪一行是哪一行。");
    }

    @Test
    void aRowThatIsMissingDoesNotLendItsNameToAnother() {
        TestBook book = TestBook.of(TABLE4);
        book.cell(TABLE4, "收入", "一般公共预算财政拨款", "项目").setBlank();
        book.cell(TABLE4, "收入", "一般公共预算财政拨款", "金额").setBlank();
        assertThat(messages(book.read())).containsExactly("W07 ERROR " + TABLE4 + "：缺少“一、一般公共预算财政拨款”这一行。");
    }

    @Test
    void aRowTwiceIsNamedWithBothCells() {
        TestBook book = TestBook.of(FIXED);
        book.cell(FIXED, "收入", "经营收入", "项目").setCellValue("五、事业收入");
        assertThat(messages(book.read())).containsExactly(
            "W10 ERROR 收入支出决算总表!A11（五、事业收入）与 A10 重复。", "W07 ERROR 收入支出决算总表：缺少“六、经营收入”这一行。");
    }

    @Test
    void anAmountWithoutALabelIsNamed() {
        TestBook book = TestBook.of(FIXED);
        cell(book.tab(FIXED), 20, 2).setCellValue(5);
        assertThat(messages(book.read())).containsExactly("W09 ERROR 收入支出决算总表!C21这一行有内容，但是没有项目名称。");
    }

    @Test
    void tableSixMayHaveFurtherSubjects() {
        TestBook book = TestBook.of(TABLE6);
        XSSFSheet sheet = book.tab(TABLE6);
        int row = book.cell(TABLE6, "公用经费", "30299", "金额").getRowIndex() + 1;
        put(sheet, row, 3, "30241");
        put(sheet, row, 4, "新的科目");
        cell(sheet, row, 5).setCellValue(5);
        Submission read = book.read();
        assertThat(messages(read)).containsExactly("W08 INFO " + TABLE6 + "!D" + (row + 1) + "（30241）不在本表预置的科目里，已照样读取。");
        assertThat(entry(read, TABLE6, "公用经费", "30241", "金额").asText()).isEqualTo("50000.00");
        put(sheet, row, 3, "30299");
        assertThat(messages(book.read())).containsExactly(
            "W10 ERROR " + TABLE6 + "!D" + (row + 1) + "（30299）与 D" + row + " 重复。");
    }

    @Test
    void tableNineIsReadByPosition() {
        TestBook book = TestBook.of(TABLE9);
        book.cell(TABLE9, "决算数", "金额", "公务用车购置费").setCellValue(17.4);
        Submission read = book.read();
        assertThat(messages(read)).isEmpty();
        assertThat(entry(read, TABLE9, "决算数", "金额", "公务用车购置费").asText()).isEqualTo("174000.00");
        assertThat(entry(read, TABLE9, "预算数", "金额", "公务用车购置费").asText()).isEqualTo("10000.00");
        int row = book.cell(TABLE9, "决算数", "金额", "合计").getRowIndex();
        cell(book.tab(TABLE9), row + 1, 3).setCellValue(9);
        assertThat(messages(book.read())).containsExactly("W08 ERROR " + TABLE9 + "!D" + (row + 2) + "不是本表的行，里面的数没有读取。");
    }

    @Test
    void theNumbersOfTheColumnsAreNoAmounts() {
        TestBook book = TestBook.of(TABLE9);
        int row = book.cell(TABLE9, "决算数", "金额", "合计").getRowIndex();
        for (int column = 0; column < 12; column++) {
            cell(book.tab(TABLE9), row - 1, column).setCellValue(column + 1);
            cell(book.tab(TABLE9), row, column).setBlank();
        }
        Submission read = book.read();
        assertThat(messages(read)).isEmpty();
        assertThat(entry(read, TABLE9, "预算数", "金额", "合计").asText()).isEqualTo("0.00");
    }

    @Test
    void notesBelowATableAreNoRows() {
        TestBook book = TestBook.of(TABLE9, FIXED);
        for (String name : List.of(TABLE9, FIXED)) {
            XSSFSheet sheet = book.tab(name);
            int last = sheet.getLastRowNum();
            sheet.addMergedRegion(new CellRangeAddress(last, last, 0, 5));
            put(sheet, last + 1, 0, "填表人：某某");
        }
        assertThat(messages(book.read())).isEmpty();
    }

    @Test
    void freeRowsAreNumberedAndEmptyOnesDoNotCount() {
        TestBook book = TestBook.of("三公说明");
        XSSFSheet sheet = book.tab("三公说明");
        int row = book.cell("三公说明", "团组", "2", "名称").getRowIndex();
        put(sheet, row + 3, 0, "第三个");
        cell(sheet, row + 3, 1).setCellValue(7);
        Submission read = book.read();
        assertThat(messages(read)).isEmpty();
        assertThat(keys(block(read, "三公说明", "团组"))).containsExactly("1", "2", "3");
        assertThat(entry(read, "三公说明", "团组", "3", "金额").asText()).isEqualTo("70000.00");
        cell(sheet, row + 3, 1).setBlank();
        assertThat(messages(book.read())).containsExactly("W20 ERROR 三公说明!B" + (row + 4) + "（第 3 条·支出金额）没有填写。");
    }

    @Test
    void requiredFreeRowsAreAskedFor() {
        TestBook book = TestBook.of("名词解释");
        for (String row : List.of("1", "2")) {
            book.cell("名词解释", "名词", row, "名词").setBlank();
            book.cell("名词解释", "名词", row, "解释").setBlank();
        }
        assertThat(messages(book.read())).containsExactly("W07 ERROR 名词解释：“名词”一栏下面没有内容。");
    }

    @Test
    void groupLabelsAreCarriedDown() {
        TestBook book = TestBook.of(PERFORMANCE);
        int row = book.cell(PERFORMANCE, "指标", "1", "一级指标").getRowIndex();
        book.cell(PERFORMANCE, "指标", "1", "一级指标").setCellValue("产出指标");
        book.tab(PERFORMANCE).addMergedRegion(new CellRangeAddress(row, row + 1, 0, 0));
        book.cell(PERFORMANCE, "指标", "2", "二级指标").setBlank();
        Submission read = book.read();
        assertThat(messages(read)).isEmpty();
        assertThat(entry(read, PERFORMANCE, "指标", "2", "一级指标").asText()).isEqualTo("产出指标");
        assertThat(entry(read, PERFORMANCE, "指标", "2", "二级指标").asText()).isEqualTo("文字");
    }

    @Test
    void rowsWithoutHeaderTakeTheColumnsAboveOrBeside() {
        TestBook book = TestBook.of(PERFORMANCE);
        XSSFSheet sheet = book.tab(PERFORMANCE);
        int row = book.cell(PERFORMANCE, "总分", "总分", "分值").getRowIndex();
        cell(sheet, row, 1).setBlank();
        cell(sheet, row, 2).setBlank();
        sheet.addMergedRegion(new CellRangeAddress(row, row, 0, 4));
        cell(sheet, row, 5).setCellValue(100);
        cell(sheet, row, 6).setCellValue(98.87);
        Submission read = book.read();
        assertThat(messages(read)).isEmpty();
        assertThat(entry(read, PERFORMANCE, "总分", "总分", "得分").asText()).isEqualTo("98.87");
        cell(sheet, row, 5).setBlank();
        assertThat(messages(book.read())).containsExactly("W20 ERROR 自评表!F" + (row + 1) + "（总分·分值）没有填写。");
        cell(sheet, row, 7).setCellValue(1);
        cell(sheet, row, 8).setCellValue(2);
        assertThat(messages(book.read())).containsExactly("W05 ERROR 自评表!A" + (row + 1) + "（总分）右边的内容看不出各是哪一栏。");
    }

    @Test
    void hiddenRowsAndColumnsAreReadWithAWarning() {
        TestBook book = TestBook.of(FIXED);
        book.tab(FIXED).getRow(10).setZeroHeight(true);
        book.tab(FIXED).setColumnHidden(2, true);
        Submission read = book.read();
        assertThat(messages(read)).containsExactly(
            "W14 WARNING 收入支出决算总表：第 C 列是隐藏的，里面的内容已照样读取。",
            "W14 WARNING 收入支出决算总表：第 11 行是隐藏的，里面的内容已照样读取。");
        assertThat(entry(read, FIXED, "收入", "经营收入", "决算数")).isInstanceOf(Entry.Number.class);
    }

    @Test
    void aPrintedSumThatIsLeftEmptyOverPartsIsNamed() {
        TestBook book = TestBook.of(TABLE6);
        book.cell(TABLE6, "人员经费", "301", "金额").setBlank();
        assertThat(messages(book.read())).singleElement().asString().startsWith("W20 ERROR " + TABLE6 + "!C")
            .endsWith("（工资福利支出·决算数）没有填写，可是它的分项有数。");
    }
}
