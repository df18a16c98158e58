package juesuan.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import juesuan.model.Grid;

/** The clerk's texts in a table or form, whole: the page divides long ones into lines. */
final class GridTexts {

    private GridTexts() {
    }

    static Map<Grid.Typed, String> of(List<Grid> grids) {
        Map<Grid.Typed, String> texts = new LinkedHashMap<>();
        for (Grid grid : grids) {
            for (Grid.Line line : grid.body()) {
                for (Grid.Cell cell : line.cells()) {
                    cell.typed().filter(typed -> !cell.text().isEmpty())
                        .ifPresent(typed -> texts.merge(typed, cell.text(), (above, text) -> above + "\n" + text));
                }
            }
        }
        return texts;
    }
}
