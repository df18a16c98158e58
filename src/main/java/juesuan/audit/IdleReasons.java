package juesuan.audit;

import java.util.List;
import juesuan.pack.RuleSpec;

/** A reason for what did not change, where the text says 持平 and prints none. */
final class IdleReasons implements Check {

    @Override
    public void run(RuleSpec rule, SubmittedSheets books, Tally tally) {
        for (Reason reason : books.reasons()) {
            if (reason.change().isNone() && !reason.printed()) {
                tally.failed(AuditWording.named(rule, reason.passage().figure().named() + "填写了原因，" + reason.item() + "与"
                    + reason.change().compare().basis() + "相比却没有变动，公开文本里不印这个原因", List.of(reason.passage().figure())));
            }
        }
    }
}
