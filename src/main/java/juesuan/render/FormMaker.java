package juesuan.render;

import java.util.ArrayList;
import java.util.List;
import juesuan.model.Sheet;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.SheetSpec;
import juesuan.pack.Style;
import juesuan.render.Grid.Cell;
import juesuan.render.Grid.Line;

/**
 * Lays out a form and breaks it into pages.
 *
 * <p>The engine neither repeats the label of a cell that spans rows on the next page nor closes its
 * borders there. So the rows are measured here, with a little to spare, and each page gets grids of
 * its own, in which equal labels are merged.
 */
final class FormMaker {

    private final SheetSpec spec;
    private final Sheet sheet;
    private final Style style;

    FormMaker(SheetSpec spec, Sheet sheet, Style style) {
        this.spec = spec;
        this.sheet = sheet;
        this.style = style;
    }

    /** A grid that is not yet broken, with the columns whose equal labels are merged. */
    private record Source(Grid grid, List<Integer> merged, RowMeter meter) {
    }

    List<List<Grid>> pages() {
        List<Source> sources = new ArrayList<>();
        for (List<BlockSpec> band : spec.bands()) {
            if (band.get(0).printed()) {
                sources.add(source(band));
            }
        }
        List<List<Grid>> pages = new ArrayList<>(List.of(new ArrayList<>()));
        double room = RowMeter.FIRST_PAGE;
        for (Source source : sources) {
            List<Line> lines = source.grid().body();
            double head = source.meter().head(source.grid().head());
            int from = 0;
            room -= head;
            for (int i = 0; i < lines.size(); i++) {
                double height = source.meter().height(lines, i, source.merged());
                if (height > room && (i > from || !pages.get(pages.size() - 1).isEmpty())) {
                    if (i > from) {
                        pages.get(pages.size() - 1).add(piece(source, from, i));
                    }
                    pages.add(new ArrayList<>());
                    room = RowMeter.NEXT_PAGE - head;
                    from = i;
                }
                room -= height;
            }
            pages.get(pages.size() - 1).add(piece(source, from, lines.size()));
        }
        return pages;
    }

    private Source source(List<BlockSpec> band) {
        Grid grid = new GridMaker(spec, sheet, style).grid(band, 1);
        List<ColumnSpec> leaves = band.stream().flatMap(block -> block.leaves().stream()).toList();
        List<Integer> merged = new ArrayList<>();
        for (int c = 0; c < leaves.size(); c++) {
            if (leaves.get(c).carry()) {
                merged.add(c);
            }
        }
        RowMeter meter = new RowMeter(leaves.stream().map(ColumnSpec::width).toList(),
            PageSizes.tableWidth(spec.orientation()));
        List<Line> lines = grid.body().stream().flatMap(line -> paragraphs(line, meter).stream()).toList();
        return new Source(new Grid(grid.widths(), grid.size(), grid.head(), lines), merged, meter);
    }

    /** A line of long texts becomes a line for each paragraph, without rules in between, so that it can break. */
    private static List<Line> paragraphs(Line line, RowMeter meter) {
        List<List<String>> texts = new ArrayList<>();
        for (int c = 0; c < line.cells().size(); c++) {
            texts.add(meter.paragraphs(line.cells().get(c).text(), c));
        }
        int height = texts.stream().mapToInt(List::size).max().orElse(1);
        if (height <= 1) {
            return List.of(line);
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < height; i++) {
            List<Cell> cells = new ArrayList<>();
            for (int c = 0; c < texts.size(); c++) {
                cells.add(Cell.of(i < texts.get(c).size() ? texts.get(c).get(i) : "", line.cells().get(c).style() + " long"));
            }
            lines.add(new Line(cells, i + 1 < height ? "open" : ""));
        }
        return lines;
    }

    private static Grid piece(Source source, int from, int to) {
        List<Line> lines = source.grid().body().subList(from, to);
        List<Line> result = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            List<Cell> cells = new ArrayList<>();
            for (int c = 0; c < lines.get(i).cells().size(); c++) {
                Cell cell = lines.get(i).cells().get(c);
                if (!source.merged().contains(c)) {
                    cells.add(cell);
                } else if (i == 0 || !same(lines, i, i - 1, c, source.merged())) {
                    int span = 1;
                    while (i + span < lines.size() && same(lines, i, i + span, c, source.merged())) {
                        span++;
                    }
                    cells.add(new Cell(cell.text(), 1, span, "mid"));
                }
            }
            boolean last = i + 1 == lines.size();
            result.add(new Line(cells, last ? lines.get(i).style().replace("open", "") : lines.get(i).style()));
        }
        return new Grid(source.grid().widths(), source.grid().size(), source.grid().head(), result);
    }

    /** Whether two lines carry the same label in a merged column and in those to its left. */
    static boolean same(List<Line> lines, int a, int b, int column, List<Integer> merged) {
        return merged.stream().filter(c -> c <= column)
            .allMatch(c -> lines.get(a).cells().get(c).text().equals(lines.get(b).cells().get(c).text()));
    }
}
