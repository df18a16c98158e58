package juesuan.workbook;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates from serial numbers and from text; only dates that a disclosure can carry. */
final class DateText {

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);
    private static final Pattern WRITTEN = Pattern.compile(
        "(\\d{4})(?:年(\\d{1,2})月(?:(\\d{1,2})日)?|([-/.])(\\d{1,2})(?:\\4(\\d{1,2}))?)");
    /** Day 0 of Excel's 1900 system, which believes in 29 February 1900; no date after 1990 notices. */
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    private DateText() {
    }

    static Optional<LocalDate> ofSerial(BigDecimal serial, boolean from1904) {
        if (serial.signum() <= 0 || serial.compareTo(MOST) > 0) {
            return Optional.empty();
        }
        return inRange((from1904 ? EPOCH_1904 : EPOCH_1900).plusDays(serial.longValue()));
    }

    /** 2024年9月、2024年9月1日、2024-09-01、2024/9/1、2024.9: the first of the month where no day is written. */
    static Optional<LocalDate> ofText(String text) {
        Matcher date = WRITTEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).replace(" ", ""));
        if (!date.matches()) {
            return Optional.empty();
        }
        String month = date.group(2) != null ? date.group(2) : date.group(5);
        String day = date.group(3) != null ? date.group(3) : date.group(6) != null ? date.group(6) : "1";
        try {
            return inRange(LocalDate.of(Integer.parseInt(date.group(1)), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> inRange(LocalDate date) {
        return Optional.of(date).filter(d -> !d.isBefore(EARLIEST) && !d.isAfter(LATEST));
    }
}
