package juesuan.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import juesuan.model.Grid;
import juesuan.model.Grid.Cell;
import juesuan.model.Grid.Line;
import juesuan.model.Sheet;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.SheetSpec;
import juesuan.pack.Style;

/** Lays out a form: its printed bands stacked, equal group labels merged, long texts able to break. */
record FormMaker(SheetSpec spec, Sheet sheet, Style style) {

    /** A row may not break inside, so no row may be higher than a page: longer paragraphs are divided. */
    private static final int MOST_CHARACTERS = 500;

    List<Grid> grids() {
        List<Grid> grids = new ArrayList<>();
        List<List<Integer>> widths = new ArrayList<>();
        for (List<BlockSpec> band : spec.bands()) {
            if (!band.get(0).printed()) {
                continue;
            }
            List<Integer> own = band.stream().flatMap(block -> block.leaves().stream()).map(ColumnSpec::printWidth).toList();
            List<Integer> spans = grids.isEmpty() || band.get(0).header()
                ? List.of() : Widths.spans(own, widths.get(widths.size() - 1));
            if (spans.isEmpty()) {
                grids.add(grid(band));
                widths.add(own);
            } else {
                grids.set(grids.size() - 1, joined(grids.get(grids.size() - 1), grid(band).body(), spans));
            }
        }
        return grids;
    }

    /** A band without a header whose rules meet those above continues that grid, and shares its head on a new page. */
    private static Grid joined(Grid above, List<Line> lines, List<Integer> spans) {
        List<Line> body = new ArrayList<>(above.body());
        for (Line line : lines) {
            List<Cell> cells = new ArrayList<>();
            for (int c = 0; c < spans.size(); c++) {
                cells.add(line.cells().get(c).across(spans.get(c)));
            }
            body.add(new Line(cells, line.style()));
        }
        return new Grid(above.widths(), above.size(), above.head(), body);
    }

    private Grid grid(List<BlockSpec> band) {
        Grid grid = new GridMaker(spec, sheet, style).declared(band);
        List<ColumnSpec> leaves = band.stream().flatMap(block -> block.leaves().stream()).toList();
        List<Line> lines = grid.body().stream().flatMap(line -> paragraphs(line).stream()).toList();
        return new Grid(grid.widths(), grid.size(), grid.head(), merged(lines, leaves));
    }

    /** A line of long texts becomes a line for each paragraph, without rules in between. */
    private static List<Line> paragraphs(Line line) {
        List<List<String>> texts = line.cells().stream().map(cell -> paragraphs(cell.text())).toList();
        int height = texts.stream().mapToInt(List::size).max().orElse(1);
        if (height <= 1) {
            return List.of(line);
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < height; i++) {
            List<Cell> cells = new ArrayList<>();
            for (int c = 0; c < texts.size(); c++) {
                String text = i < texts.get(c).size() ? texts.get(c).get(i) : "";
                Cell whole = line.cells().get(c);
                cells.add(new Cell(text, 1, 1, whole.style() + " long", i == 0 ? whole.figure() : Optional.empty(), whole.typed()));
            }
            lines.add(new Line(cells, i + 1 < height ? Grid.OPEN : ""));
        }
        return lines;
    }

    private static List<String> paragraphs(String text) {
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : text.lines().map(String::strip).filter(p -> !p.isEmpty()).toList()) {
            String rest = paragraph;
            while (rest.length() > MOST_CHARACTERS) {
                int sentence = rest.lastIndexOf('。', MOST_CHARACTERS - 1) + 1;
                int cut = sentence > 0 ? sentence : MOST_CHARACTERS;
                paragraphs.add(rest.substring(0, cut));
                rest = rest.substring(cut);
            }
            paragraphs.add(rest);
        }
        return paragraphs;
    }

    /** In columns whose empty cells carry the label above, equal labels become one cell. */
    private static List<Line> merged(List<Line> lines, List<ColumnSpec> leaves) {
        List<Line> result = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            List<Cell> cells = new ArrayList<>();
            for (int c = 0; c < leaves.size(); c++) {
                Cell cell = lines.get(i).cells().get(c);
                if (!leaves.get(c).carry()) {
                    cells.add(cell);
                } else if (i == 0 || !same(lines, i, i - 1, c, leaves)) {
                    int span = 1;
                    while (i + span < lines.size() && same(lines, i, i + span, c, leaves)) {
                        span++;
                    }
                    cells.add(new Cell(cell.text(), 1, span, (c == 0 ? "mid" + GridMaker.FRAME : "mid") + (cell.text().isEmpty() ? "" : Grid.HEAD)));
                }
            }
            result.add(new Line(cells, lines.get(i).style()));
        }
        return result;
    }

    /** Whether two lines carry the same label in a column and in those of its kind to the left. */
    private static boolean same(List<Line> lines, int a, int b, int column, List<ColumnSpec> leaves) {
        for (int c = 0; c <= column; c++) {
            String label = lines.get(a).cells().get(c).text();
            if (leaves.get(c).carry() && !label.equals(lines.get(b).cells().get(c).text())) {
                return false;
            }
        }
        return true;
    }
}
