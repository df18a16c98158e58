package juesuan.pack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import juesuan.formula.Comparison;
import juesuan.formula.Expression;
import juesuan.formula.Expression.Days;
import juesuan.formula.Expression.Filled;
import juesuan.formula.Expression.Is;
import juesuan.formula.Expression.Reference;
import juesuan.formula.Formulas;
import juesuan.pack.Selection.Kind;
import juesuan.pack.Selection.Rows;

/**
 * A rule with its labels found, ready to be checked.
 *
 * @param unpublished why checks of the rule cannot be made here: what the pack's tables do not show
 */
public record Rule(RuleSpec spec, List<Test> tests, Set<String> unpublished) {

    public Rule {
        tests = List.copyOf(tests);
        unpublished = Collections.unmodifiableSet(new LinkedHashSet<>(unpublished));
    }

    /**
     * One comparison with its conditions.
     *
     * @param rows whose turn it is, one after the other; empty when the comparison has no {@code [*, 列]}
     * @param columns likewise; empty when it has no {@code [行, *]}
     * @param cells what each reference means
     * @param copies the sheet of which there may be several, each to be checked for itself
     */
    public record Test(Comparison check, List<Comparison> when, List<Rows> rows, List<String> columns,
                       Map<Reference, Selection> cells, Optional<String> copies) {
        public Test {
            when = List.copyOf(when);
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
            cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        }
    }

    /** @throws IllegalArgumentException with a Chinese sentence when a label means nothing */
    public static Rule of(Pack pack, RuleSpec spec) {
        Scope scope = at("/within", () -> scope(pack, spec.within()));
        spec.named().ifPresent(named -> at("/named", () -> {
            named.require(pack, spec.with());
            return named;
        }));
        for (int i = 0; i < spec.find().size(); i++) {
            String pattern = spec.find().get(i);
            at("/find/" + i, () -> TextPattern.of(pattern, pack.year()));
        }
        List<Test> tests = new ArrayList<>();
        Set<String> unpublished = new LinkedHashSet<>();
        for (int i = 0; i < spec.check().size(); i++) {
            RuleSpec.Check check = spec.check().get(i);
            tests.addAll(at("/check/" + i, () -> pack.figures().placed(written(spec, check), scope, unpublished).stream()
                .map(placed -> new Compiler(pack, scope).test(placed)).toList()));
        }
        return new Rule(spec, tests, unpublished);
    }

    private static FigurePlaces.Check written(RuleSpec spec, RuleSpec.Check check) {
        return new FigurePlaces.Check(Formulas.comparison(check.check()),
            Stream.concat(spec.when().stream(), check.when().stream()).map(Formulas::comparison).toList(),
            check.rows().isEmpty() ? spec.rows() : check.rows(), check.columns().isEmpty() ? spec.columns() : check.columns());
    }

    private static Scope scope(Pack pack, String within) {
        Optional<Scope> moved = within.isEmpty() ? Optional.of(Scope.NONE) : pack.figures().scope(within);
        if (moved.isPresent()) {
            return moved.get();
        }
        boolean several = pack.sheet(within).filter(sheet -> sheet.blocks().size() > 1).isPresent();
        return several ? Scope.sheet(within) : pack.block(within, Scope.NONE);
    }

    private interface Step<T> {
        T run();
    }

    private static <T> T at(String path, Step<T> step) {
        try {
            return step.run();
        } catch (IllegalArgumentException e) {
            throw new Specs.Wrong(path, e.getMessage());
        }
    }

    private static final class Compiler {

        private final Pack pack;
        private final Scope scope;
        private final Map<Reference, Selection> cells = new LinkedHashMap<>();

        Compiler(Pack pack, Scope scope) {
            this.pack = pack;
            this.scope = scope;
        }

        Test test(FigurePlaces.Check check) {
            comparison(check.check());
            check.when().forEach(this::comparison);
            List<Rows> rows = rows(check.rows());
            List<String> columns = columns(check.columns());
            List<String> copies = cells.values().stream().map(Selection::sheet)
                .filter(sheet -> sheet.kind() == SheetSpec.Kind.PERFORMANCE).map(SheetSpec::id).distinct().toList();
            return new Test(check.check(), check.when(), rows, columns, cells, copies.stream().findFirst());
        }

        private void comparison(Comparison comparison) {
            expression(comparison.left(), false);
            expression(comparison.right(), false);
        }

        /** @param many whether several cells may stand here */
        private void expression(Expression expression, boolean many) {
            if (expression instanceof Reference reference) {
                Selection selection = select(reference, many);
                Specs.require(selection.isTurnOfColumns() || selection.columns().stream().allMatch(c -> isTyped(selection, c)),
                    "“" + reference + "”不是填写的数，规则里要写它的算法");
            } else if (expression instanceof Filled || expression instanceof Is) {
                expression.references(cell -> select(cell, false));
            } else if (expression instanceof Days) {
                expression.references(this::date);
            } else {
                boolean adds = expression instanceof Expression.Sum || expression instanceof Expression.Count;
                expression.operands().forEach(operand -> expression(operand, adds && operand instanceof Reference));
            }
        }

        private void date(Reference reference) {
            Selection cell = select(reference, false);
            Specs.require(cell.columns().stream().allMatch(c -> cell.rows().keys().stream()
                .allMatch(row -> isDate(cell.block(), row, c))), "“" + reference + "”不是日期");
        }

        private static boolean isDate(BlockSpec block, String row, String column) {
            return block.row(row).flatMap(RowSpec::type).or(() -> block.column(column).map(ColumnSpec::type))
                .filter(ColumnSpec.Type.DATE::equals).isPresent();
        }

        private static boolean isTyped(Selection selection, String column) {
            boolean computed = selection.rows().keys().stream().flatMap(key -> selection.block().row(key).stream())
                .anyMatch(row -> row.values().containsKey(column) || row.type().filter(type -> !type.isNumeric()).isPresent());
            boolean rowsAreNumbers = !selection.rows().keys().isEmpty() && selection.rows().keys().stream()
                .allMatch(key -> selection.block().row(key).flatMap(RowSpec::type).filter(ColumnSpec.Type::isNumeric).isPresent());
            return !computed && selection.block().column(column)
                .filter(c -> (c.type().isNumeric() || rowsAreNumbers) && !c.isComputed()).isPresent();
        }

        private Selection select(Reference reference, boolean many) {
            Selection selection = RuleWords.select(pack, reference, scope);
            Specs.require(many || !selection.isMany(), "“" + reference + "”是好几格，要写在 sum(…) 里");
            cells.put(reference, selection);
            return selection;
        }

        private List<Rows> rows(List<String> items) {
            List<BlockSpec> turning = cells.values().stream().filter(s -> s.rows().kind() == Kind.TURN)
                .map(Selection::block).toList();
            boolean below = cells.values().stream().anyMatch(s -> s.rows().kind() == Kind.BELOW);
            Specs.require(items.isEmpty() || below || !turning.isEmpty(), "有 rows 就要有 [*, 列]");
            if (turning.isEmpty()) {
                Specs.require(!below, "有“下级”就要有 [*, 列]");
                return List.of();
            }
            return items.isEmpty() ? List.of(new Rows(Kind.ALL, List.of(), 0))
                : items.stream().map(item -> turnOfRows(item, turning)).toList();
        }

        /** The first block that knows the label decides what it means. */
        private static Rows turnOfRows(String item, List<BlockSpec> turning) {
            IllegalArgumentException first = null;
            for (BlockSpec block : turning) {
                try {
                    return RuleWords.rows(block, item);
                } catch (IllegalArgumentException e) {
                    first = first == null ? e : first;
                }
            }
            throw first;
        }

        private List<String> columns(List<String> items) {
            List<BlockSpec> turning = cells.values().stream().filter(Selection::isTurnOfColumns)
                .map(Selection::block).toList();
            Specs.require(items.isEmpty() || !turning.isEmpty(), "有 columns 就要有 [行, *]");
            if (turning.isEmpty()) {
                return List.of();
            }
            BlockSpec first = turning.get(0);
            List<String> columns = items.isEmpty() ? RuleWords.amounts(first)
                : items.stream().flatMap(item -> RuleWords.columnRange(first, item).stream()).toList();
            for (BlockSpec block : turning) {
                columns.forEach(column -> RuleWords.columnRange(block, column));
            }
            return columns;
        }
    }
}
