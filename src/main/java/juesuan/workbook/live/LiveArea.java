package juesuan.workbook.live;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.ColumnSpec.Blank;
import juesuan.pack.ColumnSpec.Type;
import juesuan.pack.RowSpec;
import juesuan.pack.SheetSpec;
import juesuan.workbook.blank.ExcelFormulas;
import juesuan.workbook.blank.Layout;
import org.apache.poi.ss.formula.SheetNameFormatter;

/** A block of one tab, as the formulas of the sheet 审核 address it. */
record LiveArea(String tab, Layout layout, BlockSpec block) {

    /** Rows below the prepared ones that are followed as well. */
    private static final int FOLLOWED = 50;

    SheetSpec sheet() {
        return layout.sheet();
    }

    Layout.Area area() {
        return layout.area(block.id()).orElseThrow();
    }

    boolean isCoded() {
        return block.codes().isPresent();
    }

    boolean isList() {
        return block.items().isPresent();
    }

    /** The keys of the rows that always stand there: declared ones, and the total over subject codes. */
    List<String> keys() {
        return isCoded() ? List.of(block.codes().orElseThrow().total()) : block.rowKeys();
    }

    /** The key of the declared row that a key or subject means. */
    Optional<String> keyOf(String keyOrSubject) {
        return block.rows().stream().filter(row -> !row.isGap() && row.subject().equals(keyOrSubject)).map(RowSpec::key).findFirst()
            .or(() -> Optional.of(keyOrSubject).filter(keys()::contains));
    }

    /** The subjects that declared rows stand for. */
    List<String> subjects() {
        return block.rows().stream().map(RowSpec::subject).filter(subject -> !subject.isEmpty()).toList();
    }

    boolean isRead(String key, String column) {
        return block.column(column).orElseThrow().isRead(block.row(key));
    }

    Type type(String key, String column) {
        return block.row(key).flatMap(RowSpec::type).orElseGet(() -> type(column));
    }

    Type type(String column) {
        return block.column(column).orElseThrow().type();
    }

    Blank blank(String key, String column) {
        return block.row(key).flatMap(RowSpec::blank).orElseGet(() -> blank(column));
    }

    Blank blank(String column) {
        return block.column(column).orElseThrow().blank();
    }

    /** Whether a dash says that there is nothing, as {@code EntryReader} takes it. */
    boolean takesDash(String column, Blank blank) {
        return blank == Blank.ZERO || blank == Blank.ALLOWED && !block.column(column).orElseThrow().whenBlank().isEmpty();
    }

    /** The cell of a declared row or of the total. */
    String cell(String key, String column) {
        int row = area().row(key).orElseThrow().row();
        return range(row, row, column);
    }

    /** How many rows of codes or items are followed; more can be pasted, and are left to the program. */
    int length() {
        return area().lastListRow() + (layout.isOpenEnded() ? FOLLOWED : 0) - area().firstListRow() + 1;
    }

    /** The column's cells of codes or items. */
    String list(String column) {
        return range(area().firstListRow(), area().firstListRow() + length() - 1, column);
    }

    /** The cells below {@link #list}. */
    Optional<String> beyond(String column) {
        return layout.isOpenEnded()
            ? Optional.of(range(area().firstListRow() + length(), layout.lastSummedRow(area()), column)) : Optional.empty();
    }

    /** All cells of the column that a clerk fills; empty rows in between do no harm. */
    List<String> all(String column) {
        if (isList()) {
            return List.of(list(column));
        }
        if (isCoded()) {
            return List.of(list(column), cell(keys().get(0), column));
        }
        List<Integer> rows = keys().stream().filter(key -> isRead(key, column)).map(key -> area().row(key).orElseThrow().row()).toList();
        return rows.isEmpty() ? List.of() : List.of(range(rows.get(0), rows.get(rows.size() - 1), column));
    }

    String codes() {
        return list(column(Type.CODE).orElseThrow());
    }

    Optional<String> column(Type type) {
        return block.leaves().stream().filter(column -> column.type() == type).map(ColumnSpec::id).findFirst();
    }

    List<String> inputs() {
        return block.leaves().stream().filter(column -> column.isRead(Optional.empty())).map(ColumnSpec::id).toList();
    }

    private String range(int first, int last, String column) {
        OptionalInt leaf = area().columnOf(column);
        return SheetNameFormatter.format(tab) + "!" + ExcelFormulas.range(first, last, area().first(leaf.orElseThrow()));
    }

    /** 行·列 as the clerk reads it. */
    String label(String key, String column) {
        String row = block.row(key).map(RowSpec::label).orElse(key).strip();
        return (row.isEmpty() ? block.heading() : row) + "·" + title(column);
    }

    String title(String column) {
        return block.column(column).map(c -> c.title().equals("小计") ? c.id() : c.title()).orElse(column);
    }
}
