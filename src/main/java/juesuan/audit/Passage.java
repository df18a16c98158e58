package juesuan.audit;

import juesuan.model.CellRef;
import juesuan.model.Row;
import juesuan.pack.ColumnSpec;

/** A text that the clerk typed, and where it stands. */
record Passage(Tab tab, Tab.Area area, Row row, ColumnSpec column, Figure figure) {

    /** How much is shown around what was found. */
    private static final int AROUND = 6;
    /** What is longer needs nothing around it. */
    private static final int LONG = 12;

    String text() {
        return figure.entry().asText();
    }

    CellRef cell() {
        return figure.cell();
    }

    boolean isIn(String sheet, String block) {
        return tab.spec().id().equals(sheet) && (block.isEmpty() || area.spec().id().equals(block));
    }

    /** What was found, as a message shows it: “，，”（……经费增加，，主要是……）. */
    String quote(int start, int end) {
        String text = text();
        String found = Wording.visible(text.substring(start, end));
        if (end - start >= LONG || end - start == text.length()) {
            return "“" + found + "”";
        }
        int from = Math.max(0, start - AROUND);
        int to = Math.min(text.length(), end + AROUND);
        return "“" + found + "”（" + (from > 0 ? "……" : "") + Wording.visible(text.substring(from, to)) + (to < text.length() ? "……" : "") + "）";
    }
}
