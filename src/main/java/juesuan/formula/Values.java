package juesuan.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import juesuan.formula.Expression.Reference;
import juesuan.model.Value;

/**
 * Formulas of tables and sentences, computed.
 *
 * @param source the value of each reference
 */
record Values(Function<Reference, Value> source) implements Backend<Value> {

    @Override
    public Value literal(BigDecimal number) {
        return Value.of(number);
    }

    @Override
    public Value cells(Reference reference) {
        return source.apply(reference);
    }

    @Override
    public Value negated(Value operand) {
        return Value.of(BigDecimal.ZERO).minus(operand);
    }

    @Override
    public Value sum(List<Value> terms) {
        return terms.stream().reduce(Value.of(BigDecimal.ZERO), Value::plus);
    }

    @Override
    public Value binary(char operator, Value left, Value right) {
        return switch (operator) {
            case '+' -> left.plus(right);
            case '-' -> left.minus(right);
            case '*' -> left.times(right);
            default -> left.dividedBy(right);
        };
    }
}
