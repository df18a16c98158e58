package juesuan.audit;

import java.util.Map;
import java.util.stream.Stream;
import juesuan.model.Accounts;
import juesuan.model.MoneyUnit;
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
        Tally tally = new Tally();
        Books books = new Books(accounts, pack);
        rules(pack).forEach(rule -> check(pack, rule).run(rule, books, tally));
        return tally.report(tally.hasRounded() || accounts.unit() == MoneyUnit.YUAN && isRoundedInPrint(accounts, pack));
    }

    /** What adds up in 元 may no longer do so in the printed 万元. */
    private static boolean isRoundedInPrint(Accounts accounts, Pack pack) {
        Tally printed = new Tally();
        Books books = new Books(Printed.of(accounts, pack), pack);
        rules(pack).filter(rule -> !rule.check().isEmpty()).forEach(rule -> check(pack, rule).run(rule, books, printed));
        return printed.hasRounded();
    }

    private static Stream<RuleSpec> rules(Pack pack) {
        return pack.rules().stream().filter(RuleSpec::isOn);
    }

    private static Check check(Pack pack, RuleSpec rule) {
        return rule.named().map(NAMED::get).orElseGet(() -> rule.find().isEmpty()
            ? new Equations(Rule.of(pack, rule)) : new Patterns());
    }
}
