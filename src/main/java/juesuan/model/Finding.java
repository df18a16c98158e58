package juesuan.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Something about the workbook that its clerk must know. Findings are collected, never thrown.
 *
 * @param rule stable id, for example {@code W03}
 * @param message a Chinese sentence: what is wrong
 * @param hint a Chinese sentence: what to do
 * @param difference in 元, where two values disagree
 */
public record Finding(String rule, Severity severity, Status status, String message, String hint,
                      List<Cell> cells, Optional<BigDecimal> difference) {

    public enum Severity { ERROR, WARNING, INFO }

    public enum Status { FAILED, SKIPPED }

    /** @param label the row's and column's names; @param value what stands there, as the clerk sees it */
    public record Cell(CellRef at, String label, String value) {
    }

    public Finding {
        cells = List.copyOf(cells);
    }

    public static Finding error(String rule, String message, String hint, Cell... cells) {
        return new Finding(rule, Severity.ERROR, Status.FAILED, message, hint, List.of(cells), Optional.empty());
    }

    public static Finding warning(String rule, String message, String hint, Cell... cells) {
        return new Finding(rule, Severity.WARNING, Status.FAILED, message, hint, List.of(cells), Optional.empty());
    }

    public static Finding info(String rule, String message, String hint, Cell... cells) {
        return new Finding(rule, Severity.INFO, Status.FAILED, message, hint, List.of(cells), Optional.empty());
    }
}
