package juesuan.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import juesuan.formula.Expression.Reference;
import juesuan.model.Place;

/** Finds what a reference means, by labels and by where it stands. */
record Addressing(Collection<SheetSpec> sheets) {

    Place resolve(Reference reference, Scope scope) {
        BlockAt at = block(reference, scope);
        List<String> labels = reference.labels();
        if (labels.size() == 2) {
            return place(at, labels.get(0), labels.get(1), reference);
        }
        String label = labels.get(0);
        if (hasColumn(at.block(), label)) {
            Optional<String> row = scope.row().or(() -> onlyRow(at.block()));
            return place(at, row.orElseThrow(() -> wrong(reference, "没有说是哪一行")), label, reference);
        }
        if (!hasRow(at.block(), label)) {
            throw wrong(reference, "“" + at.sheet().id() + "”里没有叫“" + label + "”的行或列" + Similar.hint(label, names(at.block())));
        }
        List<ColumnSpec> inputs = at.block().leaves().stream().filter(c -> c.type().isInput()).toList();
        if (inputs.size() != 1) {
            throw wrong(reference, "没有说是哪一列");
        }
        return place(at, label, inputs.get(0).id(), reference);
    }

    /** A block named as in {@code within} and {@code each}: 表.块, or a sheet of one block, or a block of the scope. */
    BlockAt blockNamed(String path, Scope scope) {
        return block(named(path), scope);
    }

    static Reference named(String path) {
        int dot = path.indexOf('.');
        return new Reference(Optional.of(dot < 0 ? path : path.substring(0, dot)),
            dot < 0 ? Optional.empty() : Optional.of(path.substring(dot + 1)), List.of());
    }

    record BlockAt(SheetSpec sheet, BlockSpec block) {
    }

    private Optional<SheetSpec> sheet(String id) {
        return sheets.stream().filter(sheet -> sheet.id().equals(id)).findFirst();
    }

    BlockAt block(Reference reference, Scope scope) {
        if (reference.sheet().isEmpty()) {
            SheetSpec sheet = scope.sheet().flatMap(this::sheet)
                .orElseThrow(() -> wrong(reference, "没有说是哪张表"));
            return new BlockAt(sheet, scope.block().flatMap(sheet::block)
                .orElseThrow(() -> wrong(reference, "没有说是哪一块")));
        }
        String name = reference.sheet().get();
        if (reference.block().isEmpty()) {
            Optional<SheetSpec> here = scope.sheet().flatMap(this::sheet);
            Optional<BlockAt> inner = here.flatMap(s -> s.block(name).map(b -> new BlockAt(s, b)));
            if (inner.isPresent()) {
                return inner.get();
            }
        }
        SheetSpec sheet = sheet(name).orElseThrow(() -> wrong(reference,
            "没有叫“" + name + "”的表" + Similar.hint(name, sheets.stream().map(SheetSpec::id).toList())));
        if (reference.block().isPresent()) {
            return new BlockAt(sheet, sheet.block(reference.block().get()).orElseThrow(
                () -> wrong(reference, "“" + name + "”里没有叫“" + reference.block().get() + "”的块"
                    + Similar.hint(reference.block().get(), sheet.blocks().stream().map(BlockSpec::id).toList()))));
        }
        List<BlockSpec> fitting = sheet.blocks().stream().filter(block -> fits(block, reference.labels())).toList();
        if (fitting.size() != 1) {
            // With one block the place itself says which row or column is not there.
            if (sheet.blocks().size() == 1) {
                return new BlockAt(sheet, sheet.blocks().get(0));
            }
            throw wrong(reference, fitting.isEmpty() ? "“" + name + "”里没有这样的行或列" : "要写明是“" + name + "”的哪一块");
        }
        return new BlockAt(sheet, fitting.get(0));
    }

    static boolean fits(BlockSpec block, List<String> labels) {
        return switch (labels.size()) {
            case 0 -> true;
            case 1 -> hasColumn(block, labels.get(0)) || hasRow(block, labels.get(0));
            default -> hasRow(block, labels.get(0)) && hasColumn(block, labels.get(1));
        };
    }

    private static Place place(BlockAt at, String row, String column, Reference reference) {
        if (!hasRow(at.block(), row)) {
            throw wrong(reference, "“" + at.sheet().id() + "”里没有叫“" + row + "”的行" + Similar.hint(row, at.block().rowKeys()));
        }
        if (!hasColumn(at.block(), column)) {
            throw wrong(reference, "“" + at.sheet().id() + "”里没有叫“" + column + "”的列"
                + Similar.hint(column, at.block().leaves().stream().map(ColumnSpec::id).toList()));
        }
        return new Place(at.sheet().id(), at.block().id(), row, column);
    }

    /** Code rows and free rows are known only once a workbook is read. */
    private static boolean hasRow(BlockSpec block, String key) {
        return block.row(key).isPresent()
            || block.codes().isPresent() && (key.matches("\\d+") || key.equals(block.codes().get().total()))
            || block.items().isPresent();
    }

    private static boolean hasColumn(BlockSpec block, String id) {
        return block.column(id).isPresent() || block.compare().stream().anyMatch(c -> c.id().equals(id));
    }

    private static List<String> names(BlockSpec block) {
        List<String> names = new ArrayList<>(block.rowKeys());
        block.leaves().forEach(column -> names.add(column.id()));
        return names;
    }

    private static Optional<String> onlyRow(BlockSpec block) {
        List<RowSpec> rows = block.rows().stream().filter(row -> !row.isGap()).toList();
        return rows.size() == 1 ? Optional.of(rows.get(0).key()) : Optional.empty();
    }

    private static IllegalArgumentException wrong(Reference reference, String what) {
        return new IllegalArgumentException("“" + reference + "”有误：" + what);
    }
}
