package juesuan.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Rewrites a zip without the clock and the line ends of the machine: the same contents give the same bytes. */
public final class FixedZip {

    /** Not the first day of 1980: Java takes that for "before 1980" and adds a time that depends on the zone. */
    public static final LocalDateTime EPOCH = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final int LONGEST_DECLARATION = 100;

    private FixedZip() {
    }

    public static byte[] of(byte[] zip) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(zip.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
             ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(EPOCH);
                out.putNextEntry(copy);
                out.write(withoutLineEnd(in.readAllBytes()));
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** XMLBeans ends the line of the XML declaration as the machine does. */
    private static byte[] withoutLineEnd(byte[] part) {
        for (int i = 0; i < Math.min(part.length, LONGEST_DECLARATION) - 1; i++) {
            if (part[i] == '>' && part[i + 1] == '\r') {
                byte[] tidy = new byte[part.length - 1];
                System.arraycopy(part, 0, tidy, 0, i + 1);
                System.arraycopy(part, i + 2, tidy, i + 1, part.length - i - 2);
                return tidy;
            }
        }
        return part;
    }
}
