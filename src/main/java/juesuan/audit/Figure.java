package juesuan.audit;

import java.math.BigDecimal;
import java.util.Optional;
import juesuan.model.CellRef;
import juesuan.model.Entry;
import juesuan.model.Finding;
import juesuan.model.MoneyUnit;

/**
 * One cell that takes part in a check.
 *
 * @param money the unit it was typed in, for an amount
 */
record Figure(Entry entry, String label, Optional<MoneyUnit> money) {

    /** Half of the last printed digit: 0.005 万元. */
    private static final BigDecimal HALF_DIGIT = BigDecimal.valueOf(50);

    /** Of a text that is told, in characters. */
    private static final int LONGEST = 20;

    CellRef cell() {
        return entry.cell();
    }

    /** How far rounding may have moved it; 0.00 is not counted as moved, which keeps sums of few figures sharp. */
    BigDecimal slack() {
        boolean rounded = money.filter(MoneyUnit.WAN::equals).isPresent();
        return rounded && entry instanceof Entry.Number number && number.number().signum() != 0 ? HALF_DIGIT : BigDecimal.ZERO;
    }

    String shown() {
        return entry instanceof Entry.Number number ? AuditWording.number(number.number(), money) : entry.asText();
    }

    Finding.Cell found() {
        return new Finding.Cell(cell(), label, shown());
    }

    /** 收入决算表!C6「合计·本年收入合计」 */
    String named() {
        return cell() + "「" + label + "」";
    }

    /** 收入决算表!C6「合计·本年收入合计」= 311,025.36 */
    String told() {
        return named() + (entry.isBlank() || entry instanceof Entry.Unreadable ? entry.gap() : "= " + cut(shown()));
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST ? text
            : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
