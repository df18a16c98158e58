package juesuan.layout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.model.Block;
import juesuan.model.Entry;
import juesuan.model.Grid;
import juesuan.model.Grid.Cell;
import juesuan.model.Grid.Line;
import juesuan.model.Row;
import juesuan.model.Sheet;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.RowSpec;
import juesuan.pack.SheetSpec;
import juesuan.pack.Style;

/** Lays out one band of a sheet, that is, the blocks that stand side by side, as it is printed. */
final class GridMaker {

    /** The class of cells that number their row. */
    static final String LINE_NUMBER = " lineno";

    /** The class of cells that draw the left edge of the grid. */
    static final String FRAME = " frame";

    private final SheetSpec spec;
    private final Sheet sheet;
    private final Figures figures;

    GridMaker(SheetSpec spec, Sheet sheet, Style style) {
        this.spec = spec;
        this.sheet = sheet;
        this.figures = new Figures(spec, style);
    }

    /** @param firstLine the number of the band's first row where it has a 行次 column */
    Grid grid(List<BlockSpec> band, int firstLine) {
        List<List<Cell>> head = head(band);
        List<Line> body = body(band, firstLine);
        List<String> widths = widths(band);
        return new Grid(widths, size(band, body), head, body);
    }

    private static List<String> widths(List<BlockSpec> band) {
        List<ColumnSpec> leaves = band.stream().flatMap(block -> block.leaves().stream()).toList();
        int total = leaves.stream().mapToInt(ColumnSpec::printWidth).sum();
        return leaves.stream().map(leaf -> BigDecimal.valueOf(leaf.printWidth() * 100L)
            .divide(BigDecimal.valueOf(total), 3, RoundingMode.HALF_UP) + "%").toList();
    }

    private List<List<Cell>> head(List<BlockSpec> band) {
        int depth = band.stream().mapToInt(BlockSpec::headerDepth).max().orElse(0);
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < depth; i++) {
            rows.add(new ArrayList<>());
        }
        if (depth == 0) {
            return rows;
        }
        String heading = "";
        Cell over = null;
        for (BlockSpec block : band) {
            int top = 0;
            if (!block.heading().isEmpty()) {
                boolean goesOn = block.heading().equals(heading);
                int span = block.leaves().size() + (goesOn ? over.colspan() : 0);
                over = new Cell(block.heading(), span, 1, "");
                if (goesOn) {
                    rows.get(0).set(rows.get(0).size() - 1, over);
                } else {
                    rows.get(0).add(over);
                }
                top = 1;
            }
            heading = block.heading();
            titles(block.columns(), rows, top);
        }
        if (!spec.ordinals().isEmpty()) {
            rows.add(ordinals(band));
        }
        return rows;
    }

    private static void titles(List<ColumnSpec> columns, List<List<Cell>> rows, int level) {
        int depth = rows.size();
        for (ColumnSpec column : columns) {
            if (column.columns().isEmpty()) {
                rows.get(level).add(new Cell(column.title(), 1, depth - level, ""));
            } else {
                rows.get(level).add(new Cell(column.title(), column.span(), 1, ""));
                titles(column.columns(), rows, level + 1);
            }
        }
    }

    /** 栏次: the numeric columns are numbered across the whole table. */
    private List<Cell> ordinals(List<BlockSpec> band) {
        List<Cell> cells = new ArrayList<>();
        int number = 0;
        for (BlockSpec block : band) {
            int labels = 0;
            for (ColumnSpec leaf : block.leaves()) {
                if (leaf.type() == ColumnSpec.Type.CODE || leaf.type() == ColumnSpec.Type.NAME
                    || leaf.type() == ColumnSpec.Type.LABEL) {
                    labels++;
                    continue;
                }
                if (labels > 0) {
                    cells.add(new Cell(spec.ordinals(), labels, 1, ""));
                    labels = 0;
                }
                cells.add(Cell.of(leaf.type().isNumeric() ? String.valueOf(++number) : "", ""));
            }
        }
        return cells;
    }

    private List<Line> body(List<BlockSpec> band, int firstLine) {
        List<List<Line>> sides = new ArrayList<>();
        int line = firstLine;
        for (BlockSpec block : band) {
            List<Line> side = side(block, line);
            line += side.size();
            sides.add(side);
        }
        int height = sides.stream().mapToInt(List::size).max().orElse(0);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < height; i++) {
            List<Cell> cells = new ArrayList<>();
            boolean total = false;
            for (int s = 0; s < sides.size(); s++) {
                List<Line> side = sides.get(s);
                if (i < side.size()) {
                    cells.addAll(side.get(i).cells());
                    total |= side.get(i).style().equals("total");
                } else {
                    band.get(s).leaves().forEach(leaf -> cells.add(Cell.of("", "")));
                }
            }
            cells.set(0, cells.get(0).with(FRAME));
            lines.add(new Line(cells, total && sides.size() == 1 ? "total" : ""));
        }
        return lines;
    }

    private List<Line> side(BlockSpec block, int firstLine) {
        List<Row> rows = new ArrayList<>(sheet.block(block.id()).map(Block::rows).orElse(List.of()));
        List<Line> lines = new ArrayList<>();
        if (block.rows().isEmpty()) {
            boolean last = block.codes().filter(BlockSpec.CodeRows::last).isPresent();
            String total = block.codes().map(BlockSpec.CodeRows::total).orElse("");
            rows.sort((a, b) -> Boolean.compare(a.key().equals(total) == last, b.key().equals(total) == last));
            rows.forEach(row -> lines.add(line(block, Optional.empty(), Optional.of(row), 0)));
            return lines;
        }
        Map<String, Row> byKey = new LinkedHashMap<>();
        rows.forEach(row -> byKey.put(row.key(), row));
        List<Row> extra = rows.stream().filter(row -> block.row(row.key()).isEmpty()).toList();
        int free = 0;
        for (RowSpec rowSpec : block.rows()) {
            if (rowSpec.isGap()) {
                extra.stream().filter(row -> byKey.remove(row.key()) != null)
                    .forEach(row -> lines.add(line(block, Optional.empty(), Optional.of(row), 0)));
                free = Math.max(0, rowSpec.skip() - extra.size());
                for (int i = 0; i < free; i++) {
                    lines.add(line(block, Optional.empty(), Optional.empty(), firstLine + lines.size()));
                }
            } else {
                lines.add(line(block, Optional.of(rowSpec), Optional.ofNullable(byKey.remove(rowSpec.key())),
                    firstLine + lines.size()));
            }
        }
        byKey.values().forEach(row -> lines.add(line(block, Optional.empty(), Optional.of(row), 0)));
        return lines;
    }

    private Line line(BlockSpec block, Optional<RowSpec> rowSpec, Optional<Row> row, int number) {
        List<Cell> cells = new ArrayList<>();
        boolean total = rowSpec.filter(RowSpec::total).isPresent()
            || block.codes().filter(codes -> row.filter(r -> r.key().equals(codes.total())).isPresent()).isPresent();
        String bold = total ? " b" : "";
        for (ColumnSpec column : block.leaves()) {
            cells.add(switch (column.type()) {
                case LABEL -> Cell.of(rowSpec.map(RowSpec::label).or(() -> row.map(Row::label)).orElse(""),
                    "label" + bold + rowSpec.filter(r -> r.indent() > 0).map(r -> " in" + r.indent()).orElse("") + Grid.HEAD);
                case LINE -> Cell.of(number > 0 ? String.valueOf(number) : "", "mid" + LINE_NUMBER);
                case CODE -> Cell.of(code(rowSpec, row), "label" + Grid.HEAD);
                case NAME -> Cell.of(row.map(Row::label).orElse(""), (total ? "mid" : "label") + bold + Grid.HEAD);
                case HELP -> Cell.of("", "");
                case UNIT -> Cell.of(rowSpec.map(RowSpec::unit).orElse(""), "mid");
                default -> value(block, column, rowSpec, row, bold);
            });
        }
        return new Line(cells, total ? "total" : "");
    }

    private static String code(Optional<RowSpec> rowSpec, Optional<Row> row) {
        return rowSpec.map(RowSpec::code)
            .or(() -> row.map(Row::key).filter(key -> key.matches("\\d+")))
            .orElse("");
    }

    private Cell value(BlockSpec block, ColumnSpec column, Optional<RowSpec> rowSpec, Optional<Row> row, String bold) {
        Optional<Entry> entry = row.flatMap(r -> r.entry(column.id()));
        ColumnSpec.Type type = rowSpec.flatMap(RowSpec::type).orElse(column.type());
        boolean numeric = column.type().isNumeric();
        String style = (type == ColumnSpec.Type.AMOUNT && numeric ? "num" : numeric ? "mid" : "label") + bold;
        if (entry.isEmpty() || entry.get().isBlank()) {
            return Cell.of(row.isPresent() ? column.whenBlank() : "", column.whenBlank().isEmpty() ? style : "mid");
        }
        if (entry.get() instanceof Entry.Number number) {
            return new Cell(figures.text(number, type), 1, 1, style,
                Optional.of(figures.figure(block, column, rowSpec, row.get(), number, type)));
        }
        return new Cell(entry.get().asText(), 1, 1, style + (namesItsRow(block, column) ? Grid.HEAD : ""), Optional.empty(),
            column.carry() ? Optional.empty() : Optional.of(figures.typed(block, column, rowSpec, row.get())));
    }

    /** A free row is named by its group labels and by the first text of its own. */
    private static boolean namesItsRow(BlockSpec block, ColumnSpec column) {
        return block.items().isPresent() && (column.carry() || block.leaves().stream()
            .filter(leaf -> !leaf.type().isNumeric() && !leaf.carry()).findFirst().filter(column::equals).isPresent());
    }

    /** A class for the font size at which the longest figure of each amount column still fits. */
    private String size(List<BlockSpec> band, List<Line> body) {
        List<ColumnSpec> leaves = band.stream().flatMap(block -> block.leaves().stream()).toList();
        double total = leaves.stream().mapToInt(ColumnSpec::printWidth).sum();
        double page = PageSizes.tableWidth(spec.orientation());
        double fits = PageSizes.TABLE_FONT;
        for (int c = 0; c < leaves.size(); c++) {
            if (leaves.get(c).type() != ColumnSpec.Type.AMOUNT) {
                continue;
            }
            int column = c;
            int digits = body.stream().mapToInt(line -> line.cells().get(column).text().length()).max().orElse(0);
            double room = page * leaves.get(c).printWidth() / total - PageSizes.CELL_PADDING;
            fits = Math.min(fits, room / (Math.max(1, digits) * PageSizes.DIGIT));
        }
        return PageSizes.fontClass(fits);
    }
}
