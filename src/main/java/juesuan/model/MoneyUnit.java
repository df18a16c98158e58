package juesuan.model;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** The unit in which a sheet is filled. */
public enum MoneyUnit {
    YUAN("元", BigDecimal.ONE, 2),
    WAN("万元", BigDecimal.valueOf(10_000), 6);

    private final String label;
    private final BigDecimal yuan;
    private final int decimals;

    MoneyUnit(String label, BigDecimal yuan, int decimals) {
        this.label = label;
        this.yuan = yuan;
        this.decimals = decimals;
    }

    /** 元 or 万元, as printed. */
    public String label() {
        return label;
    }

    /** How many decimals a figure in this unit can carry before it is finer than one 分. */
    public int decimals() {
        return decimals;
    }

    BigDecimal yuan() {
        return yuan;
    }

    public static Optional<MoneyUnit> of(String label) {
        return Arrays.stream(values()).filter(unit -> unit.label.equals(label.strip())).findFirst();
    }
}
