package juesuan.workbook.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import juesuan.layout.DocumentMaker;
import juesuan.model.Accounts;
import juesuan.model.Document;
import juesuan.model.Grid;
import juesuan.narrate.Narrator;
import juesuan.pack.Pack;
import juesuan.samples.OwnPack;
import juesuan.samples.SampleAccounts;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The public workbook of a sample, read back. That its figures are those of the PDF: PublishedFiguresTest. */
class PublicTablesTest {

    private static final Document DOCUMENT = document(Samples.pack("guangdong"));
    private static final byte[] BYTES = PublicTables.of(DOCUMENT);

    private static Document document(Pack pack) {
        Accounts accounts = SampleAccounts.of(Samples.longgang(), pack);
        return DocumentMaker.make(pack, accounts, Narrator.compute(accounts, pack), true);
    }

    private static List<Document.Table> tables(Document document) {
        return document.parts().stream().flatMap(part -> part.tables().stream()).toList();
    }

    private static XSSFWorkbook open(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    @Test
    void oneVisibleSheetForEachTableInPrintedOrder() throws IOException {
        try (XSSFWorkbook workbook = open(BYTES)) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                assertThat(workbook.isSheetHidden(i)).isFalse();
                names.add(workbook.getSheetName(i));
            }
            assertThat(names).containsExactlyElementsOf(tables(DOCUMENT).stream().map(Document.Table::number).toList());
        }
    }

    @Test
    void everyPrintedCellStandsInItsRowAsNumberOrText() throws IOException {
        try (XSSFWorkbook workbook = open(BYTES)) {
            for (Document.Table table : tables(DOCUMENT)) {
                XSSFSheet sheet = workbook.getSheet(table.number());
                int row = 3 + table.grid().head().size();
                for (Grid.Line line : table.grid().body()) {
                    for (int column = 0; column < line.cells().size(); column++) {
                        same(sheet.getRow(row).getCell(column), line.cells().get(column));
                    }
                    row++;
                }
                for (String note : table.notes()) {
                    assertThat(sheet.getRow(row++).getCell(0).getStringCellValue()).isEqualTo(note);
                }
                assertThat(sheet.getLastRowNum()).as("nothing below the notes").isEqualTo(row - 1);
            }
        }
    }

    private static void same(XSSFCell cell, Grid.Cell printed) {
        assertThat(cell.getCellType()).as(cell.getReference()).isNotEqualTo(CellType.FORMULA);
        if (printed.figure().isPresent()) {
            assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(cell.getRawValue()).isEqualTo(printed.text().replace(",", ""));
            assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("#,##0.00");
        } else {
            assertThat(cell.getStringCellValue()).isEqualTo(printed.text());
        }
    }

    @Test
    void theHeadIsMergedAsInPrint() throws IOException {
        try (XSSFWorkbook workbook = open(BYTES)) {
            XSSFSheet sheet = workbook.getSheet("表9");
            assertThat(sheet.getMergedRegions()).extracting(CellRangeAddress::formatAsString).contains("A1:L1", "A2:L2", "A3:J3",
                "K3:L3", "A4:F4", "G4:L4", "A5:A6", "B5:B6", "C5:E5", "F5:F6");
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("表9");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("财政拨款“三公”经费支出决算表");
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("部门：深圳市龙岗区工业和信息化局");
            assertThat(sheet.getRow(2).getCell(10).getStringCellValue()).isEqualTo("单位：万元");
            assertThat(sheet.getRow(4).getCell(2).getStringCellValue()).isEqualTo("公务用车购置及运行维护费");
            assertThat(sheet.getRow(5).getCell(2).getStringCellValue()).isEqualTo("小计");
        }
    }

    @Test
    void theHeadStaysInSightAndOnEachPrintedPage() throws IOException {
        try (XSSFWorkbook workbook = open(BYTES)) {
            for (Document.Table table : tables(DOCUMENT)) {
                XSSFSheet sheet = workbook.getSheet(table.number());
                int head = 3 + table.grid().head().size();
                assertThat((int) sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo(head);
                assertThat(sheet.getRepeatingRows()).isEqualTo(new CellRangeAddress(0, head - 1, -1, -1));
                assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
                assertThat(sheet.getPrintSetup().getLandscape()).isEqualTo(table.orientation().equals("landscape"));
                assertThat(sheet.getFitToPage()).isTrue();
                assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
                assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
            }
            assertThat(workbook.getSheet("表2").getPaneInformation().getVerticalSplitPosition()).as("codes and names").isEqualTo((short) 2);
            assertThat(workbook.getSheet("表1").getPaneInformation().getVerticalSplitPosition()).as("two blocks").isZero();
        }
    }

    @Test
    void theFileSaysNothingOfWhoMadeItAndWhen() throws IOException {
        Map<String, String> parts = SampleWorkbooks.parts(BYTES);
        assertThat(parts.get("docProps/core.xml").replaceAll("<[^>]*>", "")).isEqualTo("2023年度深圳市龙岗区工业和信息化局部门决算公开表");
        assertThat(parts.keySet()).allMatch(name -> name.matches("\\[Content_Types]\\.xml|_rels/\\.rels|docProps/(core|app)\\.xml"
            + "|xl/(_rels/)?(workbook|styles|sharedStrings)\\.xml(\\.rels)?|xl/worksheets/sheet\\d\\.xml"), "no comments, links, macros");
        assertThat(parts.values()).noneMatch(xml -> xml.contains("POI") || xml.contains("<f>") || xml.contains("基本信息"));
    }

    @Test
    void theSameDocumentGivesTheSameBytes() {
        assertThat(PublicTables.of(DOCUMENT)).isEqualTo(BYTES);
    }

    @Test
    void aRegionThatPrintsADashForZeroHasItInTheFormatOfTheNumber(@TempDir Path folder) throws IOException {
        Pack pack = OwnPack.extending("guangdong", folder, "style:", "  tableAmount: {zero: —}").load();
        try (XSSFWorkbook workbook = open(PublicTables.of(document(pack)))) {
            XSSFCell zero = workbook.getSheet("表1").getRow(10).getCell(2);
            assertThat(new BigDecimal(zero.getRawValue())).isZero();
            assertThat(zero.getCellStyle().getDataFormatString()).isEqualTo("#,##0.00;-#,##0.00;\"—\"");
        }
    }
}
