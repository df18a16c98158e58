package juesuan.samples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import juesuan.model.Accounts;
import juesuan.model.Block;
import juesuan.model.CellRef;
import juesuan.model.Entry;
import juesuan.model.Money;
import juesuan.model.MoneyUnit;
import juesuan.model.Place;
import juesuan.model.Row;
import juesuan.model.Sheet;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.Pack;
import juesuan.pack.RowSpec;
import juesuan.pack.SheetSpec;

/** A sample as the reader should read it, without a workbook in between. */
public final class SampleAccounts {

    private SampleAccounts() {
    }

    public static Accounts of(Sample sample, Pack pack) {
        MoneyUnit unit = MoneyUnit.of(sample.at(new Place("基本信息", "基本信息", "金额单位", "内容"))).orElseThrow();
        List<Sheet> sheets = new ArrayList<>();
        for (Sample.Filled filled : sample.sheets()) {
            SheetSpec spec = pack.sheet(filled.sheet()).orElseThrow();
            List<Block> blocks = spec.blocks().stream()
                .map(block -> block(spec, block, filled, spec.fixedUnit().orElse(unit))).toList();
            sheets.add(new Sheet(spec.id(), filled.tab(), blocks));
        }
        return new Accounts(sample.at(new Place("基本信息", "基本信息", "部门名称", "内容")), sample.year(), unit,
            sample.typed(new Place("基本信息", "基本信息", "公开日期", "内容")).map(LocalDate::parse), sheets);
    }

    private static Block block(SheetSpec sheet, BlockSpec block, Sample.Filled filled, MoneyUnit unit) {
        List<Row> rows = new ArrayList<>();
        Map<String, Entry> above = new LinkedHashMap<>();
        for (String key : keys(block, filled)) {
            Optional<RowSpec> row = block.row(key);
            Map<String, Entry> entries = new LinkedHashMap<>();
            for (ColumnSpec column : block.leaves()) {
                boolean computed = column.isComputed() || row.filter(r -> r.values().containsKey(column.id())).isPresent();
                if (column.type().isInput() && !computed) {
                    String typed = filled.cells().get(new Place(sheet.id(), block.id(), key, column.id()));
                    Entry entry = entry(typed, row.flatMap(RowSpec::type).orElse(column.type()), column,
                        unit, cell(filled.tab(), new Place(sheet.id(), block.id(), key, column.id())));
                    if (column.carry() && entry.isBlank() && above.containsKey(column.id())) {
                        entry = above.get(column.id());
                    }
                    above.put(column.id(), entry);
                    entries.put(column.id(), entry);
                }
            }
            String name = filled.cells().get(new Place(sheet.id(), block.id(), key, "科目名称"));
            rows.add(new Row(key, row.map(RowSpec::label).orElse(name == null ? key : name), entries));
        }
        return new Block(block.id(), rows);
    }

    /** Where the entry of a place stands: not an address, but as good as one. */
    public static CellRef cell(String tab, Place place) {
        return new CellRef(tab, place.block() + "/" + place.row() + "/" + place.column());
    }

    private static List<String> keys(BlockSpec block, Sample.Filled filled) {
        if (!block.rows().isEmpty()) {
            return block.rows().stream().filter(row -> !row.isGap()).map(RowSpec::key).toList();
        }
        Stream<String> typed = filled.cells().keySet().stream().filter(p -> p.block().equals(block.id())).map(Place::row);
        // A blank sheet has its total row before anything is typed.
        Stream<String> ordered = block.codes().isPresent() ? typed.sorted() : typed;
        return Stream.concat(block.codes().map(BlockSpec.CodeRows::total).stream(), ordered).distinct().toList();
    }

    private static Entry entry(String typed, ColumnSpec.Type type, ColumnSpec column, MoneyUnit unit, CellRef cell) {
        if (typed == null || typed.isEmpty()) {
            return column.blank() == ColumnSpec.Blank.ZERO ? new Entry.Number(BigDecimal.ZERO, cell) : new Entry.Blank(cell);
        }
        return switch (type) {
            case AMOUNT -> new Entry.Number(Money.of(new BigDecimal(typed), unit).yuan(), cell);
            case COUNT, NUMBER -> new Entry.Number(new BigDecimal(typed), cell);
            default -> new Entry.Text(typed, cell);
        };
    }
}
