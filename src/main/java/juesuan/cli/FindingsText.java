package juesuan.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.Disclosure;
import juesuan.model.Checks;
import juesuan.model.Finding;
import juesuan.model.FindingWords;
import juesuan.model.Groups;
import juesuan.model.OfficePaths;
import juesuan.model.Review;

/** Findings for the terminal: by sheet, worst first, and what to do with each. */
final class FindingsText {

    private static final int MOST_REMARKS = 5;
    private static final Pattern ABSENT = Pattern.compile("没有核对，因为(工作簿里没有“[^”]+”)");
    private static final int MOST_SKIPPED = 8;

    private FindingsText() {
    }

    static void print(Path workbook, List<Finding> findings) {
        print(System.err, workbook, new Review(workbook.toString(), true, Checks.NONE, findings, List.of()));
    }

    static void print(PrintStream out, Path workbook, Review review) {
        Groups groups = Groups.of(review.findings());
        int remarks = 0;
        for (Groups.Group group : groups.groups()) {
            boolean headed = false;
            for (Finding finding : group.findings()) {
                if (finding.severity() == Finding.Severity.INFO && ++remarks > MOST_REMARKS) {
                    continue;
                }
                if (!headed) {
                    out.println("【" + FindingWords.printable(group.sheet()) + "】");
                    headed = true;
                }
                out.println("[" + FindingWords.of(finding) + "] " + text(finding));
            }
        }
        if (remarks > MOST_REMARKS) {
            out.println("[提示] 另有 " + (remarks - MOST_REMARKS) + " 条提示，不影响生成。");
        }
        if (!groups.skipped().isEmpty()) {
            out.println("【没有核对】");
            List<String> lines = skipped(groups.skipped());
            lines.stream().limit(MOST_SKIPPED).forEach(line -> out.println("- " + line));
            if (lines.size() > MOST_SKIPPED) {
                out.println("- 另有 " + (lines.size() - MOST_SKIPPED) + " 条没有核对成，全部写在审核报告里（juesuan check 加 -o 文件夹）。");
            }
        }
        String counts = FindingWords.counts(review);
        if (!counts.isEmpty()) {
            out.println("《" + workbook.getFileName() + "》共有" + counts + "。");
        }
    }

    /** Of a sheet that is not there one line says what all rules about it would. */
    private static List<String> skipped(List<Finding> findings) {
        Map<String, Long> absent = findings.stream().flatMap(finding -> ABSENT.matcher(finding.message()).results()).map(found -> found.group(1))
            .collect(Collectors.groupingBy(sheet -> sheet, LinkedHashMap::new, Collectors.counting()));
        Stream<String> sheets = absent.entrySet().stream().filter(sheet -> sheet.getValue() > 1)
            .map(sheet -> sheet.getKey() + "，与它有关的 " + sheet.getValue() + " 条规则没有核对。");
        Stream<String> others = findings.stream().filter(finding -> ABSENT.matcher(finding.message()).results()
            .noneMatch(found -> absent.get(found.group(1)) > 1)).map(finding -> FindingWords.sentence(finding.message()) + "（" + finding.rule() + "）");
        return Stream.concat(sheets, others).toList();
    }

    /** The totals, so large that a wrong unit strikes the eye before anybody else sees it. */
    static void announce(PrintStream out, Path workbook, Disclosure.Outcome outcome) {
        if (!outcome.announcement().isEmpty()) {
            out.println("《" + workbook.getFileName() + "》" + FindingWords.printable(outcome.announcement()));
        }
    }

    /** Where to look, when there is something to look at. */
    static void office(PrintStream out, OfficePaths office, Review review) {
        out.println((review.findings().isEmpty() ? "" : "有问题的单元格标在 " + office.workbook() + "，") + "审核报告在 " + office.report() + "。");
        office.renamed().forEach(name -> out.println("review 里原有的这个文件您改动过，没有覆盖，已另存为 "
            + office.report().resolveSibling(name) + "。"));
        office.moved().forEach(name -> out.println("publish 里有不是程序生成的文件，publish 只放要公开的文件，已移到 "
            + office.report().resolveSibling(name) + "。"));
    }

    /** Over several workbooks: what is to be done is with those that are blocked. */
    static String total(List<Review> reviews) {
        return "共 " + reviews.size() + " 个工作簿：" + count(reviews, Review.Status.PASSED) + " 个通过，" + count(reviews, Review.Status.BLOCKED)
            + " 个有错误，" + count(reviews, Review.Status.UNREADABLE) + " 个读不了。";
    }

    private static long count(List<Review> reviews, Review.Status status) {
        return reviews.stream().filter(review -> review.status() == status).count();
    }

    private static String text(Finding finding) {
        return (FindingWords.sentence(finding.message()) + FindingWords.sentence(finding.hint())).replace('\n', ' ') + "（" + finding.rule() + "）";
    }
}
