package juesuan.pack;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import juesuan.formula.Condition;
import juesuan.formula.Expression.Reference;
import juesuan.formula.Sentence;
import juesuan.model.Place;

/** Checks the headings, sentences, conditions and repetitions of one text part. */
record TextCheck(Pack pack, TextSpec text, DeclarationPlace spot) {

    private static final Set<String> TURN = Set.of("序号");
    private static final Set<String> ROW_TURN = Set.of("序号", "行");
    private static final Set<String> SUBJECT_TURN = Set.of("序号", "行", "类", "款", "项");
    private static final String AMOUNT = "金额";

    void run() {
        PackCheck.words(spot.at("title"), text.title(), PackCheck.NAMES);
        sections(spot, text.sections(), Scope.NONE);
    }

    private void sections(DeclarationPlace at, List<TextSpec.Section> sections, Scope outer) {
        for (int i = 0; i < sections.size(); i++) {
            TextSpec.Section section = sections.get(i);
            DeclarationPlace spot = at.at("sections", i);
            Scope scope = section.within().isEmpty() ? outer : named(spot.at("within"), section.within(), outer);
            sentence(spot.at("heading"), section.heading(), scope, Set.of());
            condition(spot.at("when"), section.when(), scope);
            condition(spot.at("unless"), section.unless(), scope);
            for (int k = 0; k < section.paragraphs().size(); k++) {
                piece(spot.at("paragraphs", k), section.paragraphs().get(k), scope, Set.of());
            }
            sections(spot, section.sections(), scope);
        }
    }

    private void piece(DeclarationPlace at, TextSpec.Piece piece, Scope outer, Set<String> outerTurn) {
        at.at("rows").require(piece.rows().isEmpty() || !piece.each().isEmpty(), "有 rows 就要有 each");
        at.require(!piece.each().isEmpty() || (piece.start() + piece.join() + piece.end() + piece.none() + piece.most()).isEmpty(),
            "有 start、join、end、none、most 就要有 each");
        Scope scope = outer;
        Set<String> turn = outerTurn;
        if (!piece.each().isEmpty()) {
            scope = eachScope(at, piece, outer);
            turn = scope.row().isEmpty() ? TURN : pack.at(scope).codes().isPresent() ? SUBJECT_TURN : ROW_TURN;
        }
        condition(at.at("when"), piece.when(), scope);
        condition(at.at("unless"), piece.unless(), scope);
        most(at.at("most"), piece, scope);
        sentence(at.at("none"), piece.none(), outer, outerTurn);
        sentence(at.at("text"), piece.text(), scope, turn);
        sentence(at.at("start"), piece.start(), outer, outerTurn);
        sentence(at.at("join"), piece.join(), outer, outerTurn);
        sentence(at.at("end"), piece.end(), outer, outerTurn);
        for (int i = 0; i < piece.pieces().size(); i++) {
            piece(at.at("pieces", i), piece.pieces().get(i), scope, turn);
        }
    }

    private Scope eachScope(DeclarationPlace at, TextSpec.Piece piece, Scope outer) {
        if (pack.sheet(piece.each()).filter(s -> s.kind() == SheetSpec.Kind.PERFORMANCE).isPresent()) {
            return Scope.sheet(piece.each());
        }
        Scope scope = named(at.at("each"), piece.each(), outer);
        BlockSpec block = pack.at(scope);
        for (int i = 0; i < piece.rows().size() && block.codes().isPresent(); i++) {
            String row = piece.rows().get(i);
            at.at("rows", i).require(SubjectLevel.named(row).isPresent() || row.matches("\\d+") || row.equals(block.codes().get().total()),
                "“" + row + "”应当是 类、款、项，或者科目编码");
        }
        for (int i = 0; i < piece.rows().size() && block.codes().isEmpty() && pack.figures().rows(piece.each(), piece.rows()).isEmpty(); i++) {
            PackCheck.range(at.at("rows", i), piece.rows().get(i), block.rowKeys());
        }
        return PackCheck.anyRow(scope, block);
    }

    private Scope named(DeclarationPlace at, String path, Scope outer) {
        try {
            return pack.block(path, outer);
        } catch (IllegalArgumentException e) {
            throw at.wrong(e.getMessage());
        }
    }

    /** What is compared must be a size. */
    private void most(DeclarationPlace at, TextSpec.Piece piece, Scope scope) {
        if (piece.most().isEmpty()) {
            return;
        }
        at.require(scope.row().isPresent(), "most 要在各行里挑，each 应当是一块");
        at.check(() -> {
            Place place = pack.resolve(piece.most(), scope);
            Specs.require(isChange(place) || column(place).filter(column -> column.type().isNumeric()).isPresent(),
                "“" + piece.most() + "”不是数，也不是增减，比不出大小");
        });
    }

    private boolean isChange(Place place) {
        return block(place).comparison(place.column()).isPresent();
    }

    private Optional<ColumnSpec> column(Place place) {
        return block(place).column(place.column());
    }

    private BlockSpec block(Place place) {
        return pack.at(Scope.block(place.sheet(), place.block()));
    }

    private void condition(DeclarationPlace at, String formula, Scope scope) {
        if (!formula.isEmpty()) {
            at.check(() -> {
                Condition condition = Condition.parse(formula);
                condition.cells().forEach(cell -> pack.resolve(cell, scope));
                condition.blocks().forEach(block -> pack.blocks(block, scope));
            });
        }
    }

    private void sentence(DeclarationPlace at, String text, Scope scope, Set<String> turn) {
        at.check(() -> {
            for (Sentence.Part part : Sentence.parse(text).parts()) {
                if (part instanceof Sentence.Name name) {
                    name(name.name(), scope, turn);
                } else if (part instanceof Sentence.Formula formula) {
                    formula(formula, scope);
                }
            }
        });
    }

    /** A change may be told in another wording than its own: {@code {概要: [变动]}}. */
    private void formula(Sentence.Formula formula, Scope scope) {
        if (!formula.kind().isEmpty() && formula.expression() instanceof Reference reference && isChange(pack.resolve(reference, scope))) {
            Specs.require(pack.changes().containsKey(formula.kind()), "pack.yaml 的 changes 里没有“" + formula.kind() + "”"
                + Similar.hint(formula.kind(), pack.changes().keySet()));
            return;
        }
        boolean known = formula.kind().isEmpty()
            ? formula.expression() instanceof Reference
            : formula.kind().equals(AMOUNT) || PackCheck.RATIOS.contains(formula.kind());
        if (!known) {
            throw new IllegalArgumentException("{" + formula.text() + "} 要写明印成什么，例如 {占比: 公式}，可以写 "
                + AMOUNT + "、" + String.join("、", PackCheck.RATIOS));
        }
        PackCheck.resolve(pack, formula.expression(), scope);
    }

    private void name(String name, Scope scope, Set<String> turn) {
        Set<String> names = new TreeSet<>(PackCheck.NAMES);
        names.addAll(turn);
        if (scope.block().map(pack.style().budgetBasis()::get).isPresent()) {
            names.add("预算口径");
        }
        if (names.contains(name)) {
            return;
        }
        if (scope.row().isPresent() && !name.isEmpty()) {
            pack.resolve(new Reference(Optional.empty(), Optional.empty(), List.of(name)), scope);
            return;
        }
        throw new IllegalArgumentException("不认识 {" + name + "}" + Similar.hint(name, new HashSet<>(names))
            + "，这里可以用 " + PackCheck.braces(names));
    }
}
