package juesuan.workbook.blank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import juesuan.model.Place;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.Pack;
import juesuan.pack.RowSpec;
import juesuan.pack.SheetSpec;
import org.apache.poi.ss.util.CellAddress;

/**
 * Where every declared cell stands in a blank workbook of ours. Only the writer and programs that fill
 * a blank workbook know it: the reader finds things by what is written in the headers.
 *
 * <p>All rows and columns count from 0, as in POI.
 */
public final class Layout {

    /** Rows below the prepared ones that a longer pasted block may use: unlocked, and in the sums. */
    static final int SPARE_ROWS = 1000;

    public enum RowKind { DECLARED, TOTAL, CODE, ITEM, GAP }

    /**
     * One row of a block's body.
     *
     * @param spec of a declared row
     * @param ordinal from 1, of code rows and items
     */
    public record BodyRow(int row, RowKind kind, Optional<RowSpec> spec, int ordinal) {
    }

    /**
     * A block in its place.
     *
     * @param columns one span for each leaf column
     * @param lines the number before the first 行次 of this block
     */
    public record Area(BlockSpec block, List<SheetColumns.Span> columns, List<BodyRow> rows, int lines) {

        public OptionalInt columnOf(String id) {
            List<ColumnSpec> leaves = block.leaves();
            return IntStream.range(0, leaves.size()).filter(i -> leaves.get(i).id().equals(id)).findFirst();
        }

        /** The physical column of a declared one. */
        public int first(int leaf) {
            return columns.get(leaf).first();
        }

        /** First row of the codes or items, without the total. */
        public int firstListRow() {
            return listRows().get(0).row();
        }

        public int lastListRow() {
            return listRows().get(listRows().size() - 1).row();
        }

        private List<BodyRow> listRows() {
            return rows.stream().filter(row -> row.ordinal() > 0).toList();
        }

        public Optional<BodyRow> row(String key) {
            return rows.stream().filter(row -> switch (row.kind()) {
                case DECLARED -> row.spec().orElseThrow().key().equals(key);
                case TOTAL -> block.codes().orElseThrow().total().equals(key);
                case ITEM -> Integer.toString(row.ordinal()).equals(key);
                default -> false;
            }).findFirst();
        }
    }

    /**
     * Blocks side by side, sharing their rows.
     *
     * @param title the line over the blocks
     * @param header first header row
     * @param depth number of header rows
     * @param ordinals the row that numbers the amount columns
     * @param body first body row
     * @param end the row after the last
     */
    public record Band(List<Area> areas, OptionalInt title, int header, int depth, OptionalInt ordinals, int body, int end) {
    }

    private final SheetSpec sheet;
    private final SheetColumns grid;
    private final List<Band> bands = new ArrayList<>();
    private final OptionalInt help;
    private final OptionalInt unit;

    private Layout(SheetSpec sheet) {
        this.sheet = sheet;
        this.grid = SheetColumns.of(sheet);
        int next = 1;
        boolean table = sheet.kind() == SheetSpec.Kind.TABLE;
        boolean helped = !table && !sheet.help().isEmpty();
        help = helped ? OptionalInt.of(next++) : OptionalInt.empty();
        next += table ? 1 : 0;
        boolean amounts = sheet.blocks().stream().flatMap(block -> block.leaves().stream())
            .anyMatch(column -> column.type() == ColumnSpec.Type.AMOUNT);
        unit = table || amounts ? OptionalInt.of(next++) : OptionalInt.empty();
        for (List<BlockSpec> blocks : sheet.bands()) {
            boolean titled = !blocks.get(0).title().isEmpty();
            boolean spaced = !bands.isEmpty() && sheet.kind() == SheetSpec.Kind.FORM;
            Band band = band(blocks, next + (spaced ? 1 : 0), titled);
            bands.add(band);
            next = band.end();
        }
    }

    public static Layout of(SheetSpec sheet) {
        return new Layout(sheet);
    }

    /** By sheet, in the order of the pack. */
    public static Map<String, Layout> all(Pack pack) {
        Map<String, Layout> layouts = new LinkedHashMap<>();
        pack.sheets().forEach(sheet -> layouts.put(sheet.id(), of(sheet)));
        return layouts;
    }

    private Band band(List<BlockSpec> blocks, int start, boolean titled) {
        OptionalInt title = titled ? OptionalInt.of(start) : OptionalInt.empty();
        int header = start + (titled ? 1 : 0);
        int depth = blocks.stream().mapToInt(BlockSpec::headerDepth).max().orElse(0);
        boolean numbered = !sheet.ordinals().isEmpty();
        OptionalInt ordinals = numbered ? OptionalInt.of(header + depth) : OptionalInt.empty();
        int body = header + depth + (numbered ? 1 : 0);
        int height = blocks.stream().mapToInt(block -> rows(block, 0).size()).max().orElse(0);
        List<Area> areas = new ArrayList<>();
        int lines = 0;
        for (BlockSpec block : blocks) {
            List<BodyRow> rows = new ArrayList<>(rows(block, body));
            while (rows.size() < height) {
                rows.add(gap(body + rows.size()));
            }
            areas.add(new Area(block, grid.spans(block), List.copyOf(rows), lines));
            lines += rows.size();
        }
        return new Band(List.copyOf(areas), title, header, depth, ordinals, body, body + height);
    }

    private static List<BodyRow> rows(BlockSpec block, int body) {
        List<BodyRow> rows = new ArrayList<>();
        for (RowSpec spec : block.rows()) {
            if (spec.isGap()) {
                for (int i = 0; i < spec.skip(); i++) {
                    rows.add(gap(body + rows.size()));
                }
            } else {
                rows.add(new BodyRow(body + rows.size(), RowKind.DECLARED, Optional.of(spec), 0));
            }
        }
        block.codes().ifPresent(codes -> {
            if (!codes.last()) {
                rows.add(new BodyRow(body, RowKind.TOTAL, Optional.empty(), 0));
            }
            addList(rows, body, RowKind.CODE, codes.capacity());
            if (codes.last()) {
                rows.add(new BodyRow(body + rows.size(), RowKind.TOTAL, Optional.empty(), 0));
            }
        });
        block.items().ifPresent(items -> addList(rows, body, RowKind.ITEM,
            Math.max(items.capacity(), items.prefill().size())));
        return rows;
    }

    private static void addList(List<BodyRow> rows, int body, RowKind kind, int count) {
        for (int ordinal = 1; ordinal <= count; ordinal++) {
            rows.add(new BodyRow(body + rows.size(), kind, Optional.empty(), ordinal));
        }
    }

    private static BodyRow gap(int row) {
        return new BodyRow(row, RowKind.GAP, Optional.empty(), 0);
    }

    /** The cell of a declared position; none for a subject code, whose row the clerk chooses. */
    public Optional<CellAddress> cell(Place place) {
         return area(place.block()).flatMap(area -> area.row(place.row())
            .flatMap(row -> address(area, row, place.column())));
    }

    /** The cell in the n-th prepared row, from 1, of a block of codes or items. */
    public Optional<CellAddress> cell(String block, int ordinal, String column) {
        return area(block).flatMap(area -> area.rows().stream().filter(row -> row.ordinal() == ordinal).findFirst()
            .flatMap(row -> address(area, row, column)));
    }

    private static Optional<CellAddress> address(Area area, BodyRow row, String column) {
        OptionalInt leaf = area.columnOf(column);
        return leaf.isPresent()
            ? Optional.of(new CellAddress(row.row(), area.first(leaf.getAsInt()))) : Optional.empty();
    }

    public Optional<Area> area(String block) {
        return bands.stream().flatMap(band -> band.areas().stream())
            .filter(area -> area.block().id().equals(block)).findFirst();
    }

    public SheetSpec sheet() {
        return sheet;
    }

    SheetColumns grid() {
        return grid;
    }

    List<Band> bands() {
        return bands;
    }

    /** The row of the help text. */
    OptionalInt help() {
        return help;
    }

    /** The row that names the department and the unit. */
    OptionalInt unit() {
        return unit;
    }

    int lastColumn() {
        return grid.widths().size() - 1;
    }

    /** The row after the last band. */
    int end() {
        return bands.get(bands.size() - 1).end();
    }

    /** Whether the sheet ends with rows of which a clerk may want more than were prepared. */
    public boolean isOpenEnded() {
        List<Area> last = bands.get(bands.size() - 1).areas();
        return last.size() == 1 && last.get(0).rows().get(last.get(0).rows().size() - 1).ordinal() > 0;
    }

    /** The last row that sums over a list of codes or items reach. */
    public int lastSummedRow(Area area) {
        return area.lastListRow() + (isOpenEnded() ? SPARE_ROWS : 0);
    }
}
