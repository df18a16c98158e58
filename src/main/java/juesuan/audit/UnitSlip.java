package juesuan.audit;

import java.math.BigDecimal;
import java.util.Optional;
import juesuan.formula.Comparison.Relation;
import juesuan.model.MoneyUnit;

/** Whether two amounts that do not agree are so far apart that one of them was typed in the other unit. */
final class UnitSlip {

    /** What should be equal is ten thousand times as much, give or take the change or rounding of one of them. */
    private static final BigDecimal LEAST_EQUAL = BigDecimal.valueOf(5000);
    /** A part of at least a twentieth, ten thousand times as much, exceeds its whole so many times. */
    private static final BigDecimal LEAST_PART = BigDecimal.valueOf(500);
    private static final BigDecimal MOST = BigDecimal.valueOf(20000);

    private UnitSlip() {
    }

    /** What to look at besides, to be put after a rule's own hint; empty where the unit is not the matter. */
    static String hint(Relation relation, SideValue left, SideValue right) {
        boolean amounts = left.unit().isPresent() && right.unit().isPresent() && left.isLinear() && right.isLinear();
        if (!amounts || left.value().signum() <= 0 || right.value().signum() <= 0) {
            return "";
        }
        SideValue small = left.value().compareTo(right.value()) < 0 ? left : right;
        SideValue big = small == left ? right : left;
        BigDecimal least = relation == Relation.EQUAL ? LEAST_EQUAL : LEAST_PART;
        boolean slip = big.value().compareTo(small.value().multiply(least)) >= 0
            && big.value().compareTo(small.value().multiply(MOST)) <= 0;
        return slip ? "；两边差得太多，" + guess(small, big) : "";
    }

    /** In a workbook in 元 it is the small one that was typed in 万元, and the other way round. */
    private static String guess(SideValue small, SideValue big) {
        if (unit(small, MoneyUnit.YUAN) && unit(big, MoneyUnit.YUAN)) {
            return "看看 " + small.figures().get(0).named() + "是不是按万元填的，这里的金额单位是元";
        }
        if (unit(small, MoneyUnit.WAN) && unit(big, MoneyUnit.WAN)) {
            return "看看 " + big.figures().get(0).named() + "是不是按元填的，这里的金额单位是万元";
        }
        return "看看是不是把元和万元弄混了";
    }

    private static boolean unit(SideValue side, MoneyUnit unit) {
        return side.unit().equals(Optional.of(unit));
    }
}
