package juesuan.narrate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import juesuan.model.Money;
import juesuan.model.MoneyUnit;
import juesuan.model.Run.Figure;
import juesuan.model.Value;
import juesuan.pack.ColumnSpec;
import juesuan.pack.NumberStyle;
import juesuan.pack.Style;

/** Writes numbers the way the pack writes them. Rounds once, from the unrounded value. */
record Printing(Style style) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String SHARE = "占比";
    /** 万元 in 1亿元. */
    private static final BigDecimal YI = BigDecimal.valueOf(10_000);

    /** @param unit that the text stands for, 元 or 万元; empty for words */
    record Amount(String text, String unit) {
    }

    /** @param yuan an amount in 元; printed in 万元 without the unit, and never as 0 unless it is */
    String amount(BigDecimal yuan) {
        Money money = money(yuan);
        return money.isTiny() ? style.amount().format(money.wan(), MoneyUnit.WAN.decimals()).replaceFirst("0+$", "")
            : style.amount().format(money.printedWan());
    }

    /** As a sentence says it: what would print as 0.00 万元 in the way the pack chose. */
    Amount told(BigDecimal yuan) {
        Money money = money(yuan);
        if (money.isTiny() && style.tinyAmount().inYuan()) {
            return new Amount(style.amount().format(money.yuan()), MoneyUnit.YUAN.label());
        }
        if (money.isTiny() && yuan.signum() > 0 && !style.tinyAmount().words().isEmpty()) {
            return new Amount(style.tinyAmount().words(), "");
        }
        return new Amount(amount(yuan), MoneyUnit.WAN.label());
    }

    /** As {@link #told}, and from 1亿元 on in 亿元, rounded from what is printed elsewhere in 万元. */
    Amount toldLarge(BigDecimal yuan) {
        BigDecimal wan = money(yuan).printedWan();
        return wan.abs().compareTo(YI) < 0 ? told(yuan)
            : new Amount(style.amount().format(wan.divide(YI)), Figure.YI);
    }

    private static Money money(BigDecimal yuan) {
        return new Money(yuan.setScale(2, RoundingMode.HALF_UP));
    }

    /** With more decimals where rounding alone would make it nothing or all, or the pack's words for that. */
    String percent(BigDecimal ratio) {
        BigDecimal percent = ratio.multiply(HUNDRED);
        NumberStyle digits = style.percent();
        if (isOnlyRoundedTo(BigDecimal.ZERO, percent, digits.decimals()) && ratio.signum() > 0 && !style.nearPercent().zero().isEmpty()) {
            return style.nearPercent().zero();
        }
        if (isOnlyRoundedTo(HUNDRED, percent, digits.decimals()) && percent.compareTo(HUNDRED) < 0 && !style.nearPercent().whole().isEmpty()) {
            return style.nearPercent().whole();
        }
        int decimals = digits.decimals();
        while (isOnlyRoundedTo(BigDecimal.ZERO, percent, decimals) || isOnlyRoundedTo(HUNDRED, percent, decimals)) {
            decimals++;
        }
        return digits.format(percent, decimals) + "%";
    }

    private static boolean isOnlyRoundedTo(BigDecimal limit, BigDecimal percent, int decimals) {
        BigDecimal rounded = percent.abs().setScale(decimals, RoundingMode.HALF_UP);
        return rounded.compareTo(limit) == 0 && percent.abs().compareTo(limit) != 0;
    }

    String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** A ratio, or the pack's words where the divisor is zero, or a sign makes the quotient mean nothing. */
    String ratio(Value part, Value whole, String kind) {
        BigDecimal share = ((Value.Known) part).number();
        BigDecimal divisor = ((Value.Known) whole).number();
        if (divisor.signum() == 0) {
            // Nothing of nothing may be 0 %; something of nothing is no share, whatever the pack calls it.
            return style.zero().get(kind.equals(SHARE) && share.signum() != 0 ? "完成率" : kind);
        }
        if (kind.equals(ColumnSpec.RATE_OF_CHANGE)) {
            return divisor.signum() < 0 ? style.negativeBase() : percent(((Value.Known) part.dividedBy(whole)).number());
        }
        // Where one of several parts is negative, the others make more than the whole.
        boolean more = kind.equals(SHARE) && share.compareTo(divisor) > 0;
        return divisor.signum() < 0 || share.signum() < 0 || more ? style.negative().get(kind)
            : percent(((Value.Known) part.dividedBy(whole)).number());
    }
}
