package juesuan.workbook.live;

import java.util.Optional;
import juesuan.model.MoneyUnit;

/**
 * The unit of a sheet's amounts, as Excel text.
 *
 * @param factor by which they are multiplied to get 元
 * @param half how far, in 元, rounding may have moved each of them; "0" for not at all
 */
record LiveUnit(String factor, String half) {

    private static final LiveUnit YUAN = new LiveUnit("1", "0");
    private static final LiveUnit WAN = new LiveUnit("10000", "50");

    /** @param chosen the cells of the workbook's own unit, for sheets that do not fix theirs */
    static LiveUnit of(Optional<MoneyUnit> fixed, LiveUnit chosen) {
        return fixed.map(unit -> unit == MoneyUnit.WAN ? WAN : YUAN).orElse(chosen);
    }

    boolean isRounded() {
        return !half.equals("0");
    }
}
