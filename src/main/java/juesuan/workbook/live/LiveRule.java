package juesuan.workbook.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.formula.Comparison;
import juesuan.formula.Expression.Reference;
import juesuan.pack.Rule;
import juesuan.pack.Selection;
import juesuan.pack.SheetSpec;
import juesuan.workbook.live.LiveDetail.Part;
import juesuan.workbook.live.LiveDetail.Put;

/**
 * Writes one rule into the hidden sheet: a line for each comparison, column and kind of row whose turn it is.
 * Each line computes one number that says what became of it and where: the least of a rule's lines is its
 * result, and the first place in the order of the audit.
 */
final class LiveRule {

    /** What became of a line, worst first, in steps of a billion. */
    static final String NOT_CHECKED = "1E9";
    static final String HOLDS = "2E9";
    /** No row's turn came, or the condition is not given. */
    static final String NOT_ASKED = "3E9";

    private static final int MOST_COLUMNS = 100;
    private static final int CENTS = 2;
    private static final int DECIMALS = 8;

    private final LiveCells cells;
    private final LiveDetail detail;
    private final Rule rule;
    private final List<Put[]> lines = new ArrayList<>();
    private final int first;

    private LiveRule(Rule rule, LiveCells cells, LiveDetail detail) {
        this.rule = rule;
        this.cells = cells;
        this.detail = detail;
        this.first = detail.next(Part.CHECKS);
    }

    /**
     * @return the row of the hidden sheet with the rule's result
     * @throws LiveSide.Untranslatable when the rule can only be checked by the program
     */
    static int write(Rule rule, LiveCells cells, LiveDetail detail) {
        LiveRule live = new LiveRule(rule, cells, detail);
        int turn = 0;
        for (Rule.Test test : rule.tests()) {
            for (Optional<String> copy : live.copies(test)) {
                for (RuleRow whose : RuleRow.of(test, copy, cells)) {
                    List<String> columns = test.columns().isEmpty() ? List.of("") : test.columns();
                    for (int i = 0; i < columns.size(); i++) {
                        live.line(test, copy, whose, columns.get(i), (long) turn * RuleRow.LAST * MOST_COLUMNS + i);
                    }
                }
                turn++;
            }
        }
        live.lines.forEach(line -> detail.add(Part.CHECKS, line));
        return live.result();
    }

    private List<Optional<String>> copies(Rule.Test test) {
        return test.copies().map(sheet -> cells.tabs(sheet).stream().map(Optional::of).toList()).orElse(List.of(Optional.empty()));
    }

    private void line(Rule.Test test, Optional<String> copy, RuleRow turn, String column, long order) {
        SideFormula left = SideFormula.of(test.check().left(), cells, test, copy, turn, column);
        SideFormula right = SideFormula.of(test.check().right(), cells, test, copy, turn, column);
        String difference = difference(left, right);
        String state = asked(left, right, "IF(" + passes(test.check(), left, right, difference) + ",2,0)");
        for (int i = test.when().size() - 1; i >= 0; i--) {
            Comparison when = test.when().get(i);
            SideFormula whenLeft = SideFormula.of(when.left(), cells, test, copy, turn, column);
            SideFormula whenRight = SideFormula.of(when.right(), cells, test, copy, turn, column);
            state = asked(whenLeft, whenRight,
                "IF(" + difference(whenLeft, whenRight) + when.relation().text() + "0," + state + ",3)");
        }
        int row = first + lines.size();
        String code = LiveDetail.at(Part.CHECKS, 1, row);
        String computed = turn instanceof RuleRow.Each each
            ? "MIN(IF(" + each.mask() + "," + state + "*1E9+" + order + "+" + each.order() + "*" + MOST_COLUMNS + "," + NOT_ASKED + "))"
            : state + "*1E9+" + order + (turn instanceof RuleRow.Row one ? "+" + one.order() + "*" + MOST_COLUMNS : "");
        Optional<String> touched = test.copies().flatMap(sheet -> copy.map(tab -> cells.touched(tab, sheet(test, sheet))));
        String guarded = "IFERROR(" + computed + "," + NOT_CHECKED + "+" + order + ")";
        String index = "MOD(INT(" + code + "/" + MOST_COLUMNS + ")," + RuleRow.LAST + ")"
            + (turn instanceof RuleRow.Each each && each.before() > 0 ? "-" + each.before() : "");
        String unit = left.money().or(right::money).map(LiveUnit::factor).orElse("1");
        String shownLeft = LiveDetail.at(Part.CHECKS, 2, row);
        String shownRight = LiveDetail.at(Part.CHECKS, 3, row);
        lines.add(new Put[] {
            Put.text(rule.spec().id()),
            Put.array(touched.map(flag -> "IF(" + flag + "=0," + NOT_ASKED + "," + guarded + ")").orElse(guarded)),
            Put.array(shown(left, turn, code, index, unit)),
            Put.array(shown(right, turn, code, index, unit)),
            Put.formula("IF(" + shownLeft + "=\"\",\"\",ROUND(" + shownLeft + "-" + shownRight + "," + DECIMALS + "))"),
            Put.formula(place(test, copy, turn, column, index))});
    }

    private static SheetSpec sheet(Rule.Test test, String id) {
        return test.cells().values().stream().map(Selection::sheet).filter(sheet -> sheet.id().equals(id)).findFirst().orElseThrow();
    }

    /** What is missing stands before the comparison itself. */
    private static String asked(SideFormula left, SideFormula right, String compared) {
        Total gaps = left.gaps().plus(right.gaps());
        return gaps.isZero() ? compared : "IF(" + gaps.text() + ">0,1," + compared + ")";
    }

    private static String difference(SideFormula left, SideFormula right) {
        int decimals = left.isInCents() && right.isInCents() ? CENTS : DECIMALS;
        return "ROUND(" + left.value() + "-" + right.value() + "," + decimals + ")";
    }

    /** Whether it holds, be it but for 尾数误差. */
    private static String passes(Comparison check, SideFormula left, SideFormula right, String difference) {
        String holds = difference + check.relation().text() + "0";
        Total slack = left.slack().plus(right.slack());
        Total figures = left.figures().plus(right.figures());
        boolean same = left.figures().isKnown() && right.figures().isKnown()
            && (figures.known() < 2 || left.figures().known() == 1 && right.figures().known() == 1);
        if (slack.isZero() || same || !left.isLinear() || !right.isLinear()) {
            return holds;
        }
        String allowed = slack.text();
        if (!figures.isKnown()) {
            allowed += "*(" + figures.text() + ">1)*(1-(" + left.figures().text() + "=1)*(" + right.figures().text() + "=1))";
        }
        return "(" + holds + ")+(" + allowed + ">0)*(ABS(" + difference + ")<=" + allowed + ")>0";
    }

    /** Amounts are shown as they were typed, and only where they were compared. */
    private static String shown(SideFormula side, RuleRow turn, String code, String index, String unit) {
        boolean each = turn instanceof RuleRow.Each;
        String value = side.isArray() ? "INDEX(" + side.value() + "," + index + ")" : side.value();
        String when = each ? code + "<" + NOT_CHECKED : "OR(" + code + "<" + NOT_CHECKED + ",INT(" + code + "/1E9)=2)";
        String typed = unit.equals("1") ? value : value + "/" + unit;
        return "IF(" + when + ",IFERROR(ROUND(" + typed + "," + DECIMALS + "),\"\"),\"\")";
    }

    private String place(Rule.Test test, Optional<String> copy, RuleRow turn, String turnColumn, String index) {
        Reference reference = reference(test, copy, turn);
        Selection selection = test.cells().get(reference);
        String column = selection.isTurnOfColumns() ? turnColumn : selection.columns().get(0);
        if (turn instanceof RuleRow.Each each) {
            String row = each.area().isCoded() ? cells.codeAndName(each.area(), index) : "\"第 \"&" + index + "&\" 条\"";
            return quoted(each.area().tab() + "：") + "&" + row + "&" + quoted("·" + each.area().title(column));
        }
        LiveArea area = RuleRow.area(selection, copy, cells);
        String key = turn instanceof RuleRow.Row row && selection.rows().kind() == Selection.Kind.TURN ? row.key()
            : selection.rows().keys().stream().findFirst().orElse("");
        return quoted(area.tab() + "：" + area.label(area.keyOf(key).orElse(key), column));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** The first that names a row which is certainly there. */
    private Reference reference(Rule.Test test, Optional<String> copy, RuleRow turn) {
        List<Reference> references = new ArrayList<>();
        test.check().left().references(references::add);
        test.check().right().references(references::add);
        return references.stream().filter(reference -> {
            Selection selection = test.cells().get(reference);
            return !(turn instanceof RuleRow.Row row) || selection.rows().kind() != Selection.Kind.TURN
                || RuleRow.area(selection, copy, cells).keyOf(row.key()).isPresent();
        }).findFirst().orElse(references.get(0));
    }

    /** As long as the tables are being filled, a sheet on which nobody has typed a number fails no rule. */
    private int result() {
        int last = first + lines.size() - 1;
        int row = detail.next(Part.RULES);
        String codes = LiveDetail.at(Part.CHECKS, 1, first, last);
        String least = LiveDetail.at(Part.RULES, 1, row);
        String result = LiveDetail.at(Part.RULES, 2, row);
        String which = LiveDetail.at(Part.RULES, 3, row);
        Set<String> filled = filled();
        String empty = Stream.concat(Stream.of("(" + String.join("+", filled) + ")=0"), copied().map(flag -> flag + "=0"))
            .collect(Collectors.joining(",", "OR(", ")"));
        String oneEmpty = filled.stream().map(flag -> "(" + flag + "=0)").collect(Collectors.joining("+"));
        String failed = "IF(" + oneEmpty + ">0,\"未填\",\"不通过\")";
        boolean single = lines.size() == 1;
        return detail.add(Part.RULES, Put.text(rule.spec().id()), Put.formula("MIN(" + codes + ")"),
            Put.formula("IF(" + empty + ",\"未填\",IF(" + least + "<" + NOT_CHECKED + "," + failed + ",IF(" + least + "<" + HOLDS
                + ",\"未填\",\"通过\")))"),
            Put.formula("IF(OR(" + result + "=\"不通过\"," + (single ? "AND(" + result + "=\"通过\"," + least + "<" + NOT_ASKED + ")," : "")
                + "AND(" + result + "=\"未填\"," + least + "<" + HOLDS + "," + least + ">=" + NOT_CHECKED + ")),MATCH(" + least + "," + codes + ",0),0)"),
            picked(2, last, which), picked(3, last, which), picked(4, last, which), picked(5, last, which));
    }

    private Put picked(int column, int last, String which) {
        return Put.formula("IF(" + which + "=0,\"\",INDEX(" + LiveDetail.at(Part.CHECKS, column, first, last) + "," + which + "))");
    }

    /** The cells that tell which of the rule's sheets are filled; of copies one is enough. */
    private Set<String> filled() {
        return sheets().map(this::filled).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Without any copy of a sheet there is nothing to check. */
    private Stream<String> copied() {
        return sheets().filter(sheet -> sheet.kind() == SheetSpec.Kind.PERFORMANCE).map(this::filled);
    }

    private Stream<SheetSpec> sheets() {
        return rule.tests().stream().flatMap(test -> test.cells().values().stream()).map(Selection::sheet).distinct()
            .sorted(Comparator.comparing(SheetSpec::id));
    }

    private String filled(SheetSpec sheet) {
        Stream<String> flags = cells.tabs(sheet.id()).stream().map(tab -> cells.touched(tab, sheet));
        return (sheet.kind() == SheetSpec.Kind.PERFORMANCE ? flags : Stream.concat(flags, Stream.of(cells.begun())))
            .collect(Collectors.joining("+", "(", ")"));
    }
}
