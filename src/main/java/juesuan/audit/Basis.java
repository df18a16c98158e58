package juesuan.audit;

import java.util.regex.Pattern;
import juesuan.pack.RuleSpec;
import juesuan.pack.TextPattern;

/** What a clause of a reason compares with, by the pack's words: 同比, 较上年同期, 比年初预算. */
record Basis(Pattern lastYear, Pattern budget) {

    static Basis of(RuleSpec rule, int year) {
        return new Basis(TextPattern.of("(?:" + rule.with().get("与上年比") + ")", year),
            TextPattern.of("(?:" + rule.with().get("与预算比") + ")", year));
    }

    /** A clause without what it is compared with. */
    String without(String clause) {
        return budget.matcher(lastYear.matcher(clause).replaceAll("")).replaceAll("");
    }

    boolean isNamed(String clause) {
        return lastYear.matcher(clause).find() || budget.matcher(clause).find();
    }

    /** Against the other base than that of the change: what it says cannot be held to this change. */
    boolean isOther(String clause, Reason reason) {
        boolean ofYear = lastYear.matcher(clause).find();
        boolean ofBudget = budget.matcher(clause).find();
        return isBudget(reason) ? ofYear && !ofBudget : ofBudget && !ofYear;
    }

    static boolean isBudget(Reason reason) {
        return reason.change().compare().basis().contains("预算");
    }
}
