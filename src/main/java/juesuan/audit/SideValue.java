package juesuan.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import juesuan.formula.Backend;
import juesuan.formula.Expression;
import juesuan.formula.Expression.Reference;
import juesuan.model.Entry;
import juesuan.model.MoneyUnit;
import juesuan.model.Row;
import juesuan.pack.Rule;
import juesuan.pack.Selection;

/** One side of a comparison, computed: its value, the cells it took, and what was missing. */
final class SideValue implements Backend<SideValue.Amount> {

    /** @param row whose turn it is, empty when the rule does not go by rows; likewise the column */
    record Turn(String row, String column, Optional<SubmittedSheet> copy) {
    }

    /** @param cell where something is missing, if there is a cell at all */
    record Gap(String reason, Optional<Figure> cell) {
    }

    /** @param unit of an amount: a number of rows has none, nor has a quotient of amounts */
    record Amount(BigDecimal number, Optional<MoneyUnit> unit) {

        static Amount plain(BigDecimal number) {
            return new Amount(number, Optional.empty());
        }
    }

    private final SubmittedSheets books;
    private final Rule.Test test;
    private final Turn turn;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private BigDecimal slack = BigDecimal.ZERO;
    private boolean linear = true;
    private Amount amount = Amount.plain(BigDecimal.ZERO);

    private SideValue(SubmittedSheets books, Rule.Test test, Turn turn) {
        this.books = books;
        this.test = test;
        this.turn = turn;
    }

    static SideValue of(Expression expression, Rule.Test test, Turn turn, SubmittedSheets books) {
        SideValue side = new SideValue(books, test, turn);
        side.amount = expression.in(side);
        return side;
    }

    BigDecimal value() {
        return amount.number();
    }

    Optional<MoneyUnit> unit() {
        return amount.unit();
    }

    List<Figure> figures() {
        return figures;
    }

    List<Gap> gaps() {
        return gaps;
    }

    /** How far rounding of its figures may have moved the value. */
    BigDecimal slack() {
        return slack;
    }

    /** Whether rounding of its figures adds up, as in sums; products and quotients are taken as they are. */
    boolean isLinear() {
        return linear;
    }

    @Override
    public Amount literal(BigDecimal number) {
        return Amount.plain(number);
    }

    @Override
    public Amount cells(Reference reference) {
        BigDecimal sum = BigDecimal.ZERO;
        Optional<MoneyUnit> unit = Optional.empty();
        for (Figure figure : figures(reference).toList()) {
            if (figure.entry() instanceof Entry.Number number) {
                sum = sum.add(number.number());
                slack = slack.add(figure.slack());
            } else {
                gaps.add(new Gap(figure.entry().gap(), Optional.of(figure)));
            }
            unit = unit.or(figure::money);
            figures.add(figure);
        }
        return new Amount(sum, unit);
    }

    @Override
    public Amount negated(Amount operand) {
        return new Amount(operand.number().negate(), operand.unit());
    }

    @Override
    public Amount sum(List<Amount> terms) {
        return new Amount(terms.stream().map(Amount::number).reduce(BigDecimal.ZERO, BigDecimal::add),
            terms.stream().flatMap(term -> term.unit().stream()).findFirst());
    }

    @Override
    public Amount rounded(Amount operand, int decimals) {
        linear = false;
        return new Amount(operand.number().setScale(decimals, RoundingMode.HALF_UP), operand.unit());
    }

    @Override
    public Amount count(List<Reference> terms) {
        return Amount.plain(BigDecimal.valueOf(terms.stream().flatMap(this::figures).peek(this::use).peek(this::read)
            .filter(figure -> figure.entry() instanceof Entry.Number n ? n.number().signum() != 0 : !figure.entry().isBlank())
            .count()));
    }

    @Override
    public Amount filled(Reference cell) {
        return truth(figures(cell).peek(this::use).toList().stream().anyMatch(figure -> !figure.entry().isBlank()));
    }

    @Override
    public Amount is(Reference cell, String text) {
        return truth(figures(cell).peek(this::use).peek(this::read).toList().stream().anyMatch(figure -> figure.entry().asText().strip().equals(text)));
    }

    private static Amount truth(boolean holds) {
        return Amount.plain(holds ? BigDecimal.ONE : BigDecimal.ZERO);
    }

    @Override
    public Amount days(Reference start, Reference end) {
        Optional<LocalDate> from = date(start);
        Optional<LocalDate> to = date(end);
        return Amount.plain(from.isPresent() && to.isPresent() ? BigDecimal.valueOf(ChronoUnit.DAYS.between(from.get(), to.get())) : BigDecimal.ZERO);
    }

    @Override
    public Amount binary(char operator, Amount left, Amount right) {
        linear &= operator == '+' || operator == '-';
        return new Amount(number(operator, left.number(), right.number()), Backend.unit(operator, left.unit(), right.unit()));
    }

    private BigDecimal number(char operator, BigDecimal left, BigDecimal right) {
        switch (operator) {
            case '+':
                return left.add(right);
            case '-':
                return left.subtract(right);
            case '*':
                return left.multiply(right);
            default:
                if (right.signum() == 0) {
                    gaps.add(new Gap("除数为 0", Optional.empty()));
                    return BigDecimal.ZERO;
                }
                return left.divide(right, MathContext.DECIMAL128);
        }
    }

    private void use(Figure figure) {
        figures.add(figure);
    }

    /** What could not be read is neither this nor that. */
    private void read(Figure figure) {
        if (figure.entry() instanceof Entry.Unreadable) {
            gaps.add(new Gap(figure.entry().gap(), Optional.of(figure)));
        }
    }

    /** Dates are read as ISO text. */
    private Optional<LocalDate> date(Reference reference) {
        Optional<Figure> figure = figures(reference).findFirst();
        figure.ifPresent(this::use);
        if (figure.isPresent() && !(figure.get().entry() instanceof Entry.Text)) {
            gaps.add(new Gap(figure.get().entry().gap(), figure));
        }
        return figure.filter(f -> f.entry() instanceof Entry.Text).map(f -> LocalDate.parse(f.entry().asText()));
    }

    private Stream<Figure> figures(Reference reference) {
        Selection selection = test.cells().get(reference);
        Optional<SubmittedSheet> tab = turn.copy().filter(copy -> copy.sheet().id().equals(selection.sheet().id()))
            .or(() -> books.tabs(selection.sheet().id()).stream().findFirst());
        if (tab.isEmpty()) {
            gaps.add(new Gap("工作簿里没有“" + selection.sheet().name() + "”", Optional.empty()));
            return Stream.empty();
        }
        SubmittedSheet.Area area = tab.get().area(selection.block().id());
        List<String> columns = selection.isTurnOfColumns() ? List.of(turn.column()) : selection.columns();
        return rows(selection, area, tab.get()).flatMap(row -> columns.stream()
            .flatMap(column -> figure(tab.get(), area, row, column).stream()));
    }

    private Stream<Row> rows(Selection selection, SubmittedSheet.Area area, SubmittedSheet tab) {
        return switch (selection.rows().kind()) {
            case TURN -> row(area, turn.row(), tab);
            case KEYS -> selection.rows().keys().stream().flatMap(key -> row(area, key, tab));
            case ALL -> area.all().stream();
            case LEVEL -> area.level(selection.rows().digits());
            case BELOW -> area.below(turn.row()).stream();
        };
    }

    private Stream<Row> row(SubmittedSheet.Area area, String key, SubmittedSheet tab) {
        Optional<Row> row = area.row(key);
        if (row.isEmpty() && !area.isZeroWithout(key)) {
            gaps.add(new Gap("“" + tab.sheet().name() + "”里没有“" + key + "”这一行", Optional.empty()));
        }
        return row.stream();
    }

    private Optional<Figure> figure(SubmittedSheet tab, SubmittedSheet.Area area, Row row, String column) {
        Optional<Figure> figure = area.figure(row, column);
        if (figure.isEmpty()) {
            gaps.add(new Gap("“" + tab.sheet().name() + "”里没有“" + area.label(row, column) + "”这一格", Optional.empty()));
        }
        return figure;
    }
}
