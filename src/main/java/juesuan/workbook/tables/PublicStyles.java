package juesuan.workbook.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import juesuan.model.Grid;
import org.apache.poi.common.usermodel.fonts.FontCharset;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontScheme;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the cells of the public tables look; a sober copy of the printed page. */
final class PublicStyles {

    private record Look(HorizontalAlignment across, int size, boolean bold, boolean grid, boolean head, int indent, String format) {
    }

    private record Face(int size, boolean bold) {
    }

    private static final String TYPEFACE = "宋体";
    private static final String AMOUNT = "#,##0.00";
    private static final String TEXT = "@";
    private static final int CELL = 10;
    private static final int TITLE = 16;
    private static final byte[] HEAD_FILL = {(byte) 0xFF, (byte) 0xEA, (byte) 0xEF, (byte) 0xF6};

    private final XSSFWorkbook workbook;
    private final Map<Look, XSSFCellStyle> styles = new HashMap<>();
    private final Map<Face, XSSFFont> fonts = new HashMap<>();

    PublicStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        // The first font is the measure of all column widths.
        typeface(workbook.getFontAt(0), new Face(CELL, false));
    }

    XSSFCellStyle title() {
        return style(new Look(HorizontalAlignment.CENTER, TITLE, true, false, false, 0, TEXT));
    }

    XSSFCellStyle left() {
        return style(new Look(HorizontalAlignment.LEFT, CELL, false, false, false, 0, TEXT));
    }

    XSSFCellStyle right() {
        return style(new Look(HorizontalAlignment.RIGHT, CELL, false, false, false, 0, TEXT));
    }

    /** General: Excel shows text-formatted cells of more than 255 characters as #####. */
    XSSFCellStyle note() {
        return style(new Look(HorizontalAlignment.LEFT, CELL, false, false, false, 0, "General"));
    }

    XSSFCellStyle head() {
        return style(new Look(HorizontalAlignment.CENTER, CELL, true, true, true, 0, TEXT));
    }

    /** As the printed cell says by its classes. */
    XSSFCellStyle of(Grid.Cell cell) {
        List<String> classes = List.of(cell.style().split(" "));
        boolean bold = classes.contains("b");
        if (cell.figure().isPresent()) {
            return style(new Look(HorizontalAlignment.RIGHT, CELL, bold, true, false, 1, format(cell)));
        }
        HorizontalAlignment across = classes.contains("mid") ? HorizontalAlignment.CENTER
            : classes.contains("num") ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT;
        int indent = across == HorizontalAlignment.CENTER ? 0 : classes.contains("in1") ? 2 : 1;
        return style(new Look(across, CELL, bold, true, false, indent, TEXT));
    }

    /** Some regions print a dash, or nothing, for zero: so does the cell, and it stays a number. */
    private static String format(Grid.Cell cell) {
        boolean words = cell.text().chars().noneMatch(c -> c >= '0' && c <= '9');
        return words ? AMOUNT + ";-" + AMOUNT + ";\"" + cell.text() + "\"" : AMOUNT;
    }

    private XSSFCellStyle style(Look look) {
        return styles.computeIfAbsent(look, this::create);
    }

    private XSSFCellStyle create(Look look) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(fonts.computeIfAbsent(new Face(look.size(), look.bold()), face -> {
            XSSFFont font = workbook.createFont();
            typeface(font, face);
            return font;
        }));
        style.setAlignment(look.across());
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setIndention((short) look.indent());
        style.setWrapText(!look.format().startsWith(AMOUNT));
        style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        if (look.grid()) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        if (look.head()) {
            style.setFillForegroundColor(new XSSFColor(HEAD_FILL));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }

    private static void typeface(XSSFFont font, Face face) {
        font.setFontName(TYPEFACE);
        font.setCharSet(FontCharset.GB2312.getNativeId());
        // A scheme would make Excel ignore the name and take the theme's font.
        font.setScheme(FontScheme.NONE);
        font.setFontHeightInPoints((short) face.size());
        font.setBold(face.bold());
    }
}
