package juesuan.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import juesuan.model.Changes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finding texts by the marks of their pages. On real disclosures: juesuan.CompareTest. */
class PdfPagesTest {

    private static final FontShelf FONTS = FontShelf.open(Optional.empty());
    private static final PdfPrinter.Options OPTIONS = new PdfPrinter.Options(Instant.parse("2024-09-01T01:02:03Z"), 42);

    /** Points and score of an indicator often stand at the foot of a form. */
    @ParameterizedTest(name = "a page of a form ends with “{0}”")
    @CsvSource({"1 1", "11", "2 2.5", "总分"})
    void figuresAtTheFootOfAPageAreNotItsMark(String last) throws IOException {
        StringBuilder bookmarks = new StringBuilder("<bookmarks>");
        StringBuilder body = new StringBuilder();
        for (String part : List.of("一", "二", "三")) {
            bookmarks.append("<bookmark name=\"第").append(part).append("部分\" href=\"#").append(part).append("\"/>");
            body.append("<div class=\"part\"><h1 id=\"").append(part).append(part.equals("一") ? "\" data-pages=\"1" : "").append("\">第").append(part).append("部分</h1><p>这是")
                .append(part).append("。</p><p>").append(part.equals("二") ? last : "末行").append("</p></div>");
        }
        byte[] pdf = new PdfPrinter(FONTS).print(SamplePage.page(SamplePage.css(FONTS), bookmarks + "</bookmarks>", body.toString()), OPTIONS).pdf();
        PdfPages pages = PdfPages.of(pdf);
        for (String part : List.of("一", "二", "三")) {
            Changes.Spot spot = new Changes.Spot(List.of("第" + part + "部分"), "这是" + part);
            assertThat(pages.of(spot)).isEqualTo(String.valueOf("一二三".indexOf(part) + 1));
        }
    }
}
