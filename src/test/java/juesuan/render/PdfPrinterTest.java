package juesuan.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class PdfPrinterTest {

    private static final PdfPrinter.Options OPTIONS =
            new PdfPrinter.Options(Instant.parse("2024-09-01T01:02:03Z"), 42);
    private static final FontShelf FONTS = FontShelf.open(Optional.empty());
    private static final PdfPrinter PRINTER = new PdfPrinter(FONTS);

    private static final String HTML = SamplePage.html(FONTS);

    private static PdfPrinter.Printed sample;
    private static PdfFile pdf;

    @BeforeAll
    static void print() {
        sample = PRINTER.print(HTML, OPTIONS);
        pdf = new PdfFile(sample.pdf());
    }

    @Test
    void theEngineHasNothingToComplainAbout() {
        assertThat(sample.warnings()).as("the engine warned: look for unknown CSS or wrong markup in SamplePage").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("juesuan.render.PdfFile#promised")
    void keepsBothPromises(PDFAFlavour flavour) {
        assertThat(pdf.failures(flavour)).as("veraPDF on " + flavour + ": see each clause in ISO 19005-3 / 14289-1").isEmpty();
    }

    @Test
    void textComesOutAsItWentIn() {
        assertThat(pdf.textWithoutSpaces())
                .as("if 支 became ⽀ or —— one character, a font was replaced or GSUB is on (see Typeface)")
                .contains(SamplePage.BODY_TEXT.replaceAll("\\s", ""))
                .doesNotContain("⽀", "\u2E3A", "#");
    }

    @Test
    void eachCharacterComesFromItsFont() {
        var fonts = pdf.fonts();
        String why = "look at the order of the stacks in fonts.yaml";
        assertThat(fonts.get("GovLatin-Regular")).as(why).contains("0", "1", "9", ",", ".");
        assertThat(fonts.get("ZhuqueFangsong-Regular")).as(why).contains("度", "支").doesNotContain("0", "9", "“", "—");
        assertThat(fonts.get("GovQuotes-Regular")).as(why).isEqualTo(Set.of("“", "”", "—", "…"));
        assertThat(fonts.get("GovLatin-Regular")).as(why).allMatch(text -> text.codePointAt(0) < 0x80);
    }

    @Test
    void contentsShowThePrintedPageNumbers() {
        List<String> pages = pdf.pages();
        assertThat(pages.get(1)).as("-fs-page-sequence:start must make the first part page 1")
                .containsPattern("第一部分　部门概况[. ]+1\\s").containsPattern("表1　支出决算表[. ]+3\\s");
        assertThat(pages.get(2)).contains("- 1 -");
        assertThat(pages.get(4)).contains("- 3 -").contains("表1　支出决算表");
    }

    @Test
    void wideTableLiesOnLandscapePagesWithItsHeadOnEach() {
        List<String> pages = pdf.pages();
        assertThat(pages).hasSize(sample.pages());
        List<PDRectangle> boxes = pdf.read(document -> {
            List<PDRectangle> found = new ArrayList<>();
            document.getPages().forEach(page -> found.add(page.getMediaBox()));
            return found;
        });
        for (int i = 4; i < pages.size(); i++) {
            assertThat(boxes.get(i).getWidth()).as("page %d is not landscape", i + 1).isGreaterThan(boxes.get(i).getHeight());
            assertThat(pages.get(i)).as("page %d lost the table head", i + 1).contains("科目编码", "基本支出");
        }
    }

    @Test
    void aScreenReaderHearsATableHeadOnce() {
        String why = "repeated table heads must be artifacts: see StructureTree";
        int pagesOfHeads = pdf.read(document -> {
            List<COSBase> found = new ArrayList<>();
            pagesInHeads(document.getDocumentCatalog().getStructureTreeRoot().getCOSObject(), false, found);
            return (int) found.stream().distinct().count();
        });
        assertThat(pagesOfHeads).as(why).isEqualTo(1);
    }

    private static void pagesInHeads(COSBase node, boolean inHead, List<COSBase> pages) {
        if (node instanceof COSArray kids) {
            for (int i = 0; i < kids.size(); i++) {
                pagesInHeads(kids.getObject(i), inHead, pages);
            }
        } else if (node instanceof COSDictionary element) {
            boolean head = inHead || "THead".equals(element.getNameAsString(COSName.S));
            if (head && element.getDictionaryObject(COSName.PG) != null) {
                pages.add(element.getDictionaryObject(COSName.PG));
            }
            pagesInHeads(element.getDictionaryObject(COSName.K), head, pages);
        }
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    @ResourceLock(Resources.TIME_ZONE)
    void sameBytesInEveryLocaleTimeZoneAndThread() throws Exception {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String[] world : new String[][] {{"th-TH-u-ca-buddhist-nu-thai", "Pacific/Kiritimati"},
                    {"ar-EG", "Pacific/Niue"}, {"tr-TR", "Asia/Shanghai"}, {"ja-JP-u-ca-japanese", "UTC"}}) {
                Locale.setDefault(Locale.forLanguageTag(world[0]));
                TimeZone.setDefault(TimeZone.getTimeZone(world[1]));
                assertSameBytes(PRINTER.print(HTML, OPTIONS), "bytes depend on " + String.join(" or ", world));
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<PdfPrinter.Printed>> prints = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                prints.add(threads.submit(() -> PRINTER.print(HTML, OPTIONS)));
            }
            for (Future<PdfPrinter.Printed> print : prints) {
                assertSameBytes(print.get(), "bytes depend on the thread");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void assertSameBytes(PdfPrinter.Printed print, String otherwise) {
        assertThat(Arrays.mismatch(print.pdf(), sample.pdf())).as(otherwise + ", first at offset").isEqualTo(-1);
    }

    @Test
    void datesAndProducerAreOurs() {
        pdf.read(document -> {
            var information = document.getDocumentInformation();
            assertThat(information.getProducer()).isEqualTo("juesuan");
            assertThat(information.getCreationDate().toInstant()).isEqualTo(OPTIONS.timestamp());
            assertThat(information.getModificationDate().toInstant()).isEqualTo(OPTIONS.timestamp());
            assertThat(new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("<xmp:CreateDate>2024-09-01T01:02:03Z<", "<xmp:ModifyDate>2024-09-01T01:02:03Z<");
            return document;
        });
    }

    @Test
    void warningsBelongToThePrintThatCausedThem() {
        assertThat(PRINTER.print(SamplePage.page("p { colour: red }", "", "<p>甲</p>"), OPTIONS).warnings())
                .anyMatch(warning -> warning.contains("colour"));
        assertThat(PRINTER.print(HTML, OPTIONS).warnings()).isEmpty();
    }

    @Test
    void everyFailureIsOneException() {
        String deep = "<div>".repeat(3000) + "甲" + "</div>".repeat(3000);
        assertThatThrownBy(() -> PRINTER.print(SamplePage.page("", "", deep), OPTIONS))
                .isInstanceOf(RenderException.class).hasCauseInstanceOf(StackOverflowError.class);
        for (String broken : List.of("", "<html", "<html><body>&nbsp;</body></html>", "<p>\u0000</p>", "<p>\uD800</p>")) {
            assertThatThrownBy(() -> PRINTER.print(broken, OPTIONS)).as(broken).isInstanceOf(RenderException.class);
        }
    }

    @Test
    @ResourceLock(Resources.SYSTEM_ERR)
    void nothingReachesStderr() {
        PrintStream stderr = System.err;
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        System.setErr(new PrintStream(heard, true, StandardCharsets.UTF_8));
        try {
            PRINTER.print(SamplePage.page("p { colour: red }", "", "<p>\uE000𠮷<img src=\"x.png\"/></p>"), OPTIONS);
            assertThatThrownBy(() -> PRINTER.print("<html", OPTIONS)).isInstanceOf(RenderException.class);
        } finally {
            System.setErr(stderr);
        }
        assertThat(heard.toString(StandardCharsets.UTF_8)).as("a library writes to stderr: hush it in EngineLog").isEmpty();
    }
}
