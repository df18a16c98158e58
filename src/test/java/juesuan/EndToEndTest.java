package juesuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import juesuan.audit.Auditor;
import juesuan.layout.DocumentMaker;
import juesuan.model.Finding;
import juesuan.model.Place;
import juesuan.narrate.Narrator;
import juesuan.pack.Pack;
import juesuan.pack.SheetSpec;
import juesuan.render.Attachment;
import juesuan.render.PdfFile;
import juesuan.render.Renderer;
import juesuan.samples.PublishedTables;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The main job on both samples, from the workbook in {@code input-samples} to the published PDF, held against the data. */
class EndToEndTest {

    enum Unit {
        LONGGANG(Samples.longgang(), "longgang-2023.md", Set.copyOf(Samples.LONGGANG_SLIPS)),
        /** Its negative income is worth a remark, A09. */
        YANXI(Samples.yanxi(), "yanxi-2023.md", Set.of("A09"));

        private final Sample sample;
        private final String text;
        private final Set<String> remarked;

        Unit(Sample sample, String text, Set<String> remarked) {
            this.sample = sample;
            this.text = text;
            this.remarked = remarked;
        }
    }

    private static final Pattern AMOUNT = Pattern.compile("(?<![\\d.,-])-?\\d[\\d,]*\\.\\d\\d(?!\\d)");
    /**
     * Slips of the publisher, all in one paragraph: 92.2454 % was rounded twice, to 92.25 in the form and then to
     * 92.3 in the text, and the digits that are half-width in the form are full-width in the text.
     */
    private static final Map<String, String> SLIPS = Map.of("完成预算的92.3%", "完成预算的92.2%",
        "宣传活动３次", "宣传活动3次", "来访人员６次", "来访人员6次", "挂职工作１次", "挂职工作1次");

    private static final Pack PACK = Samples.pack("guangdong");
    private static final Map<Unit, Disclosure.Outcome> OUTCOMES = new HashMap<>();
    private static final Map<Unit, byte[]> PDFS = new HashMap<>();
    /** It names cells, which the sample without a workbook does not have. */
    private static final Map<Unit, byte[]> DATA = new HashMap<>();
    private static final Map<Unit, PrintedPages> PAGES = new HashMap<>();

    @BeforeAll
    static void publish(@TempDir Path output) throws IOException {
        Disclosure disclosure = new Disclosure(Optional.empty(), Optional.empty());
        for (Unit unit : Unit.values()) {
            Disclosure.Outcome outcome = disclosure.generate(SampleWorkbooks.file(unit.sample), Optional.empty(), output);
            assertThat(outcome.folder()).as("published, without: " + messages(outcome)).isPresent();
            byte[] pdf = Files.readAllBytes(outcome.folder().get().resolve("publish/部门决算.pdf"));
            OUTCOMES.put(unit, outcome);
            PDFS.put(unit, pdf);
            DATA.put(unit, Files.readAllBytes(outcome.folder().get().resolve("publish/data.json")));
            PAGES.put(unit, new PrintedPages(new PdfFile(pdf)));
        }
    }

    private static List<String> messages(Disclosure.Outcome outcome) {
        return outcome.findings().stream().map(f -> f.severity() + " " + f.rule() + " " + f.message()).toList();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsWrongWithTheSamples(Unit unit) {
        Disclosure.Outcome outcome = OUTCOMES.get(unit);
        assertThat(outcome.findings()).as("a sample is what a careful clerk delivers: correct its data, or the rule")
            .noneMatch(finding -> finding.severity() != Finding.Severity.INFO && !unit.remarked.contains(finding.rule()));
        assertThat(outcome.folder().orElseThrow().getFileName()).hasToString("2023-" + unit.sample.at(Samples.DEPARTMENT));
        assertThat(outcome.pages()).isEqualTo(PAGES.get(unit).all().size());
    }

    /** The workbook adds nothing and loses nothing: the same PDF as from the sample's data without a workbook. */
    @ParameterizedTest
    @EnumSource
    void thePdfIsThatOfTheDataAndTheEngineHasNoWarning(Unit unit) {
        var accounts = SampleAccounts.of(unit.sample, PACK);
        Instant date = Instant.parse(unit.sample.at(new Place("基本信息", "基本信息", "公开日期", "内容")) + "T00:00:00+08:00");
        Renderer.Pdf pdf = new Renderer(PACK, Optional.empty()).pdf(DocumentMaker.make(PACK, accounts,
            Narrator.compute(accounts, PACK), Auditor.check(accounts, PACK).tailErrors()), List.of(
            new Attachment("data.json", "application/json", "本文件全部数字的数据", "Data", DATA.get(unit))), date);
        assertThat(pdf.warnings()).as("warnings of the PDF engine: correct the template or the style sheet").isEmpty();
        assertThat(pdf.bytes()).as("the PDF from the workbook differs from the PDF of the same data: look at what"
            + " WorkbookReader read differently (RoundTripTest names the cell)").isEqualTo(PDFS.get(unit));
    }

    @ParameterizedTest
    @EnumSource
    void everyParagraphStandsInThePdf(Unit unit) throws IOException {
        String body = PAGES.get(unit).body();
        List<String> missing = paragraphs(unit).stream().map(line -> line.replaceFirst("^#+ ", ""))
            .map(EndToEndTest::withoutSlips).filter(line -> !body.contains(PrintedPages.squeeze(line))).toList();
        assertThat(missing).as("paragraphs of golden/" + unit.text + " that the PDF does not have").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyTableHasExactlyTheRowsAndAmountsThatWereTyped(Unit unit) {
        check(unit.sample, PAGES.get(unit));
    }

    /** Used for changed samples as well. */
    static void check(Sample sample, PrintedPages pages) {
        PublishedTables expected = new PublishedTables(sample, PACK);
        tables(pages).forEach((table, bookmark) -> {
            StringBuilder text = new StringBuilder();
            pages.from(bookmark).forEach(page -> text.append(page.text()));
            List<String> amounts = new ArrayList<>();
            int at = 0;
            for (List<String> row : expected.rows(table)) {
                String joined = PrintedPages.squeeze(String.join("", row));
                int found = text.indexOf(joined, at);
                assertThat(found).as("row “" + joined + "” of " + table + " is not printed, or not in its place, in: " + text)
                    .isNotNegative();
                at = found + joined.length();
                row.forEach(cell -> matches(cell).forEach(amounts::add));
            }
            assertThat(count(text.toString())).as(table + ": more or fewer amounts are printed than were typed")
                .isEqualTo(amounts.size());
        });
        String body = pages.body();
        expected.forms().forEach(lines -> assertThat(lines).as("lines of a 自评表 that the PDF does not have")
            .allSatisfy(line -> assertThat(body).contains(PrintedPages.squeeze(line))));
    }

    /** Without spaces an amount meets its neighbour; every one has exactly one point followed by two digits. */
    private static int count(String text) {
        return (int) Pattern.compile("\\d\\.\\d\\d").matcher(text).results().count();
    }

    private static Stream<String> matches(String cell) {
        return AMOUNT.matcher(cell).results().map(java.util.regex.MatchResult::group);
    }

    /** The sheet's id with its bookmark, in the order of the pack. */
    private static Map<String, PrintedPages.Bookmark> tables(PrintedPages pages) {
        Map<String, PrintedPages.Bookmark> tables = new LinkedHashMap<>();
        PACK.tableNumbers().forEach((id, number) -> {
            SheetSpec sheet = PACK.sheet(id).orElseThrow();
            tables.put(id, pages.bookmarks().stream().filter(b -> b.title().equals("表" + number + " " + sheet.title()))
                .findFirst().orElseThrow(() -> new AssertionError("no bookmark for " + id)));
        });
        return tables;
    }

    @ParameterizedTest
    @EnumSource
    void bookmarksLeadToPartsSectionsTablesAndForms(Unit unit) throws IOException {
        List<String> expected = new ArrayList<>();
        for (String line : paragraphs(unit)) {
            int level = line.length() - line.replaceFirst("^#+", "").length();
            String title = line.replaceFirst("^#+ ", "");
            if (level == 1 && title.startsWith("第三部分")) {
                expected.add("1 第二部分：" + unit.sample.at(Samples.DEPARTMENT) + "2023年度部门决算表");
                PACK.tableNumbers().forEach((id, number) ->
                    expected.add("2 表" + number + " " + PACK.sheet(id).orElseThrow().title()));
            }
            if (level > 0) {
                expected.add(level + " " + title);
            }
        }
        expected.add("1 附件：项目支出绩效自评表");
        unit.sample.sheets().stream().filter(s -> s.sheet().equals("项目支出绩效自评表")).forEach(form -> expected.add(
            "2 项目支出绩效自评表（" + form.cells().get(new Place(form.sheet(), "项目", "项目名称", "内容")) + "）"));
        PrintedPages pages = PAGES.get(unit);
        assertThat(pages.bookmarks()).extracting(bookmark -> bookmark.level() + " " + bookmark.title())
            .as("bookmarks: see <bookmarks> in templates/national/html/document.html").containsExactlyElementsOf(expected);
        assertThat(pages.bookmarks()).allSatisfy(bookmark -> assertThat(pages.of(bookmark).text())
            .as("the page that the bookmark “" + bookmark.title() + "” leads to").contains(heading(bookmark)));
    }

    private static String heading(PrintedPages.Bookmark bookmark) {
        Matcher form = Pattern.compile("项目支出绩效自评表（(.*)）").matcher(bookmark.title());
        return PrintedPages.squeeze(form.matches() ? form.group(1) : bookmark.title());
    }

    @ParameterizedTest
    @EnumSource
    void theContentsNameThePagesWhereTheHeadingsStand(Unit unit) {
        PrintedPages pages = PAGES.get(unit);
        StringBuilder contents = new StringBuilder();
        pages.contents().forEach(page -> contents.append(page.text().replace("目录", "")));
        StringBuilder expected = new StringBuilder();
        for (PrintedPages.Bookmark bookmark : pages.bookmarks()) {
            if (bookmark.level() < 3) {
                expected.append(heading(bookmark)).append(pages.of(bookmark).mark().orElseThrow()).append('\n');
            }
        }
        String printed = contents.toString().replaceAll("[.…]{2,}", "");
        assertThat(printed).as("目录: titles and page numbers, one after the other")
            .isEqualTo(expected.toString().replace("\n", ""));
    }

    @ParameterizedTest
    @EnumSource
    void pageMarksCountFromTheFirstPart(Unit unit) {
        List<PrintedPages.Page> pages = PAGES.get(unit).all();
        int front = 1 + PAGES.get(unit).contents().size();
        assertThat(pages.get(0).text()).as("the cover").contains(unit.sample.at(Samples.DEPARTMENT)).contains("部门决算");
        assertThat(pages.get(1).text()).as("the contents").startsWith("目录");
        assertThat(pages.get(front).text()).as("the first page with a mark").contains("第一部分：");
        List<String> labels = new PdfFile(PDFS.get(unit)).labels();
        assertThat(labels).as("names of the pages in a reader's program").hasSameSizeAs(pages).startsWith("封面");
        assertThat(labels.subList(1, front)).allMatch(label -> label.startsWith("目录"));
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i).text()).as("page " + (i + 1) + " is blank").isNotEmpty();
            if (i >= front) {
                assertThat(pages.get(i).mark()).as("mark of page " + (i + 1)).hasValue(i - front + 1);
                assertThat(labels.get(i)).as("name of page " + (i + 1)).isEqualTo(String.valueOf(i - front + 1));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theHeadOfATableStandsOnEachOfItsPages(Unit unit) {
        PrintedPages pages = PAGES.get(unit);
        List<Integer> heights = new ArrayList<>();
        tables(pages).forEach((id, bookmark) -> {
            String first = pages.of(bookmark).text();
            String head = "表" + PACK.tableNumbers().get(id) + PACK.sheet(id).orElseThrow().title()
                + "部门：" + unit.sample.at(Samples.DEPARTMENT) + "单位：万元";
            int start = first.indexOf(head);
            assertThat(start).as("head of " + id).isNotNegative();
            // Up to the first amount or label of the first row: the column titles and 栏次.
            String firstRow = PrintedPages.squeeze(String.join("", new PublishedTables(unit.sample, PACK).rows(id).get(0)));
            String titles = first.substring(start, first.indexOf(firstRow, start));
            heights.add(pages.from(bookmark).size());
            assertThat(pages.from(bookmark)).as("every page of " + id + " begins with the head of the table")
                .allSatisfy(page -> assertThat(page.text()).contains(titles));
        });
        if (unit == Unit.LONGGANG) {
            assertThat(heights).as("no table of this sample runs over a page: the test proves nothing").anyMatch(n -> n > 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePdfKeepsItsPromises(Unit unit) {
        for (PDFAFlavour flavour : PdfFile.promised().toList()) {
            assertThat(new PdfFile(PDFS.get(unit)).failures(flavour)).as("veraPDF, " + flavour).isEmpty();
        }
    }

    private static String withoutSlips(String line) {
        String right = line;
        for (Map.Entry<String, String> slip : SLIPS.entrySet()) {
            right = right.replace(slip.getKey(), slip.getValue());
        }
        return right;
    }

    private static List<String> paragraphs(Unit unit) throws IOException {
        try (InputStream in = EndToEndTest.class.getResourceAsStream("/golden/" + unit.text)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
        }
    }
}
