package juesuan.audit;

import java.util.List;
import java.util.Optional;
import juesuan.model.Row;
import juesuan.pack.ColumnSpec;
import juesuan.pack.Renamed;
import juesuan.pack.RuleSpec;

/** Names of subjects that were renamed before this year, in texts and in the name column of tables. */
final class OldSubjects implements Check {

    /** Shorter ones are words of everyday language, such as 扶贫. */
    private static final int SHORTEST = 6;

    @Override
    public void run(RuleSpec rule, SubmittedSheets books, Tally tally) {
        List<Renamed> due = books.pack().renamed().stream().filter(renamed -> renamed.year() <= books.accounts().year()).toList();
        for (Passage passage : books.passages()) {
            due.stream().filter(renamed -> renamed.before().length() >= SHORTEST && passage.text().contains(renamed.before()))
                .findFirst().ifPresent(renamed -> fail(rule, passage.figure(), renamed, tally));
        }
        books.all().forEach(tab -> tab.areas().stream().filter(area -> area.spec().codes().isPresent()).forEach(area ->
            area.all().forEach(row -> due.stream().filter(renamed -> renamed.code().equals(row.key()))
                .forEach(renamed -> check(rule, area, row, renamed, tally)))));
    }

    private static void check(RuleSpec rule, SubmittedSheet.Area area, Row row, Renamed renamed, Tally tally) {
        Optional<Figure> name = area.spec().leaves().stream().filter(column -> column.type() == ColumnSpec.Type.NAME)
            .findFirst().flatMap(column -> area.figure(row, column.id()));
        if (name.isPresent() && name.get().entry().asText().strip().equals(renamed.before())) {
            fail(rule, name.get(), renamed, tally);
        }
    }

    private static void fail(RuleSpec rule, Figure figure, Renamed renamed, Tally tally) {
        tally.failed(AuditWording.named(rule, figure.named() + "里写“" + renamed.before() + "”，" + renamed.code() + " 从 " + renamed.year()
            + " 年起叫“" + renamed.now() + "”", List.of(figure)));
    }
}
