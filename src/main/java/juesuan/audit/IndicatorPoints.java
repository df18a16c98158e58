package juesuan.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import juesuan.model.Entry;
import juesuan.model.Row;
import juesuan.pack.RuleSpec;

/**
 * The points of the 三级指标 add up to those of their 一级指标: the points that its own name states, as in
 * 产出指标(50分), or those that the pack gives it under {@code with}.
 */
final class IndicatorPoints implements Check {

    private static final Pattern STATED = Pattern.compile("[（(]\\s*([0-9]+(?:\\.[0-9]+)?)\\s*分?\\s*[)）]");

    @Override
    public void run(RuleSpec rule, SubmittedSheets books, Tally tally) {
        for (SubmittedSheet tab : books.all()) {
            for (SubmittedSheet.Area area : tab.areas()) {
                if (area.spec().column("一级指标").isPresent() && area.spec().column("分值").isPresent()) {
                    check(rule, area, tally);
                }
            }
        }
    }

    private static void check(RuleSpec rule, SubmittedSheet.Area area, Tally tally) {
        List<Figure> unreadable = area.all().stream().flatMap(row -> area.figure(row, "一级指标").stream())
            .filter(figure -> figure.entry() instanceof Entry.Unreadable).toList();
        if (!unreadable.isEmpty()) {
            tally.skipped(rule, Entry.UNREADABLE, unreadable);
            return;
        }
        Map<String, List<Figure>> points = new LinkedHashMap<>();
        Map<String, Figure> names = new LinkedHashMap<>();
        for (Row row : area.all()) {
            Optional<Figure> name = area.figure(row, "一级指标");
            Optional<Figure> point = area.figure(row, "分值");
            if (name.isPresent() && point.isPresent() && name.get().entry() instanceof Entry.Text && !name.get().entry().isBlank()) {
                String group = name.get().entry().asText().strip();
                names.putIfAbsent(group, name.get());
                points.computeIfAbsent(group, key -> new ArrayList<>()).add(point.get());
            }
        }
        points.forEach((group, figures) -> points(rule, group).ifPresent(due ->
            compare(rule, names.get(group), figures, due, tally)));
    }

    private static Optional<BigDecimal> points(RuleSpec rule, String group) {
        if (rule.with().isEmpty()) {
            Matcher stated = STATED.matcher(group);
            return stated.find() ? Optional.of(new BigDecimal(stated.group(1))) : Optional.empty();
        }
        return rule.with().entrySet().stream().filter(weight -> group.startsWith(weight.getKey())).findFirst()
            .map(weight -> new BigDecimal(weight.getValue()));
    }

    private static void compare(RuleSpec rule, Figure name, List<Figure> figures, BigDecimal due, Tally tally) {
        List<Figure> blank = figures.stream().filter(figure -> !(figure.entry() instanceof Entry.Number)).toList();
        if (!blank.isEmpty()) {
            tally.skipped(rule, blank.get(0).entry().gap(), blank);
            return;
        }
        BigDecimal sum = figures.stream().map(figure -> ((Entry.Number) figure.entry()).number())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(due) == 0) {
            tally.passed();
            return;
        }
        List<Figure> cells = new ArrayList<>(List.of(name));
        cells.addAll(figures);
        tally.failed(AuditWording.named(rule, name.cell() + "「" + name.entry().asText().strip() + "」应当是 "
            + AuditWording.number(due, Optional.empty()) + " 分，它的 " + figures.size() + " 条三级指标的分值合计是 "
            + AuditWording.number(sum, Optional.empty()) + " 分", cells));
    }
}
