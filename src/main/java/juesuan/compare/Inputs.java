package juesuan.compare;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntBiFunction;
import java.util.stream.Collectors;
import juesuan.model.Accounts;
import juesuan.model.Block;
import juesuan.model.Changes;
import juesuan.model.Entry;
import juesuan.model.MoneyUnit;
import juesuan.model.Place;
import juesuan.model.Row;
import juesuan.model.Sheet;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.Pack;
import juesuan.pack.RowSpec;
import juesuan.pack.Scope;
import juesuan.pack.SheetSpec;

/** What was filled in differently in two workbooks. */
public final class Inputs {

    private static final String MONEY = "#,##0.00####";

    private final Side was;
    private final Side now;
    private final List<Changes.Input> found = new ArrayList<>();

    /** A workbook as it was read. */
    public record Side(Accounts accounts, Pack pack) {

        /** What tells one copy of a sheet from the others. */
        String name(Sheet sheet) {
            String copyName = pack.sheet(sheet.id()).map(SheetSpec::copyName).orElse("");
            if (copyName.isEmpty()) {
                return "";
            }
            Place place = pack.resolve(copyName, Scope.sheet(sheet.id()));
            return sheet.entry(place.block(), place.row(), place.column()).map(Entry::asText).orElse(sheet.name());
        }

        Optional<ColumnSpec> column(String sheet, String block, String column) {
            return pack.sheet(sheet).flatMap(s -> s.block(block)).flatMap(b -> b.column(column));
        }
    }

    private Inputs(Side was, Side now) {
        this.was = was;
        this.now = now;
    }

    public static List<Changes.Input> compare(Side was, Side now) {
        Inputs inputs = new Inputs(was, now);
        inputs.sheets();
        return List.copyOf(inputs.found);
    }

    private void sheets() {
        List<Sheet> left = new ArrayList<>(was.accounts().sheets());
        List<Sheet> fresh = new ArrayList<>();
        Map<Sheet, Optional<Sheet>> pairs = new LinkedHashMap<>();
        for (Sheet sheet : now.accounts().sheets()) {
            Optional<Sheet> same = left.stream()
                .filter(other -> other.id().equals(sheet.id()) && was.name(other).equals(now.name(sheet))).findFirst();
            same.ifPresentOrElse(left::remove, () -> fresh.add(sheet));
            pairs.put(sheet, same);
        }
        for (Sheet sheet : fresh) {
            Optional<Sheet> tab = left.stream().filter(other -> other.id().equals(sheet.id()) && other.name().equals(sheet.name())).findFirst();
            tab.ifPresent(left::remove);
            pairs.put(sheet, tab);
        }
        pairs.forEach((sheet, other) -> blocks(other, Optional.of(sheet)));
        left.forEach(sheet -> blocks(Optional.of(sheet), Optional.empty()));
    }

    private void blocks(Optional<Sheet> old, Optional<Sheet> fresh) {
        Set<String> ids = new LinkedHashSet<>();
        fresh.ifPresent(sheet -> sheet.blocks().forEach(block -> ids.add(block.id())));
        old.ifPresent(sheet -> sheet.blocks().forEach(block -> ids.add(block.id())));
        Sheet sheet = fresh.or(() -> old).orElseThrow();
        for (String id : ids) {
            List<Row> before = rows(old, id);
            List<Row> after = rows(fresh, id);
            boolean items = now.pack().sheet(sheet.id()).flatMap(s -> s.block(id)).flatMap(BlockSpec::items).isPresent();
            List<Pairing.Pair<Row>> pairs = items ? Pairing.of(before, after, likeness(before, after)) : Rows.byKey(before, after, Row::key);
            pairs.forEach(pair -> row(sheet, id, pair));
        }
    }

    private static List<Row> rows(Optional<Sheet> sheet, String block) {
        return sheet.flatMap(s -> s.block(block)).map(Block::rows).orElse(List.of());
    }

    /** A row that alone bears its name stays the same row, however much else of it is written anew. */
    private static ToIntBiFunction<Row, Row> likeness(List<Row> before, List<Row> after) {
        Set<String> names = names(before);
        names.retainAll(names(after));
        return (was, now) -> {
            int alike = Likeness.of(all(was), all(now));
            return alike < Pairing.EQUAL && names.contains(name(was)) && name(was).equals(name(now)) ? Pairing.EQUAL - 1 : alike;
        };
    }

    /** Those that only one row bears. */
    private static Set<String> names(List<Row> rows) {
        List<String> all = rows.stream().map(Inputs::name).toList();
        return all.stream().filter(name -> !name.isBlank() && Collections.frequency(all, name) == 1).collect(Collectors.toSet());
    }

    /** What stands in the first column. */
    private static String name(Row row) {
        return row.entries().values().stream().findFirst().map(Entry::asText).orElse("");
    }

    private static String all(Row row) {
        return row.entries().values().stream().map(Entry::asText).collect(Collectors.joining("\n"));
    }

    private void row(Sheet sheet, String block, Pairing.Pair<Row> pair) {
        Set<String> columns = new LinkedHashSet<>();
        pair.now().ifPresent(row -> columns.addAll(row.entries().keySet()));
        pair.was().ifPresent(row -> columns.addAll(row.entries().keySet()));
        for (String column : columns) {
            if (isComputed(sheet, block, pair.now().or(pair::was).orElseThrow(), column)) {
                continue;
            }
            Optional<Entry> before = pair.was().flatMap(row -> row.entry(column));
            Optional<Entry> after = pair.now().flatMap(row -> row.entry(column));
            if (!same(before, after)) {
                found.add(new Changes.Input(place(sheet, block, pair.now().or(pair::was).orElseThrow(), column),
                    before.map(entry -> typed(was, sheet, block, pair.was().orElseThrow(), column, entry)),
                    after.map(entry -> typed(now, sheet, block, pair.now().orElseThrow(), column, entry))));
            }
        }
    }

    /** What the workbook takes from other cells is not filled in. */
    private boolean isComputed(Sheet sheet, String block, Row row, String column) {
        return now.column(sheet.id(), block, column).filter(ColumnSpec::isComputed).isPresent()
            || now.pack().sheet(sheet.id()).flatMap(s -> s.block(block)).flatMap(b -> b.row(row.key()))
                .filter(r -> r.values().containsKey(column)).isPresent();
    }

    /** An amount that is left empty is read as zero. */
    private static boolean isNothing(Entry entry) {
        return entry.isBlank() || entry instanceof Entry.Number number && number.number().signum() == 0;
    }

    /** An empty cell of a row that came or went is no change of its own. */
    private static boolean same(Optional<Entry> was, Optional<Entry> now) {
        if (was.isEmpty() || now.isEmpty()) {
            return was.or(() -> now).filter(entry -> !isNothing(entry)).isEmpty();
        }
        if (was.get() instanceof Entry.Number a && now.get() instanceof Entry.Number b) {
            return a.number().compareTo(b.number()) == 0;
        }
        return was.get().isBlank() && now.get().isBlank()
            || was.get().getClass() == now.get().getClass() && was.get().asText().equals(now.get().asText());
    }

    private String place(Sheet sheet, String block, Row row, String column) {
        Optional<SheetSpec> spec = now.pack().sheet(sheet.id());
        Optional<BlockSpec> declared = spec.flatMap(s -> s.block(block));
        List<String> words = new ArrayList<>(List.of(spec.map(SheetSpec::title).orElse(sheet.name())));
        words.add(now.name(sheet));
        words.add(declared.map(b -> b.heading().isEmpty() ? b.title() : b.heading()).orElse(""));
        String label = declared.flatMap(b -> b.row(row.key())).map(RowSpec::label).filter(l -> !l.isEmpty()).orElse(row.label());
        boolean coded = declared.flatMap(BlockSpec::codes).isPresent() && row.key().matches("\\d+");
        words.add(coded ? row.key() + " " + label : label.isEmpty() && row.key().matches("\\d+") ? "第 " + row.key() + " 行" : label);
        words.add(declared.flatMap(b -> b.column(column)).map(ColumnSpec::title).orElse(column));
        return words.stream().filter(word -> !word.isEmpty()).distinct().collect(Collectors.joining(" › "));
    }

    private static Changes.Typed typed(Side side, Sheet sheet, String block, Row row, String column, Entry entry) {
        Optional<SheetSpec> spec = side.pack().sheet(sheet.id());
        ColumnSpec.Type type = spec.flatMap(s -> s.block(block)).flatMap(b -> b.row(row.key())).flatMap(RowSpec::type)
            .or(() -> side.column(sheet.id(), block, column).map(ColumnSpec::type)).orElse(ColumnSpec.Type.TEXT);
        if (!(entry instanceof Entry.Number number)) {
            return new Changes.Typed(entry.cell(), entry.asText());
        }
        if (type != ColumnSpec.Type.AMOUNT) {
            return new Changes.Typed(entry.cell(), number.number().stripTrailingZeros().toPlainString());
        }
        MoneyUnit unit = spec.flatMap(SheetSpec::fixedUnit).orElse(side.accounts().unit());
        BigDecimal amount = unit == MoneyUnit.WAN ? number.number().movePointLeft(4) : number.number();
        return new Changes.Typed(entry.cell(), new DecimalFormat(MONEY, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount)
            + " " + unit.label());
    }
}
