package juesuan.audit;

import java.util.List;
import juesuan.model.Finding;

/**
 * What the audit found, and how much it looked at.
 *
 * @param findings failed and skipped; 尾数误差 among them as information
 * @param run checks made: each comparison, for each row and column it is about
 * @param passed of these, those that hold, be it but for 尾数误差 or because their condition is not given
 * @param failed of these, the others
 * @param skipped checks that could not be made
 * @param tailErrors whether figures printed in 万元 do not add up to the last digit, each having been rounded
 */
public record AuditReport(List<Finding> findings, int run, int passed, int failed, int skipped, boolean tailErrors) {

    public AuditReport {
        findings = List.copyOf(findings);
    }
}
