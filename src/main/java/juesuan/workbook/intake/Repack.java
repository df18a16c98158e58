package juesuan.workbook.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;

/** Writes a package anew in memory with some of its parts changed. The clerk's file stays as it is. */
final class Repack {

    /** Turns the content of a part into another; it closes what it read. */
    @FunctionalInterface
    interface Change {
        void copy(InputStream part, OutputStream to) throws IOException, XMLStreamException;
    }

    private Repack() {}

    static byte[] with(Parts parts, Map<Parts.Part, Change> changes) throws IOException, XMLStreamException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Parts.Part part : parts.all()) {
                zip.putNextEntry(new ZipEntry(part.name()));
                changes.getOrDefault(part, Repack::unchanged).copy(parts.open(part), zip);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] of(Map<String, byte[]> contents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(content.getKey()));
                zip.write(content.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static void unchanged(InputStream part, OutputStream to) throws IOException {
        try (part) {
            part.transferTo(to);
        }
    }
}
