package juesuan.audit;

import java.util.List;
import java.util.regex.Matcher;
import juesuan.pack.NamedCheck;
import juesuan.pack.RuleSpec;
import juesuan.pack.TextPattern;

/** Words that the reason of a change between two years does not use. */
final class ReasonWords implements Check {

    @Override
    public void run(RuleSpec rule, SubmittedSheets books, Tally tally) {
        for (Reason reason : books.reasons()) {
            Matcher found = TextPattern.of(rule.with().get(NamedCheck.UNFIT), books.accounts().year()).matcher(reason.text());
            if (found.find()) {
                tally.failed(AuditWording.named(rule, reason.passage().figure().named() + "里写“" + found.group() + "”",
                    List.of(reason.passage().figure())));
            }
        }
    }
}
