package juesuan.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in 元 with exactly two decimals. There is no way to make one from a double.
 */
public record Money(BigDecimal yuan) {

    public static final Money ZERO = new Money(BigDecimal.ZERO);

    /** Decimals of a printed 万元 figure. */
    private static final int PRINTED_DECIMALS = 2;

    /** @throws ArithmeticException when the amount is finer than one 分 */
    public Money {
        yuan = yuan.setScale(2, RoundingMode.UNNECESSARY);
    }

    /** @throws ArithmeticException when the amount is finer than one 分 */
    public static Money of(BigDecimal amount, MoneyUnit unit) {
        return new Money(amount.multiply(unit.yuan()));
    }

    /** The amount in 万元 as it is printed: two decimals, HALF_UP, each figure on its own. */
    public BigDecimal printedWan() {
        return yuan.divide(MoneyUnit.WAN.yuan(), PRINTED_DECIMALS, RoundingMode.HALF_UP);
    }

    /** The amount in 万元, to the 分. */
    public BigDecimal wan() {
        return yuan.movePointLeft(4);
    }

    /** Not zero, and yet 0.00 万元. */
    public boolean isTiny() {
        return yuan.signum() != 0 && printedWan().signum() == 0;
    }

    /** What the reader of the printed page can know of this amount: the printed figure, in 元. */
    public Money asPrinted() {
        return Money.of(printedWan(), MoneyUnit.WAN);
    }
}
