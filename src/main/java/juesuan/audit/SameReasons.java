package juesuan.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import juesuan.pack.RuleSpec;

/** One text explains an increase here and a decrease there. */
final class SameReasons implements Check {

    @Override
    public void run(RuleSpec rule, SubmittedSheets books, Tally tally) {
        Map<String, List<Reason>> same = new LinkedHashMap<>();
        books.reasons().stream().filter(reason -> reason.change().direction() != 0).forEach(reason ->
            same.computeIfAbsent(reason.text().replaceAll("[\\p{IsPunctuation}\\s]", ""), key -> new ArrayList<>()).add(reason));
        same.values().forEach(reasons -> {
            List<Reason> up = reasons.stream().filter(reason -> reason.change().direction() > 0).toList();
            List<Reason> down = reasons.stream().filter(reason -> reason.change().direction() < 0).toList();
            if (!up.isEmpty() && !down.isEmpty()) {
                tally.failed(AuditWording.named(rule, "“" + AuditWording.visible(up.get(0).text()) + "”既是" + named(up.get(0)) + "增加的原因，又是"
                    + named(down.get(0)) + "减少的原因", reasons.stream().map(reason -> reason.passage().figure()).toList()));
            }
        });
    }

    private static String named(Reason reason) {
        return reason.passage().figure().named();
    }
}
