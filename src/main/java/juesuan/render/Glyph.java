package juesuan.render;

import java.util.Locale;

/** A character that no face of a stack can print, and where in the text it stands first. */
record Glyph(int codePoint, int index) {

    /** For people: the character where it can be shown, and why it cannot be printed. */
    String describe() {
        String code = String.format(Locale.ROOT, "U+%04X", codePoint);
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> code + "（控制字符）";
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> code + "（看不见的格式字符）";
            case Character.PRIVATE_USE -> code + "（自造字，只在造字的电脑上能显示）";
            case Character.SURROGATE -> code + "（半个字符，文件可能已损坏）";
            case Character.UNASSIGNED -> code + "（没有对应字符的编码）";
            default -> "“" + Character.toString(codePoint) + "”（" + code + "，字体中没有这个字）";
        };
    }
}
