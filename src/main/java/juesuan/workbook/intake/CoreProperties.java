package juesuan.workbook.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;

/**
 * Author, dates and keywords: we read none of them, but POI refuses a whole workbook for one it
 * dislikes, such as the date “2024年1月1日” that WPS lets pass.
 */
final class CoreProperties {

    private static final String TYPE = "application/vnd.openxmlformats-package.core-properties+xml";
    private static final byte[] NONE = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/"
            + "core-properties\"/>").getBytes(StandardCharsets.UTF_8);
    private static final byte[] CONTENT_TYPES = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"xml\" ContentType=\"" + TYPE + "\"/></Types>")
            .getBytes(StandardCharsets.UTF_8);

    private CoreProperties() {}

    /** The part that POI would stumble over, if there is one. POI itself is asked: it knows best. */
    static Optional<Parts.Part> unreadable(Parts parts, Opc opc) throws IOException {
        for (Parts.Part part : parts.all()) {
            if (opc.contentType(part).equals(TYPE)) {
                try (InputStream in = parts.open(part)) {
                    if (!poiReads(in.readAllBytes())) {
                        return Optional.of(part);
                    }
                }
            }
        }
        return Optional.empty();
    }

    static void clear(InputStream part, OutputStream to) throws IOException {
        try (part) {
            to.write(NONE);
        }
    }

    private static boolean poiReads(byte[] properties) {
        try (OPCPackage alone = OPCPackage.open(new ByteArrayInputStream(Repack.of(
                Map.of("[Content_Types].xml", CONTENT_TYPES, "docProps/core.xml", properties))))) {
            alone.getParts();
            alone.revert();
            return true;
        } catch (OpenXML4JException | IOException | RuntimeException refusal) {
            return false;
        }
    }
}
