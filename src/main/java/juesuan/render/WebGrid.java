package juesuan.render;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.model.CellRef;
import juesuan.model.Grid;

/**
 * A grid with what its reader cannot see: which cells are headers of which.
 *
 * @param caption what the table is; for those who do not see the heading above it
 */
record WebGrid(String id, String caption, List<List<Head>> head, List<Line> body) {

    private static final Pattern SUBJECT = Pattern.compile("\\d{3,7}");

    /** @param scope as HTML writes it; empty for a header cell without text, which is none */
    record Head(String id, String text, int colspan, int rowspan, String scope) {
    }

    record Line(List<Cell> cells, String style) {
    }

    /**
     * @param id where other cells name this one as their header
     * @param source of a number, in words for everybody; empty for none
     * @param address of the workbook's cell that the number comes from; empty for none
     * @param headers ids of the header cells, where scopes would not tell one side from the other
     */
    record Cell(String id, String text, int colspan, int rowspan, String style, boolean isHead, String source, String address, String headers) {
    }

    /** @param sources in words for everybody where the number of a cell is found */
    static WebGrid of(String id, String caption, Grid grid, Function<CellRef, String> sources) {
        return new Builder(id, grid, sources).build(caption);
    }

    /** The tab of the workbook that the numbers stand in; empty where there are none. */
    static String tab(List<Grid> grids) {
        return grids.stream().flatMap(grid -> grid.body().stream()).flatMap(line -> line.cells().stream())
            .flatMap(cell -> cell.figure().stream()).map(figure -> figure.cell().sheet()).findFirst().orElse("");
    }

    private record Builder(String id, Grid grid, Function<CellRef, String> sources) {

        WebGrid build(String caption) {
            List<Integer> sides = sides();
            List<Line> body = new ArrayList<>();
            List<Grid.Line> lines = joined(grid.body());
            for (int r = 0; r < lines.size(); r++) {
                List<Cell> cells = new ArrayList<>();
                List<Grid.Cell> row = lines.get(r).cells();
                for (int c = 0; c < row.size(); c++) {
                    cells.add(cell(row, r, c, sides));
                }
                body.add(new Line(cells, lines.get(r).style().equals(Grid.OPEN) ? "" : lines.get(r).style()));
            }
            return new WebGrid(id, caption, heads(), body);
        }

        private Cell cell(List<Grid.Cell> row, int r, int c, List<Integer> sides) {
            Grid.Cell cell = row.get(c);
            boolean head = cell.isHead() && !cell.text().isEmpty();
            String address = cell.figure().map(Grid.Figure::cell).map(CellRef::address).orElse("");
            String source = cell.figure().map(Grid.Figure::cell).map(sources).orElse("");
            boolean sided = sides.size() > 1;
            return new Cell(sided && head ? rowId(r, c) : "", cell.text(), cell.colspan(), cell.rowspan(),
                cell.style().replace(Grid.HEAD, "") + (head && SUBJECT.matcher(cell.text()).matches() ? " code" : ""), head, source, address, sided && !head && !cell.text().isEmpty() ? headers(row, r, c, sides) : "");
        }

        /** The headers above, then those to the left on the same side. */
        private String headers(List<Grid.Cell> row, int r, int c, List<Integer> sides) {
            int from = sides.stream().filter(side -> side <= c).reduce(0, (a, b) -> b);
            Stream<String> above = heads().stream().flatMap(List::stream)
                .filter(head -> !head.scope().isEmpty() && covers(head, c)).map(Head::id);
            Stream<String> beside = new TreeSet<>(range(from, c)).stream()
                .filter(column -> row.get(column).isHead() && !row.get(column).text().isEmpty()).map(column -> rowId(r, column));
            return Stream.concat(above, beside).collect(Collectors.joining(" "));
        }

        private static List<Integer> range(int from, int to) {
            return Stream.iterate(from, i -> i < to, i -> i + 1).toList();
        }

        private String rowId(int r, int c) {
            return id + "-r" + r + "c" + c;
        }

        /** A head's id says its row and its first column. */
        private static boolean covers(Head head, int column) {
            int first = Integer.parseInt(head.id().substring(head.id().lastIndexOf('c') + 1));
            return first <= column && column < first + head.colspan();
        }

        private List<List<Head>> heads() {
            boolean[][] taken = new boolean[grid.head().size()][grid.columns()];
            List<List<Head>> rows = new ArrayList<>();
            for (int r = 0; r < grid.head().size(); r++) {
                List<Head> row = new ArrayList<>();
                int column = 0;
                for (Grid.Cell cell : grid.head().get(r)) {
                    while (taken[r][column]) {
                        column++;
                    }
                    row.add(new Head(id + "-h" + r + "c" + column, cell.text(), cell.colspan(), cell.rowspan(),
                        cell.text().isEmpty() ? "" : cell.colspan() > 1 ? "colgroup" : "col"));
                    for (int i = r; i < r + cell.rowspan(); i++) {
                        for (int k = column; k < column + cell.colspan(); k++) {
                            taken[i][k] = true;
                        }
                    }
                    column += cell.colspan();
                }
                rows.add(row);
            }
            return rows;
        }

        /** Where each side begins in a table that has tables beside one another: with labels after numbers. */
        private List<Integer> sides() {
            List<Integer> sides = new ArrayList<>(List.of(0));
            boolean plain = grid.body().stream().allMatch(line -> line.cells().size() == grid.columns()
                && line.cells().stream().allMatch(cell -> cell.rowspan() == 1));
            for (int c = 1; plain && c < grid.columns(); c++) {
                if (isLabels(c) && !isLabels(c - 1)) {
                    sides.add(c);
                }
            }
            return sides;
        }

        private boolean isLabels(int column) {
            return grid.body().stream().anyMatch(line -> line.cells().get(column).isHead());
        }

        /** A printed page needs long texts divided; on a screen they stand in one cell. */
        private static List<Grid.Line> joined(List<Grid.Line> lines) {
            List<Grid.Line> result = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                Grid.Line line = lines.get(i);
                int size = line.cells().size();
                while (line.style().equals(Grid.OPEN) && i + 1 < lines.size() && lines.get(i + 1).cells().size() == size
                    && Stream.concat(line.cells().stream(), lines.get(i + 1).cells().stream()).allMatch(cell -> cell.rowspan() == 1)) {
                    line = joined(line, lines.get(++i));
                }
                result.add(line);
            }
            return result;
        }

        private static Grid.Line joined(Grid.Line line, Grid.Line next) {
            List<Grid.Cell> cells = new ArrayList<>();
            for (int c = 0; c < line.cells().size(); c++) {
                Grid.Cell cell = line.cells().get(c);
                String more = next.cells().get(c).text();
                String text = more.isEmpty() ? cell.text() : cell.text() + "\n" + more;
                cells.add(new Grid.Cell(text, cell.colspan(), cell.rowspan(), cell.style(), cell.figure()));
            }
            return new Grid.Line(cells, next.style());
        }
    }
}
