package juesuan.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.layout.DocumentMaker;
import juesuan.model.Accounts;
import juesuan.model.Document;
import juesuan.narrate.Narrator;
import juesuan.pack.Pack;
import juesuan.pack.SheetSpec;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;
import juesuan.samples.Zeros;
import juesuan.word.WordDocument;
import juesuan.workbook.tables.PublicTables;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An empty table carries the pack's sentence in each edition, in a pack that wants one, and in none where it does not. */
class EmptyTablesTest {

    @ParameterizedTest
    @ValueSource(strings = {"national", "guangdong"})
    void theSentenceStandsInEveryEdition(String id) throws Exception {
        Sample sample = id.equals("national") ? Samples.yunxi() : Samples.yanxi();
        Pack pack = Samples.pack(id, sample.year());
        Accounts accounts = SampleAccounts.of(Zeros.everywhere(sample, pack), pack);
        List<String> sentences = pack.tableNumbers().keySet().stream().map(table -> pack.sheet(table).orElseThrow()).map(SheetSpec::emptyNote)
            .filter(note -> !note.isEmpty()).map(note -> note.replace("{部门名称}", accounts.department())).toList();
        assertThat(sentences).as("emptyNote in templates/national/tables of 基金, 国资 and “三公”").hasSize(3);
        editions(DocumentMaker.make(pack, accounts, Narrator.compute(accounts, pack), false), pack).forEach((edition, text) -> {
            if (pack.style().emptyTableNote()) {
                assertThat(text).as(edition + ": each empty table carries its sentence; see DocumentMaker.table and what the edition makes of notes").contains(sentences);
            } else {
                assertThat(text).as(edition + ": style.emptyTableNote is false, and the region's tables carry no sentence").doesNotContain("故本表无数据");
            }
        });
    }

    private static Map<String, String> editions(Document document, Pack pack) throws Exception {
        Renderer renderer = new Renderer(pack, Optional.empty());
        Renderer.Pdf pdf = renderer.pdf(document, List.of(), Instant.EPOCH);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("PDF", new PdfFile(pdf.bytes()).text());
        texts.put("HTML", new String(renderer.html(document, WebSample.BESIDE), StandardCharsets.UTF_8));
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(WordDocument.of(document, new WordDocument.Pages(pdf.numbers(), "- ", " -"))))) {
            texts.put("Word", new XWPFWordExtractor(word).getText());
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(PublicTables.of(document)))) {
            texts.put("xlsx", new XSSFExcelExtractor(workbook).getText());
        }
        // Lines of the PDF end anywhere.
        texts.replaceAll((edition, text) -> text.replaceAll("\\s", ""));
        return texts;
    }
}
