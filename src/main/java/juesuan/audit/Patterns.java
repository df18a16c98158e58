package juesuan.audit;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import juesuan.pack.RuleSpec;

/** What must not stand in any text that the clerk typed. */
final class Patterns implements Check {

    @Override
    public void run(RuleSpec rule, Books books, Tally tally) {
        List<Pattern> patterns = rule.find().stream().map(Pattern::compile).toList();
        boolean clean = true;
        for (Figure text : books.texts()) {
            for (Pattern pattern : patterns) {
                Matcher found = pattern.matcher(text.entry().asText());
                if (found.find()) {
                    clean = false;
                    tally.failed(Wording.named(rule, text.named() + "里有“" + found.group() + "”", List.of(text)));
                }
            }
        }
        if (clean) {
            tally.passed();
        }
    }
}
