package juesuan.workbook.intake;

import java.util.Optional;

/**
 * A cell as the file holds it; one without value and formula is none. Row and column count from 0. No two are equal:
 * cells of different sheets may well hold the same at the same address.
 */
public final class StoredCell {

    public enum Type { NUMBER, TEXT, LOGICAL, ERROR }

    /**
     * @param type empty for an ordinary one; else shared, array or dataTable
     * @param range of the cells that share it, empty when it does not say
     * @param group of those that share one
     */
    public record Formula(String text, String type, String range, int group) {
    }

    private final int row;
    private final int column;
    private final Type type;
    private final Optional<String> value;
    private final Optional<Formula> formula;
    private final int style;

    /**
     * @param value a number as the file writes it, a text, 1 for true, the name of an error; empty for a formula that
     *     has never been calculated
     * @param style its number format stands at this place of the workbook's
     */
    public StoredCell(int row, int column, Type type, Optional<String> value, Optional<Formula> formula, int style) {
        this.row = row;
        this.column = column;
        this.type = type;
        this.value = value;
        this.formula = formula;
        this.style = style;
    }

    public int row() {
        return row;
    }

    public int column() {
        return column;
    }

    public Type type() {
        return type;
    }

    public Optional<String> value() {
        return value;
    }

    public Optional<Formula> formula() {
        return formula;
    }

    public int style() {
        return style;
    }

    /** Whether a formula's result is stored: the empty text is a result, an empty number is none. */
    public boolean hasResult() {
        return value.filter(result -> type == Type.TEXT || !result.isEmpty()).isPresent();
    }
}
