package juesuan.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Tables over several pages: what the engine gets wrong there, and we put right. */
class TablePagesTest {

    private static final FontShelf FONTS = FontShelf.open(Optional.empty());
    private static final int DPI = 72;
    private static final double MM = DPI / 25.4;

    private static PdfFile groups;

    @BeforeAll
    static void print() {
        groups = print(table(9, 30, 14, 1, 5));
    }

    @Test
    void repeatedHeadLooksTheSameOnEachPage() {
        PdfFile sample = print(SamplePage.html(FONTS));
        int[] first = head(sample, 4);
        assertThat(Arrays.stream(first).distinct().count()).as("the cut-out must show the head").isGreaterThan(10);
        for (int page = 5; page < 7; page++) {
            assertThat(Arrays.mismatch(head(sample, page), first))
                    .as("page %d: head cells with a rowspan lost borders, see HeadBorders", page + 1).isEqualTo(-1);
        }
    }

    @Test
    void eachPageNamesTheGroupsItShows() {
        List<String> pages = groups.pages();
        assertThat(pages).as("the groups must need more than two pages").hasSizeGreaterThan(2);
        for (String page : pages) {
            IntStream.range(0, 5).forEach(group -> assertThat(page.contains("甲" + group))
                    .as("group %d on page %s", group, page).isEqualTo(page.contains("行" + group + "号")));
            IntStream.range(0, 5).forEach(group -> assertThat(count(page, "甲" + group)).isLessThanOrEqualTo(1));
            assertThat(count(page, "乙")).as("the inner label of a group: %s", page).isEqualTo(count(page, "甲"));
        }
    }

    /** A label that is taller than the rows left to it makes them taller, and so moves the next break. */
    @ParameterizedTest
    @ValueSource(ints = {18, 19, 20, 21, 22, 23})
    void aTallLabelStandsOnEachPageOfItsGroup(int rowsBefore) {
        String html = table(rowsBefore, 7).replace("甲1", "甲1" + "很长的标签".repeat(12));
        List<String> pages = print(html).pages().stream().filter(page -> page.contains("行1号")).toList();
        assertThat(pages).isNotEmpty().allMatch(page -> page.contains("甲1"), "the label 甲1 stands on the page");
    }

    /** Groups are cut ahead, alone, where a block begins a page of its own, and only there. */
    @ParameterizedTest
    @ValueSource(strings = {"auto", "always"})
    void whatStandsBeforeAGroupMovesItsBreakOrNot(String pageBreak) {
        String html = table(1, 30, 14).replace("<div class=\"land\">",
                "<div>" + "<p>前文</p>".repeat(7) + "</div><div style=\"page-break-before: " + pageBreak + "\">");
        List<String> pages = print(html).pages();
        for (String page : pages) {
            IntStream.range(0, 3).forEach(group -> assertThat(count(page, "甲" + group))
                    .as("group %d on page %s", group, page).isEqualTo(page.contains("行" + group + "号") ? 1 : 0));
        }
        assertThat(pages.get(0).contains("行1号")).isEqualTo(pageBreak.equals("auto"));
    }

    @ParameterizedTest
    @MethodSource("juesuan.render.PdfFile#promised")
    void cutGroupsKeepBothPromises(PDFAFlavour flavour) {
        assertThat(groups.failures(flavour)).isEmpty();
    }

    private static PdfFile print(String html) {
        PdfPrinter.Printed printed = new PdfPrinter(FONTS).print(html, new PdfPrinter.Options(Instant.EPOCH, 1));
        assertThat(printed.warnings()).isEmpty();
        return new PdfFile(printed.pdf());
    }

    /** Groups of rows with two labels each, in a table with a head of two rows. */
    private static String table(int... sizes) {
        StringBuilder body = new StringBuilder("""
                <div class="land"><table><thead><tr class="top"><th scope="col" class="first">大类</th><th scope="col">小类</th>
                <th scope="col">名称</th><th scope="col">金额</th></tr></thead>""");
        for (int group = 0; group < sizes.length; group++) {
            body.append("<tbody>");
            for (int row = 0; row < sizes[group]; row++) {
                body.append("<tr>");
                if (row == 0) {
                    body.append("<td class=\"first\" rowspan=\"%1$d\">甲%2$d</td><td rowspan=\"%1$d\">乙</td>"
                            .formatted(sizes[group], group));
                }
                body.append("<td>行%d号</td><td class=\"amount\">1.00</td></tr>".formatted(group));
            }
            body.append("</tbody>");
        }
        return SamplePage.page(SamplePage.css(FONTS), "", body.append("</table></div>").toString());
    }

    /** The pixels of the table head of SamplePage: the page without its foot. */
    private static int[] head(PdfFile pdf, int page) {
        return pdf.read(document -> {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, DPI);
            int height = (int) (36 * MM);
            return image.getRGB(0, 0, image.getWidth(), height, null, 0, image.getWidth());
        });
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }
}
