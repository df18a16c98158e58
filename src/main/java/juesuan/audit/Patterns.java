package juesuan.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import juesuan.pack.RuleSpec;
import juesuan.pack.TextPattern;

/** What must not stand in any text that the clerk typed, or in those of one sheet or block. */
final class Patterns implements Check {

    private static final int SHOWN = 3;
    /** What can only stand at the end of a text is looked for there; texts are long. */
    private static final int TAIL = 32;

    private record Found(int start, int end) {
    }

    @Override
    public void run(RuleSpec rule, SubmittedSheets books, Tally tally) {
        List<Pattern> patterns = rule.find().stream().map(text -> TextPattern.of(text, books.accounts().year())).toList();
        String[] within = (rule.within() + ".").split("\\.", -1);
        Map<String, List<Found>> known = new HashMap<>();
        for (Passage passage : books.passages()) {
            if (rule.within().isEmpty() || passage.isIn(within[0], within[1])) {
                List<Found> found = known.computeIfAbsent(passage.text(), text -> find(patterns, text));
                if (!found.isEmpty()) {
                        tally.failed(AuditWording.named(rule, passage.figure().named() + "里有" + words(passage, found), List.of(passage.figure())));
                }
            }
        }
    }

    /** From left to right, none inside another. */
    private static List<Found> find(List<Pattern> patterns, String text) {
        List<Found> all = new ArrayList<>();
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(text);
            if (isTail(pattern)) {
                matcher.useTransparentBounds(true).useAnchoringBounds(false).region(Math.max(0, text.length() - TAIL), text.length());
            }
            while (matcher.find()) {
                all.add(new Found(matcher.start(), matcher.end()));
            }
        }
        all.sort(Comparator.comparingInt(Found::start).thenComparing(Comparator.comparingInt(Found::end).reversed()));
        List<Found> apart = new ArrayList<>();
        for (Found found : all) {
            if (apart.isEmpty() || found.start() >= apart.get(apart.size() - 1).end()) {
                apart.add(found);
            }
        }
        return apart;
    }

    private static boolean isTail(Pattern pattern) {
        String regex = pattern.pattern();
        return regex.endsWith("$") && !regex.contains("^") && !regex.contains("|(") && !regex.startsWith("(?s)");
    }

    private static String words(Passage passage, List<Found> found) {
        return found.stream().limit(SHOWN).map(f -> passage.quote(f.start(), f.end())).collect(Collectors.joining("、"))
            + (found.size() > SHOWN ? "等 " + found.size() + " 处" : "");
    }
}
