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
        @Override
        public <T> T in(Backend<T> backend) {
            return backend.literal(number);
        }
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
        public <T> T in(Backend<T> backend) {
            return backend.cells(this);
        }

        @Override
        public String toString() {
            String path = sheet.map(s -> s + block.map(b -> "." + b).orElse("")).orElse("");
            return path + "[" + String.join(", ", labels) + "]";
        }
    }

    record Negation(Expression operand) implements Expression {
        @Override
        public <T> T in(Backend<T> backend) {
            return backend.negated(operand.in(backend));
        }

        @Override
        public List<Expression> operands() {
            return List.of(operand);
        }
    }

    record Binary(char operator, Expression left, Expression right) implements Expression {
        @Override
        public <T> T in(Backend<T> backend) {
            T first = left.in(backend);
            return backend.binary(operator, first, right.in(backend));
        }

        @Override
        public List<Expression> operands() {
            return List.of(left, right);
        }
    }

    record Sum(List<Expression> terms) implements Expression {
        public Sum {
            terms = List.copyOf(terms);
        }

        @Override
        public <T> T in(Backend<T> backend) {
            return backend.sum(terms.stream().map(term -> term.in(backend)).toList());
        }

        @Override
        public List<Expression> operands() {
            return terms;
        }
    }

    /** How many of the cells hold a number other than zero; only in rules. */
    record Count(List<Reference> terms) implements Expression {
        public Count {
            terms = List.copyOf(terms);
        }

        @Override
        public <T> T in(Backend<T> backend) {
            return backend.count(terms);
        }

        @Override
        public List<Reference> operands() {
            return terms;
        }
    }

    /** 1 when something stands in the cell, 0 when it is empty; only in rules. */
    record Filled(Reference cell) implements Expression {
        @Override
        public <T> T in(Backend<T> backend) {
            return backend.filled(cell);
        }

        @Override
        public List<Reference> operands() {
            return List.of(cell);
        }
    }

    /** 1 when the cell holds exactly this text, else 0; only in rules. */
    record Is(Reference cell, String text) implements Expression {
        @Override
        public <T> T in(Backend<T> backend) {
            return backend.is(cell, text);
        }

        @Override
        public List<Reference> operands() {
            return List.of(cell);
        }
    }

    /** How many days lie between the dates of two cells; only in rules. */
    record Days(Reference from, Reference to) implements Expression {
        @Override
        public <T> T in(Backend<T> backend) {
            return backend.days(from, to);
        }

        @Override
        public List<Reference> operands() {
            return List.of(from, to);
        }
    }

    /** Rounded once, HALF_UP; only in rules. */
    record Round(Expression operand, int decimals) implements Expression {
        @Override
        public <T> T in(Backend<T> backend) {
            return backend.rounded(operand.in(backend), decimals);
        }

        @Override
        public List<Expression> operands() {
            return List.of(operand);
        }
    }

    /** What the backend makes of it, operands first and from left to right. */
    <T> T in(Backend<T> backend);

    /**
     * @param source the value of each reference
     * @throws IllegalStateException for what only rules may say
     */
    default Value evaluate(Function<Reference, Value> source) {
        return in(new Values(source));
    }

    /** What it consists of. */
    default List<? extends Expression> operands() {
        return List.of();
    }

    /** Calls back for every reference, so that a pack can be checked when it is loaded. */
    default void references(Consumer<Reference> consumer) {
        if (this instanceof Reference reference) {
            consumer.accept(reference);
        }
        operands().forEach(operand -> operand.references(consumer));
    }
}
