package juesuan.workbook.read;

import java.util.List;
import java.util.Optional;
import juesuan.model.MoneyUnit;
import juesuan.pack.ColumnSpec;
import juesuan.pack.ColumnSpec.Blank;
import juesuan.pack.ColumnSpec.Type;
import juesuan.pack.RowSpec;

/**
 * What a declaration expects of one cell: the column's word, and the row's where it differs.
 *
 * @param label the row's and column's names, for messages
 * @param oneLine whether it is a name or the like, which goes into headings and sentences; long texts and the cells of
 *     free rows may have lines
 * @param initial what a blank sheet starts with; a cell that still holds it has not been filled
 */
record Field(ColumnSpec column, Type type, Blank blank, List<String> choices, MoneyUnit unit, String label,
             String initial, boolean oneLine) {

    static Field of(ColumnSpec column, Optional<RowSpec> row, MoneyUnit unit, String rowLabel) {
        boolean text = column.type() == Type.CODE || column.type() == Type.NAME;
        Type type = text ? column.type() : row.flatMap(RowSpec::type).orElse(column.type());
        List<String> choices = row.map(RowSpec::choices).filter(list -> !list.isEmpty()).orElse(column.choices());
        String columnLabel = column.title().isEmpty() ? column.id() : column.title();
        return new Field(column, type, row.flatMap(RowSpec::blank).orElse(column.blank()), choices, unit,
            rowLabel.isEmpty() ? columnLabel : rowLabel + "·" + columnLabel, row.map(RowSpec::initial).orElse(""), column.oneLine() || row.isPresent() && type == Type.TEXT);
    }

    Field withBlank(Blank policy) {
        return new Field(column, type, policy, choices, unit, label, initial, oneLine);
    }
}
