package juesuan.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import juesuan.model.Grid.Cell;
import juesuan.model.Grid.Line;
import juesuan.pack.ColumnSpec;

/**
 * How wide the columns of a table stand and how small its type is. A column gets what its content asks: first no figure
 * may break, then no name, then no heading; what is left goes where the pack declares the columns wider. The type is
 * smaller than asked for where figures would not fit.
 */
final class TableFit {

    /** In how many lines a name, and a heading, may stand when there is no room for fewer. */
    private static final int MOST_LINES = 3;
    private static final double LEAST_OF_A_TEXT = 4;
    private static final int THOUSANDTHS = 3;
    private static final int WHOLE = 100_000;

    private final List<ColumnSpec> leaves;
    private final List<List<Cell>> head;
    private final List<Line> body;
    private final double total;

    TableFit(List<ColumnSpec> leaves, List<List<Cell>> head, List<Line> body, double total) {
        this.leaves = leaves;
        this.head = head;
        this.body = body;
        this.total = total;
    }

    /** @param size classes of the table in print.css */
    record Fit(List<String> widths, String size) {
    }

    Fit fit(Setting setting) {
        double font = font(setting);
        return new Fit(percents(widths(font)), PageSizes.fontClass(font) + (setting.dense() ? " dense" : ""));
    }

    private double font(Setting setting) {
        return Math.min(largest(), setting.font());
    }

    /** The columns as declared, because rules of the grids above and below must meet; only the type gives way. */
    Fit declared() {
        double[] widths = shares();
        double font = PageSizes.TABLE_FONT;
        while (font > PageSizes.SMALLEST && !figuresFit(widths, font)) {
            font -= PageSizes.STEP;
        }
        return new Fit(percents(widths), PageSizes.fontClass(font));
    }

    private boolean figuresFit(double[] widths, double font) {
        return IntStream.range(0, widths.length).filter(c -> leaves.get(c).type() == ColumnSpec.Type.AMOUNT)
            .allMatch(c -> longest(c) * font + PageSizes.CELL_PADDING <= widths[c]);
    }

    private double largest() {
        double font = PageSizes.TABLE_FONT;
        while (font > PageSizes.SMALLEST && sum(needs(font, MOST_LINES, 0)) > total) {
            font -= PageSizes.STEP;
        }
        return font;
    }

    private double[] widths(double font) {
        double[] widths = needs(font, MOST_LINES, 0);
        double sum = sum(widths);
        if (sum > total) {
            return Arrays.stream(widths).map(width -> width * total / sum).toArray();
        }
        grow(widths, needs(font, MOST_LINES, MOST_LINES));
        grow(widths, needs(font, 1, MOST_LINES));
        grow(widths, needs(font, 1, 2));
        grow(widths, needs(font, 1, 1));
        double[] shares = shares();
        double left = total - sum(widths);
        double wished = IntStream.range(0, widths.length).mapToDouble(c -> Math.max(0, shares[c] - widths[c])).sum();
        for (int c = 0; c < widths.length && wished > 0; c++) {
            widths[c] += left * Math.max(0, shares[c] - widths[c]) / wished;
        }
        return widths;
    }

    /** Columns that lack least come first, so that as few as can be are left with too little. */
    private void grow(double[] widths, double[] needs) {
        double left = total - sum(widths);
        List<Integer> columns = IntStream.range(0, widths.length).filter(c -> needs[c] > widths[c]).boxed()
            .sorted(Comparator.comparingDouble(c -> needs[c] - widths[c])).toList();
        for (int c : columns) {
            double more = Math.min(left, needs[c] - widths[c]);
            widths[c] += more;
            left -= more;
        }
    }

    /** @param heads in how many lines a heading may stand; 0 when they are not asked */
    private double[] needs(double font, int lines, int heads) {
        return IntStream.range(0, leaves.size()).mapToDouble(c -> {
            double asked = longest(c);
            double text = breaks(leaves.get(c)) ? inLines(asked, lines) : asked;
            double heading = heads == 0 ? 0 : inLines(heading(c), heads) * PageSizes.TABLE_FONT;
            return Math.max(text * font + extra(c), heading) + PageSizes.CELL_PADDING;
        }).toArray();
    }

    private static double inLines(double width, int lines) {
        return lines == 1 ? width : Math.min(width, Math.max(LEAST_OF_A_TEXT, Math.ceil(width / lines)));
    }

    private static boolean breaks(ColumnSpec column) {
        return !column.type().isNumeric() && column.type() != ColumnSpec.Type.CODE && column.type() != ColumnSpec.Type.LINE;
    }

    private double longest(int column) {
        return cells(column).mapToDouble(cell -> Type.width(cell.text())).max().orElse(0);
    }

    private double extra(int column) {
        return cells(column).mapToDouble(cell -> extra(cell.style())).max().orElse(0);
    }

    private static double extra(String style) {
        String classes = " " + style + " ";
        return (classes.contains(" in2 ") ? 2 : classes.contains(" in1 ") ? 1 : 0) * PageSizes.INDENT
            + (classes.contains(" gutter ") ? PageSizes.GUTTER : 0);
    }

    private Stream<Cell> cells(int column) {
        return body.stream().map(line -> line.cells().get(column));
    }

    /** The longest heading of this column alone. */
    private double heading(int column) {
        return headings().stream().filter(heading -> heading.from() == column && heading.cell().colspan() == 1)
            .mapToDouble(heading -> Type.width(heading.cell().text())).max().orElse(0);
    }

    private record Heading(int row, int from, Cell cell) {
    }

    /** The cells of the head with the columns they stand over. */
    private List<Heading> headings() {
        List<Heading> headings = new ArrayList<>();
        int[] taken = new int[leaves.size()];
        for (int row = 0; row < head.size(); row++) {
            int column = 0;
            for (Cell cell : head.get(row)) {
                while (column < taken.length && taken[column] > row) {
                    column++;
                }
                headings.add(new Heading(row, column, cell));
                for (int c = column; c < Math.min(taken.length, column + cell.colspan()); c++) {
                    taken[c] = row + cell.rowspan();
                }
                column += cell.colspan();
            }
        }
        return headings;
    }

    /** Of head and body, in points. */
    double height(Setting setting) {
        double font = font(setting);
        boolean dense = setting.dense();
        double[] widths = widths(font);
        int[] lines = new int[head.size()];
        Arrays.fill(lines, 1);
        for (Heading heading : headings()) {
            double room = IntStream.range(heading.from(), Math.min(widths.length, heading.from() + heading.cell().colspan()))
                .mapToDouble(c -> widths[c]).sum() - PageSizes.CELL_PADDING;
            int needed = Type.lines(heading.cell().text(), room / PageSizes.TABLE_FONT);
            int last = Math.min(head.size(), heading.row() + heading.cell().rowspan()) - 1;
            int there = Arrays.stream(lines, heading.row(), last + 1).sum();
            lines[last] += Math.max(0, needed - there);
        }
        double height = Arrays.stream(lines).mapToDouble(n -> PageSizes.rowHeight(PageSizes.TABLE_FONT, n, dense)).sum();
        for (Line line : body) {
            int most = IntStream.range(0, widths.length).map(c -> Type.lines(line.cells().get(c).text(),
                (widths[c] - PageSizes.CELL_PADDING - extra(line.cells().get(c).style())) / font + 0.01)).max().orElse(1);
            height += PageSizes.rowHeight(font, most, dense);
        }
        return height;
    }

    /** As declared in the pack. */
    private double[] shares() {
        int all = leaves.stream().mapToInt(ColumnSpec::printWidth).sum();
        return leaves.stream().mapToDouble(leaf -> leaf.printWidth() * total / all).toArray();
    }

    private static double sum(double[] widths) {
        return Arrays.stream(widths).sum();
    }

    /** In thousandths, as whole numbers: nothing here is ever an amount. */
    private static List<String> percents(double[] widths) {
        double sum = sum(widths);
        return Arrays.stream(widths).mapToObj(width -> BigDecimal.valueOf(Math.round(width / sum * WHOLE), THOUSANDTHS) + "%").toList();
    }
}
