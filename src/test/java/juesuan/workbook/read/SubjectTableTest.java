package juesuan.workbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import juesuan.model.UserError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of subjects as they come: read, or refused with the row. */
class SubjectTableTest {

    private static final Map<String, String> NAMES = Map.of("201", "一般公共服务支出", "20101", "人大事务",
        "2010101", "行政运行", "2010102", "一般行政管理事务", "20102", "政协事务", "2010201", "行政运行");
    private static final String HEAD = "科目编码,科目名称\n";
    private static final String GOOD = "201,一般公共服务支出\n20101,人大事务\n2010101,行政运行\n2010102,一般行政管理事务\n20102,政协事务\n2010201,行政运行\n";

    @TempDir
    private Path folder;

    private SubjectTable csv(String text) {
        return csv(text, StandardCharsets.UTF_8);
    }

    private SubjectTable csv(String text, Charset charset) {
        return SubjectTable.read(file("科目.csv", text.getBytes(charset)));
    }

    private Path file(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cells that hold digits only are numbers, as Excel makes them. */
    private Path workbook(Object[][] rows, CellRangeAddress... merges) {
        Path file = folder.resolve("科目.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet("说明").createRow(0).createCell(0).setCellValue("本表自 2025 年起使用");
            XSSFSheet sheet = workbook.createSheet("支出功能分类");
            for (int i = 0; i < rows.length; i++) {
                Row row = sheet.createRow(i);
                for (int k = 0; k < rows[i].length; k++) {
                    if (rows[i][k] instanceof Integer number) {
                        row.createCell(k).setCellValue(number);
                    } else if (!rows[i][k].equals("")) {
                        row.createCell(k).setCellValue(rows[i][k].toString());
                    }
                }
            }
            for (CellRangeAddress merge : merges) {
                sheet.addMergedRegion(merge);
            }
            workbook.write(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "UTF-16"})
    void encodings(String charset) {
        assertThat(csv(HEAD + GOOD, Charset.forName(charset)).names()).isEqualTo(NAMES);
        assertThat(csv("\uFEFF" + HEAD + GOOD.replace("\n", "\r\n")).names()).isEqualTo(NAMES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"201 01 01", "201-01-01", "201.01.01", "２０１０１０１", " 2010101 ", "\"2010101\n\""})
    void writingsOfACode(String code) {
        assertThat(csv(HEAD + GOOD.replace("2010101,", code + ",")).names()).isEqualTo(NAMES);
    }

    @Test
    void whatStandsAroundIsNoSubject() {
        SubjectTable table = csv("2025年政府收支分类科目,,,\n,,,\n序号,功能分类科目编码,功能分类科目名称,说明\n"
            + "1,201,一 般 公 共\u3000服务支出,\"反映……支出，\n含 20101 等。\"\n,,,\n2,20101,\"人大\n事务\",\n3,2010101,行政运行,\n"
            + "序号,功能分类科目编码,功能分类科目名称,说明\n4,2010102,一般行政管理事务,\n5,20102,政协事务,\n,,合计,\n6,2010201,行政运行,\n"
            + ",注：1.本表按年度修订。,,\n");
        assertThat(table.names()).isEqualTo(NAMES);
        assertThat(table.skipped()).containsExactly("第 13 行“合计”");
    }

    @Test
    void threeColumnsWithTheLevelsAboveLeftOut() {
        Path file = workbook(new Object[][] {
            {"2025年政府收支分类科目"}, {}, {"科目编码", "", "", "科目名称", "说明"}, {"类", "款", "项"},
            {201, "", "", "一般公共服务支出", "反映政府提供一般公共服务的支出。"}, {"", 1, "", "人大事务"}, {"", "", "01", "行政运行"},
            {"一般公共预算支出科目（续）"}, {"", "", 2, "一般行政管理事务"}, {"", "02", "", "政协事务"}, {"", "", 1, "行政运行"}},
            new CellRangeAddress(0, 0, 0, 4), new CellRangeAddress(2, 2, 0, 2), new CellRangeAddress(2, 3, 3, 3),
            new CellRangeAddress(7, 7, 0, 4));
        assertThat(SubjectTable.read(file).names()).isEqualTo(NAMES);
    }

    @Test
    void threeColumnsWithAllLevelsOrTheWholeCode() {
        Object[][] repeated = {{"类", "款", "项", "科目名称"}, {"201", "", "", "一般公共服务支出"}, {"201", "01", "", "人大事务"},
            {"201", "01", "01", "行政运行"}, {201, 1, 2, "一般行政管理事务"}, {"201", "02", "", "政协事务"}, {"201", "02", "01", "行政运行"}};
        assertThat(SubjectTable.read(workbook(repeated)).names()).isEqualTo(NAMES);
        Object[][] whole = {{"类", "款", "项", "科目名称"}, {201, "", "", "一般公共服务支出"}, {"", 20101, "", "人大事务"},
            {"", "", 2010101, "行政运行"}, {"", "", 2010102, "一般行政管理事务"}, {"", 20102, "", "政协事务"}, {"", "", 2010201, "行政运行"}};
        assertThat(SubjectTable.read(workbook(whole)).names()).isEqualTo(NAMES);
    }

    @Test
    void aMergedTitleWithoutTheLevelsBelow() {
        assertThat(csv("科目编码,,,科目名称\n201,,,一般公共服务支出\n,01,,人大事务\n,,01,行政运行\n,,02,一般行政管理事务\n,02,,政协事务\n,,01,行政运行\n")
            .names()).isEqualTo(NAMES);
    }

    @Test
    void theSameSubjectTwiceIsNoMatter() {
        assertThat(csv(HEAD + GOOD + "201, 一般公共服务支出\n").names()).isEqualTo(NAMES);
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(
            Arguments.of("a letter for a digit", HEAD + "2O1,一般公共服务支出\n", "第 2 行的编码“2O1”不是科目编码"),
            Arguments.of("too short", HEAD + GOOD + "2010,人大\n", "第 8 行的编码“2010”不是科目编码"),
            Arguments.of("no name", HEAD + GOOD + "20103,\n", "第 8 行的 20103 没有科目名称"),
            Arguments.of("a number for a name", HEAD + GOOD + "20103,123.45\n", "第 8 行的 20103 的名称“123.45”不像科目名称"),
            Arguments.of("an explanation for a name", HEAD + GOOD + "20103," + "反映支出".repeat(20) + "\n", "第 8 行的 20103 的名称“"),
            Arguments.of("an invisible character", HEAD + GOOD + "20103,政府\u202E办公厅\n", "第 8 行的 20103 的名称第 3 个字是看不见或印不出的字符 U+202E"),
            Arguments.of("two names", HEAD + GOOD + "20101,人大的事务\n", "第 8 行的 20101 叫“人大的事务”，第 3 行却叫“人大事务”"),
            Arguments.of("no parent", HEAD + GOOD + "2010301,行政运行\n", "第 8 行的 2010301 行政运行，它的上一级 20103 表里没有"),
            Arguments.of("a level left out", "类,款,项,科目名称\n201,,,一般公共服务支出\n,,01,行政运行\n", "第 3 行的编码“01”不是科目编码"),
            Arguments.of("no header", GOOD, "里没有找到科目表的表头"),
            Arguments.of("another table", "姓名,金额\n甲,1\n", "里没有找到科目表的表头"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nonsense")
    void nonsenseIsRefusedWithItsRow(String what, String text, String sentence) {
        assertThatThrownBy(() -> csv(text)).isInstanceOf(UserError.class).hasMessageStartingWith("《科目.csv》").hasMessageContaining(sentence);
    }

    @Test
    void rowsOfAWorkbookAreNamedWithTheirSheet() {
        Path file = workbook(new Object[][] {{"科目编码", "科目名称"}, {201, "一般公共服务支出"}, {}, {2011, "人大事务"}});
        assertThatThrownBy(() -> SubjectTable.read(file)).hasMessage(
            "《科目.xlsx》“支出功能分类”第 4 行的编码“2011”不是科目编码：类是 3 位，款是 5 位，项是 7 位数字；请改正后再试。");
    }

    @Test
    void whatIsNoTableIsRefusedBeforeItIsRead() {
        assertThatThrownBy(() -> SubjectTable.read(file("科目.xlsx", "%PDF-1.7 ...".getBytes(StandardCharsets.UTF_8))))
            .hasMessageStartingWith("《科目.xlsx》是 PDF 文件");
        assertThatThrownBy(() -> SubjectTable.read(file("科目.csv", new byte[0]))).hasMessageStartingWith("《科目.csv》是空文件");
        assertThatThrownBy(() -> SubjectTable.read(file("科目.csv", new byte[] {'a', ',', (byte) 0xFF, (byte) 0xFF})))
            .hasMessageContaining("编码认不出");
        assertThatThrownBy(() -> SubjectTable.read(folder.resolve("没有.xlsx"))).hasMessageContaining("不存在");
    }
}
