package juesuan.pack;

import java.util.List;
import java.util.Map;
import java.util.Set;
import juesuan.formula.Formulas;

/** Checks one sheet's formulas, ranges and texts. */
record SheetCheck(Pack pack, SheetSpec sheet, DeclarationPlace spot) {

    private static final Set<String> NONE = Set.of();

    void run() {
        PackCheck.words(spot.at("title"), sheet.title(), NONE);
        PackCheck.words(spot.at("help"), sheet.help(), NONE);
        spot.check(() -> pack.figures().check(sheet));
        PackCheck.words(spot.at("emptyNote"), sheet.emptyNote(), PackCheck.PLAIN_NAMES);
        if (!sheet.copyName().isEmpty()) {
            spot.at("copyName").check(() -> pack.resolve(sheet.copyName(), Scope.sheet(sheet.id())));
        }
        for (int i = 0; i < sheet.notes().size(); i++) {
            PackCheck.words(spot.at("notes", i), sheet.notes().get(i), PackCheck.PLAIN_NAMES);
        }
        for (int i = 0; i < sheet.blocks().size(); i++) {
            block(spot.at("blocks", i), sheet.blocks().get(i));
        }
    }

    private void block(DeclarationPlace at, BlockSpec block) {
        Scope scope = Scope.block(sheet.id(), block.id());
        PackCheck.words(at.at("heading"), block.heading(), NONE);
        PackCheck.words(at.at("title"), block.title(), NONE);
        block.codes().ifPresent(codes -> at.at("codes", "list").require(pack.codes().containsKey(codes.list()),
            "没有叫“" + codes.list() + "”的科目表" + Similar.hint(codes.list(), pack.codes().keySet())));
        block.codes().map(BlockSpec.CodeRows::offer).filter(offer -> !offer.isEmpty()).ifPresent(offer -> at.at("codes", "offer").require(
            pack.codesOffered(offer).isPresent(), "“" + offer + "”应当是另一张按科目编码列的表，写成“表.块”"));
        columns(at, block.columns(), block, PackCheck.anyRow(scope, block));
        for (int i = 0; i < block.rows().size(); i++) {
            RowSpec row = block.rows().get(i);
            if (!row.isGap()) {
                row(at.at("rows", i), block, row, scope.row(row.key()));
            }
        }
        for (int i = 0; i < block.compare().size(); i++) {
            compare(at.at("compare", i), block.compare().get(i), PackCheck.anyRow(scope, block));
        }
    }

    private void columns(DeclarationPlace at, List<ColumnSpec> columns, BlockSpec block, Scope anyRow) {
        for (int i = 0; i < columns.size(); i++) {
            ColumnSpec column = columns.get(i);
            DeclarationPlace spot = at.at("columns", i);
            PackCheck.words(spot.at("title"), column.title(), NONE);
            PackCheck.words(spot.at("source"), column.source(), PackCheck.FILED);
            if (column.isComputed()) {
                formula(spot.at("formula"), column.formula(), anyRow);
            }
            if (!column.offer().isEmpty()) {
                block.rows().stream().filter(row -> !row.subject().isEmpty())
                    .forEach(row -> formula(spot.at("offer"), column.offer(row.subject()), anyRow));
            }
            if (column.type() == ColumnSpec.Type.PERCENT) {
                spot.at("zero").require(PackCheck.RATIOS.contains(column.zero()),
                    "“" + column.zero() + "”不对，可以写 " + PackCheck.RATIOS);
            }
            for (int k = 0; k < column.sum().size(); k++) {
                PackCheck.range(spot.at("sum", k), column.sum().get(k), block.leaves().stream().map(ColumnSpec::id).toList());
            }
            columns(spot, column.columns(), block, anyRow);
        }
    }

    private void row(DeclarationPlace at, BlockSpec block, RowSpec row, Scope scope) {
        PackCheck.words(at.at("label"), row.label(), NONE);
        PackCheck.words(at.at("help"), row.help(), NONE);
        PackCheck.words(at.at("initial"), row.initial(), Set.of("年度"));
        cells(at.at("values"), block, row.values(), scope);
        cells(at.at("offers"), block, row.offers(), scope);
        cells(at.at("lastYear"), block, row.lastYear(), scope);
        for (int i = 0; i < row.sum().size(); i++) {
            sum(at.at("sum", i), row.sum().get(i), block);
        }
    }

    private void cells(DeclarationPlace at, BlockSpec block, Map<String, String> formulas, Scope scope) {
        List<String> columns = block.leaves().stream().map(ColumnSpec::id).toList();
        formulas.forEach((column, formula) -> {
            at.at(column).require(columns.contains(column),
                "块“" + block.id() + "”没有列“" + column + "”" + Similar.hint(column, columns));
            formula(at.at(column), formula, scope);
        });
    }

    /** {@code 行}, {@code 甲..乙}, or {@code 块[行]} of a block beside this one. */
    private void sum(DeclarationPlace at, String item, BlockSpec block) {
        int bracket = item.indexOf('[');
        at.require(bracket < 0 || item.endsWith("]"), "“" + item + "”应写成“块[行]”");
        String other = bracket < 0 ? block.id() : item.substring(0, bracket);
        String keys = bracket < 0 ? item : item.substring(bracket + 1, item.length() - 1);
        List<String> blocks = sheet.blocks().stream().map(BlockSpec::id).toList();
        at.require(blocks.contains(other), "没有叫“" + other + "”的块" + Similar.hint(other, blocks));
        PackCheck.range(at, keys, sheet.block(other).orElseThrow().rowKeys());
    }

    private void compare(DeclarationPlace at, BlockSpec.CompareSpec compare, Scope anyRow) {
        at.at("style").require(pack.changes().containsKey(compare.style()), "pack.yaml 的 changes 里没有“"
            + compare.style() + "”" + Similar.hint(compare.style(), pack.changes().keySet()));
        PackCheck.words(at.at("basis"), compare.basis(), NONE);
        formula(at.at("current"), "[" + compare.current() + "]", anyRow);
        formula(at.at("base"), "[" + compare.base() + "]", anyRow);
        Map.of("reason", compare.reason(), "otherwise", compare.otherwise()).forEach((key, reason) -> {
            if (!reason.isEmpty()) {
                at.at(key).check(() -> pack.resolve(reason.contains("[") ? reason : "[" + reason + "]", anyRow));
            }
        });
    }

    private void formula(DeclarationPlace at, String text, Scope scope) {
        at.check(() -> PackCheck.resolve(pack, Formulas.parse(text), scope));
    }
}
