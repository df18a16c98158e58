package juesuan.workbook.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.workbook.sheet.Labels;

/**
 * Finds the header of blocks side by side by its texts: the columns must stand in their declared order
 * from left to right, each below its group and heading. Columns and rows in between do not matter,
 * and columns that are not read (行次, units, computed ones) need not be there at all.
 */
final class HeaderFinder {

    /** Rows that a header may have more than declared. */
    private static final int EXTRA_ROWS = 2;

    /**
     * @param found the band, or else
     * @param missing the columns missing from the best place for it
     * @param anywhere whether that place looks like the header at all
     */
    record Search(Optional<FoundBand> found, List<String> missing, boolean anywhere) {
    }

    /**
     * @param names texts of the header cell
     * @param above for each merged cell over it the texts it may have
     * @param repeated whether another column of the band has the same name, so that only the cells above tell them apart
     */
    private record Leaf(BlockSpec block, ColumnSpec column, Set<String> names, List<Set<String>> above, boolean repeated) {
    }

    /** @param cells per leaf row and column; empty where it is missing */
    private record Match(int[][] cells, List<Leaf> missing) {
        int found() {
            return cells.length - missing.size();
        }
    }

    private static final int[] NONE = {};

    private final FilledSheet tab;
    private final List<BlockSpec> blocks;
    private final List<Leaf> leaves;
    private final int depth;

    HeaderFinder(FilledSheet tab, List<BlockSpec> blocks) {
        this.tab = tab;
        this.blocks = blocks;
        this.leaves = leaves(blocks);
        this.depth = blocks.stream().mapToInt(BlockSpec::headerDepth).max().orElse(1);
    }

    /** Searches from a row on; the topmost complete header wins. */
    Search find(int from) {
        List<Integer> rows = IntStream.range(from, tab.rows()).filter(row -> !tab.isRowEmpty(row)).boxed().toList();
        Match best = new Match(new int[leaves.size()][], leaves);
        for (int height = depth; height <= depth + EXTRA_ROWS; height++) {
            for (int top = 0; top < rows.size(); top++) {
                Match match = match(rows.subList(top, Math.min(top + height, rows.size())));
                if (match.missing().isEmpty()) {
                    return new Search(Optional.of(band(match)), List.of(), true);
                }
                if (match.found() > best.found()) {
                    best = match;
                }
            }
        }
        Set<String> missing = best.missing().stream().map(this::describe).collect(Collectors.toCollection(LinkedHashSet::new));
        return new Search(Optional.empty(), List.copyOf(missing), best.found() * 2 >= leaves.size());
    }

    private String describe(Leaf leaf) {
        return (blocks.size() > 1 ? leaf.block().id() + "·" : "") + leaf.column().title();
    }

    private Match match(List<Integer> rows) {
        int[][] cells = new int[leaves.size()][];
        List<Leaf> missing = new ArrayList<>();
        Set<String> present = new HashSet<>();
        int width = 0;
        for (int row : rows) {
            width = Math.max(width, tab.width(row));
            for (int column = 0; column < tab.width(row); column++) {
                present.add(tab.label(row, column));
            }
        }
        int next = 0;
        for (int i = 0; i < leaves.size(); i++) {
            Leaf leaf = leaves.get(i);
            cells[i] = NONE;
            if (Collections.disjoint(leaf.names(), present)) {
                missing.add(leaf);
                continue;
            }
            int column = next;
            while (column < width && cells[i].length == 0) {
                cells[i] = cell(leaf, column++, rows, present);
            }
            if (cells[i].length == 0) {
                missing.add(leaf);
            } else {
                next = column;
            }
        }
        return new Match(cells, missing);
    }

    /** The lowest cell of the column that carries the leaf's name below the right cells. */
    private int[] cell(Leaf leaf, int column, List<Integer> rows, Set<String> present) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (leaf.names().contains(tab.spreadLabel(rows.get(i), column))) {
                List<Integer> higher = rows.subList(0, i + 1);
                boolean below = leaf.above().stream().allMatch(names ->
                    !leaf.repeated() && Collections.disjoint(names, present)
                        || higher.stream().anyMatch(row -> names.contains(headingOver(row, column))));
                return below ? new int[] {rows.get(i), column} : NONE;
            }
        }
        return NONE;
    }

    /** The text over a column: its cell's, its merge's, or, where nobody merged, the nearest to the left. */
    private String headingOver(int row, int column) {
        for (int c = column; c >= 0; c--) {
            String label = tab.spreadLabel(row, c);
            if (!label.isEmpty()) {
                return label;
            }
        }
        return "";
    }

    private FoundBand band(Match match) {
        Map<String, Map<String, Integer>> columns = new LinkedHashMap<>();
        int top = Integer.MAX_VALUE;
        int bottom = 0;
        for (BlockSpec block : blocks) {
            columns.put(block.id(), new LinkedHashMap<>());
        }
        for (int i = 0; i < leaves.size(); i++) {
            int row = match.cells()[i][0];
            int column = match.cells()[i][1];
            columns.get(leaves.get(i).block().id()).put(leaves.get(i).column().id(), column);
            top = Math.min(top, row);
            bottom = Math.max(bottom, tab.lastRow(row, column));
        }
        return new FoundBand(blocks, withHeadings(top), bottom + 1, columns);
    }

    /** The first of the rows above that hold headings, groups or titles of these blocks. */
    private int withHeadings(int top) {
        Set<String> headings = blocks.stream().map(block -> Labels.normal(block.title())).collect(Collectors.toSet());
        leaves.forEach(leaf -> leaf.above().forEach(headings::addAll));
        headings.remove("");
        int first = top;
        for (int row = top - 1; row >= 0; row--) {
            if (hasAny(row, headings)) {
                first = row;
            } else if (!tab.isRowEmpty(row)) {
                return first;
            }
        }
        return first;
    }

    private boolean hasAny(int row, Set<String> labels) {
        return IntStream.range(0, tab.width(row)).anyMatch(column -> labels.contains(tab.label(row, column)));
    }

    /** Titles in the header's last row over filled cells that belong to no declared column. */
    Set<Integer> unknownColumns(FoundBand band, int end) {
        Set<Integer> known = band.columns().values().stream().flatMap(m -> m.values().stream())
            .collect(Collectors.toCollection(TreeSet::new));
        Set<String> declared = blocks.stream().flatMap(block -> block.leaves().stream())
            .flatMap(column -> names(column).stream()).collect(Collectors.toSet());
        Set<Integer> unknown = new TreeSet<>();
        for (int column = 0; column < tab.width(band.body() - 1); column++) {
            String title = tab.label(band.body() - 1, column);
            if (!title.isEmpty() && !known.contains(column) && !declared.contains(title) && hasNumbers(column, band.body(), end)) {
                unknown.add(column);
            }
        }
        return unknown;
    }

    private boolean hasNumbers(int column, int from, int to) {
        return IntStream.range(from, to).anyMatch(row -> tab.stored(row, column) instanceof Content.Number number
            && number.value().signum() != 0);
    }

    private static Set<String> names(ColumnSpec column) {
        return Stream.concat(Stream.of(column.title()), column.aliases().stream())
            .map(Labels::normal).collect(Collectors.toSet());
    }

    private static List<Leaf> leaves(List<BlockSpec> blocks) {
        List<Leaf> leaves = new ArrayList<>();
        for (BlockSpec block : blocks) {
            List<Set<String>> above = block.heading().isEmpty() ? List.of() : List.of(Set.of(Labels.normal(block.heading())));
            collect(block, block.columns(), above, leaves);
        }
        return leaves.stream().map(leaf -> new Leaf(leaf.block(), leaf.column(), leaf.names(), leaf.above(),
            leaves.stream().anyMatch(other -> other != leaf && other.names().stream().anyMatch(leaf.names()::contains))))
            .toList();
    }

    private static void collect(BlockSpec block, List<ColumnSpec> columns, List<Set<String>> above, List<Leaf> leaves) {
        for (ColumnSpec column : columns) {
            if (!column.columns().isEmpty()) {
                List<Set<String>> deeper = new ArrayList<>(above);
                deeper.add(names(column));
                collect(block, column.columns(), deeper, leaves);
            } else if (column.type() == ColumnSpec.Type.LABEL || column.isRead(Optional.empty())) {
                leaves.add(new Leaf(block, column, names(column), above, false));
            }
        }
    }
}
