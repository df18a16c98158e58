package juesuan.workbook.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import juesuan.model.Row;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.RowSpec;

/**
 * The rows of a block without header. The label begins its row; the values are what follows it, below
 * the columns of the same name of the block above, or one beside the other.
 */
final class PlainRows {

    private final BlockRows frame;
    private final Map<String, Integer> above;
    private final List<ColumnSpec> inputs;

    /** @param above by column id the columns of the nearest header above */
    PlainRows(BlockRows frame, Map<String, Integer> above) {
        this.frame = frame;
        this.above = above;
        this.inputs = frame.inputs();
    }

    /** The first row that begins with a declared label. */
    static OptionalInt find(FilledSheet tab, BlockSpec block, int from) {
        for (int row = from; row < tab.rows(); row++) {
            String label = firstLabel(tab, row);
            if (block.rows().stream().anyMatch(spec -> !spec.isGap() && FixedRows.names(spec).contains(label))) {
                return OptionalInt.of(row);
            }
        }
        return OptionalInt.empty();
    }

    private static String firstLabel(FilledSheet tab, int row) {
        OptionalInt column = firstColumn(tab, row);
        return column.isPresent() ? tab.label(row, column.getAsInt()) : "";
    }

    private static OptionalInt firstColumn(FilledSheet tab, int row) {
        for (int column = 0; column < tab.width(row); column++) {
            if (!(tab.stored(row, column) instanceof Content.Empty)) {
                return OptionalInt.of(column);
            }
        }
        return OptionalInt.empty();
    }

    List<Row> read() {
        List<Row> rows = new ArrayList<>();
        Map<String, Integer> found = new LinkedHashMap<>();
        List<RowSpec> specs = frame.block().rows().stream().filter(row -> !row.isGap()).toList();
        for (int row : frame.rows()) {
            String label = firstLabel(frame.tab(), row);
            Optional<RowSpec> spec = specs.stream().filter(s -> FixedRows.names(s).contains(label)).findFirst();
            if (spec.isEmpty()) {
                continue;
            }
            int column = firstColumn(frame.tab(), row).orElseThrow();
            Integer before = found.putIfAbsent(spec.get().key(), row);
            if (before != null) {
                FixedRows.twice(frame, frame.tab().ref(before, column), frame.tab().ref(row, column), spec.get().label());
                continue;
            }
            row(row, column, spec.get()).ifPresent(rows::add);
        }
        specs.stream().filter(spec -> !found.containsKey(spec.key())).forEach(spec ->
            frame.report().add(frame.tab().name(), Problem.error(ReadRule.ROW_MISSING,
                "缺少“" + spec.label() + "”这一行", "请把这一行补上；行名要与空白填报表一致。")));
        return rows;
    }

    private Optional<Row> row(int row, int labelColumn, RowSpec spec) {
        Optional<Map<String, Integer>> columns = columns(row, labelColumn);
        if (columns.isEmpty()) {
            frame.report().add(frame.tab().ref(row, labelColumn), spec.label(), "", Problem.error(ReadRule.COLUMN_MISSING,
                "右边的内容看不出各是哪一栏", "请照空白填报表的格子填写。"));
            return Optional.empty();
        }
        String label = frame.shown(row, labelColumn);
        return Optional.of(new Row(spec.key(), label,
            new RowReader(frame).read(row, columns.get(), Optional.of(spec), label)));
    }

    private Optional<Map<String, Integer>> columns(int row, int labelColumn) {
        FilledSheet tab = frame.tab();
        List<Integer> filled = new ArrayList<>();
        for (int column = tab.lastColumn(row, labelColumn) + 1; column < tab.width(row); column++) {
            if (!(tab.stored(row, column) instanceof Content.Empty)) {
                filled.add(column);
            }
        }
        if (filled.size() == inputs.size()) {
            return Optional.of(zip(filled));
        }
        List<Integer> places = places(row, labelColumn);
        return places.containsAll(filled) ? Optional.of(zip(places)) : Optional.empty();
    }

    private List<Integer> places(int row, int labelColumn) {
        List<Integer> inherited = inputs.stream().filter(column -> above.containsKey(column.id()))
            .map(column -> above.get(column.id())).filter(column -> column > labelColumn).toList();
        if (inherited.size() == inputs.size()) {
            return inherited;
        }
        List<Integer> beside = new ArrayList<>();
        int column = labelColumn;
        for (int i = 0; i < inputs.size(); i++) {
            column = frame.tab().lastColumn(row, column) + 1;
            beside.add(column);
        }
        return beside;
    }

    private Map<String, Integer> zip(List<Integer> places) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            columns.put(inputs.get(i).id(), places.get(i));
        }
        return columns;
    }
}
