package juesuan.workbook.blank;

import java.util.List;
import juesuan.pack.ColumnSpec;

/**
 * What a body cell of a blank sheet holds.
 *
 * @param type of the cell, the row's override applied
 * @param text a constant; empty for none
 * @param formula without the equals sign; empty for none
 * @param choices offered in a drop-down
 */
record BodyCell(Role role, ColumnSpec.Type type, String text, String formula, List<String> choices) {

    enum Role {
        /** Printed words: locked. */
        LABEL(true),
        /** To be filled. */
        INPUT(false),
        /** A formula that the clerk may keep or type over. */
        OFFER(false),
        /** Computed and shown: locked. */
        RESULT(true),
        /** The word 合计 over subject codes: not locked, because a pasted block brings its own. */
        TOTAL(false),
        /** Nothing belongs here. */
        EMPTY(true);

        private final boolean locked;

        Role(boolean locked) {
            this.locked = locked;
        }

        boolean isLocked() {
            return locked;
        }
    }

    static BodyCell label(ColumnSpec.Type type, String text) {
        return new BodyCell(Role.LABEL, type, text, "", List.of());
    }

    static BodyCell empty() {
        return new BodyCell(Role.EMPTY, ColumnSpec.Type.LABEL, "", "", List.of());
    }

    static BodyCell formula(Role role, ColumnSpec.Type type, String formula) {
        return new BodyCell(role, type, "", formula, List.of());
    }

    static BodyCell input(ColumnSpec.Type type, String text, List<String> choices) {
        return new BodyCell(Role.INPUT, type, text, "", choices);
    }
}
