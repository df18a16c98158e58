package juesuan.workbook.blank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.SheetSpec;

/**
 * The physical columns of a sheet. Stacked blocks rarely want the same columns: one band gives the
 * grid, the others merge cells of it, chosen so that widths fit best and equal columns stand under
 * each other.
 *
 * @param widths of the physical columns, in characters
 * @param spans by block id, one span for each of its leaf columns
 */
record SheetColumns(List<Integer> widths, Map<String, List<Span>> spans) {

    /** A declared column's physical columns, first to last. */
    public record Span(int first, int last) {
        boolean isMerged() {
            return last > first;
        }
    }

    /** Narrower columns are slivers that nobody can use. */
    private static final int NARROWEST = 8;
    /** What too narrow costs more than too wide: figures turn into #####. */
    private static final int SHORTAGE = 3;
    /** What an additional physical column costs. */
    private static final int EXTENSION = 4;
    /** What each merged column costs. */
    private static final int MERGE = 2;
    /** What it is worth that a column stands under the one of the same id. */
    private static final int ALIGNED = 15;
    /** Holds 99,999,999,999.99: whatever a pack declares, no amount turns into #####. */
    private static final int AMOUNT_WIDTH = 16;
    /** A label may stand in a wide cell: its excess counts only as one part of so many. */
    private static final int LABEL_EXCESS = 4;

    static SheetColumns of(SheetSpec sheet) {
        List<List<BlockSpec>> bands = sheet.bands();
        List<List<BlockSpec>> bases = bands.stream().filter(SheetColumns::isList).toList();
        return (bases.isEmpty() ? bands : bases).stream()
            .map(base -> new Fitting(base).fit(bands))
            .min(Comparator.comparingInt(Fitting::cost)).orElseThrow().grid();
    }

    List<Span> spans(BlockSpec block) {
        return spans.get(block.id());
    }

    int width(Span span) {
        return widths.subList(span.first(), span.last() + 1).stream().mapToInt(Integer::intValue).sum();
    }

    /** Rows into which a clerk pastes blocks must not be merged: such a band is the grid itself. */
    private static boolean isList(List<BlockSpec> band) {
        return band.stream().anyMatch(block -> block.codes().isPresent() || block.items().isPresent());
    }

    private static List<ColumnSpec> leaves(List<BlockSpec> band) {
        return band.stream().flatMap(block -> block.leaves().stream()).toList();
    }

    private static int wanted(ColumnSpec column) {
        return column.type() == ColumnSpec.Type.AMOUNT ? Math.max(column.width(), AMOUNT_WIDTH) : column.width();
    }

    private static final class Fitting {
        private final List<BlockSpec> base;
        private final List<ColumnSpec> baseColumns;
        private final List<Integer> widths = new ArrayList<>();
        private final Map<String, List<Span>> spans = new LinkedHashMap<>();
        private int cost;

        Fitting(List<BlockSpec> base) {
            this.base = base;
            this.baseColumns = leaves(base);
            baseColumns.forEach(column -> widths.add(wanted(column)));
        }

        Fitting fit(List<List<BlockSpec>> bands) {
            List<List<Span>> fittings = bands.stream()
                .map(band -> band == base ? single(baseColumns.size()) : fitColumns(leaves(band))).toList();
            for (int i = 0; i < bands.size(); i++) {
                List<BlockSpec> band = bands.get(i);
                List<Span> fitted = isList(band) ? fittings.get(i) : stretched(leaves(band), fittings.get(i));
                int at = 0;
                for (BlockSpec block : band) {
                    int count = block.leaves().size();
                    spans.put(block.id(), List.copyOf(fitted.subList(at, at + count)));
                    at += count;
                }
            }
            return this;
        }

        int cost() {
            return cost;
        }

        SheetColumns grid() {
            return new SheetColumns(List.copyOf(widths), Map.copyOf(spans));
        }

        /** Texts reach to the sheet's right edge, unless merging would keep a row from growing by itself. */
        private List<Span> stretched(List<ColumnSpec> columns, List<Span> fitted) {
            int last = fitted.size() - 1;
            ColumnSpec.Type type = columns.get(last).type();
            boolean text = type == ColumnSpec.Type.TEXT || type == ColumnSpec.Type.HELP
                || type == ColumnSpec.Type.LONG && fitted.get(last).isMerged();
            if (!text) {
                return fitted;
            }
            List<Span> result = new ArrayList<>(fitted);
            result.set(last, new Span(fitted.get(last).first(), widths.size() - 1));
            return result;
        }

        private static List<Span> single(int count) {
            List<Span> result = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                result.add(new Span(i, i));
            }
            return result;
        }

        /** The cheapest way to lay the columns over the grid, found from the last column backwards. */
        private List<Span> fitColumns(List<ColumnSpec> columns) {
            int count = columns.size();
            int edges = widths.size();
            int[][] costs = new int[count + 1][edges + 1];
            int[][] ends = new int[count + 1][edges + 1];
            for (int j = count - 1; j >= 0; j--) {
                for (int start = 0; start <= edges; start++) {
                    int rest = wanted(columns.get(j)) - sum(start, edges);
                    // Beyond the grid every column gets a new physical one.
                    costs[j][start] = start == edges || rest >= NARROWEST
                        ? EXTENSION * (count - j) + MERGE * (edges - start) : Integer.MAX_VALUE / 2;
                    ends[j][start] = edges + 1;
                    for (int end = start + 1; end <= edges; end++) {
                        int total = spanCost(columns.get(j), start, end) + costs[j + 1][end];
                        if (total < costs[j][start]) {
                            costs[j][start] = total;
                            ends[j][start] = end;
                        }
                    }
                }
            }
            cost += costs[0][0];
            List<Span> result = new ArrayList<>();
            int start = 0;
            for (int j = 0; j < count; j++) {
                int end = start > edges ? start + 1 : ends[j][start];
                if (end > widths.size()) {
                    widths.add(wanted(columns.get(j)) - sum(start, widths.size()));
                }
                result.add(new Span(start, end - 1));
                if (end == start + 1 && columns.get(j).type().isNumeric()) {
                    widths.set(start, Math.max(widths.get(start), wanted(columns.get(j))));
                }
                start = end;
            }
            return result;
        }

        private int spanCost(ColumnSpec column, int start, int end) {
            int excess = sum(start, end) - wanted(column);
            int misfit = excess < 0 ? -excess * SHORTAGE
                : column.type() == ColumnSpec.Type.LABEL ? excess / LABEL_EXCESS : excess;
            boolean aligned = end == start + 1 && start < baseColumns.size()
                && baseColumns.get(start).id().equals(column.id());
            return misfit + MERGE * (end - start - 1) - (aligned ? ALIGNED : 0);
        }

        private int sum(int start, int end) {
            return start >= end ? 0 : widths.subList(start, end).stream().mapToInt(Integer::intValue).sum();
        }
    }
}
