package juesuan.workbook.blank;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import juesuan.formula.Backend;
import juesuan.formula.Expression;
import juesuan.formula.Formulas;
import juesuan.model.Place;
import juesuan.pack.ColumnSpec;
import juesuan.pack.Pack;
import juesuan.pack.RowSpec;
import juesuan.pack.Scope;
import org.apache.poi.ss.formula.SheetNameFormatter;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/** Writes the pack's formulas as live Excel formulas over the cells of a blank workbook. */
public record ExcelFormulas(Pack pack, Map<String, Layout> layouts) {

    /** Where a formula stands; references without a row mean {@code row}. */
    record Position(Scope scope, int row) {
    }

    /** The formula, empty instead of an error while a divisor is 0. */
    String guarded(String formula, Position at) {
        return guarded(formula, at, "=0");
    }

    /** A column's formula; a rate of change means nothing over a negative base either. */
    String guarded(ColumnSpec column, Position at) {
        return guarded(column.formula(), at, column.isRateOfChange() ? "<=0" : "=0");
    }

    private String guarded(String formula, Position at, String senseless) {
        Expression expression = Formulas.parse(formula);
        List<Expression> divisors = new ArrayList<>();
        collectDivisors(expression, divisors);
        String text = text(expression, at);
        if (divisors.isEmpty()) {
            return text;
        }
        String zero = divisors.stream().map(divisor -> text(divisor, at) + senseless).distinct()
            .collect(Collectors.joining(","));
        return "IF(" + (zero.contains(",") ? "OR(" + zero + ")" : zero) + ",\"\"," + text + ")";
    }

    /** The expression as Excel text, without the equals sign. */
    String text(Expression expression, Position at) {
        return expression.in(new Texts(at)).text();
    }

    private static void collectDivisors(Expression expression, List<Expression> divisors) {
        if (expression instanceof Expression.Binary binary && binary.operator() == '/') {
            divisors.add(binary.right());
        }
        expression.operands().forEach(operand -> collectDivisors(operand, divisors));
    }

    /** @param compound whether an operator beside it would take it apart */
    private record Text(String text, boolean compound) {

        String operand() {
            return compound ? "(" + text + ")" : text;
        }
    }

    private final class Texts implements Backend<Text> {

        private final Position at;

        Texts(Position at) {
            this.at = at;
        }

        @Override
        public Text literal(BigDecimal number) {
            return new Text(number.toPlainString(), false);
        }

        @Override
        public Text cells(Expression.Reference reference) {
            return new Text(address(pack.resolve(reference, at.scope()), at), false);
        }

        @Override
        public Text negated(Text operand) {
            return new Text("(-" + operand.operand() + ")", false);
        }

        @Override
        public Text sum(List<Text> terms) {
            return new Text(terms.stream().map(Text::text).collect(Collectors.joining(",", "SUM(", ")")), false);
        }

        @Override
        public Text binary(char operator, Text left, Text right) {
            return new Text(left.operand() + operator + right.operand(), true);
        }
    }

    private String address(Place place, Position at) {
        Layout layout = layouts.get(place.sheet());
        // No tab name within a sheet, so that copies of it point at themselves.
        boolean here = at.scope().sheet().filter(place.sheet()::equals).isPresent();
        String prefix = here ? "" : SheetNameFormatter.format(layout.sheet().name()) + "!";
        Layout.Area area = layout.area(place.block()).orElseThrow();
        OptionalInt leaf = area.columnOf(place.column());
        if (leaf.isEmpty()) {
            throw new IllegalArgumentException("“" + place + "”不是一列数");
        }
        int column = area.first(leaf.getAsInt());
        if (here && at.scope().block().filter(place.block()::equals).isPresent()
            && at.scope().row().filter(place.row()::equals).isPresent()) {
            return number(layout, cell(at.row(), column));
        }
        return area.row(place.row()).map(row -> number(layout, prefix + cell(row.row(), column)))
            .orElseGet(() -> ofCode(layout, area, place.row(), column, prefix));
    }

    /** Where an empty number waits for a declaration, a formula shows the empty text: with that one cannot reckon. */
    private static String number(Layout layout, String cell) {
        boolean declared = layout.sheet().blocks().stream().flatMap(block -> block.rows().stream()).anyMatch(RowSpec::declares);
        return declared ? "SUM(" + cell + ")" : cell;
    }

    /** A subject code stands wherever the clerk put it. */
    private static String ofCode(Layout layout, Layout.Area area, String code, int column, String prefix) {
        int first = area.firstListRow();
        int last = layout.lastSummedRow(area);
        return SubjectFormula.of(code, prefix + range(first, last, area.first(0)), prefix + range(first, last, column));
    }

    /** The cell of the n-th prepared row of codes; none beyond them. */
    Optional<String> code(String sheet, String block, int ordinal) {
        Layout layout = layouts.get(sheet);
        String column = layout.area(block).orElseThrow().block().leaves().stream().filter(leaf -> leaf.type() == ColumnSpec.Type.CODE)
            .findFirst().orElseThrow().id();
        return layout.cell(block, ordinal, column)
            .map(cell -> SheetNameFormatter.format(layout.sheet().name()) + "!" + cell.formatAsString());
    }

    public static String cell(int row, int column) {
        return CellReference.convertNumToColString(column) + (row + 1);
    }

    /** A column's rows, absolute: they stay the same wherever the formula is copied. */
    public static String range(int first, int last, int column) {
        return new CellRangeAddress(first, last, column, column).formatAsString(null, true);
    }
}
