package juesuan.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import juesuan.model.Row;
import juesuan.pack.RuleSpec;

/** In every table of subjects each 项 has its 款, each 款 its 类, and the codes ascend. */
final class SubjectTree implements Check {

    @Override
    public void run(RuleSpec rule, SubmittedSheets books, Tally tally) {
        books.all().forEach(tab -> tab.areas().stream().filter(area -> area.spec().codes().isPresent())
            .forEach(area -> check(rule, area, tally)));
    }

    private static void check(RuleSpec rule, SubmittedSheet.Area area, Tally tally) {
        List<Row> subjects = area.all().stream().filter(row -> row.key().matches("\\d+")).toList();
        Optional<Row> above = Optional.empty();
        for (Row row : subjects) {
            String code = row.key();
            List<String> wrong = new ArrayList<>();
            String parent = code.length() > 3 ? code.substring(0, code.length() - 2) : "";
            if (!parent.isEmpty() && area.row(parent).isEmpty()) {
                wrong.add("它的上一级 " + parent + " 没有列出");
            }
            if (above.filter(before -> before.key().compareTo(code) > 0).isPresent()) {
                wrong.add("排在 " + above.get().key() + " 的后面");
            }
            above = Optional.of(row);
            if (wrong.isEmpty()) {
                tally.passed();
            } else {
                Figure at = area.firstOf(row);
                tally.failed(AuditWording.named(rule, at.cell() + "「" + code + " " + row.label() + "」" + String.join("，也", wrong), List.of(at)));
            }
        }
    }
}
