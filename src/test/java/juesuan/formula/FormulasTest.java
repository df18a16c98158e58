package juesuan.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import juesuan.formula.Expression.Reference;
import juesuan.model.CellRef;
import juesuan.model.Value;
import juesuan.samples.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {

    private static final Map<String, BigDecimal> VALUES =
        Map.of("甲", new BigDecimal("3"), "乙", new BigDecimal("-2.5"), "丙", new BigDecimal("0.01"));

    /** A formula's text, and what it comes to by plain arithmetic; empty when something is divided by zero. */
    private record Sum(String text, Optional<BigDecimal> value) {
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1 + 2 * 3         | 7",
        "(1 + 2) * 3       | 9",
        "10 - 3 - 2        | 5",
        "100 / 10 / 2      | 5",
        "-2 - -3           | 1",
        "sum([甲], [乙], 1) | 1.5",
        "sum([甲]) * 2     | 6",
        "[ 甲 ] + 表.块[行, 甲] | 6",
    })
    void means(String text, BigDecimal expected) {
        assertThat(number(text)).hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(expected));
    }

    @Test
    void titlesNeedNoQuotes() {
        assertThat(Formulas.parse("财政拨款“三公”经费支出决算表.决算数[金额, 因公出国（境）费]")).isEqualTo(new Reference(
            Optional.of("财政拨款“三公”经费支出决算表"), Optional.of("决算数"), List.of("金额", "因公出国（境）费")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[甲] = [乙]              | EQUAL",
        "[甲]<=[乙]               | AT_MOST",
        "[甲] >= 0                | AT_LEAST",
        "[甲] <> 0                | DIFFERENT",
        "count([类, *]) > 0       | MORE",
        "sum([*, 甲..乙]) < [*, 丙] | LESS",
        "filled([甲]) = 1         | EQUAL",
        "[甲] = round([乙] / 3, 2) | EQUAL",
    })
    void compares(String text, Comparison.Relation relation) {
        assertThat(Formulas.comparison(text).relation()).isEqualTo(relation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[甲]", "[甲] =", "= [甲]", "[甲] == [乙]", "[甲] = [乙] = [丙]", "round([甲], [乙]) = 1", "filled(1) = 1",
        "count() = 1", "round([甲]) = 1"})
    void refusesComparisonsInChinese(String text) {
        assertThatThrownBy(() -> Formulas.comparison(text)).isExactlyInstanceOf(IllegalArgumentException.class)
            .hasMessageMatching("公式“.*”第 \\d+ 个字处有误：.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"count([甲])", "filled([甲])", "round([甲], 2)", "[甲] = [乙]"})
    void onlyRulesCompareAndCount(String text) {
        assertThatThrownBy(() -> Formulas.parse(text)).isExactlyInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[甲] +", "[甲", "[]", "[甲, ]", "[甲, 乙, 丙]", "(1 + 2", "1 2", "sum()", "sum(1", "1.2.3", "1.", "甲", "[甲] [乙]"})
    void refusesInChinese(String text) {
        assertThatThrownBy(() -> Formulas.parse(text)).isExactlyInstanceOf(IllegalArgumentException.class)
            .hasMessageMatching("公式“.*”第 \\d+ 个字处有误：.*");
    }

    @Test
    void cellsAreCarriedAlong() {
        CellRef a = new CellRef("页", "A1");
        CellRef b = new CellRef("页", "B2");
        Value value = Formulas.parse("([甲] - [乙]) / [乙]").evaluate(reference ->
            Value.of(BigDecimal.TEN, reference.labels().get(0).equals("甲") ? a : b));
        assertThat(value.cells()).containsExactlyInAnyOrder(a, b);
    }

    @Test
    void aMissingOperandMakesTheResultMissing() {
        assertThat(Formulas.parse("sum(1, [甲]) * 0").evaluate(reference -> Value.missing("没有填写")))
            .isInstanceOfSatisfying(Value.Missing.class, missing -> assertThat(missing.reason()).isEqualTo("没有填写"));
    }

    @Test
    void comesToWhatPlainArithmeticDoes() {
        Seeds.forAll(300, seeds -> sum(seeds, 3), sum -> {
            Optional<BigDecimal> actual = number(sum.text());
            assertThat(actual.isPresent()).as(sum.text()).isEqualTo(sum.value().isPresent());
            sum.value().ifPresent(expected -> assertThat(actual.orElseThrow()).as(sum.text()).isEqualByComparingTo(expected));
        });
    }

    /** @param depth of the operations in one another, at most */
    private static Sum sum(Seeds seeds, int depth) {
        Supplier<Sum> inner = () -> sum(seeds, depth - 1);
        return switch (depth == 0 ? "flat" : seeds.one(List.of("flat", "both", "negated", "added"))) {
            case "both" -> both(inner.get(), inner.get(), seeds.one(List.of('+', '-', '*', '/')));
            case "negated" -> negated(inner.get());
            case "added" -> added(seeds.list(1, 3, inner));
            default -> seeds.flip() ? number(seeds) : reference(seeds.one(List.of("甲", "乙", "丙")));
        };
    }

    private static Sum number(Seeds seeds) {
        BigDecimal number = seeds.decimal(BigDecimal.ZERO, new BigDecimal("1000"), 2);
        return new Sum(number.toPlainString(), Optional.of(number));
    }

    private static Sum reference(String name) {
        return new Sum("[" + name + "]", Optional.of(VALUES.get(name)));
    }

    private static Sum both(Sum left, Sum right, char operator) {
        return new Sum("(" + left.text() + " " + operator + " " + right.text() + ")",
            left.value().flatMap(a -> right.value().flatMap(b -> plain(a, b, operator))));
    }

    private static Sum negated(Sum sum) {
        return new Sum("-" + sum.text(), sum.value().map(BigDecimal::negate));
    }

    private static Sum added(List<Sum> terms) {
        List<String> texts = new ArrayList<>();
        Optional<BigDecimal> total = Optional.of(BigDecimal.ZERO);
        for (Sum term : terms) {
            texts.add(term.text());
            total = total.flatMap(so -> term.value().map(so::add));
        }
        return new Sum("sum(" + String.join(", ", texts) + ")", total);
    }

    private static Optional<BigDecimal> plain(BigDecimal a, BigDecimal b, char operator) {
        return switch (operator) {
            case '+' -> Optional.of(a.add(b));
            case '-' -> Optional.of(a.subtract(b));
            case '*' -> Optional.of(a.multiply(b));
            default -> b.signum() == 0 ? Optional.empty() : Optional.of(a.divide(b, MathContext.DECIMAL128));
        };
    }

    private static Optional<BigDecimal> number(String text) {
        Value value = Formulas.parse(text).evaluate(reference ->
            Value.of(VALUES.get(reference.labels().get(reference.labels().size() - 1))));
        return value instanceof Value.Known known ? Optional.of(known.number()) : Optional.empty();
    }
}
