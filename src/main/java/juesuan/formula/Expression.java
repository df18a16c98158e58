package juesuan.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import juesuan.model.Value;

/** A parsed formula. Text and meaning: {@link Formulas}. */
public sealed interface Expression {

    record Literal(BigDecimal number) implements Expression {
    }

    /**
     * {@code 表.块[行, 列]}; every part that is clear from where the formula stands may be left out.
     *
     * @param labels one or two labels: row, column, or whichever of both is needed
     */
    record Reference(Optional<String> sheet, Optional<String> block, List<String> labels) implements Expression {
        public Reference {
            labels = List.copyOf(labels);
        }

        @Override
        public String toString() {
            String path = sheet.map(s -> s + block.map(b -> "." + b).orElse("")).orElse("");
            return path + "[" + String.join(", ", labels) + "]";
        }
    }

    record Negation(Expression operand) implements Expression {
    }

    record Binary(char operator, Expression left, Expression right) implements Expression {
    }

    record Sum(List<Expression> terms) implements Expression {
        public Sum {
            terms = List.copyOf(terms);
        }
    }

    /** How many of the cells hold a number other than zero; only in rules. */
    record Count(List<Expression> terms) implements Expression {
        public Count {
            terms = List.copyOf(terms);
        }
    }

    /** 1 when something stands in the cell, 0 when it is empty; only in rules. */
    record Filled(Reference cell) implements Expression {
    }

    /** 1 when the cell holds exactly this text, else 0; only in rules. */
    record Is(Reference cell, String text) implements Expression {
    }

    /** How many days lie between the dates of two cells; only in rules. */
    record Days(Reference from, Reference to) implements Expression {
    }

    /** Rounded once, HALF_UP; only in rules. */
    record Round(Expression operand, int decimals) implements Expression {
    }

    /**
     * @param source the value of each reference
     * @throws IllegalStateException for what only rules may say
     */
    default Value evaluate(Function<Reference, Value> source) {
        if (this instanceof Literal literal) {
            return Value.of(literal.number());
        }
        if (this instanceof Reference reference) {
            return source.apply(reference);
        }
        if (this instanceof Negation negation) {
            return Value.of(BigDecimal.ZERO).minus(negation.operand().evaluate(source));
        }
        if (this instanceof Sum sum) {
            return sum.terms().stream().map(term -> term.evaluate(source))
                .reduce(Value.of(BigDecimal.ZERO), Value::plus);
        }
        if (!(this instanceof Binary binary)) {
            throw new IllegalStateException(this + " belongs into a rule");
        }
        Value left = binary.left().evaluate(source);
        Value right = binary.right().evaluate(source);
        return switch (binary.operator()) {
            case '+' -> left.plus(right);
            case '-' -> left.minus(right);
            case '*' -> left.times(right);
            default -> left.dividedBy(right);
        };
    }

    /** Calls back for every reference, so that a pack can be checked when it is loaded. */
    default void references(Consumer<Reference> consumer) {
        if (this instanceof Reference reference) {
            consumer.accept(reference);
        } else if (this instanceof Negation negation) {
            negation.operand().references(consumer);
        } else if (this instanceof Binary binary) {
            binary.left().references(consumer);
            binary.right().references(consumer);
        } else if (this instanceof Sum sum) {
            sum.terms().forEach(term -> term.references(consumer));
        } else if (this instanceof Count count) {
            count.terms().forEach(term -> term.references(consumer));
        } else if (this instanceof Filled filled) {
            consumer.accept(filled.cell());
        } else if (this instanceof Is is) {
            consumer.accept(is.cell());
        } else if (this instanceof Days days) {
            consumer.accept(days.from());
            consumer.accept(days.to());
        } else if (this instanceof Round round) {
            round.operand().references(consumer);
        }
    }
}
