package juesuan.render;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import juesuan.model.UserError;

/** A file beside fonts.yaml, opened only when somebody needs it. */
record FontFile(String origin, String shown, Opener opener) {

    /** OpenType specification, “Table Directory”: bytes of its header, place of the number of tables, bytes of an entry. */
    static final int HEADER = 12;
    static final int TABLES = 4;
    static final int ENTRY = 16;

    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    byte[] bytes() {
        return read(Integer.MAX_VALUE);
    }

    /** The table directory at its beginning: the length and the checksum of every table of the font. */
    byte[] directory() {
        byte[] head = read(HEADER);
        return head.length < HEADER ? head : read(HEADER + ENTRY * ((head[TABLES] & 0xff) << 8 | head[TABLES + 1] & 0xff));
    }

    /** Says at once, by its first bytes, whether this can be a TrueType font at all. */
    void checkKind() {
        byte[] head = read(4);
        String kind = head.length < 4 ? "" : new String(head, StandardCharsets.ISO_8859_1);
        switch (kind) {
            case "\0\1\0\0", "true" -> { }
            case "OTTO" -> throw refuse("是 OpenType/CFF（.otf）字体，不能嵌入", "请换用同一字体的 .ttf 版本");
            case "ttcf" -> throw refuse("是字体集合（.ttc），不能直接使用", "请用字体工具拆出其中的 .ttf 文件");
            case "wOFF", "wOF2" -> throw refuse("是网页字体（.woff）", "请换用同一字体的 .ttf 版本");
            default -> throw refuse("不是 TrueType 字体，或者已损坏", "请重新复制这个 .ttf 文件");
        }
    }

    UserError refuse(String what, String todo) {
        return new UserError("字体文件 " + shown + " " + what + "。" + todo + "，或在 fonts.yaml 中改用别的字体。");
    }

    private byte[] read(int limit) {
        try (InputStream in = opener.open()) {
            return in.readNBytes(limit);
        } catch (IOException e) {
            throw refuse("无法读取（" + e.getMessage() + "）", "请检查文件是否存在、是否有读取权限");
        }
    }
}
