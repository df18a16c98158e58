package juesuan.pipeline;

import javax.xml.transform.TransformerFactory;

/** Which of Java's XML writers the libraries use: for the parts of workbooks and Word files, and the metadata of a PDF. */
public final class XmlWriter {

    private static final String PROPERTY = "javax.xml.transform.TransformerFactory";

    private XmlWriter() {
    }

    /**
     * The JDK's own, unless the user has chosen one: whatever else may lie on the class path, the files have the same
     * bytes. Told by name, it is also found at once; POI looks for one anew for each part, and that would take longer
     * than all the rest.
     */
    public static void choose() {
        System.setProperty(PROPERTY, System.getProperty(PROPERTY, TransformerFactory.newDefaultInstance().getClass().getName()));
    }
}
