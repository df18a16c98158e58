package juesuan.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import juesuan.formula.Comparison;
import juesuan.formula.Expression;
import juesuan.formula.Expression.Reference;
import juesuan.model.Place;
import juesuan.pack.Selection.Kind;

/**
 * Where a region's tables show the figures that rules and sentences name. A figure's name is its place in the national
 * tables; a region that lays a table out otherwise says with {@code is} what each column or row of its own holds, and
 * a reference to the national place becomes one to the region's.
 */
public final class FigurePlaces {

    /** A figure that the region's tables do not show: no mistake, but nothing can be said of it. */
    static final class Unpublished extends IllegalArgumentException {
        Unpublished(String sentence) {
            super(sentence);
        }
    }

    /** A column of the national tables. */
    record Name(String sheet, String block, String column) {
    }

    /** A column of this pack in which figures of that name stand. */
    private record Spot(SheetSpec sheet, BlockSpec block, ColumnSpec column) {

        /** The key of the row that shows the figures of the national row. */
        Optional<String> row(BlockSpec home, String key) {
            Optional<RowSpec> declared = block.rows().stream().filter(row -> row.is().equals(key)).findFirst().or(() -> block.row(key));
            if (declared.isPresent()) {
                return declared.map(RowSpec::key);
            }
            boolean total = home.codes().filter(codes -> codes.total().equals(key)).isPresent();
            return block.codes().filter(codes -> total || key.matches("\\d+")).map(codes -> total ? codes.total() : key)
                .or(() -> block.items().map(items -> key));
        }
    }

    private final List<SheetSpec> own;
    private final Set<String> unmoved;
    private final Supplier<List<SheetSpec>> national;
    private List<SheetSpec> read;
    private Map<Name, List<Spot>> spots;

    /**
     * @param unmoved the sheets that are declared by the very file that names their figures
     * @param national the sheets that name the figures; asked for only where something moved
     */
    FigurePlaces(List<SheetSpec> sheets, Collection<String> unmoved, Supplier<List<SheetSpec>> national) {
        this.own = sheets;
        this.unmoved = Set.copyOf(unmoved);
        this.national = national;
    }

    /** @throws Specs.Wrong below the sheet's declaration, where it says that it shows what the national tables do not have */
    void check(SheetSpec sheet) {
        boolean says = !sheet.is().equals(sheet.id()) || sheet.blocks().stream().anyMatch(block -> !block.is().isEmpty()
            || block.leaves().stream().anyMatch(column -> !column.is().isEmpty()) || block.rows().stream().anyMatch(row -> !row.is().isEmpty()));
        if (says) {
            new IsCheck(national()).run(sheet);
        }
    }

    private synchronized List<SheetSpec> national() {
        if (read == null) {
            read = List.copyOf(national.get());
        }
        return read;
    }

    private synchronized Map<Name, List<Spot>> spots() {
        if (spots == null) {
            spots = new LinkedHashMap<>();
            own.forEach(sheet -> sheet.blocks().forEach(block -> block.leaves().forEach(column -> names(sheet, block, column)
                .forEach(name -> spots.computeIfAbsent(name, key -> new ArrayList<>()).add(new Spot(sheet, block, column))))));
        }
        return spots;
    }

    private Stream<Spot> spots(Predicate<Name> names) {
        return spots().entrySet().stream().filter(spot -> names.test(spot.getKey())).flatMap(spot -> spot.getValue().stream());
    }

    /** The national blocks, {@code 块} or {@code 表.块}, whose figures stand in a block of this pack. */
    static List<String> homes(BlockSpec block) {
        return block.is().isEmpty() ? List.of(block.id()) : block.is();
    }

    /** The national columns whose figures stand in a column of this pack. */
    static List<Name> names(SheetSpec sheet, BlockSpec block, ColumnSpec column) {
        String[] path = column.is().split("\\.");
        String id = column.is().isEmpty() ? column.id() : path[path.length - 1];
        List<String> homes = path.length > 2 ? List.of(path[0] + "." + path[1]) : path.length > 1 ? List.of(path[0]) : homes(block);
        return homes.stream().map(home -> new Name(home.contains(".") ? home.substring(0, home.indexOf('.')) : sheet.is(),
            home.substring(home.indexOf('.') + 1), id)).toList();
    }

    /** Whether the sheet of that name is laid out here as in the national tables, or is this pack's own invention. */
    private boolean isAtHome(String sheet) {
        return unmoved.contains(sheet) || national().stream().noneMatch(there -> there.id().equals(sheet));
    }

    /** The national block that a reference means, unless it stands here where it stands there. */
    private Optional<Addressing.BlockAt> home(Reference reference, Scope scope) {
        if (isAtHome(reference.sheet().filter(name -> reference.block().isPresent() || !isBlockOf(scope, name)).or(scope::sheet).orElse(""))) {
            return Optional.empty();
        }
        try {
            Addressing.BlockAt home = new Addressing(national()).block(reference, scope);
            return isNational(home.block(), reference.labels()) ? Optional.of(home) : Optional.empty();
        } catch (IllegalArgumentException regional) {
            return Optional.empty();
        }
    }

    /** What only the region's table has is the region's own. */
    private static boolean isNational(BlockSpec block, List<String> labels) {
        if (labels.size() < 2) {
            return labels.isEmpty() || Addressing.fits(block, labels);
        }
        RuleWords.rows(block, labels.get(0));
        return labels.get(1).equals(RuleWords.TURN) || !RuleWords.columnRange(block, labels.get(1)).isEmpty();
    }

    private boolean isBlockOf(Scope scope, String name) {
        return scope.sheet().filter(sheet -> Stream.concat(own.stream(), unmoved.contains(sheet) ? Stream.empty() : national().stream())
            .anyMatch(spec -> spec.id().equals(sheet) && spec.block(name).isPresent())).isPresent();
    }

    /** The blocks of this pack that show what a national block or table shows; empty where it is laid out as there. */
    List<Scope> blocks(String path, Scope scope) {
        int dot = path.indexOf('.');
        String sheet = dot < 0 ? path : path.substring(0, dot);
        if (isBlockOf(scope, path) || isAtHome(sheet)) {
            return List.of();
        }
        Optional<Scope> same = own.stream().filter(spec -> spec.id().equals(sheet) && dot > 0 && spec.block(path.substring(dot + 1)).isPresent())
            .findFirst().map(spec -> Scope.block(sheet, path.substring(dot + 1)));
        if (same.isPresent()) {
            return List.of(same.get());
        }
        List<Scope> found = spots(name -> name.sheet().equals(sheet) && (dot < 0 || name.block().equals(path.substring(dot + 1))))
            .map(spot -> Scope.block(spot.sheet().id(), spot.block().id())).distinct().toList();
        if (found.isEmpty()) {
            throw new Unpublished("本地区的表里没有“" + path + "”");
        }
        return found;
    }

    /**
     * The rows of this pack that keys and ranges of a national block name; empty where that is laid out as there.
     *
     * @param path {@code 表.块}, or the block's table where it has no other
     */
    Optional<List<String>> rows(String path, List<String> items) {
        Optional<Addressing.BlockAt> home = home(Addressing.named(path), Scope.NONE);
        try {
            return home.map(at -> items.stream().flatMap(item -> keys(at.block(), item).stream()).flatMap(key ->
                spots(name -> name.sheet().equals(at.sheet().id()) && name.block().equals(at.block().id()))
                    .flatMap(spot -> spot.row(at.block(), key).stream()).findFirst().stream()).toList());
        } catch (IllegalArgumentException regional) {
            return Optional.empty();
        }
    }

    /** What {@code within} names, where that is laid out otherwise here. */
    Optional<Scope> scope(String within) {
        Optional<SheetSpec> sheet = isAtHome(within.split("\\.")[0]) ? Optional.empty()
            : national().stream().filter(spec -> spec.id().equals(within.split("\\.")[0])).findFirst();
        return sheet.map(spec -> within.contains(".") ? Scope.block(spec.id(), within.substring(within.indexOf('.') + 1))
            : spec.blocks().size() > 1 ? Scope.sheet(spec.id()) : Scope.block(spec.id(), spec.blocks().get(0).id()));
    }

    /**
     * The one place in this pack of a reference without stars and ranges; the same reference where nothing moved, or
     * where it is said from within a block of this pack.
     */
    Reference placed(Reference reference, Scope scope) {
        boolean here = reference.sheet().isEmpty() && scope.row().isPresent() || home(reference, scope).isEmpty();
        return here ? reference : new Placing(scope).one(reference);
    }

    /** The references that together mean what this one means in the national tables. */
    List<Reference> all(Reference reference, Scope scope) {
        return reference.in(new Placing(scope)).stream().map(Reference.class::cast).toList();
    }

    /** A check of a rule in the words of this pack's tables; {@code rows} and {@code columns} as in {@link RuleSpec}. */
    record Check(Comparison check, List<Comparison> when, List<String> rows, List<String> columns) {

        private Check in(Rewriting change, List<String> rows, List<String> columns) {
            return new Check(change.of(check), when.stream().map(change::of).toList(), rows, columns);
        }

        private List<Reference> references() {
            List<Reference> found = new ArrayList<>();
            when.forEach(comparison -> comparison.references(found::add));
            check.references(found::add);
            return found;
        }
    }

    /**
     * The checks that this one becomes: itself, where all its tables are laid out as in the nation; else one for each
     * column, and each declared row, whose turn it would be.
     *
     * @param unpublished is told why one of them cannot be made
     */
    List<Check> placed(Check check, Scope scope, Set<String> unpublished) {
        List<Reference> moved = check.references().stream().filter(reference -> home(reference, scope).isPresent()).toList();
        if (moved.isEmpty()) {
            return List.of(check);
        }
        List<Check> placed = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>();
        for (Check single : rows(check, moved, scope).stream().flatMap(each -> columns(each, moved, scope).stream()).toList()) {
            try {
                placed.add(single.in(new Placing(scope), single.rows(), single.columns()));
            } catch (Unpublished e) {
                missing.add(e.getMessage());
            }
        }
        // A row or column that a region leaves out makes no fuss as long as others are left.
        if (placed.isEmpty()) {
            unpublished.addAll(missing);
        }
        return placed;
    }

    private List<Check> columns(Check check, List<Reference> moved, Scope scope) {
        Optional<BlockSpec> turning = turning(moved, 1, scope).stream().findFirst();
        if (turning.isEmpty()) {
            return List.of(check);
        }
        List<String> columns = check.columns().isEmpty() ? RuleWords.amounts(turning.get())
            : check.columns().stream().flatMap(item -> RuleWords.columnRange(turning.get(), item).stream()).toList();
        return columns.stream().map(column -> check.in(new Turned(1, column), check.rows(), List.of())).toList();
    }

    /** Below subject codes the turn stays: which there are is known only once a workbook is read. */
    private List<Check> rows(Check check, List<Reference> moved, Scope scope) {
        List<BlockSpec> turning = turning(moved, 0, scope);
        boolean declared = !turning.isEmpty() && turning.stream().noneMatch(block -> block.rows().isEmpty())
            && check.references().stream().filter(reference -> turns(reference, 0)).allMatch(moved::contains);
        if (!declared) {
            return List.of(check);
        }
        Set<String> rows = new LinkedHashSet<>();
        turning.forEach(block -> (check.rows().isEmpty() ? List.of("") : check.rows()).forEach(item ->
            rows.addAll(item.isEmpty() ? block.rowKeys() : keys(block, item))));
        return rows.stream().map(row -> check.in(new Turned(0, row), List.of(), check.columns())).toList();
    }

    private static List<String> keys(BlockSpec block, String item) {
        Selection.Rows rows = RuleWords.rows(block, item);
        return rows.kind() == Kind.KEYS ? rows.keys() : block.rowKeys();
    }

    private List<BlockSpec> turning(List<Reference> moved, int label, Scope scope) {
        return moved.stream().filter(reference -> turns(reference, label))
            .flatMap(reference -> home(reference, scope).stream()).map(Addressing.BlockAt::block).distinct().toList();
    }

    private static boolean turns(Reference reference, int label) {
        return reference.labels().size() == 2 && reference.labels().get(label).equals(RuleWords.TURN);
    }

    /** One row or column instead of the star. */
    private static final class Turned extends Rewriting {

        private final int label;
        private final String name;

        Turned(int label, String name) {
            this.label = label;
            this.name = name;
        }

        @Override
        public List<Expression> cells(Reference reference) {
            if (!turns(reference, label)) {
                return List.of(reference);
            }
            List<String> labels = new ArrayList<>(reference.labels());
            labels.set(label, name);
            return List.of(new Reference(reference.sheet(), reference.block(), labels));
        }
    }

    /** The region's places instead of the nation's. */
    private final class Placing extends Rewriting {

        private final Scope scope;

        Placing(Scope scope) {
            this.scope = scope;
        }

        @Override
        public List<Expression> cells(Reference reference) {
            Optional<Addressing.BlockAt> home = home(reference, scope);
            if (home.isEmpty()) {
                return List.of(reference);
            }
            BlockSpec block = home.get().block();
            List<String> labels = reference.labels().size() == 2 ? reference.labels() : full(reference, home.get());
            List<String> columns = RuleWords.columnRange(block, labels.get(1));
            Selection.Rows rows = RuleWords.rows(block, labels.get(0));
            List<String> keys = rows.kind() == Kind.KEYS ? rows.keys() : rows.kind() == Kind.ALL && !block.rows().isEmpty() ? block.rowKeys() : List.of();
            List<Expression> placed = new ArrayList<>();
            for (String column : columns) {
                List<Spot> found = spots().getOrDefault(new Name(home.get().sheet().id(), block.id(), column), List.of());
                if (keys.isEmpty()) {
                    found.stream().findFirst().ifPresent(spot -> placed.add(at(spot, labels.get(0))));
                }
                for (String key : keys) {
                    found.stream().flatMap(spot -> spot.row(block, key).map(row -> at(spot, row)).stream()).findFirst().ifPresent(placed::add);
                }
            }
            if (placed.isEmpty()) {
                missing = "本地区的表里没有“" + home.get().sheet().id() + "”的“" + String.join("、", labels) + "”";
            }
            return placed;
        }

        private List<String> full(Reference reference, Addressing.BlockAt home) {
            Place place = new Addressing(national()).resolve(
                new Reference(Optional.of(home.sheet().id()), Optional.of(home.block().id()), reference.labels()), scope);
            return List.of(place.row(), place.column());
        }

        private static Reference at(Spot spot, String row) {
            return new Reference(Optional.of(spot.sheet().id()), Optional.of(spot.block().id()), List.of(row, spot.column().id()));
        }
    }
}
