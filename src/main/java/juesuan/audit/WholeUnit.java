package juesuan.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.formula.Expression;
import juesuan.formula.Expression.Reference;
import juesuan.formula.Formulas;
import juesuan.model.Entry;
import juesuan.model.MoneyUnit;
import juesuan.model.Sheet;
import juesuan.model.Value;
import juesuan.pack.Calculator;
import juesuan.pack.NamedCheck;
import juesuan.pack.RuleSpec;
import juesuan.pack.Scope;
import juesuan.pack.Selection;
import juesuan.pack.SheetSpec;
import juesuan.pack.UnitClue;

/**
 * Whether the whole workbook was typed in the other unit: each clue says how much better the other unit would
 * fit what is usual, in steps of its own spread; an unusual office has one such clue or two, a wrong unit has all.
 */
final class WholeUnit implements Check {

    private static final Calculator.Context NOWHERE = new Calculator.Context(Scope.NONE, Optional.empty());
    /** The preferred numbers R10 of ISO 3: ten steps to a power of ten. */
    private static final List<BigDecimal> STEPS = Stream.of("1", "1.25", "1.6", "2", "2.5", "3.15", "4", "5", "6.3", "8").map(BigDecimal::new).toList();
    /** 一万. */
    private static final int UNITS_APART = 4;
    private static final BigDecimal WAN = BigDecimal.TEN.pow(UNITS_APART);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** One in so many of the amounts in 万元 with more than two decimals: converted from 元, nobody types 元 that way. */
    private static final int CONVERTED = 10;
    private static final int LOW = 5;
    private static final int DECIMALS = 2;
    private static final int MOST_TOLD = 3;

    /** @param weight how many times better the other unit fits, in powers of the clue's spread; below 0, how much worse */
    private record Hint(UnitClue clue, BigDecimal value, BigDecimal weight) {

        String told() {
            return clue.name() + "合 " + shown(value) + "（一般在 " + shown(clue.usual()) + "上下）";
        }

        private String shown(BigDecimal number) {
            return clue.isAmount() ? amount(number) : number.round(new MathContext(2)).toPlainString() + " 倍";
        }
    }

    @Override
    public void run(RuleSpec rule, SubmittedSheets books, Tally tally) {
        MoneyUnit unit = books.accounts().unit();
        Optional<Figure> cell = books.figure(rule.with().get(NamedCheck.UNIT));
        if (cell.isEmpty() || unit == MoneyUnit.WAN && isConverted(books)) {
            return;
        }
        List<Hint> hints = NamedCheck.clues(rule.with()).stream()
            .flatMap(clue -> value(clue, books).stream().map(value -> new Hint(clue, value, weight(clue, value, unit)))).toList();
        BigDecimal sum = hints.stream().map(Hint::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(new BigDecimal(rule.with().get(NamedCheck.ENOUGH))) < 0) {
            return;
        }
        String told = hints.stream().filter(hint -> hint.weight().signum() > 0).sorted(Comparator.comparing(Hint::weight).reversed())
            .limit(MOST_TOLD).map(Hint::told).collect(Collectors.joining("，"));
        MoneyUnit other = unit == MoneyUnit.WAN ? MoneyUnit.YUAN : MoneyUnit.WAN;
        tally.failed(AuditWording.named(rule, cell.get().named() + "写的是" + unit.label() + "，各表填的数却像是" + other.label() + "：" + told,
            List.of(cell.get())));
    }

    /** Both distances from what is usual, one against the other; a single far-off value counts no more than the step itself. */
    private static BigDecimal weight(UnitClue clue, BigDecimal value, MoneyUnit unit) {
        int off = steps(value) - steps(clue.usual());
        int other = off + (unit == MoneyUnit.WAN ? -UNITS_APART : UNITS_APART) * STEPS.size();
        return BigDecimal.valueOf(Math.abs(off) - Math.abs(other)).divide(BigDecimal.valueOf(steps(clue.spread())), DECIMALS, RoundingMode.HALF_UP);
    }

    /** How large a number is, in tenths of powers of ten. */
    private static int steps(BigDecimal number) {
        int power = number.precision() - number.scale() - 1;
        BigDecimal first = number.scaleByPowerOfTen(-power);
        return power * STEPS.size() + (int) STEPS.stream().filter(step -> step.compareTo(first) <= 0).count() - 1;
    }

    private static Optional<BigDecimal> value(UnitClue clue, SubmittedSheets books) {
        if (clue.kind() == UnitClue.Kind.FORMULA) {
            Expression formula = Formulas.parse(clue.where());
            return copies(formula, books).map(copy -> books.ledger().evaluate(formula, new Calculator.Context(Scope.NONE, copy)))
                .filter(value -> value instanceof Value.Known known && known.number().signum() > 0)
                .map(value -> ((Value.Known) value).number()).min(Comparator.naturalOrder());
        }
        List<BigDecimal> amounts = clue.selections().stream().flatMap(text -> Selection.all(books.pack(), text).stream())
            .flatMap(selection -> amounts(selection, books)).sorted().toList();
        return amounts.isEmpty() ? Optional.empty() : Optional.of(amounts.get(clue.kind() == UnitClue.Kind.LEAST ? 0 : amounts.size() / LOW));
    }

    /** Each copy of the sheet that is filled more than once, where the formula asks for one. */
    private static Stream<Optional<Sheet>> copies(Expression formula, SubmittedSheets books) {
        List<Reference> references = new ArrayList<>();
        formula.references(references::add);
        Optional<SheetSpec> copied = references.stream().map(reference -> books.ledger().place(reference, NOWHERE).sheet())
            .flatMap(sheet -> books.pack().sheet(sheet).stream()).filter(spec -> spec.kind() == SheetSpec.Kind.PERFORMANCE).findFirst();
        return copied.isEmpty() ? Stream.of(Optional.empty()) : books.tabs(copied.get().id()).stream().map(tab -> Optional.of(tab.sheet()));
    }

    private static Stream<BigDecimal> amounts(Selection selection, SubmittedSheets books) {
        return books.tabs(selection.sheet().id()).stream().map(tab -> tab.area(selection.block().id()))
            .flatMap(area -> area.leaves().stream().flatMap(row -> selection.columns().stream().flatMap(column -> area.figure(row, column).stream())))
            .flatMap(WholeUnit::positive);
    }

    private static Stream<BigDecimal> positive(Figure figure) {
        return figure.money().isPresent() && figure.entry() instanceof Entry.Number number && number.number().signum() > 0
            ? Stream.of(number.number()) : Stream.empty();
    }

    private static boolean isConverted(SubmittedSheets books) {
        List<BigDecimal> amounts = books.all().stream().filter(tab -> tab.spec().fixedUnit().isEmpty()).flatMap(tab -> tab.areas().stream())
            .flatMap(area -> area.leaves().stream().flatMap(row -> row.entries().keySet().stream().flatMap(column -> area.figure(row, column).stream())))
            .flatMap(WholeUnit::positive).toList();
        long fine = amounts.stream().filter(amount -> amount.remainder(HUNDRED).signum() != 0).count();
        return !amounts.isEmpty() && fine * CONVERTED >= amounts.size();
    }

    private static String amount(BigDecimal yuan) {
        BigDecimal yi = WAN.multiply(WAN);
        return yuan.compareTo(yi) >= 0 ? rounded(yuan.divide(yi)) + " 亿元"
            : yuan.compareTo(WAN) >= 0 ? rounded(yuan.divide(WAN)) + " 万元" : rounded(yuan) + " 元";
    }

    private static String rounded(BigDecimal number) {
        return number.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
