package juesuan.publish;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Turns a department's name into a folder name that Windows, macOS and Linux all accept. */
final class FolderName {

    /** Most file systems allow 255 bytes, a Chinese character takes three; the year and our suffixes need room. */
    private static final int MOST_CHARACTERS = 72;
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
        Normalizer.normalize(name, Normalizer.Form.NFC).codePoints().limit(MOST_CHARACTERS).forEach(c ->
            safe.appendCodePoint(isSafe(c) ? c : '_'));
        String trimmed = safe.toString().strip().replaceAll("[. ]+$", "");
        return trimmed.isEmpty() || RESERVED.contains(trimmed.toUpperCase(Locale.ROOT)) ? "_" + trimmed : trimmed;
    }

    private static boolean isSafe(int c) {
        return Character.isLetterOrDigit(c) || " -_.,()+&（）《》“”、·—".indexOf(c) >= 0;
    }
}
