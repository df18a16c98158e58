package juesuan.workbook.mark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import juesuan.workbook.intake.SheetScan;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The JDK's own tree of a part: whatever is not changed in it is written as it was read. */
final class Dom {

    static final String MAIN = SheetScan.MAIN;
    static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Dom() {}

    static Document parse(InputStream part) throws IOException {
        try (part) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // the default one writes to System.err
            return builder.parse(part);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    static byte[] bytes(Document document) throws IOException {
        try {
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            Transformer identity = factory.newTransformer();
            document.setXmlStandalone(true);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            identity.transform(new DOMSource(document), new StreamResult(bytes));
            // The machine's line ends; a line end that stood in a text as such is written as &#13;.
            return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
        } catch (TransformerException e) {
            throw new IOException(e);
        }
    }

    static List<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Node parent, String local) {
        return children(parent).stream().filter(child -> child.getLocalName().equals(local)).toList();
    }

    static Optional<Element> child(Node parent, String local) {
        return children(parent, local).stream().findFirst();
    }

    /** All elements below of this name, whatever their namespace. */
    static List<Element> all(Document document, String local) {
        List<Element> all = new ArrayList<>();
        var found = document.getElementsByTagNameNS("*", local);
        for (int i = 0; i < found.getLength(); i++) {
            all.add((Element) found.item(i));
        }
        return all;
    }

    /** An element of the parent's namespace and prefix, with attributes given as name and value by turns. */
    static Element create(Element parent, String local, String... attributes) {
        String prefix = parent.getPrefix() == null ? "" : parent.getPrefix() + ":";
        Element element = parent.getOwnerDocument().createElementNS(parent.getNamespaceURI(), prefix + local);
        for (int i = 0; i < attributes.length; i += 2) {
            element.setAttributeNS(null, attributes[i], attributes[i + 1]);
        }
        return element;
    }

    static Element append(Element parent, String local, String... attributes) {
        Element element = create(parent, local, attributes);
        parent.appendChild(element);
        return element;
    }

    /** Puts a child where the schema's order of children wants it, after others of its name. */
    static void insert(Element parent, Element child, List<String> order) {
        int place = order.indexOf(child.getLocalName());
        Node next = children(parent).stream().filter(other -> order.indexOf(other.getLocalName()) > place)
            .findFirst().orElse(null);
        parent.insertBefore(child, next);
    }

    static int number(Element element, String attribute, int otherwise) {
        String value = element.getAttribute(attribute);
        return value.matches("\\d{1,9}") ? Integer.parseInt(value) : otherwise;
    }
}
