package juesuan.pack;

import java.util.List;
import juesuan.formula.Expression;
import juesuan.formula.Formulas;

/**
 * The cells that a reference of a rule means: rows and columns of one block.
 *
 * @param columns empty when it is the column whose turn it is
 */
public record Selection(SheetSpec sheet, BlockSpec block, Rows rows, List<String> columns) {

    /**
     * The cells that one reference as rules write it, {@code 表.块[*, 甲..乙]}, means: more than one selection where this
     * pack shows them apart, none where it does not show them.
     */
    public static List<Selection> all(Pack pack, String text) {
        Expression expression = Formulas.parse(text);
        Specs.require(expression instanceof Expression.Reference, "“" + text + "”应为“表.块[*, 列]”");
        return pack.figures().all((Expression.Reference) expression, Scope.NONE).stream()
            .map(reference -> RuleWords.select(pack, reference, Scope.NONE)).toList();
    }

    /** Which rows. */
    public enum Kind {
        /** The one whose turn it is. */
        TURN,
        /** Those of {@link Rows#keys}. */
        KEYS,
        ALL,
        /** 类, 款 or 项: the codes of {@link Rows#digits} digits. */
        LEVEL,
        /** The codes directly below the one whose turn it is. */
        BELOW
    }

    public record Rows(Kind kind, List<String> keys, int digits) {
        public Rows {
            keys = List.copyOf(keys);
        }
    }

    public Selection {
        columns = List.copyOf(columns);
    }

    public boolean isTurnOfColumns() {
        return columns.isEmpty();
    }

    /** Whether it may mean more than one cell at a time. */
    public boolean isMany() {
        return columns.size() > 1 || rows.keys().size() > 1
            || rows.kind() != Kind.TURN && rows.kind() != Kind.KEYS;
    }
}
