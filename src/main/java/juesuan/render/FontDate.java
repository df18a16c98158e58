package juesuan.render;

import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;

/**
 * The date inside an embedded font, always the zero of font dates. PDFBox reckons font dates from
 * "1904" in the calendar of the default locale, which under a Thai or Japanese one is another year,
 * and so other bytes: this date moves along with that zero.
 */
final class FontDate extends GregorianCalendar {

    @Override
    public long getTimeInMillis() {
        Calendar zero = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
        zero.clear();
        zero.set(1904, Calendar.JANUARY, 1, 0, 0, 0);
        return zero.getTimeInMillis();
    }
}
