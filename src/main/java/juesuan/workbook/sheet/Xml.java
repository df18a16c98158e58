package juesuan.workbook.sheet;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The JDK's own streaming parser, deaf to DTDs and to everything outside the file. */
public final class Xml {

    public static final XMLOutputFactory OUTPUT = XMLOutputFactory.newDefaultFactory();
    private static final int MOST_DIGITS = 9;
    private static final XMLInputFactory INPUT = input();

    private Xml() {}

    private static XMLInputFactory input() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    public static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        return INPUT.createXMLStreamReader(in);
    }

    /** Moves to the next element or to the end; a DTD has no business in a workbook. */
    public static boolean nextElement(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("DTD");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** An attribute without prefix, or "" when it is absent. */
    public static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** An attribute that is a whole number without sign. */
    public static int number(XMLStreamReader xml, String name, int otherwise) {
        int number = number(attribute(xml, name));
        return number < 0 ? otherwise : number;
    }

    /** A text of one to nine digits, which a sheet has by the thousands; -1 for any other. */
    public static int number(CharSequence text) {
        int number = text.length() == 0 || text.length() > MOST_DIGITS ? -1 : 0;
        for (int i = 0; number >= 0 && i < text.length(); i++) {
            char digit = text.charAt(i);
            number = digit >= '0' && digit <= '9' ? number * 10 + digit - '0' : -1;
        }
        return number;
    }

    public static boolean isTrue(XMLStreamReader xml, String name) {
        String value = attribute(xml, name);
        return value.equals("1") || value.equals("true");
    }
}
