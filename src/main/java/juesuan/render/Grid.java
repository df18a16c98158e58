package juesuan.render;

import java.util.List;

/**
 * A printed rectangle: header rows, body rows, column widths.
 *
 * @param widths share of each column in percent, as CSS writes it
 * @param size class that makes the longest figure fit its column
 */
public record Grid(List<String> widths, String size, List<List<Cell>> head, List<Line> body) {

    /** @param style CSS classes */
    public record Cell(String text, int colspan, int rowspan, String style) {

        static Cell of(String text, String style) {
            return new Cell(text, 1, 1, style);
        }

        Cell with(String more) {
            return new Cell(text, colspan, rowspan, style + more);
        }
    }

    /** @param style CSS classes of the row */
    public record Line(List<Cell> cells, String style) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    public Grid {
        widths = List.copyOf(widths);
        head = head.stream().map(List::copyOf).toList();
        body = List.copyOf(body);
    }

    public int columns() {
        return widths.size();
    }
}
