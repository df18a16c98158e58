package juesuan.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import juesuan.formula.Expression;
import juesuan.formula.Expression.Reference;
import juesuan.model.Entry;
import juesuan.model.MoneyUnit;
import juesuan.model.Row;
import juesuan.pack.Rule;
import juesuan.pack.Selection;

/** One side of a comparison, computed: its value, the cells it took, and what was missing. */
final class SideValue {

    /** @param row whose turn it is, empty when the rule does not go by rows; likewise the column */
    record Turn(String row, String column, Optional<SubmittedSheet> copy) {
    }

    /** @param cell where something is missing, if there is a cell at all */
    record Gap(String reason, Optional<Figure> cell) {
    }

    private final SubmittedSheets books;
    private final Rule.Test test;
    private final Turn turn;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final Map<Reference, MoneyUnit> units = new HashMap<>();
    private BigDecimal slack = BigDecimal.ZERO;
    private boolean linear = true;
    private BigDecimal value = BigDecimal.ZERO;
    private Optional<MoneyUnit> unit = Optional.empty();

    private SideValue(SubmittedSheets books, Rule.Test test, Turn turn) {
        this.books = books;
        this.test = test;
        this.turn = turn;
    }

    static SideValue of(Expression expression, Rule.Test test, Turn turn, SubmittedSheets books) {
        SideValue side = new SideValue(books, test, turn);
        side.value = side.evaluate(expression);
        side.unit = side.unitOf(expression);
        return side;
    }

    BigDecimal value() {
        return value;
    }

    /** The unit of the value, for an amount: a number of rows has none, nor has a quotient of amounts. */
    Optional<MoneyUnit> unit() {
        return unit;
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

    private BigDecimal evaluate(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return literal.number();
        }
        if (expression instanceof Reference reference) {
            return sum(reference);
        }
        if (expression instanceof Expression.Negation negation) {
            return evaluate(negation.operand()).negate();
        }
        if (expression instanceof Expression.Sum sum) {
            return sum.terms().stream().map(this::evaluate).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        if (expression instanceof Expression.Round round) {
            linear = false;
            return evaluate(round.operand()).setScale(round.decimals(), RoundingMode.HALF_UP);
        }
        if (expression instanceof Expression.Count count) {
            long filled = count.terms().stream().flatMap(term -> cells((Reference) term)).peek(this::use).peek(this::read)
                .filter(figure -> figure.entry() instanceof Entry.Number n ? n.number().signum() != 0 : !figure.entry().isBlank())
                .count();
            return BigDecimal.valueOf(filled);
        }
        if (expression instanceof Expression.Filled filled) {
            boolean any = cells(filled.cell()).peek(this::use).toList().stream().anyMatch(figure -> !figure.entry().isBlank());
            return any ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        if (expression instanceof Expression.Is is) {
            boolean same = cells(is.cell()).peek(this::use).peek(this::read).toList().stream().anyMatch(figure -> figure.entry().asText().strip().equals(is.text()));
            return same ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        if (expression instanceof Expression.Days days) {
            Optional<LocalDate> from = date(days.from());
            Optional<LocalDate> to = date(days.to());
            return from.isPresent() && to.isPresent() ? BigDecimal.valueOf(ChronoUnit.DAYS.between(from.get(), to.get())) : BigDecimal.ZERO;
        }
        return binary((Expression.Binary) expression);
    }

    private BigDecimal binary(Expression.Binary binary) {
        BigDecimal left = evaluate(binary.left());
        BigDecimal right = evaluate(binary.right());
        switch (binary.operator()) {
            case '+':
                return left.add(right);
            case '-':
                return left.subtract(right);
            case '*':
                linear = false;
                return left.multiply(right);
            default:
                linear = false;
                if (right.signum() == 0) {
                    gaps.add(new Gap("除数为 0", Optional.empty()));
                    return BigDecimal.ZERO;
                }
                return left.divide(right, MathContext.DECIMAL128);
        }
    }

    private Optional<MoneyUnit> unitOf(Expression expression) {
        if (expression instanceof Reference reference) {
            return Optional.ofNullable(units.get(reference));
        }
        if (expression instanceof Expression.Negation negation) {
            return unitOf(negation.operand());
        }
        if (expression instanceof Expression.Round round) {
            return unitOf(round.operand());
        }
        if (expression instanceof Expression.Sum sum) {
            return sum.terms().stream().flatMap(term -> unitOf(term).stream()).findFirst();
        }
        if (expression instanceof Expression.Binary binary) {
            Optional<MoneyUnit> right = unitOf(binary.right());
            boolean ratio = binary.operator() == '/' && right.isPresent();
            return ratio ? Optional.empty() : unitOf(binary.left()).or(() -> right);
        }
        return Optional.empty();
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

    private BigDecimal sum(Reference reference) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Figure figure : cells(reference).toList()) {
            if (figure.entry() instanceof Entry.Number number) {
                sum = sum.add(number.number());
                slack = slack.add(figure.slack());
            } else {
                gaps.add(new Gap(figure.entry().gap(), Optional.of(figure)));
            }
            figure.money().ifPresent(money -> units.putIfAbsent(reference, money));
            figures.add(figure);
        }
        return sum;
    }

    /** Dates are read as ISO text. */
    private Optional<LocalDate> date(Reference reference) {
        Optional<Figure> figure = cells(reference).findFirst();
        figure.ifPresent(this::use);
        if (figure.isPresent() && !(figure.get().entry() instanceof Entry.Text)) {
            gaps.add(new Gap(figure.get().entry().gap(), figure));
        }
        return figure.filter(f -> f.entry() instanceof Entry.Text).map(f -> LocalDate.parse(f.entry().asText()));
    }

    private Stream<Figure> cells(Reference reference) {
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
