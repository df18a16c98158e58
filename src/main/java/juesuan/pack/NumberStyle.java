package juesuan.pack;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a number is written.
 *
 * @param decimals digits after the point, rounded once, HALF_UP
 * @param trim whether zeros at the end are dropped: 4,480 instead of 4,480.00
 * @param grouping whether thousands are separated by a comma
 * @param zero what stands for zero: for example 0.00, or nothing; as any other number unless given
 */
public record NumberStyle(@JsonProperty(required = true) int decimals, boolean trim, boolean grouping, String zero) {

    private static final int GROUP = 3;
    private static final int MOST = 6;

    public NumberStyle {
        Specs.require(decimals >= 0 && decimals <= MOST, "decimals 应在 0 到 " + MOST + " 之间");
    }

    /** The number that is written. */
    public BigDecimal rounded(BigDecimal number) {
        return number.setScale(decimals, RoundingMode.HALF_UP);
    }

    /**
     * Locale-free: half-width digits, comma and point whatever the machine is set to. What is not zero is never written
     * as the words for zero, though it may round to 0.00.
     */
    public String format(BigDecimal number) {
        return format(number, decimals);
    }

    /** As {@link #format(BigDecimal)}, with more digits after the point. */
    public String format(BigDecimal number, int places) {
        BigDecimal rounded = number.setScale(places, RoundingMode.HALF_UP);
        if (zero != null && number.signum() == 0) {
            return zero;
        }
        String plain = rounded.abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String fraction = point < 0 ? "" : plain.substring(point);
        if (trim) {
            fraction = fraction.replaceFirst("\\.?0+$", "");
        }
        return (rounded.signum() < 0 ? "-" : "") + (grouping ? grouped(whole) : whole) + fraction;
    }

    private static String grouped(String digits) {
        StringBuilder text = new StringBuilder(digits);
        for (int i = digits.length() - GROUP; i > 0; i -= GROUP) {
            text.insert(i, ',');
        }
        return text.toString();
    }
}
