package juesuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import juesuan.pack.Pack;
import juesuan.render.PdfFile;
import juesuan.render.PdfTag;
import juesuan.samples.PublishedTables;
import juesuan.samples.Sample;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tags tell a screen reader; that they are lawful is veraPDF's to say, in EndToEndTest. */
class TaggedPdfTest {

    private static final Sample SAMPLE = Samples.longgang();
    private static final Pack PACK = Samples.pack(SAMPLE.pack());

    private static List<PdfTag> tags;
    private static PrintedPages pages;

    @BeforeAll
    static void publish(@TempDir Path output) throws IOException {
        Path folder = new Disclosure(Optional.empty(), Optional.empty())
            .generate(SampleWorkbooks.file(SAMPLE), Optional.empty(), output).folder().orElseThrow();
        PdfFile pdf = new PdfFile(Files.readAllBytes(folder.resolve("publish/部门决算.pdf")));
        pages = new PrintedPages(pdf);
        tags = pdf.tags();
    }

    private static Stream<PdfTag> tagged(String kind) {
        return tags.stream().filter(tag -> tag.kind().equals(kind));
    }

    @Test
    void theContentsAreAList() {
        long lines = pages.bookmarks().stream().filter(bookmark -> bookmark.level() < 3).count();
        assertThat(tagged("L")).hasSize(1);
        assertThat(tagged("LI")).hasSize((int) lines);
        assertThat(tagged("Link").count()).as("one link for each line").isEqualTo(lines);
    }

    @Test
    void everyHeadingIsTaggedAsOne() {
        long cover = 1;
        long parts = pages.bookmarks().stream().filter(bookmark -> bookmark.level() == 1).count();
        assertThat(tagged("H1").count()).isEqualTo(cover + parts);
        long announced = 1;
        assertThat(tagged("H2").count() + tagged("H3").count()).as("sections, tables and forms, but for the first form: its part's title says the same")
            .isEqualTo(pages.bookmarks().stream().filter(bookmark -> bookmark.level() > 1).count() - announced);
        assertThat(tags).filteredOn(tag -> tag.kind().matches("H[1-6]")).as("said once, however many pages a table has")
            .allSatisfy(heading -> assertThat(heading.text()).isNotEmpty());
        assertThat(tagged("H2").map(PdfTag::text)).containsSubsequence(PACK.tableNumbers().keySet().stream()
            .map(id -> PACK.sheet(id).orElseThrow().title()).toList());
    }

    /** Otherwise they would be read out as heads of every number. */
    @Test
    void theCaptionOfATableIsNoHeadOfItsColumns() {
        for (String caption : List.of("部门：", "单位：", "表")) {
            assertThat(tagged("TD").filter(cell -> cell.text().startsWith(caption))).as(caption)
                .hasSizeGreaterThanOrEqualTo(PACK.tableNumbers().size());
        }
        assertThat(tagged("TD").filter(cell -> cell.text().startsWith("部门："))).as("once, however many pages a table has")
            .hasSameSizeAs(PACK.tableNumbers().keySet());
        assertThat(tagged("TH")).noneMatch(head -> head.text().matches("(部门：|单位：|表\\d).*"))
            .noneMatch(head -> PACK.tableNumbers().keySet().stream().anyMatch(id -> PACK.sheet(id).orElseThrow().title().equals(head.text())));
    }

    @Test
    void everyHeadOfATableSaysWhatItIsTheHeadOf() {
        assertThat(tagged("TH")).isNotEmpty().allSatisfy(head -> assertThat(head.scope()).isIn("Row", "Column"));
        PublishedTables tables = new PublishedTables(SAMPLE, PACK);
        int rows = PACK.tableNumbers().keySet().stream().mapToInt(id -> tables.rows(id).size()).sum();
        assertThat(tagged("TH").filter(head -> head.scope().equals("Row")).count()).as("rows of the tables have names")
            .isGreaterThanOrEqualTo(rows).isGreaterThan(100);
        assertThat(tagged("TFoot")).as("tables have no feet").isEmpty();
    }
}
