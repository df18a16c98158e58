package juesuan.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import juesuan.model.Grid;

/**
 * The figures of a table or form by block and row, in the order of the page; a block that stands beside
 * another comes after it.
 */
record GridFigures(Map<String, Map<String, List<Printed>>> blocks) {

    /** @param text as printed */
    record Printed(String text, Grid.Figure figure) {
    }

    static GridFigures of(List<Grid> grids) {
        Map<String, Map<String, List<Printed>>> blocks = new LinkedHashMap<>();
        for (Grid grid : grids) {
            for (Grid.Line line : grid.body()) {
                for (Grid.Cell cell : line.cells()) {
                    cell.figure().ifPresent(figure -> blocks
                        .computeIfAbsent(figure.place().block(), block -> new LinkedHashMap<>())
                        .computeIfAbsent(figure.place().row(), row -> new ArrayList<>())
                        .add(new Printed(cell.text(), figure)));
                }
            }
        }
        return new GridFigures(blocks);
    }

    List<Printed> all() {
        return blocks.values().stream().flatMap(rows -> rows.values().stream()).flatMap(List::stream).toList();
    }

    /** The columns of a block that hold figures, by id. */
    static Map<String, List<String>> columns(Map<String, List<Printed>> rows) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        rows.values().forEach(row -> row.forEach(printed ->
            columns.putIfAbsent(printed.figure().place().column(), printed.figure().column())));
        return columns;
    }
}
