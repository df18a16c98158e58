package juesuan.workbook.blank;

import java.util.List;
import java.util.Optional;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.ColumnSpec.Type;
import juesuan.pack.Pack;
import juesuan.pack.RowSpec;
import juesuan.pack.SheetSpec;
import juesuan.workbook.sheet.SheetSetup;
import juesuan.workbook.sheet.TextWidth;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes one blank sheet from its declaration. */
public final class SheetWriter {

    static final int LINE_HEIGHT = 14;
    private static final int ROW_HEIGHT = 18;
    private static final int TITLE_HEIGHT = 30;
    private static final int SECTION_HEIGHT = 26;
    /** Lines that an empty cell for long text shows. */
    private static final int LONG_LINES = 3;
    /** As {@link #LONG_LINES}, where merged cells keep Excel from growing the row by itself. */
    private static final int MERGED_LONG_LINES = 4;
    /** Widths are declared in half-width characters; a little air keeps figures off the borders. */
    private static final int WIDTH_UNITS = 256;
    private static final int PADDING_UNITS = 180;
    private static final int COMMENT_COLUMNS = 3;
    private static final int COMMENT_ROWS = 4;

    private final Pack pack;
    private final Layout layout;
    private final SheetSpec spec;
    private final XSSFSheet sheet;
    private final Styles styles;
    private final Lists lists;
    private final BodyCells slots;
    private final LeadLines lead;
    private final Validations validations = new Validations();
    private Optional<CellAddress> firstInput = Optional.empty();

    public SheetWriter(Pack pack, Layout layout, XSSFWorkbook workbook, Styles styles, Lists lists, ExcelFormulas formulas) {
        this.pack = pack;
        this.layout = layout;
        this.spec = layout.sheet();
        this.sheet = workbook.createSheet(spec.name());
        this.styles = styles;
        this.lists = lists;
        this.slots = new BodyCells(pack, layout, formulas, lists);
        this.lead = new LeadLines(pack, formulas);
    }

    public void write() {
        sheet.setDefaultRowHeightInPoints(ROW_HEIGHT);
        sheet.setDisplayGridlines(false);
        sheet.setTabColor(styles.tab(spec.kind()));
        columns();
        lead();
        for (Layout.Band band : layout.bands()) {
            band.title().ifPresent(row -> line(row, band.areas().get(0).block().title(), styles.section(), SECTION_HEIGHT));
            header(band);
            band.ordinals().ifPresent(row -> ordinals(band, row));
            body(band);
        }
        notes();
        validations.write(sheet);
        view();
        PrintedArea.set(sheet, spec, layout);
        SheetSetup.protect(sheet);
    }

    private void columns() {
        List<Integer> widths = layout.grid().widths();
        for (int i = 0; i < widths.size(); i++) {
            sheet.setColumnWidth(i, widths.get(i) * WIDTH_UNITS + PADDING_UNITS);
        }
        if (layout.isOpenEnded()) {
            Layout.Area last = layout.bands().get(layout.bands().size() - 1).areas().get(0);
            for (int leaf = 0; leaf < last.columns().size(); leaf++) {
                sheet.setDefaultColumnStyle(last.first(leaf), styles.spare(last.block().leaves().get(leaf).type()));
            }
        }
    }

    /** The lines over the first band. */
    private void lead() {
        line(0, spec.title(), styles.title(), TITLE_HEIGHT);
        Optional.ofNullable(pack.tableNumbers().get(spec.id())).ifPresent(number ->
            line(1, String.format("公开%02d表", number), styles.note(HorizontalAlignment.RIGHT), ROW_HEIGHT));
        layout.help().ifPresent(row -> line(row, spec.help(), styles.note(HorizontalAlignment.LEFT),
            Math.max(ROW_HEIGHT, lineHeight(spec.help(), totalWidth()))));
        layout.unit().ifPresent(row -> {
            int middle = spec.kind() == SheetSpec.Kind.TABLE ? middleColumn() : -1;
            if (middle >= 0) {
                formulaLine(row, 0, middle, lead.department(), HorizontalAlignment.LEFT);
            }
            formulaLine(row, middle + 1, layout.lastColumn(), spec.fixedUnit().map(unit -> LeadLines.unit(unit.label()))
                .orElseGet(lead::unit), HorizontalAlignment.RIGHT);
        });
    }

    private void line(int row, String text, CellStyle style, int height) {
        merged(row, row, 0, layout.lastColumn(), style).setCellValue(text);
        fixedHeight(row, height);
    }

    private void formulaLine(int row, int first, int last, String formula, HorizontalAlignment across) {
        merged(row, row, first, last, styles.note(across)).setCellFormula(formula);
        fixedHeight(row, ROW_HEIGHT);
    }

    private void header(Layout.Band band) {
        if (band.depth() == 0) {
            return;
        }
        for (Layout.Area area : band.areas()) {
            BlockSpec block = area.block();
            int row = band.header();
            if (!block.heading().isEmpty()) {
                headerCell(block.heading(), row, row, area.columns().get(0).first(),
                    area.columns().get(area.columns().size() - 1).last());
                row++;
            }
            headerCells(block.columns(), row, band.header() + band.depth() - 1, area.columns());
        }
    }

    private void headerCells(List<ColumnSpec> columns, int row, int bottom, List<SheetColumns.Span> spans) {
        int leaf = 0;
        for (ColumnSpec column : columns) {
            int count = column.span();
            List<SheetColumns.Span> below = spans.subList(leaf, leaf + count);
            boolean group = !column.columns().isEmpty();
            headerCell(column.title(), row, group ? row : bottom, below.get(0).first(), below.get(count - 1).last());
            if (group) {
                headerCells(column.columns(), row + 1, bottom, below);
            }
            leaf += count;
        }
    }

    private void headerCell(String title, int top, int bottom, int left, int right) {
        merged(top, bottom, left, right, styles.header()).setCellValue(title);
        for (int row = top; row <= bottom; row++) {
            int share = lineHeight(title, layout.grid().width(new SheetColumns.Span(left, right))) / (bottom - top + 1);
            fixedHeight(row, Math.max(ROW_HEIGHT + 2, share + 2));
        }
    }

    private void ordinals(Layout.Band band, int row) {
        int number = 1;
        for (Layout.Area area : band.areas()) {
            List<ColumnSpec> leaves = area.block().leaves();
            int named = 0;
            while (named < leaves.size() && !leaves.get(named).type().isNumeric()
                && leaves.get(named).type() != Type.LINE) {
                named++;
            }
            if (named > 0) {
                merged(row, row, area.first(0), area.columns().get(named - 1).last(), styles.ordinal())
                    .setCellValue(spec.ordinals());
            }
            for (int leaf = named; leaf < leaves.size(); leaf++) {
                SheetColumns.Span span = area.columns().get(leaf);
                XSSFCell cell = merged(row, row, span.first(), span.last(), styles.ordinal());
                if (leaves.get(leaf).type().isNumeric()) {
                    cell.setCellValue(number++);
                }
            }
        }
        fixedHeight(row, ROW_HEIGHT);
    }

    private void body(Layout.Band band) {
        for (Layout.Area area : band.areas()) {
            for (Layout.BodyRow row : area.rows()) {
                for (int leaf = 0; leaf < area.columns().size(); leaf++) {
                    bodyCell(area, row, leaf);
                }
            }
        }
    }

    private void bodyCell(Layout.Area area, Layout.BodyRow row, int leaf) {
        BodyCell slot = slots.at(area, row, leaf);
        ColumnSpec column = area.block().leaves().get(leaf);
        SheetColumns.Span span = area.columns().get(leaf);
        boolean bold = row.kind() == Layout.RowKind.TOTAL || row.spec().map(RowSpec::total).orElse(false);
        int indent = column.type() == Type.LABEL ? row.spec().map(RowSpec::indent).orElse(0) : 0;
        XSSFCell cell = merged(row.row(), row.row(), span.first(), span.last(), styles.body(slot, column.type(), bold, indent));
        if (!slot.formula().isEmpty()) {
            cell.setCellFormula(slot.formula());
        } else if (!slot.text().isEmpty()) {
            value(cell, slot);
        }
        if (slot.role() == BodyCell.Role.INPUT || slot.type() == Type.CODE && slot.role() == BodyCell.Role.OFFER) {
            input(area, slot, cell);
        }
        if (slot.role() == BodyCell.Role.INPUT || slot.role() == BodyCell.Role.OFFER) {
            validations.type(slot.type(), row.row(), span.first());
        }
        height(slot, span, row);
        boolean helpShown = area.block().leaves().stream().anyMatch(c -> c.type() == Type.HELP);
        if (!helpShown && column.type() == Type.LABEL) {
            row.spec().map(RowSpec::help).filter(help -> !help.isEmpty()).ifPresent(help -> comment(cell, help));
        }
    }

    private static void value(XSSFCell cell, BodyCell slot) {
        boolean number = slot.role() == BodyCell.Role.INPUT && slot.type().isNumeric() || slot.type() == Type.LINE;
        if (number) {
            cell.setCellValue(Double.parseDouble(slot.text()));
        } else {
            cell.setCellValue(slot.text());
        }
    }

    private void input(Layout.Area area, BodyCell slot, XSSFCell cell) {
        firstInput = firstInput.or(() -> Optional.of(cell.getAddress()));
        if (!slot.choices().isEmpty()) {
            validations.choice(lists.choices(slot.choices()), slot.type() != Type.CHOICE, cell.getRowIndex(), cell.getColumnIndex());
        } else if (slot.type() == Type.CODE) {
            area.block().codes().ifPresent(codes ->
                validations.choice(lists.codesOnly(codes.list()), true, cell.getRowIndex(), cell.getColumnIndex()));
        }
    }

    private void height(BodyCell slot, SheetColumns.Span span, Layout.BodyRow row) {
        boolean roomy = slot.type() == Type.LONG && slot.role() == BodyCell.Role.INPUT;
        if (roomy && span.isMerged()) {
            fixedHeight(row.row(), MERGED_LONG_LINES * LINE_HEIGHT);
        } else if (roomy && row.kind() == Layout.RowKind.DECLARED) {
            growingHeight(row.row(), LONG_LINES * LINE_HEIGHT);
        }
        growingHeight(row.row(), slot.text().isEmpty() ? ROW_HEIGHT
            : lineHeight(slot.text(), layout.grid().width(span)));
    }

    private static int lineHeight(String text, int width) {
        return TextWidth.lines(text, width) * LINE_HEIGHT + 4;
    }

    private void notes() {
        if (layout.isOpenEnded()) {
            return;
        }
        int row = layout.end();
        for (String note : spec.notes()) {
            String text = "注：" + note;
            line(row++, text, styles.note(HorizontalAlignment.LEFT), lineHeight(text, totalWidth()));
        }
    }

    private void comment(XSSFCell cell, String text) {
        ClientAnchor anchor = sheet.getWorkbook().getCreationHelper().createClientAnchor();
        anchor.setCol1(cell.getColumnIndex() + 1);
        anchor.setCol2(cell.getColumnIndex() + 1 + COMMENT_COLUMNS);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + COMMENT_ROWS);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(sheet.getWorkbook().getCreationHelper().createRichTextString(text));
        comment.setAuthor("");
        cell.setCellComment(comment);
    }

    private void view() {
        Layout.Band first = layout.bands().get(0);
        boolean single = layout.bands().size() == 1;
        int rows = single ? first.body() : first.title().orElse(first.header());
        int columns = spec.kind() == SheetSpec.Kind.TABLE ? labelColumns(first.areas().get(0)) : 0;
        sheet.createFreezePane(columns, rows);
        CellAddress active = firstInput.orElse(CellAddress.A1);
        sheet.setActiveCell(active);
        for (Layout.Band band : layout.bands()) {
            for (Layout.Area area : band.areas()) {
                ignoreTriangles(band, area);
            }
        }
    }

    /** Codes are text on purpose, and offered sums are unlocked on purpose: no green triangles. */
    private void ignoreTriangles(Layout.Band band, Layout.Area area) {
        CellRangeAddress range = new CellRangeAddress(band.body(), band.end() - 1, area.columns().get(0).first(),
            area.columns().get(area.columns().size() - 1).last());
        sheet.addIgnoredErrors(range, IgnoredErrorType.NUMBER_STORED_AS_TEXT, IgnoredErrorType.UNLOCKED_FORMULA,
            IgnoredErrorType.FORMULA_RANGE, IgnoredErrorType.FORMULA);
    }

    private static int labelColumns(Layout.Area area) {
        int count = 0;
        while (count < area.columns().size() && !area.block().leaves().get(count).type().isNumeric()) {
            count++;
        }
        return count;
    }

    /** The column up to which the department's name may reach, half of the sheet. */
    private int middleColumn() {
        int half = 0;
        int column = 0;
        while (column < layout.lastColumn() - 1 && half + layout.grid().widths().get(column) <= totalWidth() / 2) {
            half += layout.grid().widths().get(column++);
        }
        return Math.max(0, column - 1);
    }

    private int totalWidth() {
        return layout.grid().width(new SheetColumns.Span(0, layout.lastColumn()));
    }

    /** A cell merged over an area, with all its cells in one style so that borders close. */
    private XSSFCell merged(int top, int bottom, int left, int right, CellStyle style) {
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                row(row).createCell(column).setCellStyle(style);
            }
        }
        if (bottom > top || right > left) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(top, bottom, left, right));
        }
        return row(top).getCell(left);
    }

    private XSSFRow row(int index) {
        XSSFRow row = sheet.getRow(index);
        return row == null ? sheet.createRow(index) : row;
    }

    /** The row is at least this high and stays so. */
    private void fixedHeight(int index, int points) {
        if (!row(index).getCTRow().isSetHt() || row(index).getHeightInPoints() < points) {
            row(index).setHeightInPoints(points);
        }
    }

    /** The row starts at least this high and still grows with what is typed. */
    private void growingHeight(int index, int points) {
        XSSFRow row = row(index);
        boolean fixed = row.getCTRow().isSetCustomHeight() && row.getCTRow().getCustomHeight();
        fixedHeight(index, Math.max(ROW_HEIGHT, points));
        if (!fixed) {
            row.getCTRow().setCustomHeight(false);
        }
    }
}
