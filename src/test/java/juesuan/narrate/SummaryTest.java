package juesuan.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import juesuan.model.Accounts;
import juesuan.model.Entry;
import juesuan.model.Money;
import juesuan.model.Narrative;
import juesuan.model.Paragraph;
import juesuan.model.Row;
import juesuan.model.Run;
import juesuan.pack.Pack;
import juesuan.samples.Departments;
import juesuan.samples.OwnPack;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the web page opens with: true, in plain words, and never a reason to refuse a workbook. */
class SummaryTest {

    private static final String LAST_YEAR = "上年与预算.%s[%s, 上年决算数]";
    private static final List<String> SPENDING = List.of("基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出");
    private static final int DEPARTMENTS = 60;

    @TempDir
    Path folder;

    private static List<String> summary(Sample sample) {
        return summary(sample, Samples.pack(sample.pack()));
    }

    private static List<String> summary(Sample sample, Pack pack) {
        return texts(Narrator.compute(SampleAccounts.of(sample, pack), pack));
    }

    private static List<String> texts(Narrative narrative) {
        return paragraphs(narrative).map(Paragraph::text).toList();
    }

    private static Stream<Paragraph> paragraphs(Narrative narrative) {
        return narrative.summary().orElseThrow().sections().stream().flatMap(section -> section.paragraphs().stream());
    }

    private static Sample last(Sample sample, String block, String row, String amount) {
        return sample.with(Told.place(LAST_YEAR.formatted(block, row)), amount);
    }

    /** A decrease may be what changed most. */
    @Test
    void theSummaryOfASmallUnit() {
        assertThat(summary(Samples.yanxi())).containsExactly(
            "2023年收入390.92万元，最多的是一般公共预算财政拨款收入386.24万元（占98.8%）、上级补助收入5万元（占1.3%）。",
            "另有年初结转和结余12.85万元，收入总计403.77万元。",
            "2023年支出388.37万元，用得最多的是节能环保支出329.98万元（占85%）、社会保障和就业支出29.2万元（占7.5%）、住房保障支出20.35万元（占5.2%）。",
            "其中，人员和日常运转（基本支出）用了218.2万元，专项工作（项目支出）用了170.17万元。",
            "收入里变化最大的是一般公共预算财政拨款收入，比2022年减少35.34万元，下降8.4%。填写的原因是：䶮溪干流清淤工程已于2022年完工，项目经费相应减少。",
            "支出里变化最大的是项目支出，比2022年减少28.67万元，下降14.4%。填写的原因是：䶮溪干流清淤工程已于2022年完工，项目支出相应减少。",
            "财政拨款“三公”经费用了3.13万元（全年预算3.1万元），其中公务用车购置及运行维护费2.95万元、公务接待费0.19万元；合计比2022年减少0.49万元，下降13.5%。");
    }

    @Test
    void theSameInBothPacks() {
        assertThat(summary(Samples.longgangNationwide()).subList(0, 6)).isEqualTo(summary(Samples.longgang()).subList(0, 6));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "5282.49 | 项目支出，比2022年增加21.13亿元，增长223.8%。",
        "0       | 项目支出，比2022年增加21.13亿元，增长223.8%。",
        "999999  | 基本支出，比2022年减少99.47亿元，下降99.5%。",
    })
    void theLargestChangeWhateverItsSign(String basic, String words) {
        assertThat(summary(last(Samples.longgang(), "支出", "基本支出", basic)).get(5)).startsWith("支出里变化最大的是" + words);
    }

    @Test
    void whereNothingChangedItSaysSo() {
        Sample sample = last(last(Samples.longgang(), "支出", "基本支出", "5282.49"), "支出", "项目支出", "305739.31");
        assertThat(summary(sample)).contains("各项支出都与2022年持平。").noneMatch(line -> line.startsWith("支出里变化最大"));
    }

    /** Which is the largest cannot be said while one of them is not known: neither that, nor that nothing changed. */
    @Test
    void whereOneIsNotKnownNoneIsSaidToBeTheLargest() {
        assertThat(summary(last(Samples.longgang(), "支出", "经营支出", ""))).noneMatch(line -> line.startsWith("支出里变化最大") || line.startsWith("各项支出"))
            .anyMatch(line -> line.startsWith("收入里变化最大"));
    }

    @Test
    void fromNothing() {
        assertThat(summary(last(Samples.longgang(), "支出", "项目支出", "0")).get(5)).startsWith("支出里变化最大的是项目支出，比2022年增加30.57亿元（2022年没有）。");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0 | 0   | 0   | 2023年没有财政拨款“三公”经费支出。",
        "0 | 1.5 | 0   | 2023年没有财政拨款“三公”经费支出（全年预算1.5万元）。",
        "0 | 0   | 2   | 2023年没有财政拨款“三公”经费支出；合计比2022年减少2万元，下降100%。",
        "1 | 0   | 0   | 财政拨款“三公”经费用了1万元，其中公务接待费1万元；合计比2022年增加1万元（2022年没有）。",
        "1 | 1   | 1   | 财政拨款“三公”经费用了1万元（全年预算1万元），其中公务接待费1万元；合计与2022年持平。",
    })
    void threePublicExpenses(String now, String budget, String before, String words) {
        Sample sample = Samples.longgang();
        for (String column : List.of("合计", "因公出国（境）费", "公务用车购置及运行维护费", "公务用车购置费", "公务用车运行维护费", "公务接待费")) {
            boolean counts = column.equals("合计") || column.equals("公务接待费");
            sample = sample.with(Told.place("财政拨款“三公”经费支出决算表.决算数[金额, " + column + "]"), counts ? now : "0")
                .with(Told.place("财政拨款“三公”经费支出决算表.预算数[金额, " + column + "]"), counts ? budget : "0");
        }
        assertThat(summary(last(sample, "三公经费", "合计", before))).last().isEqualTo(words);
    }

    /** Rounded from what is printed in 万元, and only when that is 1亿元. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "9999.994  | 9,999.99万元，",
        "9999.995  | 1亿元，",
        "10000     | 1亿元，",
        "20149.99  | 2.01亿元，",
        "20150     | 2.02亿元，",
        "0.004     | 0.004万元，",
        "-20150    | -2.02亿元，",
    })
    void largeAmounts(String income, String words) {
        assertThat(summary(Samples.longgang().with(Told.place("收入支出决算总表.收入[本年收入合计, 决算数]"), income)).get(0)).startsWith("2023年收入" + words);
    }

    @Test
    void withoutMoneyItSaysNothingOfShares() {
        assertThat(summary(Samples.longgang().with(Told.place("收入支出决算总表.收入[本年收入合计, 决算数]"), "0"))).first().isEqualTo("2023年没有收入。");
    }

    /** Whatever is not filled: what the text needs is asked for; the summary asks for nothing. */
    @Test
    void aSummaryIsNoReasonForAFinding() {
        for (Sample sample : List.of(Samples.longgang(), Samples.longgangNationwide())) {
            Pack without = OwnPack.extending(sample.pack(), folder.resolve(sample.pack()), "summary: ''").load();
            Pack with = Samples.pack(sample.pack());
            for (Sample.Filled sheet : sample.sheets().stream().filter(s -> s.sheet().equals("上年与预算")).toList()) {
                Sample empty = sample.with(new Sample.Filled(sheet.sheet(), sheet.tab(), java.util.Map.of()));
                assertThat(Narrator.compute(SampleAccounts.of(empty, with), with).findings())
                    .isEqualTo(Narrator.compute(SampleAccounts.of(empty, without), without).findings()).isNotEmpty();
            }
        }
    }

    /** Of departments drawn by chance, found here once more: the largest change, and no finding. */
    @Test
    void theLargestChangeIsTheLargest() {
        int told = 0;
        for (int number = 0; number < DEPARTMENTS; number++) {
            Sample sample = Departments.of(number);
            Pack pack = Departments.pack(sample.pack());
            Accounts accounts = SampleAccounts.of(sample, pack);
            Narrative narrative = Narrator.compute(accounts, pack);
            assertThat(narrative.findings()).as("department %d", number).isEmpty();
            Optional<String> largest = SPENDING.stream().filter(row -> change(accounts, row).signum() != 0)
                .max(Comparator.comparing((String row) -> change(accounts, row)).thenComparing(row -> -SPENDING.indexOf(row)));
            String words = largest.map(row -> "支出里变化最大的是" + row + "，").orElse("各项支出都与2022年持平。");
            assertThat(texts(narrative)).as("department %d", number).anyMatch(line -> line.startsWith(words));
            paragraphs(narrative).flatMap(paragraph -> paragraph.runs().stream()).filter(Run.Figure.class::isInstance).map(Run.Figure.class::cast)
                .forEach(figure -> assertThat(figure.value().cells()).as(figure.label()).isNotEmpty());
            told += largest.isPresent() ? 1 : 0;
        }
        assertThat(told).as("departments in which something changed").isGreaterThan(DEPARTMENTS / 2);
    }

    /** As printed, in 万元. */
    private static BigDecimal change(Accounts accounts, String row) {
        BigDecimal now = accounts.sheet("支出决算表").orElseThrow().entry("科目", "合计", row).map(SummaryTest::printed).orElse(BigDecimal.ZERO);
        BigDecimal before = accounts.sheet("上年与预算").orElseThrow().block("支出").orElseThrow().rows().stream().filter(r -> r.key().equals(row))
            .map((Row r) -> printed(r.entry("上年决算数").orElseThrow())).findFirst().orElseThrow();
        return now.subtract(before).abs();
    }

    private static BigDecimal printed(Entry entry) {
        return new Money(((Entry.Number) entry).number()).printedWan();
    }

    /** Three of a kind, the largest first; what was taken back is none of the most. */
    @Test
    void theLargestNumbersOfARepetition() {
        OwnPack own = OwnPack.extending("guangdong", folder, "summary: text/short.yaml").file("own/text/short.yaml", """
            title: 概要
            sections:
              - paragraphs:
                  - {each: 收入支出决算总表.收入, rows: [一般公共预算财政拨款收入..其他收入], most: "[决算数]", top: 9, text: "{序号}.{行}{[决算数]}万元", join: ；, none: 没有}
            """);
        assertThat(summary(Samples.longgang(), own.load())).containsExactly("1.一般公共预算财政拨款收入306,534.45万元；2.政府性基金预算财政拨款收入4,480万元；3.其他收入10.91万元");
        assertThat(summary(Samples.longgang().with(Told.place("收入支出决算总表.收入[政府性基金预算财政拨款收入, 决算数]"), "-5"), own.load()))
            .containsExactly("1.一般公共预算财政拨款收入306,534.45万元；2.其他收入10.91万元");
        assertThat(summary(Samples.longgang().without("收入支出决算总表"), own.load())).containsExactly("没有");
    }
}
