package juesuan.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.model.Entry;
import juesuan.model.Grid;
import juesuan.model.Money;
import juesuan.model.MoneyUnit;
import juesuan.model.Place;
import juesuan.model.Row;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.NumberStyle;
import juesuan.pack.RowSpec;
import juesuan.pack.SheetSpec;
import juesuan.pack.Style;

/** Numbers of one sheet, as they are printed and named. */
final class Figures {

    private final SheetSpec spec;
    private final boolean inYuan;
    private final NumberStyle amounts;

    Figures(SheetSpec spec, Style style) {
        this.spec = spec;
        this.inYuan = spec.fixedUnit().filter(MoneyUnit.YUAN::equals).isPresent();
        this.amounts = inYuan ? style.yuanAmount() : style.tableAmount();
    }

    /** @param type of the cell, the row's own type applied */
    String text(Entry.Number number, ColumnSpec.Type type) {
        return type == ColumnSpec.Type.AMOUNT ? amounts.format(inYuan ? number.number() : new Money(number.number()).wan()) : plain(number).toPlainString();
    }

    Grid.Figure figure(BlockSpec block, ColumnSpec column, Optional<RowSpec> rowSpec, Row row, Entry.Number number,
                       ColumnSpec.Type type) {
        boolean amount = type == ColumnSpec.Type.AMOUNT;
        String unit = !amount ? rowSpec.map(RowSpec::unit).orElse("") : inYuan ? MoneyUnit.YUAN.label() : MoneyUnit.WAN.label();
        return new Grid.Figure(new Place(spec.id(), block.id(), row.key(), column.id()), number.cell(),
            amount ? amounts.rounded(inUnit(number)) : plain(number), unit, label(block, rowSpec, row),
            code(rowSpec, row), path(block, column), amount && !inYuan && new Money(number.number()).isTiny());
    }

    Grid.Typed typed(BlockSpec block, ColumnSpec column, Optional<RowSpec> rowSpec, Row row) {
        return new Grid.Typed(new Place(spec.id(), block.id(), row.key(), column.id()), label(block, rowSpec, row), path(block, column));
    }

    private BigDecimal inUnit(Entry.Number number) {
        return inYuan ? number.number() : new Money(number.number()).printedWan();
    }

    private static BigDecimal plain(Entry.Number number) {
        return number.number().stripTrailingZeros();
    }

    private static String label(BlockSpec block, Optional<RowSpec> rowSpec, Row row) {
        if (block.items().isPresent()) {
            return nameOfItem(block, row);
        }
        return rowSpec.map(RowSpec::label).or(() -> Optional.of(row.label())).filter(label -> !label.isEmpty()).orElse(row.key());
    }

    /** The group labels, then the first text of the row's own. */
    private static String nameOfItem(BlockSpec block, Row row) {
        List<ColumnSpec> texts = block.leaves().stream().filter(column -> !column.type().isNumeric()).toList();
        Stream<ColumnSpec> own = texts.stream().filter(column -> !column.carry()).limit(1);
        return Stream.concat(texts.stream().filter(ColumnSpec::carry), own)
            .flatMap(column -> row.entry(column.id()).stream()).map(Entry::asText).filter(text -> !text.isEmpty())
            .collect(Collectors.joining("／"));
    }

    private static String code(Optional<RowSpec> rowSpec, Row row) {
        return rowSpec.map(spec -> spec.code().isEmpty() ? spec.subject() : spec.code())
            .orElseGet(() -> row.key().matches("\\d{3,7}") ? row.key() : "");
    }

    /** The header cells over a column. */
    private static List<String> path(BlockSpec block, ColumnSpec column) {
        List<String> path = new ArrayList<>();
        if (!block.heading().isEmpty()) {
            path.add(block.heading());
        }
        down(block.columns(), column, path);
        return path;
    }

    private static boolean down(List<ColumnSpec> columns, ColumnSpec to, List<String> path) {
        for (ColumnSpec column : columns) {
            path.add(column.title());
            if (column == to || down(column.columns(), to, path)) {
                return true;
            }
            path.remove(path.size() - 1);
        }
        return false;
    }
}
