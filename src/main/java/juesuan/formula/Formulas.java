package juesuan.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import juesuan.formula.Comparison.Relation;
import juesuan.formula.Expression.Binary;
import juesuan.formula.Expression.Count;
import juesuan.formula.Expression.Days;
import juesuan.formula.Expression.Filled;
import juesuan.formula.Expression.Is;
import juesuan.formula.Expression.Literal;
import juesuan.formula.Expression.Negation;
import juesuan.formula.Expression.Reference;
import juesuan.formula.Expression.Round;
import juesuan.formula.Expression.Sum;

/**
 * Parses formulas such as {@code 收入支出决算总表.收入[总计, 决算数] - [本年收入合计, 决算数]}.
 *
 * <p>Labels are everything up to {@code , ]}, so the official titles need no quoting.
 *
 * <p>A rule compares two of them: {@code = <= >= <> < >}. Only there may stand
 * <ul>
 *   <li>{@code [*, 列]}, {@code [行, *]}, {@code [*, *]}: the row, the column whose turn it is; a rule with a
 *       star is checked for each of its {@code rows} and {@code columns};
 *   <li>in {@code sum(…)} and {@code count(…)}: ranges {@code [甲..乙, 列]} and {@code [行, 甲..乙]}, the rows
 *       {@code 类}, {@code 款}, {@code 项} of a table of subjects, {@code 下级} for the subjects directly below the
 *       row whose turn it is, and {@code 全部} for all rows;
 *   <li>{@code count(…)}: how many of the cells are filled with something other than 0;
 *   <li>{@code filled([行, 列])}: 1 when something stands there, else 0;
 *   <li>{@code is([行, 列], 文字)}: 1 when exactly this text stands there, else 0;
 *   <li>{@code days([行, 列], [行, 列])}: the days from the first date to the second;
 *   <li>{@code round(公式, 2)}: HALF_UP.
 * </ul>
 */
public final class Formulas {

    private final String text;
    private final boolean rule;
    private int at;

    private Formulas(String text, boolean rule) {
        this.text = text;
        this.rule = rule;
    }

    /** @throws IllegalArgumentException with a Chinese sentence that shows where the comparison is wrong */
    public static Comparison comparison(String text) {
        Formulas parser = new Formulas(text, true);
        Expression left = parser.sum();
        parser.peek();
        Relation relation = Relation.all().stream().filter(r -> text.startsWith(r.text(), parser.at)).findFirst()
            .orElseThrow(() -> parser.wrong("此处应为 = <= >= <> < > 之一"));
        parser.at += relation.text().length();
        Comparison comparison = new Comparison(left, relation, parser.sum());
        if (parser.peek() != 0) {
            throw parser.wrong("这里多出了内容");
        }
        return comparison;
    }

    /** @throws IllegalArgumentException with a Chinese sentence that shows where the formula is wrong */
    public static Expression parse(String text) {
        Formulas parser = new Formulas(text, false);
        Expression expression = parser.sum();
        if (parser.peek() != 0) {
            throw parser.wrong("这里多出了内容");
        }
        return expression;
    }

    private Expression sum() {
        Expression left = product();
        while (peek() == '+' || peek() == '-') {
            left = new Binary(next(), left, product());
        }
        return left;
    }

    private Expression product() {
        Expression left = factor();
        while (peek() == '*' || peek() == '/') {
            left = new Binary(next(), left, factor());
        }
        return left;
    }

    private Expression factor() {
        char c = peek();
        if (c == '-') {
            next();
            return new Negation(factor());
        }
        if (c == '(') {
            next();
            Expression inner = sum();
            expect(')');
            return inner;
        }
        if (c >= '0' && c <= '9') {
            return number();
        }
        if (skip("sum(")) {
            return new Sum(terms());
        }
        if (rule && skip("count(")) {
            return new Count(cells(terms()));
        }
        if (rule && skip("round(")) {
            return round();
        }
        if (rule && skip("filled(")) {
            peek();
            Reference cell = reference();
            expect(')');
            return new Filled(cell);
        }
        if (rule && skip("is(")) {
            return is();
        }
        if (rule && skip("days(")) {
            peek();
            Reference from = reference();
            expect(',');
            peek();
            Reference to = reference();
            expect(')');
            return new Days(from, to);
        }
        return reference();
    }

    private boolean skip(String word) {
        boolean found = text.startsWith(word, at);
        at += found ? word.length() : 0;
        return found;
    }

    private List<Expression> terms() {
        List<Expression> terms = new ArrayList<>(List.of(sum()));
        while (peek() == ',') {
            next();
            terms.add(sum());
        }
        expect(')');
        return terms;
    }

    private List<Reference> cells(List<Expression> terms) {
        if (!terms.stream().allMatch(Reference.class::isInstance)) {
            throw wrong("count(…) 里只能写“表.块[行, 列]”");
        }
        return terms.stream().map(Reference.class::cast).toList();
    }

    private Expression is() {
        peek();
        Reference cell = reference();
        expect(',');
        int close = text.indexOf(')', at);
        String words = close < 0 ? "" : text.substring(at, close).strip();
        if (words.isEmpty()) {
            throw wrong("此处应为要比的文字和“)”");
        }
        at = close + 1;
        return new Is(cell, words);
    }

    private Expression round() {
        Expression operand = sum();
        expect(',');
        char decimals = next();
        if (decimals < '0' || decimals > '9') {
            at--;
            throw wrong("此处应为小数位数");
        }
        expect(')');
        return new Round(operand, decimals - '0');
    }

    private Expression number() {
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String number = text.substring(start, at);
        if (!number.matches("[0-9]+(\\.[0-9]+)?")) {
            at = start;
            throw wrong("“" + number + "”不是数字");
        }
        return new Literal(new BigDecimal(number));
    }

    private Reference reference() {
        int open = text.indexOf('[', at);
        int close = open < 0 ? -1 : text.indexOf(']', open);
        if (close < 0) {
            throw wrong("应为“表.块[行, 列]”");
        }
        String path = text.substring(at, open).strip();
        if (rule && path.matches("(?s).*[=<>].*")) {
            throw wrong("应为“表.块[行, 列]”");
        }
        List<String> labels = new ArrayList<>();
        for (String label : text.substring(open + 1, close).split(",")) {
            labels.add(label.strip());
        }
        if (labels.size() > 2 || labels.contains("")) {
            throw wrong("方括号内应为“行”“列”或“行, 列”");
        }
        at = close + 1;
        int dot = path.indexOf('.');
        Optional<String> sheet = Optional.of(dot < 0 ? path : path.substring(0, dot)).filter(s -> !s.isEmpty());
        Optional<String> block = dot < 0 ? Optional.empty() : Optional.of(path.substring(dot + 1));
        return new Reference(sheet, block, labels);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw wrong("此处应为“" + c + "”");
        }
        next();
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    /** The next character that is not a space; 0 at the end. */
    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(
            "公式“" + text + "”第 " + (Math.min(at, text.length()) + 1) + " 个字处有误：" + what);
    }
}
