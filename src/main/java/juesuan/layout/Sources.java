package juesuan.layout;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import juesuan.model.Accounts;
import juesuan.model.CellRef;
import juesuan.model.Document;
import juesuan.model.Entry;
import juesuan.model.Grid;
import juesuan.model.Money;
import juesuan.model.MoneyUnit;
import juesuan.model.Row;
import juesuan.model.Sheet;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.Pack;
import juesuan.pack.RowSpec;
import juesuan.pack.SheetSpec;
import juesuan.pack.Style;

/** Says to everybody where a number is found: the table, line and column in which it is printed, or else who stated it. */
final class Sources {

    private static final Pattern NAME = Pattern.compile("\\{([^{}]+)}");

    private final Pack pack;
    private final Accounts accounts;
    private final Style.Sources patterns;
    private final Map<CellRef, String> words = new HashMap<>();

    Sources(Pack pack, Accounts accounts) {
        this.pack = pack;
        this.accounts = accounts;
        this.patterns = pack.style().sources();
    }

    /** By cell of the workbook. */
    Map<CellRef, String> of(List<Document.Part> parts) {
        accounts.sheets().forEach(this::filed);
        for (Document.Part part : parts) {
            part.tables().forEach(table -> printed(patterns.table(), Map.of("表号", table.number(), "表", table.title()), table.grid()));
            part.forms().forEach(form -> form.grids().forEach(grid ->
                printed(patterns.form(), Map.of("表", form.title(), "名", form.name()), grid)));
        }
        return words;
    }

    private void printed(String pattern, Map<String, String> names, Grid grid) {
        for (Grid.Line line : grid.body()) {
            String number = "";
            boolean named = line.cells().stream().anyMatch(cell -> cell.isHead() && !cell.text().isEmpty());
            for (Grid.Cell cell : line.cells()) {
                if (cell.style().contains(GridMaker.LINE_NUMBER)) {
                    number = cell.text();
                }
                if (cell.figure().isPresent()) {
                    Grid.Figure figure = cell.figure().get();
                    Map<String, String> all = new HashMap<>(names);
                    all.put("行", !number.isEmpty() ? filled(patterns.line(), Map.of("行次", number)) : named ? row(figure) : "");
                    all.put("栏", column(figure, !number.isEmpty()));
                    words.put(figure.cell(), filled(pattern, all));
                }
            }
        }
    }

    private static String row(Grid.Figure figure) {
        return figure.row().contains(figure.code()) ? figure.row() : figure.code() + " " + figure.row();
    }

    /** Lines are numbered over all blocks of a table; their headings say nothing more. */
    private String column(Grid.Figure figure, boolean numbered) {
        String heading = pack.sheet(figure.place().sheet()).flatMap(sheet -> sheet.block(figure.place().block())).map(BlockSpec::heading).orElse("");
        return figure.column().stream().filter(title -> !numbered || !title.equals(heading)).collect(Collectors.joining("·"));
    }

    /** What is printed in no table. */
    private void filed(Sheet sheet) {
        SheetSpec spec = pack.sheet(sheet.id()).orElseThrow();
        for (BlockSpec block : spec.blocks()) {
            boolean several = block.leaves().stream().filter(column -> column.type().isInput()).count() > 1;
            for (Row row : sheet.block(block.id()).map(juesuan.model.Block::rows).orElse(List.of())) {
                for (ColumnSpec column : block.leaves()) {
                    row.entry(column.id()).filter(Entry.Number.class::isInstance).map(Entry.Number.class::cast).ifPresent(number ->
                        words.put(number.cell(), filled(column.source().isEmpty() ? patterns.filed() : column.source(), Map.of("表", spec.title(),
                            "行", name(block, row), "栏", several ? column.title() : "", "数", number(spec, block, column, row, number.number())))));
                }
            }
        }
    }

    private static String name(BlockSpec block, Row row) {
        if (block.items().isEmpty()) {
            return block.codes().isPresent() ? row.label() : row.key();
        }
        return block.leaves().stream().filter(column -> !column.type().isNumeric())
            .flatMap(column -> row.entry(column.id()).stream()).map(Entry::asText).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    private String number(SheetSpec spec, BlockSpec block, ColumnSpec column, Row row, BigDecimal number) {
        Optional<RowSpec> rowSpec = block.row(row.key());
        if (rowSpec.flatMap(RowSpec::type).orElse(column.type()) != ColumnSpec.Type.AMOUNT) {
            return number.stripTrailingZeros().toPlainString() + rowSpec.map(RowSpec::unit).orElse("");
        }
        return spec.fixedUnit().filter(MoneyUnit.YUAN::equals).isPresent() ? pack.style().yuanAmount().format(number) + MoneyUnit.YUAN.label()
            : pack.style().tableAmount().format(new Money(number).wan()) + MoneyUnit.WAN.label();
    }

    /** Once over the pattern: what is put in is not looked at again. What is empty leaves no gap. */
    private String filled(String pattern, Map<String, String> names) {
        Map<String, String> all = new HashMap<>(Map.of("年度", String.valueOf(accounts.year()), "上年度", String.valueOf(accounts.year() - 1),
            "部门名称", accounts.department()));
        all.putAll(names);
        return NAME.matcher(pattern).replaceAll(name -> Matcher.quoteReplacement(all.getOrDefault(name.group(1), ""))).transform(Sources::withoutGaps);
    }

    private static String withoutGaps(String text) {
        return (text.contains("  ") ? text.replaceAll(" +", " ") : text).strip();
    }
}
