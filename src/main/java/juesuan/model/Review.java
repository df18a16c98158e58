package juesuan.model;

import java.util.List;

/**
 * What came of looking at one workbook: the same for the terminal, the annotated copy, the report and JSON.
 *
 * @param file the workbook, as it is to be named to the reader
 * @param findings all of them; an accepted one is a warning among them
 * @param accepted the errors somebody answers for
 */
public record Review(String file, boolean readable, Checks checks, List<Finding> findings, List<Accepted> accepted) {

    /** The rule of a workbook that cannot be read. */
    private static final String UNREADABLE = "U01";

    /** @param finding as it stands among the findings; @param reason why it does not stand in the way */
    public record Accepted(Finding finding, String reason) {
    }

    public enum Status { PASSED, BLOCKED, UNREADABLE }

    public Review {
        findings = List.copyOf(findings);
        accepted = List.copyOf(accepted);
    }

    public static Review unreadable(String file, String sentence) {
        return new Review(file, false, Checks.NONE, List.of(Finding.error(UNREADABLE, sentence, "")), List.of());
    }

    /** The same, the workbook named otherwise. */
    public Review named(String name) {
        return new Review(name, readable, checks, findings, accepted);
    }

    public Status status() {
        return !readable ? Status.UNREADABLE : count(Finding.Severity.ERROR) > 0 ? Status.BLOCKED : Status.PASSED;
    }

    /** Findings of a severity, those left out that only say what was not checked. */
    public long count(Finding.Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity && finding.status() == Finding.Status.FAILED)
            .count();
    }
}
