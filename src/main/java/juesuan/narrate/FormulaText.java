package juesuan.narrate;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import juesuan.formula.Backend;
import juesuan.formula.Expression.Reference;

/**
 * A formula as people write it, with no more brackets than it needs.
 *
 * @param numbers how a number of the formula is written
 * @param cells what stands for a cell: its number, or its name
 */
record FormulaText(Function<BigDecimal, String> numbers, Function<Reference, String> cells) implements Backend<FormulaText.Part> {

    /** How closely what is written holds together. */
    private enum Binding { LOOSE, SUM, PRODUCT, QUOTIENT, SINGLE }

    record Part(String text, Binding binding) {

        /** As an operand of something that binds so closely. */
        private String in(Binding operator) {
            boolean brackets = binding == Binding.SINGLE ? text.startsWith("-") && operator != Binding.LOOSE : binding.compareTo(operator) < 0;
            return brackets ? "(" + text + ")" : text;
        }
    }

    @Override
    public Part literal(BigDecimal number) {
        return new Part(numbers.apply(number), Binding.SINGLE);
    }

    @Override
    public Part cells(Reference reference) {
        return new Part(cells.apply(reference), Binding.SINGLE);
    }

    @Override
    public Part negated(Part operand) {
        return new Part("−" + operand.in(Binding.PRODUCT), Binding.SINGLE);
    }

    @Override
    public Part sum(List<Part> terms) {
        return new Part(terms.stream().map(term -> term.in(Binding.SUM)).collect(Collectors.joining(" + ")), Binding.SUM);
    }

    @Override
    public Part binary(char operator, Part left, Part right) {
        return switch (operator) {
            case '-' -> new Part(left.in(Binding.LOOSE) + " − " + right.in(Binding.PRODUCT), Binding.SUM);
            case '*' -> new Part(left.in(Binding.PRODUCT) + " × " + right.in(Binding.PRODUCT), Binding.PRODUCT);
            case '/' -> new Part(left.in(Binding.PRODUCT) + " ÷ " + right.in(Binding.QUOTIENT), Binding.PRODUCT);
            default -> new Part(left.in(Binding.LOOSE) + " + " + right.in(Binding.SUM), Binding.SUM);
        };
    }
}
