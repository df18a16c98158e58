package juesuan.workbook.mark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import juesuan.model.Finding.Severity;
import org.w3c.dom.Element;

/** Adds what our sheet and our colours need to the workbook's styles; what is there already is used again. */
final class ResultStyles {

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
    private static final List<String> ORDER = List.of("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs",
        "cellStyles", "dxfs", "tableStyles", "colors", "extLst");
    private static final String EMPTY = "<styleSheet xmlns=\"" + Dom.MAIN + "\"><fonts><font><sz val=\"11\"/>"
        + "<name val=\"宋体\"/></font></fonts><fills><fill><patternFill patternType=\"none\"/></fill><fill>"
        + "<patternFill patternType=\"gray125\"/></fill></fills><borders><border/></borders><cellStyleXfs>"
        + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs>"
        + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellXfs></styleSheet>";
    private static final String TOP = "vertical=\"top\" wrapText=\"1\"";
    private static final String MIDDLE = "horizontal=\"center\" vertical=\"top\"";
    private static final String NOTHING = "<fill><patternFill patternType=\"none\"/></fill>";
    private static final String BLACK = "FF000000";

    /** How a cell of our sheet looks. */
    enum Look {
        TITLE(font(16, "FF1F3864", "<b/>"), NOTHING, false, "vertical=\"center\""),
        NOTE(font(9, "FF7F7F7F", ""), NOTHING, false, "vertical=\"center\" wrapText=\"1\""),
        LINE(font(10, BLACK, ""), NOTHING, false, "vertical=\"center\" wrapText=\"1\""),
        HEAD(font(10, "FFFFFFFF", "<b/>"), fill("FF1F3864"), true, "horizontal=\"center\" vertical=\"center\""),
        TEXT(font(10, BLACK, ""), NOTHING, true, TOP),
        CENTRE(font(10, BLACK, ""), NOTHING, true, MIDDLE),
        LINK(font(10, "FF0563C1", "<u/>"), NOTHING, true, TOP),
        ERROR(font(10, BLACK, "<b/>"), fill(colour(Severity.ERROR)), true, MIDDLE),
        WARNING(font(10, BLACK, ""), fill(colour(Severity.WARNING)), true, MIDDLE),
        INFO(font(10, BLACK, ""), fill(colour(Severity.INFO)), true, MIDDLE);

        private final String font;
        private final String fill;
        private final boolean framed;
        private final String alignment;

        Look(String font, String fill, boolean framed, String alignment) {
            this.font = font;
            this.fill = fill;
            this.framed = framed;
            this.alignment = alignment;
        }
    }

    private final Element root;
    private final Map<Look, Integer> looks = new EnumMap<>(Look.class);
    private final Map<Severity, Integer> colours = new EnumMap<>(Severity.class);

    /** @param workbook the name of the workbook's main part */
    ResultStyles(EditedParts changes, String workbook) throws IOException {
        if (changes.relation(workbook, "styles").isEmpty()) {
            String part = changes.free("xl/styles", ".xml");
            changes.put(part, EMPTY.getBytes(StandardCharsets.UTF_8));
            changes.declare(part, TYPE);
            changes.relate(workbook, "styles", part);
        }
        root = changes.edit(changes.relation(workbook, "styles").orElseThrow().target()).getDocumentElement();
        for (Look look : Look.values()) {
            int font = index("fonts", look.font);
            int fill = index("fills", look.fill);
            int border = index("borders", look.framed ? FRAME : FRAMELESS);
            // With the quote prefix a text stays a text when somebody edits it, whatever it begins with.
            looks.put(look, index("cellXfs", "<xf numFmtId=\"0\" fontId=\"" + font + "\" fillId=\"" + fill + "\" borderId=\""
                + border + "\" xfId=\"0\" quotePrefix=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"
                + "<alignment " + look.alignment + "/></xf>"));
        }
        for (Severity severity : Severity.values()) {
            colours.put(severity, index("dxfs", "<dxf><fill><patternFill patternType=\"solid\"><fgColor rgb=\"" + colour(severity)
                + "\"/><bgColor rgb=\"" + colour(severity) + "\"/></patternFill></fill></dxf>"));
        }
    }

    int of(Look look) {
        return looks.get(look);
    }

    /** The differential formats of the colours. */
    Map<Severity, Integer> colours() {
        return colours;
    }

    private int index(String listName, String xml) throws IOException {
        Element list = Dom.child(root, listName).orElseGet(() -> {
            Element made = Dom.create(root, listName);
            Dom.insert(root, made, ORDER);
            return made;
        });
        Element wanted = in(list, xml);
        List<Element> known = Dom.children(list);
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).isEqualNode(wanted)) {
                return i;
            }
        }
        list.appendChild(wanted);
        list.setAttribute("count", String.valueOf(known.size() + 1));
        return known.size();
    }

    /** Made with the prefix that the workbook's elements have. */
    private static Element in(Element list, String xml) throws IOException {
        Element made = Dom.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))).getDocumentElement();
        return copy(list, made);
    }

    private static Element copy(Element parent, Element made) {
        Element element = Dom.create(parent, made.getLocalName());
        for (int i = 0; i < made.getAttributes().getLength(); i++) {
            element.setAttributeNS(null, made.getAttributes().item(i).getNodeName(), made.getAttributes().item(i).getNodeValue());
        }
        Dom.children(made).forEach(child -> element.appendChild(copy(parent, child)));
        return element;
    }

    private static final String FRAMELESS = "<border><left/><right/><top/><bottom/><diagonal/></border>";
    private static final String FRAME = "<border>" + side("left") + side("right") + side("top") + side("bottom") + "<diagonal/></border>";

    private static String side(String side) {
        return "<" + side + " style=\"thin\"><color rgb=\"FFBFBFBF\"/></" + side + ">";
    }

    private static String font(int size, String colour, String weight) {
        return "<font>" + weight + "<sz val=\"" + size + "\"/><color rgb=\"" + colour + "\"/><name val=\"宋体\"/><charset val=\"134\"/></font>";
    }

    private static String fill(String colour) {
        return "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"" + colour + "\"/><bgColor indexed=\"64\"/></patternFill></fill>";
    }

    /** Stronger than the colours by which a blank workbook tells cells to fill from results and heads. */
    private static String colour(Severity severity) {
        return switch (severity) {
            case ERROR -> "FFFFA6A6";
            case WARNING -> "FFFFD24D";
            case INFO -> "FFA9D8F5";
        };
    }
}
