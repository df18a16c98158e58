package juesuan.workbook.intake;

import java.util.BitSet;
import java.util.OptionalInt;

/**
 * Where a row or cell stands. Both may leave their address out; then they follow the
 * farthest one so far, as POI takes it.
 */
final class CellCursor {

    static final int MAX_ROW = 1_048_576;
    static final int MAX_COLUMN = 16_384;

    private int row;
    private int column;
    private int lastRow;
    private int lastColumn;
    private final BitSet rows = new BitSet();
    private final BitSet columns = new BitSet();

    int row() {
        return row;
    }

    int column() {
        return column;
    }

    /** False if the row or cell the cursor has just moved to was there before. */
    boolean isFirstVisit() {
        BitSet seen = column == 0 ? rows : columns;
        int at = column == 0 ? row : column;
        boolean first = !seen.get(at);
        seen.set(at);
        return first;
    }

    String address() {
        return column == 0 ? "第 " + row + " 行" : "单元格 " + reference() + " ";
    }

    /** The current cell's address as the file writes it. */
    String reference() {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.append(row).toString();
    }

    /** Moves to a row by its attribute, "" being the next one; false if there is no such row. */
    boolean toRow(String number) {
        row = number.isEmpty() ? lastRow + 1 : rowNumber(number, 0).orElse(0);
        lastRow = Math.max(lastRow, row);
        column = 0;
        lastColumn = 0;
        columns.clear();
        return row >= 1 && row <= MAX_ROW;
    }

    /** Moves to a cell of the current row; false if the address is no cell of this row. */
    boolean toCell(String reference) {
        boolean here = true;
        if (reference.isEmpty()) {
            column = lastColumn + 1;
        } else {
            int letters = readColumn(reference);
            here = rowNumber(reference, letters).orElse(0) == row;
        }
        lastColumn = Math.max(lastColumn, column);
        return here && column >= 1 && column <= MAX_COLUMN;
    }

    /** The column's letters; returns how many there were. */
    private int readColumn(String reference) {
        int letters = 0;
        column = 0;
        while (letters < reference.length() && letters < 4
                && reference.charAt(letters) >= 'A' && reference.charAt(letters) <= 'Z') {
            column = column * 26 + reference.charAt(letters++) - 'A' + 1;
        }
        return letters;
    }

    /** ASCII digits without sign or leading zero: Java would take "+5" and "٥" for 5 as well. */
    private static OptionalInt rowNumber(String text, int start) {
        int number = 0;
        for (int i = start; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9' || number > MAX_ROW) {
                return OptionalInt.empty();
            }
            number = number * 10 + digit - '0';
        }
        boolean plain = start < text.length() && text.charAt(start) != '0';
        return plain ? OptionalInt.of(number) : OptionalInt.empty();
    }
}
