package juesuan.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import juesuan.model.CellRef;
import juesuan.model.Finding;

/** Collects what was found, and is the one place where its sentences are put together. */
final class Report {

    private final List<Finding> findings = new ArrayList<>();

    /** A problem of one cell: “收入决算表!C12（201 一般公共服务支出·财政拨款收入）没有填写。” */
    void add(CellRef cell, String label, String shown, Problem problem) {
        String named = label.isEmpty() ? "" : "（" + label + "）";
        add(problem, cell + named + problem.what() + "。", List.of(new Finding.Cell(cell, label, shown)));
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

    void addAll(Report other) {
        findings.addAll(other.findings);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private void add(Problem problem, String message, List<Finding.Cell> cells) {
        findings.add(new Finding(problem.rule().id(), problem.severity(), Finding.Status.FAILED, message,
            problem.hint(), cells, Optional.empty()));
    }
}
