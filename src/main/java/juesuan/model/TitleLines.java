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
public final class TitleLines {

    /** After these, or before those behind the bar, a line ends well: 某某市|市场监督管理局, not 市场|监督. */
    private static final Pattern GOOD = Pattern.compile("(?<=省|自治区|自治州|县|旗|镇|街道|政府|委员会|联合会|协会|中心|[厅局站、：]"
        + "|总队|支队|大队|办事处|管理处|研究所|派出所|医院|法院|检察院|学院|研究院)|(?<=市)(?![场政容民辖])|(?<=区)(?![域划])|(?<=乡)(?![村镇土])|(?=[（《“暨])");
    private static final String NEVER_FIRST = "、，。．；：！？）〕］｝】〗》〉」』”’·—…)]}";
    private static final String NEVER_LAST = "（〔［｛【〖《〈「『“‘([{";
    /** What a good place is worth: both lines two characters from the middle. */
    private static final double WORTH = 9;
    /** Where no line should end, one may all the same if there is no other place. */
    private static final double BAD = 10_000;
    private static final double WIDE = 1;
    private static final double CAPITAL = 0.95;
    private static final double NARROW = 0.6;
    private static final int LATIN = 0x2000;

    private final List<String> characters = new ArrayList<>();
    private final boolean[] good;
    private final double width;
    private final double most;

    private TitleLines(String text, double most) {
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

    /** @param most how many Chinese characters a line holds */
    public static List<String> of(String text, double most) {
        return new TitleLines(text, most).lines();
    }

    private List<String> lines() {
        if (width <= most) {
            return List.of(String.join("", characters));
        }
        for (int number = (int) Math.ceil(width / most); number < characters.size(); number++) {
            int[][] from = new int[number + 1][characters.size() + 1];
            if (cheapest(number, from) < Double.POSITIVE_INFINITY) {
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
    private double cheapest(int number, int[][] from) {
        double[] before = new double[characters.size() + 1];
        Arrays.fill(before, 1, before.length, Double.POSITIVE_INFINITY);
        for (int line = 1; line <= number; line++) {
            double[] costs = new double[before.length];
            Arrays.fill(costs, Double.POSITIVE_INFINITY);
            for (int end = line; end <= characters.size(); end++) {
                for (int start = end - 1; start >= line - 1 && width(start, end) <= most; start--) {
                    double cost = before[start] + cost(start, end, width / number);
                    if (cost < costs[end]) {
                        costs[end] = cost;
                        from[line][end] = start;
                    }
                }
            }
            before = costs;
        }
        return before[characters.size()];
    }

    private double cost(int start, int end, double even) {
        double off = width(start, end) - even;
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

    private double width(int start, int end) {
        return characters.subList(start, end).stream().mapToInt(character -> character.codePointAt(0)).mapToDouble(TitleLines::width).sum();
    }

    private static double width(int c) {
        return c >= LATIN ? WIDE : Character.isUpperCase(c) ? CAPITAL : NARROW;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }
}
