package juesuan.publish;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Turns a department's name into a folder name that Windows, macOS and Linux all accept. */
final class FolderName {

    /** Most file systems allow 255 bytes; the year and Publisher's prefixes need some of them. */
    private static final int MOST_BYTES = 230;
    private static final Set<String> RESERVED = Set.of("CON", "PRN", "AUX", "NUL",
        "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9");

    private FolderName() {
    }

    /** For example {@code 2023-深圳市龙岗区工业和信息化局}. */
    static String of(int year, String department) {
        return year + "-" + safe(department);
    }

    private static String safe(String name) {
        StringBuilder safe = new StringBuilder();
        int bytes = 0;
        for (int c : Normalizer.normalize(name, Normalizer.Form.NFC).codePoints().map(c -> isSafe(c) ? c : '_').toArray()) {
            bytes += Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                break;
            }
            safe.appendCodePoint(c);
        }
        String trimmed = safe.toString().strip().replaceAll("[. ]+$", "");
        return trimmed.isEmpty() || RESERVED.contains(trimmed.toUpperCase(Locale.ROOT)) ? "_" + trimmed : trimmed;
    }

    private static boolean isSafe(int c) {
        return Character.isLetterOrDigit(c) || " -_.,()+&（）《》“”、·—".indexOf(c) >= 0;
    }
}
