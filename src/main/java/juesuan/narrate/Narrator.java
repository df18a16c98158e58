package juesuan.narrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.formula.Expression.Reference;
import juesuan.formula.Formulas;
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
import juesuan.narrate.Ledger.Context;
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
            String sectionId = id + "-" + (sections.size() + 1);
            Context context = spec.within().isEmpty() ? outer : outer.in(scopeOf(spec.within(), outer));
            List<Paragraph> paragraphs = new ArrayList<>();
            spec.paragraphs().forEach(piece -> paragraphs.addAll(paragraphs(piece, context)));
            sections.add(new Section(sectionId, level, words(spec.heading(), context), paragraphs,
                sections(spec.sections(), context, sectionId, level + 1)));
        }
        return sections;
    }

    private List<Paragraph> paragraphs(TextSpec.Piece piece, Context context) {
        if (!holds(piece, context)) {
            return List.of();
        }
        if (piece.each().isEmpty() || !piece.join().isEmpty()) {
            return Joints.paragraphs(runs(piece, context, Map.of()));
        }
        List<Paragraph> paragraphs = new ArrayList<>();
        for (Turn turn : turns(piece.each(), context)) {
            paragraphs.addAll(Joints.paragraphs(body(piece, turn.context(), turn.names())));
        }
        return paragraphs;
    }

    private List<Run> runs(TextSpec.Piece piece, Context context, Map<String, String> names) {
        if (!holds(piece, context)) {
            return List.of();
        }
        if (piece.each().isEmpty()) {
            return body(piece, context, names);
        }
        List<Run> runs = new ArrayList<>();
        List<Turn> turns = turns(piece.each(), context);
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

    private List<Turn> turns(String each, Context context) {
        List<Turn> turns = new ArrayList<>();
        if (pack.sheet(each).filter(s -> s.kind() == SheetSpec.Kind.PERFORMANCE).isPresent()) {
            for (Sheet copy : accounts.sheets(each)) {
                turns.add(new Turn(new Context(Scope.sheet(each), Optional.of(copy)),
                    Map.of("序号", String.valueOf(turns.size() + 1))));
            }
            return turns;
        }
        Scope scope = scopeOf(each, context);
        Optional<Block> block = context.sheet().filter(s -> s.id().equals(scope.sheet().orElseThrow()))
            .or(() -> accounts.sheet(scope.sheet().orElseThrow()))
            .flatMap(sheet -> sheet.block(scope.block().orElseThrow()));
        for (Row row : block.map(Block::rows).orElse(List.of())) {
            turns.add(new Turn(context.in(scope.row(row.key())),
                Map.of("序号", String.valueOf(turns.size() + 1), "行", row.key())));
        }
        return turns;
    }

    private Scope scopeOf(String path, Context context) {
        return pack.block(path, context.scope());
    }

    private boolean holds(TextSpec.Piece piece, Context context) {
        return (piece.when().isEmpty() || given(piece.when(), context))
            && (piece.unless().isEmpty() || !given(piece.unless(), context));
    }

    /** Whether a number is there and not zero, or a text is there. */
    private boolean given(String reference, Context context) {
        Place place = ledger.place((Reference) Formulas.parse(reference), context);
        if (ledger.type(place).isNumeric()) {
            return ledger.value(place, context) instanceof Value.Known known && known.number().signum() != 0;
        }
        return ledger.entry(place, context).filter(entry -> !entry.isBlank()).isPresent();
    }

    private String words(String sentence, Context context) {
        return new Paragraph(writer.write(Sentence.parse(sentence), context, Map.of())).text();
    }
}
