package juesuan.workbook;

import java.util.Optional;

/**
 * Keeps out characters that would vanish or reverse text in print, stop the renderer, or make two
 * texts that look alike differ. Line ends become {@code \n}, tabs a space.
 */
final class Characters {

    private Characters() {
    }

    /** The text with tidy line ends and without spaces of any width around it. */
    static String tidy(String text) {
        String lines = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        lines = lines.indexOf('\t') < 0 ? lines : lines.replace('\t', ' ');
        int start = 0;
        int end = lines.length();
        while (start < end && isSpace(lines.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(lines.charAt(end - 1))) {
            end--;
        }
        return lines.substring(start, end);
    }

    static Optional<Problem> check(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (isUnsafe(c)) {
                return Optional.of(Problem.error(ReadRule.CHARACTER,
                    "第 " + (text.codePointCount(0, i) + 1) + " 个字是看不见或印不出的字符 " + name(c),
                    "请删去这个字符，或者把这一格的文字重新键入一遍（不要粘贴）。"));
            }
            i += Character.charCount(c);
        }
        return Optional.empty();
    }

    static boolean isUnsafe(int c) {
        if (c >= 0x20 && c < 0x7F || c >= 0x4E00 && c <= 0x9FFF || c == '\n' || c == '\r' || c == '\t') {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE,
                Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF
                // Letters by class, but drawn as nothing.
                || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800 || c == 0xFFFD;
        };
    }

    static String name(int c) {
        return String.format("U+%04X", c);
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
