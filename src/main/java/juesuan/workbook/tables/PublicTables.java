package juesuan.workbook.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import juesuan.model.Document;
import juesuan.model.FixedZip;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The numbered tables as a workbook for the public: what the page prints, as numbers to compute with.
 * Nothing of the clerk's workbook is in it. The same document gives the same bytes.
 */
public final class PublicTables {

    private PublicTables() {
    }

    public static byte[] of(Document document) {
        XSSFWorkbook workbook = new XSSFWorkbook();
        try {
            PublicStyles styles = new PublicStyles(workbook);
            for (Document.Part part : document.body()) {
                part.tables().forEach(table -> new PublicSheet(workbook.createSheet(table.number()), table, styles).write());
            }
            workbook.setActiveSheet(0);
            workbook.setSelectedTab(0);
            workbook.setFirstVisibleTab(0);
            describe(workbook.getProperties(), document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return FixedZip.of(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            // Not close(): it would write the whole workbook once more, to nowhere.
            workbook.getPackage().revert();
        }
    }

    /** A title, and nothing of who made it, when and with what. */
    private static void describe(POIXMLProperties properties, Document document) {
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setTitle(document.title() + "公开表");
        core.setCreator("");
        core.setCreated(Optional.empty());
        core.setModified(Optional.empty());
        properties.getExtendedProperties().getUnderlyingProperties().unsetApplication();
    }
}
