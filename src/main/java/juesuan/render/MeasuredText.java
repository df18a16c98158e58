package juesuan.render;

import com.openhtmltopdf.extend.FontContext;
import com.openhtmltopdf.pdfboxout.PdfBoxFSFont;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver.FontDescription;
import com.openhtmltopdf.pdfboxout.PdfBoxTextRenderer;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.util.OpenUtil;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Measures text as the engine does, to the last bit, but asks each font once for each character. The engine
 * encodes and decodes the whole string each time, and learns from an exception with its stack trace that the first
 * font, which is Latin, lacks a Chinese character: that was half of all that a PDF allocates.
 */
final class MeasuredText extends PdfBoxTextRenderer {

    /** The engine's own: below which part a dot is none, and from which length it measures in how many pieces. */
    private static final float DELTA = 0.01f;
    private static final int LONG = 32;
    private static final int PIECES = 3;

    private static final int PAGE = 256;
    private static final float UNKNOWN = Float.NaN;

    /** By font and page of characters, of which a text needs few. 0 is not asked yet. */
    private final Map<PDFont, float[][]> widths = new IdentityHashMap<>();

    @Override
    public int getWidth(FontContext context, FSFont font, String string) {
        List<FontDescription> faces = ((PdfBoxFSFont) font).getFontDescriptions();
        if (faces.isEmpty()) {
            return super.getWidth(context, font, string); // and it warns
        }
        float width = width(faces, 1, string);
        if (Float.isNaN(width) && string.length() >= LONG) {
            int piece = string.length() / PIECES;
            float sum = getWidth(context, font, string.substring(0, piece));
            sum += getWidth(context, font, string.substring(piece, 2 * piece));
            return whole(sum + getWidth(context, font, string.substring(2 * piece)));
        }
        if (Float.isNaN(width)) {
            width = width(faces, faces.size(), string);
        }
        return Float.isNaN(width) ? super.getWidth(context, font, string) : whole(width / 1000f * font.getSize2D());
    }

    /** The sum of the widths of all runs of one font; unknown when none of the first fonts has a character. */
    private float width(List<FontDescription> faces, int first, String string) {
        float sum = 0;
        float run = 0;
        FontDescription current = faces.get(0);
        for (int i = 0, c; i < string.length(); i += Character.charCount(c)) {
            c = string.codePointAt(i);
            float width = UNKNOWN;
            FontDescription face = current;
            for (int f = 0; f < first && Float.isNaN(width); f++) {
                face = faces.get(f);
                width = width(face.getFont(), c);
            }
            if (Float.isNaN(width)) {
                return UNKNOWN;
            }
            if (face != current) {
                sum += run;
                run = 0;
                current = face;
            }
            run += width;
        }
        return sum + run;
    }

    private float width(PDFont font, int character) {
        float[][] pages = widths.computeIfAbsent(font, any -> new float[Character.MAX_CODE_POINT / PAGE + 1][]);
        float[] page = pages[character / PAGE];
        if (page == null) {
            page = new float[PAGE];
            pages[character / PAGE] = page;
        }
        float width = page[character % PAGE];
        if (width == 0) {
            width = ask((PDType0Font) font, character);
            page[character % PAGE] = width;
        }
        return width;
    }

    private static float ask(PDType0Font font, int character) {
        try {
            // An embedded font is encoded by its own glyph numbers.
            int glyph = OpenUtil.isSafeFontCodePointToPrint(character) ? font.getCmapLookup().getGlyphId(character) : 0;
            return glyph == 0 ? UNKNOWN : font.getWidth(glyph);
        } catch (IOException e) {
            throw new RenderException(e);
        }
    }

    private static int whole(float width) {
        return width - Math.floor(width) < DELTA ? (int) width : (int) Math.ceil(width);
    }
}
