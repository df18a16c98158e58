package juesuan.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import juesuan.model.Accounts;
import juesuan.model.Grid.Cell;
import juesuan.model.Grid.Line;
import juesuan.narrate.Narrator;
import juesuan.pack.ColumnSpec;
import juesuan.pack.Pack;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableFitTest {

    private static final Pack PACK = Samples.pack("national");
    private static final double WIDTH = 493;
    /** 科目编码, 科目名称 and three amounts, of a page in portrait. */
    private static final List<ColumnSpec> COLUMNS = PACK.sheet("一般公共预算财政拨款支出决算表").orElseThrow().blocks().get(0).leaves();
    private static final Setting USUAL = Setting.ALL.get(0);

    @Test
    void aColumnIsAsWideAsItsLongestTextAsks() {
        String name = "机关事业单位基本养老保险缴费支出以及其他各项支出";
        List<Double> widths = widths(fit("2080505", name, "1,234.56", "1,234.56", "0.00").fit(USUAL));
        assertThat(widths.get(1)).as("the name on one line").isGreaterThan(Type.width(name) * PageSizes.TABLE_FONT + 4.9);
        IntStream.of(2, 3, 4).forEach(column -> assertThat(widths.get(column)).as("an amount").isGreaterThan(Type.width("1,234.56") * 9 + 4.9));
        assertThat(widths.stream().mapToDouble(Double::doubleValue).sum()).isBetween(WIDTH - 1, WIDTH + 1);
    }

    @Test
    void whatIsLeftGoesWhereThePackDeclaresMore() {
        List<Double> widths = widths(fit("201", "支出", "1.00", "1.00", "0.00").fit(USUAL));
        int all = COLUMNS.stream().mapToInt(ColumnSpec::printWidth).sum();
        for (int column = 0; column < widths.size(); column++) {
            assertThat(widths.get(column)).as("column %s of a table with room for all", column)
                .isBetween(WIDTH * COLUMNS.get(column).printWidth() / all - 5, WIDTH * COLUMNS.get(column).printWidth() / all + 5);
        }
    }

    /** Figures never break: what does not fit is set smaller. */
    @ParameterizedTest
    @CsvSource({"'123,456,789.00', f90", "'123,456,789,012,345,678,901,234,567.00', f75"})
    void longFiguresAreSetSmaller(String amount, String size) {
        TableFit.Fit fit = fit("2080505", "行政单位离退休", amount, amount, amount).fit(USUAL);
        double font = Integer.parseInt(fit.size().substring(1)) / 10.0;
        assertThat(fit.size()).isEqualTo(size);
        IntStream.of(2, 3, 4).forEach(column -> assertThat(widths(fit).get(column)).isGreaterThan(Type.width(amount) * font + 4.9));
    }

    @Test
    void aTableIsSetCloserWhereThatSavesAPage() {
        assertThat(sizes("收入支出决算总表", "财政拨款收入支出决算总表", "一般公共预算财政拨款支出决算表"))
            .as("fits; fits only when set close; fits").containsExactly("f90", "f80 dense", "f90");
        assertThat(sizes("收入决算表")).as("two pages, set close or not").containsExactly("f90");
    }

    private static List<String> sizes(String... ids) {
        Sample sample = Samples.longgang();
        Pack pack = Samples.pack(sample.pack());
        Accounts accounts = SampleAccounts.of(sample, pack);
        return DocumentMaker.make(pack, accounts, Narrator.compute(accounts, pack), false).body().stream()
            .flatMap(part -> part.tables().stream()).filter(table -> List.of(ids).contains(table.sheet())).map(table -> table.grid().size()).toList();
    }

    private static TableFit fit(String... texts) {
        List<List<Cell>> head = List.of(COLUMNS.stream().map(column -> Cell.of(column.title(), "")).toList());
        Line line = new Line(Stream.of(texts).map(text -> Cell.of(text, "label")).toList(), "");
        return new TableFit(COLUMNS, head, List.of(line), WIDTH);
    }

    private static List<Double> widths(TableFit.Fit fit) {
        return fit.widths().stream().map(width -> new BigDecimal(width.replace("%", "")).doubleValue() * WIDTH / 100).toList();
    }
}
