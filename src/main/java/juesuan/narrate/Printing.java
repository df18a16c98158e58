package juesuan.narrate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import juesuan.model.Money;
import juesuan.model.Value;
import juesuan.pack.ColumnSpec;
import juesuan.pack.Style;

/** Writes numbers the way the pack writes them. Rounds once, from the unrounded value. */
record Printing(Style style) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param yuan an amount in 元; printed in 万元 without the unit */
    String amount(BigDecimal yuan) {
        return style.amount().format(new Money(yuan.setScale(2, RoundingMode.HALF_UP)).printedWan());
    }

    String percent(BigDecimal ratio) {
        return style.percent().format(ratio.multiply(HUNDRED)) + "%";
    }

    String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** A ratio, or the pack's words where the divisor is zero. */
    String ratio(Value part, Value whole, String kind) {
        BigDecimal divisor = ((Value.Known) whole).number();
        if (divisor.signum() == 0) {
            // Nothing of nothing may be 0 %; something of nothing is no share, whatever the pack calls it.
            boolean something = ((Value.Known) part).number().signum() != 0;
            return style.zero().get(kind.equals("占比") && something ? "完成率" : kind);
        }
        if (divisor.signum() < 0 && kind.equals(ColumnSpec.RATE_OF_CHANGE)) {
            return style.negativeBase();
        }
        return percent(((Value.Known) part.dividedBy(whole)).number());
    }
}
