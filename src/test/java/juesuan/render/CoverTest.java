package juesuan.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.layout.DocumentMaker;
import juesuan.model.Accounts;
import juesuan.model.Document;
import juesuan.narrate.Narrator;
import juesuan.pack.Pack;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/** Names of any length: on the cover, and wherever else a department's name is printed. */
class CoverTest {

    private static final String MARK = "（第12次公开，更正）";
    private static final String DATE = "2024年10月";
    private static final Pattern COVER = Pattern.compile("<div class=\"cover\".*?</div>", Pattern.DOTALL);
    /** Where the text of .cover in print.css stands on the page, pt. */
    private static final float LEFT = 79;
    private static final float RIGHT = 595.3f - 67;
    private static final float TOP = 104;
    private static final float BOTTOM = 842 - 99;

    /** One printed line, pt from the upper left corner; the box is that of the characters' squares. */
    record Line(String text, float left, float top, float right, float bottom) {

        boolean overlaps(Line other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    static Stream<String> names() {
        String hundred = "某某省某某藏族羌族自治州某某彝族自治县人民政府驻北京联络处暨经济技术合作交流服务中心和某某高新技术产业开发区管理委员会行政审批与市场监督管理综合服务局（某某国家级生态保护和高质量发展示范区建设办公室）";
        assertThat(hundred).hasSizeBetween(95, 100);
        return Stream.of("某某市财政局", "某某市某某区财政局本级", "深圳市龙岗区工业和信息化局", "岚州市䶮溪区河湖事务服务中心",
            hundred.substring(0, 26), hundred.substring(0, 27), hundred.substring(0, 39), hundred.substring(0, 40),
            hundred.substring(0, 53), hundred.substring(0, 66), hundred, hundred + hundred, hundred.repeat(5),
            "某某市ABCDEFG MWMWMW国际合作区2023年度亚太经合组织（APEC）会议筹备工作领导小组办公室", "WWW" + "MW".repeat(40), "𬜬".repeat(45));
    }

    /** All covers in one file: printing is what takes time. */
    @Test
    void nothingOnTheCoverOverlaps() {
        List<Document> covers = names().flatMap(name -> Stream.of("", MARK).map(mark -> cover(name, mark))).toList();
        PdfFile pdf = print(covers);
        assertThat(pdf.pages()).as("each cover is one page, see model/Cover and .cover in print.css").hasSize(covers.size());
        for (int page = 0; page < covers.size(); page++) {
            String name = covers.get(page).department();
            String mark = covers.get(page).mark();
            List<Line> lines = lines(pdf, page + 1);
            assertThat(lines.stream().map(line -> line.text().replace(" ", "")).collect(Collectors.joining()))
                .as("the whole cover, from top to bottom").isEqualTo(("2023年度" + name + "部门决算" + mark + DATE).replace(" ", ""));
            assertApart(lines, name);
            assertThat(lines).as("between the margins").allMatch(line -> line.left() >= LEFT && line.right() <= RIGHT
                && line.top() >= TOP && line.bottom() <= BOTTOM);
            List<String> broken = lines.stream().map(Line::text).toList().subList(1, lines.size() - (mark.isEmpty() ? 2 : 3));
            assertThat(broken.stream().mapToInt(line -> line.codePointCount(0, line.length())).min().orElseThrow())
                .as("the shortest line of %s", broken).isGreaterThan(name.codePointCount(0, name.length()) / broken.size() / 2);
        }
    }

    private static void assertApart(List<Line> lines, String what) {
        for (int i = 0; i < lines.size(); i++) {
            for (int k = i + 1; k < lines.size(); k++) {
                assertThat(lines.get(i).overlaps(lines.get(k))).as("%s: “%s” is printed over “%s”", what, lines.get(k), lines.get(i)).isFalse();
            }
        }
    }

    /** In print with all that a disclosure has, to see headings, contents, tables with such a name too. */
    @Test
    void nothingElsewhereOverlapsEither() {
        String name = names().filter(n -> n.length() == 66).findFirst().orElseThrow();
        Sample sample = Samples.yanxi().with(Samples.DEPARTMENT, name);
        Pack pack = Samples.pack(sample.pack());
        Accounts accounts = SampleAccounts.of(sample, pack);
        Document document = DocumentMaker.make(pack, accounts, Narrator.compute(accounts, pack), false);
        PdfFile pdf = new PdfFile(new Renderer(pack, Optional.empty()).pdf(document, List.of(), Instant.EPOCH).bytes());
        for (int page = 1; page <= pdf.pages().size(); page++) {
            assertApart(lines(pdf, page), "page " + page);
        }
        assertThat(document.body().get(1).titleLines()).as("a heading of %s", document.body().get(1).title())
            .allMatch(line -> line.length() > 6).allMatch(line -> line.length() <= 20 || line.startsWith("2023"));
    }

    private static Document cover(String name, String mark) {
        return new Document("2023年度" + name + "部门决算", name, 2023, DATE, mark, List.of());
    }

    private static PdfFile print(List<Document> covers) {
        Renderer renderer = new Renderer(Samples.pack("national"), Optional.empty());
        String page = renderer.xhtml(covers.get(0));
        String pages = covers.stream().map(cover -> COVER.matcher(renderer.xhtml(cover)).results().map(MatchResult::group).findFirst().orElseThrow()
            .replaceFirst("class=\"cover\".*", "class=\"cover\" style=\"page-break-after: always\">")).collect(Collectors.joining());
        String all = page.substring(0, page.indexOf("<body>")) + "<body>" + pages + "</body></html>";
        return new PdfFile(new PdfPrinter(FontShelf.open(Optional.empty())).print(all, new PdfPrinter.Options(Instant.EPOCH, 1, List.of())).pdf());
    }

    /** What is set on one base line without a gap, down the page. */
    private static List<Line> lines(PdfFile pdf, int page) {
        return pdf.read(document -> new Boxes().of(document, page));
    }

    private static final class Boxes extends PDFTextStripper {

        private final List<Line> lines = new ArrayList<>();

        List<Line> of(PDDocument document, int page) throws IOException {
            setSortByPosition(true);
            setStartPage(page);
            setEndPage(page);
            getText(document);
            return lines;
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            TextPosition first = positions.get(0);
            TextPosition last = positions.get(positions.size() - 1);
            float size = first.getFontSizeInPt();
            // The squares of Chinese characters stand 0.12 below the base line.
            float bottom = first.getYDirAdj() + 0.12f * size;
            if (!text.isBlank()) {
                lines.add(new Line(text.strip(), first.getXDirAdj(), bottom - size, last.getXDirAdj() + last.getWidthDirAdj(), bottom));
            }
        }
    }
}
