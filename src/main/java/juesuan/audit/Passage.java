package juesuan.audit;

import juesuan.model.CellRef;
import juesuan.model.Row;
import juesuan.pack.ColumnSpec;

/** A text that the clerk typed, and where it stands. */
record Passage(SubmittedSheet tab, SubmittedSheet.Area area, Row row, ColumnSpec column, Figure figure) {

    /** How much is shown around what was found. */
    private static final int AROUND = 6;
    /** What is longer needs nothing around it. */
    private static final int LONG = 12;
    /** What is longer still is shown by its ends. */
    private static final int TOO_LONG = 40;

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
        String all = AuditWording.visible(text.substring(start, end));
        String found = all.length() <= TOO_LONG ? all
            : all.substring(0, TOO_LONG / 2) + "……" + all.substring(all.length() - TOO_LONG / 2);
        if (end - start >= LONG || end - start == text.length()) {
            return "“" + found + "”";
        }
        int from = Math.max(0, start - AROUND);
        int to = Math.min(text.length(), end + AROUND);
        return "“" + found + "”（" + (from > 0 ? "……" : "") + AuditWording.visible(text.substring(from, to)) + (to < text.length() ? "……" : "") + "）";
    }
}
