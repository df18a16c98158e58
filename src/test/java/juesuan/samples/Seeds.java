package juesuan.samples;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Values for what is true of every value. Each run draws others, unless {@code -Dseed=…} asks for those of an earlier one;
 * the ends of a range and its smallest numbers come up far more often than chance would have them.
 */
public final class Seeds {

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    /** One number in so many is an edge, so that two of them meet in a hundred tries. */
    private static final int EDGES = 3;
    private static final List<Integer> NEAR = List.of(-2, -1, 0, 1, 2);
    /** First and last: plain ones, marks over the one before, odd spaces and turns of the line, halves of a pair, Chinese, all. */
    private static final int[][] CHARACTERS = {
        {0, 0x7F}, {0x300, 0x36F}, {0x2000, 0x206F}, {0xD800, 0xDFFF}, {0x3000, 0x9FFF}, {0, 0xFFFF}, {0, Character.MAX_CODE_POINT},
    };
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{M}\\p{Z}&&[^ ]]");

    private final Random random;

    private Seeds(long seed) {
        this.random = new Random(seed);
    }

    /** @param values draws what one try is made with; its toString is what a failure shows */
    public static <T> void forAll(int tries, Function<Seeds, T> values, Consumer<T> property) {
        String given = System.getProperty("seed");
        long seed = given == null ? new Random().nextInt(Integer.MAX_VALUE) : Long.parseLong(given);
        forAll(seed, STACK.getCallerClass().getSimpleName(), tries, values, property);
    }

    static <T> void forAll(long seed, String test, int tries, Function<Seeds, T> values, Consumer<T> property) {
        Seeds seeds = new Seeds(seed);
        for (int i = 1; i <= tries; i++) {
            T drawn = null;
            try {
                drawn = values.apply(seeds);
                property.accept(drawn);
            } catch (Exception | Error failure) {
                throw new AssertionError("Seed " + seed + ", try " + i + " of " + tries + ": not true of " + shown(drawn)
                    + "\nTo repeat: mvn -o test -Dtest=" + test + " -Dseed=" + seed + "\n" + failure, failure);
            }
        }
    }

    public boolean flip() {
        return random.nextBoolean();
    }

    public int number(int min, int max) {
        return whole(BigInteger.valueOf(min), BigInteger.valueOf(max)).intValueExact();
    }

    /** With exactly so many decimals. */
    public BigDecimal decimal(BigDecimal min, BigDecimal max, int scale) {
        return new BigDecimal(whole(min.setScale(scale).unscaledValue(), max.setScale(scale).unscaledValue()), scale);
    }

    /** Small numbers are as likely as large ones. */
    private BigInteger whole(BigInteger min, BigInteger max) {
        if (random.nextInt(EDGES) == 0) {
            return one(Stream.concat(NEAR.stream().map(BigInteger::valueOf),
                    Stream.of(min, min.add(BigInteger.ONE), max.subtract(BigInteger.ONE), max))
                .filter(edge -> edge.compareTo(min) >= 0 && edge.compareTo(max) <= 0).distinct().toList());
        }
        BigInteger smallest = BigInteger.ZERO.max(min).min(max);
        BigInteger range = (random.nextBoolean() ? max : min).subtract(smallest);
        BigInteger size = range.abs();
        int bits = random.nextBoolean() ? size.bitLength() : random.nextInt(size.bitLength() + 1);
        BigInteger away = new BigInteger(bits, random).mod(size.add(BigInteger.ONE));
        return smallest.add(range.signum() < 0 ? away.negate() : away);
    }

    /** Of any characters at all. */
    public String text(int longest) {
        StringBuilder text = new StringBuilder();
        for (int left = number(0, longest); left > 0; left--) {
            int[] among = one(List.of(CHARACTERS));
            text.appendCodePoint(number(among[0], among[1]));
        }
        return text.toString();
    }

    public <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    public <T> List<T> list(int fewest, int most, Supplier<T> one) {
        List<T> list = new ArrayList<>();
        for (int left = number(fewest, most); left > 0; left--) {
            list.add(one.get());
        }
        return list;
    }

    private static String shown(Object drawn) {
        return UNSEEN.matcher(String.valueOf(drawn)).replaceAll(found -> Matcher.quoteReplacement(
            String.join("", found.group().chars().mapToObj(c -> String.format("\\u%04X", c)).toList())));
    }
}
