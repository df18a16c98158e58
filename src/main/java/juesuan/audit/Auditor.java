package juesuan.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import juesuan.model.Accounts;
import juesuan.model.MoneyUnit;
import juesuan.pack.NamedCheck;
import juesuan.pack.Pack;
import juesuan.pack.Rule;
import juesuan.pack.RuleSpec;

/** Checks accounts against the rules of a pack. */
public final class Auditor {

    private static final Map<NamedCheck, Check> NAMED = Map.ofEntries(
        Map.entry(NamedCheck.SUBJECT_TREE, new SubjectTree()),
        Map.entry(NamedCheck.INDICATOR_POINTS, new IndicatorPoints()),
        Map.entry(NamedCheck.PERFORMANCE_COPIES, new PerformanceCopies()),
        Map.entry(NamedCheck.PAIRS, new Pairs()),
        Map.entry(NamedCheck.DEPARTMENT_NAME, new DepartmentName()),
        Map.entry(NamedCheck.CHANGE_DIRECTION, new ChangeDirection()),
        Map.entry(NamedCheck.CHANGE_SIZE, new ChangeSize()),
        Map.entry(NamedCheck.NEAR_AMOUNTS, new NearAmounts()),
        Map.entry(NamedCheck.STATED_FIGURES, new StatedFigures()),
        Map.entry(NamedCheck.LISTED_SUM, new ListedSum()),
        Map.entry(NamedCheck.LISTED_NUMBER, new ListedNumber()),
        Map.entry(NamedCheck.ORDINALS, new Ordinals()),
        Map.entry(NamedCheck.OLD_SUBJECTS, new OldSubjects()),
        Map.entry(NamedCheck.EMPTY_REASONS, new EmptyReasons()),
        Map.entry(NamedCheck.SAME_REASONS, new SameReasons()),
        Map.entry(NamedCheck.IDLE_REASONS, new IdleReasons()),
        Map.entry(NamedCheck.COPIED_TEXT, new CopiedText()),
        Map.entry(NamedCheck.NEGATIVES, new Negatives()),
        Map.entry(NamedCheck.WHOLE_UNIT, new WholeUnit()),
        Map.entry(NamedCheck.YEAR_EVIDENCE, new YearEvidence()),
        Map.entry(NamedCheck.PRINTED_ZEROS, new PrintedZeros()),
        Map.entry(NamedCheck.REASON_WORDS, new ReasonWords()));

    private Auditor() {
    }

    public static AuditReport check(Accounts accounts, Pack pack) {
        Tally tally = new Tally();
        SubmittedSheets books = new SubmittedSheets(accounts, pack);
        Map<RuleSpec, Check> checks = checks(pack);
        checks.forEach((rule, check) -> run(check, rule, books, tally));
        return tally.report(tally.hasRounded() || accounts.unit() == MoneyUnit.YUAN && isRoundedInPrint(accounts, pack, checks));
    }

    private static void run(Check check, RuleSpec rule, SubmittedSheets books, Tally tally) {
        int before = tally.count();
        check.run(rule, books, tally);
        if (rule.check().isEmpty() && tally.count() == before) {
            tally.passed();
        }
    }

    /** What adds up in 元 may no longer do so in the printed 万元. */
    private static boolean isRoundedInPrint(Accounts accounts, Pack pack, Map<RuleSpec, Check> checks) {
        Tally printed = new Tally();
        SubmittedSheets books = new SubmittedSheets(Printed.of(accounts, pack), pack);
        checks.forEach((rule, check) -> {
            if (!rule.check().isEmpty()) {
                check.run(rule, books, printed);
            }
        });
        return printed.hasRounded();
    }

    private static Map<RuleSpec, Check> checks(Pack pack) {
        Map<RuleSpec, Check> checks = new LinkedHashMap<>();
        pack.rules().stream().filter(RuleSpec::isOn).forEach(rule -> checks.put(rule, check(pack, rule)));
        return checks;
    }

    private static Check check(Pack pack, RuleSpec rule) {
        return rule.named().map(NAMED::get).orElseGet(() -> rule.find().isEmpty()
            ? new Equations(Rule.of(pack, rule)) : new Patterns());
    }
}
