package juesuan.workbook.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import juesuan.model.Block;
import juesuan.model.Entry;
import juesuan.model.MoneyUnit;
import juesuan.model.Row;
import juesuan.model.Sheet;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.RowSpec;
import juesuan.pack.SheetSpec;
import juesuan.workbook.sheet.Labels;
import org.apache.poi.ss.util.CellReference;

/** Reads one tab by its declaration: first where every block begins, then the rows in between. */
final class SheetReader {

    /** @param touched whether anything was filled that a blank sheet does not hold */
    record Result(Sheet sheet, boolean touched) {
    }

    private static final Pattern UNIT = Pattern.compile("(?<!编制|填报|报送)单位:(?:人民币)?(万元|元)$");
    /** 栏次 without a label: so many numbers 1, 2, 3 … in a row are no amounts. */
    private static final int COUNTING = 3;

    private final Subjects subjects;
    private final SheetSpec spec;
    private final FilledSheet tab;
    private final MoneyUnit unit;
    private final Report report;
    private final EntryReader entries;
    private final Set<Integer> hiddenRows = new TreeSet<>();
    private final Set<Integer> hiddenColumns = new TreeSet<>();

    SheetReader(Subjects subjects, SheetSpec spec, FilledSheet tab, MoneyUnit unit, Report report) {
        this.subjects = subjects;
        this.spec = spec;
        this.tab = tab;
        this.unit = spec.fixedUnit().orElse(unit);
        this.report = report;
        this.entries = new EntryReader(tab, report);
    }

    Result read() {
        List<FoundBand> bands = locate();
        checkUnit(bands);
        List<Block> blocks = new ArrayList<>();
        Map<String, Integer> above = Map.of();
        for (int i = 0; i < bands.size(); i++) {
            FoundBand band = bands.get(i);
            int declared = band.blocks().stream().mapToInt(block -> block.rows().size()).max().orElse(0);
            int end = i + 1 < bands.size() ? bands.get(i + 1).top() : Math.max(tab.rows(), band.body()) + declared + 1;
            blocks.addAll(read(band, end, above));
            if (band.hasHeader()) {
                unknownColumns(band, end);
                hiddenColumns(band, end);
                above = new LinkedHashMap<>();
                band.columns().values().forEach(above::putAll);
            }
        }
        spec.blocks().stream().filter(SheetReader::declares).filter(block -> blocks.stream().noneMatch(read -> read.id().equals(block.id())))
            .forEach(block -> blocks.add(new Block(block.id(), block.rows().stream().map(this::undeclared).toList())));
        if (!hiddenColumns.isEmpty()) {
            report.add(tab.name(), Problem.warning(ReadRule.HIDDEN_CELLS, "第 " + hiddenColumns.stream()
                .map(CellReference::convertNumToColString).collect(Collectors.joining("、")) + " 列是隐藏的，里面的内容已照样读取",
                "请取消隐藏，核对这些列。"));
        }
        if (!hiddenRows.isEmpty()) {
            report.add(tab.name(), Problem.warning(ReadRule.HIDDEN_CELLS, "第 " + hiddenRows.stream()
                .map(row -> Integer.toString(row + 1)).collect(Collectors.joining("、")) + " 行是隐藏的，里面的内容已照样读取",
                "请取消隐藏，核对这些行。"));
        }
        return new Result(new Sheet(spec.id(), tab.name(), blocks), entries.typed() > 0);
    }

    private static boolean declares(BlockSpec block) {
        return !block.rows().isEmpty() && block.rows().stream().allMatch(RowSpec::declares);
    }

    /** A workbook made before there was such a declaration declares nothing. */
    private Row undeclared(RowSpec row) {
        Map<String, Entry> blank = new LinkedHashMap<>();
        spec.blocks().stream().filter(block -> block.rows().contains(row)).flatMap(block -> block.leaves().stream())
            .filter(column -> column.isRead(Optional.of(row)) && column.type() != ColumnSpec.Type.LABEL)
            .forEach(column -> blank.put(column.id(), new Entry.Blank(tab.ref(0, 0))));
        return new Row(row.key(), row.label(), blank);
    }

    private List<FoundBand> locate() {
        List<FoundBand> bands = new ArrayList<>();
        int from = 0;
        for (List<BlockSpec> blocks : spec.bands()) {
            Optional<FoundBand> band = blocks.get(0).header() ? header(blocks, from) : plain(blocks, from);
            if (band.isPresent()) {
                bands.add(band.get());
                from = band.get().hasHeader() ? band.get().body() : band.get().body() + 1;
            }
        }
        return bands;
    }

    private Optional<FoundBand> header(List<BlockSpec> blocks, int from) {
        HeaderFinder.Search search = new HeaderFinder(tab, blocks).find(from);
        if (search.found().isEmpty() && !declares(blocks.get(0))) {
            String names = blocks.stream().map(BlockSpec::id).distinct().collect(Collectors.joining("、"));
            report.add(tab.name(), Problem.error(ReadRule.COLUMN_MISSING, search.anywhere()
                ? "“" + names + "”部分没有找到列“" + String.join("”“", search.missing()) + "”"
                : "没有找到“" + names + "”部分的表头",
                "请把列名改回与空白填报表一致，列的左右次序也要一致。"));
        }
        return search.found();
    }

    private Optional<FoundBand> plain(List<BlockSpec> blocks, int from) {
        OptionalInt row = PlainRows.find(tab, blocks.get(0), from);
        if (row.isEmpty()) {
            report.add(tab.name(), Problem.error(ReadRule.ROW_MISSING,
                "没有找到“" + blocks.get(0).id() + "”部分的任何一行", "请把行名改回与空白填报表一致。"));
            return Optional.empty();
        }
        return Optional.of(new FoundBand(blocks, row.getAsInt(), row.getAsInt(), Map.of()));
    }

    private List<Block> read(FoundBand band, int end, Map<String, Integer> above) {
        List<Integer> rows = IntStream.range(band.body(), end).boxed().collect(Collectors.toCollection(ArrayList::new));
        rows.removeIf(row -> isOrdinals(row));
        rows.stream().filter(row -> !tab.isRowEmpty(row)).findFirst().filter(row -> isCounting(row, band)).ifPresent(rows::remove);
        List<Block> blocks = new ArrayList<>();
        for (BlockSpec block : band.blocks()) {
            BlockRows frame = BlockRows.of(tab, block, band.columns().getOrDefault(block.id(), Map.of()), rows, unit, entries, report);
            List<Row> read = rows(frame, above);
            hiddenRows.addAll(frame.hidden());
            new SumGuard(block, read, unit, entries, report).check();
            blocks.add(new Block(block.id(), read));
            if (declares(block) && read.stream().flatMap(row -> row.entries().values().stream()).anyMatch(entry -> entry instanceof Entry.Text && !entry.isBlank())) {
                entries.countBlanksAsZero();
            }
        }
        return blocks;
    }

    private List<Row> rows(BlockRows frame, Map<String, Integer> above) {
        BlockSpec block = frame.block();
        if (!block.header()) {
            return new PlainRows(frame, above).read();
        }
        if (block.codes().isPresent()) {
            return new CodeRows(frame, block.codes().get(), subjects).read();
        }
        return block.items().isPresent() ? new ItemRows(frame).read() : new FixedRows(frame).read();
    }

    private boolean isOrdinals(int row) {
        String label = Labels.normal(spec.ordinals());
        return !label.isEmpty() && IntStream.range(0, tab.width(row)).anyMatch(column -> tab.label(row, column).equals(label));
    }

    private boolean isCounting(int row, FoundBand band) {
        if (spec.ordinals().isEmpty()) {
            return false;
        }
        int count = 0;
        for (BlockSpec block : band.blocks()) {
            for (ColumnSpec column : block.leaves()) {
                Integer at = band.columns().getOrDefault(block.id(), Map.of()).get(column.id());
                if (at != null && column.type().isNumeric() && !tab.label(row, at).equals(Integer.toString(++count))) {
                    return false;
                }
            }
        }
        return count >= COUNTING;
    }

    /** A table pasted in 元 into a workbook in 万元 would be wrong by ten thousand, everywhere. */
    private void checkUnit(List<FoundBand> bands) {
        int top = bands.isEmpty() ? 0 : bands.get(0).top();
        for (int row = 0; row < top; row++) {
            for (int column = 0; column < tab.width(row); column++) {
                String text = tab.isFormula(row, column)
                    ? Labels.normal(tab.value(row, column).content().shown()) : tab.label(row, column);
                Matcher written = UNIT.matcher(text);
                if (written.find() && !written.group(1).equals(unit.label())) {
                    report.add(tab.ref(row, column), "", text, Problem.error(ReadRule.UNIT_DIFFERS,
                        "写的单位是" + written.group(1) + "，本表却要按" + unit.label() + "读取",
                        "请核对本表的数是哪个单位：改正“基本信息”里的金额单位，或者换算本表的数并改正这里的单位。"));
                }
            }
        }
    }

    private void unknownColumns(FoundBand band, int end) {
        for (int column : new HeaderFinder(tab, band.blocks()).unknownColumns(band, Math.min(end, tab.rows()))) {
            report.add(tab.ref(band.body() - 1, column), "", tab.label(band.body() - 1, column), Problem.warning(
                ReadRule.COLUMN_UNKNOWN, "“" + tab.label(band.body() - 1, column) + "”不是本表的列，里面的数没有读取",
                "如果应当公开，请并入有关的列；否则请删去。"));
        }
    }

    private void hiddenColumns(FoundBand band, int end) {
        band.columns().values().stream().flatMap(columns -> columns.values().stream()).distinct().sorted()
            .filter(tab::isColumnHidden)
            .filter(column -> IntStream.range(band.body(), end).anyMatch(row -> !(tab.stored(row, column) instanceof Content.Empty)))
            .forEach(hiddenColumns::add);
    }
}
