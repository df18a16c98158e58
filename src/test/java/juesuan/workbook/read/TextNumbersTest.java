package juesuan.workbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import juesuan.model.Finding;
import juesuan.pack.Pack;
import juesuan.samples.Sample;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** A column pasted as text, under sums that pass over it. */
class TextNumbersTest {

    private static final String TABLE = "收入决算表";
    private static final Sample SAMPLE = Samples.yanxi();
    private static final Pack PACK = Samples.pack(SAMPLE.pack());
    private static final int FIRST = 7;
    private static final int LAST = 11;

    private static Submission read(Consumer<XSSFSheet> change) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(SampleWorkbooks.bytes(SAMPLE)))) {
            change.accept(workbook.getSheet(TABLE));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return WorkbookReader.open(out.toByteArray(), "填报.xlsx").read(PACK);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void pasteAsText(XSSFSheet sheet) {
        for (int row = FIRST; row <= LAST; row++) {
            XSSFCell cell = sheet.getRow(row).getCell(3);
            cell.setCellValue(BigDecimal.valueOf(cell.getNumericCellValue()).setScale(2).toPlainString());
        }
    }

    private static void sum(XSSFSheet sheet, String formula) {
        for (int row = FIRST; row <= LAST; row++) {
            XSSFCell total = sheet.getRow(row).getCell(2);
            total.setCellFormula(formula.replace("#", String.valueOf(row + 1)));
            new XSSFFormulaEvaluator(sheet.getWorkbook()).evaluateFormulaCell(total);
            assertThat(total.getCellType()).isEqualTo(CellType.FORMULA);
        }
    }

    private static List<String> told(Submission read) {
        return read.findings().stream().filter(finding -> finding.severity() != Finding.Severity.INFO).map(finding -> finding.rule() + " " + finding.severity() + " " + finding.message()).toList();
    }

    @Test
    void aPastedColumnIsToldOnceAndBeforeAllElse() {
        Submission read = read(sheet -> {
            pasteAsText(sheet);
            sum(sheet, "SUM(D#:I#)");
        });
        assertThat(told(read)).containsExactly("W35 ERROR 收入决算表：D8:D12 是文本，不是数，求和公式不计入，合计因此不对。");
        assertThat(read.findings().get(0).rule()).isEqualTo("W35");
        assertThat(read.findings().get(0).cells()).hasSize(LAST - FIRST + 1);
        assertThat(read.accounts()).as("what is meant is read, so that no rule blames the sums").isEqualTo(read(sheet -> { }).accounts());
    }

    @Test
    void textThatNoSumPassesOverIsANumber() {
        assertThat(told(read(TextNumbersTest::pasteAsText))).isEmpty();
        assertThat(told(read(sheet -> {
            pasteAsText(sheet);
            sum(sheet, "D#+E#+F#+G#+H#+I#");
        }))).as("plus takes text for the number it says").isEmpty();
    }

    @Test
    void aSumThatIsWrongAnywayIsStillWrong() {
        Submission read = read(sheet -> {
            pasteAsText(sheet);
            sum(sheet, "SUM(D#:I#)+1");
        });
        assertThat(told(read)).hasSize(1);
        assertThat(read.accounts()).isNotEqualTo(read(sheet -> { }).accounts());
    }

    /** Raw names of errors say nothing to anybody. */
    @Test
    void aFormulaThatRefersToItselfIsSaidToDoSo() {
        List<String> told = told(read(sheet -> {
            XSSFCell cell = sheet.getRow(FIRST).getCell(2);
            cell.setCellFormula("SUM(C8:I8)");
            cell.setCellValue(291960);
        }));
        assertThat(told).singleElement().asString().contains("循环引用").doesNotContain("~");
    }
}
