package juesuan.workbook;

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
record Slot(Role role, ColumnSpec.Type type, String text, String formula, List<String> choices) {

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

    static Slot label(ColumnSpec.Type type, String text) {
        return new Slot(Role.LABEL, type, text, "", List.of());
    }

    static Slot empty() {
        return new Slot(Role.EMPTY, ColumnSpec.Type.LABEL, "", "", List.of());
    }

    static Slot formula(Role role, ColumnSpec.Type type, String formula) {
        return new Slot(role, type, "", formula, List.of());
    }

    static Slot input(ColumnSpec.Type type, String text, List<String> choices) {
        return new Slot(Role.INPUT, type, text, "", choices);
    }
}
