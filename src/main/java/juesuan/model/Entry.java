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
        return this instanceof Text
            ? Value.missing("不是数字", cell())
            : Value.missing("没有填写", cell());
    }

    default boolean isBlank() {
        return this instanceof Blank || this instanceof Text text && text.text().isBlank();
    }
}
