package juesuan.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.model.Paragraph;
import juesuan.model.Place;
import juesuan.model.Run;
import juesuan.pack.Pack;
import juesuan.samples.OwnPack;
import juesuan.samples.Sample;
import juesuan.samples.Samples;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page for browsers as another parser reads it. */
class WebPageTest {

    private static final int MOST_BYTES = 1_500_000;
    private static final String GAP = "□";

    @TempDir
    Path folder;

    static Stream<Sample> samples() {
        return Stream.of(Samples.longgang(), Samples.yanxi(), Samples.longgangNationwide());
    }

    private static Document read(WebSample sample) {
        return Jsoup.parse(sample.html());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void itIsWellFormed(Sample sample) {
        Parser parser = Parser.htmlParser().setTrackErrors(20);
        Document page = Jsoup.parse(WebSample.of(sample).html(), "", parser);
        assertThat(parser.getErrors()).isEmpty();
        assertThat(page.select("html").attr("lang")).isEqualTo("zh-CN");
        assertThat(page.select("main, nav[aria-labelledby], header, footer")).hasSize(4);
        assertThat(page.select("body > a").first().attr("href")).as("the first thing is the way past everything").isEqualTo("#main");
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        for (String refers : List.of("aria-labelledby", "aria-describedby", "headers")) {
            page.select("[" + refers + "]").forEach(element -> assertThat(ids).as(refers).contains(element.attr(refers).split(" ")));
        }
        page.select("a[href^=#]").forEach(link -> assertThat(ids).contains(link.attr("href").substring(1)));
        assertThat(page.select("a[href]:not([href^=#])").eachAttr("href")).as("beside it, in the same folder").isEqualTo(WebSample.BESIDE);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void noLevelOfHeadingsIsLeftOut(Sample sample) {
        WebSample web = WebSample.of(sample);
        Document page = read(web);
        List<Element> headings = page.select("h1, h2, h3, h4, h5, h6");
        assertThat(headings.get(0).text()).isEqualTo(web.document().title());
        int before = 0;
        for (Element heading : headings) {
            int level = heading.tagName().charAt(1) - '0';
            assertThat(level).as(heading.text()).isBetween(before == 0 ? 1 : 2, before + 1);
            before = level;
        }
        assertThat(page.select("h2").eachText()).containsSubsequence(web.document().parts().stream().map(part -> part.title()).toList());
        assertThat(page.select("nav a").eachAttr("href")).as("the contents lead to every part, table and form").containsAll(
            web.document().parts().stream().flatMap(part -> Stream.of(Stream.of(part.id()), part.tables().stream().map(table -> table.id()),
                part.forms().stream().map(form -> form.id()), part.sections().stream().filter(s -> !s.heading().isEmpty()).map(s -> s.id()))
                .flatMap(ids -> ids)).map(id -> "#" + id).toList());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyFigureOfTheTextHasItsOrigin(Sample sample) {
        WebSample web = WebSample.of(sample);
        Document page = read(web);
        List<Element> numbers = page.select(".summary p.body .n, .part:not(.summary) p.body .n");
        List<Run.Figure> figures = Stream.concat(web.summary().stream(), web.figures().stream()).toList();
        assertThat(web.summary()).isNotEmpty();
        assertThat(numbers).extracting(Element::wholeText).containsExactlyElementsOf(figures.stream().map(Run.Figure::text).toList());
        for (int i = 0; i < figures.size(); i++) {
            Element box = page.getElementById(numbers.get(i).attr("aria-describedby"));
            assertThat(box.wholeOwnText()).as("words for everybody").isEqualTo(web.origin(figures.get(i))).isNotBlank();
            String cells = box.select(".cell").text();
            assertThat(cells).as("the cells, for the office").isEqualTo(figures.get(i).value().cells().stream().map(Object::toString).collect(Collectors.joining("，")))
                .isNotBlank();
            assertThat(box.wholeOwnText()).as("no cells for everybody").doesNotContain("!");
            assertThat(numbers.get(i).attr("tabindex")).isEqualTo("0");
        }
        page.select(".origin, .summary").remove();
        assertThat(page.select("p.body").eachText()).as("the same text as in the PDF").containsExactlyElementsOf(
            web.document().parts().stream().flatMap(part -> part.allSections().stream()).flatMap(s -> s.paragraphs().stream())
                .map(paragraph -> paragraph.text().strip().replaceAll("[ \\n]+", " ")).toList());
    }

    /** What the clerk typed is the clerk's; of the pack's own words only dates, ordinals and one kind of thing have digits. */
    @ParameterizedTest
    @MethodSource("samples")
    void noDigitOfTheTextIsWithoutOrigin(Sample sample) {
        WebSample web = WebSample.of(sample);
        Document page = read(web);
        page.select(".sheet, .charts").remove();
        page.select(".fig").forEach(figure -> figure.text(GAP));
        List<Paragraph> paragraphs = Stream.concat(web.document().online().summary().stream(), web.document().parts().stream())
            .flatMap(part -> part.allSections().stream()).flatMap(section -> section.paragraphs().stream()).toList();
        List<Element> printed = page.select("p.body");
        Pattern own = Pattern.compile("(%d|%d)年|12月31日|^\\d{1,2}\\.|（\\d{1,2}）|单价100万元以上"
            .formatted(web.document().year(), web.document().year() - 1));
        assertThat(printed).hasSameSizeAs(paragraphs);
        List<String> texts = new ArrayList<>(page.select("h3, h4, h5, h6").eachText());
        for (int i = 0; i < printed.size(); i++) {
            String text = printed.get(i).wholeText();
            for (Run run : paragraphs.get(i).runs()) {
                if (run instanceof Run.Typed typed) {
                    assertThat(text).contains(typed.text());
                    text = text.replaceFirst(Pattern.quote(typed.text()), GAP);
                }
            }
            texts.add(text);
        }
        assertThat(texts).map(text -> own.matcher(text.replace(web.document().department(), GAP)).replaceAll(GAP)).noneMatch(text -> text.matches("(?s).*\\d.*"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyNumberOfATableNamesItsCell(Sample sample) {
        WebSample web = WebSample.of(sample);
        List<Element> cells = read(web).select(".sheet td[data-o]");
        assertThat(cells).extracting(cell -> cell.wholeText() + " " + cell.closest(".sheet").select(".tab").text() + "!" + cell.attr("data-o"))
            .containsExactlyElementsOf(web.numbers().stream()
                .map(cell -> cell.text() + " " + cell.figure().orElseThrow().cell()).toList());
        assertThat(cells).allSatisfy(cell -> assertThat(cell.attr("data-w")).as("in words for everybody: " + cell.text())
            .startsWith(cell.closest(".sheet").select("h3 .number").text()).isNotBlank().doesNotContain("!"));
    }

    /** Line and column, code and name, project; what is printed in no table with its number, and last year's as published then. */
    @Test
    void anOriginSaysWhereEverybodyFindsTheNumber() {
        WebSample web = WebSample.of(Samples.longgang());
        Document page = read(web);
        assertThat(page.select("#part2-1").first().closest(".sheet").select("td[data-o]").first().attr("data-w")).isEqualTo("表1 收入支出决算总表 第1行 决算数");
        assertThat(page.select("td[data-w]").eachAttr("data-w")).contains("表3 支出决算表 201 一般公共服务支出 基本支出",
            "表9 财政拨款“三公”经费支出决算表 决算数·公务用车购置及运行维护费·小计", "项目支出绩效自评表（企业服务） 年度资金总额 全年预算数");
        List<String> origins = page.select(".part .origin").stream().map(Element::wholeOwnText).toList();
        assertThat(origins).contains("208.3% = 207,104.89 ÷ 99,429.56；2022年度一般公共预算财政拨款收入决算数 99,429.56万元（上年公开），表1 收入支出决算总表 第1行 决算数")
            .contains("公务用车保有量 4辆（部门填报）", "货物支出金额 26.68万元（部门填报）");
    }

    /** Large amounts are rounded; how they are written exactly stands in the origin. */
    @Test
    void theSummarySaysWhatACitizenAsks() {
        Document page = read(WebSample.of(Samples.longgang()));
        List<String> origins = page.select(".summary .origin").stream().map(Element::wholeOwnText).toList();
        page.select(".origin").remove();
        assertThat(page.select(".summary .note").text()).contains("保留两位小数");
        assertThat(read(WebSample.of(Samples.yanxi())).select(".summary .note")).as("a small unit has no 亿元").isEmpty();
        assertThat(page.select("main > section").first().className()).isEqualTo("part summary");
        assertThat(page.select(".summary p.body").eachText()).contains(
            "2023年收入31.1亿元，最多的是一般公共预算财政拨款收入30.65亿元（占98.6%）、政府性基金预算财政拨款收入4,480万元（占1.4%）。",
            "支出里变化最大的是项目支出，比2022年增加21.13亿元，增长223.8%。填写的原因是：2023年度工业和信息化产业发展专项资金支出增加。");
        assertThat(origins).contains("31.1亿元 ≈ 311,025.36万元 = 306,534.45 + 4,480 + 10.91；表1 收入支出决算总表 第27行 决算数",
            "21.13亿元 ≈ 211,312.51万元 = 305,739.31 − 94,426.8；2022年度项目支出决算数 94,426.80万元（上年公开），表3 支出决算表 合计 项目支出");
    }

    @Test
    void aPackMayDoWithoutASummary() {
        Document page = read(WebSample.of(Samples.yanxi(), OwnPack.extending("guangdong", folder, "summary: ''").load()));
        assertThat(page.select(".summary, nav a[href=#summary]")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyTableHasACaptionAndHeaders(Sample sample) {
        Document page = read(WebSample.of(sample));
        assertThat(page.select("table > caption").eachText()).hasSameSizeAs(page.select("table")).doesNotHaveDuplicates();
        page.select("th").forEach(head -> assertThat(head.attr("scope")).as(head.text()).isIn("col", "colgroup", "row"));
        assertThat(page.select("th").eachText()).as("a header says something").doesNotContain("");
        page.select("table").forEach(table -> assertThat(table.closest("[role=region]").attr("tabindex")).as("it scrolls by keyboard").isEqualTo("0"));
        page.select("tr:has(td[data-o])").forEach(row -> assertThat(row.select("th").isEmpty() && row.closest("table").select("thead").isEmpty())
            .as("numbers without a header: " + row.text()).isFalse());
    }

    /** A table of two sides: its numbers belong to the labels on their own side. */
    @Test
    void sidesOfATableAreNotMixedUp() {
        Document page = read(WebSample.of(Samples.longgang()));
        Element row = page.select(".sheet:has(#part2-1) tbody tr").first();
        List<String> heads = row.select("td[data-o]").stream().map(cell -> String.join("|",
            Arrays.stream(cell.attr("headers").split(" ")).map(id -> page.getElementById(id).text()).toList())).toList();
        assertThat(heads).containsExactly("收入|决算数|1|一、一般公共预算财政拨款收入", "支出|决算数|2|一、一般公共服务支出");
        assertThat(page.select(".sheet:has(#part2-2) td[headers]")).as("where there is one side, scopes say it").isEmpty();
    }

    @Test
    void longTextsThatThePrintedPageDividesAreOneCell() {
        Document page = read(WebSample.of(Samples.longgang()));
        assertThat(page.select("td.long").stream().filter(cell -> cell.wholeText().contains("\n2.")).toList()).isNotEmpty();
        assertThat(page.select("tr.open")).isEmpty();
    }

    @Test
    void whatWasTypedIsTextAndNothingElse() {
        String nasty = "<script>alert(1)</script>\"'&amp;<img src=x onerror=alert(1)>--></style>${7*7}[[${7*7}]]";
        Sample sample = Samples.longgang().with(new Place("基本信息", "基本信息", "部门名称", "内容"), "局" + nasty)
            .with(new Place("概况", "概况", "机构设置", "内容"), nasty)
            .with(new Place("上年与预算", "收入", "其他收入", "主要变动情况"), nasty)
            .with("自评表-企业服务", new Place("项目支出绩效自评表", "项目", "项目名称", "内容"), nasty);
        WebSample web = WebSample.of(sample);
        Document page = read(web);
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("style")).hasSize(1);
        assertThat(page.select("img, [onerror]")).isEmpty();
        assertThat(page.title()).contains("局<script>alert(1)</script>\"'&amp;<img");
        assertThat(page.body().wholeText()).contains(nasty).doesNotContain("49[[");
        assertThat(page.select(".sheet h3 .name").eachText()).contains(nasty);
    }

    @Test
    void onlyItsOwnScriptAndStyleMayWork() throws Exception {
        WebSample web = WebSample.of(Samples.yanxi());
        Document page = read(web);
        String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertThat(policy).isEqualTo("default-src 'none'; style-src " + hash(page.select("style").first().data()) + "; script-src "
            + hash(page.select("script").first().data()) + "; img-src data:; base-uri 'none'; form-action 'none'");
        assertThat(page.head().children().indexOf(page.select("meta[http-equiv]").first()))
            .as("before anything it is to govern").isLessThan(page.head().children().indexOf(page.select("style").first()));
        assertThat(page.select("[style]")).as("no style attributes, which the policy would stop").isEmpty();
        Set<String> handlers = new HashSet<>();
        page.getAllElements().forEach(element -> element.attributes().forEach(attribute -> {
            if (attribute.getKey().startsWith("on")) {
                handlers.add(attribute.getKey());
            }
        }));
        assertThat(handlers).isEmpty();
        assertThat(web.html()).doesNotContainPattern("(?i)https?://(?!www\\.w3\\.org)|@import|url\\(|\\bsrc=|fetch\\(|XMLHttp");
    }

    private static String hash(String text) throws Exception {
        return "'sha256-" + Base64.getEncoder().encodeToString(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))) + "'";
    }

    @Test
    void theSameBytesEveryTimeAndNotTooMany() {
        byte[] first = WebSample.of(Samples.longgang()).bytes();
        assertThat(WebSample.of(Samples.longgang()).bytes()).isEqualTo(first);
        assertThat(first.length).isLessThan(MOST_BYTES);
        assertThat(new String(first, StandardCharsets.UTF_8)).doesNotContain("\r");
    }

    @Test
    void aStyleSheetWithWindowsLineEndsStillWorks() throws Exception {
        Pack pack = OwnPack.extending("guangdong", folder)
            .file("own/html/web.css", OwnPack.bundled("national/html/web.css").replace("\n", "\r\n")).load();
        Document page = read(WebSample.of(Samples.yanxi(), pack));
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content")).contains(hash(page.select("style").first().data()));
    }
}
