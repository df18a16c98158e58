package juesuan.workbook.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import juesuan.model.UserError;
import juesuan.workbook.sheet.OoxmlText;
import juesuan.workbook.sheet.Xml;

/**
 * One pass over a sheet's raw XML, which takes its cells and refuses what POI and Excel read differently: for POI a text
 * that points nowhere becomes "", of two cells at one address the last wins, and column ZZZZ lands in XJR, all without
 * a word.
 */
public final class SheetScan {

    public static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final Set<String> TYPES = Set.of("", "b", "d", "e", "inlineStr", "n", "s", "str");
    private static final StoredCell[] NO_CELLS = {};

    /**
     * @param cells with content
     * @param heavy whether formats without content would choke whoever builds a tree of the sheet
     */
    record Result(StoredWorkbook.Sheet sheet, int cells, boolean heavy) {
    }

    private final SourceFile file;
    private final WorkbookParts.SheetPart part;
    private final List<String> sharedStrings;
    private final CellCursor cursor = new CellCursor();
    private final List<StoredCell[]> stored = new ArrayList<>();
    private final List<StoredCell> row = new ArrayList<>();
    private final List<String> merges = new ArrayList<>();
    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private final StringBuilder value = new StringBuilder();
    private final StringBuilder formula = new StringBuilder();
    private final StringBuilder inline = new StringBuilder();
    /** Where the text that comes next belongs; null where it is none of ours. */
    private StringBuilder into;
    private String type = "";
    private String formulaType = "";
    private String formulaRange = "";
    private int formulaGroup;
    private int style;
    private boolean hasValue;
    private boolean hasFormula;
    private boolean hasInline;
    /** Whether the scan is inside a piece of a text. */
    private boolean piece;
    private boolean rowFilled;
    private int rows;
    private int blankRows;
    private int cells;
    private int blankCells;

    private SheetScan(SourceFile file, WorkbookParts.SheetPart part, List<String> sharedStrings) {
        this.file = file;
        this.part = part;
        this.sharedStrings = sharedStrings;
    }

    static Result scan(SourceFile file, WorkbookParts.SheetPart part, InputStream sheet, List<String> sharedStrings) throws IOException {
        SheetScan scan = new SheetScan(file, part, sharedStrings);
        try (sheet) {
            return scan.scan(Xml.reader(sheet));
        } catch (XMLStreamException e) {
            throw file.refuse("的工作表" + SourceFile.quoted(part.name()) + "内部 XML 不合规范，无法读懂；"
                    + SourceFile.SAVE_AGAIN, e);
        }
    }

    private Result scan(XMLStreamReader xml) throws XMLStreamException {
        if (!Xml.nextElement(xml) || !MAIN.equals(xml.getNamespaceURI())
                || !xml.getLocalName().equals("worksheet")) {
            throw refuse("的内容不是普通工作表");
        }
        int tables = 0;
        boolean data = false;
        for (int depth = 1; xml.hasNext(); ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth == 2) {
                    data = xml.getLocalName().equals("sheetData") && MAIN.equals(xml.getNamespaceURI());
                    tables += data ? 1 : 0;
                } else if (data) {
                    start(xml, depth);
                } else if (depth == 3) {
                    beside(xml);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (data) {
                    end(xml.getLocalName(), depth);
                }
                depth--;
            } else if ((event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) && into != null) {
                into.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
        if (tables != 1) {
            throw refuse("的数据区缺失或重复");
        }
        if (rows > Limits.ROWS_PER_SHEET) {
            throw file.refuse("的工作表" + SourceFile.quoted(part.name()) + "有 " + rows
                    + " 行数据，超过 " + Limits.ROWS_PER_SHEET + " 行的上限；请检查是否选错了文件，"
                    + "或删去多余的行后另存一份再试。");
        }
        return new Result(new StoredWorkbook.Sheet(part.name(), part.hidden(), true, stored, merges, hiddenRows, hiddenColumns), cells,
                blankRows > Limits.BLANK_ROWS_KEPT || blankCells > Limits.BLANK_CELLS_KEPT);
    }

    private void start(XMLStreamReader xml, int depth) {
        into = null;
        if (depth > 5) {
            // The text itself or one of its differently formatted pieces, but not its reading aloud.
            boolean text = hasInline && xml.getLocalName().equals("t") && (depth == 6 || depth == 7 && piece);
            piece = depth == 6 && hasInline && xml.getLocalName().equals("r") || depth > 6 && piece;
            into = text ? inline : null;
            return;
        }
        switch (MAIN.equals(xml.getNamespaceURI()) ? depth + xml.getLocalName() : "") {
            case "3row" -> startRow(xml);
            case "4c" -> startCell(xml);
            case "5v" -> {
                if (hasValue) {
                    throw refuse("的" + cursor.address() + "有两个值");
                }
                hasValue = true;
                into = value;
            }
            case "5f" -> {
                hasFormula = true;
                formulaType = Xml.attribute(xml, "t");
                formulaRange = Xml.attribute(xml, "ref");
                formulaGroup = Xml.number(xml, "si", 0);
                into = formula;
            }
            case "5is" -> hasInline = true;
            case "4extLst", "5extLst", "5ext" -> { }
            default -> throw refuse("的" + cursor.address() + "附近有无法识别的内容"
                    + SourceFile.quoted(xml.getLocalName())); // POI would skip it, and its value
        }
    }

    /** What tells of rows and columns outside the cells. */
    private void beside(XMLStreamReader xml) {
        switch (MAIN.equals(xml.getNamespaceURI()) ? xml.getLocalName() : "") {
            case "col" -> {
                if (Xml.isTrue(xml, "hidden")) {
                    int last = Math.min(Xml.number(xml, "max", 0), CellCursor.MAX_COLUMN);
                    hiddenColumns.set(Math.min(Math.max(0, Xml.number(xml, "min", 1) - 1), last), last);
                }
            }
            case "mergeCell" -> merges.add(Xml.attribute(xml, "ref"));
            default -> { }
        }
    }

    private void end(String name, int depth) {
        into = null;
        if (depth == 3 && name.equals("row")) {
            endRow();
        } else if (depth == 4 && name.equals("c")) {
            endCell();
        }
    }

    private void startRow(XMLStreamReader xml) {
        String number = Xml.attribute(xml, "r");
        if (!cursor.toRow(number)) {
            throw refuse("有不存在的行号" + SourceFile.quoted(number));
        }
        refuseSecondVisit();
        rowFilled = false;
        row.clear();
        if (Xml.isTrue(xml, "hidden")) {
            hiddenRows.set(cursor.row() - 1);
        }
    }

    private void endRow() {
        rows += rowFilled ? 1 : 0;
        blankRows += rowFilled ? 0 : 1;
        if (!row.isEmpty()) {
            while (stored.size() < cursor.row()) {
                stored.add(NO_CELLS);
            }
            StoredCell[] inPlace = new StoredCell[row.stream().mapToInt(StoredCell::column).max().orElseThrow() + 1];
            row.forEach(cell -> inPlace[cell.column()] = cell);
            stored.set(cursor.row() - 1, inPlace);
        }
    }

    private void startCell(XMLStreamReader xml) {
        String reference = Xml.attribute(xml, "r");
        if (!cursor.toCell(reference)) {
            throw refuse("的第 " + cursor.row() + " 行有不存在的单元格地址" + SourceFile.quoted(reference));
        }
        refuseSecondVisit();
        type = Xml.attribute(xml, "t");
        if (!TYPES.contains(type)) {
            throw refuse("的" + cursor.address() + "类型" + SourceFile.quoted(type) + "无法识别");
        }
        style = Xml.number(xml, "s", 0);
        hasValue = false;
        hasFormula = false;
        hasInline = false;
        piece = false;
        value.setLength(0);
        formula.setLength(0);
        inline.setLength(0);
    }

    private void refuseSecondVisit() {
        if (!cursor.isFirstVisit()) {
            throw refuse("的" + cursor.address() + "出现了两次");
        }
    }

    private void endCell() {
        if (type.equals("s") && hasValue && !pointsToText(value)) {
            throw refuse("的" + cursor.address() + "的文字已丢失（指向第"
                    + SourceFile.quoted(value.toString()) + "条，而文件里共有 " + sharedStrings.size() + " 条）");
        }
        boolean filled = hasFormula || hasInline || !value.isEmpty();
        rowFilled |= filled;
        cells += filled ? 1 : 0;
        blankCells += filled ? 0 : 1;
        // An empty truth value or error is a broken one; an empty number or text is nothing.
        if (filled || hasValue && (type.equals("b") || type.equals("e"))) {
            row.add(cell());
        }
    }

    private StoredCell cell() {
        Optional<StoredCell.Formula> computed = hasFormula
            ? Optional.of(new StoredCell.Formula(formula.toString(), formulaType, formulaRange, formulaGroup)) : Optional.empty();
        return new StoredCell(cursor.row() - 1, cursor.column() - 1, switch (type) {
            case "s", "str", "inlineStr", "d" -> StoredCell.Type.TEXT;
            case "b" -> StoredCell.Type.LOGICAL;
            case "e" -> StoredCell.Type.ERROR;
            default -> StoredCell.Type.NUMBER;
        }, stored(), computed, style);
    }

    private Optional<String> stored() {
        if (type.equals("inlineStr") && hasInline) {
            return Optional.of(OoxmlText.read(inline.toString()));
        }
        if (!hasValue) {
            return Optional.empty();
        }
        return Optional.of(switch (type) {
            case "s" -> sharedStrings.get(Xml.number(value));
            case "str", "inlineStr" -> OoxmlText.read(value.toString());
            default -> value.toString();
        });
    }

    private boolean pointsToText(CharSequence index) {
        int at = Xml.number(index);
        return at >= 0 && at < sharedStrings.size();
    }

    private UserError refuse(String what) {
        return file.refuse("的工作表" + SourceFile.quoted(part.name()) + what
                + "，程序无法确定它的内容；请在 Excel 或 WPS 中打开、检查这一处后另存一份再试。");
    }
}
