package juesuan.workbook.live;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import juesuan.formula.Backend;
import juesuan.formula.Expression;
import juesuan.formula.Expression.Reference;
import juesuan.pack.ColumnSpec.Blank;
import juesuan.pack.ColumnSpec.Type;
import juesuan.pack.Rule;
import juesuan.pack.Selection;

/**
 * One side of a comparison as Excel text. The audit's own {@code SideValue} computes the same from accounts; a
 * test holds the two against each other.
 */
final class SideFormula implements Backend<SideFormula.Text> {

    /** The rule says something that the sheet cannot; only the program checks it. */
    static final class Untranslatable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Untranslatable(String what) {
            super(what);
        }
    }

    /** @param money the unit of an amount */
    record Text(String text, Optional<LiveUnit> money) {

        static Text plain(String text) {
            return new Text(text, Optional.empty());
        }
    }

    /** The cells of a reference: their sum, and how many hold no number, cannot be read, are not 0, and are there at all. */
    private record Cells(String value, Total gaps, Total unreadable, Total given, Total figures, boolean array) {
    }

    private static final Cells NOTHING = new Cells("0", Total.NONE, Total.NONE, Total.NONE, Total.NONE, false);
    private static final Cells MISSING = new Cells("0", Total.of(1), Total.NONE, Total.NONE, Total.NONE, false);

    private final LiveCells cells;
    private final Rule.Test test;
    private final Optional<String> copy;
    private final RuleRow turn;
    private final String turnColumn;
    private Total gaps = Total.NONE;
    private Total slack = Total.NONE;
    private Total figures = Total.NONE;
    private boolean linear = true;
    private boolean cents = true;
    private boolean array;
    private Text value = Text.plain("0");

    private SideFormula(LiveCells cells, Rule.Test test, Optional<String> copy, RuleRow turn, String turnColumn) {
        this.cells = cells;
        this.test = test;
        this.copy = copy;
        this.turn = turn;
        this.turnColumn = turnColumn;
    }

    /** @throws Untranslatable when the sheet cannot say it */
    static SideFormula of(Expression expression, LiveCells cells, Rule.Test test, Optional<String> copy, RuleRow turn, String column) {
        SideFormula side = new SideFormula(cells, test, copy, turn, column);
        side.value = expression.in(side);
        return side;
    }

    String value() {
        return value.text();
    }

    Total gaps() {
        return gaps;
    }

    /** How far, in 元, rounding may have moved the value. */
    Total slack() {
        return slack;
    }

    Total figures() {
        return figures;
    }

    boolean isLinear() {
        return linear;
    }

    /** Whether the value has no more than two decimals, so that what lies beyond is noise. */
    boolean isInCents() {
        return cents && linear;
    }

    /** Whether there is one value for each row whose turn it is. */
    boolean isArray() {
        return array;
    }

    /** The unit of the first amount. */
    Optional<LiveUnit> money() {
        return value.money();
    }

    @Override
    public Text literal(BigDecimal number) {
        return Text.plain(number.toPlainString());
    }

    @Override
    public Text cells(Reference reference) {
        Cells found = use(reference);
        Selection selection = test.cells().get(reference);
        List<Type> types = columns(selection).stream().map(column -> type(selection, column)).toList();
        gaps = gaps.plus(found.gaps());
        cents &= types.stream().allMatch(type -> type == Type.AMOUNT || type == Type.COUNT);
        if (!types.contains(Type.AMOUNT)) {
            return Text.plain(found.value());
        }
        LiveUnit unit = cells.unit(selection.sheet());
        if (unit.isRounded() && !found.given().isZero()) {
            slack = slack.plus(Total.of(found.given().text() + "*" + unit.half()));
        }
        return new Text(found.value(), Optional.of(unit));
    }

    @Override
    public Text negated(Text operand) {
        return new Text("(-" + operand.text() + ")", operand.money());
    }

    @Override
    public Text sum(List<Text> terms) {
        return new Text(terms.stream().map(Text::text).collect(Collectors.joining("+", "(", ")")),
            terms.stream().flatMap(term -> term.money().stream()).findFirst());
    }

    @Override
    public Text rounded(Text operand, int decimals) {
        linear = false;
        return new Text("ROUND(" + operand.text() + "," + decimals + ")", operand.money());
    }

    @Override
    public Text count(List<Reference> terms) {
        Total given = Total.NONE;
        for (Reference term : terms) {
            Cells counted = use(term);
            given = given.plus(counted.given());
            gaps = gaps.plus(counted.unreadable());
        }
        return Text.plain(given.text());
    }

    @Override
    public Text filled(Reference cell) {
        return Text.plain(written(cell, Optional.empty()));
    }

    @Override
    public Text is(Reference cell, String text) {
        return Text.plain(written(cell, Optional.of(text)));
    }

    @Override
    public Text days(Reference from, Reference to) {
        throw new Untranslatable("days");
    }

    @Override
    public Text binary(char operator, Text left, Text right) {
        Optional<LiveUnit> unit = Backend.unit(operator, left.money(), right.money());
        if (operator == '+' || operator == '-') {
            return new Text("(" + left.text() + operator + right.text() + ")", unit);
        }
        linear = false;
        if (operator == '*') {
            return new Text("(" + left.text() + "*" + right.text() + ")", unit);
        }
        gaps = gaps.plus(Total.of("(" + right.text() + "=0)*1"));
        return new Text("IF(" + right.text() + "=0,0," + left.text() + "/" + right.text() + ")", unit);
    }

    private static Type type(Selection selection, String column) {
        return selection.rows().keys().stream().findFirst().flatMap(selection.block()::row).flatMap(row -> row.type())
            .orElseGet(() -> selection.block().column(column).orElseThrow().type());
    }

    private Cells use(Reference reference) {
        Selection selection = test.cells().get(reference);
        LiveArea area = RuleRow.area(selection, copy, cells);
        Cells found = cells(selection, area, columns(selection));
        figures = figures.plus(found.figures());
        array |= found.array();
        return found;
    }

    private List<String> columns(Selection selection) {
        return selection.isTurnOfColumns() ? List.of(turnColumn) : selection.columns();
    }

    private Cells cells(Selection selection, LiveArea area, List<String> columns) {
        return switch (selection.rows().kind()) {
            case TURN -> turn instanceof RuleRow.Each each ? each(each, area, columns) : key(area, ((RuleRow.Row) turn).key(), columns);
            case KEYS -> keys(area, selection.rows().keys(), columns);
            case LEVEL -> rows(area, "(LEN(" + cells.list(area).keys() + ")=" + selection.rows().digits() + ")", columns);
            case BELOW -> turn instanceof RuleRow.Each each ? matched(each, cells.list(area).above(), area, columns)
                : rows(area, "(" + cells.list(area).above() + "=\"" + ((RuleRow.Row) turn).key() + "\")", columns);
            case ALL -> all(area, columns);
        };
    }

    private Cells each(RuleRow.Each each, LiveArea area, List<String> columns) {
        if (each.area().equals(area)) {
            return new Cells(every(area, columns, LiveCells.Column::value), Total.of(every(area, columns, LiveCells.Column::gap)),
                Total.of(every(area, columns, LiveCells.Column::unreadable)), Total.of(every(area, columns, LiveCells.Column::given)), Total.of(columns.size()), true);
        }
        if (area.isCoded() && each.area().isCoded()) {
            return matched(each, cells.list(area).keys(), area, columns);
        }
        if (!area.subjects().isEmpty() && each.area().isCoded()) {
            return NOTHING;
        }
        throw new Untranslatable("“" + area.tab() + "”的行和“" + each.area().tab() + "”的行对不上");
    }

    /** For each row whose turn it is, the rows of the other list with the same key. */
    private Cells matched(RuleRow.Each each, String keys, LiveArea area, List<String> columns) {
        String same = "MMULT((TRANSPOSE(" + keys + ")=" + cells.list(each.area()).keys() + ")*1,";
        return new Cells(same + every(area, columns, LiveCells.Column::value) + ")",
            Total.of(same + every(area, columns, LiveCells.Column::gap) + ")"),
            Total.of(same + every(area, columns, LiveCells.Column::unreadable) + ")"),
            Total.of(same + every(area, columns, LiveCells.Column::given) + ")"),
            Total.of(same + cells.list(area).any() + "*" + columns.size() + ")"), true);
    }

    private Cells keys(LiveArea area, List<String> keys, List<String> columns) {
        if (keys.size() == 1) {
            return key(area, keys.get(0), columns);
        }
        if (area.isCoded() || area.isList()) {
            throw new Untranslatable("“" + area.tab() + "”没有固定的行");
        }
        return declared(area, keys, columns);
    }

    private Cells key(LiveArea area, String key, List<String> columns) {
        Optional<String> declared = area.keyOf(key);
        if (declared.isPresent()) {
            return columns.stream().allMatch(column -> area.isRead(declared.get(), column)) ? declared(area, List.of(declared.get()), columns)
                : MISSING;
        }
        boolean subject = key.matches("\\d+");
        if (area.isCoded() && subject) {
            return rows(area, "(" + cells.list(area).keys() + "=\"" + key + "\")", columns);
        }
        if (area.isList()) {
            throw new Untranslatable("“" + area.tab() + "”没有固定的行");
        }
        return subject && !area.subjects().isEmpty() ? NOTHING : MISSING;
    }

    private Cells declared(LiveArea area, List<String> keys, List<String> columns) {
        List<String> ranges = columns.stream().flatMap(column -> cells.cells(area, keys, column).stream()).toList();
        int count = keys.size() * columns.size();
        String all = String.join(",", ranges);
        return new Cells("SUM(" + all + ")", Total.of(count + "-COUNT(" + all + ")"),
            columns.stream().map(column -> cells.unreadable(area, keys, column)).reduce(Total.NONE, Total::plus),
            Total.of(ranges.stream().map(range -> "COUNTIF(" + range + ",\">0\")+COUNTIF(" + range + ",\"<0\")")
                .collect(Collectors.joining("+"))), Total.of(count), false);
    }

    /** @param mask an array that is 1 for the rows */
    private Cells rows(LiveArea area, String mask, List<String> columns) {
        Function<Function<LiveCells.Column, String>, String> sum = what -> "SUM(" + mask + "*" + every(area, columns, what) + ")";
        return new Cells(sum.apply(LiveCells.Column::value), Total.of(sum.apply(LiveCells.Column::gap)),
            Total.of(sum.apply(LiveCells.Column::unreadable)), Total.of(sum.apply(LiveCells.Column::given)), Total.of("SUM(" + mask + "*" + columns.size() + ")"), false);
    }

    private Cells all(LiveArea area, List<String> columns) {
        if (area.isList()) {
            return rows(area, cells.list(area).any(), columns);
        }
        Cells declared = declared(area, area.keys(), columns);
        if (!area.isCoded()) {
            return declared;
        }
        Cells codes = rows(area, cells.list(area).any(), columns);
        return new Cells("(" + declared.value() + "+" + codes.value() + ")", declared.gaps().plus(codes.gaps()),
            declared.unreadable().plus(codes.unreadable()), declared.given().plus(codes.given()), declared.figures().plus(codes.figures()), false);
    }

    private String every(LiveArea area, List<String> columns, Function<LiveCells.Column, String> what) {
        return columns.stream().map(column -> "(" + what.apply(cells.column(area, column)) + ")").collect(Collectors.joining("+", "(", ")"));
    }

    /** 1 when something stands in the cell, or exactly this. */
    private String written(Reference reference, Optional<String> exactly) {
        Selection selection = test.cells().get(reference);
        LiveArea area = RuleRow.area(selection, copy, cells);
        String column = columns(selection).get(0);
        figures = figures.plus(Total.of(1));
        boolean turns = selection.rows().kind() == Selection.Kind.TURN;
        if (turn instanceof RuleRow.Each each && turns) {
            if (!each.area().equals(area) || !area.isList()) {
                throw new Untranslatable("“" + reference + "”不是一格一格的");
            }
            array = true;
            return exactly.isEmpty() && area.type(column).isNumeric() ? cells.column(area, column).written() + "*1"
                : written(cells.texts(area, column), exactly);
        }
        String key = area.keyOf(turns ? ((RuleRow.Row) turn).key() : selection.rows().keys().get(0))
            .filter(any -> !area.isCoded()).orElseThrow(() -> new Untranslatable("“" + reference + "”没有固定的格"));
        if (exactly.isPresent() || !area.type(key, column).isNumeric()) {
            return written(area.cell(key, column), exactly);
        }
        return area.blank(key, column) == Blank.ZERO ? "1"
            : "(" + cells.filled(area, key, column) + ")*1";
    }

    private static String written(String texts, Optional<String> exactly) {
        String text = "SUBSTITUTE(TRIM(" + texts + "),\"　\",\"\")";
        return exactly.map(word -> "EXACT(" + text + ",\"" + word.replace("\"", "\"\"") + "\")*1").orElse("(LEN(" + text + ")>0)*1");
    }
}
