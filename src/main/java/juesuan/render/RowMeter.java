package juesuan.render;

import java.util.ArrayList;
import java.util.List;
import juesuan.render.Grid.Cell;
import juesuan.render.Grid.Line;

/**
 * Estimates how high a row will be. It errs on the high side: a page that ends a little early looks
 * right, a row that runs over does not. Lengths in points.
 */
final class RowMeter {

    /** Room for rows on the first and on further pages of a form in print.css, a line to spare. */
    static final double FIRST_PAGE = 615;
    static final double NEXT_PAGE = 655;

    private static final double FONT = PageSizes.TABLE_FONT;
    private static final double LINE = FONT * 1.35;
    private static final double ROW_PADDING = 5;
    private static final double LATIN = 0.56;
    /** A line may end one character early so that no mark begins the next. */
    private static final double KINSOKU = 1;
    /** Paragraphs longer than this are cut so that they can break across pages. */
    private static final int MOST_LINES = 30;

    private final List<Integer> widths;
    private final double table;

    RowMeter(List<Integer> widths, double table) {
        this.widths = widths;
        this.table = table;
    }

    double head(List<List<Cell>> head) {
        return head.isEmpty() ? 0 : head.size() * (2 * LINE + ROW_PADDING);
    }

    double height(List<Line> lines, int at, List<Integer> merged) {
        Line line = lines.get(at);
        int most = 1;
        for (int c = 0; c < line.cells().size(); c++) {
            int needed = lines(line.cells().get(c).text(), c);
            if (merged.contains(c)) {
                int group = group(lines, at, c, merged);
                needed = (needed + group - 1) / group;
            }
            most = Math.max(most, needed);
        }
        return most * LINE + ROW_PADDING;
    }

    private static int group(List<Line> lines, int at, int column, List<Integer> merged) {
        int size = 1;
        for (int i = at + 1; i < lines.size() && FormMaker.same(lines, at, i, column, merged); i++) {
            size++;
        }
        for (int i = at - 1; i >= 0 && FormMaker.same(lines, at, i, column, merged); i--) {
            size++;
        }
        return size;
    }

    /** The paragraphs of a text; one that would fill most of a page is cut. */
    List<String> paragraphs(String text, int column) {
        List<String> result = new ArrayList<>();
        for (String paragraph : text.split("\n")) {
            if (paragraph.isBlank()) {
                continue;
            }
            String rest = paragraph.strip();
            while (lines(rest, column) > MOST_LINES) {
                int cut = (int) (perLine(column) * MOST_LINES);
                result.add(rest.substring(0, cut));
                rest = rest.substring(cut);
            }
            result.add(rest);
        }
        return result.isEmpty() ? List.of("") : result;
    }

    private int lines(String text, int column) {
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            double width = paragraph.codePoints().mapToDouble(c -> c < 0x2000 ? LATIN : 1).sum();
            lines += Math.max(1, (int) Math.ceil(width / Math.max(1, perLine(column) - KINSOKU * 0.5)));
        }
        return lines;
    }

    private double perLine(int column) {
        double share = widths.get(column) / (double) widths.stream().mapToInt(Integer::intValue).sum();
        return Math.floor((table * share - PageSizes.CELL_PADDING) / FONT);
    }
}
