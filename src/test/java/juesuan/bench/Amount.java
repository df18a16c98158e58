package juesuan.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import juesuan.model.CellRef;
import juesuan.model.Entry;
import juesuan.model.MoneyUnit;
import juesuan.pack.ColumnSpec.Type;

/**
 * One numeric input cell of a workbook.
 *
 * @param sheet the id of its declaration
 * @param typed what stands there as it would be printed, in the unit it is typed in; none for an empty cell
 * @param rounded whether it was rounded to 万元, so that sums of it may be off
 */
record Amount(String sheet, CellRef cell, String label, Optional<BigDecimal> typed, Type type, boolean rounded) {

    private static final int DECIMALS = 2;

    static Amount of(String sheet, Entry entry, String label, Type type, MoneyUnit unit) {
        boolean wan = type == Type.AMOUNT && unit == MoneyUnit.WAN;
        Optional<BigDecimal> typed = entry instanceof Entry.Number number
            ? Optional.of(printed(wan ? number.number().movePointLeft(4) : number.number(), type)) : Optional.empty();
        return new Amount(sheet, entry.cell(), label, typed, type, wan);
    }

    private static BigDecimal printed(BigDecimal number, Type type) {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return plain.setScale(Math.max(plain.scale(), type == Type.AMOUNT ? DECIMALS : 0), RoundingMode.UNNECESSARY);
    }

    BigDecimal number() {
        return typed.orElse(BigDecimal.ZERO);
    }

    /** The last digit that is printed. */
    BigDecimal digit() {
        return type == Type.COUNT ? BigDecimal.ONE : BigDecimal.ONE.movePointLeft(DECIMALS);
    }
}
