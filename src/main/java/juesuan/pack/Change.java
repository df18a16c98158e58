package juesuan.pack;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import juesuan.formula.Expression.Reference;
import juesuan.formula.Formulas;
import juesuan.model.Entry;
import juesuan.model.Place;
import juesuan.model.Value;
import juesuan.pack.BlockSpec.CompareSpec;
import juesuan.pack.Calculator.Context;

/**
 * A change as the text tells it: between two figures of one row, as they are printed.
 *
 * @param place the row, with the comparison's id in place of the column
 * @param seen the difference of the printed figures
 * @param exact the difference to the 分
 * @param reasons where its reason may stand, the first choice first
 */
public record Change(Place place, CompareSpec compare, Value current, Value base, Value seen, Value exact, List<Entry> reasons) {

    public Change {
        reasons = List.copyOf(reasons);
    }

    public static Change of(Calculator ledger, Place place, CompareSpec compare, Context context) {
        Place current = at(place, compare.current());
        Place base = at(place, compare.base());
        return new Change(place, compare, ledger.basis(current, context), ledger.basis(base, context),
            ledger.printed(current, context).minus(ledger.printed(base, context)),
            ledger.value(current, context).minus(ledger.value(base, context)), reasons(ledger, place, compare, context));
    }

    private static List<Entry> reasons(Calculator ledger, Place place, CompareSpec compare, Context context) {
        Context row = context.in(Scope.block(place.sheet(), place.block()).row(place.row()));
        return Stream.of(compare.reason(), compare.otherwise()).filter(source -> !source.isEmpty())
            .map(source -> (Reference) Formulas.parse(source.contains("[") ? source : "[" + source + "]"))
            .flatMap(reference -> ledger.entry(ledger.place(reference, row), row).stream()).toList();
    }

    /** Missing where one of the figures is. */
    public Value amount() {
        return current.minus(base);
    }

    /** Above zero for an increase that the reader can see. */
    public int direction() {
        return !isFlat() && amount() instanceof Value.Known known ? known.number().signum() : 0;
    }

    public boolean isKnown() {
        return amount() instanceof Value.Known;
    }

    /** Whether the printed figures are the same. */
    public boolean isFlat() {
        return seen instanceof Value.Known known && known.number().signum() == 0;
    }

    /** Whether nothing changed, to the 分. */
    public boolean isNone() {
        return isFlat() && exact instanceof Value.Known known && known.number().signum() == 0;
    }

    /** The reason that the text takes. */
    public Optional<Entry> reason() {
        return reasons.stream().filter(entry -> !entry.isBlank()).findFirst();
    }

    /** The sentence of the wording that fits; its {@code {原因}} makes the reason required. */
    public String sentence(Wording wording, Style.ReasonThreshold threshold) {
        if (isNone() && ((Value.Known) base).number().signum() == 0 && reason().isEmpty() && !wording.none().isEmpty()) {
            return wording.none();
        }
        if (isFlat()) {
            return isNone() ? wording.flat() : wording.nearlyFlat();
        }
        if (!wording.minor().isEmpty() && reason().isEmpty() && threshold.isBelow(this)) {
            return wording.minor();
        }
        // From nothing to less than nothing is no increase.
        if (direction() > 0 && ((Value.Known) base).number().signum() == 0 && !wording.fromZero().isEmpty()) {
            return wording.fromZero();
        }
        return direction() > 0 ? wording.increase() : wording.decrease();
    }

    private static Place at(Place place, String column) {
        return new Place(place.sheet(), place.block(), place.row(), column);
    }
}
