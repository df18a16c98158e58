package juesuan.audit;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.formula.Comparison;
import juesuan.formula.Expression;
import juesuan.model.CellRef;
import juesuan.model.Entry;
import juesuan.model.Finding;
import juesuan.model.MoneyUnit;
import juesuan.pack.RuleSpec;

/** The one place where the audit's sentences are put together. */
final class AuditWording {

    private static final String SAME = "两处是同一个数换算来的，应当完全一样。";
    private static final String ROUNDING = "这是各数分别换算成万元、四舍五入造成的，可以不改。";

    /** So many cells a sentence can name with their values and still be read. */
    private static final int MOST_TOLD = 3;

    private AuditWording() {
    }

    /** What became of a comparison that does not hold. */
    enum Kind { BROKEN, ROUNDED, NEARLY_SAME }

    /** @param given what the rule's conditions looked at */
    static Finding failed(RuleSpec rule, Comparison check, SideValue left, SideValue right, Kind kind, List<Figure> given) {
        Finding.Severity severity = switch (kind) {
            case ROUNDED -> Finding.Severity.INFO;
            case NEARLY_SAME -> rule.severity() == Finding.Severity.ERROR ? Finding.Severity.WARNING : rule.severity();
            case BROKEN -> rule.severity();
        };
        String hint = switch (kind) {
            case ROUNDED -> ROUNDING;
            case NEARLY_SAME -> SAME + rule.hint();
            case BROKEN -> rule.hint();
        };
        List<Figure> compared = Stream.concat(left.figures().stream(), right.figures().stream()).toList();
        BigDecimal difference = left.value().subtract(right.value());
        return new Finding(rule.id(), severity, Finding.Status.FAILED, rule.title() + "：" + sentence(check, left, right, difference)
            + given(compared, given) + (kind == Kind.ROUNDED ? "，属尾数误差" : "") + "。",
            kind == Kind.BROKEN ? hint + UnitSlip.hint(check.relation(), left, right) : hint,
            cells(Stream.concat(compared.stream(), given.stream())), Optional.of(difference));
    }

    /** Why the rule speaks here, unless the sentence has named those cells already. */
    private static String given(List<Figure> compared, List<Figure> given) {
        Map<CellRef, Figure> others = new LinkedHashMap<>();
        given.forEach(figure -> others.put(figure.cell(), figure));
        compared.forEach(figure -> others.remove(figure.cell()));
        return others.isEmpty() || others.size() > MOST_TOLD ? ""
            : "（" + others.values().stream().map(Figure::told).collect(Collectors.joining("，")) + "）";
    }

    /** @param what is wrong, without a full stop */
    static Finding named(RuleSpec rule, String what, List<Figure> cells) {
        return new Finding(rule.id(), rule.severity(), Finding.Status.FAILED, rule.title() + "：" + what + "。",
            rule.hint(), cells(cells.stream()), Optional.empty());
    }

    /** All that a rule could not check for one reason. */
    static Finding skipped(RuleSpec rule, String reason, int times, List<Figure> cells) {
        String where = cells.isEmpty() ? "" : cells.get(0).named() + (cells.size() > 1 ? "等 " + cells.size() + " 格" : "");
        return new Finding(rule.id(), Finding.Severity.INFO, Finding.Status.SKIPPED,
            rule.title() + "：有 " + times + " 处没有核对，因为" + where + reason + "。", reason.equals(Entry.UNREADABLE) ? "这一格改好以后再核对一次。" : "补齐以后再核对一次。",
            cells(cells.stream()), Optional.empty());
    }

    private static List<Finding.Cell> cells(Stream<Figure> figures) {
        Map<CellRef, Finding.Cell> cells = new LinkedHashMap<>();
        figures.forEach(figure -> cells.putIfAbsent(figure.cell(), figure.found()));
        return List.copyOf(cells.values());
    }

    private static String sentence(Comparison check, SideValue left, SideValue right, BigDecimal difference) {
        if (check.left() instanceof Expression.Filled && !left.figures().isEmpty()) {
            Figure cell = left.figures().get(0);
            return cell.told() + (cell.entry().isBlank() ? "" : "，这一格应当空着");
        }
        if (check.left() instanceof Expression.Days) {
            return left.figures().stream().map(Figure::told).collect(Collectors.joining("，")) + "，相隔 " + left.value().toPlainString()
                + " 天，" + check.relation().words() + " " + right.value().toPlainString() + " 天";
        }
        Optional<MoneyUnit> unit = left.unit().or(right::unit);
        String words = side(check.left(), left, unit) + "，" + check.relation().words() + " " + side(check.right(), right, unit);
        boolean plain = check.right() instanceof Expression.Literal || times(check.left()).or(() -> times(check.right())).isPresent();
        return plain ? words : words + "，相差 " + number(difference, unit) + unit.map(u -> " " + u.label()).orElse("");
    }

    private static String side(Expression expression, SideValue side, Optional<MoneyUnit> unit) {
        String value = number(side.value(), unit);
        List<Figure> figures = side.figures();
        Optional<BigDecimal> times = times(expression);
        if (figures.isEmpty()) {
            return value;
        }
        if (times.isPresent() && figures.size() == 1) {
            return figures.get(0).told() + " 的 " + times.get().toPlainString() + " 倍";
        }
        if (!side.isLinear() && figures.size() <= MOST_TOLD) {
            return "按 " + figures.stream().map(Figure::told).collect(Collectors.joining("、")) + " 算得的 " + value;
        }
        return figures.get(0).named() + (figures.size() == 1 ? "= " + value : "等 " + figures.size() + " 格算得的 " + value);
    }

    /** How many times a cell, where an expression is no more than that. */
    private static Optional<BigDecimal> times(Expression expression) {
        return expression instanceof Expression.Binary binary && binary.operator() == '*'
            && binary.left() instanceof Expression.Literal literal && binary.right() instanceof Expression.Reference
            ? Optional.of(literal.number()) : Optional.empty();
    }

    /** As it can be read in one line. */
    static String visible(String text) {
        return text.replace("\n", "↵").replace('\u00A0', ' ');
    }

    /** As the clerk typed it: amounts in the workbook's unit with at least two decimals, else plain. */
    static String number(BigDecimal number, Optional<MoneyUnit> money) {
        BigDecimal shown = money.filter(MoneyUnit.WAN::equals).isPresent() ? number.movePointLeft(4) : number;
        BigDecimal stripped = shown.signum() == 0 ? BigDecimal.ZERO : shown.stripTrailingZeros();
        return money.isEmpty() ? stripped.toPlainString()
            : String.format(Locale.ROOT, "%,." + Math.max(2, stripped.scale()) + "f", stripped);
    }
}
