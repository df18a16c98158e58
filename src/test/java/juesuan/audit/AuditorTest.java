package juesuan.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import juesuan.model.Accounts;
import juesuan.model.Block;
import juesuan.model.Finding;
import juesuan.model.Finding.Severity;
import juesuan.model.Finding.Status;
import juesuan.model.Place;
import juesuan.model.Row;
import juesuan.model.Sheet;
import juesuan.pack.Pack;
import juesuan.pack.Scope;
import juesuan.samples.OwnPack;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditorTest {

    private static final Pack PACK = Samples.pack("guangdong");
    private static final Sample LONGGANG = Samples.longgang();

    @TempDir
    Path folder;

    private static AuditReport check(Sample sample) {
        return Auditor.check(SampleAccounts.of(sample, PACK), PACK);
    }

    private static Sample typed(Sample sample, String place, String typed) {
        return sample.with(PACK.resolve(place, Scope.NONE), typed);
    }

    private static List<Finding> of(AuditReport report, String rule) {
        return report.findings().stream().filter(finding -> finding.rule().equals(rule)).toList();
    }

    /** Without what is wrong in its texts: {@link TextSlipsTest}. */
    private static List<Finding> ofFigures(AuditReport report) {
        return report.findings().stream().filter(finding -> !finding.rule().startsWith("X")).toList();
    }

    /**
     * The published document: what is off is off by one digit, 24 times in its tables and once in last year's
     * 三公 total that its text implies, and explained by rounding.
     */
    @Test
    void longgangHasItsTailErrorsAndNothingElse() {
        AuditReport report = check(LONGGANG);
        assertThat(ofFigures(report)).hasSize(25).allSatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.status()).isEqualTo(Status.FAILED);
            assertThat(finding.difference().orElseThrow().abs()).isEqualByComparingTo("100");
            assertThat(finding.message()).endsWith("，属尾数误差。");
        });
        assertThat(ofFigures(report).stream().collect(Collectors.groupingBy(Finding::rule, Collectors.counting())))
            .isEqualTo(Map.ofEntries(Map.entry("A02", 1L), Map.entry("B02", 2L), Map.entry("B03", 2L),
                Map.entry("B04", 2L), Map.entry("C02", 2L), Map.entry("C03", 2L), Map.entry("C04", 2L), Map.entry("D05", 2L),
                Map.entry("E02", 2L), Map.entry("E03", 2L), Map.entry("E04", 2L), Map.entry("F01", 1L), Map.entry("F02", 1L),
                Map.entry("F07", 1L), Map.entry("J09", 1L)));
        assertThat(report.findings()).extracting(Finding::severity).isNotEmpty().doesNotContain(Severity.ERROR);
        assertThat(report.run()).isEqualTo(report.passed() + Samples.LONGGANG_SLIPS.size()).isGreaterThan(599);
        assertThat(report.skipped()).isZero();
    }

    /** Exact in 元, and yet the printed 万元 need the note: 0.004 and 0.004 print as 0.00 and add up to 0.01. */
    @Test
    void yuanThatAddUpMayNotDoSoInPrint() {
        assertThat(check(LONGGANG).tailErrors()).isTrue();
        Sample yuan = Samples.yanxi();
        for (String place : List.of("预算数[金额, 公务用车购置费]", "预算数[金额, 公务用车运行维护费]")) {
            yuan = typed(yuan, "财政拨款“三公”经费支出决算表." + place, "40.00");
        }
        Sample exact = typed(yuan, "财政拨款“三公”经费支出决算表.预算数[金额, 公务用车购置及运行维护费]", "80.00");
        assertThat(of(check(exact), "J02")).isEmpty();
        assertThat(check(exact).tailErrors()).isTrue();
    }

    @Test
    void yanxiIsExactButForItsNegativeIncome() {
        AuditReport report = check(Samples.yanxi());
        assertThat(report.findings()).extracting(Finding::rule).containsExactly("A09");
        assertThat(report.findings().get(0).message()).isEqualTo("收支金额一般不是负数：收入支出决算总表!收入/其他收入/决算数"
            + "「八、其他收入·决算数」= -3,215.40，应不小于 0.00。");
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.skipped()).isZero();
    }

    @Test
    void saysBothValuesTheDifferenceAndWhatToDo() {
        Finding finding = of(check(typed(LONGGANG, "收入决算表.科目[合计, 其他收入]", "11.01")), "B11").get(0);
        assertThat(finding.message()).isEqualTo("收入决算表的其他收入等于总表的其他收入："
            + "收入决算表!科目/合计/其他收入「合计·其他收入」= 11.01，"
            + "应等于 收入支出决算总表!收入/其他收入/决算数「八、其他收入·决算数」= 10.91，相差 0.10 万元。");
        assertThat(finding.hint()).isEqualTo("两张表里是同一个数，请核对后改正其中一处");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.difference()).hasValueSatisfying(d -> assertThat(d).isEqualByComparingTo(new BigDecimal("1000")));
        assertThat(finding.cells()).extracting(Finding.Cell::value).containsExactly("11.01", "10.91");
    }

    @Test
    void sumsNameTheirFirstCellAndHowMany() {
        Finding finding = of(check(typed(LONGGANG, "收入支出决算总表.收入[其他收入, 决算数]", "12.91")), "A01").get(0);
        assertThat(finding.message()).isEqualTo("各项收入之和等于本年收入合计："
            + "收入支出决算总表!收入/本年收入合计/决算数「本年收入合计·决算数」= 311,025.36，"
            + "应等于 收入支出决算总表!收入/一般公共预算财政拨款收入/决算数「一、一般公共预算财政拨款收入·决算数」等 8 格算得的 311,027.36，"
            + "相差 -2.00 万元。");
        assertThat(finding.cells()).hasSize(9);
    }

    /** R3: the same figure, rounded from the same 元, cannot differ, but one digit does not block. */
    @Test
    void theSameFigureOffByOneDigitIsAWarning() {
        List<Finding> found = of(check(typed(LONGGANG, "收入决算表.科目[合计, 其他收入]", "10.92")), "B11");
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.hint()).startsWith("两处是同一个数换算来的，应当完全一样。");
        });
        assertThat(of(check(typed(LONGGANG, "收入决算表.科目[合计, 其他收入]", "10.93")), "B11"))
            .extracting(Finding::severity).containsExactly(Severity.ERROR);
    }

    /** R1: two addends and their sum explain 0.015, so 0.01 but not 0.02. */
    @Test
    void toleranceIsHalfADigitForEachFigureThatIsNotZero() {
        Place place = PACK.resolve("财政拨款“三公”经费支出决算表.预算数[金额, 公务用车购置费]", Scope.NONE);
        assertThat(of(check(LONGGANG.with(place, "18.01")), "J02")).extracting(Finding::severity).containsExactly(Severity.INFO);
        assertThat(of(check(LONGGANG.with(place, "18.02")), "J02")).extracting(Finding::severity).containsExactly(Severity.ERROR);
    }

    /** R0: in 元 there is nothing that rounding could explain. */
    @Test
    void inYuanOneCentIsAnError() {
        Sample yuan = typed(Samples.yanxi(), "财政拨款“三公”经费支出决算表.预算数[金额, 合计]", "0.01");
        assertThat(of(check(yuan), "J01")).extracting(Finding::severity).containsExactly(Severity.ERROR);
        assertThat(check(LONGGANG.inYuan(PACK)).findings()).filteredOn(f -> f.severity() == Severity.ERROR)
            .as("what 万元 excuses, 元 does not").hasSize(25);
    }

    /** B13: income without spending and the reverse are lawful. */
    @Test
    void incomeAndSpendingOfASubjectMayDiffer() {
        Sample sample = typed(LONGGANG, "收入决算表.科目[2080116, 其他收入]", "0");
        assertThat(ofFigures(check(sample))).as("a subject with income only").hasSize(25);
        Sample spending = typed(typed(LONGGANG, "支出决算表.科目[20801, 基本支出]", "0"), "支出决算表.科目[2080117, 基本支出]", "0");
        assertThat(ofFigures(check(spending))).hasSize(25);
    }

    /** K30: the projects' self-evaluations need not add up to all project spending. */
    @Test
    void projectsNeedNotAddUp() {
        Sample fewer = LONGGANG.copies("项目支出绩效自评表", 1);
        assertThat(ofFigures(check(fewer))).hasSize(25).extracting(Finding::severity).containsOnly(Severity.INFO);
    }

    /** Without a 自评表 nothing can be said about its sums, and that is said. */
    @Test
    void projectsWithoutTheirFormsAreMissed() {
        AuditReport report = check(LONGGANG.copies("项目支出绩效自评表", 0));
        assertThat(of(report, "L16")).singleElement().satisfies(finding -> assertThat(finding.message()).isEqualTo(
            "自评表与自评项目总数相符：绩效评价!数目/自评项目总数/数目「自评项目总数·数目」= 32，工作簿里却没有一张自评表。"));
        assertThat(of(report, "L01")).singleElement().satisfies(finding -> {
            assertThat(finding.status()).isEqualTo(Status.SKIPPED);
            assertThat(finding.message()).endsWith("因为工作簿里没有“自评表”。");
        });
    }

    @Test
    void aProjectHasOneForm() {
        List<String> tabs = LONGGANG.sheets().stream().filter(s -> s.sheet().equals("项目支出绩效自评表")).map(Sample.Filled::tab).toList();
        Place name = PACK.resolve("项目支出绩效自评表.项目[项目名称, 内容]", Scope.NONE);
        Sample twice = LONGGANG.with(tabs.get(0), name, "同一个项目").with(tabs.get(2), name, "同一个项目");
        assertThat(of(check(twice), "L16")).singleElement().satisfies(finding -> {
            assertThat(finding.message()).contains("和").endsWith("是同一个项目“同一个项目”。");
            assertThat(finding.cells()).extracting(cell -> cell.at().sheet()).containsExactly(tabs.get(2), tabs.get(0));
        });
    }

    /** The codes of a table ascend: the program prints them as they stand. */
    @Test
    void codesAscend() {
        Accounts right = SampleAccounts.of(LONGGANG, PACK);
        List<Sheet> sheets = right.sheets().stream().map(sheet -> !sheet.id().equals("支出决算表") ? sheet
            : new Sheet(sheet.id(), sheet.name(), sheet.blocks().stream().map(AuditorTest::lastSubjectFirst).toList())).toList();
        AuditReport report = Auditor.check(new Accounts(right.department(), right.year(), right.unit(), right.publishedOn(), sheets), PACK);
        assertThat(of(report, "B12")).singleElement().satisfies(finding -> assertThat(finding.message())
            .startsWith("科目逐级列全，编码由小到大：支出决算表!科目/201/").endsWith("排在 2210203 的后面。"));
    }

    private static Block lastSubjectFirst(Block block) {
        List<Row> rows = new ArrayList<>(block.rows());
        rows.add(1, rows.remove(rows.size() - 1));
        return new Block(block.id(), rows);
    }

    @Test
    void whatCannotBeCheckedIsListedWithTheReason() {
        AuditReport report = check(typed(LONGGANG, "收入支出决算总表.收入[总计, 决算数]", ""));
        Accounts without = SampleAccounts.of(LONGGANG.without("国有资产"), PACK);
        AuditReport absent = Auditor.check(without, PACK);
        assertThat(absent.skipped()).isEqualTo(2);
        assertThat(of(absent, "K20")).singleElement().satisfies(finding -> {
            assertThat(finding.status()).isEqualTo(Status.SKIPPED);
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.message()).isEqualTo("车辆合计等于各种用车之和：有 1 处没有核对，因为工作簿里没有“国有资产”。");
        });
        assertThat(report.run() + report.skipped()).isEqualTo(check(LONGGANG).run());
    }

    @Test
    void everyCopyOfAFormIsCheckedForItself() {
        String tab = LONGGANG.sheets().stream().filter(s -> s.sheet().equals("项目支出绩效自评表")).skip(2).findFirst()
            .orElseThrow().tab();
        Place rate = PACK.resolve("项目支出绩效自评表.资金[年度资金总额, 执行率]", Scope.NONE);
        List<Finding> found = of(check(LONGGANG.with(tab, rate, "12.34")), "L02");
        assertThat(found).singleElement().satisfies(finding ->
            assertThat(finding.cells()).extracting(c -> c.at().sheet()).containsOnly(tab));
    }

    @Test
    void aPackSwitchesARuleOffWithAReason() {
        Pack own = OwnPack.extending("guangdong", folder,
            "ruleChanges: {B11: {off: 本市其他收入另有口径}, C05: {severity: warning}}").load();
        Sample sample = typed(typed(LONGGANG, "收入决算表.科目[合计, 其他收入]", "99"), "支出决算表.科目[合计, 本年支出合计]", "1");
        AuditReport report = Auditor.check(SampleAccounts.of(sample, own), own);
        assertThat(of(report, "B11")).isEmpty();
        assertThat(of(report, "C05")).extracting(Finding::severity).containsExactly(Severity.WARNING);
    }
}
