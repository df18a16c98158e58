package juesuan.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.formula.Expression.Reference;
import juesuan.formula.Formulas;
import juesuan.model.Place;

/**
 * A loaded and checked pack: everything a region and a year decide.
 *
 * @param id for example {@code guangdong}
 * @param name shown to people
 * @param version of the pack, SemVer
 * @param year the 决算年度 it was loaded for
 * @param title of the document, with placeholders
 * @param sheets all sheets of the workbook, in the order of their tabs
 * @param summary file of the text with which the web edition opens; empty for none
 * @param texts the text parts, and the summary, by file
 * @param codes code lists by name
 * @param renamed subjects that have been renamed
 * @param changes wording of changes by style
 * @param rules what a right workbook must fulfil, those that are switched off included
 * @param charts of the web edition
 * @param instructions the lines of the sheet 填报说明
 * @param figures where its tables show the figures that rules and sentences name
 * @param resources its page templates and style sheets
 */
public record Pack(
    String id, String name, String version, int year, String title, List<SheetSpec> sheets, List<PartSpec> parts,
    String summary, Map<String, TextSpec> texts, Map<String, CodeList> codes, List<Renamed> renamed, Style style, Map<String, Wording> changes,
    List<RuleSpec> rules, List<ChartSpec> charts, List<String> instructions, Resources resources, FigurePlaces figures) {

    static final String FILE = "pack.yaml";

    public Pack {
        sheets = List.copyOf(sheets);
        parts = List.copyOf(parts);
        texts = Map.copyOf(texts);
        codes = Map.copyOf(codes);
        renamed = List.copyOf(renamed);
        changes = Map.copyOf(changes);
        rules = List.copyOf(rules);
        charts = List.copyOf(charts);
        instructions = List.copyOf(instructions);
    }

    /** @throws juesuan.model.UserError {@code file:line: what is wrong} */
    public static Pack load(PackFiles files, String id, int year) {
        return new PackLoader(files, id, year).load();
    }

    public Optional<SheetSpec> sheet(String sheetId) {
        return sheets.stream().filter(sheet -> sheet.id().equals(sheetId)).findFirst();
    }

    /** The sheet and block of subject codes that {@code 表.块} names. */
    public Optional<Map.Entry<SheetSpec, BlockSpec>> codesOffered(String offer) {
        int dot = offer.indexOf('.');
        return dot < 0 ? Optional.empty() : sheet(offer.substring(0, dot)).flatMap(sheet -> sheet.block(offer.substring(dot + 1))
            .filter(block -> block.codes().isPresent()).map(block -> Map.entry(sheet, block)));
    }

    public CodeList codeList(String name) {
        return codes.getOrDefault(name, new CodeList(Map.of(), "", year));
    }

    /**
     * The declared position that a reference means.
     *
     * @throws IllegalArgumentException with a Chinese sentence when it means none, or several
     */
    public Place resolve(Reference reference, Scope scope) {
        return new Addressing(sheets).resolve(figures.placed(reference, scope), scope);
    }

    /** As {@link #resolve(Reference, Scope)}, for a reference as it is written in a pack. */
    public Place resolve(String reference, Scope scope) {
        if (!(Formulas.parse(reference) instanceof Reference parsed)) {
            throw new IllegalArgumentException("“" + reference + "”应为“表.块[行, 列]”");
        }
        return resolve(parsed, scope);
    }

    /**
     * The block that {@code within} and {@code each} name.
     *
     * @throws IllegalArgumentException with a Chinese sentence when there is none
     */
    public Scope block(String path, Scope scope) {
        Optional<Scope> moved = figures.blocks(path, scope).stream().findFirst();
        if (moved.isPresent()) {
            return moved.get();
        }
        Addressing.BlockAt at = new Addressing(sheets).blockNamed(path, scope);
        return Scope.block(at.sheet().id(), at.block().id());
    }

    /**
     * The block that a condition names, or all blocks of the sheet.
     *
     * @throws IllegalArgumentException with a Chinese sentence when there is none
     */
    public List<Scope> blocks(String path, Scope scope) {
        if (sheet(path).isEmpty()) {
            List<Scope> moved = figures.blocks(path, scope);
            if (!moved.isEmpty()) {
                return moved;
            }
        }
        boolean inner = scope.sheet().flatMap(this::sheet).flatMap(sheet -> sheet.block(path)).isPresent();
        return inner || sheet(path).isEmpty() ? List.of(block(path, scope))
            : sheet(path).get().blocks().stream().map(block -> Scope.block(path, block.id())).toList();
    }

    /** The block that a scope stands in. */
    public BlockSpec at(Scope scope) {
        return sheet(scope.sheet().orElseThrow()).flatMap(sheet -> sheet.block(scope.block().orElseThrow())).orElseThrow();
    }

    /**
     * The keys of the rows that keys and ranges {@code 甲..乙} name.
     *
     * @param path the block as it is named
     * @param block the block that this is here
     */
    public List<String> rows(String path, List<String> items, Scope block) {
        return figures.rows(path, items).orElseGet(() -> {
            List<String> keys = at(block).rowKeys();
            return items.stream().map(range -> range.split("\\.\\."))
                .flatMap(ends -> keys.subList(keys.indexOf(ends[0]), keys.indexOf(ends[ends.length - 1]) + 1).stream()).toList();
        });
    }

    /** What each item of a chart shows, one place for each of the series. */
    public List<List<Place>> places(ChartSpec.Bars bars) {
        if (bars.each().isEmpty()) {
            return List.of(bars.values().stream().map(value -> resolve(value, Scope.NONE)).toList());
        }
        Scope block = block(bars.each(), Scope.NONE);
        return rows(bars.each(), bars.rows(), block).stream()
            .map(key -> bars.values().stream().map(value -> resolve(value, block.row(key))).toList()).toList();
    }

    /** The tables of the numbered part with their printed numbers, 1 for 表1. */
    public Map<String, Integer> tableNumbers() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        parts.stream().filter(part -> part.kind() == PartSpec.Kind.TABLES)
            .forEach(part -> part.tables().forEach(table -> numbers.put(table, numbers.size() + 1)));
        return numbers;
    }
}
