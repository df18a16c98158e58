package juesuan.workbook.read;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps out characters that would vanish or reverse text in print, stop the renderer, or make two
 * texts that look alike differ. Line ends become {@code \n}, tabs a space.
 */
final class Characters {

    private Characters() {
    }

    private static final Pattern BREAKS = Pattern.compile("\\r\\n?");
    /** No-break, thin, hair and other spaces; an ideographic space is as wide as a character and stays. */
    private static final Pattern SPACES = Pattern.compile("[\\t\\p{Zs}&&[^ \u3000]]");
    /** U+FE00–FE0F and U+E0100–E01EF; those of Mongolian change letters and are no business of ours. */
    private static final Pattern SELECTORS = Pattern.compile("[\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]");
    private static final Pattern LATIN_BREAK = Pattern.compile("(?<=[0-9A-Za-z]) *\\n+ *(?=[0-9A-Za-z])");
    private static final Pattern BREAK = Pattern.compile("[ \u3000]*\\n+[ \u3000]*");

    static boolean hasSelectors(String text) {
        return SELECTORS.matcher(text).find();
    }

    /** The lines as one: a space between Latin words, nothing between Chinese characters. */
    static String joined(String text) {
        return BREAK.matcher(LATIN_BREAK.matcher(text).replaceAll(" ")).replaceAll("");
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 && c != '\n' || c >= 0x7F && (c < 0x3000 || c >= 0xA000) && c != '\u201C' && c != '\u201D') {
                return false;
            }
        }
        return true;
    }

    /** The text with tidy line ends, plain spaces, and without spaces of any width around it. */
    static String tidy(String text) {
        String lines = isPlain(text) ? text : SELECTORS.matcher(
            SPACES.matcher(BREAKS.matcher(text).replaceAll("\n")).replaceAll(" ")).replaceAll("");
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

    /** Controls, and all that Unicode says may be drawn as nothing. */
    static boolean isUnsafe(int c) {
        if (c >= 0x20 && c < 0x7F || c >= 0x4E00 && c <= 0x9FFF || c == '\n' || c == '\r' || c == '\t') {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE,
                Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF
                || c == 0x034F || c >= 0x17B4 && c <= 0x17B5 || c >= 0x180B && c <= 0x180F || c >= 0x2060 && c <= 0x206F
                || c >= 0xFFF0 && c <= 0xFFFB || c >= 0x1BCA0 && c <= 0x1BCA3 || c >= 0x1D173 && c <= 0x1D17A || c >= 0xE0000 && c <= 0xE0FFF
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
