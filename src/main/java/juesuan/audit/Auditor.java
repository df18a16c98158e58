package juesuan.audit;

import java.util.Map;
import java.util.Optional;
import juesuan.model.Accounts;
import juesuan.pack.NamedCheck;
import juesuan.pack.Pack;
import juesuan.pack.Rule;
import juesuan.pack.RuleSpec;

/** Checks accounts against the rules of a pack. */
public final class Auditor {

    private static final Map<NamedCheck, Check> NAMED = Map.of(
        NamedCheck.SUBJECT_TREE, new SubjectTree(),
        NamedCheck.INDICATOR_POINTS, new IndicatorPoints(),
        NamedCheck.PERFORMANCE_COPIES, new PerformanceCopies());

    private Auditor() {
    }

    public static AuditReport check(Accounts accounts, Pack pack) {
        Books books = new Books(accounts, pack);
        Tally tally = new Tally();
        pack.rules().stream().filter(RuleSpec::isOn).forEach(rule -> check(pack, rule).run(rule, books, tally));
        return tally.report();
    }

    private static Check check(Pack pack, RuleSpec rule) {
        return rule.named().map(NAMED::get).orElseGet(() -> rule.find().isEmpty()
            ? new Equations(Rule.of(pack, rule)) : new Patterns());
    }
}
