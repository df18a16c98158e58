package juesuan.workbook.blank;

import java.util.HashMap;
import java.util.Map;
import juesuan.pack.ColumnSpec.Type;
import juesuan.pack.SheetSpec;
import org.apache.poi.common.usermodel.fonts.FontCharset;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontFamily;
import org.apache.poi.ss.usermodel.FontScheme;
import org.apache.poi.ss.usermodel.FontUnderline;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The looks of a blank workbook; each is created once, because a workbook's styles are limited. */
public final class Styles {

    /** What the colours tell the clerk; the legend shows the same. */
    enum Fill {
        NONE(0xFFFFFF), HEADER(0xDCE6F1), INPUT(0xFFF5CC), OFFER(0xE4F1DC), RESULT(0xE7E7E7);

        private final XSSFColor color;

        Fill(int rgb) {
            color = rgb(rgb);
        }
    }

    private enum Size {
        NOTE(10), CELL(10), TEXT(11), SECTION(11), TITLE(16);

        private final int points;

        Size(int points) {
            this.points = points;
        }
    }

    private record Look(Fill fill, Size size, boolean bold, HorizontalAlignment across, int indent, boolean border,
                        boolean locked, String format, boolean wrap, boolean link) {
    }

    private record Face(Size size, boolean bold, boolean link) {
    }

    private static final String TYPEFACE = "宋体";
    private static final String TEXT_FORMAT = "@";
    private static final int LINK_COLOR = 0x1F4E9E;
    private static final byte OPAQUE = (byte) 0xFF;
    private static final int BORDER_COLOR = 0x7F7F7F;

    private final XSSFWorkbook workbook;
    private final Map<Look, XSSFCellStyle> styles = new HashMap<>();
    private final Map<Face, XSSFFont> fonts = new HashMap<>();

    public Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        // The first font is the measure of all column widths.
        typeface(workbook.getFontAt(0), Size.TEXT, false);
    }

    public XSSFCellStyle title() {
        return style(new Look(Fill.NONE, Size.TITLE, true, HorizontalAlignment.CENTER, 0, false, true, "General", false, false));
    }

    public XSSFCellStyle section() {
        return style(new Look(Fill.NONE, Size.SECTION, true, HorizontalAlignment.LEFT, 0, false, true, "General", false, false));
    }

    public XSSFCellStyle note(HorizontalAlignment across) {
        return style(new Look(Fill.NONE, Size.NOTE, false, across, 0, false, true, "General", true, false));
    }

    public XSSFCellStyle header() {
        return style(new Look(Fill.HEADER, Size.CELL, true, HorizontalAlignment.CENTER, 0, true, true, "General", true, false));
    }

    XSSFCellStyle ordinal() {
        return style(new Look(Fill.HEADER, Size.CELL, false, HorizontalAlignment.CENTER, 0, true, true, "General", false, false));
    }

    /** Running text of the sheet 填报说明. */
    XSSFCellStyle text(boolean bold, boolean border) {
        return style(new Look(Fill.NONE, Size.TEXT, bold, HorizontalAlignment.LEFT, 0, border, true, TEXT_FORMAT, true, false));
    }

    /** Texts of the sheet 审核. */
    public XSSFCellStyle cell(HorizontalAlignment across) {
        return style(new Look(Fill.NONE, Size.CELL, false, across, 0, true, true, "General", true, false));
    }

    /** Numbers of the sheet 审核: amounts and counts in one column. */
    public XSSFCellStyle figure() {
        return style(new Look(Fill.NONE, Size.CELL, false, HorizontalAlignment.RIGHT, 0, true, true, "#,##0.00##_ ", false, false));
    }

    XSSFCellStyle link() {
        return style(new Look(Fill.NONE, Size.TEXT, false, HorizontalAlignment.LEFT, 0, true, true, "General", true, true));
    }

    XSSFCellStyle sample(Fill fill) {
        return style(new Look(fill, Size.TEXT, false, HorizontalAlignment.CENTER, 0, true, true, "General", true, false));
    }

    /** Cells of the hidden lists. */
    public XSSFCellStyle list() {
        return style(new Look(Fill.NONE, Size.CELL, false, HorizontalAlignment.GENERAL, 0, false, true, TEXT_FORMAT, false, false));
    }

    /** Cells below the prepared rows: no colour, but a pasted block may reach them. */
    XSSFCellStyle spare(Type type) {
        return style(new Look(Fill.NONE, Size.CELL, false, HorizontalAlignment.GENERAL, 0, false, false, format(type), false, false));
    }

    /** @param column the type of the whole column, whose alignment a row of another type follows */
    XSSFCellStyle body(BodyCell slot, Type column, boolean bold, int indent) {
        Fill fill = switch (slot.role()) {
            case INPUT -> Fill.INPUT;
            case OFFER -> Fill.OFFER;
            case RESULT -> Fill.RESULT;
            default -> Fill.NONE;
        };
        boolean words = slot.role() == BodyCell.Role.LABEL || slot.role() == BodyCell.Role.TOTAL;
        String format = words || slot.role() == BodyCell.Role.EMPTY ? TEXT_FORMAT : format(slot.type());
        boolean wrap = slot.type() != Type.NAME && slot.type() != Type.CODE && !slot.type().isNumeric();
        return style(new Look(fill, Size.CELL, bold, across(slot, column), indent, true, slot.role().isLocked(), format, wrap, false));
    }

    /** Tables, forms and sheets to copy are told apart by their tabs. */
    XSSFColor tab(SheetSpec.Kind kind) {
        return switch (kind) {
            case TABLE -> rgb(0x5B87C5);
            case FORM -> rgb(0xE0B43C);
            case PERFORMANCE -> rgb(0x7FB069);
        };
    }

    public static XSSFColor rgb(int rgb) {
        return new XSSFColor(new byte[] {OPAQUE, (byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb});
    }

    private static HorizontalAlignment across(BodyCell slot, Type column) {
        if (slot.role() == BodyCell.Role.TOTAL) {
            // Centred over code and name as if merged, yet blocks can be pasted over it.
            return HorizontalAlignment.CENTER_SELECTION;
        }
        return switch (column == Type.TEXT ? Type.TEXT : slot.type()) {
            case AMOUNT, COUNT, NUMBER, PERCENT -> HorizontalAlignment.RIGHT;
            case LINE, UNIT, DATE, CHOICE -> HorizontalAlignment.CENTER;
            default -> HorizontalAlignment.LEFT;
        };
    }

    private static String format(Type type) {
        return switch (type) {
            // The blank after the figure keeps it off the border.
            case AMOUNT -> "#,##0.00_ ";
            case COUNT -> "0_ ";
            case PERCENT -> "0.0%_ ";
            case DATE -> "yyyy\"年\"m\"月\"d\"日\"";
            // Long texts stay general: Excel shows text-formatted cells of more than 255 characters as #####.
            case NUMBER, NAME, LONG -> "General";
            default -> TEXT_FORMAT;
        };
    }

    private XSSFCellStyle style(Look look) {
        return styles.computeIfAbsent(look, this::create);
    }

    private XSSFCellStyle create(Look look) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(fonts.computeIfAbsent(new Face(look.size(), look.bold(), look.link()), this::font));
        style.setAlignment(look.across());
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setIndention((short) look.indent());
        style.setWrapText(look.wrap());
        style.setLocked(look.locked());
        style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        if (look.fill() != Fill.NONE) {
            style.setFillForegroundColor(look.fill().color);
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        if (look.border()) {
            border(style);
        }
        return style;
    }

    private static void border(XSSFCellStyle style) {
        XSSFColor color = rgb(BORDER_COLOR);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setTopBorderColor(color);
        style.setBottomBorderColor(color);
        style.setLeftBorderColor(color);
        style.setRightBorderColor(color);
    }

    private XSSFFont font(Face face) {
        XSSFFont font = workbook.createFont();
        typeface(font, face.size(), face.bold());
        if (face.link()) {
            font.setColor(rgb(LINK_COLOR));
            font.setUnderline(FontUnderline.SINGLE);
        }
        return font;
    }

    private static void typeface(XSSFFont font, Size size, boolean bold) {
        font.setFontName(TYPEFACE);
        font.setCharSet(FontCharset.GB2312.getNativeId());
        font.setFamily(FontFamily.NOT_APPLICABLE);
        // A scheme would make Excel ignore the name and take the theme's font.
        font.setScheme(FontScheme.NONE);
        font.setFontHeightInPoints((short) size.points);
        font.setBold(bold);
    }
}
