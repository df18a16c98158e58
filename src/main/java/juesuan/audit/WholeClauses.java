package juesuan.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import juesuan.audit.Clauses.Clause;
import juesuan.pack.RuleSpec;
import juesuan.pack.TextPattern;

/**
 * The clauses of a reason that speak of the whole figure: nothing is left of them without the words of the pack, and
 * no other subject was named before, unless they name the figure or say 总体.
 */
record WholeClauses(Basis basis, Pattern size, Pattern whole, Pattern again) {

    private static final String SIZE = "(?:额|率|比例|幅度|了|为|达|达到)*{数} ?(%|％|万元|亿元|元)(?!左右|以上|以内|多|余|/|／)";

    static WholeClauses of(RuleSpec rule, int year) {
        return new WholeClauses(Basis.of(rule, year), TextPattern.of("(?:" + rule.with().get("幅度") + ")" + SIZE, year),
            TextPattern.of(rule.with().get("总体"), year), TextPattern.of(rule.with().get("总起"), year));
    }

    List<Clause> in(Reason reason) {
        List<Clause> found = new ArrayList<>();
        boolean ofWhole = true;
        Pattern item = Pattern.compile(reason.itself());
        for (Clause clause : Clauses.of(reason.text())) {
            Matcher itself = item.matcher(clause.text());
            boolean named = itself.find() || again.matcher(clause.text()).find();
            String text = basis.without(itself.replaceAll(""));
            String rest = whole.matcher(size.matcher(text).replaceAll("")).replaceAll("");
            ofWhole = rest.replaceAll("[^\\p{IsHan}A-Za-z]", "").isEmpty() && (ofWhole || named) && !isOtherSide(text, reason);
            if (ofWhole && !basis.isOther(clause.text(), reason)) {
                found.add(clause);
            }
        }
        return found;
    }

    /** Income in the reason of an expenditure, and the other way round. */
    private static boolean isOtherSide(String text, Reason reason) {
        return text.contains("收入") && !reason.item().contains("收入") || text.contains("支出") && reason.item().endsWith("收入");
    }
}
