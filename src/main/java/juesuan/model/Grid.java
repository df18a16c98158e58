package juesuan.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A printed rectangle: header rows, body rows, column widths.
 *
 * @param widths share of each column in percent, as CSS writes it
 * @param size class that makes the longest figure fit its column
 */
public record Grid(List<String> widths, String size, List<List<Cell>> head, List<Line> body) {

    /** The style of a line whose text goes on in the next: no rule in between. */
    public static final String OPEN = "open";

    /** Among the styles of a cell: it names its row. */
    public static final String HEAD = " head";

    /**
     * @param style CSS classes
     * @param figure when the text is a number of the accounts
     * @param typed when the text is the clerk's, printed as typed
     */
    public record Cell(String text, int colspan, int rowspan, String style, Optional<Figure> figure, Optional<Typed> typed) {

        public Cell(String text, int colspan, int rowspan, String style, Optional<Figure> figure) {
            this(text, colspan, rowspan, style, figure, Optional.empty());
        }

        public Cell(String text, int colspan, int rowspan, String style) {
            this(text, colspan, rowspan, style, Optional.empty());
        }

        public static Cell of(String text, String style) {
            return new Cell(text, 1, 1, style);
        }

        public Cell with(String more) {
            return new Cell(text, colspan, rowspan, style + more, figure, typed);
        }

        /** Whether it names its row, or the rows beside it. */
        public boolean isHead() {
            return (style + " ").contains(HEAD + " ");
        }

        /** The same cell over several columns. */
        public Cell across(int columns) {
            return new Cell(text, columns, rowspan, style, figure, typed);
        }
    }

    /**
     * What a printed number is and where it comes from.
     *
     * @param number as printed, in its unit: rounded, never finer than the page
     * @param unit 万元, 元, or what is counted; empty where nothing is said
     * @param row the row's label as printed; for free rows the texts that name it
     * @param code the subject's code, or the 类 that the row stands for; empty for none
     * @param column the header cells over it, from the top
     * @param isTiny whether it is 0.00 as printed, and yet not zero
     */
    public record Figure(Place place, CellRef cell, BigDecimal number, String unit, String row, String code,
                         List<String> column, boolean isTiny) {
        public Figure {
            column = List.copyOf(column);
        }
    }

    /**
     * Where a printed text stands.
     *
     * @param row as of a {@link Figure}
     * @param column the header cells over it, from the top
     */
    public record Typed(Place place, String row, List<String> column) {
        public Typed {
            column = List.copyOf(column);
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

    /** The widths of the columns of a table so wide, as CSS writes them: of a percentage the PDF engine takes the whole number. */
    public List<String> lengths(int millimetres) {
        return widths.stream().map(width -> new BigDecimal(width.replace("%", "")).multiply(BigDecimal.valueOf(millimetres))
            .movePointLeft(2).setScale(2, RoundingMode.DOWN) + "mm").toList();
    }

    public int columns() {
        return widths.size();
    }
}
