package juesuan.narrate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import juesuan.model.Money;
import juesuan.model.MoneyUnit;
import juesuan.model.Run.Figure;
import juesuan.model.Value;
import juesuan.pack.ColumnSpec;
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

    /**
     * As a sentence says it: what would print as 0.00 万元 in the way the pack chose.
     *
     * @param before whether 万元 follows at once, which may become 元; elsewhere nobody knows where the unit stands
     */
    Amount told(BigDecimal yuan, boolean before) {
        Money money = money(yuan);
        if (!money.isTiny() || !before) {
            return new Amount(amount(yuan), MoneyUnit.WAN.label());
        }
        if (style.tinyAmount().inYuan()) {
            return new Amount(style.amount().format(money.yuan()), MoneyUnit.YUAN.label());
        }
        if (yuan.signum() > 0 && !style.tinyAmount().words().isEmpty()) {
            return new Amount(style.tinyAmount().words(), "");
        }
        return new Amount(amount(yuan), MoneyUnit.WAN.label());
    }

    /** As {@link #told} before 万元, and from 1亿元 on in 亿元, rounded from what is printed elsewhere in 万元. */
    Amount toldLarge(BigDecimal yuan) {
        BigDecimal wan = money(yuan).printedWan();
        return wan.abs().compareTo(YI) < 0 ? told(yuan, true)
            : new Amount(style.amount().format(wan.divide(YI)), Figure.YI);
    }

    private static Money money(BigDecimal yuan) {
        return new Money(yuan.setScale(2, RoundingMode.HALF_UP));
    }

    /** With more decimals where rounding alone would make it nothing or all, and then the pack's words for that. */
    String percent(BigDecimal ratio) {
        BigDecimal percent = ratio.multiply(HUNDRED);
        String words = near(percent);
        int most = Math.max(style.percent().decimals(), style.nearPercent().decimals());
        int decimals = style.percent().decimals();
        while (isOnlyRounded(percent, decimals)) {
            if (decimals >= most && !words.isEmpty()) {
                return words;
            }
            decimals++;
        }
        return style.percent().format(percent, decimals) + "%";
    }

    /** What the pack calls it, should it be only nearly nothing or all; empty below zero, where 不足 means the contrary. */
    private String near(BigDecimal percent) {
        if (percent.signum() < 0) {
            return "";
        }
        return percent.compareTo(BigDecimal.ONE) < 0 ? style.nearPercent().zero()
            : percent.compareTo(HUNDRED) < 0 ? style.nearPercent().whole() : style.nearPercent().beyond();
    }

    private static boolean isOnlyRounded(BigDecimal percent, int decimals) {
        return isOnlyRoundedTo(BigDecimal.ZERO, percent, decimals) || isOnlyRoundedTo(HUNDRED, percent, decimals);
    }

    private static boolean isOnlyRoundedTo(BigDecimal limit, BigDecimal percent, int decimals) {
        BigDecimal rounded = percent.abs().setScale(decimals, RoundingMode.HALF_UP);
        return rounded.compareTo(limit) == 0 && percent.abs().compareTo(limit) != 0;
    }

    String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /**
     * A ratio, or the pack's words where the divisor is zero or next to it, or a sign makes the quotient mean nothing.
     *
     * @param amounts whether of money, and not of what is counted
     */
    String ratio(Value part, Value whole, String kind, boolean amounts) {
        BigDecimal share = ((Value.Known) part).number();
        BigDecimal divisor = ((Value.Known) whole).number();
        if (divisor.signum() == 0) {
            // Nothing of nothing may be 0 %; something of nothing is no share, whatever the pack calls it.
            return style.zero().get(kind.equals(SHARE) && share.signum() != 0 ? "完成率" : kind);
        }
        boolean change = kind.equals(ColumnSpec.RATE_OF_CHANGE);
        if (change && divisor.signum() < 0) {
            return style.negativeBase();
        }
        // Where one of several parts is negative, the others make more than the whole.
        boolean more = kind.equals(SHARE) && share.compareTo(divisor) > 0;
        if (!change && (divisor.signum() < 0 || share.signum() < 0 || more)) {
            return style.negative().get(kind);
        }
        boolean tiny = amounts && money(divisor).isTiny() && share.signum() != 0 && !money(share).isTiny();
        return tiny && !style.tinyBase().isEmpty() ? style.tinyBase() : percent(((Value.Known) part.dividedBy(whole)).number());
    }
}
