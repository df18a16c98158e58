package juesuan.pack;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rectangle of a sheet: a header of one or more levels, then rows of exactly one kind: declared
 * (rows), by subject code (codes), or free (items).
 *
 * @param is the national blocks, {@code 块} or {@code 表.块}, whose figures stand here; the one of the same id unless given
 * @param heading merged over the block's columns as the topmost header cell; empty for none
 * @param title a line of its own above the block, for stacked blocks of a form; empty for none
 * @param beside whether the block stands to the right of the one before, sharing its rows
 * @param header whether the column titles are shown; forms of two columns read better without
 * @param printed whether the block is printed with its sheet; some only feed the text
 * @param keep whether next year's workbook starts with this year's answers
 * @param compare sentences about change that the text may ask for by id
 */
public record BlockSpec(
    @JsonProperty(required = true) String id,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> is,
    String heading,
    String title,
    boolean beside,
    Boolean header,
    Boolean printed,
    boolean keep,
    @JsonProperty(required = true) List<ColumnSpec> columns,
    List<RowSpec> rows,
    Optional<CodeRows> codes,
    Optional<ItemRows> items,
    List<CompareSpec> compare) {

    /**
     * Rows keyed by 类/款/项 codes.
     *
     * @param list the code list that names them
     * @param capacity rows prepared in the blank sheet
     * @param formulas in how many of them, from the first, it computes names and sums and offers codes: a program
     *     that knows no print area but a fixed one prints every row that holds a formula
     * @param total label of the total row, first below the header
     * @param last whether the total row stands below the codes instead
     * @param offer the block, as {@code 表.块}, whose codes a blank sheet offers here row by row; empty for none
     */
    public record CodeRows(@JsonProperty(required = true) String list, Integer capacity, Integer formulas, String total, boolean last,
                           String offer) {
        public CodeRows {
            offer = Specs.text(offer);
            capacity = capacity == null ? 300 : capacity;
            formulas = formulas == null ? 100 : formulas;
            total = total == null ? "合计" : total;
        }
    }

    /**
     * Free rows, numbered 1, 2, …
     *
     * @param capacity rows prepared in the blank sheet
     * @param prefill the rows a blank sheet starts with, one text per input column
     * @param required whether at least one row must be filled
     */
    public record ItemRows(Integer capacity, List<List<String>> prefill, boolean required) {
        public ItemRows {
            capacity = capacity == null ? 20 : capacity;
            prefill = Specs.list(prefill);
        }
    }

    /**
     * "比上年决算数增加……": a change between two columns of one row.
     *
     * @param reason column with the clerk's reason, or a reference to it; empty for none
     * @param otherwise reference to the reason to use when that one is left empty; empty for none
     * @param basis what the base is called in the sentence, for example 上年决算数
     * @param style which wording of the pack's {@code changes}
     */
    public record CompareSpec(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String current,
        @JsonProperty(required = true) String base,
        String reason,
        String otherwise,
        @JsonProperty(required = true) String basis,
        @JsonProperty(required = true) String style) {
        public CompareSpec {
            reason = Specs.text(reason);
            otherwise = Specs.text(otherwise);
        }
    }

    public BlockSpec {
        is = Specs.list(is);
        heading = Specs.text(heading);
        title = Specs.text(title);
        header = header == null || header;
        printed = printed == null || printed;
        columns = Specs.list(columns);
        rows = Specs.list(rows);
        codes = codes == null ? Optional.empty() : codes;
        items = items == null ? Optional.empty() : items;
        compare = Specs.list(compare);
        int kinds = (rows.isEmpty() ? 0 : 1) + (codes.isPresent() ? 1 : 0) + (items.isPresent() ? 1 : 0);
        Specs.require(kinds == 1, "块“" + id + "”应当且只应当有 rows、codes、items 中的一种");
        Specs.require(columns.stream().flatMap(column -> leavesOf(List.of(column)).stream()).map(ColumnSpec::id)
            .distinct().count() == leavesOf(columns).size(), "块“" + id + "”里有两列的 id 相同");
        Specs.distinct(rows, row -> row.isGap() ? "" : row.key(), "rows", "块“" + id + "”里有两行的 key 都是");
    }

    /** The columns that hold cells, left to right. */
    public List<ColumnSpec> leaves() {
        return leavesOf(columns);
    }

    /** How many header rows the block needs, its heading included; 0 when the header is not shown. */
    public int headerDepth() {
        return header ? (heading.isEmpty() ? 0 : 1) + depthOf(columns) : 0;
    }

    public Optional<ColumnSpec> column(String columnId) {
        return find(columns, columnId);
    }

    public Optional<RowSpec> row(String key) {
        for (RowSpec row : rows) {
            if (!row.isGap() && row.key().equals(key)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** The keys of the declared rows, downwards. */
    public List<String> rowKeys() {
        return rows.stream().filter(row -> !row.isGap()).map(RowSpec::key).toList();
    }

    /** The comparison that stands where a column's id would. */
    public Optional<CompareSpec> comparison(String id) {
        return compare.stream().filter(spec -> spec.id().equals(id)).findFirst();
    }

    /** Asked for each cell, and so without a list of all leaves. */
    private static Optional<ColumnSpec> find(List<ColumnSpec> columns, String id) {
        for (ColumnSpec column : columns) {
            Optional<ColumnSpec> found = !column.columns().isEmpty() ? find(column.columns(), id)
                : column.id().equals(id) ? Optional.of(column) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<ColumnSpec> leavesOf(List<ColumnSpec> columns) {
        List<ColumnSpec> leaves = new ArrayList<>();
        for (ColumnSpec column : columns) {
            if (column.columns().isEmpty()) {
                leaves.add(column);
            } else {
                leaves.addAll(leavesOf(column.columns()));
            }
        }
        return leaves;
    }

    private static int depthOf(List<ColumnSpec> columns) {
        return columns.stream().mapToInt(column -> 1 + depthOf(column.columns())).max().orElse(0);
    }
}
