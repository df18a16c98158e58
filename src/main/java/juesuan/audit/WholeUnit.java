package juesuan.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.formula.Expression;
import juesuan.formula.Expression.Reference;
import juesuan.formula.Formulas;
import juesuan.model.Entry;
import juesuan.model.MoneyUnit;
import juesuan.model.Sheet;
import juesuan.model.Value;
import juesuan.pack.Ledger;
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

    private static final Ledger.Context NOWHERE = new Ledger.Context(Scope.NONE, Optional.empty());
    /** 一万, as a power of ten. */
    private static final int STEP = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** So many of the amounts in 万元 with more than two decimals were converted from 元: nobody types 元 that way. */
    private static final double CONVERTED = 0.1;
    private static final double LOW = 0.2;
    private static final int MOST_TOLD = 3;

    /** @param weight how many times better the other unit fits, in powers of the clue's spread; below 0, how much worse */
    private record Hint(UnitClue clue, double value, double weight) {

        String told() {
            return clue.name() + "合 " + shown(value) + "（一般在 " + shown(clue.usual()) + "上下）";
        }

        private String shown(double number) {
            return clue.isAmount() ? amount(number) : new BigDecimal(number).round(new MathContext(2)).toPlainString() + " 倍";
        }
    }

    @Override
    public void run(RuleSpec rule, Books books, Tally tally) {
        MoneyUnit unit = books.accounts().unit();
        Optional<Figure> cell = books.figure(rule.with().get(NamedCheck.UNIT));
        if (cell.isEmpty() || unit == MoneyUnit.WAN && isConverted(books)) {
            return;
        }
        List<Hint> hints = NamedCheck.clues(rule.with()).stream()
            .flatMap(clue -> value(clue, books).stream().mapToObj(value -> new Hint(clue, value, weight(clue, value, unit)))).toList();
        if (hints.stream().mapToDouble(Hint::weight).sum() < Double.parseDouble(rule.with().get(NamedCheck.ENOUGH))) {
            return;
        }
        String told = hints.stream().filter(hint -> hint.weight() > 0).sorted(Comparator.comparingDouble(Hint::weight).reversed())
            .limit(MOST_TOLD).map(Hint::told).collect(Collectors.joining("，"));
        MoneyUnit other = unit == MoneyUnit.WAN ? MoneyUnit.YUAN : MoneyUnit.WAN;
        tally.failed(Wording.named(rule, cell.get().named() + "写的是" + unit.label() + "，各表填的数却像是" + other.label() + "：" + told,
            List.of(cell.get())));
    }

    /** Both distances from what is usual, one against the other; a single far-off value counts no more than the step itself. */
    private static double weight(UnitClue clue, double value, MoneyUnit unit) {
        double off = Math.log10(value / clue.usual());
        double other = off + (unit == MoneyUnit.WAN ? -STEP : STEP);
        return (Math.abs(off) - Math.abs(other)) / Math.log10(clue.spread());
    }

    private static OptionalDouble value(UnitClue clue, Books books) {
        if (clue.kind() == UnitClue.Kind.FORMULA) {
            Expression formula = Formulas.parse(clue.where());
            return copies(formula, books).map(copy -> books.ledger().evaluate(formula, new Ledger.Context(Scope.NONE, copy)))
                .filter(value -> value instanceof Value.Known known && known.number().signum() > 0)
                .mapToDouble(value -> ((Value.Known) value).number().doubleValue()).min();
        }
        double[] amounts = clue.selections().stream().flatMap(text -> amounts(Selection.of(books.pack(), text), books))
            .mapToDouble(BigDecimal::doubleValue).sorted().toArray();
        return amounts.length == 0 ? OptionalDouble.empty()
            : OptionalDouble.of(amounts[clue.kind() == UnitClue.Kind.LEAST ? 0 : (int) (LOW * amounts.length)]);
    }

    /** Each copy of the sheet that is filled more than once, where the formula asks for one. */
    private static Stream<Optional<Sheet>> copies(Expression formula, Books books) {
        List<Reference> references = new ArrayList<>();
        formula.references(references::add);
        Optional<SheetSpec> copied = references.stream().map(reference -> books.ledger().place(reference, NOWHERE).sheet())
            .flatMap(sheet -> books.pack().sheet(sheet).stream()).filter(spec -> spec.kind() == SheetSpec.Kind.PERFORMANCE).findFirst();
        return copied.isEmpty() ? Stream.of(Optional.empty()) : books.tabs(copied.get().id()).stream().map(tab -> Optional.of(tab.sheet()));
    }

    private static Stream<BigDecimal> amounts(Selection selection, Books books) {
        return books.tabs(selection.sheet().id()).stream().map(tab -> tab.area(selection.block().id()))
            .flatMap(area -> area.leaves().stream().flatMap(row -> selection.columns().stream().flatMap(column -> area.figure(row, column).stream())))
            .flatMap(WholeUnit::positive);
    }

    private static Stream<BigDecimal> positive(Figure figure) {
        return figure.money().isPresent() && figure.entry() instanceof Entry.Number number && number.number().signum() > 0
            ? Stream.of(number.number()) : Stream.empty();
    }

    private static boolean isConverted(Books books) {
        List<BigDecimal> amounts = books.all().stream().filter(tab -> tab.spec().fixedUnit().isEmpty()).flatMap(tab -> tab.areas().stream())
            .flatMap(area -> area.leaves().stream().flatMap(row -> row.entries().keySet().stream().flatMap(column -> area.figure(row, column).stream())))
            .flatMap(WholeUnit::positive).toList();
        long fine = amounts.stream().filter(amount -> amount.remainder(HUNDRED).signum() != 0).count();
        return !amounts.isEmpty() && fine >= CONVERTED * amounts.size();
    }

    private static String amount(double yuan) {
        MoneyUnit wan = MoneyUnit.WAN;
        double inWan = yuan / Math.pow(10, STEP);
        return inWan >= Math.pow(10, STEP) ? rounded(inWan / Math.pow(10, STEP)) + " 亿元"
            : inWan >= 1 ? rounded(inWan) + " " + wan.label() : rounded(yuan) + " " + MoneyUnit.YUAN.label();
    }

    private static String rounded(double number) {
        return new BigDecimal(String.format(Locale.ROOT, "%.2f", number)).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
