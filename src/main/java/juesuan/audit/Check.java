package juesuan.audit;

import juesuan.pack.RuleSpec;

/** One way to check a rule. What says nothing at all has found nothing: one check, passed. */
interface Check {

    /** @param tally is told every outcome: passed, failed, or not checked and why */
    void run(RuleSpec rule, SubmittedSheets books, Tally tally);
}
