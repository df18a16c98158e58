package juesuan.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.model.Entry;
import juesuan.model.Sheet;
import juesuan.pack.RuleSpec;
import juesuan.pack.SheetSpec;

/** Each project has one 自评表, there are no more of them than projects, and some when there are projects. */
final class PerformanceCopies implements Check {

    @Override
    public void run(RuleSpec rule, SubmittedSheets books, Tally tally) {
        List<SubmittedSheet> copies = books.all().stream().filter(tab -> tab.spec().kind() == SheetSpec.Kind.PERFORMANCE).toList();
        books.figure(rule.with().get("总数")).ifPresentOrElse(total -> count(rule, total, copies, tally),
            () -> tally.skipped(rule, "没有自评项目总数这一格", List.of()));
        Map<String, Figure> seen = new LinkedHashMap<>();
        for (SubmittedSheet copy : copies) {
            Optional<Figure> name = books.copyName(copy);
            Optional<Figure> before = name.filter(n -> n.entry() instanceof Entry.Text && !n.entry().isBlank())
                .flatMap(n -> Optional.ofNullable(seen.putIfAbsent(n.entry().asText().strip(), n)));
            if (before.isPresent()) {
                tally.failed(AuditWording.named(rule, name.get().named() + "和" + before.get().named() + "是同一个项目“"
                    + name.get().entry().asText().strip() + "”", List.of(name.get(), before.get())));
            } else {
                tally.passed();
            }
        }
    }

    private static void count(RuleSpec rule, Figure total, List<SubmittedSheet> copies, Tally tally) {
        if (!(total.entry() instanceof Entry.Number number)) {
            tally.skipped(rule, total.entry().gap(), List.of(total));
            return;
        }
        int projects = number.number().intValue();
        if (projects > 0 && copies.isEmpty()) {
            tally.failed(AuditWording.named(rule, total.named() + "= " + projects + "，工作簿里却没有一张自评表", List.of(total)));
        } else if (copies.size() > projects) {
            tally.failed(AuditWording.named(rule, total.named() + "= " + projects + "，工作簿里却有 " + copies.size() + " 张自评表（"
                + String.join("、", copies.stream().map(SubmittedSheet::sheet).map(Sheet::name).toList()) + "）", List.of(total)));
        } else {
            tally.passed();
        }
    }
}
