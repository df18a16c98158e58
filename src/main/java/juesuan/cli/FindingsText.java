package juesuan.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import juesuan.model.Finding;

/** Findings for the terminal: worst first, and what to do with each. */
final class FindingsText {

    private static final int MOST_REMARKS = 5;
    private static final Map<Finding.Severity, String> NAMES = names();

    private FindingsText() {
    }

    static void print(Path workbook, List<Finding> findings) {
        PrintStream out = System.err;
        List<Finding> sorted = findings.stream().sorted(Comparator.comparing(Finding::severity)).toList();
        int remarks = 0;
        for (Finding finding : sorted) {
            boolean skipped = finding.status() == Finding.Status.SKIPPED;
            if (finding.severity() == Finding.Severity.INFO && !skipped && ++remarks > MOST_REMARKS) {
                continue;
            }
            out.println("[" + (skipped ? "没有核对" : NAMES.get(finding.severity())) + "] " + sentence(finding.message()) + sentence(finding.hint())
                + "（" + finding.rule() + "）");
        }
        if (remarks > MOST_REMARKS) {
            out.println("[提示] 另有 " + (remarks - MOST_REMARKS) + " 条提示，不影响生成。");
        }
        if (!findings.isEmpty()) {
            out.println("《" + workbook.getFileName() + "》共有" + counts(findings) + "。");
        }
    }

    private static String counts(List<Finding> findings) {
        StringBuilder counts = new StringBuilder();
        NAMES.forEach((severity, name) -> {
            long count = findings.stream().filter(finding -> finding.severity() == severity).count();
            if (count > 0) {
                counts.append(counts.length() > 0 ? "，" : "").append(name).append(' ').append(count).append(" 处");
            }
        });
        return counts.toString();
    }

    private static String sentence(String text) {
        return text.isEmpty() || text.matches("(?s).*[。！？]$") ? text : text + "。";
    }

    private static Map<Finding.Severity, String> names() {
        Map<Finding.Severity, String> names = new LinkedHashMap<>();
        names.put(Finding.Severity.ERROR, "错误");
        names.put(Finding.Severity.WARNING, "提醒");
        names.put(Finding.Severity.INFO, "提示");
        return names;
    }
}
