package juesuan.workbook.read;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** What stands in a cell, whatever its column expects. */
sealed interface Content {

    Content EMPTY = new Empty();

    /** Nothing, or a formula that gives the empty text. */
    record Empty() implements Content {
    }

    /**
     * @param value without the noise of binary arithmetic
     * @param noisy whether noise may still be in it: it was computed, or carried more digits than Excel shows
     */
    record Number(BigDecimal value, boolean noisy) implements Content {

        /**
         * Excel keeps and shows 15 significant digits; what a file holds beyond them is the binary
         * rest of the double (0.1 + 0.2 is stored as 0.30000000000000004) and was typed by nobody.
         */
        private static final MathContext EXCEL = new MathContext(15, RoundingMode.HALF_UP);

        static Number of(BigDecimal raw, boolean computed) {
            BigDecimal value = plain(raw);
            boolean tooLong = value.precision() > EXCEL.getPrecision() && value.scale() > 0;
            return new Number(tooLong ? plain(value.round(EXCEL)) : value, computed || tooLong);
        }

        /** 201.0 and 2.01E2 are written 201: codes and years are compared as text. */
        private static BigDecimal plain(BigDecimal number) {
            BigDecimal stripped = number.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    record Text(String text) implements Content {
    }

    /** Something that can be no value of any column. */
    record Failure(Problem problem, String shown) implements Content {
    }

    /** As the clerk sees it, near enough to find it again. */
    default String shown() {
        if (this instanceof Number number) {
            return number.value().toPlainString();
        }
        if (this instanceof Text text) {
            return text.text();
        }
        return this instanceof Failure failure ? failure.shown() : "";
    }
}
