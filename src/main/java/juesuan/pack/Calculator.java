package juesuan.pack;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import juesuan.formula.Expression;
import juesuan.formula.Expression.Reference;
import juesuan.formula.Formulas;
import juesuan.model.Accounts;
import juesuan.model.Block;
import juesuan.model.Entry;
import juesuan.model.Money;
import juesuan.model.Place;
import juesuan.model.Row;
import juesuan.model.Sheet;
import juesuan.model.Value;

/**
 * Looks up submitted entries and computes what the declarations compute.
 *
 * <p>Ratios and differences are taken from the printed 万元 figures unless the pack says otherwise, so
 * that a reader who recomputes them from the page gets the same result.
 */
public final class Calculator {

    private final Pack pack;
    private final Accounts accounts;

    public Calculator(Pack pack, Accounts accounts) {
        this.pack = pack;
        this.accounts = accounts;
    }

    /** The pack whose declarations it computes. */
    public Pack pack() {
        return pack;
    }

    /** Where a sentence stands: what a reference may leave out, and which copy of a sheet it speaks of. */
    public record Context(Scope scope, Optional<Sheet> sheet) {

        public Context in(Scope other) {
            return new Context(other, sheet);
        }
    }

    public Place place(Reference reference, Context context) {
        return pack.resolve(reference, context.scope());
    }

    public Optional<Entry> entry(Place place, Context context) {
        return sheetOf(place, context).flatMap(s -> s.entry(place.block(), place.row(), place.column()));
    }

    private Optional<Sheet> sheetOf(Place place, Context context) {
        return context.sheet().filter(s -> s.id().equals(place.sheet())).or(() -> accounts.sheet(place.sheet()));
    }

    /** The exact value at a place: as submitted, or as the declaration computes it. */
    public Value value(Place place, Context context) {
        Optional<Entry> entry = entry(place, context);
        if (entry.isPresent()) {
            return entry.get().asValue();
        }
        return formula(place).map(formula -> evaluate(formula, context.in(rowOf(place))))
            .orElseGet(() -> Value.missing("“" + place + "”没有内容"));
    }

    /** What the declaration computes a place from, where nobody submits it. Stands in the place's own row. */
    public Optional<Expression> formula(Place place) {
        BlockSpec block = block(place);
        return block.row(place.row()).map(RowSpec::values).map(v -> v.get(place.column()))
            .or(() -> block.column(place.column()).filter(ColumnSpec::isComputed).map(ColumnSpec::formula))
            .map(Formulas::parse);
    }

    /** As {@link #value}, a difference or sum of the declaration taken from 元: whether there is any is asked of this. */
    public Value exact(Place place, Context context) {
        Optional<Entry> entry = entry(place, context);
        return entry.isPresent() || formula(place).isEmpty() ? value(place, context)
            : formula(place).get().evaluate(reference -> exact(place(reference, context.in(rowOf(place))), context.in(rowOf(place))));
    }

    /** Every number of a block, in declared rows and in those that were submitted besides. */
    public Stream<Place> numbers(Scope scope, Context context) {
        String sheet = scope.sheet().orElseThrow();
        BlockSpec block = pack.sheet(sheet).flatMap(s -> s.block(scope.block().orElseThrow())).orElseThrow();
        Stream<String> submitted = context.sheet().filter(s -> s.id().equals(sheet)).or(() -> accounts.sheet(sheet))
            .flatMap(s -> s.block(block.id())).map(Block::rows).orElse(List.of()).stream().map(Row::key);
        return Stream.concat(block.rowKeys().stream(), submitted).distinct().flatMap(row -> block.leaves().stream().map(column -> new Place(sheet, block.id(), row, column.id())))
            .filter(place -> type(place).isNumeric());
    }

    public static Scope rowOf(Place place) {
        return Scope.block(place.sheet(), place.block()).row(place.row());
    }

    /** A formula's value; a bare reference passes exactly, arithmetic uses the basis of the pack. */
    public Value evaluate(Expression expression, Context context) {
        return expression instanceof Reference reference
            ? value(place(reference, context), context)
            : expression.evaluate(reference -> basis(place(reference, context), context));
    }

    /** A value as arithmetic may use it: what is printed, or to the 分. */
    public Value basis(Place place, Context context) {
        return basis(place, context, pack.style().percentBasis());
    }

    /** As {@link #basis(Place, Context)}, whichever of both the pack has chosen. */
    public Value basis(Place place, Context context, Style.PercentBasis basis) {
        return basis == Style.PercentBasis.PRINTED ? printed(place, context) : value(place, context);
    }

    /** What a reader of the page can know of it: an amount that would print as nothing is not nothing to the reader. */
    public Value printed(Place place, Context context) {
        Value value = value(place, context);
        if (type(place) == ColumnSpec.Type.AMOUNT && value instanceof Value.Known known) {
            Money money = new Money(known.number().setScale(2, RoundingMode.HALF_UP));
            return new Value.Known((money.isTiny() ? money : money.asPrinted()).yuan(), known.cells());
        }
        return value;
    }

    public ColumnSpec.Type type(Place place) {
        BlockSpec block = block(place);
        return block.row(place.row()).flatMap(RowSpec::type)
            .filter(t -> block.column(place.column()).filter(c -> c.type().isInput()).isPresent())
            .or(() -> block.column(place.column()).map(ColumnSpec::type))
            .orElse(ColumnSpec.Type.TEXT);
    }

    /** What is counted there; empty where the declaration does not say. */
    public String unit(Place place) {
        return block(place).row(place.row()).map(RowSpec::unit).orElse("");
    }

    public BlockSpec block(Place place) {
        return pack.sheet(place.sheet()).flatMap(s -> s.block(place.block())).orElseThrow();
    }
}
