package juesuan.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import juesuan.audit.SideValue.Gap;
import juesuan.audit.SideValue.Turn;
import juesuan.formula.Comparison;
import juesuan.model.Finding;
import juesuan.pack.Rule;
import juesuan.pack.RuleSpec;
import juesuan.pack.Selection;

/**
 * The equations of one rule.
 *
 * <p>In 元 everything must be exact. In 万元 each figure was rounded on its own, so what adds up may be off
 * by half a digit for every figure that is not 0.00: that is 尾数误差, and information. The same figure in
 * two tables was rounded from the same 元, so there even one digit is a warning.
 */
final class Equations implements Check {

    /** One digit of a figure in 万元. */
    private static final BigDecimal DIGIT = BigDecimal.valueOf(100);

    private final Rule rule;

    Equations(Rule rule) {
        this.rule = rule;
    }

    @Override
    public void run(RuleSpec spec, SubmittedSheets books, Tally tally) {
        rule.unpublished().forEach(reason -> tally.skipped(spec, reason, List.of()));
        rule.tests().forEach(test -> new Run(test, books, tally).all());
    }

    private final class Run {

        private final Rule.Test test;
        private final SubmittedSheets books;
        private final Tally tally;

        Run(Rule.Test test, SubmittedSheets books, Tally tally) {
            this.test = test;
            this.books = books;
            this.tally = tally;
        }

        void all() {
            Optional<String> missing = test.copies().filter(sheet -> books.tabs(sheet).isEmpty());
            missing.ifPresent(sheet -> tally.skipped(rule.spec(), "工作簿里没有“" + name(sheet) + "”", List.of()));
            turns().forEach(this::check);
        }

        private String name(String sheet) {
            return test.cells().values().stream().map(Selection::sheet).filter(s -> s.id().equals(sheet)).findFirst().orElseThrow().name();
        }

        private Stream<Turn> turns() {
            Stream<Optional<SubmittedSheet>> copies = test.copies().isEmpty() ? Stream.of(Optional.empty())
                : books.tabs(test.copies().get()).stream().map(Optional::of);
            List<String> columns = test.columns().isEmpty() ? List.of("") : test.columns();
            return copies.flatMap(copy -> rows(copy).stream()
                .flatMap(row -> columns.stream().map(column -> new Turn(row, column, copy))));
        }

        /** The rows whose turn it is, in any of the tables: what one table lists and another does not is the point. */
        private Set<String> rows(Optional<SubmittedSheet> copy) {
            if (test.rows().isEmpty()) {
                return Set.of("");
            }
            Set<String> rows = new LinkedHashSet<>();
            test.cells().values().stream().filter(cells -> cells.rows().kind() == Selection.Kind.TURN)
                .flatMap(cells -> copy.filter(tab -> tab.sheet().id().equals(cells.sheet().id()))
                    .or(() -> books.tabs(cells.sheet().id()).stream().findFirst()).stream()
                    .map(tab -> tab.area(cells.block().id())))
                .forEach(area -> test.rows().forEach(turn -> area.turns(turn).forEach(rows::add)));
            return rows;
        }

        private void check(Turn turn) {
            List<Figure> given = new ArrayList<>();
            for (Comparison when : test.when()) {
                SideValue left = SideValue.of(when.left(), test, turn, books);
                SideValue right = SideValue.of(when.right(), test, turn, books);
                if (isMissing(left, right)) {
                    return;
                }
                if (!holds(when, left, right)) {
                    tally.passed();
                    return;
                }
                given.addAll(left.figures());
                given.addAll(right.figures());
            }
            SideValue left = SideValue.of(test.check().left(), test, turn, books);
            SideValue right = SideValue.of(test.check().right(), test, turn, books);
            if (isMissing(left, right)) {
                return;
            }
            if (holds(test.check(), left, right)) {
                tally.passed();
                return;
            }
            AuditWording.Kind kind = kind(left, right);
            Finding finding = AuditWording.failed(rule.spec(), test.check(), left, right, kind, given);
            if (kind == AuditWording.Kind.ROUNDED) {
                tally.rounded(finding);
            } else {
                tally.failed(finding);
            }
        }

        private boolean isMissing(SideValue left, SideValue right) {
            List<Gap> missing = Stream.concat(left.gaps().stream(), right.gaps().stream()).toList();
            if (missing.isEmpty()) {
                return false;
            }
            String reason = missing.get(0).reason();
            tally.skipped(rule.spec(), reason, missing.stream().filter(gap -> gap.reason().equals(reason))
                .flatMap(gap -> gap.cell().stream()).toList());
            return true;
        }

        private static boolean holds(Comparison comparison, SideValue left, SideValue right) {
            return comparison.relation().holds(left.value().compareTo(right.value()));
        }

        private static AuditWording.Kind kind(SideValue left, SideValue right) {
            BigDecimal difference = left.value().subtract(right.value()).abs();
            BigDecimal slack = left.slack().add(right.slack());
            int figures = left.figures().size() + right.figures().size();
            if (slack.signum() == 0 || figures < 2 || !left.isLinear() || !right.isLinear()) {
                return AuditWording.Kind.BROKEN;
            }
            if (left.figures().size() == 1 && right.figures().size() == 1) {
                return difference.compareTo(DIGIT) <= 0 ? AuditWording.Kind.NEARLY_SAME : AuditWording.Kind.BROKEN;
            }
            return difference.compareTo(slack) <= 0 ? AuditWording.Kind.ROUNDED : AuditWording.Kind.BROKEN;
        }
    }
}
