package juesuan.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntBiFunction;

/**
 * Which item of one list became which of another, the order kept: as many equal ones as possible, then
 * those that are most alike. A library's diff says only which items are equal.
 */
final class Pairing {

    static final int EQUAL = 1000;
    /** Items less alike than this came and went. */
    private static final int LEAST = 400;
    /** More than all the likeness that lists of this size can sum up to. */
    private static final long EQUAL_WEIGHT = 1L << 32;
    private static final long MOST_CELLS = 4_000_000;

    private Pairing() {
    }

    /** At least one of the two is there. */
    record Pair<T>(Optional<T> was, Optional<T> now) {

        static <T> Pair<T> of(T was, T now) {
            return new Pair<>(Optional.of(was), Optional.of(now));
        }

        static <T> Pair<T> gone(T was) {
            return new Pair<>(Optional.of(was), Optional.empty());
        }

        static <T> Pair<T> added(T now) {
            return new Pair<>(Optional.empty(), Optional.of(now));
        }
    }

    /** @param likeness from 0 to {@link #EQUAL} */
    static <T> List<Pair<T>> of(List<T> was, List<T> now, ToIntBiFunction<T, T> likeness) {
        List<Pair<T>> start = new ArrayList<>();
        int from = 0;
        int wasEnd = was.size();
        int nowEnd = now.size();
        while (from < wasEnd && from < nowEnd && likeness.applyAsInt(was.get(from), now.get(from)) == EQUAL) {
            start.add(Pair.of(was.get(from), now.get(from++)));
        }
        List<Pair<T>> end = new ArrayList<>();
        while (wasEnd > from && nowEnd > from && likeness.applyAsInt(was.get(wasEnd - 1), now.get(nowEnd - 1)) == EQUAL) {
            end.add(Pair.of(was.get(--wasEnd), now.get(--nowEnd)));
        }
        Collections.reverse(end);
        List<T> wasLeft = was.subList(from, wasEnd);
        List<T> nowLeft = now.subList(from, nowEnd);
        start.addAll((long) wasLeft.size() * nowLeft.size() > MOST_CELLS ? inOrder(wasLeft, nowLeft) : best(wasLeft, nowLeft, likeness));
        start.addAll(end);
        return start;
    }

    private static <T> List<Pair<T>> inOrder(List<T> was, List<T> now) {
        List<Pair<T>> pairs = new ArrayList<>();
        for (int i = 0; i < Math.max(was.size(), now.size()); i++) {
            pairs.add(new Pair<>(i < was.size() ? Optional.of(was.get(i)) : Optional.empty(),
                i < now.size() ? Optional.of(now.get(i)) : Optional.empty()));
        }
        return pairs;
    }

    private static <T> List<Pair<T>> best(List<T> was, List<T> now, ToIntBiFunction<T, T> likeness) {
        long[][] weight = new long[was.size()][now.size()];
        long[][] sum = new long[was.size() + 1][now.size() + 1];
        for (int i = was.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                int alike = likeness.applyAsInt(was.get(i), now.get(j));
                weight[i][j] = alike == EQUAL ? EQUAL_WEIGHT : alike < LEAST ? 0 : alike;
                sum[i][j] = Math.max(Math.max(sum[i + 1][j], sum[i][j + 1]), weight[i][j] + sum[i + 1][j + 1]);
            }
        }
        List<Pair<T>> pairs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < was.size() && j < now.size()) {
            if (weight[i][j] > 0 && sum[i][j] == weight[i][j] + sum[i + 1][j + 1]) {
                pairs.add(Pair.of(was.get(i++), now.get(j++)));
            } else if (sum[i][j] == sum[i + 1][j]) {
                pairs.add(Pair.gone(was.get(i++)));
            } else {
                pairs.add(Pair.added(now.get(j++)));
            }
        }
        was.subList(i, was.size()).forEach(item -> pairs.add(Pair.gone(item)));
        now.subList(j, now.size()).forEach(item -> pairs.add(Pair.added(item)));
        return pairs;
    }
}
