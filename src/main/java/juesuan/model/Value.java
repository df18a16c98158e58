package juesuan.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/**
 * A number that remembers the cells it came from. Arithmetic carries the cells along, and a missing
 * operand makes the result missing: a blank is never silently zero.
 */
public sealed interface Value {

    /** The cells this value was read or computed from, in order. */
    Set<CellRef> cells();

    /** @param number 元 for amounts, plain for counts and scores */
    record Known(BigDecimal number, Set<CellRef> cells) implements Value {
        public Known {
            cells = Collections.unmodifiableSet(new TreeSet<>(cells));
        }
    }

    /** @param reason a Chinese sentence a clerk can act on */
    record Missing(String reason, Set<CellRef> cells) implements Value {
        public Missing {
            cells = Collections.unmodifiableSet(new TreeSet<>(cells));
        }
    }

    static Value of(BigDecimal number, CellRef... cells) {
        return new Known(number, Set.of(cells));
    }

    static Value missing(String reason, CellRef... cells) {
        return new Missing(reason, Set.of(cells));
    }

    default Value plus(Value other) {
        return combine(other, BigDecimal::add);
    }

    default Value minus(Value other) {
        return combine(other, BigDecimal::subtract);
    }

    default Value times(Value other) {
        return combine(other, BigDecimal::multiply);
    }

    /** The unrounded quotient (34 digits); missing when the divisor is zero. */
    default Value dividedBy(Value other) {
        if (other instanceof Known divisor && divisor.number().signum() == 0) {
            return new Missing("除数为 0", union(this, other));
        }
        return combine(other, (a, b) -> a.divide(b, MathContext.DECIMAL128));
    }

    private Value combine(Value other, BinaryOperator<BigDecimal> operation) {
        Set<CellRef> cells = union(this, other);
        if (this instanceof Missing missing) {
            return new Missing(missing.reason(), cells);
        }
        if (other instanceof Missing missing) {
            return new Missing(missing.reason(), cells);
        }
        return new Known(operation.apply(((Known) this).number(), ((Known) other).number()), cells);
    }

    private static Set<CellRef> union(Value a, Value b) {
        Set<CellRef> cells = new TreeSet<>(a.cells());
        cells.addAll(b.cells());
        return cells;
    }
}
