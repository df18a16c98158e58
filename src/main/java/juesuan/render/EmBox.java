package juesuan.render;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.pdfboxout.PdfBoxRawPDFontMetrics;
import java.util.concurrent.Callable;

/**
 * One em box for every font: 0.88 above the base line and 0.12 below, as Chinese fonts are drawn.
 * The engine takes a line's height from all fonts of its stack, and for that would open each of
 * them, also those that no character needs (13 MB for the rare characters of one heading). And so
 * an office's own fonts do not move the lines.
 */
final class EmBox implements FSCacheEx<String, FSCacheValue> {

    private static final FSCacheValue METRICS = new PdfBoxRawPDFontMetrics(880, 120, -300, 50, 100, 50, 120);

    @Override
    public FSCacheValue get(String font) {
        return METRICS;
    }

    @Override
    public FSCacheValue get(String font, Callable<? extends FSCacheValue> loader) {
        return METRICS;
    }

    @Override
    public void put(String font, FSCacheValue metrics) {
        // The metrics of a font are not asked for.
    }
}
