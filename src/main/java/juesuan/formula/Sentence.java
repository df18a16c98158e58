package juesuan.formula;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence with placeholders in braces, parsed.
 *
 * <p>{@code {年度}} is a name known to the place, {@code {表.块[行, 列]}} an entry printed by the type of
 * its column, {@code {占比: 公式}} a number computed here and printed by the word before the colon.
 */
public record Sentence(List<Part> parts) {

    public sealed interface Part {
    }

    public record Literal(String text) implements Part {
    }

    public record Name(String name) implements Part {
    }

    /** @param kind how to print it; empty for the entry's own type */
    public record Formula(String kind, String text, Expression expression) implements Part {
    }

    public Sentence {
        parts = List.copyOf(parts);
    }

    /** @throws IllegalArgumentException with a Chinese sentence */
    public static Sentence parse(String text) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            if (open < 0) {
                open = text.length();
            }
            if (open > at) {
                parts.add(literal(text.substring(at, open)));
            }
            if (open == text.length()) {
                break;
            }
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("“" + text.substring(open) + "”缺少右花括号");
            }
            parts.add(placeholder(text.substring(open + 1, close).strip()));
            at = close + 1;
        }
        return new Sentence(parts);
    }

    private static Literal literal(String text) {
        if (text.indexOf('}') >= 0) {
            throw new IllegalArgumentException("“" + text + "”里的右花括号缺少左花括号");
        }
        return new Literal(text);
    }

    private static Part placeholder(String body) {
        int bracket = body.indexOf('[');
        if (bracket < 0) {
            return new Name(body);
        }
        int colon = body.indexOf(':');
        boolean hasKind = colon >= 0 && colon < bracket;
        String formula = hasKind ? body.substring(colon + 1).strip() : body;
        return new Formula(hasKind ? body.substring(0, colon).strip() : "", formula, Formulas.parse(formula));
    }

    /** Whether the sentence has the placeholder {@code {name}}. */
    public boolean has(String name) {
        return parts.contains(new Name(name));
    }
}
