package juesuan.workbook.read;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import juesuan.model.CellRef;
import juesuan.model.Finding;
import juesuan.workbook.sheet.Ranges;

/** Collects what was found, and is the one place where its sentences are put together. */
final class Report {

    /** So many cells with one and the same problem are told one by one. */
    private static final int FEW = 3;
    /** What differs from cell to cell in one and the same problem. */
    private static final Pattern SHOWN = Pattern.compile("“[^”]*”|-?[0-9][0-9,.]*");

    private final List<Finding> findings = new ArrayList<>();
    private final Map<Finding, Cause> causes = new IdentityHashMap<>();

    /** What many cells of a sheet may have in common: one slip of the clerk. */
    private record Cause(String sheet, Problem problem) {
    }

    /** A problem of one cell: “收入决算表!C12（201 一般公共服务支出·财政拨款收入）没有填写。” */
    void add(CellRef cell, String label, String shown, Problem problem) {
        String named = label.isEmpty() ? "" : "（" + label + "）";
        add(problem, cell + named + problem.what() + "。", List.of(new Finding.Cell(cell, label, shown)));
        if (problem.rule().isOfContents()) {
            causes.put(findings.get(findings.size() - 1), new Cause(cell.sheet(), new Problem(problem.rule(), problem.severity(),
                SHOWN.matcher(problem.what()).replaceAll("…"), problem.hint())));
        }
    }

    /** A problem of a sheet or of a part of it: “收入决算表：没有找到列“财政拨款收入”。” */
    void add(String tab, Problem problem) {
        add(problem, tab + "：" + problem.what() + "。", List.of());
    }

    /** A problem of the workbook as a whole. */
    void add(Problem problem) {
        add(problem, problem.what() + "。", List.of());
    }

    /** A problem between two cells: the second is where the reader noticed it. */
    void add(CellRef first, CellRef second, String label, Problem problem) {
        add(problem, second + "（" + label + "）" + problem.what() + "。",
            List.of(new Finding.Cell(first, label, label), new Finding.Cell(second, label, label)));
    }

    /** The same problem in several cells, told of the first: “收入决算表!B8（2019999）等 3 格没有填写科目名称。” */
    void add(List<Finding.Cell> cells, Problem problem) {
        Finding.Cell first = cells.get(0);
        String more = cells.size() == 1 ? "" : "等 " + cells.size() + " 格";
        add(problem, first.at() + "（" + first.label() + "）" + more + problem.what() + "。", cells);
    }

    /** A problem of several cells of a sheet, which the sentence names: “收入决算表：D8:D16 是文本。” */
    void add(String tab, List<Finding.Cell> cells, Problem problem) {
        add(problem, tab + "：" + problem.what() + "。", cells);
    }

    void addAll(Report other) {
        findings.addAll(other.findings);
        causes.putAll(other.causes);
    }

    /** One cause is one finding: it stands where the first of its cells was found, and lists them all. */
    List<Finding> findings() {
        Map<Cause, List<Finding>> together = new LinkedHashMap<>();
        findings.stream().filter(causes::containsKey)
            .forEach(finding -> together.computeIfAbsent(causes.get(finding), cause -> new ArrayList<>()).add(finding));
        List<Finding> told = new ArrayList<>();
        for (Finding finding : findings) {
            List<Finding> alike = causes.containsKey(finding) ? together.get(causes.get(finding)) : List.of(finding);
            if (alike.size() <= FEW) {
                told.add(finding);
            } else if (alike.get(0) == finding) {
                told.add(together(alike));
            }
        }
        return List.copyOf(told);
    }

    private static Finding together(List<Finding> alike) {
        Finding first = alike.get(0);
        List<Finding.Cell> cells = alike.stream().flatMap(finding -> finding.cells().stream()).toList();
        String more = "；这样的一共 " + alike.size() + " 格：" + Ranges.of(cells.stream().map(cell -> cell.at().address()).toList()) + "。";
        return new Finding(first.rule(), first.severity(), first.status(), first.message().replaceFirst("。$", more), first.hint(), cells, Optional.empty());
    }

    private void add(Problem problem, String message, List<Finding.Cell> cells) {
        findings.add(new Finding(problem.rule().id(), problem.severity(), Finding.Status.FAILED, message,
            problem.hint(), cells, Optional.empty()));
    }
}
