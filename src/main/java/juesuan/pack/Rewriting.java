package juesuan.pack;

import java.math.BigDecimal;
import java.util.List;
import juesuan.formula.Backend;
import juesuan.formula.Comparison;
import juesuan.formula.Expression;
import juesuan.formula.Expression.Reference;

/** Makes of each reference one or more, and leaves all else as it is. */
abstract class Rewriting implements Backend<List<Expression>> {

    /** Why a reference became nothing. */
    String missing = "";

    Comparison of(Comparison comparison) {
        return new Comparison(one(comparison.left().in(this)), comparison.relation(), one(comparison.right().in(this)));
    }

    private Expression one(List<Expression> expressions) {
        if (expressions.size() != 1) {
            throw new FigurePlaces.Unpublished(expressions.isEmpty() ? missing : "本地区的表里是分开的几格");
        }
        return expressions.get(0);
    }

    /** A table's sums add what it shows. */
    private <T> List<T> some(List<T> terms) {
        if (terms.isEmpty()) {
            throw new FigurePlaces.Unpublished(missing);
        }
        return terms;
    }

    final Reference one(Reference reference) {
        return (Reference) one(cells(reference));
    }

    @Override
    public List<Expression> literal(BigDecimal number) {
        return List.of(new Expression.Literal(number));
    }

    @Override
    public List<Expression> negated(List<Expression> operand) {
        return List.of(new Expression.Negation(one(operand)));
    }

    @Override
    public List<Expression> sum(List<List<Expression>> terms) {
        return List.of(new Expression.Sum(some(terms.stream().flatMap(List::stream).toList())));
    }

    @Override
    public List<Expression> binary(char operator, List<Expression> left, List<Expression> right) {
        return List.of(new Expression.Binary(operator, one(left), one(right)));
    }

    @Override
    public List<Expression> count(List<Reference> terms) {
        return List.of(new Expression.Count(some(terms.stream().flatMap(term -> cells(term).stream()).map(Reference.class::cast).toList())));
    }

    @Override
    public List<Expression> filled(Reference cell) {
        return List.of(new Expression.Filled(one(cell)));
    }

    @Override
    public List<Expression> is(Reference cell, String text) {
        return List.of(new Expression.Is(one(cell), text));
    }

    @Override
    public List<Expression> days(Reference from, Reference to) {
        return List.of(new Expression.Days(one(from), one(to)));
    }

    @Override
    public List<Expression> rounded(List<Expression> operand, int decimals) {
        return List.of(new Expression.Round(one(operand), decimals));
    }
}
