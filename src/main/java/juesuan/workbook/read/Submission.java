package juesuan.workbook.read;

import java.util.List;
import juesuan.model.Accounts;
import juesuan.model.Finding;

/**
 * What a workbook holds, and what was found while reading it. An entry that could not be read is
 * blank in the accounts and an error among the findings: never a number.
 */
public record Submission(Accounts accounts, List<Finding> findings) {

    public Submission {
        findings = List.copyOf(findings);
    }
}
