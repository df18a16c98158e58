package juesuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import juesuan.pack.Pack;
import juesuan.render.PdfFile;
import juesuan.samples.PublishedTables;
import juesuan.samples.Sample;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tags tell a screen reader; that they are lawful is veraPDF's to say, in EndToEndTest. */
class TaggedPdfTest {

    private static final Sample SAMPLE = Samples.longgang();
    private static final Pack PACK = Samples.pack(SAMPLE.pack());

    private static final List<COSDictionary> ELEMENTS = new ArrayList<>();
    private static PrintedPages pages;

    @BeforeAll
    static void publish(@TempDir Path output) throws IOException {
        Path folder = new Disclosure(Optional.empty(), Optional.empty())
            .generate(SampleWorkbooks.file(SAMPLE), Optional.empty(), output).folder().orElseThrow();
        PdfFile pdf = new PdfFile(Files.readAllBytes(folder.resolve("publish/部门决算.pdf")));
        pages = new PrintedPages(pdf);
        ELEMENTS.clear();
        pdf.read(document -> {
            collect(document.getDocumentCatalog().getStructureTreeRoot().getCOSObject().getDictionaryObject(COSName.K));
            return ELEMENTS.size();
        });
    }

    private static void collect(COSBase node) {
        if (node instanceof COSArray kids) {
            for (int i = 0; i < kids.size(); i++) {
                collect(kids.getObject(i));
            }
        } else if (node instanceof COSDictionary element && element.containsKey(COSName.S)) {
            ELEMENTS.add(element);
            collect(element.getDictionaryObject(COSName.K));
        }
    }

    private static Stream<COSDictionary> tagged(String kind) {
        return ELEMENTS.stream().filter(element -> kind.equals(element.getNameAsString(COSName.S)));
    }

    private static String scope(COSDictionary head) {
        return head.getDictionaryObject(COSName.A) instanceof COSDictionary attributes ? attributes.getNameAsString("Scope", "") : "";
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
        assertThat(tagged("H2").count() + tagged("H3").count()).as("sections and forms")
            .isEqualTo(pages.bookmarks().stream().filter(bookmark -> bookmark.level() > 1 && !bookmark.title().startsWith("表")).count());
    }

    @Test
    void everyHeadOfATableSaysWhatItIsTheHeadOf() {
        assertThat(tagged("TH")).isNotEmpty().allSatisfy(head -> assertThat(scope(head)).isIn("Row", "Column"));
        PublishedTables tables = new PublishedTables(SAMPLE, PACK);
        int rows = PACK.tableNumbers().keySet().stream().mapToInt(id -> tables.rows(id).size()).sum();
        assertThat(tagged("TH").filter(head -> scope(head).equals("Row")).count()).as("rows of the tables have names")
            .isGreaterThanOrEqualTo(rows).isGreaterThan(100);
        assertThat(tagged("TFoot")).as("tables have no feet").isEmpty();
    }
}
