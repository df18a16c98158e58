package juesuan.word;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import juesuan.model.Grid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblCellMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTrPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVerticalJc;

/** A printed rectangle as a table: the head repeated on each page, no row broken over two. */
final class GridTable {

    private static final BigInteger HALF_POINT = BigInteger.valueOf(4);
    private static final long SIDE = 44;
    private static final long ABOVE = 28;
    /** What .dense leaves of it. */
    private static final long ABOVE_DENSE = 16;
    private static final long INDENT = 10 * 20;
    private static final long GUTTER = 6 * 20;
    /** The usual size of table.grid in print.css, in tenths of a point. */
    private static final int USUAL = 90;

    private final CTTbl table;
    private final Grid grid;
    /** Where the columns begin, and the last ends. */
    private final long[] edges;
    /** For each column, how many rows the cell above still reaches down, and how many columns it is wide. */
    private final int[] reach;
    private final int[] wide;
    private boolean open;

    private GridTable(CTTbl table, Grid grid, int width) {
        this.table = table;
        this.grid = grid;
        this.edges = edges(grid, width);
        this.reach = new int[grid.columns()];
        this.wide = new int[grid.columns()];
    }

    /** @param caption a line above the head that is repeated with it, without rules; empty for none */
    static void write(CTTbl table, Grid grid, int width, List<Grid.Cell> caption) {
        new GridTable(table, grid, width).write(caption);
    }

    private static long[] edges(Grid grid, int width) {
        BigDecimal reached = BigDecimal.ZERO;
        long[] edges = new long[grid.columns() + 1];
        for (int i = 0; i < grid.columns(); i++) {
            reached = reached.add(new BigDecimal(grid.widths().get(i).replace("%", "")));
            edges[i + 1] = reached.multiply(BigDecimal.valueOf(width)).movePointLeft(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
        }
        edges[grid.columns()] = width;
        return edges;
    }

    private void write(List<Grid.Cell> caption) {
        properties();
        CTTblGrid columns = table.addNewTblGrid();
        for (int i = 0; i < grid.columns(); i++) {
            columns.addNewGridCol().setW(BigInteger.valueOf(edges[i + 1] - edges[i]));
        }
        if (!caption.isEmpty()) {
            row(caption, "", Kind.CAPTION);
        }
        grid.head().forEach(cells -> row(cells, "", Kind.HEAD));
        Arrays.fill(reach, 0);
        grid.body().forEach(line -> row(line.cells(), line.style(), Kind.BODY));
    }

    private enum Kind { CAPTION, HEAD, BODY }

    private void properties() {
        CTTblPr properties = table.addNewTblPr();
        width(properties.addNewTblW(), edges[grid.columns()]);
        CTTblBorders borders = properties.addNewTblBorders();
        List.of(borders.addNewTop(), borders.addNewLeft(), borders.addNewBottom(), borders.addNewRight(),
            borders.addNewInsideH(), borders.addNewInsideV()).forEach(GridTable::rule);
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblCellMar margins = properties.addNewTblCellMar();
        long above = List.of(grid.size().split(" ")).contains("dense") ? ABOVE_DENSE : ABOVE;
        width(margins.addNewTop(), above);
        width(margins.addNewLeft(), SIDE);
        width(margins.addNewBottom(), above);
        width(margins.addNewRight(), SIDE);
    }

    private static void rule(CTBorder border) {
        border.setVal(STBorder.SINGLE);
        border.setSz(HALF_POINT);
        border.setSpace(BigInteger.ZERO);
        border.setColor("000000");
    }

    private static void width(CTTblWidth width, long value) {
        width.setType(STTblWidth.DXA);
        width.setW(BigInteger.valueOf(value));
    }

    private void row(List<Grid.Cell> cells, String style, Kind kind) {
        CTRow row = table.addNewTr();
        CTTrPr properties = row.addNewTrPr();
        properties.addNewCantSplit();
        if (kind != Kind.BODY) {
            properties.addNewTblHeader();
        }
        boolean goesOn = style.equals(Grid.OPEN);
        Iterator<Grid.Cell> next = cells.iterator();
        for (int column = 0; column < grid.columns(); column += wide[column]) {
            if (reach[column] > 0) {
                reach[column]--;
                CTTc cell = cell(row, column);
                cell.getTcPr().addNewVMerge();
                cell.addNewP().addNewPPr().addNewPStyle().setVal("TableText");
                continue;
            }
            Grid.Cell shown = next.hasNext() ? next.next() : Grid.Cell.of("", "");
            wide[column] = Math.max(1, Math.min(shown.colspan(), grid.columns() - column));
            reach[column] = shown.rowspan() - 1;
            CTTc cell = cell(row, column);
            if (shown.rowspan() > 1) {
                cell.getTcPr().addNewVMerge().setVal(STMerge.RESTART);
            }
            rules(cell.getTcPr(), kind, shown.rowspan() == 1 && goesOn);
            content(cell, shown, kind);
        }
        open = goesOn;
    }

    private CTTc cell(CTRow row, int column) {
        CTTc cell = row.addNewTc();
        CTTcPr properties = cell.addNewTcPr();
        width(properties.addNewTcW(), edges[column + wide[column]] - edges[column]);
        if (wide[column] > 1) {
            properties.addNewGridSpan().setVal(BigInteger.valueOf(wide[column]));
        }
        return cell;
    }

    private void rules(CTTcPr properties, Kind kind, boolean goesOn) {
        if (kind == Kind.CAPTION) {
            CTTcBorders borders = properties.addNewTcBorders();
            List.of(borders.addNewTop(), borders.addNewLeft(), borders.addNewRight()).forEach(side -> side.setVal(STBorder.NIL));
        } else if (open || goesOn) {
            CTTcBorders borders = properties.addNewTcBorders();
            if (open) {
                borders.addNewTop().setVal(STBorder.NIL);
            }
            if (goesOn) {
                borders.addNewBottom().setVal(STBorder.NIL);
            }
        }
    }

    private void content(CTTc cell, Grid.Cell shown, Kind kind) {
        Set<String> classes = Set.copyOf(new ArrayList<>(List.of(shown.style().split(" "))));
        cell.getTcPr().addNewVAlign().setVal(classes.contains("long") ? STVerticalJc.TOP : STVerticalJc.CENTER);
        CTP paragraph = cell.addNewP();
        paragraph.addNewPPr().addNewPStyle().setVal(kind == Kind.HEAD ? "TableHead"
            : classes.contains("num") ? "TableRight" : classes.contains("mid") ? "TableCentre" : "TableText");
        long indent = (classes.contains("in2") ? 2 : classes.contains("in1") ? 1 : 0) * INDENT + (classes.contains("gutter") ? GUTTER : 0);
        if (indent > 0) {
            paragraph.getPPr().addNewInd().setLeft(BigInteger.valueOf(indent));
        }
        if (shown.text().isEmpty()) {
            return;
        }
        int size = kind == Kind.BODY && size() != USUAL ? size() / 5 : 0;
        RunText.add(paragraph, shown.text(), new RunText.Look("", classes.contains("b"), size));
    }

    /** Of the classes, in tenths of a point. */
    private int size() {
        return Stream.of(grid.size().split(" ")).filter(name -> name.matches("f\\d{2,3}"))
            .mapToInt(name -> Integer.parseInt(name.substring(1))).findFirst().orElse(USUAL);
    }
}
