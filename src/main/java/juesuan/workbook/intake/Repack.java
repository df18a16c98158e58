package juesuan.workbook.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
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

    /** @param names of the parts to be changed */
    static byte[] with(Parts parts, List<String> names, Change change) throws IOException, XMLStreamException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Parts.Part part : parts.all()) {
                zip.putNextEntry(new ZipEntry(part.name()));
                if (names.contains(part.name())) {
                    change.copy(parts.open(part), zip);
                } else {
                    try (InputStream in = parts.open(part)) {
                        in.transferTo(zip);
                    }
                }
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
