package juesuan.workbook.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.model.Entry;
import juesuan.model.Row;
import juesuan.pack.ColumnSpec;

/** Free rows, numbered in the order of the workbook; empty ones in between do not count. */
final class ItemRows {

    private final BlockRows frame;

    ItemRows(BlockRows frame) {
        this.frame = frame;
    }

    List<Row> read() {
        List<Row> rows = new ArrayList<>();
        Map<String, Entry> above = new LinkedHashMap<>();
        for (int row : frame.rows()) {
            if (!frame.isUsed(row, Optional.empty())) {
                continue;
            }
            frame.noteHidden(row);
            String ordinal = Integer.toString(rows.size() + 1);
            Map<String, Entry> entries = new LinkedHashMap<>();
            for (ColumnSpec column : frame.inputs()) {
                Field field = Field.of(column, Optional.empty(), frame.unit(), "第 " + ordinal + " 条");
                int at = frame.columns().get(column.id());
                boolean carried = column.carry() && above.containsKey(column.id())
                    && frame.tab().label(row, at).isEmpty() && frame.tab().stored(row, at) instanceof Content.Empty;
                Entry entry = carried ? above.get(column.id()) : frame.entries().read(row, at, field);
                entries.put(column.id(), entry);
                if (column.carry() && !entry.isBlank()) {
                    above.put(column.id(), entry);
                }
            }
            String label = entries.values().stream().findFirst().map(Entry::asText).orElse("");
            rows.add(new Row(ordinal, label, entries));
        }
        if (rows.isEmpty() && frame.block().items().orElseThrow().required()) {
            frame.report().add(frame.tab().name(), Problem.error(ReadRule.ROW_MISSING,
                "“" + frame.inputs().get(0).title() + "”一栏下面没有内容", "请至少填写一行。"));
        }
        return rows;
    }
}
