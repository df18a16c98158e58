package juesuan.workbook.blank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import juesuan.pack.ColumnSpec.Type;
import juesuan.pack.SheetSpec;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program than the one that wrote the workbook opens, recalculates and prints it. */
class LibreOfficeTest {

    private static final double LARGE = 999_999_999.99;
    private static final int MOST_PAGES = 48;
    private static final int FAR_BELOW = 80;

    @TempDir
    Path folder;

    @Test
    void libreOfficeComputesAndPrintsEverySheet() throws IOException, InterruptedException {
        LibreOffice office = LibreOffice.in(folder);
        Blank blank = Blank.of("guangdong");
        fillLarge(blank);
        // A class typed as text, another as number: whatever ??? matches, each counts once.
        for (int ordinal = 1; ordinal <= 2; ordinal++) {
            XSSFCell code = blank.cell("一般公共预算财政拨款支出决算表", "科目", ordinal, "科目编码");
            code.removeFormula();
            if (ordinal == 1) {
                code.setCellValue("201");
            } else {
                code.setCellValue(206);
            }
            blank.cell("一般公共预算财政拨款支出决算表", "科目", ordinal, "基本支出").setCellValue(1_234.25 * ordinal);
            blank.cell("一般公共预算财政拨款支出决算表", "科目", ordinal, "项目支出").setBlank();
        }
        // Far below the rows with formulas: no print area may cut it off.
        blank.cell("国有资本经营预算财政拨款支出决算表", "科目", FAR_BELOW, "科目名称").setCellValue("远在下面的科目");
        // Without our cached values LibreOffice has to compute every formula itself.
        blank.workbook().forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
            if (cell.getCellType() == CellType.FORMULA && ((XSSFCell) cell).getCTCell().isSetV()) {
                ((XSSFCell) cell).getCTCell().unsetV();
            }
        })));
        Path file = folder.resolve("blank.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            blank.workbook().write(out);
        }
        office.convert(file);
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("blank.pdf").toFile())) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(pdf.getNumberOfPages()).as("pages: a list of codes goes on as far as its rows hold formulas (formulas of its codes:),"
                + " or as the empty rows below are not all alike").isBetween(blank.pack().sheets().size(), MOST_PAGES);
            assertThat(blank.pack().sheets()).extracting(SheetSpec::title).allSatisfy(title ->
                assertThat(text).contains(title));
            assertThat(text).as("a column too narrow").doesNotContain("###");
            assertThat(text).as("an error").doesNotContain("#VALUE", "#REF", "#NAME", "#DIV", "Err:");
            assertThat(text).as("the sum of both classes").contains("3,702.75");
            assertThat(text).contains("科学技术支出", "远在下面的科目");
        }
    }

    /** The largest figure that must be readable, in every amount of every declared and item row. */
    private static void fillLarge(Blank blank) {
        blank.layouts().forEach((id, layout) -> layout.bands().stream().flatMap(band -> band.areas().stream())
            .forEach(area -> area.rows().stream().filter(row -> row.kind() != Layout.RowKind.CODE).forEach(row -> {
                for (int leaf = 0; leaf < area.columns().size(); leaf++) {
                    XSSFCell cell = blank.sheet(id).getRow(row.row()).getCell(area.first(leaf));
                    boolean amount = area.block().leaves().get(leaf).type() == Type.AMOUNT;
                    if (amount && row.kind() == Layout.RowKind.DECLARED && !cell.getCellStyle().getLocked()) {
                        cell.removeFormula();
                        cell.setCellValue(LARGE);
                    }
                }
            })));
    }
}
