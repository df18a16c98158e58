package juesuan.model;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** A stretch of a paragraph. Joined, the runs' texts are the paragraph. */
public sealed interface Run {

    String text();

    /** Words of the pack. */
    record Words(String text) implements Run {
    }

    /** Words of the clerk, inserted as typed. */
    record Typed(String text, CellRef cell) implements Run {
    }

    /**
     * A number. It reaches the page only like this, so that table and text cannot disagree and every
     * digit can be traced.
     *
     * @param text as printed, for example {@code 208.3%}
     * @param label what it is, for example {@code 上年与预算.收入[其他收入, 变动]·增减率}
     * @param unit 万元, % or what is counted; empty where nothing is said, or words stand for the number
     * @param value with the cells it came from; not rounded, amounts in 元
     */
    record Figure(String text, String label, String unit, Value value) implements Run {

        private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d,]*(\\.\\d+)?%?");

        /** The number that the text shows, in its unit; empty where words of the pack stand for a ratio. */
        public Optional<BigDecimal> printed() {
            if (NUMBER.matcher(text).matches()) {
                return Optional.of(new BigDecimal(text.replaceAll("[,%]", "")));
            }
            boolean zero = value instanceof Value.Known known && known.number().signum() == 0;
            return zero && !unit.isEmpty() ? Optional.of(BigDecimal.ZERO) : Optional.empty();
        }
    }
}
