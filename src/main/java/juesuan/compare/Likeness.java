package juesuan.compare;

import java.util.Arrays;

/** How alike two texts are: pairs of characters in common. Which digits stand in them does not count. */
final class Likeness {

    private Likeness() {
    }

    /** {@link Pairing#EQUAL} for equal texts only. */
    static int of(String was, String now) {
        if (was.equals(now)) {
            return Pairing.EQUAL;
        }
        long[] a = pairs(was);
        long[] b = pairs(now);
        if (a.length + b.length == 0) {
            return 0;
        }
        int common = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length;) {
            if (a[i] == b[j]) {
                common++;
            }
            int order = Long.compare(a[i], b[j]);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common * 2 * (Pairing.EQUAL - 1) / (a.length + b.length);
    }

    private static long[] pairs(String text) {
        int[] c = ("^" + text.replaceAll("[\\d,.%-]+", "0") + "$").codePoints().toArray();
        long[] pairs = new long[c.length - 1];
        for (int i = 0; i + 1 < c.length; i++) {
            pairs[i] = (long) c[i] << 32 | c[i + 1];
        }
        Arrays.sort(pairs);
        return pairs;
    }
}
