package juesuan.workbook.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Tells by the first bytes what a file is. POI answers each wrong kind with another exception, and
 * none of them in the clerk's words.
 */
public final class Sniffer {

    private static final int HEAD = 4096;
    private static final Pattern HTML =
            Pattern.compile("<(!doctype html|html|head|body|table|meta|div|style|script)\\b");

    private record Magic(FileKind kind, String hex) {}

    private static final List<Magic> MAGICS = List.of(
            new Magic(FileKind.PDF, "255044462d"),
            new Magic(FileKind.PICTURE, "89504e470d0a1a0a"),
            new Magic(FileKind.PICTURE, "ffd8ff"),
            new Magic(FileKind.PICTURE, "47494638"),
            new Magic(FileKind.PICTURE, "49492a00"),
            new Magic(FileKind.PICTURE, "4d4d002a"),
            new Magic(FileKind.RAR, "526172211a07"),
            new Magic(FileKind.SEVEN_ZIP, "377abcaf271c"),
            new Magic(FileKind.GZIP, "1f8b08"),
            new Magic(FileKind.RTF, "7b5c727466"),
            new Magic(FileKind.GUARDED, "255453442d4865616465722d")); // "%TSD-Header-"

    private Sniffer() {}

    /** Empty for a zip: what is in it is {@link ZipKind}'s question. */
    public static Optional<FileKind> kindOf(SourceFile file) {
        byte[] bytes = file.bytes();
        if (bytes.length == 0) {
            return Optional.of(FileKind.EMPTY);
        }
        if (startsWith(bytes, "504b0304") || startsWith(bytes, "504b0506") || startsWith(bytes, "504b0708")) {
            return Optional.empty();
        }
        if (startsWith(bytes, "d0cf11e0a1b11ae1")) {
            return Optional.of(ole2(file));
        }
        for (Magic magic : MAGICS) {
            if (startsWith(bytes, magic.hex())) {
                return Optional.of(magic.kind());
            }
        }
        return Optional.of(isZeros(bytes) ? FileKind.ZEROS : text(bytes));
    }

    /** Word, PowerPoint, Excel 97-2003, WPS and password-protected .xlsx share one container. */
    private static FileKind ole2(SourceFile file) {
        Set<String> names;
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(file.bytes()))) {
            names = Set.copyOf(files.getRoot().getEntryNames());
        } catch (IOException | RuntimeException e) {
            return FileKind.OLE2;
        }
        boolean rights = names.stream().anyMatch(name -> name.contains("DRM"));
        if (names.contains("EncryptionInfo") || names.contains("EncryptedPackage")) {
            return rights ? FileKind.RIGHTS_MANAGED : FileKind.ENCRYPTED;
        }
        if (names.contains("Workbook") || names.contains("WORKBOOK") || names.contains("Book")) {
            return file.name().toLowerCase(Locale.ROOT).endsWith(".et") ? FileKind.ET : FileKind.XLS;
        }
        return names.contains("WordDocument") ? FileKind.DOC
                : names.contains("PowerPoint Document") ? FileKind.PPT
                : FileKind.OLE2;
    }

    private static FileKind text(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), charset(bytes));
        String start = head.replaceFirst("^\\uFEFF", "").stripLeading().toLowerCase(Locale.ROOT);
        if (head.chars().anyMatch(c -> c < ' ' && "\t\n\r\f".indexOf(c) < 0)) {
            return FileKind.UNKNOWN;
        }
        if (start.contains("urn:schemas-microsoft-com:office:spreadsheet") && start.startsWith("<?xml")) {
            return FileKind.XML_2003;
        }
        if (start.startsWith("mime-version:") || start.startsWith("from:")) {
            return FileKind.MHTML;
        }
        if (start.startsWith("<")) {
            return HTML.matcher(start).find() ? FileKind.HTML : FileKind.XML;
        }
        return FileKind.TEXT;
    }

    /** Latin-1 stands in for GBK and UTF-8 alike: only ASCII marks are looked for. */
    private static Charset charset(byte[] bytes) {
        return startsWith(bytes, "fffe") ? StandardCharsets.UTF_16LE
                : startsWith(bytes, "feff") ? StandardCharsets.UTF_16BE
                : startsWith(bytes, "efbbbf") ? StandardCharsets.UTF_8
                : StandardCharsets.ISO_8859_1;
    }

    private static boolean isZeros(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] bytes, String hex) {
        byte[] magic = HexFormat.of().parseHex(hex);
        return bytes.length >= magic.length
                && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }
}
