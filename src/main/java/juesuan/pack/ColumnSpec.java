package juesuan.pack;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * A column, or a group of columns under a merged header cell.
 *
 * @param is the figures that it shows, by their name in the national tables, {@code 列}, {@code 块.列} or {@code 表.块.列}; the id unless given
 * @param title the header cell; the id unless given
 * @param aliases other header texts that mean this column
 * @param width of the column in the sheet, in characters
 * @param printWidth share of the table's width in print; the width unless given
 * @param columns the columns below a merged header cell; empty for a column that holds cells
 * @param sum columns of the same row whose sum a blank sheet offers, as ids or ranges {@code 甲..乙}
 * @param offer a formula that a blank sheet offers in the rows that show a 类, with {@code {科目}} for its code
 * @param formula a display formula over the same row; its cell is not read but computed again
 * @param blank what an empty cell means
 * @param choices offered in a drop-down; other texts are as good unless the type is a choice
 * @param zero for percentages: which sentence of the pack's {@code style.zero} stands for a division by zero
 * @param whenBlank what is printed for an empty cell
 * @param source how the web edition says where a number of the column comes from; as {@code style.sources} says unless given
 * @param carry whether an empty cell repeats the one above, as merged cells do
 * @param oneLine whether a line break has no place in it: a name that goes into headings and sentences
 */
public record ColumnSpec(
    @JsonProperty(required = true) String id,
    String is,
    String title,
    List<String> aliases,
    Type type,
    Integer width,
    Integer printWidth,
    List<ColumnSpec> columns,
    List<String> sum,
    String offer,
    String formula,
    Blank blank,
    List<String> choices,
    String zero,
    String whenBlank,
    String source,
    boolean carry,
    boolean oneLine) {

    /** The kind of ratio that a change has to its base, in {@code style.zero} and in sentences. */
    public static final String RATE_OF_CHANGE = "变动率";

    /** What a cell of the column holds. */
    public enum Type {
        /** The declared row label: printed, locked, used to find the row. */
        LABEL,
        /** 行次: numbered by the program, not read. */
        LINE,
        /** A subject code: text of 3, 5 or 7 digits. */
        CODE,
        /** The subject's name, offered from the code list. */
        NAME,
        /** Money in the sheet's unit. */
        AMOUNT,
        /** A whole number. */
        COUNT,
        /** A plain number with decimals: scores, rates. */
        NUMBER,
        /** A ratio shown as a percentage; only with a formula. */
        PERCENT,
        /** One line of text. */
        TEXT,
        /** Text of several lines or paragraphs. */
        LONG,
        /** A date. */
        DATE,
        /** One of the row's or column's choices. */
        CHOICE,
        /** The row's {@code unit}: shown, not read. */
        UNIT,
        /** The row's {@code help}: shown, not read. */
        HELP;

        public boolean isNumeric() {
            return this == AMOUNT || this == COUNT || this == NUMBER || this == PERCENT;
        }

        /** Whether a clerk fills such cells. */
        public boolean isInput() {
            return this != LABEL && this != LINE && this != UNIT && this != HELP;
        }
    }

    /** What an empty cell means. */
    public enum Blank {
        /** Nothing was submitted: an error where the row is needed. */
        MISSING,
        /** The table's form leaves zeros empty. */
        ZERO,
        /** Empty is a lawful answer and stays empty. */
        ALLOWED
    }

    public ColumnSpec {
        is = Specs.text(is);
        title = title == null ? id : title;
        aliases = Specs.list(aliases);
        columns = Specs.list(columns);
        sum = Specs.list(sum);
        offer = Specs.text(offer);
        formula = Specs.text(formula);
        choices = Specs.list(choices);
        zero = zero == null ? RATE_OF_CHANGE : zero;
        whenBlank = Specs.text(whenBlank);
        source = Specs.text(source);
        blank = blank == null ? Blank.MISSING : blank;
        Specs.require(columns.isEmpty() != (type == null),
            "列“" + id + "”应当有 type，或者有下级 columns，二者取一");
        width = width == null ? 12 : width;
        printWidth = printWidth == null ? width : printWidth;
        Specs.require(type != Type.PERCENT || !formula.isEmpty(), "列“" + id + "”是百分比，必须有 formula");
    }

    /** The formula that is offered in a row that shows this 类. */
    public String offer(String subject) {
        return offer.replace("{科目}", subject);
    }

    /** How many columns that hold cells stand under this one: 1 for such a column itself. */
    public int span() {
        return columns.isEmpty() ? 1 : columns.stream().mapToInt(ColumnSpec::span).sum();
    }

    /** Whether the column is a percentage of change: without meaning where the base is not positive. */
    public boolean isRateOfChange() {
        return type == Type.PERCENT && zero.equals(RATE_OF_CHANGE);
    }

    /** Shown to the clerk and computed again by the program, never read from the cell. */
    public boolean isComputed() {
        return !formula.isEmpty();
    }

    /** Whether the clerk's cell in the row counts, or the program computes it; a free row has no declaration. */
    public boolean isRead(Optional<RowSpec> row) {
        return type.isInput() && !isComputed() && row.filter(spec -> spec.values().containsKey(id)).isEmpty();
    }
}
