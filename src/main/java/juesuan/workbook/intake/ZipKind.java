package juesuan.workbook.intake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells the many formats apart that are zip files inside. */
final class ZipKind {

    private static final Map<String, FileKind> TELLTALES = Map.of(
            "ofd.xml", FileKind.OFD,
            "word/document.xml", FileKind.DOCX,
            "ppt/presentation.xml", FileKind.PPTX,
            "xl/workbook.bin", FileKind.XLSB);

    private ZipKind() {}

    /** By the names of the parts alone, in lower case; empty when it looks like a workbook. */
    static Optional<FileKind> byNames(SourceFile file, Set<String> names) {
        if (names.contains("mimetype")) {
            return Optional.of(openDocument(file));
        }
        for (Map.Entry<String, FileKind> telltale : TELLTALES.entrySet()) {
            if (names.contains(telltale.getKey())) {
                return Optional.of(telltale.getValue());
            }
        }
        boolean office = names.contains("[content_types].xml") || names.contains("_rels/.rels");
        return office ? Optional.empty() : Optional.of(FileKind.ZIP);
    }

    /** By the content type of the main part; empty for an ordinary workbook. */
    static Optional<FileKind> byMainType(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.endsWith("spreadsheetml.sheet.main+xml")) {
            return Optional.empty();
        }
        if (type.contains("template") || type.contains("addin")) {
            return Optional.of(FileKind.XLTX);
        }
        return Optional.of(type.contains("sheet.macroenabled") ? FileKind.XLSM
                : type.contains("sheet.binary") ? FileKind.XLSB
                : type.contains("wordprocessingml") || type.contains("ms-word") ? FileKind.DOCX
                : type.contains("presentationml") || type.contains("ms-powerpoint") ? FileKind.PPTX
                : FileKind.ZIP);
    }

    /** The format demands that its type stand first and uncompressed, readable as plain text. */
    private static FileKind openDocument(SourceFile file) {
        byte[] bytes = file.bytes();
        String head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
        if (!head.contains("mimetypeapplication/vnd.oasis.opendocument")) {
            return FileKind.ZIP;
        }
        return head.contains("opendocument.spreadsheet") ? FileKind.ODS : FileKind.ODF;
    }
}
