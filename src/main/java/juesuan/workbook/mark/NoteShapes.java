package juesuan.workbook.mark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import juesuan.workbook.sheet.TextWidth;
import org.apache.poi.ss.util.CellAddress;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The yellow boxes of a sheet's comments: an old drawing in which each comment needs a shape. */
final class NoteShapes {

    private static final String V = "urn:schemas-microsoft-com:vml";
    private static final String O = "urn:schemas-microsoft-com:office:office";
    private static final String X = "urn:schemas-microsoft-com:office:excel";
    private static final String BOX_TYPE = "_x0000_t202";
    private static final String EMPTY = "<xml xmlns:v=\"" + V + "\" xmlns:o=\"" + O + "\" xmlns:x=\"" + X + "\">"
        + "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout></xml>";
    private static final int FIRST_ID = 1025;
    private static final int WIDTH = 46;
    private static final int USUAL_COLUMN = 9;
    private static final int MOST_COLUMNS = 12;
    private static final int MOST_ROWS = 24;

    private final EditedParts changes;
    private final String sheet;
    /** The next shape's number, once the first has been added. */
    private int next;

    NoteShapes(EditedParts changes, String sheet) {
        this.changes = changes;
        this.sheet = sheet;
    }

    /** Reads the drawing, if there is one. */
    void open() throws IOException {
        Optional<String> part = part();
        if (part.isPresent()) {
            changes.read(part.get());
        }
    }

    void add(CellAddress at, String text) throws IOException {
        Element root = drawing().getDocumentElement();
        if (next == 0) {
            boxType(root);
            next = Math.max(FIRST_ID, Dom.children(root, "shape").stream().mapToInt(NoteShapes::number).max().orElse(0) + 1);
        }
        int id = next++;
        int rows = Math.min(MOST_ROWS, TextWidth.lines(text, WIDTH) + 1);
        int row = at.getRow();
        int column = at.getColumn();
        String shape = "<xml xmlns:v=\"" + V + "\" xmlns:o=\"" + O + "\" xmlns:x=\"" + X + "\">"
            + "<v:shape id=\"_x0000_s" + id + "\" type=\"#" + BOX_TYPE + "\" alt=\"juesuan\" style=\"position:absolute;margin-left:60pt;margin-top:2pt;"
            + "width:260pt;height:" + rows * 14 + "pt;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">"
            + "<v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>"
            + "<v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"/></v:textbox>"
            + "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>"
            + (column + 1) + ", 12, " + row + ", 2, " + (column + 1 + columns(column + 1)) + ", 12, " + (row + rows) + ", 2</x:Anchor>"
            + "<x:AutoFill>False</x:AutoFill><x:Row>" + row + "</x:Row><x:Column>" + column + "</x:Column></x:ClientData></v:shape></xml>";
        root.appendChild(imported(root, shape));
    }

    /** How many columns make a box wide enough to read. */
    private int columns(int from) throws IOException {
        int width = 0;
        int columns = 0;
        while (width < WIDTH && columns < MOST_COLUMNS) {
            width += width(from + columns);
            columns++;
        }
        return columns;
    }

    private int width(int column) throws IOException {
        return Dom.child(changes.read(sheet).getDocumentElement(), "cols").stream().flatMap(cols -> Dom.children(cols).stream())
            .filter(col -> Dom.number(col, "min", 0) <= column + 1 && column + 1 <= Dom.number(col, "max", 0)).findFirst()
            .map(col -> width(col))
            .orElse(USUAL_COLUMN);
    }

    private static int width(Element col) {
        String whole = col.getAttribute("width").replaceFirst("\\..*", "");
        return col.getAttribute("hidden").matches("1|true") ? 0 : whole.matches("\\d{1,3}") ? Integer.parseInt(whole) : USUAL_COLUMN;
    }

    private static int number(Element shape) {
        String id = shape.getAttribute("id");
        return id.matches("_x0000_s\\d{1,8}") ? Integer.parseInt(id.substring(8)) : 0;
    }

    private static void boxType(Element root) throws IOException {
        if (Dom.children(root, "shapetype").stream().noneMatch(type -> type.getAttribute("id").equals(BOX_TYPE))) {
            root.appendChild(imported(root, "<xml xmlns:v=\"" + V + "\" xmlns:o=\"" + O + "\"><v:shapetype id=\"" + BOX_TYPE
                + "\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
                + "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype></xml>"));
        }
    }

    private static Element imported(Element root, String xml) throws IOException {
        Document made = Dom.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        return (Element) root.getOwnerDocument().importNode(Dom.children(made.getDocumentElement()).get(0), true);
    }

    void remove(Set<CellAddress> cells) throws IOException {
        Optional<String> part = part();
        if (part.isEmpty() || cells.isEmpty()) {
            return;
        }
        for (Element data : Dom.all(changes.edit(part.get()), "ClientData")) {
            if (data.getAttribute("ObjectType").equals("Note") && cells.contains(new CellAddress(number(data, "Row"), number(data, "Column")))) {
                data.getParentNode().getParentNode().removeChild(data.getParentNode());
            }
        }
    }

    private static int number(Element data, String name) {
        return Dom.child(data, name).map(e -> e.getTextContent().strip()).filter(text -> text.matches("\\d{1,7}"))
            .map(Integer::parseInt).orElse(0);
    }

    /** A drawing that holds nothing any more goes with its relation. */
    void removeIfEmpty() throws IOException {
        Optional<String> part = part();
        if (part.isEmpty()) {
            return;
        }
        Element root = changes.read(part.get()).getDocumentElement();
        List<String> empty = List.of("shapelayout", "shapetype");
        if (Dom.children(root).stream().allMatch(child -> empty.contains(child.getLocalName()))) {
            Element link = link().orElseThrow();
            EditedParts.Relation relation = relation(link).orElseThrow();
            link.getParentNode().removeChild(link);
            changes.edit(sheet);
            changes.unrelate(sheet, relation);
            changes.remove(relation.target());
        }
    }

    private Document drawing() throws IOException {
        Optional<String> known = part();
        if (known.isPresent()) {
            return changes.edit(known.get());
        }
        String part = changes.free("xl/drawings/vmlDrawing", ".vml");
        changes.put(part, EMPTY.getBytes(StandardCharsets.UTF_8));
        changes.declareExtension("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
        Element root = changes.edit(sheet).getDocumentElement();
        Element link = Dom.create(root, "legacyDrawing");
        root.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:r", Dom.RELATION);
        link.setAttributeNS(Dom.RELATION, "r:id", changes.relate(sheet, "vmlDrawing", part));
        Dom.insert(root, link, SheetColours.ORDER);
        return changes.edit(part);
    }

    private Optional<String> part() throws IOException {
        Optional<Element> link = link();
        return link.isEmpty() ? Optional.empty() : relation(link.get()).map(EditedParts.Relation::target).filter(changes::has);
    }

    private Optional<Element> link() throws IOException {
        return Dom.child(changes.read(sheet).getDocumentElement(), "legacyDrawing");
    }

    private Optional<EditedParts.Relation> relation(Element link) throws IOException {
        String id = link.getAttributeNS(Dom.RELATION, "id");
        return changes.relationsOf(sheet).stream().filter(relation -> relation.id().equals(id)).findFirst();
    }
}
