package juesuan.formula;

import java.util.ArrayList;
import java.util.List;
import juesuan.formula.Expression.Reference;

/**
 * When a sentence is written: whether something stands in a cell, {@code 表.块[行, 列]}, or in any of several,
 * {@code any([行, 列], 表.块[行, 列], 表.块)}; a table or block without brackets means all its numbers.
 *
 * <p>Each is asked for itself. Nothing is added up: what is taken back cancels what is given, and the sum would
 * say that there was nothing.
 *
 * @param cells of which one is enough
 * @param blocks likewise, {@code 表.块} or {@code 表}: all its numbers
 */
public record Condition(List<Reference> cells, List<String> blocks) {

    private static final String ANY = "any(";

    public Condition {
        cells = List.copyOf(cells);
        blocks = List.copyOf(blocks);
    }

    /** @throws IllegalArgumentException with a Chinese sentence */
    public static Condition parse(String text) {
        String condition = text.strip();
        boolean several = condition.startsWith(ANY) && condition.endsWith(")");
        List<Reference> cells = new ArrayList<>();
        List<String> blocks = new ArrayList<>();
        for (String term : several ? terms(condition.substring(ANY.length(), condition.length() - 1)) : List.of(condition)) {
            if (several && !term.isEmpty() && term.matches("[^\\[\\]+*/()=<>]+")) {
                blocks.add(term);
            } else if (term.matches("[^\\[\\]]*\\[[^\\[\\]]*]") && Formulas.parse(term) instanceof Reference cell) {
                cells.add(cell);
            } else {
                throw new IllegalArgumentException("条件“" + text + "”有误：只能写一格“表.块[行, 列]”，或者 any(…) 里写几格，用逗号隔开，"
                    + "有一格不为 0 就成立；不能把几个数加起来，正负会相抵");
            }
        }
        return new Condition(cells, blocks);
    }

    /** Split at the commas outside of brackets. */
    private static List<String> terms(String text) {
        List<String> terms = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (i == text.length() || c == ',' && depth == 0) {
                terms.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        return terms;
    }
}
