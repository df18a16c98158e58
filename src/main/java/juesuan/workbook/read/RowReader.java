package juesuan.workbook.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import juesuan.model.Entry;
import juesuan.pack.ColumnSpec;
import juesuan.pack.ColumnSpec.Blank;
import juesuan.pack.ColumnSpec.Type;
import juesuan.pack.RowSpec;

/** Reads the cells of one row; codes and names are entries where they are written. */
record RowReader(BlockRows frame) {

    Map<String, Entry> read(int row, Optional<RowSpec> spec, String label) {
        return read(row, frame.columns(), spec, label);
    }

    Map<String, Entry> read(int row, Map<String, Integer> columns, Optional<RowSpec> spec, String label) {
        frame.noteHidden(row);
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (ColumnSpec column : frame.block().leaves()) {
            if (!column.isRead(spec)) {
                continue;
            }
            Field field = Field.of(column, spec, frame.unit(), label);
            boolean name = column.type() == Type.CODE || column.type() == Type.NAME;
            int at = columns.get(column.id());
            if (column.type() == Type.CODE) {
                String code = frame.label(row, Type.CODE);
                if (Codes.isDigits(code)) {
                    entries.put(column.id(), new Entry.Text(code, frame.tab().ref(row, at)));
                }
                continue;
            }
            if (name && frame.tab().label(row, at).isEmpty()) {
                continue;
            }
            entries.put(column.id(), frame.entries().read(row, at, name ? field.withBlank(Blank.ALLOWED) : field));
        }
        return entries;
    }
}
