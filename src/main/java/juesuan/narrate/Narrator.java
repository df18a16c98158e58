package juesuan.narrate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import juesuan.pack.BlockSpec;
import juesuan.pack.Calculator;
import juesuan.pack.Calculator.Context;
import juesuan.pack.Change;
import juesuan.pack.Pack;
import juesuan.pack.PartSpec;
import juesuan.pack.Scope;
import juesuan.pack.SheetSpec;
import juesuan.pack.SubjectLevel;
import juesuan.pack.TextSpec;

/** Writes the text parts of the disclosure: walks the pack's sections, pieces and repetitions. */
public final class Narrator {

    private static final String SUMMARY = "summary";

    private final Pack pack;
    private final Accounts accounts;
    private final Calculator ledger;
    private final SentenceWriter writer;

    private Narrator(Accounts accounts, Pack pack) {
        this.pack = pack;
        this.accounts = accounts;
        this.ledger = new Calculator(pack, accounts);
        this.writer = new SentenceWriter(pack, accounts, ledger);
    }

    public static Narrative compute(Accounts accounts, Pack pack) {
        return new Narrator(accounts, pack).narrative();
    }

    /** What the pack announces before it is printed; empty where a figure of it is not known. */
    public static String announcement(Accounts accounts, Pack pack) {
        return new Narrator(accounts, pack).announcement();
    }

    private String announcement() {
        writer.tellLargeInYi(true);
        String text = writer.write(Sentence.parse(pack.style().announcement()), new Context(Scope.NONE, Optional.empty()), Map.of()).stream()
            .map(Run::text).collect(Collectors.joining());
        return writer.findings().isEmpty() ? text : "";
    }

    private Narrative narrative() {
        Context nowhere = new Context(Scope.NONE, Optional.empty());
        List<Narrative.Part> parts = new ArrayList<>();
        for (PartSpec part : pack.parts()) {
            if (part.kind() == PartSpec.Kind.TEXT) {
                parts.add(part(part.file(), "part" + (pack.parts().indexOf(part) + 1)));
            }
        }
        Optional<Narrative.Part> summary = pack.summary().isEmpty() ? Optional.empty() : Optional.of(part(pack.summary(), SUMMARY));
        return new Narrative(words(pack.title(), nowhere), parts, summary, writer.findings());
    }

    private Narrative.Part part(String file, String id) {
        Context nowhere = new Context(Scope.NONE, Optional.empty());
        TextSpec text = pack.texts().get(file);
        writer.tellLargeInYi(text.largeInYi());
        return new Narrative.Part(file, words(text.title(), nowhere), sections(text.sections(), nowhere, id, 1));
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
        Optional<List<Turn>> turns = turns(piece, context);
        for (Turn turn : turns.orElse(List.of())) {
            paragraphs.addAll(Joints.paragraphs(body(piece, turn.context(), turn.names())));
        }
        if (turns.filter(List::isEmpty).isPresent()) {
            paragraphs.addAll(Joints.paragraphs(writer.write(Sentence.parse(piece.none()), context, Map.of())));
        }
        return paragraphs;
    }

    private List<Run> runs(TextSpec.Piece piece, Context context, Map<String, String> names) {
        if (piece.each().isEmpty()) {
            return holds(piece.when(), piece.unless(), context) ? body(piece, context, names) : List.of();
        }
        List<Run> runs = new ArrayList<>();
        Optional<List<Turn>> known = turns(piece, context);
        List<Turn> turns = known.orElse(List.of());
        for (int i = 0; i < turns.size(); i++) {
            runs.addAll(writer.write(Sentence.parse(i == 0 ? piece.start() : piece.join()), context, names));
            runs.addAll(body(piece, turns.get(i).context(), turns.get(i).names()));
        }
        if (known.isPresent()) {
            runs.addAll(writer.write(Sentence.parse(turns.isEmpty() ? piece.none() : piece.end()), context, names));
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

    /** The repetitions of a piece: of each row or copy for which its conditions hold; empty where it is not known which is the largest. */
    private Optional<List<Turn>> turns(TextSpec.Piece piece, Context context) {
        List<Turn> turns = new ArrayList<>();
        String each = piece.each();
        if (pack.sheet(each).filter(s -> s.kind() == SheetSpec.Kind.PERFORMANCE).isPresent()) {
            for (Sheet copy : accounts.sheets(each)) {
                Context turn = new Context(Scope.sheet(each), Optional.of(copy));
                if (holds(piece.when(), piece.unless(), turn)) {
                    turns.add(new Turn(turn, Map.of("序号", String.valueOf(turns.size() + 1))));
                }
            }
            return Optional.of(turns);
        }
        Scope scope = scopeOf(each, context);
        Optional<Block> block = context.sheet().filter(s -> s.id().equals(scope.sheet().orElseThrow()))
            .or(() -> accounts.sheet(scope.sheet().orElseThrow()))
            .flatMap(sheet -> sheet.block(scope.block().orElseThrow()));
        Optional<BlockSpec.CodeRows> codes = pack.at(scope).codes();
        Set<String> keys = codes.isPresent() ? Set.of() : Set.copyOf(pack.rows(each, piece.rows(), scope));
        List<String> rows = block.map(Block::rows).orElse(List.of()).stream().map(Row::key)
            .filter(row -> codes.isPresent() ? SubjectLevel.isIn(row, piece.rows()) : keys.isEmpty() || keys.contains(row))
            .filter(row -> holds(piece.when(), piece.unless(), context.in(scope.row(row)))).toList();
        Optional<List<String>> chosen = piece.most().isEmpty() ? Optional.of(rows) : largest(rows, piece, scope, context);
        chosen.ifPresent(all -> all.forEach(row ->
            turns.add(new Turn(context.in(scope.row(row)), names(row, String.valueOf(turns.size() + 1), block, codes)))));
        return chosen.map(all -> turns);
    }

    private Map<String, String> names(String row, String number, Optional<Block> block, Optional<BlockSpec.CodeRows> codes) {
        if (codes.isEmpty()) {
            return Map.of("序号", number, "行", row);
        }
        Map<String, String> names = new HashMap<>();
        for (SubjectLevel level : SubjectLevel.values()) {
            names.put(level.label(), level.of(row).flatMap(code -> block.flatMap(rows -> rows.row(code)).map(Row::label).filter(label -> !label.isBlank())
                .or(() -> pack.codeList(codes.get().list()).name(code))).orElse(""));
        }
        names.put("序号", number);
        names.put("行", block.flatMap(rows -> rows.row(row)).map(Row::label).orElse(row));
        return names;
    }

    /** The rows that have most; empty where it is not known of each how much it has. */
    private Optional<List<String>> largest(List<String> rows, TextSpec.Piece piece, Scope scope, Context context) {
        Map<String, BigDecimal> sizes = new LinkedHashMap<>();
        for (String row : rows) {
            if (!(size(pack.resolve(piece.most(), scope.row(row)), context.in(scope.row(row))) instanceof Value.Known known)) {
                return Optional.empty();
            }
            sizes.put(row, known.number());
        }
        return Optional.of(rows.stream().filter(row -> sizes.get(row).signum() > 0)
            .sorted(Comparator.comparing((String row) -> sizes.get(row)).reversed()).limit(piece.top()).toList());
    }

    /** As printed; a decrease is as large as an increase. */
    private Value size(Place place, Context context) {
        return ledger.block(place).comparison(place.column()).map(compare -> Change.of(ledger, place, compare, context).amount())
            .map(amount -> amount instanceof Value.Known known ? new Value.Known(known.number().abs(), known.cells()) : amount)
            .orElseGet(() -> ledger.printed(place, context));
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
