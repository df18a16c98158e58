package juesuan.pack;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Guesses which name was meant when a letter or two are wrong. */
final class Similar {

    private Similar() {
    }

    /** “，是不是……？” or nothing. */
    static String hint(String name, Collection<String> known) {
        return known.stream().filter(other -> distance(name, other) <= (name.length() + 1) / 3)
            .min(Comparator.comparingInt((String other) -> distance(name, other)).thenComparing(other -> other))
            .map(other -> "（是不是“" + other + "”？）").orElse("");
    }

    /** Insertions, deletions and replacements between two names (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
