package juesuan.layout;

import java.util.List;

/**
 * How closely a table is set.
 *
 * @param font the size of its type, in points
 * @param dense with less room between and within the rows
 */
record Setting(double font, boolean dense) {

    /** From the most comfortable to the closest that still reads well. */
    static final List<Setting> ALL = List.of(new Setting(PageSizes.TABLE_FONT, false), new Setting(PageSizes.TABLE_FONT, true),
        new Setting(PageSizes.TABLE_FONT - PageSizes.STEP, true), new Setting(PageSizes.READABLE_FONT, true));
}
