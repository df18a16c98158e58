package juesuan.publish;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import juesuan.model.Checksum;

/** Turns a department's name into a folder name that Windows, macOS and Linux all accept. */
final class FolderName {

    /** Most file systems allow 255 bytes; the year and Publisher's prefixes need some of them. */
    private static final int MOST_BYTES = 230;
    private static final int DIGITS = 8;
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
        String normal = Normalizer.normalize(name, Normalizer.Form.NFC);
        String whole = cut(normal, Integer.MAX_VALUE);
        String safe = bytes(whole) <= MOST_BYTES ? whole : shortened(normal);
        return safe.isEmpty() || RESERVED.contains(safe.toUpperCase(Locale.ROOT)) ? "_" + safe : safe;
    }

    /** The names of an office and of its branches may begin with the same hundred characters: what was cut off is told apart. */
    private static String shortened(String name) {
        String rest = "-" + Checksum.of(name.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
        return cut(name, MOST_BYTES - rest.length()) + rest;
    }

    private static String cut(String name, int most) {
        StringBuilder safe = new StringBuilder();
        int bytes = 0;
        for (int c : name.codePoints().map(c -> isSafe(c) ? c : '_').toArray()) {
            bytes += bytes(Character.toString(c));
            if (bytes > most) {
                break;
            }
            safe.appendCodePoint(c);
        }
        return safe.toString().strip().replaceAll("[. ]+$", "");
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static boolean isSafe(int c) {
        return Character.isLetterOrDigit(c) || " -_.,()+&（）《》“”、·—".indexOf(c) >= 0;
    }
}
