package juesuan.workbook.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec.Type;
import juesuan.pack.SheetSpec;
import juesuan.workbook.blank.Layout;
import juesuan.workbook.live.LiveDetail.Part;
import juesuan.workbook.live.LiveDetail.Put;

/**
 * The numbers that rules take, as the reader would read them. Each declared cell gets a cell of the hidden
 * sheet; each column below subject codes or of free rows a column there, which one formula computes whole.
 */
final class LiveCells {

    /**
     * A column of numbers, or what stands for it in a formula.
     *
     * @param numbers an array of numbers in 元, the empty text where there is none to compare
     * @param written an array that is not 0 where something stands
     */
    record Column(String numbers, String written) {

        String value() {
            return "IF(ISNUMBER(" + numbers + ")," + numbers + ",0)";
        }

        /** 1 where nothing can be compared. */
        String gap() {
            return "(1-ISNUMBER(" + numbers + "))";
        }

        /** 1 where something stands that is no number. */
        String unreadable() {
            return gap() + "*" + written;
        }

        /** 1 where it is not 0. */
        String given() {
            return "(" + value() + "<>0)*1";
        }
    }

    /**
     * The rows of a list.
     *
     * @param keys codes in plain digits, or the numbers of free rows; the empty text for rows that are none
     * @param above the code of each one's next higher level
     * @param order 1, 2, 3 …
     * @param used the cell with the number of the last row that is one
     */
    record Rows(String keys, String above, String order, String used) {

        /** An array of what is not 0 for rows that are one. */
        String any() {
            return "(" + keys + "<>\"\")";
        }
    }

    private final Map<String, Layout> layouts;
    private final Map<String, List<String>> tabs;
    private final LiveDetail detail;
    private final LiveUnit chosen;
    private final List<SheetSpec> sheets;
    private String begun = "";
    private final Map<String, String> touched = new HashMap<>();
    private final Map<LiveArea, Rows> lists = new HashMap<>();
    private final Map<List<Object>, Column> columns = new HashMap<>();
    private final Map<List<Object>, Map<String, Integer>> cells = new HashMap<>();

    /**
     * @param tabs by sheet the tabs that hold it
     * @param unit the cell in which the clerk chooses the workbook's unit
     */
    LiveCells(List<SheetSpec> sheets, Map<String, Layout> layouts, Map<String, List<String>> tabs, LiveDetail detail, String unit) {
        this.sheets = sheets;
        this.layouts = layouts;
        this.tabs = tabs;
        this.detail = detail;
        String factor = fact("一个金额单位是几元", Put.formula("IF(TRIM(" + unit + ")=\"元\",1,10000)"));
        String half = fact("每个不为 0 的数舍入时最多差几元", Put.formula("IF(" + factor + "=1,0,50)"));
        this.chosen = new LiveUnit(factor, half);
    }

    List<String> tabs(String sheet) {
        return tabs.get(sheet);
    }

    LiveArea area(String tab, SheetSpec sheet, BlockSpec block) {
        return new LiveArea(tab, layouts.get(sheet.id()), block);
    }

    LiveUnit unit(SheetSpec sheet) {
        return LiveUnit.of(sheet.fixedUnit(), chosen);
    }

    private String fact(String what, Put value) {
        return LiveDetail.at(Part.FACTS, 1, detail.add(Part.FACTS, Put.text(what), value));
    }

    /** The cell that is 1 when somebody typed a number into the tab (in a sheet to copy: anything), else 0. */
    String touched(String tab, SheetSpec sheet) {
        return touched.computeIfAbsent(tab, name -> {
            List<String> parts = new ArrayList<>();
            for (BlockSpec block : sheet.blocks()) {
                LiveArea area = area(tab, sheet, block);
                for (String column : area.inputs()) {
                    if (area.type(column).isNumeric()) {
                        area.all(column).forEach(cells -> parts.add(given(cells)
                            + "+SUMPRODUCT(ISTEXT(" + cells + ")*(LEN(" + cells + ")>0)*ISNA(MATCH(" + cells + "," + NumberFormula.DASHES + ",0)))"));
                    } else if (sheet.kind() != SheetSpec.Kind.PERFORMANCE) {
                        area.block().rowKeys().stream().filter(key -> area.isRead(key, column) && area.type(key, column).isNumeric())
                            .forEach(key -> parts.add(given(area.cell(key, column))));
                    } else {
                        area.all(column).forEach(cells -> parts.add(shown(cells)));
                        area.block().rows().stream().filter(row -> row.offers().containsKey(column))
                            .forEach(row -> parts.add("-(LEN(" + area.cell(row.key(), column) + ")>0)"));
                    }
                }
            }
            return fact("“" + tab + "”填了没有", Put.formula("IF(IFERROR(" + (parts.isEmpty() ? "1" : String.join("+", parts).replace("+-", "-")) + ",1)>0,1,0)"));
        });
    }

    /**
     * The cell that is 1 once every table that cannot be empty holds numbers, else 0. From then on a table without
     * numbers is empty, not unfilled, and is checked like the others.
     */
    String begun() {
        if (begun.isEmpty()) {
            List<String> tables = sheets.stream().filter(sheet -> sheet.kind() == SheetSpec.Kind.TABLE && sheet.emptyNote().isEmpty())
                .flatMap(sheet -> tabs(sheet.id()).stream().map(tab -> touched(tab, sheet))).toList();
            begun = fact("不会空着的表都填了没有", Put.formula(tables.isEmpty() ? "0" : "MIN(" + String.join(",", tables) + ")"));
        }
        return begun;
    }

    private static String given(String cells) {
        return "COUNTIF(" + cells + ",\">0\")+COUNTIF(" + cells + ",\"<0\")";
    }

    /** The hidden cells with the numbers of declared rows, as ranges where they adjoin. */
    List<String> cells(LiveArea area, List<String> keys, String column) {
        Map<String, Integer> rows = cells.computeIfAbsent(List.of(area.tab(), area.block().id(), column), any -> copy(area, column));
        List<String> ranges = new ArrayList<>();
        int first = -1;
        for (int i = 0; i < keys.size(); i++) {
            int row = rows.get(keys.get(i));
            first = first < 0 ? row : first;
            if (i + 1 == keys.size() || rows.get(keys.get(i + 1)) != row + 1) {
                ranges.add(first == row ? LiveDetail.at(Part.CELLS, 2, row) : LiveDetail.at(Part.CELLS, 2, first, row));
                first = -1;
            }
        }
        return ranges;
    }

    private Map<String, Integer> copy(LiveArea area, String column) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (String key : area.keys()) {
            if (area.isRead(key, column) && area.type(key, column).isNumeric()) {
                rows.put(key, detail.add(Part.CELLS, Put.text(area.tab()), Put.text(area.label(key, column)),
                    Put.formula(NumberFormula.of(area.cell(key, column), area.type(key, column), area.blank(key, column),
                        unit(area.sheet()).factor()))));
            }
        }
        return rows;
    }

    /** The numbers of one column below subject codes or of free rows. */
    Column column(LiveArea area, String column) {
        return columns.computeIfAbsent(List.of(area, column), any -> new Column(used(detail.column(area.tab() + "·" + area.title(column),
            NumberFormula.of(area.list(column), area.type(column), area.blank(column), unit(area.sheet()).factor()), area.length()),
            list(area).used()), written(texts(area, column), area.takesDash(column, area.blank(column)))));
    }

    /** How many of the cells of declared rows hold something that is no number. */
    Total unreadable(LiveArea area, List<String> keys, String column) {
        Map<String, Integer> rows = cells.get(List.of(area.tab(), area.block().id(), column));
        return keys.stream().map(key -> Total.of("(1-ISNUMBER(" + LiveDetail.at(Part.CELLS, 2, rows.get(key)) + "))*"
            + filled(area, key, column))).reduce(Total.NONE, Total::plus);
    }

    /** Not 0 where something stands in the cell of a declared row. */
    String filled(LiveArea area, String key, String column) {
        return written(area.cell(key, column), area.takesDash(column, area.blank(key, column)));
    }

    private static String written(String cells, boolean takesDash) {
        String trimmed = "TRIM(" + cells + ")";
        return "(LEN(" + trimmed + ")>0)" + (takesDash ? "*ISNA(MATCH(" + trimmed + "," + NumberFormula.DASHES + ",0))" : "");
    }

    /** The cells of one column of free rows. */
    String texts(LiveArea area, String column) {
        return used(area.list(column), list(area).used());
    }

    /** The rows of a list: subject codes, or 1, 2, 3 … for free rows that hold something. */
    Rows list(LiveArea area) {
        return lists.computeIfAbsent(area, any -> area.isList() ? items(area) : codes(area));
    }

    private Rows items(LiveArea area) {
        String written = area.inputs().stream().map(area::list).collect(Collectors.joining("&"));
        String first = area.list(area.inputs().get(0));
        String all = detail.column(area.tab() + "·" + area.block().id() + "·序号",
            "IF(LEN(TRIM(" + written + "))>0," + order(first) + ",\"\")", area.length());
        return rows(area, all, area.inputs().stream().flatMap(column -> area.beyond(column).stream())
            .map(cells -> "COUNTA(" + cells + ")").collect(Collectors.joining("+")), "\"\"");
    }

    private Rows codes(LiveArea area) {
        String cells = area.codes();
        String plain = "SUBSTITUTE(" + cells + "&\"\",\" \",\"\")";
        String lengths = List.of(3, 5, 7, 9).stream().map(digits -> "(LEN(" + plain + ")=" + digits + ")")
            .collect(Collectors.joining("+", "(", ")"));
        // The reader takes the first of two rows with one code.
        String all = detail.column(area.tab() + "·科目", "IFERROR(IF(" + lengths + "*ISNUMBER(VALUE(" + plain + "))*(MATCH(" + plain + "," + plain
            + ",0)=" + order(cells) + ")>0," + plain + ",\"\"),\"\")", area.length());
        String above = detail.column(area.tab() + "·上级科目", "IF(LEN(" + all + ")>3,LEFT(" + all + ",LEN(" + all + ")-2),\"\")", area.length());
        // Where only 项 are listed the program adds 类 and 款; this sheet has no rows for them and leaves the table to it.
        String onlyItems = "(MAX((LEN(" + all + ")=3)+(LEN(" + all + ")=5))=0)*(MAX(LEN(" + all + "))>5)";
        String further = area.beyond(area.column(Type.CODE).orElseThrow()).map(LiveCells::shown).orElse("0");
        return rows(area, all, further + "+" + onlyItems, above);
    }

    /** How many cells show something. */
    private static String shown(String cells) {
        return "SUMPRODUCT((LEN(" + cells + ")>0)*1)";
    }

    private Rows rows(LiveArea area, String all, String more, String above) {
        String last = "MAX(2,MAX((" + all + "<>\"\")*" + order(all) + "))";
        // An error makes everything that needs the rows 未填: better than a result from some of them.
        String used = fact("“" + area.tab() + "”" + area.block().id() + "用到第几行",
            Put.array(more.isEmpty() ? last : "IF(" + more + ">0,NA()," + last + ")"));
        return new Rows(used(all, used), above.startsWith("$") ? used(above, used) : above, order(used(all, used)), used);
    }

    private static String order(String range) {
        return "(ROW(" + range + ")-MIN(ROW(" + range + "))+1)";
    }

    /** No further than the last code: work grows with the square of the rows. */
    private static String used(String range, String last) {
        return "INDEX(" + range + ",1):INDEX(" + range + "," + last + ")";
    }

    /** For the place of a finding: a code and its name. */
    String codeAndName(LiveArea area, String index) {
        String name = area.column(Type.NAME).map(column -> "&\" \"&INDEX(" + area.list(column) + "," + index + ")").orElse("");
        return "INDEX(" + area.codes() + "," + index + ")" + name;
    }
}
