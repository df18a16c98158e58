package juesuan.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import juesuan.model.Finding;
import juesuan.pack.Pack;
import juesuan.pack.Scope;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;

/** A negative amount comes back from table to table; it is told once. */
class NegativesTest {

    private static final Pack PACK = Samples.pack("guangdong");
    private static final String INCOME = "收入决算表.科目";
    private static final String SPENT = "支出决算表.科目";
    private static final String GENERAL = "一般公共预算财政拨款支出决算表.科目";
    private static final String APPROPRIATION = "财政拨款收入支出决算总表.支出";

    /** In 万元, where nothing else is negative. */
    private static final Sample LONGGANG = Samples.longgang();

    @Test
    void whatTable1ToldIsNotToldOfTable2() {
        assertThat(told(Samples.yanxi())).as("䶮溪的其他收入是 A09 提醒的").isEmpty();
    }

    @Test
    void theSubjectOfTable3StandsForItsSumsAndForTables4And5() {
        assertThat(told(with("-5", SPENT + "[2011302, 项目支出]", SPENT + "[20113, 项目支出]", SPENT + "[201, 项目支出]",
            SPENT + "[合计, 项目支出]", SPENT + "[2011302, 本年支出合计]", GENERAL + "[2011302, 项目支出]", GENERAL + "[201, 项目支出]",
            APPROPRIATION + "[一般公共服务支出, 一般公共预算财政拨款]"))).containsExactly("支出决算表!科目/2011302/项目支出");
    }

    /** Table 4 has the part that was appropriated, table 3 all of it. */
    @Test
    void aPartOfWhatWasToldIsNotToldAgain() {
        Sample sample = with("-5", SPENT + "[2011302, 项目支出]").with(PACK.resolve(GENERAL + "[2011302, 项目支出]", Scope.NONE), "-3")
            .with(PACK.resolve(APPROPRIATION + "[一般公共服务支出, 一般公共预算财政拨款]", Scope.NONE), "-2");
        assertThat(told(sample)).containsExactly("支出决算表!科目/2011302/项目支出");
    }

    @Test
    void aClassThatTable1ToldIsNotToldOfItsOnlySubject() {
        Sample sample = with("-5", "收入支出决算总表.支出[科学技术支出, 决算数]", SPENT + "[2069999, 项目支出]", GENERAL + "[2069999, 项目支出]",
            APPROPRIATION + "[科学技术支出, 一般公共预算财政拨款]");
        assertThat(told(sample)).isEmpty();
    }

    @Test
    void equalAmountsOfTwoSubjectsAreTwo() {
        assertThat(told(with("-5", SPENT + "[2011302, 项目支出]", SPENT + "[2011304, 项目支出]", GENERAL + "[2011302, 项目支出]",
            GENERAL + "[2011304, 项目支出]"))).containsExactly("支出决算表!科目/2011302/项目支出", "支出决算表!科目/2011304/项目支出");
    }

    /** Another class than the one that table 1 told. */
    @Test
    void theSameAmountElsewhereIsAnother() {
        assertThat(told(with("-5", "收入支出决算总表.支出[外交支出, 决算数]", SPENT + "[2011302, 项目支出]")))
            .containsExactly("支出决算表!科目/2011302/项目支出");
        assertThat(told(with("-5", INCOME + "[2011302, 财政拨款收入]", SPENT + "[2011302, 项目支出]", "政府采购.采购[货物, 支出金额]")))
            .containsExactly("收入决算表!科目/2011302/财政拨款收入", "支出决算表!科目/2011302/项目支出", "政府采购!采购/货物/支出金额");
    }

    @Test
    void aVisitAbroadOfTable9IsOne() {
        assertThat(told(with("-5", "财政拨款“三公”经费支出决算表.决算数[金额, 因公出国（境）费]", "三公说明.团组[1, 金额]")))
            .containsExactly("财政拨款“三公”经费支出决算表!决算数/金额/因公出国（境）费");
    }

    @Test
    void eachProjectIsItsOwn() {
        Sample sample = LONGGANG;
        for (String tab : List.of("自评表-企业服务", "自评表-对口帮扶事务")) {
            sample = sample.with(tab, PACK.resolve("项目支出绩效自评表.资金[其他资金, 全年执行数]", Scope.NONE), "-5");
        }
        assertThat(told(sample)).containsExactlyInAnyOrder("自评表-企业服务!资金/其他资金/全年执行数", "自评表-对口帮扶事务!资金/其他资金/全年执行数");
    }

    private static Sample with(String typed, String... places) {
        Sample sample = LONGGANG;
        for (String place : places) {
            sample = sample.with(PACK.resolve(place, Scope.NONE), typed);
        }
        return sample;
    }

    /** The cells of which P14 speaks. */
    private static List<String> told(Sample sample) {
        Stream<Finding> found = Auditor.check(SampleAccounts.of(sample, PACK), PACK).findings().stream();
        return found.filter(finding -> finding.rule().startsWith("P14")).map(finding -> finding.cells().get(0).at().toString()).toList();
    }
}
