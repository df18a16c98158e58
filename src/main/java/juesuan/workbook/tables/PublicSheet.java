package juesuan.workbook.tables;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import juesuan.model.Document;
import juesuan.model.Grid;
import juesuan.workbook.sheet.SheetSetup;
import juesuan.workbook.sheet.TextWidth;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/** One of the public tables on a sheet of its own. */
final class PublicSheet {

    /** Number, title, and the line with department and unit. */
    private static final int CAPTION_ROWS = 3;
    private static final int UNIT_COLUMNS = 2;
    private static final int UNITS_PER_CHARACTER = 256;
    private static final int HEIGHT_OF_LINE = 14;
    private static final int HEIGHT_OF_ROW = 18;
    private static final int HEIGHT_OF_TITLE = 30;

    private final XSSFSheet sheet;
    private final Document.Table table;
    private final Grid grid;
    private final PublicStyles styles;
    private final PublicWidths widths;
    /** Cells that a cell above covers: they get its border, and no content. */
    private final Set<Long> covered = new TreeSet<>();
    private int next;

    PublicSheet(XSSFSheet sheet, Document.Table table, PublicStyles styles) {
        this.sheet = sheet;
        this.table = table;
        this.grid = table.grid();
        this.styles = styles;
        this.widths = PublicWidths.of(table);
    }

    void write() {
        for (int column = 0; column < grid.columns(); column++) {
            sheet.setColumnWidth(column, widths.of(column, 1) * UNITS_PER_CHARACTER);
        }
        caption();
        grid.head().forEach(cells -> row(cells.stream().map(cell -> new Styled(cell, styles.head())).toList()));
        int body = next;
        grid.body().forEach(line -> row(line.cells().stream().map(cell -> new Styled(cell, styles.of(cell))).toList()));
        table.notes().forEach(this::note);
        sheet.createFreezePane(labelColumns(), body);
        paper(body);
    }

    private void caption() {
        int last = grid.columns() - 1;
        int unit = last - UNIT_COLUMNS + 1;
        text(sheet.createRow(next++), 0, last, table.number(), styles.left());
        XSSFRow title = sheet.createRow(next++);
        title.setHeightInPoints(HEIGHT_OF_TITLE);
        text(title, 0, last, table.title(), styles.title());
        XSSFRow line = sheet.createRow(next++);
        text(line, 0, unit - 1, "部门：" + table.department(), styles.left());
        text(line, unit, last, "单位：" + table.unit(), styles.right());
    }

    private record Styled(Grid.Cell cell, XSSFCellStyle style) {
    }

    private void row(List<Styled> cells) {
        XSSFRow row = sheet.createRow(next);
        int column = 0;
        int lines = 1;
        for (Styled styled : cells) {
            while (covered.contains(position(next, column))) {
                row.createCell(column++).setCellStyle(styled.style());
            }
            Grid.Cell cell = styled.cell();
            for (int c = column; c < column + cell.colspan(); c++) {
                row.createCell(c).setCellStyle(styled.style());
                for (int below = 1; below < cell.rowspan(); below++) {
                    covered.add(position(next + below, c));
                }
            }
            fill(row.getCell(column), cell);
            merge(next, next + cell.rowspan() - 1, column, column + cell.colspan() - 1);
            int height = TextWidth.lines(cell.text(), widths.of(column, cell.colspan()));
            lines = Math.max(lines, (height + cell.rowspan() - 1) / cell.rowspan());
            column += cell.colspan();
        }
        while (covered.contains(position(next, column))) {
            row.createCell(column++).setCellStyle(styles.head());
        }
        row.setHeightInPoints(Math.max(HEIGHT_OF_ROW, lines * HEIGHT_OF_LINE + HEIGHT_OF_ROW - HEIGHT_OF_LINE));
        next++;
    }

    /** The digits as they are printed, which no binary fraction would hold. */
    private static void fill(XSSFCell cell, Grid.Cell from) {
        if (from.figure().isPresent()) {
            cell.getCTCell().setT(STCellType.N);
            cell.getCTCell().setV(from.figure().get().number().toPlainString());
        } else if (!from.text().isEmpty()) {
            cell.setCellValue(from.text());
        }
    }

    private void note(String note) {
        XSSFRow row = sheet.createRow(next++);
        int lines = TextWidth.lines(note, widths.of(0, grid.columns()));
        row.setHeightInPoints(lines * HEIGHT_OF_LINE + HEIGHT_OF_ROW - HEIGHT_OF_LINE);
        text(row, 0, grid.columns() - 1, note, styles.note());
    }

    private void text(XSSFRow row, int from, int to, String text, XSSFCellStyle style) {
        XSSFCell cell = row.createCell(from);
        cell.setCellStyle(style);
        cell.setCellValue(text);
        merge(row.getRowNum(), row.getRowNum(), from, to);
    }

    private void merge(int top, int bottom, int left, int right) {
        if (top < bottom || left < right) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(top, bottom, left, right));
        }
    }

    /** Codes and names stay in sight of a wide table; where two blocks stand side by side they would hide one. */
    private int labelColumns() {
        boolean one = grid.body().stream().flatMap(line -> line.cells().stream()).flatMap(cell -> cell.figure().stream())
            .map(figure -> figure.place().block()).distinct().count() == 1;
        return !one ? 0 : (int) IntStream.range(0, grid.columns()).takeWhile(column -> grid.body().stream()
            .allMatch(line -> line.cells().get(column).figure().isEmpty())).count();
    }

    private void paper(int body) {
        SheetSetup.paper(sheet, table.orientation().equals("landscape"));
        sheet.setRepeatingRows(new CellRangeAddress(0, body - 1, -1, -1));
        sheet.setDisplayGridlines(false);
        // Subject codes are texts on purpose: no green triangle in each of them.
        sheet.addIgnoredErrors(new CellRangeAddress(CAPTION_ROWS, next - 1, 0, grid.columns() - 1),
            IgnoredErrorType.NUMBER_STORED_AS_TEXT);
    }

    private static long position(int row, int column) {
        return (long) row << Integer.SIZE | column;
    }
}
