package juesuan.layout;

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
    /** The class of texts that begin a block beside another: its figures must not touch them. */
    private static final String GUTTER = " gutter";
    /** Digits of a 类, and what each level below it adds. */
    private static final int CODE = 3;
    private static final int LEVEL = 2;
    private static final int DEEPEST = 2;

    private final SheetSpec spec;
    private final Sheet sheet;
    private final Figures figures;

    GridMaker(SheetSpec spec, Sheet sheet, Style style) {
        this.spec = spec;
        this.sheet = sheet;
        this.figures = new Figures(spec, style);
    }

    /** The table as the pack declares it. */
    Grid table() {
        return declared(spec.bands().get(0));
    }

    TableFit fit(Grid table, SheetSpec.Orientation orientation) {
        return new TableFit(leaves(spec.bands().get(0)), table.head(), table.body(), PageSizes.tableWidth(orientation));
    }

    /** A band with the widths that the pack declares. */
    Grid declared(List<BlockSpec> band) {
        List<List<Cell>> head = head(band);
        List<Line> body = body(band, 1);
        TableFit.Fit fit = new TableFit(leaves(band), head, body, PageSizes.tableWidth(spec.orientation())).declared();
        return new Grid(fit.widths(), fit.size(), head, body);
    }

    private static List<ColumnSpec> leaves(List<BlockSpec> band) {
        return band.stream().flatMap(block -> block.leaves().stream()).toList();
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
                int first = cells.size();
                if (i < side.size()) {
                    cells.addAll(side.get(i).cells());
                    total |= side.get(i).style().equals("total");
                } else {
                    band.get(s).leaves().forEach(leaf -> cells.add(Cell.of("", "")));
                }
                if (s > 0 && !band.get(s).leaves().get(0).type().isNumeric()) {
                    cells.set(first, cells.get(first).with(GUTTER));
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
        int level = level(block, row);
        String bold = total || level == 0 ? " b" : "";
        for (ColumnSpec column : block.leaves()) {
            cells.add(switch (column.type()) {
                case LABEL -> Cell.of(rowSpec.map(RowSpec::label).or(() -> row.map(Row::label)).orElse(""),
                    "label" + bold + rowSpec.filter(r -> r.indent() > 0).map(r -> " in" + r.indent()).orElse("") + Grid.HEAD);
                case LINE -> Cell.of(number > 0 ? String.valueOf(number) : "", "mid" + LINE_NUMBER);
                case CODE -> Cell.of(code(rowSpec, row), "label" + bold + Grid.HEAD);
                case NAME -> Cell.of(row.map(Row::label).orElse(""), (total ? "mid" : "label") + bold + (level > 0 ? " in" + level : "") + Grid.HEAD);
                case HELP -> Cell.of("", "");
                case UNIT -> Cell.of(rowSpec.map(RowSpec::unit).orElse(""), "mid");
                default -> value(block, column, rowSpec, row, bold);
            });
        }
        return new Line(cells, total ? "total" : "");
    }

    /** 0 for a 类, 1 for a 款, 2 for a 项; below 0 for a row that has no code. */
    private static int level(BlockSpec block, Optional<Row> row) {
        return row.filter(r -> block.codes().isPresent() && r.key().matches("\\d{" + CODE + ",}"))
            .map(r -> Math.min(DEEPEST, (r.key().length() - CODE) / LEVEL)).orElse(-1);
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
}
