package juesuan.workbook.read;

import static juesuan.workbook.read.TestBook.entry;
import static juesuan.workbook.read.TestBook.messages;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import juesuan.model.Entry;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellFormula;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellFormulaType;

/** Formulas: the stored result is used only when a calculation of our own agrees with it. */
class FormulasTest {

    private static final String TABLE = "收入支出决算总表";
    private static final String AT = "收入支出决算总表!C13（八、其他收入·决算数）";
    private static final String RECALCULATE = "请在 Excel 或 WPS 中打开，按 F9 重算并保存，再运行。";

    private static TestBook book(String formula, String stored) {
        TestBook book = TestBook.of(TABLE);
        XSSFCell cell = book.cell(TABLE, "收入", "其他收入", "决算数");
        cell.setBlank();
        formula(cell, formula);
        if (!stored.isEmpty()) {
            cell.getCTCell().setV(stored);
        }
        return book;
    }

    private static void formula(XSSFCell cell, String formula) {
        CTCellFormula f = CTCellFormula.Factory.newInstance();
        f.setStringValue(formula);
        cell.getCTCell().setF(f);
    }

    private static Entry entryOf(Submission read) {
        return entry(read, TABLE, "收入", "其他收入", "决算数");
    }

    private static void assertRead(Submission read, String yuan, String... messages) {
        assertThat(messages(read)).containsExactly(messages);
        assertThat(entryOf(read).asText()).isEqualTo(yuan);
    }

    private static void assertRefused(Submission read, String message, String hint) {
        assertThat(messages(read)).containsExactly(message);
        assertThat(read.findings().get(0).hint()).isEqualTo(hint);
        assertThat(entryOf(read)).isInstanceOf(Entry.Unreadable.class);
    }

    @Test
    void aStoredResultThatIsRightIsUsed() {
        assertRead(book("C12*2", "2").read(), "20000.00");
        assertRead(book("0.1+0.2", "0.30000000000000004").read(), "3000.00");
        assertRead(book("1000000.1-1000000", "9.9999999976716936E-2").read(), "1000.00");
    }

    @Test
    void aStaleResultIsNamedWithBothNumbers() {
        assertRefused(book("C12*2", "99").read(), "W42 ERROR " + AT + "存的结果是“99”，按公式重算是“2”。", RECALCULATE);
    }

    @Test
    void aMissingResultIsNeverZero() {
        assertRead(book("C12*2", "").read(), "20000.00", "W41 WARNING " + AT + "的公式没有算过，已由程序算出 2。");
        assertRefused(book("NOSUCHFUNCTION(C12)", "").read(), "W41 ERROR " + AT + "的公式没有算过，程序也算不出来。", RECALCULATE);
    }

    @Test
    void aWorkbookThatAsksForCalculationIsCalculated() {
        Consumer<TestBook> ask = book -> book.workbook.setForceFormulaRecalculation(true);
        TestBook missing = book("C12*2", "");
        ask.accept(missing);
        assertRead(missing.read(), "20000.00");
        TestBook stale = book("C12*2", "99");
        ask.accept(stale);
        assertRead(stale.read(), "20000.00");
        TestBook impossible = book("NOSUCHFUNCTION(C12)", "99");
        ask.accept(impossible);
        assertRefused(impossible.read(), "W41 ERROR " + AT + "的公式没有算过，程序也算不出来。", RECALCULATE);
    }

    @Test
    void aResultThatCannotBeVerifiedIsUsedWithARemark() {
        assertRead(book("NOSUCHFUNCTION(C12)", "12.5").read(), "125000.00",
            "W46 INFO " + AT + "的公式程序不能重算，用的是文件里存的结果 12.5。");
        assertRead(book("C12*(", "12.5").read(), "125000.00", "W46 INFO " + AT + "的公式程序不能重算，用的是文件里存的结果 12.5。");
    }

    @Test
    void aSharedFormulaWithoutItsMasterDoesNotStopTheReader() {
        TestBook book = book("", "12.5");
        CTCellFormula f = CTCellFormula.Factory.newInstance();
        f.setT(STCellFormulaType.SHARED);
        f.setSi(77);
        book.cell(TABLE, "收入", "其他收入", "决算数").getCTCell().setF(f);
        assertRead(book.read(), "125000.00", "W46 INFO " + AT + "的公式程序不能重算，用的是文件里存的结果 12.5。");
    }

    @Test
    void anEmptyTextIsABlank() {
        TestBook book = book("IF(C12=1,\"\",5)", "");
        book.cell(TABLE, "收入", "其他收入", "决算数").setCellValue("");
        book.cell(TABLE, "收入", "本年收入合计", "决算数").setCellValue(7); // seven parts of one each are left
        assertRead(book.read(), "0.00");
    }

    @Test
    void errorsOfFormulasAreNamed() {
        assertRefused(book("C12/0", "").read(), "W40 ERROR " + AT + "是错误值 #DIV/0!。", "请改正这一格的公式，或者直接填写。");
        TestBook stored = book("C12/0", "");
        stored.cell(TABLE, "收入", "其他收入", "决算数").setCellErrorValue((byte) 7);
        assertRefused(stored.read(), "W40 ERROR " + AT + "是错误值 #DIV/0!。", "请改正这一格的公式，或者直接填写。");
    }

    @Test
    void otherFilesAndPicturesAreRefused() {
        assertRefused(book("[1]Sheet1!A1", "5").read(), "W43 ERROR " + AT + "的公式引用了别的文件。",
            "请改填数字，或者复制后用“选择性粘贴—数值”贴回这一格。");
        assertRefused(book("_xlfn.DISPIMG(\"ID_1\",1)", "5").read(), "W45 ERROR " + AT + "是 WPS 的嵌入单元格图片，读不出内容。",
            "请删去图片，改填文字或数字。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TODAY()", "C12+now()", "RAND()*3"})
    void whatChangesByItselfIsRefused(String formula) {
        assertRefused(book(formula, "45536").read(), "W44 ERROR " + AT + "的公式“=" + formula + "”每次打开结果都会变。", "请直接填写。");
    }

    @Test
    void aCircleIsNotCalculated() {
        assertThat(messages(book("C13+1", "5").read())).singleElement().asString().startsWith("W42 ERROR " + AT);
        assertThat(messages(book("C13+1", "").read())).last().asString().startsWith("W40 ERROR " + AT);
    }

    @Test
    void aChainTooLongToCalculateIsNoBug() {
        TestBook book = book("Z1", "");
        for (int row = 0; row < 20_000; row++) {
            formula(TestBook.cell(book.tab(TABLE), row, 25), "Z" + (row + 2));
        }
        assertThat(messages(book.read())).contains("W41 ERROR " + AT + "的公式没有算过，程序也算不出来。");
    }

    @Test
    void aFormulaThatNobodyReadsMayBeWrong() {
        TestBook book = TestBook.of("机关运行经费");
        XSSFCell rate = book.cell("机关运行经费", "机关运行经费", "机关运行经费", "增减率");
        formula(rate, "1/0");
        rate.getCTCell().setV("7");
        assertThat(messages(book.read())).isEmpty();
    }
}
