package juesuan.narrate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import juesuan.formula.Expression;
import juesuan.formula.Expression.Reference;
import juesuan.model.MoneyUnit;
import juesuan.model.Place;
import juesuan.model.Value;
import juesuan.pack.BlockSpec;
import juesuan.pack.Calculator;
import juesuan.pack.Calculator.Context;
import juesuan.pack.ColumnSpec;
import juesuan.pack.Pack;
import juesuan.pack.RowSpec;
import juesuan.pack.Style;

/**
 * Says how a figure was computed, in the very numbers that were used: the printed 万元 figures, or 元 where
 * the pack computes from these.
 */
record Workings(Pack pack, Calculator ledger, Printing printing, Style.PercentBasis basis) {

    /** A sum of more items is written without those that are zero. */
    private static final int FEW = 6;

    /** Empty for a number that stands in its cell, unless the cell is declared as the sum of others and is. */
    String of(Place place, Context context) {
        if (ledger.entry(place, context).isPresent()) {
            return sum(place, context);
        }
        return ledger.formula(place).map(formula -> of(formula, context.in(Calculator.rowOf(place)))).orElse("");
    }

    /** Empty when something it needs is missing. */
    String of(Expression expression, Context context) {
        if (expression instanceof Reference reference) {
            return of(ledger.place(reference, context), context);
        }
        List<Value> operands = new ArrayList<>();
        expression.references(reference -> operands.add(ledger.basis(ledger.place(reference, context), context, basis)));
        return operands.stream().allMatch(Value.Known.class::isInstance) ? text(expression, context) : "";
    }

    /** @param from what it is taken from; both amounts */
    String difference(Value from, Value less) {
        return amount(from) + " − " + later(amount(less));
    }

    String quotient(Value part, Value whole) {
        return amount(part) + " ÷ " + later(amount(whole));
    }

    private String text(Expression expression, Context context) {
        return expression.in(new FormulaText(printing::plain, reference -> {
            Place place = ledger.place(reference, context);
            return number(ledger.basis(place, context, basis), ledger.type(place));
        })).text();
    }

    /** Only when the printed items are, to the last digit, the printed total: what is said must hold. */
    private String sum(Place place, Context context) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (Place item : items(place)) {
            if (!(ledger.printed(item, context) instanceof Value.Known known)) {
                return "";
            }
            numbers.add(known.number());
        }
        boolean holds = !numbers.isEmpty() && ledger.printed(place, context) instanceof Value.Known total
            && numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(total.number()) == 0;
        if (!holds) {
            return "";
        }
        boolean amount = ledger.type(place) == ColumnSpec.Type.AMOUNT;
        List<String> said = numbers.stream().filter(number -> numbers.size() <= FEW || number.signum() != 0)
            .map(number -> later(amount ? printing.amount(number) : printing.plain(number))).toList();
        return said.size() > 1 ? String.join(" + ", said) : "";
    }

    /** The cells whose sum the declaration says a cell is: those of its row, or of its column. */
    private List<Place> items(Place place) {
        BlockSpec block = ledger.block(place);
        List<String> columns = block.column(place.column()).map(ColumnSpec::sum).orElse(List.of());
        if (!columns.isEmpty()) {
            List<String> ids = block.leaves().stream().map(ColumnSpec::id).toList();
            return columns.stream().flatMap(range -> within(ids, range).stream())
                .map(column -> new Place(place.sheet(), place.block(), place.row(), column)).toList();
        }
        List<Place> items = new ArrayList<>();
        for (String item : block.row(place.row()).map(RowSpec::sum).orElse(List.of())) {
            int bracket = item.indexOf('[');
            String of = bracket < 0 ? place.block() : item.substring(0, bracket);
            String range = bracket < 0 ? item : item.substring(bracket + 1, item.length() - 1);
            List<String> keys = pack.sheet(place.sheet()).flatMap(sheet -> sheet.block(of)).map(BlockSpec::rowKeys).orElse(List.of());
            within(keys, range).forEach(row -> items.add(new Place(place.sheet(), of, row, place.column())));
        }
        return items;
    }

    private static List<String> within(List<String> names, String range) {
        String[] ends = range.split("\\.\\.");
        return names.subList(names.indexOf(ends[0]), names.indexOf(ends[ends.length - 1]) + 1);
    }

    private String amount(Value value) {
        return number(value, ColumnSpec.Type.AMOUNT);
    }

    private String number(Value value, ColumnSpec.Type type) {
        BigDecimal number = ((Value.Known) value).number();
        if (type == ColumnSpec.Type.PERCENT) {
            return printing.percent(number);
        }
        if (type != ColumnSpec.Type.AMOUNT) {
            return printing.plain(number);
        }
        return basis == Style.PercentBasis.PRINTED ? printing.amount(number)
            : pack.style().yuanAmount().format(number) + MoneyUnit.YUAN.label();
    }

    private static String later(String number) {
        return number.startsWith("-") ? "(" + number + ")" : number;
    }
}
