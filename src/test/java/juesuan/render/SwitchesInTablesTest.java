package juesuan.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.audit.Auditor;
import juesuan.layout.DocumentMaker;
import juesuan.model.Accounts;
import juesuan.model.Document;
import juesuan.model.Grid;
import juesuan.model.Place;
import juesuan.narrate.Narrator;
import juesuan.pack.Pack;
import juesuan.samples.OwnPack;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each switch of a pack that changes tables and pages, with both of its values as printed. */
class SwitchesInTablesTest {

    private static final Sample SAMPLE = Samples.longgang();
    private static final Pack GUANGDONG = Samples.pack("guangdong");
    private static final String TOTALS = "收入支出决算总表";
    private static final String CAPITAL = "国有资本经营预算财政拨款支出决算表";
    private static final String THREE_PUBLIC = "财政拨款“三公”经费支出决算表";
    private static final String PERFORMANCE = "项目支出绩效自评表";

    @TempDir
    Path folder;

    @Test
    void zeroCells() {
        assertThat(row(GUANGDONG, TOTALS, "五、事业收入")).containsSequence("五、事业收入", "5", "0.00");
        assertThat(row(own("style:", "  tableAmount: {zero: ''}"), TOTALS, "五、事业收入")).containsSequence("五、事业收入", "5", "");
        assertThat(row(own("style:", "  tableAmount: {zero: —}"), TOTALS, "五、事业收入")).containsSequence("五、事业收入", "5", "—");
    }

    /** It prints as 0.00, never as the words for nothing, and the table says so. */
    @Test
    void amountsBelowTheLastDigit() {
        Sample tiny = SAMPLE.with(new Place(TOTALS, "收入", "事业收入", "决算数"), "0.0049");
        String note = "本表中有不足0.01万元的金额，按两位小数显示为0.00。";
        assertThat(notes(tiny, GUANGDONG, TOTALS)).anyMatch(line -> line.endsWith(note));
        assertThat(notes(SAMPLE, GUANGDONG, TOTALS)).noneMatch(line -> line.endsWith(note));
        Pack own = own("style:", "  tableAmount: {zero: —}", "  tinyNote: ''");
        assertThat(notes(tiny, own, TOTALS)).noneMatch(line -> line.contains("不足"));
        assertThat(row(tiny, own, TOTALS, "五、事业收入")).containsSequence("五、事业收入", "5", "0.00");
    }

    @Test
    void separatorsAndDecimals() {
        assertThat(row(GUANGDONG, TOTALS, "二、政府性基金预算财政拨款收入")).contains("4,480.00");
        assertThat(row(own("style:", "  tableAmount: {grouping: false, trim: true}"), TOTALS, "二、政府性基金预算财政拨款收入"))
            .contains("4480");
    }

    @Test
    void amountsInYuan() {
        assertThat(row(GUANGDONG, PERFORMANCE, "年度资金总额")).contains("12820364.58");
        assertThat(row(own("style:", "  yuanAmount: {grouping: true, decimals: 0}"), PERFORMANCE, "年度资金总额")).contains("12,820,365");
    }

    @Test
    void sentenceUnderAnEmptyTable() {
        Sample empty = emptied(CAPITAL);
        Pack with = own("style:", "  emptyTableNote: true");
        String sentence = "深圳市龙岗区工业和信息化局本年度没有国有资本经营预算财政拨款支出，故本表无数据。";
        assertThat(notes(empty, GUANGDONG, CAPITAL)).noneMatch(note -> note.contains("故本表无数据"));
        assertThat(notes(empty, with, CAPITAL)).anyMatch(note -> note.endsWith(sentence));
        assertThat(notes(SAMPLE, with, THREE_PUBLIC)).as("a table with figures").noneMatch(note -> note.contains("故本表无数据"));
    }

    @Test
    void noteOnTailErrorsUnderTheFirstTable() {
        String note = "本套报表金额单位转换时可能存在尾数误差。";
        List<String> with = notes(SAMPLE, GUANGDONG, TOTALS);
        assertThat(with.get(with.size() - 1)).endsWith(note);
        assertThat(notes(SAMPLE, GUANGDONG, CAPITAL)).noneMatch(line -> line.endsWith(note));
        assertThat(notes(SAMPLE, own("style:", "  roundingNote: ''"), TOTALS)).noneMatch(line -> line.contains("尾数"));
        assertThat(document(SAMPLE, GUANGDONG, false).parts().stream().flatMap(part -> part.tables().stream())
            .flatMap(table -> table.notes().stream())).as("tables that add up").noneMatch(line -> line.contains("尾数"));
    }

    @Test
    void pageMark() {
        assertThat(mark(GUANGDONG)).isEqualTo("\"\\2d \\20 \" counter(page) \"\\20 \\2d \"");
        assertThat(mark(own("style:", "  pageMark: —{页}—"))).isEqualTo("\"\\2014 \" counter(page) \"\\2014 \"");
    }

    @Test
    void orderAndNumbersOfTheTables() {
        Pack pack = ordered();
        assertThat(pack.tableNumbers()).containsEntry(THREE_PUBLIC, 7).containsEntry(CAPITAL, 9).hasSize(9);
        assertThat(tables(SAMPLE, pack)).extracting(Document.Table::number)
            .containsExactly("表1", "表2", "表3", "表4", "表5", "表6", "表7", "表8", "表9");
        assertThat(tables(SAMPLE, pack).get(6).title()).isEqualTo(THREE_PUBLIC);
        assertThat(tables(SAMPLE, GUANGDONG).get(8).title()).isEqualTo(THREE_PUBLIC);
    }

    @Test
    void tablesThatSharePages() {
        assertThat(tables(SAMPLE, GUANGDONG)).filteredOn(Document.Table::follows).extracting(Document.Table::number).containsExactly("表8", "表9");
        assertThat(tables(SAMPLE, GUANGDONG).subList(6, 9)).as("as wide as the widest").allMatch(Document.Table::isWide);
        assertThat(tables(SAMPLE, ordered())).as("without together each begins a page").noneMatch(Document.Table::follows);
        assertThat(tables(SAMPLE, ordered()).get(8).isWide()).as("表9, 国有资本, as declared").isFalse();
    }

    @Test
    void anotherTitle() {
        Pack pack = OwnPack.extending("guangdong", folder)
            .changed("national/tables/three-public.yaml", "kind: table", "title: 一般公共预算财政拨款“三公”经费支出决算表\nkind: table")
            .load();
        assertThat(tables(SAMPLE, pack).get(8).title()).isEqualTo("一般公共预算财政拨款“三公”经费支出决算表");
        assertThat(Narrator.compute(SampleAccounts.of(SAMPLE, pack), pack).findings()).as("formulas use the id").isEmpty();
    }

    @Test
    void threePublicInTwoRows() {
        OwnPack own = OwnPack.extending("guangdong", folder, "charts:", "  - title: “三公”经费", "    series: [预算数, 决算数]", "    bars:",
            "      - {label: 合计, values: ['财政拨款“三公”经费支出决算表[预算数, 合计]', '财政拨款“三公”经费支出决算表[决算数, 合计]']}")
            .file("own/tables/three-public.yaml", """
            id: 财政拨款“三公”经费支出决算表
            kind: table
            orientation: landscape
            blocks:
              - id: 三公经费
                columns:
                  - {id: 项目, type: label, width: 12}
                  - {id: 合计, type: amount, width: 13, blank: zero}
                  - {id: 因公出国（境）费, type: amount, width: 13, blank: zero}
                  - id: 公务用车
                    title: 公务用车购置及运行维护费
                    columns:
                      - {id: 公务用车购置及运行维护费, title: 小计, type: amount, width: 13, blank: zero}
                      - {id: 公务用车购置费, type: amount, width: 13, blank: zero}
                      - {id: 公务用车运行维护费, type: amount, width: 13, blank: zero}
                  - {id: 公务接待费, type: amount, width: 13, blank: zero}
                rows:
                  - 预算数
                  - 决算数
            """);
        own.file("own/forms/comparison.yaml", OwnPack.bundled("national/forms/comparison.yaml")
            .replaceAll("支出决算表\\.(预算数|决算数)\\[金额, ", "支出决算表[$1, "));
        own.file("own/rules/three-public.yaml", OwnPack.bundled("national/rules/three-public.yaml")
            .replaceAll("(预算数|决算数)\\[金额, ", "三公经费[$1, "));
        Pack pack = own.load();
        Map<Place, String> cells = new LinkedHashMap<>();
        sheet(SAMPLE, THREE_PUBLIC).cells().forEach((place, typed) ->
            cells.put(new Place(place.sheet(), "三公经费", place.block(), place.column()), typed));
        Sample sample = SAMPLE.with(new Sample.Filled(THREE_PUBLIC, sheet(SAMPLE, THREE_PUBLIC).tab(), cells));

        Grid grid = tables(sample, pack).get(8).grid();
        assertThat(grid.head()).hasSize(2);
        assertThat(grid.head().get(0)).extracting(Grid.Cell::text)
            .containsExactly("项目", "合计", "因公出国（境）费", "公务用车购置及运行维护费", "公务接待费");
        assertThat(grid.head().get(0)).extracting(Grid.Cell::colspan).containsExactly(1, 1, 1, 3, 1);
        assertThat(texts(grid)).containsExactly(
            List.of("预算数", "53.29", "18.29", "34.00", "18.00", "16.00", "1.00"),
            List.of("决算数", "51.23", "16.99", "33.24", "17.40", "15.84", "1.00"));
        String text = Narrator.compute(SampleAccounts.of(sample, pack), pack).parts().toString();
        assertThat(text).as("the text reads the same figures from the other form").contains("53.29");
        assertThat(Auditor.check(SampleAccounts.of(sample, pack), pack).failed()).as("so do the rules").isEqualTo(Samples.LONGGANG_SLIPS.size());
    }

    @Test
    void aCodeListOfTheOfficesOwn() {
        String path = "own/codes/2024/functional.csv";
        OwnPack own = OwnPack.extending("guangdong", folder).file(path, "科目编码,科目名称\n201,一般公共服务支出（新名）\n");
        assertThat(own.load(2024).codeList("功能分类").names()).containsOnly(Map.entry("201", "一般公共服务支出（新名）"));
        assertThat(own.load(2025).codeList("功能分类").name("201")).as("other years keep theirs").contains("一般公共服务支出");
    }

    @Test
    void aYearWithoutACodeListTakesTheNearest() {
        OwnPack own = OwnPack.extending("guangdong", folder, "years: {from: 2022, to: 2028}")
            .file("own/codes/2027/functional.csv", "科目编码,科目名称\n201,一般公共服务支出（新名）\n");
        assertThat(own.load(2026).codeList("功能分类").year()).as("the list of the program ends in 2025").isEqualTo(2025);
        assertThat(own.load(2026).codeList("功能分类").name("20139")).contains("社会工作事务");
        assertThat(own.load(2028).codeList("功能分类").year()).as("the office's own comes later").isEqualTo(2027);
        assertThat(own.load(2028).codeList("功能分类").names()).containsOnly(Map.entry("201", "一般公共服务支出（新名）"));
        assertThat(own.load(2025).codeList("功能分类").year()).isEqualTo(2025);
    }

    private Pack ordered() {
        return own("parts:",
            "  - kind: tables",
            "    title: 决算表",
            "    tables: [收入支出决算总表, 收入决算表, 支出决算表, 财政拨款收入支出决算总表, 一般公共预算财政拨款支出决算表,",
            "      一般公共预算财政拨款基本支出决算明细表, 财政拨款“三公”经费支出决算表, 政府性基金预算财政拨款收入支出决算表,",
            "      国有资本经营预算财政拨款支出决算表]");
    }

    private Pack own(String... lines) {
        return OwnPack.extending("guangdong", folder, lines).load();
    }

    private static Sample.Filled sheet(Sample sample, String id) {
        return sample.sheets().stream().filter(s -> s.sheet().equals(id)).findFirst().orElseThrow();
    }

    private static Sample emptied(String id) {
        return SAMPLE.with(new Sample.Filled(id, sheet(SAMPLE, id).tab(), Map.of()));
    }

    private static Document document(Sample sample, Pack pack) {
        Accounts accounts = SampleAccounts.of(sample, pack);
        return document(sample, pack, Auditor.check(accounts, pack).tailErrors());
    }

    private static Document document(Sample sample, Pack pack, boolean tailErrors) {
        Accounts accounts = SampleAccounts.of(sample, pack);
        return DocumentMaker.make(pack, accounts, Narrator.compute(accounts, pack), tailErrors);
    }

    private static List<Document.Table> tables(Sample sample, Pack pack) {
        return document(sample, pack).parts().stream().flatMap(part -> part.tables().stream()).toList();
    }

    private static List<String> notes(Sample sample, Pack pack, String id) {
        return tables(sample, pack).get(pack.tableNumbers().get(id) - 1).notes();
    }

    /** The content of the page's foot, in the style sheet of the page. */
    private static String mark(Pack pack) {
        String page = new Renderer(pack, Optional.empty()).xhtml(document(SAMPLE, pack)).replace("&quot;", "\"");
        return page.lines().filter(line -> line.contains("counter(page)")).findFirst().orElseThrow()
            .replaceFirst(".*content: ", "").replaceFirst("; } }.*", "");
    }

    /** The printed texts of the row that carries a label. */
    private static List<String> row(Pack pack, String sheetId, String label) {
        return row(SAMPLE, pack, sheetId, label);
    }

    private static List<String> row(Sample sample, Pack pack, String sheetId, String label) {
        String title = pack.sheet(sheetId).orElseThrow().title();
        return document(sample, pack).parts().stream().flatMap(part -> Stream.concat(
                part.tables().stream().filter(table -> table.title().equals(title)).map(Document.Table::grid),
                part.forms().stream().filter(form -> form.title().equals(title)).flatMap(form -> form.grids().stream())))
            .flatMap(grid -> texts(grid).stream()).filter(cells -> cells.contains(label)).findFirst().orElseThrow();
    }

    private static List<List<String>> texts(Grid grid) {
        return grid.body().stream()
            .map(line -> line.cells().stream().map(Grid.Cell::text).collect(Collectors.toList())).toList();
    }
}
