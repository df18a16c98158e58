package juesuan.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import juesuan.Disclosure;
import juesuan.model.Finding;
import juesuan.model.Place;
import juesuan.pack.Pack;
import juesuan.pack.Scope;
import juesuan.samples.Sample;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What looks like a contradiction and is none: the entries B13 and K30 of the identities, for which there must be
 * no rule. In these workbooks everything else is right, so nothing may be found.
 */
class LawfulDifferencesTest {

    private static final Pack PACK = Samples.pack("guangdong");
    private static final String FORM = "项目支出绩效自评表.资金";

    @TempDir
    Path folder;

    /** The samples, and 10 and 5 万元 in the unit of each. */
    static Stream<Arguments> samples() {
        return Stream.of(Arguments.of(Samples.longgang(), "10", "5"), Arguments.of(Samples.yanxi(), "100000", "50000"));
    }

    /** B13: one subject earns and spends nothing, another spends what the first has earned. */
    @ParameterizedTest
    @MethodSource("samples")
    void subjectsMayEarnWithoutSpendingAndSpendWithoutEarning(Sample sample, String earned, String spent) throws IOException {
        Sample earning = earning(sample, earned);
        Sample spending = spending(earning, spent);
        Place income = place("收入决算表.科目[2299999, 本年收入合计]");
        Place expenditure = place("支出决算表.科目[2079999, 本年支出合计]");
        assertThat(spending.typed(income)).hasValue(earned);
        assertThat(spending.typed(place("支出决算表.科目[2299999, 本年支出合计]"))).isEmpty();
        assertThat(spending.typed(expenditure)).hasValue(spent);
        assertThat(spending.typed(place("收入决算表.科目[2079999, 本年收入合计]"))).isEmpty();
        assertThat(found(earning)).isSubsetOf(found(sample));
        assertThat(found(spending)).isSubsetOf(found(sample));
    }

    /** The workbook above is not clean because nobody looked. */
    @Test
    void theSameDifferenceIsFoundWhereTheTablesDoNotAddUp() throws IOException {
        Sample earning = earning(Samples.longgang(), "10");
        assertThat(found(earning.with(place("收入决算表.科目[2299999, 本年收入合计]"), "11"))).anyMatch(finding -> finding.startsWith("B01"));
    }

    /** K30: not every project is evaluated, */
    @ParameterizedTest
    @MethodSource("samples")
    void projectsMayBeEvaluatedInPart(Sample sample, String more, String less) throws IOException {
        assertThat(found(sample.with(place("绩效评价.金额[一般公共预算自评资金, 金额]"), less))).isSubsetOf(found(sample));
    }

    /** and one that is may have other money besides, more than the department's project spending. */
    @Test
    void aProjectMayHaveMoneyOfOthers() throws IOException {
        Sample sample = Samples.longgang();
        for (String column : List.of("年初预算数", "全年预算数", "全年执行数")) {
            sample = plus(sample, "5000000000", FORM + "[其他资金, " + column + "]", FORM + "[年度资金总额, " + column + "]");
        }
        sample = sample.with(place(FORM + "[年度资金总额, 执行率]"), "99.98").with(place(FORM + "[年度资金总额, 得分]"), "10")
            .with(place("项目支出绩效自评表.总分[总分, 得分]"), "100");
        assertThat(found(sample)).isSubsetOf(found(Samples.longgang()));
    }

    private static Sample earning(Sample sample, String amount) {
        Sample earning = plus(sample, amount, "收入支出决算总表.收入[事业收入, 决算数]", "收入支出决算总表.收入[本年收入合计, 决算数]",
            "收入支出决算总表.收入[总计, 决算数]", "收入支出决算总表.支出[年末结转和结余, 决算数]", "收入支出决算总表.支出[总计, 决算数]",
            "收入决算表.科目[合计, 事业收入]", "收入决算表.科目[合计, 本年收入合计]");
        for (String code : List.of("229", "22999", "2299999")) {
            earning = earning.with(place("收入决算表.科目[" + code + ", 科目编码]"), code)
                .with(place("收入决算表.科目[" + code + ", 科目名称]"), "其他支出");
            earning = plus(earning, amount, "收入决算表.科目[" + code + ", 本年收入合计]", "收入决算表.科目[" + code + ", 事业收入]");
        }
        return ordered(earning.with(place("上年与预算.收入[事业收入, 主要变动情况]"), "本年新开展专业业务活动"), "收入决算表");
    }

    private static Sample spending(Sample sample, String amount) {
        Sample spending = plus(sample, amount, "收入支出决算总表.支出[文化旅游体育与传媒支出, 决算数]", "收入支出决算总表.支出[本年支出合计, 决算数]",
            "支出决算表.科目[合计, 项目支出]", "支出决算表.科目[合计, 本年支出合计]", "绩效评价.金额[整体执行数, 金额]");
        spending = plus(spending, "-" + amount, "收入支出决算总表.支出[年末结转和结余, 决算数]");
        for (String code : List.of("207", "20799", "2079999")) {
            spending = spending.with(place("支出决算表.科目[" + code + ", 科目编码]"), code)
                .with(place("支出决算表.科目[" + code + ", 科目名称]"), code.length() == 3 ? "文化旅游体育与传媒支出" : "其他文化旅游体育与传媒支出");
            spending = plus(spending, amount, "支出决算表.科目[" + code + ", 本年支出合计]", "支出决算表.科目[" + code + ", 项目支出]");
        }
        return ordered(spending, "支出决算表");
    }

    private static Sample plus(Sample sample, String amount, String... places) {
        Sample plus = sample;
        for (String place : places) {
            BigDecimal before = plus.typed(place(place)).map(BigDecimal::new).orElse(BigDecimal.ZERO);
            plus = plus.with(place(place), before.add(new BigDecimal(amount)).toPlainString());
        }
        return plus;
    }

    /** Subjects stand in ascending order, below the total. */
    private static Sample ordered(Sample sample, String sheet) {
        Sample.Filled filled = sample.sheets().stream().filter(s -> s.sheet().equals(sheet)).findFirst().orElseThrow();
        Map<Place, String> cells = new LinkedHashMap<>();
        filled.cells().entrySet().stream().sorted(Comparator.comparing(cell -> cell.getKey().row().replaceFirst("\\D+", "")))
            .forEach(cell -> cells.put(cell.getKey(), cell.getValue()));
        return sample.with(new Sample.Filled(sheet, filled.tab(), cells));
    }

    private static Place place(String text) {
        return PACK.resolve(text, Scope.NONE);
    }

    /** Errors and warnings about the workbook, as check shows them. */
    private List<String> found(Sample sample) throws IOException {
        Path file = folder.resolve("工作簿.xlsx");
        Files.write(file, SampleWorkbooks.bytes(sample));
        return new Disclosure(Optional.empty(), Optional.empty()).check(file, Optional.empty()).findings().stream()
            .filter(finding -> finding.severity() != Finding.Severity.INFO).map(finding -> finding.rule() + " " + finding.message()).toList();
    }
}
