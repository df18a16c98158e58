package juesuan.bench;

import java.util.List;
import juesuan.workbook.read.TypedOver.Change;

/**
 * One way to go wrong in one cell.
 *
 * @param changes the cell, or for a value in the wrong row both cells
 */
record Fault(Amount amount, Kind kind, List<Change> changes) {

    /** How people go wrong. */
    enum Kind {
        MORE("多一点"), LESS("少一点"), SWAPPED("数字对调"), POINT("丢小数点"), SIGN("变号"), UNIT("×10,000"),
        CLEARED("漏填"), MOVED("错行");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    Fault {
        changes = List.copyOf(changes);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(amount.cell() + "「" + amount.label() + "」" + kind.title() + "：");
        text.append(amount.typed().map(Object::toString).orElse("空")).append(" → ")
            .append(changes.get(0).typed().map(Object::toString).orElse("空"));
        return changes.size() == 1 ? text.toString() : text.append("，与 ").append(changes.get(1).cell()).append(" 互换").toString();
    }
}
