package juesuan.pack;

import java.util.List;
import java.util.Map;
import java.util.Set;
import juesuan.formula.Expression;
import juesuan.formula.Formulas;
import juesuan.formula.Sentence;
import juesuan.model.Place;

/**
 * Checks a bound pack as a whole: every label, formula and placeholder must mean something, so that a
 * slip in a pack is found when the pack is loaded, not in somebody's published document.
 */
record PackCheck(Pack pack, Yaml packFile, Map<String, Yaml> sheetFiles, Map<String, Yaml> textFiles) {

    private static final Set<String> NAMES = Set.of("部门名称", "年度", "上年度", "预算口径");
    private static final Set<String> ROW_NAMES = Set.of("序号", "行");
    private static final Set<String> CHANGE_NAMES = Set.of("基数", "增减额", "增减率", "原因", "年度", "上年度", "部门名称");
    private static final Set<String> RATIOS = Set.of("占比", "完成率", "变动率");

    void run() {
        for (String kind : RATIOS) {
            require(pack.style().zero().containsKey(kind), packFile, "zero", "style.zero 里缺“" + kind + "”");
        }
        pack.changes().forEach((name, wording) ->
            List.of(wording.increase(), wording.decrease(), wording.flat(), wording.fromZero())
                .forEach(sentence -> changeSentence(name, sentence)));
        pack.sheets().forEach(this::sheet);
        for (PartSpec part : pack.parts()) {
            part.tables().forEach(table ->
                require(pack.sheet(table).isPresent(), packFile, table, "parts 里的“" + table + "”不是任何一页的 id"));
        }
        textFiles.forEach((file, yaml) -> text(pack.texts().get(file), yaml));
    }

    private void changeSentence(String style, String sentence) {
        check(packFile, sentence, () -> Sentence.parse(sentence).parts().forEach(part -> {
            if (part instanceof Sentence.Name name && !CHANGE_NAMES.contains(name.name())
                || part instanceof Sentence.Formula) {
                throw new IllegalArgumentException("changes“" + style + "”里只能用 " + CHANGE_NAMES);
            }
        }));
    }

    private void sheet(SheetSpec sheet) {
        Yaml file = sheetFiles.get(sheet.id());
        for (BlockSpec block : sheet.blocks()) {
            Scope scope = Scope.block(sheet.id(), block.id());
            block.codes().ifPresent(codes -> require(pack.codes().containsKey(codes.list()), file, codes.list(),
                "没有叫“" + codes.list() + "”的科目表"));
            Scope anyRow = scope.row(block.rows().stream().filter(r -> !r.isGap()).findFirst()
                .map(RowSpec::key).orElse("1"));
            for (ColumnSpec column : block.leaves()) {
                if (column.isComputed()) {
                    formula(file, column.formula(), anyRow);
                }
                column.sum().forEach(item -> sum(file, item, block.leaves().stream().map(ColumnSpec::id).toList()));
            }
            for (RowSpec row : block.rows()) {
                row.values().forEach((column, formula) -> cellFormula(file, block, column, formula, scope.row(row.key())));
                row.offers().forEach((column, formula) -> cellFormula(file, block, column, formula, scope.row(row.key())));
                row.sum().forEach(item -> rowSum(file, item, sheet, block));
            }
            for (BlockSpec.CompareSpec compare : block.compare()) {
                require(pack.changes().containsKey(compare.style()), file, compare.style(),
                    "pack.yaml 的 changes 里没有“" + compare.style() + "”");
                formula(file, "[" + compare.current() + "]", anyRow);
                formula(file, "[" + compare.base() + "]", anyRow);
                for (String reason : List.of(compare.reason(), compare.otherwise())) {
                    if (!reason.isEmpty()) {
                        formula(file, reason.contains("[") ? reason : "[" + reason + "]", anyRow);
                    }
                }
            }
        }
    }

    private void cellFormula(Yaml file, BlockSpec block, String column, String formula, Scope scope) {
        require(block.column(column).isPresent(), file, formula, "块“" + block.id() + "”没有列“" + column + "”");
        formula(file, formula, scope);
    }

    private void rowSum(Yaml file, String item, SheetSpec sheet, BlockSpec block) {
        int bracket = item.indexOf('[');
        BlockSpec target = bracket < 0 ? block : sheet.block(item.substring(0, bracket)).orElse(block);
        String keys = bracket < 0 ? item : item.substring(bracket + 1, item.length() - 1);
        sum(file, keys, target.rows().stream().filter(row -> !row.isGap()).map(RowSpec::key).toList());
    }

    private void sum(Yaml file, String item, List<String> known) {
        for (String name : item.split("\\.\\.")) {
            require(known.contains(name), file, item, "sum 里的“" + name + "”不存在");
        }
    }

    private void text(TextSpec text, Yaml file) {
        sentence(file, text.title(), Scope.NONE);
        text.sections().forEach(section -> section(section, file, Scope.NONE));
    }

    private void section(TextSpec.Section section, Yaml file, Scope outer) {
        Scope scope = section.within().isEmpty() ? outer : named(file, section.within(), outer);
        sentence(file, section.heading(), scope);
        section.paragraphs().forEach(piece -> piece(piece, file, scope));
        section.sections().forEach(child -> section(child, file, scope));
    }

    private void piece(TextSpec.Piece piece, Yaml file, Scope outer) {
        Scope scope = piece.each().isEmpty() ? outer : eachScope(file, piece.each(), outer);
        for (String condition : List.of(piece.when(), piece.unless())) {
            if (!condition.isEmpty()) {
                formula(file, condition, scope);
            }
        }
        List.of(piece.text(), piece.start(), piece.join(), piece.end()).forEach(s -> sentence(file, s, scope));
        piece.pieces().forEach(child -> piece(child, file, scope));
    }

    private Scope eachScope(Yaml file, String each, Scope outer) {
        if (pack.sheet(each).filter(s -> s.kind() == SheetSpec.Kind.PERFORMANCE).isPresent()) {
            return Scope.sheet(each);
        }
        Scope block = named(file, each, outer);
        BlockSpec spec = pack.sheet(block.sheet().orElseThrow()).orElseThrow().block(block.block().orElseThrow())
            .orElseThrow();
        return block.row(spec.rows().stream().filter(r -> !r.isGap()).findFirst().map(RowSpec::key).orElse("1"));
    }

    private Scope named(Yaml file, String path, Scope outer) {
        try {
            return pack.block(path, outer);
        } catch (IllegalArgumentException e) {
            throw file.wrongAt(path, e.getMessage());
        }
    }

    private void sentence(Yaml file, String text, Scope scope) {
        check(file, text, () -> {
            for (Sentence.Part part : Sentence.parse(text).parts()) {
                if (part instanceof Sentence.Name name) {
                    name(name.name(), scope);
                } else if (part instanceof Sentence.Formula formula) {
                    if (!formula.kind().isEmpty() && !RATIOS.contains(formula.kind()) && !formula.kind().equals("金额")) {
                        throw new IllegalArgumentException("不认识“" + formula.kind() + "：”，可以写 金额、" + RATIOS);
                    }
                    resolve(formula.expression(), scope);
                }
            }
        });
    }

    private void name(String name, Scope scope) {
        boolean known = NAMES.contains(name) || scope.row().isPresent() && ROW_NAMES.contains(name)
            || scope.row().isEmpty() && scope.sheet().isPresent() && name.equals("序号");
        if (!known && scope.row().isPresent()) {
            resolve(new Expression.Reference(java.util.Optional.empty(), java.util.Optional.empty(), List.of(name)), scope);
        } else if (!known) {
            throw new IllegalArgumentException("不认识 {" + name + "}，这里可以用 " + NAMES);
        }
    }

    private void formula(Yaml file, String text, Scope scope) {
        check(file, text, () -> resolve(Formulas.parse(text), scope));
    }

    private void resolve(Expression expression, Scope scope) {
        expression.references(reference -> {
            Place place = pack.resolve(reference, scope);
            if (place.row().isEmpty()) {
                throw new IllegalArgumentException("“" + reference + "”没有行");
            }
        });
    }

    private static void check(Yaml file, String text, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            throw file.wrongAt(text.lines().findFirst().orElse(""), e.getMessage());
        }
    }

    private static void require(boolean condition, Yaml file, String near, String sentence) {
        if (!condition) {
            throw file.wrongAt(near, sentence);
        }
    }
}
