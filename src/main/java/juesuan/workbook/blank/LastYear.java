package juesuan.workbook.blank;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import juesuan.formula.Formulas;
import juesuan.model.Accounts;
import juesuan.model.Block;
import juesuan.model.Entry;
import juesuan.model.Finding;
import juesuan.model.MoneyUnit;
import juesuan.model.Place;
import juesuan.model.Row;
import juesuan.model.Sheet;
import juesuan.model.Value;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.Pack;
import juesuan.pack.RowSpec;
import juesuan.pack.Scope;
import juesuan.pack.SheetSpec;

/**
 * What last year's workbook gives this year's: the texts that seldom change, and last year's
 * 决算数 where this year's declarations compare with them.
 *
 * @param remarks what could not be carried forward
 */
public record LastYear(List<Filling> fillings, List<Finding> remarks) {

    /** The column that a comparison with last year is made from. */
    private static final String PRIOR = "上年决算数";

    public static LastYear of(Accounts last, Pack lastPack, Pack pack) {
        return new Carrier(last, lastPack, pack).carry();
    }

    private static final class Carrier {

        private static final String ITEM = "\\d{7}";

        private final Accounts last;
        private final Pack lastPack;
        private final Pack pack;
        private final List<Finding> remarks = new ArrayList<>();

        Carrier(Accounts last, Pack lastPack, Pack pack) {
            this.last = last;
            this.lastPack = lastPack;
            this.pack = pack;
        }

        LastYear carry() {
            List<Filling> fillings = new ArrayList<>();
            if (!isTheYearBefore()) {
                remarks.add(Finding.warning("T04", "沿用的工作簿是 " + last.year() + " 年度的，不是 " + (pack.year() - 1)
                    + " 年度的：上年的数都空着，只沿用了文字、科目编码和项目名称", "请照 " + (pack.year() - 1) + " 年度公开的决算填上年的数，或者换用 "
                    + (pack.year() - 1) + " 年度的工作簿再生成一次"));
            }
            for (SheetSpec spec : pack.sheets()) {
                Map<Place, String> cells = new LinkedHashMap<>();
                if (spec.kind() == SheetSpec.Kind.FORM) {
                    spec.blocks().forEach(block -> block(spec, block, cells));
                }
                if (spec.kind() == SheetSpec.Kind.TABLE) {
                    spec.blocks().forEach(block -> codes(spec, block, cells));
                }
                if (spec.kind() == SheetSpec.Kind.PERFORMANCE) {
                    fillings.addAll(copies(spec));
                }
                if (!cells.isEmpty()) {
                    fillings.add(new Filling(spec.id(), spec.name(), cells));
                }
            }
            return new LastYear(fillings, remarks);
        }

        private boolean isTheYearBefore() {
            return last.year() == pack.year() - 1;
        }

        /** The 项 of the table from which others take their codes: theirs as well, so that none has to be typed again. */
        private void codes(SheetSpec spec, BlockSpec block, Map<Place, String> cells) {
            Set<SheetSpec> takers = new LinkedHashSet<>();
            takers.add(spec);
            for (int known = 0; known < takers.size();) {
                known = takers.size();
                pack.sheets().stream().filter(sheet -> sheet.blocks().stream().flatMap(b -> b.codes().stream())
                    .anyMatch(codes -> pack.codesOffered(codes.offer()).filter(source -> takers.contains(source.getKey())).isPresent()))
                    .forEach(takers::add);
            }
            if (takers.size() == 1 || block.codes().filter(codes -> codes.offer().isEmpty()).isEmpty()) {
                return;
            }
            String column = block.leaves().stream().filter(leaf -> leaf.type() == ColumnSpec.Type.CODE).findFirst().orElseThrow().id();
            takers.stream().flatMap(taker -> last.sheet(taker.id()).stream()).flatMap(sheet -> sheet.blocks().stream())
                .flatMap(rows -> rows.rows().stream()).map(Row::key).filter(key -> key.matches(ITEM)).distinct().sorted()
                .forEach(code -> cells.put(new Place(spec.id(), block.id(), code, column), code));
            if (!cells.isEmpty()) {
                remarks.add(Finding.warning("T03", "“" + spec.name() + "”沿用了去年的项级科目编码，其他各表跟着带出",
                    "今年没有的，请把那一格编码删去；新的科目接着往下填"));
            }
        }

        /** What a project keeps from year to year: its names, no amounts. */
        private List<Filling> copies(SheetSpec spec) {
            List<Filling> copies = new ArrayList<>();
            for (Sheet sheet : last.sheets(spec.id())) {
                Map<Place, String> cells = new LinkedHashMap<>();
                for (BlockSpec block : spec.blocks()) {
                    for (RowSpec row : block.rows()) {
                        block.leaves().stream().filter(column -> row.keep() && column.type().isInput()).forEach(column ->
                            sheet.entry(block.id(), row.key(), column.id()).filter(entry -> entry instanceof Entry.Text && !entry.isBlank())
                                .ifPresent(entry -> cells.put(new Place(spec.id(), block.id(), row.key(), column.id()), entry.asText())));
                    }
                }
                if (!cells.isEmpty()) {
                    copies.add(new Filling(spec.id(), sheet.name(), cells));
                }
            }
            if (!copies.isEmpty()) {
                remarks.add(Finding.warning("T03", "“" + spec.name() + "”沿用了去年 " + copies.size() + " 个项目的编码、名称和单位",
                    "今年没有的项目，请删去那张工作表；有变动的请改正"));
            }
            return copies;
        }

        private void block(SheetSpec spec, BlockSpec block, Map<Place, String> cells) {
            for (RowSpec row : block.rows()) {
                for (ColumnSpec column : block.leaves()) {
                    Place place = new Place(spec.id(), block.id(), row.key(), column.id());
                    if (!isTheYearBefore() && (row.lastYear().containsKey(column.id()) || column.id().equals(PRIOR))) {
                        continue;
                    }
                    if (!row.isGap() && row.lastYear().containsKey(column.id())) {
                        put(evaluate(row.lastYear().get(column.id()), Scope.block(spec.id(), block.id()).row(row.key())),
                            row, place, cells);
                    } else if (!row.isGap() && column.id().equals(PRIOR) && !row.values().containsKey(PRIOR)) {
                        prior(block, row, place, cells);
                    } else if (!row.isGap() && column.type().isInput() && (block.keep() || row.keep())) {
                        last.entry(place).filter(entry -> !entry.isBlank() && !(entry instanceof Entry.Unreadable)).ifPresent(entry -> keep(place, entry, cells));
                    }
                }
            }
            if (block.items().isPresent() && block.keep()) {
                items(spec, block, cells);
            }
        }

        private void keep(Place place, Entry entry, Map<Place, String> cells) {
            cells.put(place, entry.asText());
            if (entry.asText().contains(String.valueOf(last.year()))) {
                remarks.add(Finding.warning("T02", "“" + place.sheet() + "”的“" + place.row() + "”沿用的文字里有去年的年份 "
                    + last.year(), "请在新的工作簿里核对、更新"));
            }
        }

        private void items(SheetSpec spec, BlockSpec block, Map<Place, String> cells) {
            List<Row> rows = last.sheet(spec.id()).flatMap(sheet -> sheet.block(block.id())).map(Block::rows).orElse(List.of());
            // All rows, also those beyond last year's, so that nothing of the prefill remains in between.
            int count = rows.isEmpty() ? 0 : Math.max(rows.size(), block.items().orElseThrow().prefill().size());
            for (int i = 0; i < count; i++) {
                for (ColumnSpec column : block.leaves()) {
                    String text = i < rows.size() ? rows.get(i).entry(column.id()).map(Entry::asText).orElse("") : "";
                    cells.put(new Place(spec.id(), block.id(), String.valueOf(i + 1), column.id()), text);
                }
            }
        }

        /** Last year's amount: what last year's workbook has for the same comparison's current amount. */
        private void prior(BlockSpec block, RowSpec row, Place place, Map<Place, String> cells) {
            String current = block.compare().stream().filter(compare -> compare.base().equals(PRIOR))
                .map(BlockSpec.CompareSpec::current).findFirst().orElse("");
            put(amount(new Place(place.sheet(), place.block(), place.row(), current), row, current), row, place, cells);
        }

        private void put(Value value, RowSpec row, Place place, Map<Place, String> cells) {
            if (value instanceof Value.Known known) {
                cells.put(place, known.number().divide(last.unit() == MoneyUnit.WAN
                    ? BigDecimal.valueOf(10_000) : BigDecimal.ONE).stripTrailingZeros().toPlainString());
            } else {
                remarks.add(Finding.warning("T01", "“" + place.sheet() + "”的“" + row.label() + "”没有上年的数可以沿用",
                    "请在新的工作簿里填写"));
            }
        }

        private Value amount(Place place, RowSpec row, String column) {
            Optional<Entry> entry = last.entry(place);
            if (entry.isPresent()) {
                return entry.get().asValue();
            }
            Optional<String> formula = Optional.ofNullable(row.values().get(column));
            if (formula.isEmpty() || lastPack.sheet(place.sheet()).isEmpty()) {
                return Value.missing("没有");
            }
            return evaluate(formula.get(), Scope.block(place.sheet(), place.block()).row(place.row()));
        }

        private Value evaluate(String formula, Scope scope) {
            return Formulas.parse(formula).evaluate(reference -> {
                try {
                    return last.entry(lastPack.resolve(reference, scope)).map(Entry::asValue).orElse(Value.missing("没有"));
                } catch (IllegalArgumentException e) {
                    return Value.missing(e.getMessage());
                }
            });
        }
    }
}
