package juesuan.workbook.read;

import juesuan.model.Finding.Severity;

/**
 * Something wrong with a cell, before it is known which cell it is.
 *
 * @param what the second half of a sentence that begins with the cell, without the full stop
 * @param hint a sentence: what to do
 */
record Problem(ReadRule rule, Severity severity, String what, String hint) {

    static Problem error(ReadRule rule, String what, String hint) {
        return new Problem(rule, Severity.ERROR, what, hint);
    }

    static Problem warning(ReadRule rule, String what, String hint) {
        return new Problem(rule, Severity.WARNING, what, hint);
    }

    static Problem info(ReadRule rule, String what, String hint) {
        return new Problem(rule, Severity.INFO, what, hint);
    }
}
