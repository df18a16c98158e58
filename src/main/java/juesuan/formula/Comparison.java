package juesuan.formula;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/** Two formulas and how they must stand to each other: the check of a rule. Text and meaning: {@link Formulas}. */
public record Comparison(Expression left, Relation relation, Expression right) {

    /** Calls back for every reference of both formulas. */
    public void references(Consumer<Expression.Reference> consumer) {
        left.references(consumer);
        right.references(consumer);
    }

    /** In the order in which they are looked for: the longer signs first. */
    public enum Relation {
        AT_MOST("<=", "应不大于", sign -> sign <= 0),
        AT_LEAST(">=", "应不小于", sign -> sign >= 0),
        DIFFERENT("<>", "应不等于", sign -> sign != 0),
        EQUAL("=", "应等于", sign -> sign == 0),
        LESS("<", "应小于", sign -> sign < 0),
        MORE(">", "应大于", sign -> sign > 0);

        private final String text;
        private final String words;
        private final IntPredicate holds;

        Relation(String text, String words, IntPredicate holds) {
            this.text = text;
            this.words = words;
            this.holds = holds;
        }

        /** As it is written in a rule. */
        public String text() {
            return text;
        }

        /** As it is said to the clerk. */
        public String words() {
            return words;
        }

        /** @param sign of left minus right */
        public boolean holds(int sign) {
            return holds.test(sign);
        }

        static List<Relation> all() {
            return Arrays.asList(values());
        }
    }
}
