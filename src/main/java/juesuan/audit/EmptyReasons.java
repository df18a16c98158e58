package juesuan.audit;

import java.util.List;
import java.util.regex.Pattern;
import juesuan.pack.RuleSpec;
import juesuan.pack.TextPattern;

/** A change is explained with words that explain nothing. */
final class EmptyReasons implements Check {

    private static final int SHORTEST = 4;

    @Override
    public void run(RuleSpec rule, SubmittedSheets books, Tally tally) {
        Pattern empty = TextPattern.of(rule.with().get("空话"), books.accounts().year());
        for (Reason reason : books.reasons()) {
            String words = reason.text().replaceAll("[\\p{Punct}\\p{IsPunctuation}\\s]", "");
            boolean saysNothing = words.length() < SHORTEST || empty.matcher(words).matches();
            if (saysNothing && reason.change().direction() != 0) {
                tally.failed(AuditWording.named(rule, reason.passage().figure().named() + "里写的是“" + AuditWording.visible(reason.text())
                    + "”，没有说出" + reason.item() + (reason.change().direction() > 0 ? "增加" : "减少") + "的原因",
                    List.of(reason.passage().figure())));
            }
        }
    }
}
