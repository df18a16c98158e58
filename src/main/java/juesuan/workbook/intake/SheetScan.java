package juesuan.workbook.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import juesuan.model.UserError;
import juesuan.workbook.sheet.Xml;

/**
 * One pass over a sheet's raw XML for what POI hides: a text that points nowhere becomes "", of two
 * cells at one address the last wins, and column ZZZZ lands in XJR, all without a word.
 */
public final class SheetScan {

    public static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final Set<String> TYPES = Set.of("", "b", "d", "e", "inlineStr", "n", "s", "str");

    private final SourceFile file;
    private final String sheetName;
    private final int sharedStrings;
    private final CellCursor cursor = new CellCursor();
    private final StringBuilder value = new StringBuilder();
    private String type = "";
    private boolean hasValue;
    private boolean cellFilled;
    private boolean rowFilled;
    private int rows;
    private int blankRows;
    private int cells;
    private int blankCells;
    private boolean isoDates;

    private SheetScan(SourceFile file, String sheetName, int sharedStrings) {
        this.file = file;
        this.sheetName = sheetName;
        this.sharedStrings = sharedStrings;
    }

    static SheetExtent scan(SourceFile file, String sheetName, InputStream sheet, int sharedStrings)
            throws IOException {
        SheetScan scan = new SheetScan(file, sheetName, sharedStrings);
        try (sheet) {
            return scan.scan(Xml.reader(sheet));
        } catch (XMLStreamException e) {
            throw file.refuse("的工作表" + SourceFile.quoted(sheetName) + "内部 XML 不合规范，无法读懂；"
                    + SourceFile.SAVE_AGAIN, e);
        }
    }

    private SheetExtent scan(XMLStreamReader xml) throws XMLStreamException {
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
                } else if (data && depth <= 5) {
                    start(xml, depth);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (data) {
                    end(xml.getLocalName(), depth);
                }
                depth--;
            } else if ((event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)
                    && data && depth == 5 && hasValue) {
                value.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
        if (tables != 1) {
            throw refuse("的数据区缺失或重复");
        }
        if (rows > Limits.ROWS_PER_SHEET) {
            throw file.refuse("的工作表" + SourceFile.quoted(sheetName) + "有 " + rows
                    + " 行数据，超过 " + Limits.ROWS_PER_SHEET + " 行的上限；请检查是否选错了文件，"
                    + "或删去多余的行后另存一份再试。");
        }
        return new SheetExtent(rows, blankRows, cells, blankCells, isoDates);
    }

    private void start(XMLStreamReader xml, int depth) {
        switch (MAIN.equals(xml.getNamespaceURI()) ? depth + xml.getLocalName() : "") {
            case "3row" -> startRow(Xml.attribute(xml, "r"));
            case "4c" -> startCell(Xml.attribute(xml, "r"), Xml.attribute(xml, "t"));
            case "5v" -> {
                if (hasValue) {
                    throw refuse("的" + cursor.address() + "有两个值");
                }
                hasValue = true;
            }
            case "5f", "5is" -> cellFilled = true;
            case "4extLst", "5extLst", "5ext" -> { }
            default -> throw refuse("的" + cursor.address() + "附近有无法识别的内容"
                    + SourceFile.quoted(xml.getLocalName())); // POI would skip it, and its value
        }
    }

    private void end(String name, int depth) {
        if (depth == 3 && name.equals("row")) {
            rows += rowFilled ? 1 : 0;
            blankRows += rowFilled ? 0 : 1;
        } else if (depth == 4 && name.equals("c")) {
            endCell();
        }
    }

    private void startRow(String number) {
        if (!cursor.toRow(number)) {
            throw refuse("有不存在的行号" + SourceFile.quoted(number));
        }
        refuseSecondVisit();
        rowFilled = false;
    }

    private void startCell(String reference, String cellType) {
        if (!cursor.toCell(reference)) {
            throw refuse("的第 " + cursor.row() + " 行有不存在的单元格地址" + SourceFile.quoted(reference));
        }
        refuseSecondVisit();
        if (!TYPES.contains(cellType)) {
            throw refuse("的" + cursor.address() + "类型" + SourceFile.quoted(cellType) + "无法识别");
        }
        type = cellType;
        isoDates |= type.equals("d");
        hasValue = false;
        cellFilled = false;
        value.setLength(0);
    }

    private void refuseSecondVisit() {
        if (!cursor.isFirstVisit()) {
            throw refuse("的" + cursor.address() + "出现了两次");
        }
    }

    private void endCell() {
        if (type.equals("s") && hasValue && !pointsToText(value.toString())) {
            throw refuse("的" + cursor.address() + "的文字已丢失（指向第"
                    + SourceFile.quoted(value.toString()) + "条，而文件里共有 " + sharedStrings + " 条）");
        }
        cellFilled |= !value.isEmpty();
        rowFilled |= cellFilled;
        cells += cellFilled ? 1 : 0;
        blankCells += cellFilled ? 0 : 1;
    }

    private boolean pointsToText(String index) {
        return index.matches("[0-9]{1,9}") && Integer.parseInt(index) < sharedStrings;
    }

    private UserError refuse(String what) {
        return file.refuse("的工作表" + SourceFile.quoted(sheetName) + what
                + "，程序无法确定它的内容；请在 Excel 或 WPS 中打开、检查这一处后另存一份再试。");
    }
}
