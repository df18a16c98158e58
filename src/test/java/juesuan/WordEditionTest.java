package juesuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.model.Place;
import juesuan.pipeline.OfficeFiles;
import juesuan.render.PdfFile;
import juesuan.samples.Sample;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The Word edition beside what is published: its page numbers, and when it is there. */
class WordEditionTest {

    enum Unit {
        LONGGANG(Samples.longgang()), YANXI(Samples.yanxi());

        private final Sample sample;

        Unit(Sample sample) {
            this.sample = sample;
        }
    }

    private static final Place DUTIES = new Place("概况", "概况", "主要职责", "内容");
    private static final Place CARS = new Place("国有资产", "资产", "其他用车", "数目");

    @TempDir
    private Path folder;

    private Disclosure.Outcome generate(Sample sample) throws IOException {
        Path workbook = Files.write(folder.resolve("报表.xlsx"), SampleWorkbooks.bytes(sample));
        return new Disclosure(Optional.empty(), Optional.empty()).into(folder.resolve("output")).generate(workbook, Optional.empty(), Map.of());
    }

    private static Path word(Disclosure.Outcome outcome) {
        return outcome.office().orElseThrow().report().resolveSibling(OfficeFiles.WORD);
    }

    @ParameterizedTest
    @EnumSource
    void itsContentsAreThoseOfThePdf(Unit unit) throws IOException {
        Disclosure.Outcome outcome = generate(unit.sample);
        PrintedPages pdf = new PrintedPages(new PdfFile(Files.readAllBytes(outcome.folder().orElseThrow().resolve("publish/部门决算.pdf"))));
        StringBuilder printed = new StringBuilder();
        pdf.contents().forEach(page -> printed.append(page.text()));
        List<String> lines = new ArrayList<>();
        try (InputStream in = Files.newInputStream(word(outcome)); XWPFDocument word = new XWPFDocument(in)) {
            word.getParagraphs().stream().filter(paragraph -> String.valueOf(paragraph.getStyle()).startsWith("TOC"))
                .map(XWPFParagraph::getText).forEach(lines::add);
        }
        assertThat(PrintedPages.squeeze(String.join("", lines))).isEqualTo(printed.toString().replaceAll("[.…]{2,}", ""));
        List<Integer> numbers = lines.stream().skip(1).map(line -> Integer.valueOf(line.substring(line.lastIndexOf('\t') + 1))).toList();
        assertThat(numbers).containsExactlyElementsOf(pdf.bookmarks().stream().filter(bookmark -> bookmark.level() < 3)
            .map(bookmark -> pdf.of(bookmark).mark().orElseThrow()).toList());
    }

    /** Cover, correction and contents, letter by letter, with the page numbers they give. */
    @ParameterizedTest
    @EnumSource
    void aCorrectedOneBeginsAsThePdfDoes(Unit unit) throws IOException {
        Path old = generate(unit.sample).folder().orElseThrow();
        Path workbook = Files.write(folder.resolve("更正.xlsx"), SampleWorkbooks.bytes(unit.sample.with(DUTIES, "更正以后的职责。")));
        Disclosure.Outcome outcome = new Disclosure(Optional.empty(), Optional.empty()).into(folder.resolve("更正"))
            .correct(workbook, Optional.empty(), Map.of(), old, "写错了", true);
        PrintedPages pdf = new PrintedPages(new PdfFile(Files.readAllBytes(outcome.folder().orElseThrow().resolve("publish/部门决算.pdf"))));
        StringBuilder printed = new StringBuilder();
        pdf.all().stream().takeWhile(page -> page.mark().isEmpty()).forEach(page -> printed.append(page.text()));
        assertThat(printed).contains("（第2次公开，更正）", "更正说明", "更正以后的职责。目录");
        assertThat(PrintedPages.squeeze(frontOf(word(outcome)))).isEqualTo(printed.toString().replaceAll("[.]{2,}", ""));
    }

    /** To the first numbered page. */
    private static String frontOf(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (InputStream in = Files.newInputStream(file); XWPFDocument word = new XWPFDocument(in)) {
            boolean contents = false;
            for (IBodyElement element : word.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph) {
                    boolean listed = String.valueOf(paragraph.getStyle()).startsWith("TOC");
                    if (contents && !listed) {
                        return text.toString();
                    }
                    contents = listed;
                    text.append(paragraph.getText());
                } else if (element instanceof XWPFTable table) {
                    text.append(table.getText());
                }
            }
        }
        throw new AssertionError("nothing behind the contents");
    }

    @Test
    void whatSomebodyWroteInItIsKeptAndTheOldOneGoesWhenTheFiguresAreWrong() throws IOException {
        Path word = word(generate(Samples.yanxi()));
        byte[] first = Files.readAllBytes(word);
        assertThat(generate(Samples.yanxi()).office().orElseThrow().renamed()).as("nobody has touched it").isEmpty();
        assertThat(word).hasBinaryContent(first);

        byte[] edited = "改过".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.write(word, edited);
        assertThat(generate(Samples.yanxi()).office().orElseThrow().renamed()).containsExactly("部门决算（改过）.docx");
        assertThat(word).hasBinaryContent(first);

        Disclosure.Outcome blocked = generate(Samples.yanxi().with(CARS, "77"));
        assertThat(blocked.folder()).isEmpty();
        assertThat(word).doesNotExist();
        assertThat(word.resolveSibling("部门决算（改过）.docx")).hasBinaryContent(edited);
    }
}
