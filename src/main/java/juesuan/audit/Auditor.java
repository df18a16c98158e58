package juesuan.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import juesuan.audit.Side.Gap;
import juesuan.audit.Side.Turn;
import juesuan.formula.Comparison;
import juesuan.model.Accounts;
import juesuan.model.Finding;
import juesuan.pack.Pack;
import juesuan.pack.Rule;
import juesuan.pack.RuleSpec;
import juesuan.pack.Selection;

/**
 * Checks accounts against the rules of a pack.
 *
 * <p>In 元 everything must be exact. In 万元 each figure was rounded on its own, so what adds up may be off
 * by half a digit for every figure that is not 0.00: that is 尾数误差, and information. The same figure in
 * two tables was rounded from the same 元, so there even one digit is a warning.
 */
public final class Auditor {

    /** One digit of a figure in 万元. */
    private static final BigDecimal DIGIT = BigDecimal.valueOf(100);

    private final Books books;
    private final List<Finding> findings = new ArrayList<>();
    private int passed;
    private int failed;
    private int skipped;

    private Auditor(Books books) {
        this.books = books;
    }

    public static AuditReport check(Accounts accounts, Pack pack) {
        Auditor auditor = new Auditor(new Books(accounts, pack));
        pack.rules().stream().filter(RuleSpec::isOn).map(rule -> Rule.of(pack, rule)).forEach(auditor::check);
        return new AuditReport(auditor.findings, auditor.passed + auditor.failed, auditor.passed, auditor.failed,
            auditor.skipped);
    }

    /** What a rule could not check for one reason. */
    private static final class Skipped {
        private int times;
        private final List<Figure> cells = new ArrayList<>();
    }

    private void check(Rule rule) {
        Map<String, Skipped> gaps = new LinkedHashMap<>();
        rule.tests().forEach(test -> turns(test).forEach(turn -> check(rule.spec(), test, turn, gaps)));
        gaps.forEach((reason, gap) -> findings.add(Wording.skipped(rule.spec(), reason, gap.times, gap.cells)));
    }

    private Stream<Turn> turns(Rule.Test test) {
        Stream<Optional<Tab>> copies = test.copies().isEmpty() ? Stream.of(Optional.empty())
            : books.tabs(test.copies().get()).stream().map(Optional::of);
        List<String> columns = test.columns().isEmpty() ? List.of("") : test.columns();
        return copies.flatMap(copy -> rows(test, copy).stream()
            .flatMap(row -> columns.stream().map(column -> new Turn(row, column, copy))));
    }

    /** The rows whose turn it is, in any of the tables: what one table lists and another does not is the point. */
    private Set<String> rows(Rule.Test test, Optional<Tab> copy) {
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

    private void check(RuleSpec rule, Rule.Test test, Turn turn, Map<String, Skipped> gaps) {
        for (Comparison when : test.when()) {
            Side left = Side.of(when.left(), test, turn, books);
            Side right = Side.of(when.right(), test, turn, books);
            if (isMissing(left, right, gaps)) {
                return;
            }
            if (!holds(when, left, right)) {
                passed++;
                return;
            }
        }
        Side left = Side.of(test.check().left(), test, turn, books);
        Side right = Side.of(test.check().right(), test, turn, books);
        if (isMissing(left, right, gaps)) {
            return;
        }
        if (holds(test.check(), left, right)) {
            passed++;
            return;
        }
        Wording.Kind kind = kind(left, right);
        if (kind == Wording.Kind.ROUNDED) {
            passed++;
        } else {
            failed++;
        }
        findings.add(Wording.failed(rule, test.check(), left, right, kind));
    }

    private boolean isMissing(Side left, Side right, Map<String, Skipped> gaps) {
        List<Gap> missing = Stream.concat(left.gaps().stream(), right.gaps().stream()).toList();
        if (missing.isEmpty()) {
            return false;
        }
        skipped++;
        Skipped gap = gaps.computeIfAbsent(missing.get(0).reason(), reason -> new Skipped());
        gap.times++;
        missing.stream().filter(m -> m.reason().equals(missing.get(0).reason()))
            .forEach(m -> m.cell().ifPresent(gap.cells::add));
        return true;
    }

    private static boolean holds(Comparison comparison, Side left, Side right) {
        return comparison.relation().holds(left.value().compareTo(right.value()));
    }

    private static Wording.Kind kind(Side left, Side right) {
        BigDecimal difference = left.value().subtract(right.value()).abs();
        BigDecimal slack = left.slack().add(right.slack());
        int figures = left.figures().size() + right.figures().size();
        if (slack.signum() == 0 || figures < 2 || !left.isLinear() || !right.isLinear()) {
            return Wording.Kind.BROKEN;
        }
        if (left.figures().size() == 1 && right.figures().size() == 1) {
            return difference.compareTo(DIGIT) <= 0 ? Wording.Kind.NEARLY_SAME : Wording.Kind.BROKEN;
        }
        return difference.compareTo(slack) <= 0 ? Wording.Kind.ROUNDED : Wording.Kind.BROKEN;
    }
}
