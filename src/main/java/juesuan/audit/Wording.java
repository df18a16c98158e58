package juesuan.audit;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import juesuan.formula.Comparison;
import juesuan.formula.Expression;
import juesuan.model.CellRef;
import juesuan.model.Finding;
import juesuan.model.MoneyUnit;
import juesuan.pack.RuleSpec;

/** The one place where the audit's sentences are put together. */
final class Wording {

    private static final String SAME = "两处是同一个数换算来的，应当完全一样。";
    private static final String ROUNDING = "这是各数分别换算成万元、四舍五入造成的，可以不改。";

    private Wording() {
    }

    /** What became of a comparison that does not hold. */
    enum Kind { BROKEN, ROUNDED, NEARLY_SAME }

    static Finding failed(RuleSpec rule, Comparison check, Side left, Side right, Kind kind) {
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
        BigDecimal difference = left.value().subtract(right.value());
        return new Finding(rule.id(), severity, Finding.Status.FAILED,
            rule.title() + "：" + sentence(check, left, right, difference) + (kind == Kind.ROUNDED ? "，属尾数误差" : "") + "。",
            hint, cells(Stream.concat(left.figures().stream(), right.figures().stream())), Optional.of(difference));
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
            rule.title() + "：有 " + times + " 处没有核对，因为" + where + reason + "。", "补齐以后再核对一次。",
            cells(cells.stream()), Optional.empty());
    }

    private static List<Finding.Cell> cells(Stream<Figure> figures) {
        Map<CellRef, Finding.Cell> cells = new LinkedHashMap<>();
        figures.forEach(figure -> cells.putIfAbsent(figure.cell(), figure.found()));
        return List.copyOf(cells.values());
    }

    private static String sentence(Comparison check, Side left, Side right, BigDecimal difference) {
        if (check.left() instanceof Expression.Filled && !left.figures().isEmpty()) {
            Figure figure = left.figures().get(0);
            return figure.entry().isBlank() ? figure.named() + "没有填写" : figure.named() + "= " + figure.shown() + "，应当空着";
        }
        Optional<MoneyUnit> unit = left.money().or(right::money);
        String words = side(left, unit) + "，" + check.relation().words() + " " + side(right, unit);
        return check.right() instanceof Expression.Literal ? words
            : words + "，相差 " + number(difference, unit) + unit.map(u -> " " + u.label()).orElse("");
    }

    private static String side(Side side, Optional<MoneyUnit> unit) {
        String value = number(side.value(), unit);
        List<Figure> figures = side.figures();
        return switch (figures.size()) {
            case 0 -> value;
            case 1 -> side.isLinear() ? figures.get(0).named() + "= " + value : figures.get(0).named() + "算得的 " + value;
            default -> figures.get(0).named() + "等 " + figures.size() + " 格算得的 " + value;
        };
    }

    /** As the clerk typed it: amounts in the workbook's unit with at least two decimals, else plain. */
    static String number(BigDecimal number, Optional<MoneyUnit> money) {
        BigDecimal shown = money.filter(MoneyUnit.WAN::equals).isPresent() ? number.movePointLeft(4) : number;
        BigDecimal stripped = shown.signum() == 0 ? BigDecimal.ZERO : shown.stripTrailingZeros();
        return money.isEmpty() ? stripped.toPlainString()
            : String.format(Locale.ROOT, "%,." + Math.max(2, stripped.scale()) + "f", stripped);
    }
}
