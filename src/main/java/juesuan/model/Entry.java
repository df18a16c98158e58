package juesuan.model;

import java.math.BigDecimal;

/** What stands in one declared cell of the submitted workbook. */
public sealed interface Entry {

    CellRef cell();

    /** @param number 元 for amounts, plain for counts and scores */
    record Number(BigDecimal number, CellRef cell) implements Entry {
    }

    record Text(String text, CellRef cell) implements Entry {
    }

    /** Left empty, and the table does not declare that empty means zero. */
    record Blank(CellRef cell) implements Entry {
    }

    /** Something stands there that could not be taken: not empty, and not known. Its finding says why. */
    record Unreadable(CellRef cell) implements Entry {
    }

    /** Why it is no number. */
    String UNREADABLE = "读不出来";

    /** The text as printed in a sentence or a text cell; empty when left blank. */
    default String asText() {
        if (this instanceof Text text) {
            return text.text();
        }
        return this instanceof Number number ? number.number().toPlainString() : "";
    }

    default Value asValue() {
        if (this instanceof Number number) {
            return Value.of(number.number(), cell());
        }
        return Value.missing(gap(), cell());
    }

    /** Why there is no number. */
    default String gap() {
        return this instanceof Unreadable ? UNREADABLE : this instanceof Text ? "不是数字" : "没有填写";
    }

    default boolean isBlank() {
        return this instanceof Blank || this instanceof Text text && text.text().isBlank();
    }
}
