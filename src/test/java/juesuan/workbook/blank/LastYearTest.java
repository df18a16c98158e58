package juesuan.workbook.blank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import juesuan.Disclosure;
import juesuan.model.Accounts;
import juesuan.model.Entry;
import juesuan.model.Finding;
import juesuan.model.Place;
import juesuan.model.UserError;
import juesuan.pack.Pack;
import juesuan.pack.PackFiles;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import juesuan.workbook.read.Submission;
import juesuan.workbook.read.WorkbookReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code juesuan template --from}: what this year's blank workbook has from last year's. */
class LastYearTest {

    private static final Pack NEXT = Pack.load(new PackFiles(Optional.empty()), "guangdong", 2024);
    private static final Disclosure DISCLOSURE = new Disclosure(Optional.empty(), Optional.empty());

    @TempDir
    private Path folder;

    static Stream<Sample> samples() {
        return Samples.all().stream();
    }

    private record Made(Submission submission, List<Finding> remarks) {

        Accounts accounts() {
            return submission.accounts();
        }

        String at(String sheet, String block, String row, String column) {
            return accounts().entry(new Place(sheet, block, row, column)).orElseThrow().asText();
        }
    }

    /** Figures two years old are nobody's 上年决算数. */
    @ParameterizedTest
    @ValueSource(ints = {2023, 2025})
    void aWorkbookOfAnotherYearGivesItsTextsAndNoFigures(int year) {
        Sample sample = Samples.yanxi();
        Accounts last = SampleAccounts.of(sample, Samples.pack("guangdong", 2023));
        Pack next = Samples.pack("guangdong", year);
        LastYear carried = LastYear.of(last, Samples.pack("guangdong", 2023), next);
        assertThat(carried.remarks().get(0).message()).startsWith("沿用的工作簿是 2023 年度的，不是 " + (year - 1) + " 年度的");
        assertThat(carried.fillings().stream().flatMap(filling -> filling.cells().keySet().stream()).map(Place::column))
            .as("figures of a year that is not the one before").doesNotContain("上年决算数", "上年年末数");
        assertThat(carried.fillings().stream().map(Filling::sheet)).as("texts are carried all the same").contains("概况", "名词解释");
    }

    private Made made(Path last) {
        Path target = folder.resolve("填报.xlsx");
        List<Finding> remarks = DISCLOSURE.template("guangdong", 2024, Optional.of(last), target);
        WorkbookReader reader = WorkbookReader.open(target);
        assertThat(reader.year()).as("the new workbook is for the new year").hasValue(2024);
        return new Made(reader.read(NEXT), remarks);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void textsTermsAndFiguresAreCarriedAndTheRestIsToBeFilled(Sample sample) {
        Made made = made(SampleWorkbooks.file(sample));
        assertThat(made.remarks()).as("everything of a sample can be carried; a text that names the year is to be looked at")
            .allSatisfy(remark -> assertThat(remark.rule()).isIn("T02", "T03"));
        assertThat(made.submission().findings()).as("findings in a workbook that nobody has filled yet")
            .allSatisfy(finding -> assertThat(finding.message()).containsAnyOf("没有填写", "下面没有内容"));

        texts(sample, made);
        terms(sample, made);
        amounts(sample, made);
        projects(sample, made);
        codes(sample, made);
        nothingElse(sample, made);
    }

    /** A project keeps its names; all else of a self-evaluation is this year's own. */
    private static void projects(Sample sample, Made made) {
        List<String> names = sample.sheets().stream().filter(sheet -> sheet.sheet().equals("项目支出绩效自评表"))
            .map(sheet -> sheet.cells().get(new Place("项目支出绩效自评表", "项目", "项目名称", "内容"))).toList();
        assertThat(made.accounts().sheets("项目支出绩效自评表").stream()
            .map(sheet -> sheet.entry("项目", "项目名称", "内容").orElseThrow().asText())).as("projects").containsExactlyElementsOf(names);
        assertThat(made.accounts().sheets("项目支出绩效自评表")).allSatisfy(sheet -> {
            assertThat(sheet.entry("项目", "绩效自评年度", "内容").orElseThrow().asText()).as("the new year").isEqualTo("2024");
            assertThat(sheet.entry("目标", "目标", "实际完成情况").filter(entry -> !entry.isBlank())).as("this year's own").isEmpty();
            assertThat(sheet.block("指标").orElseThrow().rows()).as("this year's own").isEmpty();
        });
    }

    /** The 项 of all tables stand in the first; the others offer them, and have no row before there is an amount. */
    private static void codes(Sample sample, Made made) {
        List<String> items = sample.sheets().stream()
            .filter(sheet -> List.of("收入决算表", "支出决算表", "一般公共预算财政拨款支出决算表").contains(sheet.sheet()))
            .flatMap(sheet -> sheet.cells().keySet().stream()).map(Place::row).filter(row -> row.matches("\\d{7}")).distinct().sorted().toList();
        assertThat(made.accounts().sheet("收入决算表").orElseThrow().block("科目").orElseThrow().rows().stream().map(juesuan.model.Row::key)
            .filter(key -> key.length() == 7)).as("项 carried").containsExactlyElementsOf(items);
        assertThat(made.accounts().sheet("支出决算表").orElseThrow().block("科目").orElseThrow().rows()).as("only 合计").hasSize(1);
    }

    private static void texts(Sample sample, Made made) {
        for (Place place : List.of(
            new Place("基本信息", "基本信息", "部门名称", "内容"), new Place("基本信息", "基本信息", "金额单位", "内容"),
            new Place("概况", "概况", "主要职责", "内容"), new Place("概况", "概况", "机构设置", "内容"),
            new Place("概况", "概况", "部门决算单位构成", "内容"),
            new Place("三公说明", "原因", "用车用途", "内容"), new Place("三公说明", "原因", "接待用途", "内容"))) {
            assertThat(made.accounts().entry(place).orElseThrow().asText()).as(place + " is carried").isEqualTo(sample.at(place));
        }
        assertThat(made.accounts().unit().label()).isEqualTo(sample.at(new Place("基本信息", "基本信息", "金额单位", "内容")));
        assertThat(made.at("三公说明", "原因", "比预算", "内容")).as("a reason is this year's own").isEmpty();
        assertThat(made.at("绩效评价", "文字", "整体评价情况", "内容")).as("an evaluation is this year's own").isEmpty();
    }

    private static void terms(Sample sample, Made made) {
        List<String> typed = new ArrayList<>();
        sample.sheets().stream().filter(s -> s.sheet().equals("名词解释")).findFirst().orElseThrow().cells()
            .forEach((place, text) -> typed.add(text));
        List<String> carried = new ArrayList<>();
        made.accounts().sheet("名词解释").orElseThrow().block("名词").orElseThrow().rows()
            .forEach(row -> row.entries().values().forEach(entry -> carried.add(entry.asText())));
        assertThat(carried).as("名词解释").containsExactlyElementsOf(typed);
    }

    /** Last year's figures, from where last year's declarations have them, typed here by hand. */
    private static void amounts(Sample sample, Made made) {
        Accounts last = SampleAccounts.of(sample, Samples.pack("guangdong"));
        Map<String, BigDecimal> expected = new TreeMap<>();
        for (String row : List.of("一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入", "上级补助收入",
            "事业收入", "经营收入", "附属单位上缴收入", "其他收入")) {
            expected.put("上年与预算.收入[" + row, number(last, "收入支出决算总表", "收入", row, "决算数"));
        }
        for (String column : List.of("基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出")) {
            expected.put("上年与预算.支出[" + column, number(last, "支出决算表", "科目", "合计", column));
        }
        Map.of("合计", "合计", "因公出国（境）费", "因公出国（境）费", "公务用车购置及运行维护费", "公务用车购置及运行维护费", "公务用车购置", "公务用车购置费",
            "公务用车运行维护费", "公务用车运行维护费", "公务接待费", "公务接待费").forEach((row, column) -> expected.put(
                "上年与预算.三公经费[" + row, number(last, "财政拨款“三公”经费支出决算表", "决算数", "金额", column)));
        expected.put("机关运行经费.机关运行经费[机关运行经费", number(last, "机关运行经费", "机关运行经费", "机关运行经费", "本年决算数"));

        assertThat(number(made.accounts(), "上年与预算", "结转", "全部资金", "上年年末数"))
            .isEqualByComparingTo(number(last, "收入支出决算总表", "支出", "年末结转和结余", "决算数"));
        assertThat(number(made.accounts(), "上年与预算", "结转", "财政拨款", "上年年末数"))
            .isEqualByComparingTo(number(last, "财政拨款收入支出决算总表", "支出", "年末财政拨款结转和结余", "合计"));

        Map<String, BigDecimal> carried = new TreeMap<>();
        made.accounts().sheets().forEach(sheet -> sheet.blocks().forEach(block -> block.rows().forEach(row ->
            row.entry("上年决算数").filter(Entry.Number.class::isInstance).ifPresent(entry -> carried.put(
                sheet.id() + "." + block.id() + "[" + row.key(), ((Entry.Number) entry).number())))));
        assertThat(carried.keySet()).as("rows with 上年决算数").isEqualTo(expected.keySet());
        assertThat(carried).allSatisfy((row, number) -> assertThat(number).as(row).isEqualByComparingTo(expected.get(row)));
    }

    private static BigDecimal number(Accounts accounts, String sheet, String block, String row, String column) {
        return ((Entry.Number) accounts.entry(new Place(sheet, block, row, column)).orElseThrow()).number();
    }

    /** No figure of last year stands where this year's belongs: offered sums of nothing are 0. */
    private static void nothingElse(Sample sample, Made made) {
        made.accounts().sheets().forEach(sheet -> sheet.blocks().forEach(block -> block.rows().forEach(row ->
            row.entries().forEach((column, entry) -> {
                if (entry instanceof Entry.Number number && !List.of("上年决算数", "上年年末数").contains(column) && !row.key().endsWith("年度")) {
                    assertThat(number.number()).as(sheet.name() + "." + row.key() + "·" + column).isEqualByComparingTo("0");
                }
            }))));
    }

    @Test
    void aFigureThatLastYearDidNotHaveIsNamed() throws Exception {
        Place place = new Place("机关运行经费", "机关运行经费", "机关运行经费", "本年决算数");
        Path last = folder.resolve("去年.xlsx");
        Files.write(last, SampleWorkbooks.bytes(Samples.yanxi().with(place, "")));
        Made made = made(last);
        assertThat(made.remarks().stream().filter(remark -> remark.rule().equals("T01"))).singleElement().satisfies(remark -> {
            assertThat(remark.severity()).isEqualTo(Finding.Severity.WARNING);
            assertThat(remark.message()).contains("机关运行经费").contains("没有上年的数");
        });
    }

    @Test
    void termsThatWereStruckOutLastYearDoNotComeBack() throws Exception {
        Sample fewer = Samples.yanxi();
        for (int row = 4; row <= 16; row++) {
            fewer = fewer.with(new Place("名词解释", "名词", String.valueOf(row), "名词"), "")
                .with(new Place("名词解释", "名词", String.valueOf(row), "解释"), "");
        }
        Path last = folder.resolve("去年.xlsx");
        Files.write(last, SampleWorkbooks.bytes(fewer));
        assertThat(made(last).accounts().sheet("名词解释").orElseThrow().block("名词").orElseThrow().rows())
            .as("terms").extracting(juesuan.model.Row::label).containsExactly("财政拨款收入", "上级补助收入", "事业收入");
    }

    @Test
    void whatIsNoWorkbookOfOursIsRefused() throws Exception {
        Path last = Files.writeString(folder.resolve("去年.xlsx"), "不是工作簿");
        Path target = folder.resolve("填报.xlsx");
        assertThatThrownBy(() -> DISCLOSURE.template("guangdong", 2024, Optional.of(last), target))
            .isInstanceOf(UserError.class).hasMessageContaining("去年.xlsx");
        assertThat(target).as("nothing is written").doesNotExist();
    }
}
