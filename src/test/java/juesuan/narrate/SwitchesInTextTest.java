package juesuan.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import juesuan.model.Finding;
import juesuan.pack.Pack;
import juesuan.samples.OwnPack;
import juesuan.samples.Sample;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each switch of a pack, with both of its values in the printed text; all by files of an office's own. */
class SwitchesInTextTest {

    private static final Sample SAMPLE = Samples.longgang();

    @TempDir
    Path folder;

    @Test
    void budgetBasis() {
        String budget = "完成%s预算53.29万元的96.1%%";
        Told.by(SAMPLE).says(budget.formatted("全年"));
        Pack initial = own("style:", "  budgetBasis: {三公经费: 年初}");
        Told.by(SAMPLE, initial).says(budget.formatted("年初")).saysNot("全年预算53.29");
        assertThat(initial.sheet("财政拨款“三公”经费支出决算表").orElseThrow().notes().get(0)).contains("年初预算数");
    }

    @Test
    void budgetBasisOfTheAppropriations() {
        Told.by(SAMPLE).says("比年初预算数增加180,193.22万元");
        Told.by(SAMPLE, own("style:", "  budgetBasis: {财政拨款支出: 全年}")).says("比全年预算数增加180,193.22万元");
    }

    @Test
    void zeroBase() {
        Sample sample = NarratorTest.operating(SAMPLE, "10", "0", "新增");
        Told.by(sample).says("增长--（基数为0，不可比）");
        Told.by(sample, own("style:", "  zero: {变动率: 率不作比较}")).says("增长率不作比较");
    }

    @Test
    void zeroBaseAsASentenceOfItsOwn() {
        Sample sample = NarratorTest.operating(SAMPLE, "10", "0", "新增");
        Told.by(sample, own("changes:", "  机关运行经费: {fromZero: '为{上年度}年没有、本年新增的支出{增减额}万元，原因是{原因}。'}"))
            .says("机关运行经费支出10万元，为2022年没有、本年新增的支出10万元，原因是新增。");
    }

    /** Only where the wording has words for a small change without a reason. */
    @Test
    void reasonThreshold() {
        Sample without = SAMPLE.with(Told.place("上年与预算.支出[基本支出, 主要变动情况]"), "")
            .with(Told.place("上年与预算.支出[项目支出, 主要变动情况]"), "");
        assertThat(Told.by(without).findings()).extracting(Finding::rule).containsExactly("N01", "N01");
        Pack own = own("style:", "  reasonThreshold: {percent: 5, wan: 100}", "changes:", "  总体: {minor: '与{基数}相差不大'}");
        Told told = Told.by(without, own).says("1.基本支出5,282.49万元，与上年决算数相差不大。");
        assertThat(told.findings()).singleElement().satisfies(finding -> assertThat(finding.message()).contains("（项目支出）没有填写原因"));
        Told.by(SAMPLE, own).says("1.基本支出5,282.49万元，比上年决算数增加72.27万元");
    }

    @Test
    void negativeBase() {
        Sample sample = NarratorTest.operating(SAMPLE, "10", "-5", "冲减");
        Told.by(sample).says("增长--（基数为负数，不可比）");
        Told.by(sample, own("style:", "  negativeBase: --")).says("增长--。主要").saysNot("基数为负数");
    }

    @Test
    void anAmountThatWouldPrintAsNothing() {
        Sample sample = NarratorTest.operating(SAMPLE, "0.004", "0", "新增");
        Told.by(sample).says("机关运行经费支出0.004万元，比上年决算数增加0.004万元，");
        Told.by(sample, own("style:", "  tinyAmount: yuan")).says("机关运行经费支出40元，比上年决算数增加40元，");
        Told.by(sample, own("style:", "  tinyAmount: 不足0.01")).says("机关运行经费支出不足0.01万元，比上年决算数增加不足0.01万元，");
        Told.by(NarratorTest.operating(SAMPLE, "-0.004", "0", "冲减"), own("style:", "  tinyAmount: 不足0.01"))
            .says("机关运行经费支出-0.004万元，比上年决算数减少不足0.01万元，");
    }

    /** Nobody knows where the unit stands that belongs to it: it may be one for several amounts. */
    @Test
    void anAmountThatWouldPrintAsNothingWithoutAUnitAfterIt() {
        Sample sample = NarratorTest.operating(SAMPLE, "0.004", "0", "新增");
        for (String tiny : new String[] {"yuan", "不足0.01"}) {
            Pack own = OwnPack.extending("guangdong", folder, "style:", "  tinyAmount: " + tiny).changed("guangdong/text/narrative.yaml",
                "机关运行经费支出{[机关运行经费, 本年决算数]}万元，", "机关运行经费（万元）{[机关运行经费, 本年决算数]}、{[机关运行经费, 本年决算数]}万元，").load();
            Told.by(sample, own).says("机关运行经费（万元）0.004、" + (tiny.equals("yuan") ? "40元，" : "不足0.01万元，"));
        }
    }

    @Test
    void aBaseThatWouldPrintAsNothing() {
        Sample sample = NarratorTest.operating(SAMPLE, "10", "0.004", "新增");
        Told.by(sample, own("style:", "  tinyBase: 没有意义")).says("增长没有意义。主要");
        Told.by(sample, own("style:", "  tinyBase: ''")).says("增长249,900%。主要");
        Sample budget = SAMPLE.with(Told.place("绩效评价.金额[整体全年预算数, 金额]"), "0.004");
        Told.by(budget).says("完成预算的--（基数不足0.01万元，不可比）。");
        Told.by(budget.with(Told.place("绩效评价.金额[整体执行数, 金额]"), "0.003")).says("完成预算的75%。");
        Pack counted = OwnPack.extending("guangdong", folder).changed("guangdong/text/narrative.yaml",
            "共有车辆{[车辆合计, 数目]}辆", "共有车辆{完成率: [车辆合计, 数目] / [单价100万元以上设备, 数目]}").load();
        Told.by(SAMPLE.with(Told.place("国有资产.资产[车辆合计, 数目]"), "900"), counted).says("共有车辆18,000%");
    }

    @Test
    void aPercentageThatOnlyRoundingMakesNothingOrAll() {
        Sample sample = procurement("100000", "99990", "5");
        Told.by(sample).says("占政府采购支出总额的99.99%，").says("占授予中小企业合同金额的0.01%。");
        Told.by(sample, own("style:", "  nearPercent: {decimals: 1, zero: 不足0.1%, whole: 接近100%}"))
            .says("占政府采购支出总额的接近100%，").says("占授予中小企业合同金额的不足0.1%。");
        Told.by(procurement("100", "100", "0"), own("style:", "  nearPercent: {decimals: 1, zero: 不足0.1%, whole: 接近100%}"))
            .says("占政府采购支出总额的100%，其中没有授予小微企业的合同。");
        Sample finer = procurement("999999", "999998.99", "0.01");
        Told.by(finer).says("占政府采购支出总额的接近100%，").says("占授予中小企业合同金额的不足0.0001%。");
        Told.by(finer, own("style:", "  nearPercent: {zero: '', whole: ''}")).says("占政府采购支出总额的99.999999%，").says("占授予中小企业合同金额的0.000001%。");
    }

    /** All is said only of all: 100 % neither from below nor from above, and not where only the printed figures are the same. */
    @Test
    void allIsOnlyAll() {
        Told.by(completed("1000", "1000")).says("完成预算的100%。");
        Told.by(completed("1000", "1000.4")).says("完成预算的100.04%。");
        Told.by(completed("9999999", "9999999.01")).says("完成预算的略高于100%。");
        Told.by(completed("63.284", "63.280")).says("全年预算数63.28万元，执行数63.28万元，完成预算的99.99%。");
        Told.by(completed("63.280", "63.284")).says("完成预算的100.01%。");
        Told.by(procurement("63.284", "63.280", "1")).says("占政府采购支出总额的99.99%，");
        Told.by(procurement("63.280", "63.284", "1")).says("占政府采购支出总额的--%（有负数或超过总额，不可比）");
    }

    private static Sample completed(String budget, String spent) {
        return SAMPLE.with(Told.place("绩效评价.金额[整体全年预算数, 金额]"), budget).with(Told.place("绩效评价.金额[整体执行数, 金额]"), spent);
    }

    /** The same printed figures are no change, from whichever figures the rates are taken; and no reason is asked for. */
    @Test
    void figuresThatPrintTheSame() {
        Sample sample = NarratorTest.operating(SAMPLE, "100.004", "100.001", "");
        for (Pack pack : List.of(own(), own("style:", "  percentBasis: exact"))) {
            Told told = Told.by(sample, pack).says("机关运行经费支出100万元，与上年决算数基本持平。");
            assertThat(told.findings()).isEmpty();
        }
        Sample budget = SAMPLE.with(Told.place("财政拨款“三公”经费支出决算表.决算数[金额, 合计]"), "53.291")
            .with(Told.place("财政拨款“三公”经费支出决算表.预算数[金额, 合计]"), "53.29");
        Told.by(budget).saysNot("决算数与全年预算数");
    }

    /** A condition on a computed difference asks for 元 too. */
    @Test
    void aConditionOnADifferenceIsExact() {
        Pack own = OwnPack.extending("guangdong", folder).changed("guangdong/text/narrative.yaml", "          - \"{年度}年度本部门机关运行经费支出",
            "          - {when: \"[机关运行经费, 增减额]\", text: 机关运行经费有变动。}\n          - \"{年度}年度本部门机关运行经费支出").load();
        Told.by(NarratorTest.operating(SAMPLE, "100.004", "100.001", ""), own).says("机关运行经费有变动。");
        Told.by(NarratorTest.operating(SAMPLE, "100.004", "100.004", ""), own).saysNot("机关运行经费有变动。");
    }

    /** Of a negative whole there are no parts, and where one part is negative the others are more than all. */
    @Test
    void ratiosOfWhatIsNegative() {
        String words = "--%（有负数或超过总额，不可比）";
        Told.by(procurement("-5", "3", "1")).says("占政府采购支出总额的" + words);
        Told.by(procurement("5", "-3", "1")).says("占政府采购支出总额的" + words);
        Told.by(procurement("5", "6", "1")).says("占政府采购支出总额的" + words);
        Told.by(procurement("5", "6", "1"), own("style:", "  negative: {占比: 不作比较}")).says("占政府采购支出总额的不作比较");
        Sample budget = SAMPLE.with(Told.place("绩效评价.金额[整体全年预算数, 金额]"), "-10");
        Told.by(budget).says("完成预算的--%（有负数，不可比）。");
        Told.by(budget, own("style:", "  negative: {完成率: 没有意义}")).says("完成预算的没有意义。");
        Told.by(SAMPLE.with(Told.place("绩效评价.金额[整体执行数, 金额]"), "-10")).says("完成预算的--%（有负数，不可比）。");
    }

    private static Sample procurement(String all, String medium, String small) {
        return SAMPLE.with(Told.place("政府采购.采购[合计, 支出金额]"), all).with(Told.place("政府采购.采购[合计, 中小企业合同金额]"), medium)
            .with(Told.place("政府采购.小微企业[小微企业合同金额, 金额]"), small);
    }

    @Test
    void flatWordingOfEachSection() {
        Told.by(SAMPLE).says("4.上级补助收入0万元，与上年决算数持平。").says("国有资本经营预算财政拨款支出0万元，比年初预算数增加0万元，增长0%，主要变动情况：");
        Told.by(SAMPLE, own("changes:", "  总体: {flat: '同{基数}一样'}", "  财政拨款: {flat: '与{基数}持平'}"))
            .says("4.上级补助收入0万元，同上年决算数一样。").says("国有资本经营预算财政拨款支出0万元，与年初预算数持平");
    }

    @Test
    void amountsTrimmedOrWithFixedDecimals() {
        Told.by(SAMPLE).says("政府性基金预算财政拨款收入4,480万元");
        Told.by(SAMPLE, own("style:", "  amount: {trim: false}")).says("政府性基金预算财政拨款收入4,480.00万元");
    }

    @Test
    void thousandsSeparators() {
        Told.by(SAMPLE).says("年度总收入311,189.89万元").says("增长2,272.9%");
        Told.by(SAMPLE, own("style:", "  amount: {grouping: false}", "  percent: {grouping: false}"))
            .says("年度总收入311189.89万元").says("增长2272.9%");
    }

    @Test
    void zeroInTheText() {
        Told.by(SAMPLE).says("事业收入0万元");
        Told.by(SAMPLE, own("style:", "  amount: {zero: '0.00'}")).says("事业收入0.00万元");
    }

    @Test
    void percentDecimals() {
        Told.by(SAMPLE).says("增长208.3%");
        Told.by(SAMPLE, own("style:", "  percent: {decimals: 2, trim: false}")).says("增长208.29%").says("的100.00%");
    }

    @Test
    void percentsFromThePrintedFiguresOrFromTheExactOnes() {
        Pack exact = own("style:", "  percentBasis: exact");
        Sample yuan = SAMPLE.inYuan(exact)
            .with(Told.place("财政拨款“三公”经费支出决算表.决算数[金额, 公务接待费]"), "225900.00")
            .with(Told.place("上年与预算.三公经费[公务接待费, 上年决算数]"), "19550.00");
        Told.by(yuan).says("公务接待费支出决算为22.59万元，完成全年预算").says("增加20.63万元，增长1,052.6%");
        Told.by(yuan, exact).says("增加20.64万元，增长1,055.5%");
    }

    @Test
    void anOfficeChangesOneSentenceInOneFile() {
        Pack pack = OwnPack.extending("guangdong", folder)
            .changed("guangdong/text/narrative.yaml", "具体情况如下：\"\n          - each: 上年与预算.收入", "分项情况是：\"\n          - each: 上年与预算.收入")
            .load();
        Told.by(SAMPLE, pack).says("本年收入311,025.36万元。分项情况是：").says("本年支出311,021.8万元。具体情况如下：");
    }

    @Test
    void anOfficeChangesTheProgramsPackWithoutANewOne() {
        OwnPack.extending("guangdong", folder).file("guangdong/text/overview.yaml", "title: 概况\nsections: []\n");
        Pack pack = Pack.load(new juesuan.pack.PackFiles(java.util.Optional.of(folder)), "guangdong", 2023);
        assertThat(Told.by(SAMPLE, pack).lines()).first().isEqualTo("概况");
    }

    private Pack own(String... lines) {
        return OwnPack.extending("guangdong", folder, lines).load();
    }
}
