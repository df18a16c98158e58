package juesuan.workbook.read;

import static juesuan.workbook.read.TestBook.entry;
import static juesuan.workbook.read.TestBook.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import juesuan.model.Entry;
import juesuan.model.UserError;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/** What stands in single cells: each oddity read as it is, or named with its cell. */
class CellsTest {

    /** 本年收入合计 of 表1, counted from 0. */
    private static final int TOTAL_ROW = 31;

    private static final String TABLE = "收入支出决算总表";
    private static final String PERFORMANCE = "项目支出绩效自评表";
    /** Where the amount under test stands. */
    private static final String AT = "收入支出决算总表!C13（八、其他收入·决算数）";

    private static XSSFCell amount(TestBook book) {
        return book.cell(TABLE, "收入", "其他收入", "决算数");
    }

    private static Submission spoil(Consumer<XSSFCell> change) {
        TestBook book = TestBook.of(TABLE);
        change.accept(amount(book));
        return book.read();
    }

    private static BigDecimal number(Submission read) {
        return ((Entry.Number) entry(read, TABLE, "收入", "其他收入", "决算数")).number();
    }

    private static void assertRead(Submission read, String yuan) {
        assertThat(messages(read)).isEmpty();
        assertThat(number(read)).isEqualTo(new BigDecimal(yuan));
    }

    private static void assertRefused(Submission read, String message, String hint) {
        assertThat(messages(read)).containsExactly(message);
        assertThat(read.findings().get(0).hint()).isEqualTo(hint);
        assertThat(entry(read, TABLE, "收入", "其他收入", "决算数")).isInstanceOf(Entry.Unreadable.class);
    }

    private static void raw(XSSFCell cell, String value) {
        cell.setCellValue(1);
        cell.getCTCell().setV(value);
    }

    @ParameterizedTest
    @CsvSource({
        "0.30000000000000004,3000.00", "311025.35999999999,3110253600.00", "1E2,1000000.00", "1.5e-1,1500.00",
        "-0.01,-100.00", "0,0.00", "123456.654321,1234566543.21", "0.09999999997671694,1000.00", "1e-300,0.00",
    })
    void rawNumbersAreExact(String stored, String yuan) {
        assertRead(spoil(cell -> raw(cell, stored)), yuan);
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-INF", "12d", "1f", "0x10", "1_000", "١٢"})
    void whatIsNoNumberInTheFileIsRefused(String stored) {
        assertRefused(spoil(cell -> raw(cell, stored)), "W21 ERROR " + AT + "存的是“" + stored + "”，不是数字。",
            "请在 Excel 或 WPS 中重新输入这一格，保存后再运行。");
    }

    @Test
    void impossiblyLargeNumbersAreRefused() {
        assertRefused(spoil(cell -> raw(cell, "1E309")), "W25 ERROR " + AT + "存的数“1E309”大得不可能。",
            "请在 Excel 或 WPS 中重新输入这一格，保存后再运行。");
        assertRefused(spoil(cell -> raw(cell, "9".repeat(400))), "W21 ERROR " + AT + "存的是“" + "9".repeat(30) + "…”，不是数字。",
            "请在 Excel 或 WPS 中重新输入这一格，保存后再运行。");
        assertRefused(spoil(cell -> cell.setCellValue("1000000001")), "W25 ERROR " + AT + "是 1000000001 万元，大得不可能。",
            "请核对数和金额单位。");
        assertRead(spoil(cell -> cell.setCellValue("1000000000")), "10000000000000.00");
    }

    @Test
    void finerThanOneFenIsRefused() {
        String hint = "按万元填写最多 6 位小数；由公式得出的请用 ROUND 四舍五入。";
        assertRefused(spoil(cell -> raw(cell, "1.2345678")), "W24 ERROR " + AT + "是 1.2345678 万元，比一分钱还细。", hint);
        assertRefused(spoil(cell -> cell.setCellValue("1.2345678")), "W24 ERROR " + AT + "是 1.2345678 万元，比一分钱还细。", hint);
        assertRefused(spoil(cell -> raw(cell, "0.33333333333333331")),
            "W24 ERROR " + AT + "是 0.333333333333333 万元，比一分钱还细。", hint);
    }

    @Test
    void theUnitDecidesWhatAnAmountIs() {
        TestBook book = TestBook.of(TABLE);
        book.cell("基本信息", "基本信息", "金额单位", "内容").setCellValue("元");
        TestBook.put(book.tab(TABLE), 1, 0, "单位：元");
        amount(book).setCellValue("1,234.56");
        assertRead(book.read(), "1234.56");
        amount(book).setCellValue("1,234.567");
        assertThat(messages(book.read())).containsExactly("W24 ERROR " + AT + "是 1234.567 元，比一分钱还细。");
    }

    @Test
    void aTableInAnotherUnitIsNoticed() {
        TestBook book = TestBook.of(TABLE);
        TestBook.put(book.tab(TABLE), 1, 0, "金额单位：元");
        Submission read = book.read();
        assertThat(messages(read)).containsExactly("W15 ERROR 收入支出决算总表!A2写的单位是元，本表却要按万元读取。");
        TestBook.put(book.tab(TABLE), 1, 0, "编制单位：某某局");
        assertThat(messages(book.read())).isEmpty();
    }

    @Test
    void textNumbersAreRead() {
        assertRead(spoil(cell -> cell.setCellValue(" 1,234.50 ")), "12345000.00");
        assertRead(spoil(cell -> cell.setCellValue("'1234.5")), "12345000.00");
        assertRead(spoil(cell -> cell.setCellValue("\u3000-12\u00A0")), "-120000.00");
        Submission read = spoil(cell -> cell.setCellValue("１，２３４．５"));
        assertThat(messages(read)).containsExactly("W22 INFO " + AT + "写的是“１，２３４．５”，已按 1234.5 读取。");
        assertThat(number(read)).isEqualTo("12345000.00");
    }

    @Test
    void textThatIsNoNumberIsRefused() {
        assertRefused(spoil(cell -> cell.setCellValue("12.3万元")), "W21 ERROR " + AT + "写的是“12.3万元”，不能当作数字。",
            "请只填数字，按本表的金额单位换算好，不要带单位。");
        assertRefused(spoil(cell -> cell.setCellValue("(1,234)")), "W21 ERROR " + AT + "写的是“(1,234)”，不能当作数字。",
            "负数请用减号，例如 -1234.50。");
        assertRefused(spoil(cell -> cell.setCellValue("1\u200B2")), "W21 ERROR " + AT + "写的是“1U+200B2”，不能当作数字。",
            "请只填数字，例如 1234.50；没有发生的填 0。");
    }

    @Test
    void anEmptyCellIsZeroOnlyWhereTheTableSaysSo() {
        assertRead(spoil(cell -> emptied(cell).setBlank()), "0.00");
        assertRead(spoil(cell -> raw(emptied(cell), "")), "0.00");
        assertRead(spoil(cell -> emptied(cell).setCellValue("  ")), "0.00");
        TestBook book = TestBook.of(TABLE);
        book.cell(TABLE, "收入", "总计", "决算数").setBlank();
        Submission read = book.read();
        assertThat(messages(read)).containsExactly("W20 ERROR 收入支出决算总表!C35（总计·决算数）没有填写。");
        assertThat(read.findings().get(0).hint()).isEqualTo("请填写；没有发生的填 0。");
        assertThat(entry(read, TABLE, "收入", "总计", "决算数")).isInstanceOf(Entry.Blank.class);
    }

    /** The cell of a row that is to be empty, its total, one of eight ones, brought down with it. */
    private static XSSFCell emptied(XSSFCell cell) {
        cell.getSheet().getRow(TOTAL_ROW).getCell(cell.getColumnIndex()).setCellValue(7);
        return cell;
    }

    @Test
    void anEmptyPartIsNotZeroWhereItsTotalSaysOtherwise() {
        assertThat(messages(spoil(cell -> cell.setBlank()))).singleElement().asString().startsWith(
            "W20 ERROR 收入支出决算总表!C32（本年收入合计·决算数）与它的分项之和不等，而分项里空着 1 格（C13）");
        assertThat(messages(spoil(cell -> cell.setCellValue(1)))).as("full parts are for the audit").isEmpty();
    }

    @Test
    void aDashIsAnEmptyCellOnlyWhereEmptyMeansSomething() {
        Submission read = spoil(cell -> emptied(cell).setCellValue("—"));
        assertThat(messages(read)).containsExactly("W23 INFO " + AT + "写的是“—”，已当作没有数（0）。");
        assertThat(number(read)).isEqualTo("0.00");

        TestBook book = TestBook.of(TABLE, PERFORMANCE);
        book.cell(TABLE, "收入", "总计", "决算数").setCellValue("/");
        book.cell(PERFORMANCE, "资金", "其他资金", "得分").setCellValue("—");
        read = book.read();
        assertThat(messages(read)).containsExactly("W23 ERROR 收入支出决算总表!C35（总计·决算数）写的是“/”，看不出是多少。");
        assertThat(entry(read, PERFORMANCE, "资金", "其他资金", "得分")).isInstanceOf(Entry.Blank.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0.00%|显示成百分比", "yyyy\"年\"m\"月\"d\"日\"|显示成日期或时间", "#,##0.00,|显示的是缩小后的数（千或万）", "0!.0,|显示的是缩小后的数（千或万）",
    })
    void aFormatThatShowsAnotherNumberIsRefused(String format, String shown) {
        assertRefused(spoil(cell -> format(cell, format)), "W29 ERROR " + AT + "的格式让数 1 " + shown + "。",
            "请把这一格的数字格式改成“数值”，再核对填的数。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"General", "#,##0.00", "#,##0.00_ ;[Red]-#,##0.00", "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
        "[$¥-804]#,##0.00", "[DBNum1][$-804]General", "@", "0.00\"万元\""})
    void ordinaryFormatsDoNotMatter(String format) {
        assertRead(spoil(cell -> format(cell, format)), "10000.00");
    }

    private static void format(XSSFCell cell, String format) {
        CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat(cell.getSheet().getWorkbook().createDataFormat().getFormat(format));
        cell.setCellStyle(style);
    }

    @Test
    void mergedAmountsAreRefused() {
        TestBook book = TestBook.of(TABLE);
        book.tab(TABLE).addMergedRegion(new CellRangeAddress(11, 12, 2, 2));
        assertRefused(book.read(), "W13 ERROR " + AT + "和 C12 合并成了一格，看不出数是谁的。", "请取消合并单元格，把各格的数分别填上。");
    }

    @Test
    void errorsAndLogicalValuesAreNamed() {
        for (String code : new String[] {"#REF!", "#DIV/0!", "#SPILL!", "#CALC!", "#GETTING_DATA"}) {
            assertRefused(spoil(cell -> {
                cell.getCTCell().setT(STCellType.E);
                cell.getCTCell().setV(code);
            }), "W40 ERROR " + AT + "是错误值 " + code + "。", "请改正这一格的公式，或者直接填写。");
        }
        assertRefused(spoil(cell -> cell.setCellValue(true)), "W40 ERROR " + AT + "是逻辑值 TRUE，不是数字或文字。", "请改填数字或文字。");
    }

    @Test
    void cellsThatTheFileDoesNotExplainAreNamed() {
        for (String lost : List.of("99999", "-1")) {
            assertThatThrownBy(() -> spoil(cell -> {
                cell.setCellValue("文字");
                cell.getCTCell().setV(lost);
            })).isInstanceOf(UserError.class).hasMessageContaining("C13 的文字已丢失（指向第“" + lost + "”条");
        }
        assertThatThrownBy(() -> spoil(cell -> cell.getCTCell().xgetT().newCursor().setTextValue("zz")))
            .isInstanceOf(UserError.class).hasMessageContaining("C13 类型“zz”无法识别");
        assertRefused(spoil(cell -> cell.setCellValue("=DISPIMG(\"ID_1\",1)")), "W45 ERROR " + AT + "是 WPS 的嵌入单元格图片，读不出内容。",
            "请删去图片，改填文字或数字。");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "１2,12", "0,0", "3.0,3"})
    void countsAreWholeNumbers(String text, BigDecimal count) {
        TestBook book = TestBook.of("国有资产");
        book.cell("国有资产", "资产", "其他用车", "数目").setCellValue(text);
        Submission read = book.read();
        assertThat(((Entry.Number) entry(read, "国有资产", "资产", "其他用车", "数目")).number()).isEqualByComparingTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5"})
    void otherCountsAreRefused(String text) {
        TestBook book = TestBook.of("国有资产");
        book.cell("国有资产", "资产", "其他用车", "数目").setCellValue(text);
        assertThat(messages(book.read())).singleElement().asString()
            .startsWith("W26 ERROR 国有资产!B").endsWith("（其他用车·数目）是 " + text + "，应当是 0 或正整数。");
    }

    @ParameterizedTest
    @CsvSource({"2024年9月,2024-09-01", "2024-09-12,2024-09-12", "2024/9/1,2024-09-01", "２０２４年９月１日,2024-09-01", "2024.9,2024-09-01"})
    void datesAreReadFromText(String text, String date) {
        TestBook book = TestBook.of();
        book.cell("基本信息", "基本信息", "公开日期", "内容").setCellValue(text);
        Submission read = book.read();
        assertThat(messages(read)).isEmpty();
        assertThat(entry(read, "基本信息", "基本信息", "公开日期", "内容").asText()).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2024-08-30 00:00:00 | 2024-08-30", "2024/8/30 0:00 | 2024-08-30", "2024-08-30T00:00:00 | 2024-08-30", "2024年8月30日 上午9:30 | 2024-08-30",
        "2024年8月30日9时 | 2024-08-30", "2024/8/30 9:05 PM | 2024-08-30", "二〇二四年八月三十日 | 2024-08-30", "二○二四年十二月 | 2024-12-01",
        "二零二四年九月廿一日 | 2024-09-21", "20240830 | 2024-08-30", "202408 | 2024-08-01", "2024年8月30号 | 2024-08-30", "2024.08.30. | 2024-08-30",
        "２０２４年８月３０日（星期五） | 2024-08-30", "2024年8月份 | 2024-08-01",
    })
    void datesThatPeopleWrite(String text, String date) {
        datesAreReadFromText(text, date);
    }

    /** What is wrong with it is said, not that it is wrong. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "明年 | 看不出是哪一天", "2024年13月 | 没有 13 月", "2024-02-30 | 2024 年 2 月只有 29 天，没有 30 日", "1989-12-31 | 不是 1990 至 2100 年间的日期",
        "2101-01-01 | 不是 1990 至 2100 年间的日期", "24-09-01 | 年份要写四位数", "2024年 | 没有写是几月", "20241301 | 没有 13 月", "二〇二四年 | 没有写是几月",
        "2024年8月30日至9月2日 | 看不出是哪一天",
    })
    void otherDatesAreRefused(String text, String why) {
        TestBook book = TestBook.of();
        book.cell("基本信息", "基本信息", "公开日期", "内容").setCellValue(text);
        assertThat(messages(book.read())).containsExactly("W27 ERROR 基本信息!B7（公开日期·填写内容）写的是“" + text + "”，" + why + "。");
    }

    @ParameterizedTest
    @CsvSource({"45536,false,2024-09-01", "44074,true,2024-09-01", "60,false,", "20240901,false,2024-09-01", "45536.75,false,2024-09-01", "99999999,false,", "-1,false,", "202409,false,", "2024,false,"})
    void datesAreReadFromSerialNumbers(double serial, boolean from1904, String date) {
        TestBook book = TestBook.of();
        book.cell("基本信息", "基本信息", "公开日期", "内容").setCellValue(serial);
        if (from1904) {
            book.workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
        }
        Submission read = book.read();
        assertThat(entry(read, "基本信息", "基本信息", "公开日期", "内容").asText()).isEqualTo(date == null ? "" : date);
        assertThat(TestBook.rules(read)).isEqualTo(date == null ? java.util.List.of("W27") : java.util.List.of());
    }

    @Test
    void choicesAreOffered() {
        TestBook book = TestBook.of();
        book.cell("基本信息", "基本信息", "金额单位", "内容").setCellValue("亿元");
        assertThat(messages(book.read())).containsExactly("W28 ERROR 基本信息!B6（金额单位·填写内容）写的是“亿元”，只能是元、万元。");
    }

    private static Submission text(Consumer<XSSFCell> change) {
        TestBook book = TestBook.of(PERFORMANCE);
        change.accept(book.cell(PERFORMANCE, "指标", "1", "实际完成值"));
        return book.read();
    }

    private static String textOf(Submission read) {
        return entry(read, PERFORMANCE, "指标", "1", "实际完成值").asText();
    }

    @ParameterizedTest
    @CsvSource({"0.985,0.0%,98.5%", "1,0%,100%", "0.30000000000000004,General,0.3", "440307210701,General,440307210701", "1E-7,0.00,0.0000001", "12,@,12"})
    void numbersInTextCellsAreWrittenOut(String stored, String format, String text) {
        Submission read = text(cell -> {
            raw(cell, stored);
            format(cell, format);
        });
        assertThat(messages(read)).isEmpty();
        assertThat(textOf(read)).isEqualTo(text);
    }

    @Test
    void datesAndLostDigitsInTextCellsAreNamed() {
        assertThat(messages(text(cell -> format(cell, "yyyy-mm-dd")))).isEmpty();
        Submission read = text(cell -> {
            raw(cell, "45536");
            format(cell, "yyyy-mm-dd");
        });
        assertThat(messages(read)).containsExactly("W29 ERROR 自评表!E19（第 1 条·实际完成值）存的是数 45536，显示的却是日期、时间或缩小后的数。");
        read = text(cell -> raw(cell, "440307210701500003855"));
        assertThat(messages(read)).containsExactly("W30 ERROR 自评表!E19（第 1 条·实际完成值）是 21 位的数，Excel 只保留 15 位，后面的已经丢了。");
        assertThat(read.findings().get(0).hint()).isEqualTo("请把单元格格式设为文本后重新输入。");
    }

    @Test
    void textIsTidiedAndRichTextIsPlain() {
        Submission read = text(cell -> cell.setCellValue("\u3000 第一段\r\n第二段\u00A0"));
        assertThat(messages(read)).isEmpty();
        assertThat(textOf(read)).isEqualTo("第一段\n第二段");
        assertThat(textOf(text(cell -> cell.setCellValue(new XSSFRichTextString("加粗的字"))))).isEqualTo("加粗的字");
    }

    /** They change no glyph of ours; a name with them is the name without them. */
    @ParameterizedTest
    @ValueSource(strings = {"U+FE00", "U+FE0F"})
    void variationSelectorsAreLeftOut(String name) {
        Submission read = text(cell -> cell.setCellValue("葛" + (char) Integer.parseInt(name.substring(2), 16) + "仙湖"));
        assertThat(textOf(read)).isEqualTo("葛仙湖");
        assertThat(messages(read)).containsExactly("W33 INFO 自评表!E19（第 1 条·实际完成值）里有看不见的异体字选择符，已去掉。");
        assertThat(textOf(text(cell -> cell.setCellValue("葛" + Character.toString(0xE0100) + "仙湖")))).isEqualTo("葛仙湖");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x034F, 0x180B, 0x2060, 0x206A, 0xFFF9, 0xE0001, 0xE0041})
    void whatIsDrawnAsNothingIsNamedAsSuch(int c) {
        assertThat(messages(text(cell -> cell.setCellValue("好" + Character.toString(c) + "的")))).singleElement().asString()
            .startsWith("W31 ERROR").endsWith(String.format("看不见或印不出的字符 U+%04X。", c));
    }

    /** Each prints as a blank between characters, where the patterns of the audit look for plain ones. */
    @ParameterizedTest
    @ValueSource(ints = {0x00A0, 0x1680, 0x2002, 0x2009, 0x200A, 0x202F, 0x205F})
    void everyOtherSpaceIsAPlainOne(int c) {
        assertThat(textOf(text(cell -> cell.setCellValue("人员" + Character.toString(c) + "经费")))).isEqualTo("人员 经费");
    }

    @Test
    void aNameHasOneLine() {
        TestBook book = TestBook.of();
        book.cell("基本信息", "基本信息", "部门名称", "内容").setCellValue("岚州市䶮溪区\n河湖事务中心");
        Submission read = book.read();
        assertThat(read.accounts().department()).isEqualTo("岚州市䶮溪区河湖事务中心");
        assertThat(messages(read)).containsExactly("W34 INFO 基本信息!B4（部门名称·填写内容）里有换行，已连成一行“岚州市䶮溪区河湖事务中心”。");
        TestBook groups = TestBook.of("三公说明");
        groups.cell("三公说明", "团组", "1", "名称").setCellValue("赴新加坡\n考察");
        assertThat(messages(groups.read())).contains("W34 INFO 三公说明!A27（第 1 条·出访内容）里有换行，已连成一行“赴新加坡考察”。");
        assertThat(Characters.joined("Apple \nStore\n深圳")).isEqualTo("Apple Store深圳");
    }

    @Test
    void emptyNumbersAreZeroOnceTheClerkHasDeclaredThem() {
        TestBook book = TestBook.of("三公说明");
        book.cell("三公说明", "数目", "公务用车购置数", "数目").setBlank();
        assertThat(messages(book.read())).singleElement().asString().startsWith("W20 ERROR").contains("没有填写");
        book.cell("三公说明", "声明", "声明", "内容").setCellValue("空着的数都是 0");
        Submission read = book.read();
        assertThat(messages(read)).isEmpty();
        assertThat(entry(read, "三公说明", "数目", "公务用车购置数", "数目").asText()).isEqualTo("0");
    }

    /** Of whatever program's sum: typed, pasted or computed. */
    @ParameterizedTest
    @CsvSource({"1.16415321826935E-10,0.00", "1234.56000000009,12345600.00", "0.10000000001,1000.00", "-1.1E-12,0.00"})
    void noiseBelowAHundredthOfAFenIsNoise(double typed, String yuan) {
        assertRead(spoil(cell -> cell.setCellValue(typed)), yuan);
    }

    @Test
    void anAmountFinerThanNoiseIsRefused() {
        assertThat(messages(spoil(cell -> cell.setCellValue(1.00000002)))).singleElement().asString().startsWith("W24 ERROR");
    }

    /** The reader says what is wrong with the cell; the total, which may be right, is blamed for nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"5万元", "1,23,4", "约1200", "#待定"})
    void aTotalIsNotBlamedForAPartThatCannotBeRead(String typed) {
        TestBook book = TestBook.of(TABLE);
        book.cell(TABLE, "收入", "上级补助收入", "决算数").setCellValue(typed);
        book.cell(TABLE, "收入", "本年收入合计", "决算数").setCellValue(123456);
        assertThat(messages(book.read())).singleElement().asString().startsWith("W21 ERROR 收入支出决算总表!C9（四、上级补助收入·决算数）");
    }

    /** A slip over a whole range is one slip: one line with the range, all its cells in the finding. */
    @Test
    void oneCauseIsOneFinding() {
        TestBook book = TestBook.of(TABLE);
        CellStyle wan = book.workbook.createCellStyle();
        wan.setDataFormat(book.workbook.createDataFormat().getFormat("0!.0000"));
        for (String row : new String[] {"一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入", "上级补助收入", "事业收入", "经营收入"}) {
            XSSFCell cell = book.cell(TABLE, "收入", row, "决算数");
            cell.setCellValue(row.equals("经营收入") ? 0 : 12);
            cell.setCellStyle(wan);
        }
        Submission read = book.read();
        assertThat(read.findings()).filteredOn(finding -> finding.rule().equals("W29")).singleElement().satisfies(finding -> {
            assertThat(finding.message()).endsWith("；这样的一共 5 格：C6:C10。");
            assertThat(finding.cells()).hasSize(5);
        });
        assertThat(entry(read, TABLE, "收入", "经营收入", "决算数")).as("nothing looks like nothing in this format").isInstanceOf(Entry.Number.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"U+0000", "U+0001", "U+000B", "U+D800", "U+E000", "U+FFFE", "U+202E", "U+2066", "U+200B", "U+FEFF", "U+00AD", "U+2028", "U+3164"})
    void unsafeCharactersAreNamed(String name) {
        String hex = name.substring(2);
        Submission read = text(cell -> {
            cell.getCTCell().setT(STCellType.STR);
            cell.getCTCell().setV("好_x" + hex + "_的");
        });
        assertThat(messages(read)).containsExactly("W31 ERROR 自评表!E19（第 1 条·实际完成值）第 2 个字是看不见或印不出的字符 " + name + "。");
        assertThat(read.findings().get(0).hint()).isEqualTo("请删去这个字符，或者把这一格的文字重新键入一遍（不要粘贴）。");
        assertThat(textOf(read)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"䶮喆堃", "\uD842\uDFB7", "㎡①—“”", "é", "a\tb"})
    void rareButVisibleCharactersPass(String text) {
        assertThat(messages(text(cell -> cell.setCellValue(text)))).isEmpty();
    }

    @Test
    void longTextsAreNamed() {
        assertThat(messages(text(cell -> cell.setCellValue("长".repeat(500))))).isEmpty();
        assertThat(messages(text(cell -> cell.setCellValue("长".repeat(501))))).containsExactly(
            "W32 ERROR 自评表!E19（第 1 条·实际完成值）有 501 个字，最多 500 个字。");
        TestBook book = TestBook.of(PERFORMANCE);
        book.cell(PERFORMANCE, "目标", "目标", "预期目标").setCellValue("长".repeat(30_001));
        assertThat(messages(book.read())).containsExactly("W32 ERROR 自评表!A16（预期目标）有 30001 个字，最多 30000 个字。");
    }

    @Test
    void aRateShownAsPercentIsReadAsShown() {
        TestBook book = TestBook.of(PERFORMANCE);
        XSSFCell rate = book.cell(PERFORMANCE, "资金", "年度资金总额", "执行率");
        raw(rate, "0.9853");
        format(rate, "0.00%");
        Submission read = book.read();
        assertThat(messages(read)).containsExactly("W29 INFO 自评表!F10（年度资金总额·执行率（%））是百分比格式，已按 98.53 读取。");
        assertThat(((Entry.Number) entry(read, PERFORMANCE, "资金", "年度资金总额", "执行率")).number()).isEqualByComparingTo("98.53");
    }
}
