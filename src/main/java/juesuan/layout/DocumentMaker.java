package juesuan.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import juesuan.model.Accounts;
import juesuan.model.Document;
import juesuan.model.Entry;
import juesuan.model.Grid;
import juesuan.model.Money;
import juesuan.model.Narrative;
import juesuan.model.Place;
import juesuan.model.Sheet;
import juesuan.pack.ColumnSpec;
import juesuan.pack.Pack;
import juesuan.pack.PartSpec;
import juesuan.pack.Scope;
import juesuan.pack.SheetSpec;

/** Puts text, tables and forms into the pack's order. */
public final class DocumentMaker {

    private static final Pattern NAME = Pattern.compile("\\{(部门名称|年度)}");

    private final Pack pack;
    private final Accounts accounts;
    private final boolean tailErrors;
    private final Map<String, Integer> numbers;

    private DocumentMaker(Pack pack, Accounts accounts, boolean tailErrors) {
        this.pack = pack;
        this.accounts = accounts;
        this.tailErrors = tailErrors;
        this.numbers = pack.tableNumbers();
    }

    /** @param tailErrors whether rounded figures do not add up, which table 1 then says */
    public static Document make(Pack pack, Accounts accounts, Narrative narrative, boolean tailErrors) {
        return new DocumentMaker(pack, accounts, tailErrors).document(narrative);
    }

    private Document document(Narrative narrative) {
        List<Document.Part> parts = new ArrayList<>();
        for (PartSpec spec : pack.parts()) {
            String id = "part" + (pack.parts().indexOf(spec) + 1);
            Document.Part part = switch (spec.kind()) {
                case TEXT -> narrative.parts().stream().filter(text -> text.file().equals(spec.file())).findFirst()
                    .map(text -> new Document.Part(id, text.title(), text.sections(), List.of(), List.of())).orElseThrow();
                case TABLES -> new Document.Part(id, words(spec.title()), List.of(),
                    TableDraft.settle(spec.tables().stream().map(table -> table(id, spec, table)).toList()), List.of());
                case PERFORMANCE -> new Document.Part(id, words(spec.title()), List.of(), List.of(), forms(id, spec));
            };
            if (spec.kind() != PartSpec.Kind.PERFORMANCE || !part.forms().isEmpty()) {
                parts.add(part);
            }
        }
        Optional<Document.Part> summary = narrative.summary().map(text -> new Document.Part("summary", text.title(), text.sections(), List.of(), List.of()));
        return new Document(narrative.title(), accounts.department(), accounts.year(), coverDate(), parts)
            .with(new Document.Online(summary, new ChartMaker(pack, accounts).charts(), new Sources(pack, accounts).of(parts)));
    }

    private TableDraft table(String part, PartSpec partSpec, String tableId) {
        SheetSpec spec = pack.sheet(tableId).orElseThrow();
        Sheet sheet = accounts.sheet(tableId).orElseGet(() -> new Sheet(tableId, spec.name(), List.of()));
        List<String> notes = new ArrayList<>(spec.notes().stream().map(this::words).toList());
        if (pack.style().emptyTableNote() && !spec.emptyNote().isEmpty() && !holds(spec, sheet, number -> number.signum() != 0)) {
            notes.add(words(spec.emptyNote()));
        }
        if (!pack.style().tinyNote().isEmpty() && spec.fixedUnit().isEmpty() && holds(spec, sheet, number -> new Money(number).isTiny())) {
            notes.add(words(pack.style().tinyNote()));
        }
        int number = numbers.get(tableId);
        if (tailErrors && number == 1 && !pack.style().roundingNote().isEmpty()) {
            notes.add(words(pack.style().roundingNote()));
        }
        int place = partSpec.tables().indexOf(tableId);
        boolean follows = place > 0 && partSpec.together().containsAll(partSpec.tables().subList(place - 1, place + 1));
        GridMaker maker = new GridMaker(spec, sheet, pack.style());
        Grid grid = maker.table();
        SheetSpec.Orientation orientation = orientation(partSpec, spec);
        return new TableDraft(new Document.Table(part + "-" + number, tableId, "表" + number, spec.title(), accounts.department(), "万元",
            orientation.name().toLowerCase(Locale.ROOT), follows, grid, numbered(notes)), orientation, place == 0, maker.fit(grid, orientation));
    }

    /** Tables that share pages lie as the widest of them. */
    private SheetSpec.Orientation orientation(PartSpec part, SheetSpec spec) {
        boolean wide = part.together().contains(spec.id()) && part.together().stream()
            .anyMatch(table -> pack.sheet(table).orElseThrow().orientation() == SheetSpec.Orientation.LANDSCAPE);
        return wide ? SheetSpec.Orientation.LANDSCAPE : spec.orientation();
    }

    private static List<String> numbered(List<String> notes) {
        if (notes.size() < 2) {
            return notes.stream().map(note -> "注：" + note).toList();
        }
        List<String> lines = new ArrayList<>();
        for (String note : notes) {
            lines.add((lines.isEmpty() ? "注：" : "　　") + (lines.size() + 1) + "." + note);
        }
        return lines;
    }

    private List<Document.Form> forms(String part, PartSpec spec) {
        List<Document.Form> forms = new ArrayList<>();
        for (String id : spec.tables()) {
            SheetSpec sheetSpec = pack.sheet(id).orElseThrow();
            for (Sheet sheet : accounts.sheets(id)) {
                forms.add(new Document.Form(part + "-" + (forms.size() + 1), id, sheetSpec.title(),
                    name(sheetSpec, sheet),
                    sheetSpec.unit().orElse("万元"), new FormMaker(sheetSpec, sheet, pack.style()).grids()));
            }
        }
        return forms;
    }

    /** What tells one copy of a sheet from the others. */
    private String name(SheetSpec spec, Sheet sheet) {
        if (spec.copyName().isEmpty()) {
            return sheet.name();
        }
        Place place = pack.resolve(spec.copyName(), Scope.sheet(spec.id()));
        return sheet.entry(place.block(), place.row(), place.column()).map(Entry::asText).orElse(sheet.name());
    }

    /** Whether any of its amounts, in 元, is such. */
    private static boolean holds(SheetSpec spec, Sheet sheet, Predicate<BigDecimal> such) {
        return spec.blocks().stream().anyMatch(block -> sheet.block(block.id()).stream().flatMap(b -> b.rows().stream())
            .flatMap(row -> block.leaves().stream().filter(column -> column.type() == ColumnSpec.Type.AMOUNT)
                .flatMap(column -> row.entry(column.id()).stream()))
            .anyMatch(entry -> entry instanceof Entry.Number number && such.test(number.number())));
    }

    private String coverDate() {
        return accounts.publishedOn().map(date -> date.getYear() + "年" + date.getMonthValue() + "月").orElse("");
    }

    /** Once over the text: what is put in is not looked at again, braces or not. */
    private String words(String text) {
        Map<String, String> names = Map.of("部门名称", accounts.department(), "年度", String.valueOf(accounts.year()));
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(names.get(name.group(1))));
    }
}
