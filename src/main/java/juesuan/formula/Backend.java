package juesuan.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import juesuan.formula.Expression.Reference;

/**
 * What formulas are made into: numbers, formulas of Excel, words. Each kind of expression is one method here, and
 * {@link Expression#in} the one traversal: whoever adds a function to the language is told by the compiler who has to
 * say what it means to him.
 *
 * @param <T> what an expression becomes
 */
public interface Backend<T> {

    T literal(BigDecimal number);

    /** The cell, or the sum of the cells. */
    T cells(Reference reference);

    T negated(T operand);

    T sum(List<T> terms);

    /** @param operator one of + - * / */
    T binary(char operator, T left, T right);

    /** @throws IllegalStateException where only formulas of tables and sentences are made into something */
    default T count(List<Reference> terms) {
        throw ruleOnly();
    }

    /** As {@link #count}. */
    default T filled(Reference cell) {
        throw ruleOnly();
    }

    /** As {@link #count}. */
    default T is(Reference cell, String text) {
        throw ruleOnly();
    }

    /** As {@link #count}. */
    default T days(Reference from, Reference to) {
        throw ruleOnly();
    }

    /** As {@link #count}. */
    default T rounded(T operand, int decimals) {
        throw ruleOnly();
    }

    private static IllegalStateException ruleOnly() {
        return new IllegalStateException("belongs into a rule");
    }

    /** The unit of what an operator gives: a quotient of amounts is a plain number. */
    static <U> Optional<U> unit(char operator, Optional<U> left, Optional<U> right) {
        return operator == '/' && right.isPresent() ? Optional.empty() : left.or(() -> right);
    }
}
