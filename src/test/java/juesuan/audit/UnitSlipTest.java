package juesuan.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.model.CellRef;
import juesuan.model.Finding;
import juesuan.model.MoneyUnit;
import juesuan.model.Place;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.Pack;
import juesuan.pack.SheetSpec;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A whole block typed in the other unit, ten thousand times too much or too little, last year's figures too. */
class UnitSlipTest {

    private static final Pack GUANGDONG = Samples.pack("guangdong");
    private static final Pack NATIONAL = Samples.pack("national");

    private record Case(String name, Sample sample, Pack pack) {
    }

    private static List<Case> cases() {
        return List.of(new Case("龙岗，万元", Samples.longgangNationwide(), NATIONAL),
            new Case("龙岗，元", Samples.longgangNationwide().inYuan(NATIONAL), NATIONAL),
            new Case("䶮溪，元", Samples.yanxi(), GUANGDONG));
    }

    @TestFactory
    Stream<DynamicTest> isTold() {
        return cases().stream().flatMap(c -> c.sample().sheets().stream()
            .filter(filled -> unit(c, filled).equals(MoneyUnit.YUAN) || c.pack().sheet(filled.sheet()).orElseThrow().fixedUnit().isEmpty())
            .flatMap(filled -> slips(c, filled)));
    }

    private static Stream<DynamicTest> slips(Case c, Sample.Filled filled) {
        return c.pack().sheet(filled.sheet()).orElseThrow().blocks().stream()
            .filter(block -> !amounts(filled, block).isEmpty())
            .map(block -> DynamicTest.dynamicTest(c.name() + "，" + filled.tab() + "." + block.id(), () -> {
                Sample slipped = slip(c, filled, block);
                Set<CellRef> cells = amounts(filled, block).stream().map(place -> SampleAccounts.cell(filled.tab(), place))
                    .collect(Collectors.toSet());
                assertThat(findings(slipped, c.pack()))
                    .as("没有一条提醒或者错误在说这一块把元和万元弄混了；为这一块在 rules/plausibility.yaml 里写上与别的表相比的上下限")
                    .anySatisfy(finding -> {
                        assertThat(finding.severity()).isNotEqualTo(Finding.Severity.INFO);
                        assertThat(finding.hint()).contains("元").contains("万元");
                        assertThat(finding.cells()).extracting(Finding.Cell::at).anyMatch(cells::contains);
                    });
            }));
    }

    /** What the slips are told of is not told of the workbooks as they are. */
    @Test
    void theRightUnitIsLeftAlone() {
        for (Case c : cases()) {
            assertThat(findings(c.sample(), c.pack())).as(c.name()).extracting(Finding::rule).noneMatch(rule -> rule.startsWith("P"));
        }
    }

    /** Of the page that only the national pack has. */
    @Test
    void totalsOfLastYearAreNotNegative() {
        Place place = new Place("总体情况", "总体", "收支总计", "上年决算数");
        Sample sample = Samples.longgangNationwide();
        assertThat(findings(sample, NATIONAL)).extracting(Finding::rule).doesNotContain("P16");
        assertThat(findings(sample.with(place, "-1"), NATIONAL)).filteredOn(finding -> finding.rule().equals("P16")).singleElement()
            .satisfies(finding -> assertThat(finding.cells().get(0).at()).isEqualTo(SampleAccounts.cell("总体情况", place)));
    }

    /** A department of ten 亿 buys for thirty 万: lawful. For fifty 元: not. */
    @Test
    void littleIsNotNothing() {
        Sample big = Samples.longgang().inYuan(GUANGDONG);
        assertThat(procuring(big, "300000")).isEmpty();
        assertThat(procuring(big, "50")).containsExactly("P09");
        assertThat(procuring(big, "49.99")).as("也印成 0.00").containsExactly("P09", "P13");
    }

    private static List<String> procuring(Sample sample, String amount) {
        Map<Place, String> cells = new LinkedHashMap<>();
        Sample.Filled page = sample.sheets().stream().filter(s -> s.sheet().equals("政府采购")).findFirst().orElseThrow();
        page.cells().forEach((place, typed) -> cells.put(place,
            place.row().equals("货物") || place.row().equals("工程") ? "0" : amount));
        return findings(sample.with(new Sample.Filled(page.sheet(), page.tab(), cells)), GUANGDONG).stream()
            .filter(finding -> finding.rule().startsWith("P")).map(Finding::rule).toList();
    }

    private static Sample slip(Case c, Sample.Filled filled, BlockSpec block) {
        Map<Place, String> cells = new LinkedHashMap<>(filled.cells());
        boolean yuan = unit(c, filled).equals(MoneyUnit.YUAN);
        amounts(filled, block).forEach(place -> cells.compute(place, (p, typed) -> yuan
            ? new BigDecimal(typed).movePointLeft(4).setScale(2, RoundingMode.HALF_UP).toPlainString()
            : new BigDecimal(typed).movePointRight(4).toPlainString()));
        List<Sample.Filled> sheets = new ArrayList<>(c.sample().sheets());
        sheets.replaceAll(sheet -> sheet == filled ? new Sample.Filled(filled.sheet(), filled.tab(), cells) : sheet);
        return new Sample(c.sample().pack(), c.sample().year(), sheets);
    }

    private static List<Place> amounts(Sample.Filled filled, BlockSpec block) {
        return filled.cells().entrySet().stream().filter(cell -> cell.getKey().block().equals(block.id())
                && block.column(cell.getKey().column()).filter(column -> column.type() == ColumnSpec.Type.AMOUNT).isPresent()
                && !cell.getValue().isEmpty() && new BigDecimal(cell.getValue()).signum() != 0)
            .map(Map.Entry::getKey).toList();
    }

    private static MoneyUnit unit(Case c, Sample.Filled filled) {
        SheetSpec sheet = c.pack().sheet(filled.sheet()).orElseThrow();
        return sheet.fixedUnit().orElseGet(() -> MoneyUnit.of(c.sample().at(new Place("基本信息", "基本信息", "金额单位", "内容"))).orElseThrow());
    }

    private static List<Finding> findings(Sample sample, Pack pack) {
        return Auditor.check(SampleAccounts.of(sample, pack), pack).findings().stream()
            .filter(finding -> finding.status() == Finding.Status.FAILED).toList();
    }
}
