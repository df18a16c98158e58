package juesuan.workbook.tables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import juesuan.model.Document;
import juesuan.model.Grid;
import juesuan.workbook.sheet.TextWidth;

/** Column widths in characters: as wide in proportion as in print, and wide enough for the longest figure. */
record PublicWidths(List<Integer> characters) {

    private static final int PORTRAIT = 104;
    private static final int LANDSCAPE = 150;
    /** On both sides of a figure. */
    private static final int ROOM = 4;

    static PublicWidths of(Document.Table table) {
        Grid grid = table.grid();
        BigDecimal total = BigDecimal.valueOf(table.orientation().equals("landscape") ? LANDSCAPE : PORTRAIT);
        List<Integer> characters = new ArrayList<>();
        for (int c = 0; c < grid.columns(); c++) {
            int column = c;
            BigDecimal share = new BigDecimal(grid.widths().get(c).replace("%", "")).movePointLeft(2);
            int longest = grid.body().stream().map(line -> line.cells().get(column)).filter(cell -> cell.figure().isPresent())
                .mapToInt(cell -> TextWidth.of(cell.text())).max().orElse(0);
            characters.add(Math.max(total.multiply(share).setScale(0, RoundingMode.HALF_UP).intValueExact(), longest + ROOM));
        }
        return new PublicWidths(List.copyOf(characters));
    }

    /** Of a cell over several columns. */
    int of(int column, int columns) {
        return characters.subList(column, column + columns).stream().mapToInt(Integer::intValue).sum();
    }
}
