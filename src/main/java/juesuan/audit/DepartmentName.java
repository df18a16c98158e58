package juesuan.audit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import juesuan.pack.RuleSpec;

/**
 * The department's name with one or two characters wrong. What tells the department from its neighbours, its place,
 * must be right: 龙华区 is no slip of 龙岗区. Short names of its own, such as 区工信局, are another thing.
 */
final class DepartmentName implements Check {

    /** 深圳市龙岗区 and 工业和信息化局. */
    private static final Pattern PARTS = Pattern.compile("(.*[省市区县州盟旗镇乡])?(.+)");
    /** Shorter ones, such as 财政局, are too near to other offices. */
    private static final int SHORTEST = 5;

    @Override
    public void run(RuleSpec rule, SubmittedSheets books, Tally tally) {
        String name = books.accounts().department().strip();
        Matcher parts = PARTS.matcher(name);
        if (!parts.matches() || parts.group(2).length() < SHORTEST) {
            return;
        }
        String place = Optional.ofNullable(parts.group(1)).orElse("");
        String office = parts.group(2);
        for (Passage passage : books.passages()) {
            Set<String> found = variants(passage.text(), place, office);
            if (!found.isEmpty()) {
                tally.failed(AuditWording.named(rule, passage.figure().named() + "里写“" + String.join("”“", found) + "”，部门名称是“"
                    + name + "”", List.of(passage.figure())));
            }
        }
    }

    private static Set<String> variants(String text, String place, String office) {
        Set<String> found = new LinkedHashSet<>();
        String rest = text.replace(office, "\n");
        char last = office.charAt(office.length() - 1);
        for (int end = rest.indexOf(last); end >= 0; end = rest.indexOf(last, end + 1)) {
            for (int length : new int[] {office.length(), office.length() - 1, office.length() + 1}) {
                int start = end + 1 - length;
                if (start >= 0 && rest.charAt(start) == office.charAt(0) && isNear(rest.substring(start, end + 1), office)) {
                    boolean full = !place.isEmpty() && rest.startsWith(place, start - place.length());
                    found.add((full ? place : "") + rest.substring(start, end + 1));
                    break;
                }
            }
        }
        return found;
    }

    /** One character replaced, left out or too much. */
    private static boolean isNear(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int from = 0;
        while (from < shorter && a.charAt(from) == b.charAt(from)) {
            from++;
        }
        int tail = 0;
        while (tail < shorter - from && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
            tail++;
        }
        return a.indexOf('\n') < 0 && Math.max(a.length(), b.length()) - from - tail == 1;
    }
}
