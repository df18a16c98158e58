package juesuan.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import juesuan.formula.Formulas;
import juesuan.model.Accounts;
import juesuan.model.Place;
import juesuan.model.Run;
import juesuan.model.Section;
import juesuan.pack.Calculator;
import juesuan.pack.Pack;
import juesuan.pack.Scope;
import juesuan.samples.OwnPack;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a figure of the text says of how it was computed: in the numbers that were used, and only what holds. */
class WorkingsTest {

    private static final Sample SAMPLE = Samples.longgang();
    private static final String GENERAL = "上年与预算·收入“一般公共预算财政拨款收入”变动";

    @TempDir
    Path folder;

    @Test
    void changeAndRate() {
        Told told = Told.by(SAMPLE);
        assertThat(workings(told, GENERAL + "·增减额")).isEqualTo("306,534.45 − 99,429.56");
        assertThat(workings(told, GENERAL + "·增减率")).isEqualTo("207,104.89 ÷ 99,429.56");
        assertThat(figure(told, GENERAL + "·增减率").origin()).isEqualTo("208.3% = 207,104.89 ÷ 99,429.56；"
            + "上年与预算!收入/一般公共预算财政拨款收入/上年决算数，收入支出决算总表!收入/一般公共预算财政拨款收入/决算数");
    }

    @Test
    void aDecreaseIsTakenTheOtherWayRound() {
        Told told = Told.by(Samples.yanxi());
        assertThat(figure(told, GENERAL + "·增减额").text()).isEqualTo("35.34");
        assertThat(workings(told, GENERAL + "·增减额")).isEqualTo("421.58 − 386.24");
    }

    /** The words for no change have figures like all others; over nothing it is none either, and is not divided by it. */
    @Test
    void noChangeIsAFigureToo() {
        String fund = "上年与预算·财政拨款收入“政府性基金预算财政拨款收入”变动";
        String state = "上年与预算·财政拨款收入“国有资本经营预算财政拨款收入”变动";
        Told told = Told.by(SAMPLE.with(new Place("上年与预算", "收入", "政府性基金预算财政拨款收入", "上年决算数"), "4480"));
        assertThat(figure(told, fund + "·增减额").origin()).startsWith("0 = 4,480 − 4,480；");
        assertThat(figure(told, fund + "·增减率").origin()).startsWith("0% = 0 ÷ 4,480；");
        assertThat(figure(told, state + "·增减率").origin()).startsWith("0% = 0 − 0；").isEqualTo(figure(told, state + "·增减额").origin().replace("0 =", "0% ="));
    }

    @Test
    void shareAndTotals() {
        Told told = Told.by(SAMPLE);
        assertThat(workings(told, "政府采购·采购“合计”支出金额")).as("items that are zero are items").isEqualTo("26.68 + 0 + 8,225.12");
        assertThat(workings(told, "财政拨款“三公”经费支出决算表·决算数“金额”合计", "上年与预算·三公经费“合计”决算数")).isEqualTo("16.99 + 33.24 + 1");
        assertThat(workings(told, "上年与预算·三公经费“因公出国（境）费”占比")).isEqualTo("16.99 ÷ 51.23");
        assertThat(workings(told, "政府采购·采购“货物”支出金额")).as("what stands in its cell has only that").isEmpty();
        assertThat(figure(told, "政府采购·采购“货物”支出金额").origin()).isEqualTo("政府采购!采购/货物/支出金额");
    }

    /** 311,021.80 is what was approved; its items are printed as 311,021.81. */
    @Test
    void aTotalThatItsPrintedItemsMissIsNotCalledTheirSum() {
        assertThat(workings(Told.by(SAMPLE), "收入支出决算总表·支出“本年支出合计”决算数")).isEmpty();
        Told off = Told.by(SAMPLE.with("政府采购", new Place("政府采购", "采购", "货物", "支出金额"), "26.69"));
        assertThat(workings(off, "政府采购·采购“合计”支出金额")).isEmpty();
    }

    @Test
    void negativeNumbersStandInBrackets() {
        assertThat(workings(Told.by(Samples.yanxi()), "收入支出决算总表·收入“本年收入合计”决算数")).isEqualTo("386.24 + 5 + (-0.32)");
    }

    @Test
    void wordsForARateWithoutABaseAreNoResult() {
        assertThat(figure(Told.by(SAMPLE), "上年与预算·三公经费“公务用车购置”变动·增减率").origin()).startsWith("--（基数为0，不可比）：17.4 ÷ 0；");
    }

    @Test
    void whereThePackComputesFromYuanTheseAreShown() {
        Told told = Told.by(SAMPLE, own("style:", "  percentBasis: exact"));
        assertThat(workings(told, GENERAL + "·增减率")).isEqualTo("2071048900.00元 ÷ 994295600.00元");
    }

    /** 40 is not 0.004: the unit is in the arithmetic. */
    @Test
    void whatIsSaidInYuanIsComputedInYuan() {
        String change = "机关运行经费“机关运行经费”变动·增减额";
        Sample tiny = NarratorTest.operating(SAMPLE, "0.004", "0.001", "新增");
        assertThat(figure(Told.by(tiny), change).origin()).startsWith("0.003 = 0.004 − 0.001；");
        Run.Figure yuan = figure(Told.by(tiny, own("style:", "  tinyAmount: yuan")), change);
        assertThat(yuan.origin()).startsWith("30 = (0.004 − 0.001) × 10,000；");
        assertThat(yuan.unit()).isEqualTo("元");
        Run.Figure words = figure(Told.by(tiny, own("style:", "  tinyAmount: 不足0.01")), change);
        assertThat(words.origin()).startsWith("不足0.01：0.004 − 0.001；");
        assertThat(words.unit()).as("no number, no unit").isEmpty();
        assertThat(words.printed()).isEmpty();
    }

    /** Where the printed figures are the same, they are not what the percentage was taken from. */
    @Test
    void aShareThatPrintedFiguresCannotTellIsTakenFromYuan() {
        Sample sample = SAMPLE.with(new Place("绩效评价", "金额", "整体全年预算数", "金额"), "63.284").with(new Place("绩效评价", "金额", "整体执行数", "金额"), "63.28");
        Run.Figure figure = figures(Told.by(sample)).filter(f -> f.text().equals("99.99%")).findFirst().orElseThrow();
        assertThat(figure.workings()).isEqualTo("632800.00元 ÷ 632840.00元");
    }

    @Test
    void formulasOfTheTextKeepTheirBrackets() {
        String cell = "国有资产.资产[%s, 数目]";
        String other = cell.formatted("其他用车");
        String all = cell.formatted("车辆合计");
        String five = cell.formatted("单价100万元以上设备");
        for (List<String> pair : List.of(List.of(five + " / (" + all + " - " + other + " + " + five + ")", "5 ÷ (9 − 9 + 5)"),
            List.of("(" + five + " + " + all + ") / " + all, "(5 + 9) ÷ 9"), List.of(all + " / (" + five + " / " + other + ")", "9 ÷ (5 ÷ 9)"),
            List.of(all + " / (" + five + " * 2)", "9 ÷ (5 × 2)"), List.of("(" + all + " * 2) / " + five, "9 × 2 ÷ 5"),
            List.of("sum(" + all + ", " + five + ") / " + other, "(9 + 5) ÷ 9"), List.of("(" + all + " - (" + five + " - 1)) / " + other, "(9 − (5 − 1)) ÷ 9"),
            List.of("-" + five + " / " + all, "−5 ÷ 9"))) {
            Pack pack = OwnPack.extending("guangdong", folder).changed("guangdong/text/narrative.yaml",
                "共有车辆{[车辆合计, 数目]}辆", "共有车辆{占比: " + pair.get(0) + "}").load();
            Accounts accounts = SampleAccounts.of(SAMPLE, pack);
            String label = new FigureNames(new Calculator(pack, accounts), accounts).of(Formulas.parse(pair.get(0)), new Calculator.Context(Scope.NONE, Optional.empty()));
            assertThat(workings(Told.by(SAMPLE, pack), label)).isEqualTo(pair.get(1));
        }
    }

    private Pack own(String... lines) {
        return OwnPack.extending("guangdong", folder, lines).load();
    }

    /** The one figure that has one of these labels, or several that say the same. */
    private static String workings(Told told, String... labels) {
        List<String> found = figures(told).filter(figure -> List.of(labels).contains(figure.label())).map(Run.Figure::workings).distinct().toList();
        assertThat(found).as("what figures named %s say", List.of(labels)).hasSize(1);
        return found.get(0);
    }

    private static Run.Figure figure(Told told, String label) {
        return figures(told).filter(figure -> figure.label().equals(label)).findFirst().orElseThrow();
    }

    private static Stream<Run.Figure> figures(Told told) {
        return told.narrative().parts().stream().flatMap(part -> part.sections().stream()).flatMap(WorkingsTest::runs)
            .filter(Run.Figure.class::isInstance).map(Run.Figure.class::cast);
    }

    private static Stream<Run> runs(Section section) {
        return Stream.concat(section.paragraphs().stream().flatMap(p -> p.runs().stream()), section.sections().stream().flatMap(WorkingsTest::runs));
    }
}
