package juesuan.workbook.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import juesuan.workbook.sheet.Xml;

/**
 * Copies a sheet without the rows and cells that hold nothing. A format set on whole columns
 * leaves a million of them, of which nobody can build a tree in memory.
 */
final class SheetRewrite {

    /** An element's name, an attribute or a namespace, whichever of the four it needs. */
    private record Item(String prefix, String local, String uri, String value) {}

    /** A start tag, held back until it is known whether anything stands inside. */
    private record Tag(Item name, List<Item> namespaces, List<Item> attributes) {}

    private final XMLStreamReader in;
    private final XMLStreamWriter out;
    private final CellCursor cursor = new CellCursor();
    private final List<Tag> held = new ArrayList<>();
    private int depth;
    private boolean data;

    private SheetRewrite(XMLStreamReader in, XMLStreamWriter out) {
        this.in = in;
        this.out = out;
    }

    static void copy(InputStream sheet, OutputStream to) throws IOException, XMLStreamException {
        try (sheet) {
            XMLStreamWriter out = Xml.OUTPUT.createXMLStreamWriter(to, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            new SheetRewrite(Xml.reader(sheet), out).copy();
            out.writeEndDocument();
            out.flush();
        }
    }

    private void copy() throws XMLStreamException {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
                default -> { }
            }
        }
    }

    private void start() throws XMLStreamException {
        depth++;
        if (depth == 2) {
            data = in.getLocalName().equals("sheetData");
        }
        boolean content = depth == 5 && (in.getLocalName().equals("f") || in.getLocalName().equals("is"));
        // An empty result still tells a calculated formula from one that never was.
        boolean inKeptCell = depth > 4 && held.isEmpty();
        held.add(tag());
        if (!data || depth == 2 || content || inKeptCell) {
            release();
        }
    }

    private void end() throws XMLStreamException {
        if (held.isEmpty()) {
            out.writeEndElement();
        } else {
            held.remove(held.size() - 1);
        }
        depth--;
    }

    private void text() throws XMLStreamException {
        boolean betweenCells = data && depth < 5;
        if (depth > 0 && !betweenCells && in.getTextLength() > 0) {
            release();
            out.writeCharacters(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
        }
    }

    private void release() throws XMLStreamException {
        for (Tag tag : held) {
            out.writeStartElement(tag.name().prefix(), tag.name().local(), tag.name().uri());
            for (Item namespace : tag.namespaces()) {
                out.writeNamespace(namespace.prefix(), namespace.uri());
            }
            for (Item attribute : tag.attributes()) {
                if (attribute.prefix().isEmpty()) {
                    out.writeAttribute(attribute.local(), attribute.value());
                } else {
                    out.writeAttribute(attribute.prefix(), attribute.uri(), attribute.local(),
                            attribute.value());
                }
            }
        }
        held.clear();
    }

    private Tag tag() {
        List<Item> namespaces = new ArrayList<>(in.getNamespaceCount());
        for (int i = 0; i < in.getNamespaceCount(); i++) {
            namespaces.add(new Item(text(in.getNamespacePrefix(i)), "", text(in.getNamespaceURI(i)), ""));
        }
        List<Item> attributes = new ArrayList<>(in.getAttributeCount() + 1);
        boolean cell = data && depth == 4 && in.getLocalName().equals("c");
        boolean row = data && depth == 3 && in.getLocalName().equals("row");
        if (row) {
            cursor.toRow(Xml.attribute(in, "r"));
            attributes.add(new Item("", "r", "", String.valueOf(cursor.row())));
        } else if (cell) {
            cursor.toCell(Xml.attribute(in, "r"));
            attributes.add(new Item("", "r", "", cursor.reference()));
        }
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String name = in.getAttributeLocalName(i);
            String prefix = text(in.getAttributePrefix(i));
            boolean address = (row || cell) && prefix.isEmpty() && name.equals("r");
            if (!address) {
                attributes.add(new Item(prefix, name, text(in.getAttributeNamespace(i)),
                        in.getAttributeValue(i)));
            }
        }
        Item name = new Item(text(in.getPrefix()), in.getLocalName(), text(in.getNamespaceURI()), "");
        return new Tag(name, namespaces, attributes);
    }

    /** StAX says null where the file says nothing. */
    private static String text(String value) {
        return value == null ? "" : value;
    }
}
