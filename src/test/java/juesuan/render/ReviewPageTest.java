package juesuan.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import juesuan.model.CellRef;
import juesuan.model.Checks;
import juesuan.model.Finding;
import juesuan.model.Finding.Severity;
import juesuan.model.Finding.Status;
import juesuan.model.Review;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The office's report: all that was found, safe, and readable without anything beside it. */
class ReviewPageTest {

    private static final String SUM = "0".repeat(64);

    private static Finding finding(String rule, Severity severity, Status status, String message, Optional<BigDecimal> difference, Finding.Cell... cells) {
        return new Finding(rule, severity, status, message, "请核对。", List.of(cells), difference);
    }

    private static Finding.Cell cell(String sheet, String address, String value) {
        return new Finding.Cell(new CellRef(sheet, address), "合计·决算数", value);
    }

    private static String html(Review review) {
        return html(review, "某某局", "报表.xlsx");
    }

    private static String html(Review review, String department, String file) {
        return ReviewPage.html(Samples.pack("guangdong"), new ReviewPage.Source(department, 2023, file, SUM), review);
    }

    private static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(new InputSource(new StringReader(html.replaceFirst("(?i)<!DOCTYPE html>", ""))));
    }

    private static Review everything() {
        Finding accepted = finding("K20", Severity.WARNING, Status.FAILED, "车辆不等。", Optional.empty(), cell("国有资产", "B10", "9"));
        return new Review("报表.xlsx", true, new Checks(100, 95, 4, 1), List.of(
            finding("W05", Severity.WARNING, Status.FAILED, "丙提醒。", Optional.empty(), cell("丙表", "A1", "1")),
            finding("A01", Severity.ERROR, Status.FAILED, "乙错误。", Optional.of(new BigDecimal("-10000.00")), cell("乙表", "C33", "311,025.36"), cell("甲表", "C7", "4")),
            finding("A02", Severity.INFO, Status.FAILED, "乙尾数。", Optional.of(new BigDecimal("100")), cell("乙表", "F33", "1")),
            finding("A03", Severity.INFO, Status.SKIPPED, "丁没有核对，因为没填。", Optional.empty()), accepted),
            List.of(new Review.Accepted(accepted, "以台账为准")));
    }

    @Test
    void everySectionHasItsOwn() {
        String html = html(everything());
        assertThat(html).containsSubsequence("没有通过", "某某局", "2023", "报表.xlsx", "SHA-256 " + SUM, "guangdong 1.0.0", "错误 1 处，提醒 2 处，提示 1 处",
            ">100<", ">95<", ">4<", ">1<", "说明理由后公开的事项", "K20", "车辆不等。", "以台账为准", "发现的问题", "乙表", "乙错误。", "（A01）", "怎么办：请核对。",
            "C33", "合计·决算数", "311,025.36", "甲表", "C7", "丙表", "丙提醒。", "尾数误差", "乙表!F33", "乙尾数。", "100.00", "没有核对的", "A03", "丁没有核对，因为没填。");
        assertThat(html.substring(html.indexOf("发现的问题"))).as("in a section of its own").doesNotContain("车辆不等", "国有资产");
    }

    @Test
    void aLongTextHasTheFullWidthAndStandsOnce() {
        String text = "本年度按照批复的预算完成了各项工作。".repeat(20);
        Finding first = finding("T01", Severity.WARNING, Status.FAILED, "甲提醒。", Optional.empty(), cell("说明", "B4", text), cell("甲表", "C7", "4"));
        Finding second = finding("T02", Severity.WARNING, Status.FAILED, "乙提醒。", Optional.empty(), cell("说明", "B4", text), cell("别处", "B9", text));
        String html = html(new Review("报表.xlsx", true, new Checks(5, 3, 2, 0), List.of(first, second), List.of()));
        assertThat(html).containsOnlyOnce(text).contains("<td colspan=\"4\" class=\"text\">" + text)
            .containsSubsequence("B4", "见下一行", text, "<td>4</td>", "B4", "全文见前面", "B9", "全文见前面");
    }

    @Test
    void aPassedOneSaysSo() {
        String html = html(new Review("报表.xlsx", true, new Checks(5, 5, 0, 0), List.of(), List.of()));
        assertThat(html).contains("通过：没有发现错误", "没有需要改正或者核实的问题。", "没有发现问题", "规则都核对到了")
            .doesNotContain("没有通过", "尾数误差</h2>", "说明理由后公开的事项</h2>");
    }

    @Test
    void whatWasTypedIsTextAndNothingElse() throws Exception {
        String nasty = "<script>alert(1)</script>\"'&<img src=x onerror=alert(1)>${7*7}__${7*7}__[[${7*7}]]\u0000\u202e";
        Finding bad = finding("W21", Severity.ERROR, Status.FAILED, nasty, Optional.empty(), cell(nasty, "A1", nasty));
        Finding rounded = finding("A02", Severity.INFO, Status.FAILED, nasty, Optional.of(BigDecimal.ONE), cell(nasty, "A1", nasty));
        Finding skipped = finding("A03", Severity.INFO, Status.SKIPPED, nasty, Optional.empty());
        String html = html(new Review(nasty, true, Checks.NONE, List.of(bad, rounded, skipped),
            List.of(new Review.Accepted(finding("A04", Severity.WARNING, Status.FAILED, nasty, Optional.empty()), nasty))), nasty, nasty);
        Document page = parsed(html);
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("img").getLength()).isZero();
        assertThat(page.getDocumentElement().getTextContent()).contains("<script>alert(1)</script>", "__${7*7}__[[${7*7}]]").doesNotContain("49");
        assertThat(html).doesNotContain("\u0000", "\u202e");
    }

    @Test
    void itNeedsNothingBesideItselfAndReadsWithoutEyes() throws Exception {
        String html = html(everything());
        assertThat(html).doesNotContainPattern(Pattern.compile("(?i)https?://|<link|<script|\\bsrc=|url\\(|@import"));
        Document page = parsed(html);
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("zh-CN");
        assertThat(page.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("某某局2023年度部门决算审核报告");
        var heads = page.getElementsByTagName("th");
        for (int i = 0; i < heads.getLength(); i++) {
            assertThat(heads.item(i).getAttributes().getNamedItem("scope")).as(heads.item(i).getTextContent()).isNotNull();
        }
        List<Integer> levels = new ArrayList<>();
        Pattern.compile("<h([1-6])").matcher(html).results().forEach(heading -> levels.add(Integer.parseInt(heading.group(1))));
        assertThat(levels.get(0)).isEqualTo(1);
        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i)).as("no level of headings is left out").isBetween(2, levels.get(i - 1) + 1);
        }
    }

    @Test
    void aSumOfHundredsListsItsFirstCells() {
        Finding.Cell[] cells = new Finding.Cell[500];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell("甲表", "C" + (i + 1), "1");
        }
        assertThat(html(new Review("报表.xlsx", true, Checks.NONE,
            List.of(finding("A01", Severity.ERROR, Status.FAILED, "合计不对。", Optional.empty(), cells)), List.of())))
            .contains(">C30<", "另有 470 格没有列出。").doesNotContain(">C31<");
    }
}
