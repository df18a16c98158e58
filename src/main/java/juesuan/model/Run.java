package juesuan.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
     * @param label what it is, for example {@code 上年与预算·收入“其他收入”变动·增减率}
     * @param unit 万元, % or what is counted; empty where nothing is said, or words stand for the number
     * @param value with the cells it came from; not rounded, amounts in 元
     * @param workings the arithmetic in the numbers that were used, for example {@code 207,104.89 ÷ 99,429.56};
     *     empty for a number that stands in its cell as it is
     */
    record Figure(String text, String label, String unit, Value value, String workings) implements Run {

        /** The unit of large amounts in texts for everybody. */
        public static final String YI = "亿元";
        private static final int WAN_IN_YI = 4;

        private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d,]*(\\.\\d+)?%?");

        public Figure(String text, String label, String unit, Value value) {
            this(text, label, unit, value, "");
        }

        /**
         * Where it comes from, in one line: {@code 208.3% = 207,104.89 ÷ 99,429.56；收入支出决算总表!C6，上年与预算!C4},
         * or only the cell.
         */
        public String origin() {
            return origin(value.cells().stream().map(CellRef::toString).collect(Collectors.joining("，")));
        }

        /** As {@link #origin()}, with other words for the cells. */
        public String origin(String sources) {
            if (workings.isEmpty()) {
                return sources;
            }
            boolean result = value instanceof Value.Known && NUMBER.matcher(text).matches();
            String sign = !result ? "：" : unit.equals(YI) ? YI + (isExactYi() ? " = " : " ≈ ") : " = ";
            return text + sign + workings + (sources.isEmpty() ? "" : "；" + sources);
        }

        private boolean isExactYi() {
            Money money = new Money(((Value.Known) value).number().setScale(2, RoundingMode.HALF_UP));
            return printed().orElseThrow().movePointRight(WAN_IN_YI).compareTo(money.printedWan()) == 0;
        }

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
