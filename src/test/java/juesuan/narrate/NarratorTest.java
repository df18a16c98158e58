package juesuan.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import juesuan.model.Place;
import juesuan.pack.Pack;
import juesuan.samples.Golden;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NarratorTest {

    private static final Sample GUANGDONG = Samples.longgang();
    private static final Sample NATIONAL = Samples.longgangNationwide();
    private static final String OPERATING = "机关运行经费.机关运行经费[机关运行经费, %s]";

    @Test
    void theWholeTextOfTheSample() {
        Told told = Told.by(GUANGDONG);
        assertThat(told.findings()).isEmpty();
        Golden.compare("longgang-2023.txt", told.lines());
    }

    @Test
    void theSameFiguresInTheNationalWording() {
        Told told = Told.by(NATIONAL);
        assertThat(told.findings()).isEmpty();
        Golden.compare("longgang-2023-national.txt", told.lines());
    }

    @ParameterizedTest(name = "{0} after {1}")
    @CsvSource(delimiter = '|', value = {
        "110    | 100    | 110万元，比上年决算数增加10万元，增长10%。主要增减变动情况是：业务量变化。",
        "90     | 100    | 90万元，比上年决算数减少10万元，下降10%。主要增减变动情况是：业务量变化。",
        "100    | 100    | 100万元，与上年决算数持平。",
        "10     | 0      | 10万元，比上年决算数增加10万元，增长--（基数为0，不可比）。主要增减变动情况是：业务量变化。",
        "0      | 100    | 0万元，比上年决算数减少100万元，下降100%。主要增减变动情况是：业务量变化。",
        "10     | -5     | 10万元，比上年决算数增加15万元，增长--（基数为负数，不可比）。主要增减变动情况是：业务量变化。",
        "-5     | 10     | -5万元，比上年决算数减少15万元，下降150%。主要增减变动情况是：业务量变化。",
        "-5     | -10    | -5万元，比上年决算数增加5万元，增长--（基数为负数，不可比）。主要增减变动情况是：业务量变化。",
        // HALF_UP, and only once: 2.45 % of change, and a printed 10.00 that was 10.004.
        "102.45 | 100    | 102.45万元，比上年决算数增加2.45万元，增长2.5%。主要增减变动情况是：业务量变化。",
        "102.449| 100    | 102.45万元，比上年决算数增加2.45万元，增长2.5%。主要增减变动情况是：业务量变化。",
        "10.004 | 10     | 10万元，与上年决算数基本持平。",
        // What is not nothing is not said to be nothing: 40 元 and 30 元.
        "0.004  | 3      | 0.004万元，比上年决算数减少3万元，下降99.9%。主要增减变动情况是：业务量变化。",
        "3      | 0.004  | 3万元，比上年决算数增加3万元，增长--（基数不足0.01万元，不可比）。主要增减变动情况是：业务量变化。",
        "0.004  | 0.003  | 0.004万元，比上年决算数增加0.001万元，增长33.3%。主要增减变动情况是：业务量变化。",
        "-0.004 | 0      | -0.004万元，比上年决算数减少0.004万元，下降--（基数为0，不可比）。主要增减变动情况是：业务量变化。",
        "306534.45 | 0.004 | 306,534.45万元，比上年决算数增加306,534.45万元，增长--（基数不足0.01万元，不可比）。主要增减变动情况是：业务量变化。",
        "0      | 0.004  | 0万元，比上年决算数减少0.004万元，下降100%。主要增减变动情况是：业务量变化。",
        // A rate that rounding makes nothing, or all.
        "306500 | 306500.5 | 306,500万元，比上年决算数减少0.5万元，下降0.0002%。主要增减变动情况是：业务量变化。",
        "306500 | 306500.01 | 306,500万元，比上年决算数减少0.01万元，下降不足0.0001%。主要增减变动情况是：业务量变化。",
        "0.01   | 1000   | 0.01万元，比上年决算数减少999.99万元，下降99.999%。主要增减变动情况是：业务量变化。",
        "10.005 | 10     | 10.01万元，比上年决算数增加0.01万元，增长0.1%。主要增减变动情况是：业务量变化。",
    })
    void changes(String current, String base, String words) {
        assertThat(Told.by(operating(GUANGDONG, current, base, "业务量变化")).line("2023年度本部门机关运行经费支出"))
            .isEqualTo("2023年度本部门机关运行经费支出" + words);
    }

    @ParameterizedTest(name = "{0} after {1}")
    @CsvSource(delimiter = '|', value = {
        "10 | 0  | 10万元，比2022年增加10万元（2022年没有此项支出），主要原因是业务量变化。",
        "0  | 10 | 0万元，比2022年减少10万元，下降100%，主要原因是业务量变化。",
        // From nothing to less than nothing is no increase.
        "-5 | 0  | -5万元，比2022年减少5万元，下降--（基数为0，不可比），主要原因是业务量变化。",
        "-0.004 | 0 | -0.004万元，比2022年减少0.004万元，下降--（基数为0，不可比），主要原因是业务量变化。",
        "9  | 10 | 9万元，比2022年减少1万元，下降10%，主要原因是业务量变化。",
        "9  | 9  | 9万元，与2022年持平。",
        "9.002 | 9 | 9万元，与2022年基本持平。",
        "10 | 0.004 | 10万元，比2022年增加10万元，增长--（基数不足0.01万元，不可比），主要原因是业务量变化。",
    })
    void changesInTheNationalWording(String current, String base, String words) {
        assertThat(Told.by(operating(NATIONAL, current, base, "业务量变化")).line("2023年度机关运行经费支出"))
            .isEqualTo("2023年度机关运行经费支出" + words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "业务量变化", "业务量变化。", "业务量变化；", "业务量变化，", "业务量变化．", "'业务量\n变化。'", "' 业务量 \n 变化；\n'",
    })
    void aReasonEndsInOneFullStop(String typed) {
        assertThat(Told.by(operating(GUANGDONG, "2", "1", typed)).line("2023年度本部门机关运行经费支出"))
            .endsWith("主要增减变动情况是：业务量变化。");
    }

    @Test
    void aReasonMayEndInAnotherMark() {
        assertThat(Told.by(operating(GUANGDONG, "2", "1", "任务增加了一倍！")).line("2023年度本部门机关运行经费支出"))
            .endsWith("主要增减变动情况是：任务增加了一倍！");
    }

    @Test
    void aTextOfTheClerkAloneIsAParagraphForEachLine() {
        Told told = Told.by(GUANGDONG.with(Told.place("概况.概况[主要职责, 内容]"), "一是贯彻政策。\n\n  二是\t抓落实；\n"));
        assertThat(told.between("一、深圳市龙岗区工业和信息化局主要职责", "二、深圳市龙岗区工业和信息化局机构设置"))
            .containsExactly("一是贯彻政策。", "二是\t抓落实；");
    }

    @Test
    void aRequiredReasonThatIsMissingIsNamedWithItsCell() {
        Told told = Told.by(operating(GUANGDONG, "2", "1", ""));
        assertThat(told.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("N01");
            assertThat(finding.cells()).singleElement().satisfies(cell ->
                assertThat(cell.at().toString()).contains("机关运行经费").contains("主要增减变动情况"));
            assertThat(finding.message()).contains("没有填写原因").contains("上年决算数");
        });
    }

    @Test
    void noReasonIsAskedForWhereNothingChanged() {
        assertThat(Told.by(operating(GUANGDONG, "2", "2", "")).findings()).isEmpty();
        assertThat(Told.by(operating(GUANGDONG, "0", "0", "")).findings()).isEmpty();
    }

    @Test
    void oneMissingReasonIsOneFindingHoweverOftenItIsUsed() {
        Sample sample = GUANGDONG
            .with(Told.place("上年与预算.收入[政府性基金预算财政拨款收入, 主要变动情况]"), "")
            .with(Told.place("上年与预算.财政拨款收入[政府性基金预算财政拨款收入, 主要变动情况]"), "");
        assertThat(Told.by(sample).findings()).extracting(finding -> finding.cells().get(0).at().toString())
            .as("the cell of 收入 only: filled, it serves 财政拨款收入 too, which falls back to it").hasSize(1);
    }

    @Test
    void aReasonLeftEmptyIsTakenFromTheRowItFallsBackTo() {
        Sample sample = GUANGDONG.with(Told.place("上年与预算.财政拨款收入[一般公共预算财政拨款收入, 主要变动情况]"), "");
        Told told = Told.by(sample);
        assertThat(told.findings()).isEmpty();
        told.says("一般公共预算财政拨款收入306,534.45万元，比上年决算数增加207,104.89万元，增长208.3%，"
            + "主要变动情况：2023年度工业和信息化产业发展专项资金增加；政府性基金");
    }

    @Test
    void aNumberThatIsNotFilledIsNamedWithItsCell() {
        Told told = Told.by(GUANGDONG.with(Told.place("国有资产.资产[其他用车, 数目]"), ""));
        assertThat(told.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("N02");
            assertThat(finding.cells().get(0).at().toString()).contains("其他用车/数目");
        });
    }

    @ParameterizedTest(name = "{1} of a budget of {0}")
    @CsvSource(delimiter = '|', value = {
        "100 | 50  | ，完成全年预算100万元的50%",
        "100 | 125 | ，完成全年预算100万元的125%",
        "100 | 0   | ，完成全年预算100万元的0%",
        "0   | 5   | （全年预算0万元），比上年决算数减少",
        "0   | 0   | （全年预算0万元），比上年决算数减少",
    })
    void completionOfTheBudget(String budget, String actual, String words) {
        assertThat(Told.by(threePublic(GUANGDONG, budget, actual)).line("深圳市龙岗区工业和信息化局2023年度“三公”经费"))
            .contains("支出决算为" + actual + "万元" + words);
    }

    @Test
    void overAndUnderTheBudget() {
        Told.by(threePublic(GUANGDONG, "100", "125")).says("2023年度“三公”经费支出决算大于预算数的主要情况：");
        Told.by(threePublic(GUANGDONG, "100", "50")).says("2023年度“三公”经费支出决算小于预算数的主要情况：");
        Told.by(threePublic(GUANGDONG, "50", "50")).saysNot("于预算数的主要情况");
        Told.by(threePublic(NATIONAL, "50", "50")).says("支出决算为50万元，完成年初预算的100%。决算数与年初预算数持平。");
        Told.by(threePublic(NATIONAL, "0", "50")).says("年初预算为0万元，支出决算为50万元。决算数大于年初预算数的主要原因是：");
    }

    @Test
    void sharesOfNothing() {
        Sample sample = GUANGDONG;
        for (String row : new String[] {"货物", "工程", "服务", "合计"}) {
            sample = sample.with(Told.place("政府采购.采购[" + row + ", 支出金额]"), "0")
                .with(Told.place("政府采购.采购[" + row + ", 中小企业合同金额]"), "0");
        }
        sample = sample.with(Told.place("政府采购.小微企业[小微企业合同金额, 金额]"), "0");
        Told.by(sample).says("2023年度本部门没有政府采购支出。");
        for (String row : new String[] {"货物", "合计"}) {
            sample = sample.with(Told.place("政府采购.采购[" + row + ", 支出金额]"), "100");
        }
        assertThat(Told.by(sample).line("2023年度本部门政府采购支出总额100万元")).endsWith("没有授予中小企业的合同。");
        for (String row : new String[] {"货物", "合计"}) {
            sample = sample.with(Told.place("政府采购.采购[" + row + ", 中小企业合同金额]"), "40");
        }
        assertThat(Told.by(sample).line("2023年度本部门政府采购支出总额100万元")).contains("占政府采购支出总额的40%，其中没有授予小微企业的合同。")
            .as("as the region publishes it").contains("占货物支出金额的40%，工程采购授予中小企业合同金额占工程支出金额的0%");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void delegations(int count) {
        Sample.Filled detail = GUANGDONG.sheets().stream().filter(s -> s.sheet().equals("三公说明")).findFirst().orElseThrow();
        var cells = new java.util.LinkedHashMap<>(detail.cells());
        cells.keySet().removeIf(place -> place.block().equals("团组"));
        for (int i = 1; i <= count; i++) {
            cells.put(Told.place("三公说明.团组[" + i + ", 名称]"), "出访任务" + i);
            cells.put(Told.place("三公说明.团组[" + i + ", 金额]"), "1.5");
        }
        String line = Told.by(GUANGDONG.with(new Sample.Filled("三公说明", detail.tab(), cells))).line("1.因公出国（境）费");
        assertThat(line).endsWith(switch (count) {
            case 0 -> "个、累计10人次。";
            case 1 -> "开支内容包括：（1）出访任务11.5万元。";
            default -> "开支内容包括：（1）出访任务11.5万元；（2）出访任务21.5万元；（3）出访任务31.5万元。";
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void performanceOfProjects(int count) {
        Sample sample = GUANGDONG.without("项目支出绩效自评表");
        var tables = GUANGDONG.sheets().stream().filter(s -> s.sheet().equals("项目支出绩效自评表")).limit(count).toList();
        for (Sample.Filled table : tables) {
            sample = sample.with(table);
        }
        assertThat(Told.by(sample).lines().stream().filter(line -> line.contains("项目绩效自评情况：项目全年预算数为")))
            .hasSize(count);
    }

    @Test
    void optionalClausesAreLeftOut() {
        Told full = Told.by(GUANGDONG);
        full.says("发现的问题及原因主要是：1.编外人员").says("（无独立核算下属单位）").says("主要包括境内公务来访人员的接待支出。");
        Told bare = Told.by(GUANGDONG
            .with(Told.place("绩效评价.文字[整体问题, 内容]"), "")
            .with(Told.place("绩效评价.文字[整体自评范围, 内容]"), "")
            .with(Told.place("绩效评价.数目[重点评价项目数, 数目]"), "0")
            .with(Told.place("三公说明.原因[接待说明, 内容]"), ""));
        assertThat(bare.findings()).isEmpty();
        bare.saysNot("发现的问题及原因主要是：1.编外人员").saysNot("（无独立核算下属单位）").saysNot("重点绩效评价，涉及")
            .says("组织部门整体支出绩效自评，涉及").says("接待人数共57人。");
    }

    @Test
    void whatDidNotHappenIsSaidInOneSentence() {
        Sample sample = operating(threePublic(NATIONAL, "0", "0"), "0", "0", "");
        for (String row : new String[] {"合计", "因公出国（境）费", "公务用车购置及运行维护费", "公务用车购置", "公务用车运行维护费", "公务接待费"}) {
            sample = sample.with(Told.place("上年与预算.三公经费[" + row + ", 上年决算数]"), "0");
        }
        for (String row : new String[] {"公务用车保有量", "公务用车购置数", "出国（境）团组数", "国内接待批次"}) {
            sample = sample.with(Told.place("三公说明.数目[" + row + ", 数目]"), "0");
        }
        for (String row : new String[] {"货物", "工程", "服务", "合计"}) {
            sample = sample.with(Told.place("政府采购.采购[" + row + ", 支出金额]"), "0")
                .with(Told.place("政府采购.采购[" + row + ", 中小企业合同金额]"), "0");
        }
        Told told = Told.by(sample);
        assertThat(told.findings()).isEmpty();
        assertThat(told.between("七、财政拨款“三公”经费支出决算情况说明", "八、政府性基金预算财政拨款收入支出决算情况说明"))
            .containsExactly("深圳市龙岗区工业和信息化局2023年度没有使用财政拨款安排“三公”经费预算，也没有发生“三公”经费支出。");
        assertThat(told.between("（一）机关运行经费支出情况", "（二）政府采购支出情况"))
            .containsExactly("深圳市龙岗区工业和信息化局2023年度没有机关运行经费支出。");
        assertThat(told.between("（二）政府采购支出情况", "（三）国有资产占用情况"))
            .containsExactly("深圳市龙岗区工业和信息化局2023年度没有政府采购支出。");
    }

    /** What was given and taken back is there, though the sum is 0. */
    @Test
    void figuresThatCancelAreNotNothing() {
        Sample sample = NATIONAL.with(Told.place("收入支出决算总表.收入[其他收入, 决算数]"), "-0.39").with(Told.place("上年与预算.收入[其他收入, 上年决算数]"), "0.39");
        Told.by(sample).says(".其他收入-0.39万元，占本年收入合计的--%（有负数或超过总额，不可比），比上年决算数减少0.78万元，");
        Sample operating = operating(NATIONAL, "-5", "5", "冲减");
        Told.by(operating).says("机关运行经费支出-5万元，比2022年减少10万元，").saysNot("没有机关运行经费支出");
        Sample procured = NATIONAL;
        for (String row : new String[] {"货物", "工程", "服务", "合计"}) {
            procured = procured.with(Told.place("政府采购.采购[" + row + ", 支出金额]"), row.equals("货物") ? "-2" : row.equals("服务") ? "2" : "0")
                .with(Told.place("政府采购.采购[" + row + ", 中小企业合同金额]"), "0");
        }
        Told.by(procured).saysNot("没有政府采购支出");
    }

    /** What is said to be listed is listed: the classes may be 0 where their subjects cancel. */
    @Test
    void subjectsThatCancelLeaveNoListWithoutItems() {
        Sample sample = NATIONAL.with(Told.place("一般公共预算财政拨款支出决算表.科目[2150805, 项目支出]"), "9");
        for (Place place : sample.sheets().stream().filter(s -> s.sheet().equals("财政拨款收入支出决算总表")).findFirst().orElseThrow().cells().keySet()) {
            sample = place.column().equals("一般公共预算财政拨款") ? sample.with(place, "0") : sample;
        }
        Told.by(sample).says("2023年度一般公共预算财政拨款支出0万元。").saysNot("主要用于以下方面：");
        Told.by(NATIONAL).says("主要用于以下方面：一般公共服务支出（类）");
    }

    /** A table that is not empty stands beside no sentence that it is. */
    @Test
    void balancesOfTheFundBudgetAreNotNothing() {
        Sample sample = NATIONAL;
        Place opening = Told.place("政府性基金预算财政拨款收入支出决算表.科目[合计, 年初结转和结余]");
        for (Place place : sample.sheets().stream().filter(s -> s.sheet().equals(opening.sheet())).findFirst().orElseThrow().cells().keySet()) {
            sample = place.column().equals("科目名称") ? sample : sample.with(place, "0");
        }
        for (String place : new String[] {"财政拨款收入支出决算总表.支出[本年支出合计, 政府性基金预算财政拨款]", "上年与预算.财政拨款支出[政府性基金预算财政拨款支出, 预算数]"}) {
            sample = sample.with(Told.place(place), "0");
        }
        String nothing = "没有政府性基金预算财政拨款收入和支出";
        Told.by(sample).says(nothing);
        Told.by(sample.with(opening, "12.5")).saysNot(nothing);
    }

    @Test
    void onlyWhatHappenedIsListedAndCounted() {
        Told told = Told.by(NATIONAL);
        assertThat(told.between("三、支出决算情况说明", "四、财政拨款收入支出决算总体情况说明"))
            .hasSize(3).last().asString().startsWith("2.项目支出");
        told.saysNot("上级补助收入0万元").saysNot("政府采购工程支出");
    }

    static Sample operating(Sample sample, String current, String base, String reason) {
        return sample.with(Told.place(OPERATING.formatted("本年决算数")), current)
            .with(Told.place(OPERATING.formatted("上年决算数")), base)
            .with(Told.place(OPERATING.formatted("主要增减变动情况")), reason);
    }

    /** The whole of 三公 in one kind: 公务接待费. */
    private static Sample threePublic(Sample sample, String budget, String actual) {
        Sample result = sample;
        for (String column : new String[] {"合计", "因公出国（境）费", "公务用车购置及运行维护费", "公务用车购置费", "公务用车运行维护费", "公务接待费"}) {
            boolean here = column.equals("合计") || column.equals("公务接待费");
            result = result.with(Told.place("财政拨款“三公”经费支出决算表.预算数[金额, " + column + "]"), here ? budget : "0")
                .with(Told.place("财政拨款“三公”经费支出决算表.决算数[金额, " + column + "]"), here ? actual : "0");
        }
        return result;
    }

    /** 865 亿元 for a township is seen at once. */
    @Test
    void totalsAreAnnouncedInLargeUnits() {
        Sample sample = Samples.yanxi();
        Pack pack = Samples.pack(sample.pack());
        assertThat(Narrator.announcement(SampleAccounts.of(sample, pack), pack))
            .isEqualTo("将按万元印出：本年收入合计390.92万元，本年支出合计388.37万元。");
        Place income = new Place("收入支出决算总表", "收入", "本年收入合计", "决算数");
        assertThat(Narrator.announcement(SampleAccounts.of(sample.with(income, "86500000000"), pack), pack)).contains("本年收入合计865亿元，");
    }
}
