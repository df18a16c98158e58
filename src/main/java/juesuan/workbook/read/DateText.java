package juesuan.workbook.read;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates from serial numbers and from text; only dates that a disclosure can carry. */
sealed interface DateText {

    record Date(LocalDate day) implements DateText {
    }

    /** @param why the end of a sentence */
    record Wrong(String why) implements DateText {
    }

    LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    LocalDate LATEST = LocalDate.of(2100, 12, 31);
    /** After it a time, a day of the week or a full stop says nothing more. */
    Pattern WRITTEN = Pattern.compile("(\\d+)(?:年(?:(\\d{1,2})月(?:份|(\\d{1,2})[日号]?)?)?|([-/.、])(\\d{1,2})(?:\\4(\\d{1,2}))?)[.。]?");
    Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})?");
    Pattern TIME = Pattern.compile("[T\\s]*(?:[上下中]午|凌晨|晚上|[AaPp][Mm])?\\s*\\d{1,2}[:时点](?:\\d{1,2}(?:[:分](?:\\d{1,2}(?:\\.\\d+)?秒?)?)?)?\\s*(?:[AaPp][Mm])?Z?$");
    Pattern WEEKDAY = Pattern.compile("\\(?(?:星期|周)[一二三四五六日天]\\)?");
    Pattern CHINESE = Pattern.compile("[零〇○Oo一二两三四五六七八九十廿卅]+");
    /** Day 0 of Excel's 1900 system, which believes in 29 February 1900; no date after 1990 notices. */
    LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    BigDecimal MOST = BigDecimal.valueOf(1_000_000);
    String OUT_OF_RANGE = "不是 1990 至 2100 年间的日期";
    String NO_DATE = "看不出是哪一天";

    /** 20240830 typed as a number is no serial number. */
    static DateText ofSerial(BigDecimal serial, boolean from1904) {
        String digits = serial.stripTrailingZeros().toPlainString();
        if (serial.signum() > 0 && serial.compareTo(MOST) <= 0) {
            LocalDate day = (from1904 ? EPOCH_1904 : EPOCH_1900).plusDays(serial.longValue());
            DateText read = new Date(day);
            return ranged(read);
        }
        return digits.length() == 8 ? compact(digits) : new Wrong(OUT_OF_RANGE);
    }

    /** 2024年9月、2024年9月1日、二〇二四年九月一日、2024-09-01、2024/9/1、2024.9、20240901: the first of the month where no day is written. */
    static DateText ofText(String text) {
        String narrow = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
        String plain = TIME.matcher(WEEKDAY.matcher(narrow).replaceAll("")).replaceFirst("").replaceAll("[\\s ]", "");
        String digits = CHINESE.matcher(plain).replaceAll(number -> arabic(number.group()));
        if (COMPACT.matcher(digits).matches()) {
            return compact(digits);
        }
        Matcher date = WRITTEN.matcher(digits);
        if (!date.matches()) {
            return new Wrong(NO_DATE);
        }
        String month = date.group(2) != null ? date.group(2) : date.group(5);
        String day = date.group(3) != null ? date.group(3) : date.group(6);
        if (date.group(1).length() != 4) {
            return new Wrong("年份要写四位数");
        }
        return month == null ? new Wrong("没有写是几月") : of(date.group(1), month, day);
    }

    private static DateText compact(String digits) {
        Matcher date = COMPACT.matcher(digits);
        return date.matches() ? of(date.group(1), date.group(2), date.group(3)) : new Wrong(NO_DATE);
    }

    private static DateText of(String year, String month, String day) {
        int y = Integer.parseInt(year);
        int m = Integer.parseInt(month);
        int d = day == null ? 1 : Integer.parseInt(day);
        if (m < 1 || m > 12) {
            return new Wrong("没有 " + m + " 月");
        }
        try {
            return ranged(new Date(LocalDate.of(y, m, d)));
        } catch (DateTimeException e) {
            return new Wrong(y + " 年 " + m + " 月只有 " + YearMonth.of(y, m).lengthOfMonth() + " 天，没有 " + d + " 日");
        }
    }

    private static DateText ranged(DateText read) {
        return read instanceof Date date && inRange(date.day()) ? read : new Wrong(OUT_OF_RANGE);
    }

    private static boolean inRange(LocalDate date) {
        return !date.isBefore(EARLIEST) && !date.isAfter(LATEST);
    }

    /** 二〇二四 by digits; 十二, 三十, 廿五 by value. */
    private static String arabic(String chinese) {
        String digits = "零一二三四五六七八九";
        String plain = chinese.replaceAll("[〇○Oo]", "零").replace("两", "二").replace("廿", "二十").replace("卅", "三十");
        int ten = plain.indexOf('十');
        if (ten < 0) {
            StringBuilder written = new StringBuilder();
            plain.chars().forEach(c -> written.append(digits.indexOf(c)));
            return written.toString();
        }
        if (ten > 1 || plain.length() - ten > 2) {
            return chinese;
        }
        int tens = ten == 0 ? 1 : digits.indexOf(plain.charAt(0));
        int ones = ten + 1 < plain.length() ? digits.indexOf(plain.charAt(ten + 1)) : 0;
        return String.valueOf(tens * 10 + ones);
    }
}
