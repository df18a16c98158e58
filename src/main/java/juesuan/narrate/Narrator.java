package juesuan.narrate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import juesuan.formula.Condition;
import juesuan.formula.Sentence;
import juesuan.model.Accounts;
import juesuan.model.Block;
import juesuan.model.Narrative;
import juesuan.model.Paragraph;
import juesuan.model.Place;
import juesuan.model.Row;
import juesuan.model.Run;
import juesuan.model.Section;
import juesuan.model.Sheet;
import juesuan.model.Value;
import juesuan.pack.Ledger;
import juesuan.pack.Ledger.Context;
import juesuan.pack.Pack;
import juesuan.pack.PartSpec;
import juesuan.pack.Scope;
import juesuan.pack.SheetSpec;
import juesuan.pack.TextSpec;

/** Writes the text parts of the disclosure: walks the pack's sections, pieces and repetitions. */
public final class Narrator {

    private final Pack pack;
    private final Accounts accounts;
    private final Ledger ledger;
    private final SentenceWriter writer;

    private Narrator(Accounts accounts, Pack pack) {
        this.pack = pack;
        this.accounts = accounts;
        this.ledger = new Ledger(pack, accounts);
        this.writer = new SentenceWriter(pack, accounts, ledger);
    }

    public static Narrative compute(Accounts accounts, Pack pack) {
        return new Narrator(accounts, pack).narrative();
    }

    private Narrative narrative() {
        Context nowhere = new Context(Scope.NONE, Optional.empty());
        List<Narrative.Part> parts = new ArrayList<>();
        for (PartSpec part : pack.parts()) {
            if (part.kind() == PartSpec.Kind.TEXT) {
                TextSpec text = pack.texts().get(part.file());
                String id = "part" + (pack.parts().indexOf(part) + 1);
                parts.add(new Narrative.Part(part.file(), words(text.title(), nowhere),
                    sections(text.sections(), nowhere, id, 1)));
            }
        }
        return new Narrative(words(pack.title(), nowhere), parts, writer.findings());
    }

    private List<Section> sections(List<TextSpec.Section> specs, Context outer, String id, int level) {
        List<Section> sections = new ArrayList<>();
        for (TextSpec.Section spec : specs) {
            Context context = spec.within().isEmpty() ? outer : outer.in(scopeOf(spec.within(), outer));
            if (!holds(spec.when(), spec.unless(), context)) {
                continue;
            }
            String sectionId = id + "-" + (sections.size() + 1);
            List<Paragraph> paragraphs = new ArrayList<>();
            spec.paragraphs().forEach(piece -> paragraphs.addAll(paragraphs(piece, context)));
            sections.add(new Section(sectionId, level, words(spec.heading(), context), paragraphs,
                sections(spec.sections(), context, sectionId, level + 1)));
        }
        return sections;
    }

    private List<Paragraph> paragraphs(TextSpec.Piece piece, Context context) {
        if (piece.each().isEmpty() || !piece.join().isEmpty()) {
            return Joints.paragraphs(runs(piece, context, Map.of()));
        }
        List<Paragraph> paragraphs = new ArrayList<>();
        for (Turn turn : turns(piece, context)) {
            paragraphs.addAll(Joints.paragraphs(body(piece, turn.context(), turn.names())));
        }
        return paragraphs;
    }

    private List<Run> runs(TextSpec.Piece piece, Context context, Map<String, String> names) {
        if (piece.each().isEmpty()) {
            return holds(piece.when(), piece.unless(), context) ? body(piece, context, names) : List.of();
        }
        List<Run> runs = new ArrayList<>();
        List<Turn> turns = turns(piece, context);
        for (int i = 0; i < turns.size(); i++) {
            runs.addAll(writer.write(Sentence.parse(i == 0 ? piece.start() : piece.join()), context, names));
            runs.addAll(body(piece, turns.get(i).context(), turns.get(i).names()));
        }
        if (!turns.isEmpty()) {
            runs.addAll(writer.write(Sentence.parse(piece.end()), context, names));
        }
        return runs;
    }

    private List<Run> body(TextSpec.Piece piece, Context context, Map<String, String> names) {
        if (piece.pieces().isEmpty()) {
            return writer.write(Sentence.parse(piece.text()), context, names);
        }
        List<Run> runs = new ArrayList<>();
        piece.pieces().forEach(child -> runs.addAll(runs(child, context, names)));
        return runs;
    }

    /** One repetition: the row or copy it speaks of, and what {序号} and {行} are in it. */
    private record Turn(Context context, Map<String, String> names) {
    }

    /** The repetitions of a piece: of each row or copy for which its conditions hold. */
    private List<Turn> turns(TextSpec.Piece piece, Context context) {
        List<Turn> turns = new ArrayList<>();
        String each = piece.each();
        if (pack.sheet(each).filter(s -> s.kind() == SheetSpec.Kind.PERFORMANCE).isPresent()) {
            for (Sheet copy : accounts.sheets(each)) {
                Context turn = new Context(Scope.sheet(each), Optional.of(copy));
                if (holds(piece.when(), piece.unless(), turn)) {
                    turns.add(new Turn(turn, Map.of("序号", String.valueOf(turns.size() + 1))));
                }
            }
            return turns;
        }
        Scope scope = scopeOf(each, context);
        Optional<Block> block = context.sheet().filter(s -> s.id().equals(scope.sheet().orElseThrow()))
            .or(() -> accounts.sheet(scope.sheet().orElseThrow()))
            .flatMap(sheet -> sheet.block(scope.block().orElseThrow()));
        Set<String> keys = keys(piece.rows(), scope);
        for (Row row : block.map(Block::rows).orElse(List.of())) {
            Context turn = context.in(scope.row(row.key()));
            if ((keys.isEmpty() || keys.contains(row.key())) && holds(piece.when(), piece.unless(), turn)) {
                turns.add(new Turn(turn, Map.of("序号", String.valueOf(turns.size() + 1), "行", row.key())));
            }
        }
        return turns;
    }

    /** The rows that keys and ranges {@code 甲..乙} name. */
    private Set<String> keys(List<String> ranges, Scope scope) {
        List<String> all = pack.sheet(scope.sheet().orElseThrow()).flatMap(s -> s.block(scope.block().orElseThrow()))
            .orElseThrow().rowKeys();
        Set<String> keys = new HashSet<>();
        for (String range : ranges) {
            String[] ends = range.split("\\.\\.");
            keys.addAll(all.subList(all.indexOf(ends[0]), all.indexOf(ends[ends.length - 1]) + 1));
        }
        return keys;
    }

    private Scope scopeOf(String path, Context context) {
        return pack.block(path, context.scope());
    }

    private boolean holds(String when, String unless, Context context) {
        return (when.isEmpty() || given(when, context)) && (unless.isEmpty() || !given(unless, context));
    }

    /** Whether a number is there and not zero, to the 分, or a text is there. */
    private boolean given(String text, Context context) {
        Condition condition = Condition.parse(text);
        return condition.cells().stream().anyMatch(cell -> isSomething(ledger.place(cell, context), context))
            || condition.blocks().stream().flatMap(block -> pack.blocks(block, context.scope()).stream())
                .anyMatch(scope -> holdsNumbers(scope, context));
    }

    private boolean holdsNumbers(Scope scope, Context context) {
        return ledger.numbers(scope, context).anyMatch(place -> isSomething(place, context));
    }

    private boolean isSomething(Place place, Context context) {
        return ledger.type(place).isNumeric()
            ? ledger.exact(place, context) instanceof Value.Known known && known.number().signum() != 0
            : ledger.entry(place, context).filter(entry -> !entry.isBlank()).isPresent();
    }

    private String words(String sentence, Context context) {
        return new Paragraph(writer.write(Sentence.parse(sentence), context, Map.of())).text();
    }
}
