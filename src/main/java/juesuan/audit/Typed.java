package juesuan.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A number as it stands in a text. */
record Typed(BigDecimal number) {

    /** Of digits, commas and a point. */
    static Typed of(String digits) {
        String plain = digits.replace(",", "");
        return new Typed(new BigDecimal(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain));
    }

    /** Whether it is this value, rounded to as many decimals as were typed. */
    boolean is(BigDecimal value) {
        return value.setScale(Math.max(0, number.scale()), RoundingMode.HALF_UP).compareTo(number) == 0;
    }

    /** Its digits without the zeros around them: what is left of a number when its point is lost. */
    static String digits(BigDecimal number) {
        String digits = number.unscaledValue().abs().toString().replaceFirst("0+$", "");
        return digits.isEmpty() ? "0" : digits;
    }
}
