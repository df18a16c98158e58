package juesuan.samples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chance that can be had again: the same seed draws the same. Money is in 分 and never so little that 万元 print it as 0. */
final class Draw {

    /** 50 元: 0.01 万元 as printed. */
    private static final long LEAST = 5_000;
    private static final long YUAN = 100;

    private final Random random;
    private final long quantum;

    /** @param quantum of all money, 分: 1, or 10,000 where each amount is a whole number of hundredths of 万元 */
    Draw(long seed, long quantum) {
        this.random = new Random(seed);
        this.quantum = quantum;
    }

    /** The same chance goes on with another quantum. */
    private Draw(Random random, long quantum) {
        this.random = random;
        this.quantum = quantum;
    }

    Draw in(long other) {
        return new Draw(random, other);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int number(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Several, each once, in the order of the list. */
    <T> List<T> some(List<T> of, int number) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            places.add(i);
        }
        Collections.shuffle(places, random);
        return places.stream().limit(number).sorted().map(of::get).toList();
    }

    /** As many small as large: from 1 to 10 as likely as from 10 to 100. */
    double factor(double from, double to) {
        return from * StrictMath.pow(to / from, random.nextDouble());
    }

    long least() {
        return Math.max(LEAST, quantum);
    }

    /** Often a round sum, as contracts and approvals are. */
    long money(double fromYuan, double toYuan) {
        long fen = Math.round(factor(fromYuan, toYuan) * YUAN);
        long round = chance(0.3) ? 100_000 : chance(0.3) ? 10_000 : quantum;
        return Math.max(least(), whole(fen, fen > 20 * round ? Math.max(round, quantum) : quantum));
    }

    /** A part, or 0 where it would be next to nothing; what is left over is not next to nothing either. */
    long part(long total, double from, double to) {
        long part = whole(Math.round(total * (from + (to - from) * random.nextDouble())), quantum);
        return part < least() || total < least() ? 0 : total - part < least() ? total : part;
    }

    long half(long amount) {
        return whole(amount / 2, quantum);
    }

    /** About so many times as much; 0 stays 0. */
    long times(long amount, double from, double to) {
        return amount == 0 ? 0 : Math.max(least(), whole(Math.round(amount * factor(from, to)), quantum));
    }

    /** Parts that add up to the total, each 0 or more than next to nothing. */
    long[] split(long total, double... weights) {
        double sum = 0;
        int largest = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            largest = weights[i] > weights[largest] ? i : largest;
        }
        long[] parts = new long[weights.length];
        long left = total;
        for (int i = 0; i < weights.length; i++) {
            long part = i == largest || sum == 0 ? 0 : whole((long) (total * (weights[i] / sum)), quantum);
            parts[i] = part < least() ? 0 : part;
            left -= parts[i];
        }
        parts[largest] += left;
        return parts;
    }

    double weight(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    private static long whole(long fen, long quantum) {
        return Math.floorDiv(fen, quantum) * quantum;
    }
}
