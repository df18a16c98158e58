package juesuan.workbook.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static juesuan.workbook.intake.TestBooks.NAME;
import static juesuan.workbook.intake.TestBooks.SHEET;
import static juesuan.workbook.intake.TestBooks.cells;
import static juesuan.workbook.intake.TestBooks.edited;
import static juesuan.workbook.intake.TestBooks.filledCells;
import static juesuan.workbook.intake.TestBooks.good;
import static juesuan.workbook.intake.TestBooks.light;
import static juesuan.workbook.intake.TestBooks.taken;
import static juesuan.workbook.intake.TestBooks.with;
import static juesuan.workbook.intake.TestBooks.withRows;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is harmless but would make POI fail is read all the same. */
class RepairTest {

    @Test
    void a_million_empty_formatted_rows_are_dropped_and_nothing_else() throws Exception {
        byte[] heavy = edited(SHEET, xml -> xml.replace("</sheetData>", emptyRows(53, 1_048_576) + "</sheetData>"));
        byte[] light = light(heavy);
        assertThat(light.length).isLessThan(20_000);
        assertThat(filledCells(light)).isEqualTo(filledCells(good()));
        assertThat(taken(heavy)).isEqualTo(filledCells(good()));
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(light))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getMergedRegions()).hasSize(1);
            assertThat(sheet.getPhysicalNumberOfRows()).isEqualTo(41);
        }
        assertThat(light(light)).isSameAs(light);
    }

    @Test
    void a_usual_number_of_empty_rows_stays() throws Exception {
        byte[] bytes = edited(SHEET, xml -> xml.replace("</sheetData>", emptyRows(53, 10_000) + "</sheetData>"));
        assertThat(light(bytes)).isSameAs(bytes);
    }

    @Test
    void rows_and_cells_without_an_address_keep_their_place() throws Exception {
        StringBuilder empty = new StringBuilder();
        for (int r = 0; r < 30_000; r++) {
            empty.append("<row ht=\"").append(r * 7919 % 400).append("\"/>");
        }
        String rows = empty + "<row ht='20'><c s='0'/><c><v>12.50</v></c><c t='inlineStr'>"
                + "<is><t xml:space='preserve'> &lt;文&amp;&#x20BB7; </t></is></c><c><f>B30001*2</f><v>25</v></c>"
                + "<c t='str'><f>\"\"</f><v></v></c></row>";
        byte[] bytes = withRows(rows);
        byte[] light = light(bytes);
        assertThat(light).isNotSameAs(bytes);
        assertThat(taken(bytes)).isEqualTo(filledCells(bytes));
        assertThat(filledCells(light)).isEqualTo(filledCells(bytes))
                .containsEntry("收入决算表!C30001", "STRING  <文&𠮷 ")
                .containsEntry("收入决算表!D30001", "FORMULA B30001*2=25");
    }

    @Test
    void very_many_empty_formatted_cells_are_dropped() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int r = 1; r <= 1_200; r++) {
            rows.append("<row r=\"").append(r).append("\"><c r=\"A").append(r).append("\"><v>").append(r)
                    .append("</v></c>").append("<c s=\"0\"/>".repeat(100)).append("</row>");
        }
        byte[] bytes = withRows(rows.toString());
        byte[] light = light(bytes);
        assertThat(taken(bytes)).isEqualTo(filledCells(bytes));
        assertThat(filledCells(light)).isEqualTo(filledCells(bytes));
        assertThat(cells(light)).hasSizeLessThan(1_500);
    }

    /** POI throws at such a cell; as text the reader can name it. */
    @Test
    void an_ISO_date_becomes_text() {
        byte[] bytes = withRows("<row r='1'><c r='A1' t='d'><v>2023-12-31T00:00:00</v></c><c r='B1'><v>1</v></c></row>");
        assertThat(taken(bytes))
                .containsEntry("收入决算表!A1", "STRING 2023-12-31T00:00:00")
                .containsEntry("收入决算表!B1", "NUMERIC 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2024年1月1日</dcterms:created>",
            "<dcterms:issued>2020</dcterms:issued>",
            "<dc:creator xml:lang=\"zh-CN\">张三</dc:creator>",
            "<dc:creator>"})
    void document_properties_POI_would_refuse_do_not_matter(String property) throws Exception {
        String core = "<?xml version=\"1.0\"?><cp:coreProperties"
                + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">" + property + "</cp:coreProperties>";
        byte[] bytes = with("docProps/core.xml", core.getBytes(UTF_8));
        assertThat(taken(bytes)).isEqualTo(filledCells(good()));
    }

    private static String emptyRows(int from, int to) {
        StringBuilder rows = new StringBuilder();
        for (int r = from; r <= to; r++) {
            rows.append("<row r=\"").append(r).append("\" s=\"1\" customFormat=\"1\"/>");
        }
        return rows.toString();
    }
}
