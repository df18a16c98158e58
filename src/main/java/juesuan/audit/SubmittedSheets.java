package juesuan.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import juesuan.formula.Sentence;
import juesuan.model.Accounts;
import juesuan.model.CellRef;
import juesuan.model.Entry;
import juesuan.model.Place;
import juesuan.pack.BlockSpec;
import juesuan.pack.Calculator;
import juesuan.pack.Change;
import juesuan.pack.Pack;
import juesuan.pack.RowSpec;
import juesuan.pack.Scope;

/** The submitted sheets, by the id of their declaration. */
final class SubmittedSheets {

    private static final Calculator.Context NOWHERE = new Calculator.Context(Scope.NONE, Optional.empty());

    private final Pack pack;
    private final Accounts accounts;
    private final Calculator ledger;
    private final Map<String, List<SubmittedSheet>> tabs = new LinkedHashMap<>();
    private final List<Passage> passages;
    private final List<Reason> reasons;

    SubmittedSheets(Accounts accounts, Pack pack) {
        this.pack = pack;
        this.accounts = accounts;
        this.ledger = new Calculator(pack, accounts);
        accounts.sheets().forEach(sheet -> pack.sheet(sheet.id()).ifPresent(spec ->
            tabs.computeIfAbsent(sheet.id(), id -> new ArrayList<>())
                .add(new SubmittedSheet(sheet, spec, spec.fixedUnit().orElse(accounts.unit())))));
        this.passages = findPassages();
        this.reasons = findReasons();
    }

    Pack pack() {
        return pack;
    }

    Accounts accounts() {
        return accounts;
    }

    /** What the declarations compute. */
    Calculator ledger() {
        return ledger;
    }

    /** In the order of the workbook's declarations. */
    List<SubmittedSheet> all() {
        return tabs.values().stream().flatMap(List::stream).toList();
    }

    /** Every text that the clerk typed; one that merged cells repeat stands here once. */
    List<Passage> passages() {
        return passages;
    }

    private List<Passage> findPassages() {
        Map<CellRef, Passage> found = new LinkedHashMap<>();
        all().forEach(tab -> tab.areas().forEach(area -> area.passages(tab)
            .forEach(passage -> found.putIfAbsent(passage.cell(), passage))));
        return List.copyOf(found.values());
    }

    /** Every reason that was typed for a change that the text compares. */
    List<Reason> reasons() {
        return reasons;
    }

    private List<Reason> findReasons() {
        Map<CellRef, Passage> typed = new HashMap<>();
        passages.forEach(passage -> typed.put(passage.cell(), passage));
        List<Change> changes = pack.sheets().stream().filter(sheet -> tabs.containsKey(sheet.id()))
            .flatMap(sheet -> sheet.blocks().stream().flatMap(block -> block.compare().stream()
                .filter(compare -> !compare.reason().isEmpty())
                .flatMap(compare -> rows(block, compare).map(row ->
                    Change.of(ledger, new Place(sheet.id(), block.id(), row.key(), compare.id()), compare, NOWHERE))))).toList();
        Set<CellRef> printed = new HashSet<>();
        changes.stream().filter(this::printsReason).forEach(change -> change.reason().map(Entry::cell).ifPresent(printed::add));
        Map<CellRef, Reason> found = new LinkedHashMap<>();
        changes.forEach(change -> change.reasons().stream().findFirst().map(entry -> typed.get(entry.cell()))
            .ifPresent(passage -> found.putIfAbsent(passage.cell(),
                new Reason(passage, change, item(change), printed.contains(passage.cell())))));
        return List.copyOf(found.values());
    }

    /** A reason that stands elsewhere is one for the whole block. */
    private static Stream<RowSpec> rows(BlockSpec block, BlockSpec.CompareSpec compare) {
        Stream<RowSpec> rows = block.rows().stream().filter(row -> !row.isGap());
        return compare.reason().contains("[") ? rows.limit(1) : rows;
    }

    private boolean printsReason(Change change) {
        return change.isKnown() && Sentence.parse(change.sentence(pack.changes().get(change.compare().style()),
            pack.style().reasonThreshold())).has("原因");
    }

    private String item(Change change) {
        String label = ledger.block(change.place()).row(change.place().row()).map(RowSpec::label).orElse("");
        return label.replaceFirst("^[0-9]+\\.|^其中：", "").replaceFirst("合计$", "");
    }

    /** @param reference as it is written in a pack */
    Optional<Figure> figure(String reference) {
        Place place = pack.resolve(reference, Scope.NONE);
        return tabs(place.sheet()).stream().findFirst().flatMap(tab -> figure(tab, place));
    }

    /** What tells one copy of a sheet from the others. */
    Optional<Figure> copyName(SubmittedSheet copy) {
        String reference = copy.spec().copyName();
        return reference.isEmpty() ? Optional.empty()
            : figure(copy, pack.resolve(reference, Scope.sheet(copy.spec().id())));
    }

    /** In one copy of a sheet. */
    Optional<Figure> figure(SubmittedSheet tab, Place place) {
        SubmittedSheet.Area area = tab.area(place.block());
        return area.row(place.row()).flatMap(row -> area.figure(row, place.column()));
    }

    List<SubmittedSheet> tabs(String sheet) {
        return tabs.getOrDefault(sheet, List.of());
    }
}
