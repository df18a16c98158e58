package juesuan.model;

import java.util.regex.Pattern;

/** The words for findings that every place where people read them has in common. */
public final class FindingWords {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029\\uFFFE\\uFFFF&&[^\\n\\t]]");

    private FindingWords() {
    }

    public static String of(Finding.Severity severity) {
        return switch (severity) {
            case ERROR -> "错误";
            case WARNING -> "提醒";
            case INFO -> "提示";
        };
    }

    public static String of(Finding finding) {
        return finding.status() == Finding.Status.SKIPPED ? "没有核对" : of(finding.severity());
    }

    /** With a full stop, if it has none, and without characters that would vanish, reverse the text or steer a terminal. */
    public static String sentence(String text) {
        String clean = printable(text);
        return clean.isEmpty() || clean.matches("(?s).*[。！？]$") ? clean : clean + "。";
    }

    /** What was typed may hold anything. Line ends stay. */
    public static String printable(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n')
            .transform(lines -> UNPRINTABLE.matcher(lines).replaceAll("\uFFFD"));
    }

    /** 错误 2 处，提示 24 处; empty when there is nothing. */
    public static String counts(Review review) {
        StringBuilder counts = new StringBuilder();
        for (Finding.Severity severity : Finding.Severity.values()) {
            long count = review.count(severity);
            if (count > 0) {
                counts.append(counts.length() > 0 ? "，" : "").append(of(severity)).append(' ').append(count).append(" 处");
            }
        }
        return counts.toString();
    }

    /** 核对 1045 处，通过 1044 处，不通过 1 处，没有核对 0 处。 */
    public static String counts(Checks checks) {
        return "核对了 " + checks.run() + " 处，通过 " + checks.passed() + " 处，不通过 " + checks.failed() + " 处，没有核对 "
            + checks.skipped() + " 处。";
    }
}
