package juesuan.workbook.blank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.ColumnSpec.Blank;
import juesuan.pack.ColumnSpec.Type;
import juesuan.pack.Pack;
import juesuan.pack.RowSpec;
import juesuan.pack.Scope;

/** Decides what each body cell of a blank sheet holds, from its declaration alone. */
record BodyCells(Pack pack, Layout layout, ExcelFormulas formulas, Lists lists) {

    BodyCell at(Layout.Area area, Layout.BodyRow row, int leaf) {
        ColumnSpec column = area.block().leaves().get(leaf);
        if (column.type() == Type.LINE) {
            int offset = row.row() - area.rows().get(0).row();
            return BodyCell.label(Type.LINE, Integer.toString(area.lines() + offset + 1));
        }
        return switch (row.kind()) {
            case GAP -> BodyCell.empty();
            case DECLARED -> declared(area, row, row.spec().orElseThrow(), leaf);
            case TOTAL -> total(area, leaf);
            case CODE -> code(area, row, leaf);
            case ITEM -> item(area, row, leaf);
        };
    }

    private BodyCell declared(Layout.Area area, Layout.BodyRow row, RowSpec spec, int leaf) {
        ColumnSpec column = area.block().leaves().get(leaf);
        Type type = column.type();
        switch (type) {
            case LABEL:
                return BodyCell.label(type, spec.label());
            case UNIT:
                return BodyCell.label(type, spec.unit());
            case HELP:
                return BodyCell.label(type, spec.help());
            case CODE:
                return BodyCell.label(type, spec.code());
            default:
                break;
        }
        Type actual = spec.type().orElse(type);
        ExcelFormulas.Position here = position(area, row, spec.key());
        if (spec.values().containsKey(column.id())) {
            return BodyCell.formula(BodyCell.Role.RESULT, actual, formulas.guarded(spec.values().get(column.id()), here));
        }
        if (column.isComputed()) {
            return BodyCell.formula(BodyCell.Role.RESULT, actual, formulas.guarded(column, here));
        }
        if (spec.offers().containsKey(column.id())) {
            return BodyCell.formula(BodyCell.Role.OFFER, actual, formulas.guarded(spec.offers().get(column.id()), here));
        }
        if (!spec.subject().isEmpty() && !column.offer().isEmpty()) {
            return BodyCell.formula(BodyCell.Role.OFFER, actual, formulas.guarded(column.offer(spec.subject()), here));
        }
        if (!spec.sum().isEmpty() && (actual == Type.AMOUNT || actual == Type.COUNT)) {
            return BodyCell.formula(BodyCell.Role.OFFER, actual, sumOfRows(area, spec.sum(), column.id()));
        }
        if (!column.sum().isEmpty()) {
            return BodyCell.formula(BodyCell.Role.OFFER, actual, sumOfColumns(area, row, column));
        }
        Optional<String> declaration = declaration();
        if (actual.isNumeric() && spec.blank().orElse(column.blank()) == Blank.MISSING && declaration.isPresent()) {
            return new BodyCell(BodyCell.Role.INPUT, actual, "", "IF(" + declaration.get() + "=\"\",\"\",0)", List.of());
        }
        String initial = column.type().isInput() ? spec.initial().replace("{年度}", Integer.toString(pack.year())) : "";
        return BodyCell.input(actual, initial, spec.choices().isEmpty() ? column.choices() : spec.choices());
    }

    /** The cell of this sheet in which the clerk declares that what is left empty is 0. */
    private Optional<String> declaration() {
        return layout.bands().stream().flatMap(band -> band.areas().stream()).flatMap(area -> area.rows().stream()
            .filter(row -> row.spec().filter(RowSpec::declares).isPresent())
            .map(row -> ExcelFormulas.range(row.row(), row.row(), area.first(inputOf(area))))).findFirst();
    }

    private static int inputOf(Layout.Area area) {
        List<ColumnSpec> leaves = area.block().leaves();
        return IntStream.range(0, leaves.size()).filter(leaf -> leaves.get(leaf).type().isInput()).findFirst().orElseThrow();
    }

    private BodyCell total(Layout.Area area, int leaf) {
        ColumnSpec column = area.block().leaves().get(leaf);
        if (!column.type().isNumeric()) {
            String label = area.block().codes().orElseThrow().total();
            return new BodyCell(BodyCell.Role.TOTAL, column.type(), leaf == 0 ? label : "", "", List.of());
        }
        int first = area.firstListRow();
        int last = layout.lastSummedRow(area);
        return BodyCell.formula(BodyCell.Role.OFFER, column.type(), SubjectFormula.total(
            ExcelFormulas.range(first, last, codeColumn(area)), ExcelFormulas.range(first, last, area.first(leaf))));
    }

    private BodyCell code(Layout.Area area, Layout.BodyRow row, int leaf) {
        ColumnSpec column = area.block().leaves().get(leaf);
        if (row.ordinal() > area.block().codes().orElseThrow().formulas()) {
            return column.type().isInput() ? BodyCell.input(column.type(), "", column.choices()) : BodyCell.label(column.type(), "");
        }
        String code = "$" + ExcelFormulas.cell(row.row(), codeColumn(area));
        Optional<String> source = column.type() == Type.CODE ? source(area, row) : Optional.empty();
        if (source.isPresent()) {
            return BodyCell.formula(BodyCell.Role.OFFER, Type.CODE, "IF(" + source.get() + "=\"\",\"\"," + source.get() + ")");
        }
        if (column.type() == Type.NAME) {
            return BodyCell.formula(BodyCell.Role.OFFER, Type.NAME, "IF(" + code + "=\"\",\"\",IFERROR(VLOOKUP(" + code
                + "&\"\"," + lists.codes(area.block().codes().orElseThrow().list()) + ",2,FALSE),\"\"))");
        }
        if (!column.sum().isEmpty()) {
            return BodyCell.formula(BodyCell.Role.OFFER, column.type(),
                "IF(" + code + "=\"\",\"\"," + sumOfColumns(area, row, column) + ")");
        }
        return item(area, row, leaf);
    }

    /** The code in the same row of the table whose codes are offered here. */
    private Optional<String> source(Layout.Area area, Layout.BodyRow row) {
        return pack.codesOffered(area.block().codes().orElseThrow().offer()).flatMap(source ->
            formulas.code(source.getKey().id(), source.getValue().id(), row.ordinal()));
    }

    private BodyCell item(Layout.Area area, Layout.BodyRow row, int leaf) {
        ColumnSpec column = area.block().leaves().get(leaf);
        if (column.isComputed()) {
            return BodyCell.formula(BodyCell.Role.RESULT, column.type(), formulas.guarded(column,
                position(area, row, Integer.toString(row.ordinal()))));
        }
        if (!column.type().isInput()) {
            return BodyCell.label(column.type(), "");
        }
        if (!column.sum().isEmpty()) {
            String sum = sumOfColumns(area, row, column);
            return BodyCell.formula(BodyCell.Role.OFFER, column.type(),
                "IF(COUNT(" + sum.substring("SUM(".length(), sum.length() - 1) + ")=0,\"\"," + sum + ")");
        }
        return BodyCell.input(column.type(), prefill(area.block(), row, leaf), column.choices());
    }

    private static String prefill(BlockSpec block, Layout.BodyRow row, int leaf) {
        List<List<String>> texts = block.items().map(BlockSpec.ItemRows::prefill).orElse(List.of());
        if (row.ordinal() > texts.size()) {
            return "";
        }
        long input = block.leaves().subList(0, leaf).stream().filter(column -> column.type().isInput()).count();
        List<String> line = texts.get(row.ordinal() - 1);
        return input < line.size() ? line.get((int) input) : "";
    }

    private ExcelFormulas.Position position(Layout.Area area, Layout.BodyRow row, String key) {
        return new ExcelFormulas.Position(Scope.block(layout.sheet().id(), area.block().id()).row(key), row.row());
    }

    private static int codeColumn(Layout.Area area) {
        List<ColumnSpec> leaves = area.block().leaves();
        for (int i = 0; i < leaves.size(); i++) {
            if (leaves.get(i).type() == Type.CODE) {
                return area.first(i);
            }
        }
        throw new IllegalArgumentException("块“" + area.block().id() + "”没有科目编码列");
    }

    /** Items are keys, ranges {@code 甲..乙}, or {@code 块[键]} for another block of the sheet. */
    private String sumOfRows(Layout.Area area, List<String> items, String column) {
        List<String> cells = new ArrayList<>();
        for (String item : items) {
            int bracket = item.indexOf('[');
            Layout.Area target = bracket < 0 ? area : layout.area(item.substring(0, bracket)).orElseThrow();
            String keys = bracket < 0 ? item : item.substring(bracket + 1, item.length() - 1);
            String[] ends = keys.split("\\.\\.");
            int leaf = column(target, column);
            cells.add(span(target.row(ends[0]).orElseThrow().row(), target.first(leaf),
                target.row(ends[ends.length - 1]).orElseThrow().row(), target.first(leaf)));
        }
        return "SUM(" + String.join(",", cells) + ")";
    }

    private static String sumOfColumns(Layout.Area area, Layout.BodyRow row, ColumnSpec column) {
        List<String> cells = new ArrayList<>();
        for (String item : column.sum()) {
            String[] ends = item.split("\\.\\.");
            cells.add(span(row.row(), area.first(column(area, ends[0])),
                row.row(), area.first(column(area, ends[ends.length - 1]))));
        }
        return "SUM(" + String.join(",", cells) + ")";
    }

    private static int column(Layout.Area area, String id) {
        OptionalInt leaf = area.columnOf(id);
        return leaf.orElseThrow(() -> new IllegalArgumentException("块“" + area.block().id() + "”没有列“" + id + "”"));
    }

    private static String span(int firstRow, int firstColumn, int lastRow, int lastColumn) {
        String first = ExcelFormulas.cell(firstRow, firstColumn);
        String last = ExcelFormulas.cell(lastRow, lastColumn);
        return first.equals(last) ? first : first + ":" + last;
    }
}
