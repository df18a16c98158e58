package juesuan.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import juesuan.formula.Formulas;
import juesuan.model.Accounts;
import juesuan.model.Place;
import juesuan.model.Run;
import juesuan.model.Section;
import juesuan.pack.BlockSpec;
import juesuan.pack.Calculator;
import juesuan.pack.Pack;
import juesuan.pack.Scope;
import juesuan.pack.SheetSpec;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What figures of the text are called where people read it: data.csv, data.json, compare. */
class FigureNamesTest {

    private static final Sample SAMPLE = Samples.longgang();
    private static final Pack PACK = Samples.pack(SAMPLE.pack());
    private static final Accounts ACCOUNTS = SampleAccounts.of(SAMPLE, PACK);
    private static final FigureNames NAMES = new FigureNames(new Calculator(PACK, ACCOUNTS), ACCOUNTS);
    private static final Calculator.Context NOWHERE = new Calculator.Context(Scope.NONE, Optional.empty());

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "上年与预算.收入[其他收入, 变动] | 上年与预算·收入“其他收入”变动",
        "三公说明.数目[国内接待批次, 数目] | 三公说明“国内接待批次”数目",
        "三公说明.团组[2, 金额] | 三公说明·团组第2行金额",
        "收入决算表.科目[合计, 本年收入合计] | 收入决算表“合计”本年收入合计",
        "收入决算表.科目[2011301, 本年收入合计] | 收入决算表“2011301 行政运行”本年收入合计",
        "机关运行经费.机关运行经费[机关运行经费, 本年决算数] | 机关运行经费“机关运行经费”本年决算数"})
    void places(String place, String name) {
        assertThat(NAMES.of(Told.place(place), NOWHERE)).isEqualTo(name);
    }

    @Test
    void formulas() {
        Calculator.Context within = NOWHERE.in(Scope.block("政府采购", "采购"));
        assertThat(NAMES.of(Formulas.parse("[货物, 中小企业合同金额] / [货物, 支出金额]"), within))
            .isEqualTo("政府采购·采购“货物”中小企业合同金额 ÷ 政府采购·采购“货物”支出金额");
        assertThat(NAMES.of(Formulas.parse("([货物, 支出金额] + [工程, 支出金额]) / 2 - [服务, 支出金额]"), within))
            .isEqualTo("(政府采购·采购“货物”支出金额 + 政府采购·采购“工程”支出金额) ÷ 2 − 政府采购·采购“服务”支出金额");
    }

    /** Every place that the pack declares, not only those the sentences use. */
    @Test
    void differentPlacesHaveDifferentNames() {
        Map<String, Place> named = new LinkedHashMap<>();
        for (SheetSpec sheet : PACK.sheets()) {
            for (BlockSpec block : sheet.blocks()) {
                Stream<String> rows = block.items().isPresent() ? Stream.of("1", "2") : block.rowKeys().stream();
                List<String> columns = Stream.concat(block.leaves().stream().map(column -> column.id()), block.compare().stream().map(BlockSpec.CompareSpec::id)).toList();
                rows.forEach(row -> columns.forEach(column -> {
                    Place place = new Place(sheet.id(), block.id(), row, column);
                    assertThat(named.put(NAMES.of(place, NOWHERE), place)).as(place.toString()).isNull();
                }));
            }
        }
        assertThat(named).hasSizeGreaterThan(500);
    }

    static Stream<Sample> samples() {
        return Stream.of(Samples.longgang(), Samples.yanxi());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void noFigureIsNamedAsThePackWritesIt(Sample sample) {
        List<Run.Figure> figures = Told.by(sample).narrative().parts().stream().flatMap(part -> part.sections().stream())
            .flatMap(FigureNamesTest::figures).toList();
        assertThat(figures).hasSizeGreaterThan(100).allSatisfy(figure -> assertThat(figure.label()).doesNotContain("[", "]", " / ", "."));
    }

    private static Stream<Run.Figure> figures(Section section) {
        return Stream.concat(section.paragraphs().stream().flatMap(paragraph -> paragraph.runs().stream())
            .filter(Run.Figure.class::isInstance).map(Run.Figure.class::cast), section.sections().stream().flatMap(FigureNamesTest::figures));
    }
}
