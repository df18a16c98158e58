package juesuan.audit;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import juesuan.formula.Comparison;
import juesuan.model.Accounts;
import juesuan.model.Finding;
import juesuan.pack.Pack;
import juesuan.pack.Rule;
import juesuan.pack.RuleSpec;

/** Which of a rule's comparisons some accounts really put to the test: their conditions hold, and nothing is missing. */
public final class Exercise {

    private Exercise() {
    }

    /** The comparisons of a rule that were made, by their index; 0 for a check of another kind. */
    public static Set<Integer> of(Accounts accounts, Pack pack, RuleSpec spec) {
        Set<Integer> made = new TreeSet<>();
        List<Rule.Test> tests = Rule.of(pack, spec).tests();
        for (int i = 0; i < tests.size(); i++) {
            if (isMade(accounts, pack, spec, tests.get(i))) {
                made.add(i);
            }
        }
        if (tests.isEmpty() && Auditor.check(accounts, pack).run() > Auditor.check(accounts, without(pack, spec)).run()) {
            made.add(0);
        }
        return made;
    }

    /** Nothing differs from itself, so whatever gets as far as the comparison is heard of. */
    private static boolean isMade(Accounts accounts, Pack pack, RuleSpec spec, Rule.Test test) {
        Comparison never = new Comparison(test.check().left(), Comparison.Relation.DIFFERENT, test.check().left());
        Rule.Test always = new Rule.Test(never, test.when(), test.rows(), test.columns(), test.cells(), test.copies());
        Tally tally = new Tally();
        new Equations(new Rule(spec, List.of(always), Set.of())).run(spec, new SubmittedSheets(accounts, pack), tally);
        return tally.report(false).findings().stream().anyMatch(finding -> finding.status() == Finding.Status.FAILED);
    }

    private static Pack without(Pack pack, RuleSpec spec) {
        return new Pack(pack.id(), pack.name(), pack.version(), pack.year(), pack.title(), pack.sheets(), pack.parts(), pack.summary(), pack.texts(),
            pack.codes(), pack.renamed(), pack.style(), pack.changes(), pack.rules().stream().filter(rule -> rule != spec).toList(),
            pack.charts(), pack.instructions(), pack.resources(), pack.figures());
    }
}
