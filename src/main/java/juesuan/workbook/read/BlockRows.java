package juesuan.workbook.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import juesuan.model.MoneyUnit;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.ColumnSpec.Type;
import juesuan.pack.RowSpec;
import juesuan.workbook.sheet.Labels;

/**
 * The part of a tab in which one block's rows stand.
 *
 * @param columns by column id the column in the tab
 * @param rows the rows that may belong to the block, without 栏次
 * @param hidden rows that were read although they are hidden
 */
record BlockRows(FilledSheet tab, BlockSpec block, Map<String, Integer> columns, List<Integer> rows, MoneyUnit unit,
             EntryReader entries, Report report, Set<Integer> hidden) {

    private static final Pattern NOTE = Pattern.compile("^(注|备注|说明)\\d*[:、.].*");
    /** What stands below a table for those who sign it. */
    private static final Pattern SIGNATURE = Pattern.compile("^(?:制表|填报|填表|审核|复核|经办|联系|(?:单位|部门|财务|分管)?负责)人(?:员|签[字章名])?.*"
        + "|^(?:填报|填表|制表|报送|编制)(?:日期|时间|单位)[:].*|^(?:联系)?电话[:].*");

    static BlockRows of(FilledSheet tab, BlockSpec block, Map<String, Integer> columns, List<Integer> rows, MoneyUnit unit,
                    EntryReader entries, Report report) {
        return new BlockRows(tab, block, columns, rows, unit, entries, report, new TreeSet<>());
    }

    Optional<Integer> column(Type type) {
        return block.leaves().stream().filter(column -> column.type() == type && columns.containsKey(column.id()))
            .map(column -> columns.get(column.id())).findFirst();
    }

    /** The text of a column of this type in the row, for comparison. */
    String label(int row, Type type) {
        if (type == Type.CODE && column(type).filter(column -> tab.isFormula(row, column)).isPresent()) {
            Content code = code(row);
            return code instanceof Content.Failure ? "" : Labels.normal(code.shown());
        }
        return column(type).map(column -> tab.label(row, column)).orElse("");
    }

    /** What stands in the row's code cell: offered codes are formulas, computed anew. */
    Content code(int row) {
        int at = column(Type.CODE).orElseThrow();
        return tab.isFormula(row, at) ? tab.value(row, at).content() : tab.stored(row, at);
    }

    /** The text of a cell as it is to be shown; none for what cannot be read. */
    String text(int row, int column) {
        Content content = tab.value(row, column).content();
        return content instanceof Content.Failure ? "" : Characters.tidy(content.shown());
    }

    /** As {@link #text}, checked for unsafe characters: for cells that are not read as entries. */
    String shown(int row, int column) {
        String text = text(row, column);
        Characters.check(text).ifPresent(problem -> report.add(tab.ref(row, column), "", Shown.cut(text), problem));
        return text;
    }

    /** The columns of the block that a clerk fills besides codes and names. */
    List<ColumnSpec> inputs() {
        return block.leaves().stream().filter(column -> column.isRead(Optional.empty())
            && column.type() != Type.CODE && column.type() != Type.NAME).toList();
    }

    /**
     * Whether a clerk, or a formula that is not zero, put something into the row's input cells. Formulas
     * are prepared for more rows than are used, and notes below a table may run through its columns.
     */
    boolean isUsed(int row, Optional<RowSpec> spec) {
        return inputs().stream().filter(column -> column.isRead(spec))
            .anyMatch(column -> isUsed(row, columns.get(column.id()), column));
    }

    private boolean isUsed(int row, int at, ColumnSpec column) {
        Content content = tab.stored(row, at);
        if (content instanceof Content.Empty || content instanceof Content.Text text && Characters.tidy(text.text()).isEmpty()) {
            return false;
        }
        if (content instanceof Content.Text && SIGNATURE.matcher(tab.label(row, at)).matches()) {
            return false;
        }
        if (content instanceof Content.Text && column.type().isNumeric()) {
            boolean wide = IntStream.rangeClosed(at + 1, tab.lastColumn(row, at)).anyMatch(columns::containsValue);
            return !wide && !NOTE.matcher(tab.label(row, at)).matches() && !tab.isFormula(row, at);
        }
        return !(tab.isFormula(row, at) && content instanceof Content.Number number && number.value().signum() == 0);
    }

    /** Whether a number, typed or as text, stands in the row: signatures and notes below a table do not count. */
    boolean holdsNumber(int row) {
        return inputs().stream().filter(column -> column.type().isNumeric()).anyMatch(column -> {
            int at = columns.get(column.id());
            return isUsed(row, at, column) && (!(tab.stored(row, at) instanceof Content.Text text)
                || NumberText.read(text.text()) instanceof NumberText.Read);
        });
    }

    /** The first cell of the row that holds something, for messages. */
    int firstFilled(int row) {
        return inputs().stream().map(column -> columns.get(column.id()))
            .filter(at -> !(tab.stored(row, at) instanceof Content.Empty)).findFirst().orElse(0);
    }

    void noteHidden(int row) {
        if (tab.isRowHidden(row)) {
            hidden.add(row);
        }
    }
}
