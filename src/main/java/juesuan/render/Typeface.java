package juesuan.render;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.CmapSubtable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A parsed font. Parsing costs some 30 ms and 10 MB, so each file is parsed once per JVM, when it
 * is first needed, and shared by all documents and threads (PDFBox locks inside the font).
 */
final class Typeface {

    private static final Map<String, Typeface> PARSED = new ConcurrentHashMap<>();
    private static final int LAST_CODE_POINT_WITH_GLYPHS = 0x323AF;

    /** From this version of its table OS/2 on; of an older font the heights of H and x are measured in their outlines. */
    private static final int SAYS_ITS_HEIGHTS = 2;

    private final TrueTypeFont font;
    private volatile Optional<BitSet> printable = Optional.empty();

    private Typeface(TrueTypeFont font) {
        this.font = font;
    }

    static Typeface of(FontFile file) {
        return PARSED.computeIfAbsent(file.origin(), origin -> new Typeface(parse(file)));
    }

    private static TrueTypeFont parse(FontFile file) {
        EngineLog.install();
        file.checkKind();
        try {
            TrueTypeFont font = parse(file, true);
            if (font.getOS2Windows() == null || font.getOS2Windows().getVersion() < SAYS_ITS_HEIGHTS) {
                font = parse(file, false);
            }
            // A font has the same table of characters up to four times; nobody asks the others.
            if (font.getUnicodeCmapLookup() instanceof CmapSubtable only) {
                font.getCmap().setCmaps(new CmapSubtable[] {only});
            }
            // Substitution turns “——” into one U+2E3A in the text layer, and doubles the layout time.
            font.setEnableGsub(false);
            font.getHeader().setCreated(new FontDate());
            font.getHeader().setModified(new FontDate());
            return font;
        } catch (IOException | RuntimeException e) {
            throw file.refuse("已损坏", "请重新复制这个 .ttf 文件");
        }
    }

    private static TrueTypeFont parse(FontFile file, boolean undrawn) throws IOException {
        try (InputStream in = file.opener().open()) {
            return new TTFParser().parse(new Once(in, undrawn));
        }
    }

    /**
     * The parser copies a font whole, and keeps it: not from a second copy, but from the file. And it keeps the outlines, nearly
     * all of a font, once more for those who draw: here they are only cut from the whole, and the directory says there are none.
     */
    private static final class Once extends RandomAccessReadBuffer {

        private static final int OUTLINES = 0x676C7966; // glyf

        private final InputStream in;
        private final int length;
        private final boolean undrawn;

        Once(InputStream in, boolean undrawn) throws IOException {
            super(new byte[0]);
            this.in = in;
            this.length = in.available();
            this.undrawn = undrawn;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public int read(byte[] into, int offset, int most) throws IOException {
            if (in.readNBytes(into, offset, most) < most) {
                throw new EOFException();
            }
            ByteBuffer font = ByteBuffer.wrap(into);
            for (int i = 0; undrawn && i < font.getShort(FontFile.TABLES); i++) {
                int entry = FontFile.HEADER + FontFile.ENTRY * i;
                long end = Integer.toUnsignedLong(font.getInt(entry + 8)) + Integer.toUnsignedLong(font.getInt(entry + 12));
                if (font.getInt(entry) == OUTLINES && end <= most) {
                    font.putInt(entry + 12, 0);
                }
            }
            return most;
        }
    }

    TrueTypeFont font() {
        return font;
    }

    /** Whether this face prints the code point, and the engine does not drop it on the way. */
    boolean prints(int codePoint) {
        if (printable.isEmpty()) {
            printable = Optional.of(collectPrintable());
        }
        return printable.get().get(codePoint);
    }

    private BitSet collectPrintable() {
        CmapLookup glyphs;
        try {
            glyphs = font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new RenderException(e);
        }
        BitSet found = new BitSet(LAST_CODE_POINT_WITH_GLYPHS);
        for (int c = ' '; c <= LAST_CODE_POINT_WITH_GLYPHS; c++) {
            if (glyphs.getGlyphId(c) != 0 && survivesTheEngine(c)) {
                found.set(c);
            }
        }
        return found;
    }

    /** The engine drops these without a word, even where a font holds a glyph for them. */
    private static boolean survivesTheEngine(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.UNASSIGNED, Character.PRIVATE_USE,
                    Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
