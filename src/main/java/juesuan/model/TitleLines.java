package juesuan.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A title in as few lines as it needs, all of about the same length, and ended where the name of an
 * office may be drawn breath at. Left to the layout, the last line may hold one lonely character.
 */
final class TitleLines {

    /** After these, or before those behind the bar, a line ends well: 某某市|市场监督管理局, not 市场|监督. */
    private static final Pattern GOOD = Pattern.compile("(?<=省|自治区|自治州|县|旗|镇|街道|政府|委员会|联合会|协会|中心|[厅局站、：]"
        + "|总队|支队|大队|办事处|管理处|研究所|派出所|医院|法院|检察院|学院|研究院)|(?<=市)(?![场政容民辖])|(?<=区)(?![域划])|(?<=乡)(?![村镇土])|(?=[（《“暨])");
    private static final String NEVER_FIRST = "、，。．；：！？）〕］｝】〗》〉」』”’·—…)]}";
    private static final String NEVER_LAST = "（〔［｛【〖《〈「『“‘([{";
    /** The width of a Chinese character. */
    static final int EM = 20;
    private static final int CAPITAL = 19;
    private static final int NARROW = 12;
    private static final int LATIN = 0x2000;
    /** What a good place is worth: both lines two characters from the middle. */
    private static final int WORTH = 9 * EM * EM;
    /** Where no line should end, one may all the same if there is no other place. */
    private static final int BAD = 10_000 * EM * EM;
    private static final long IMPOSSIBLE = Long.MAX_VALUE;

    private final List<String> characters = new ArrayList<>();
    private final boolean[] good;
    private final int width;
    private final int most;

    private TitleLines(String text, int most) {
        this.most = most;
        text.codePoints().forEach(c -> {
            if (isMark(c) && !characters.isEmpty()) {
                characters.set(characters.size() - 1, characters.get(characters.size() - 1) + Character.toString(c));
            } else {
                characters.add(Character.toString(c));
            }
        });
        width = width(0, characters.size());
        good = new boolean[characters.size()];
        int at = 0;
        for (int i = 0; i < good.length; i++) {
            good[i] = GOOD.matcher(text).region(at, text.length()).useTransparentBounds(true).lookingAt();
            at += characters.get(i).length();
        }
    }

    /** @param most the width of a line, {@link #EM} to a Chinese character */
    static List<String> of(String text, int most) {
        return new TitleLines(text, most).lines();
    }

    private List<String> lines() {
        if (width <= most) {
            return List.of(String.join("", characters));
        }
        for (int number = (width + most - 1) / most; number < characters.size(); number++) {
            int[][] from = new int[number + 1][characters.size() + 1];
            if (cheapest(number, from) < IMPOSSIBLE) {
                List<String> lines = new ArrayList<>();
                for (int line = number, end = characters.size(); line > 0; end = from[line][end], line--) {
                    lines.add(String.join("", characters.subList(from[line][end], end)));
                }
                Collections.reverse(lines);
                return lines;
            }
        }
        return List.of(String.join("", characters));
    }

    /** @param from where line l begins when it ends before character e; filled in */
    private long cheapest(int number, int[][] from) {
        long[] before = new long[characters.size() + 1];
        Arrays.fill(before, 1, before.length, IMPOSSIBLE);
        for (int line = 1; line <= number; line++) {
            long[] costs = new long[before.length];
            Arrays.fill(costs, IMPOSSIBLE);
            for (int end = line; end <= characters.size(); end++) {
                for (int start = end - 1; start >= line - 1 && width(start, end) <= most; start--) {
                    long cost = before[start] + cost(start, end, width / number);
                    if (before[start] < IMPOSSIBLE && cost < costs[end]) {
                        costs[end] = cost;
                        from[line][end] = start;
                    }
                }
            }
            before = costs;
        }
        return before[characters.size()];
    }

    private long cost(int start, int end, int even) {
        long off = width(start, end) - even;
        if (end == characters.size()) {
            return off * off;
        }
        return off * off + (mayBreak(characters.get(end - 1), characters.get(end)) ? 0 : BAD) - (good[end] ? WORTH : 0);
    }

    private static boolean mayBreak(String before, String after) {
        boolean inWord = Character.isLetterOrDigit(before.charAt(0)) && before.charAt(0) < LATIN
            && Character.isLetterOrDigit(after.charAt(0)) && after.charAt(0) < LATIN;
        return !inWord && !NEVER_FIRST.contains(after) && !NEVER_LAST.contains(before);
    }

    private int width(int start, int end) {
        return characters.subList(start, end).stream().mapToInt(character -> width(character.codePointAt(0))).sum();
    }

    private static int width(int c) {
        return c >= LATIN ? EM : Character.isUpperCase(c) ? CAPITAL : NARROW;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }
}
