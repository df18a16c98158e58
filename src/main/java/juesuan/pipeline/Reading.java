package juesuan.pipeline;

import juesuan.pack.Pack;
import juesuan.workbook.intake.Original;
import juesuan.workbook.read.Submission;

/** A workbook that was read, and the pack that says what it means. */
public record Reading(Pack pack, Submission submission, Original original) {

    /** What the package's folder is called after: the department, or the workbook while its department cannot be read. */
    public String folder() {
        String department = submission.accounts().department();
        return department.isEmpty() ? original.baseName() : department;
    }
}
