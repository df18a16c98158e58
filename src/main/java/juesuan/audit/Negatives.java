package juesuan.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import juesuan.model.CellRef;
import juesuan.model.Entry;
import juesuan.model.Row;
import juesuan.pack.NamedCheck;
import juesuan.pack.RuleSpec;
import juesuan.pack.Selection;

/**
 * Amounts below zero, each told once. {@code with} has groups of selections in which one amount comes back from
 * sheet to sheet (a 项 of table 3 in its 类 of table 4), in the order in which it is looked for; a negative that
 * was told in another sheet of the group, or by a rule named under 已提醒, is not told again.
 */
final class Negatives implements Check {

    /** @param code of the functional subject, empty where the row has none */
    private record Negative(SubmittedSheet tab, Figure figure, String code, String column, boolean total) {

        /** Whether telling this one tells the other too. */
        boolean explains(Negative other) {
            if (tab.spec().id().equals(other.tab.spec().id())) {
                return figure.cell().equals(other.figure.cell());
            }
            boolean related = code.isEmpty() || other.code.isEmpty() || code.startsWith(other.code) || other.code.startsWith(code);
            boolean same = amount(figure).compareTo(amount(other.figure)) == 0;
            // The 类 of a table without 项 is negative because of what was told below it.
            boolean above = !code.isEmpty() && !other.code.isEmpty() && code.startsWith(other.code)
                && (other.total || column.equals(other.column));
            return related && (same || above);
        }

        private static BigDecimal amount(Figure figure) {
            return ((Entry.Number) figure.entry()).number();
        }
    }

    @Override
    public void run(RuleSpec rule, SubmittedSheets books, Tally tally) {
        Set<CellRef> others = tally.failedCells(List.of(rule.with().get(NamedCheck.TOLD).split("、")));
        rule.with().entrySet().stream().filter(group -> !group.getKey().equals(NamedCheck.TOLD))
            .forEach(group -> group(rule, group, books, others, tally));
    }

    private static void group(RuleSpec rule, Map.Entry<String, String> group, SubmittedSheets books, Set<CellRef> others, Tally tally) {
        List<Negative> told = new ArrayList<>();
        for (Selection selection : NamedCheck.selections(group.getValue()).stream().flatMap(text -> Selection.all(books.pack(), text).stream()).toList()) {
            for (SubmittedSheet tab : books.tabs(selection.sheet().id())) {
                for (Negative negative : negatives(tab, selection)) {
                    if (others.contains(negative.figure().cell())) {
                        told.add(negative);
                    } else if (told.stream().noneMatch(before -> before.explains(negative))) {
                        told.add(negative);
                        tally.failed(AuditWording.named(rule, negative.figure().told(), List.of(negative.figure())));
                    }
                }
            }
        }
    }

    private static List<Negative> negatives(SubmittedSheet tab, Selection selection) {
        List<Negative> found = new ArrayList<>();
        SubmittedSheet.Area area = tab.area(selection.block().id());
        for (Row row : area.leaves()) {
            for (String column : selection.columns()) {
                area.figure(row, column).filter(figure -> figure.money().isPresent()
                    && figure.entry() instanceof Entry.Number number && number.number().signum() < 0)
                    .ifPresent(figure -> found.add(new Negative(tab, figure, area.subject(row), column, area.spec().codes().isEmpty())));
            }
        }
        return found;
    }
}
