package juesuan.workbook.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.model.Entry;
import juesuan.model.Finding;
import juesuan.model.Place;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.ColumnSpec.Type;
import juesuan.pack.Pack;
import juesuan.pack.PackFiles;
import juesuan.pack.RowSpec;
import juesuan.pack.SheetSpec;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook laid out naively from its declarations and filled so that reading it finds nothing:
 * every amount is 1, every code table has three rows. Tests spoil single cells of it.
 */
final class TestBook {

    static final Pack GUANGDONG = Pack.load(new PackFiles(Optional.empty()), "guangdong", 2023);
    private static final List<String> CODES = List.of("201", "20105", "2010504");

    final Pack pack;
    final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Map<Place, XSSFCell> cells = new HashMap<>();

    TestBook(Pack pack) {
        this.pack = pack;
        pack.sheets().forEach(this::sheet);
    }

    /** 基本信息 and these sheets. */
    static TestBook of(String... sheets) {
        return new TestBook(packOf(sheets));
    }

    static Pack packOf(String... sheets) {
        List<String> ids = List.of(sheets);
        Pack p = GUANGDONG;
        return new Pack(p.id(), p.name(), p.version(), p.year(), p.title(),
            p.sheets().stream().filter(s -> s.id().equals("基本信息") || ids.contains(s.id())).toList(),
            p.parts(), p.summary(), p.texts(), p.codes(), p.renamed(), p.style(), p.changes(), List.of(), List.of(), p.instructions(), p.resources(), p.figures());
    }

    XSSFCell cell(String sheet, String block, String row, String column) {
        return Optional.ofNullable(cells.get(new Place(sheet, block, row, column)))
            .orElseThrow(() -> new AssertionError(sheet + "." + block + "[" + row + ", " + column + "]"));
    }

    /** The cells of this type, in no order. */
    List<Map.Entry<Place, XSSFCell>> cells(Type type) {
        return cells.entrySet().stream().filter(e -> pack.sheet(e.getKey().sheet()).orElseThrow()
            .block(e.getKey().block()).orElseThrow().column(e.getKey().column()).orElseThrow().type() == type).toList();
    }

    XSSFSheet tab(String sheet) {
        return workbook.getSheet(pack.sheet(sheet).orElseThrow().name());
    }

    Submission read() {
        WorkbookReader reader = WorkbookReader.open(bytes(), "填报.xlsx");
        return reader.read(pack);
    }

    byte[] bytes() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Entry entry(Submission submission, String sheet, String block, String row, String column) {
        return submission.accounts().entry(new Place(sheet, block, row, column))
            .orElseThrow(() -> new AssertionError(row + ", " + column + " was not read: " + messages(submission)));
    }

    static List<String> messages(Submission submission) {
        return submission.findings().stream()
            .map(f -> f.rule() + " " + f.severity() + " " + f.message()).toList();
    }

    static List<String> rules(Submission submission) {
        return submission.findings().stream().map(Finding::rule).distinct().toList();
    }

    private void sheet(SheetSpec spec) {
        XSSFSheet sheet = workbook.createSheet(spec.name());
        put(sheet, 0, 0, spec.title());
        put(sheet, 1, 0, "单位：" + spec.unit().orElse("万元"));
        int next = 2;
        for (List<BlockSpec> band : spec.bands()) {
            if (!band.get(0).title().isEmpty()) {
                put(sheet, next++, 0, band.get(0).title());
            }
            int depth = band.stream().mapToInt(BlockSpec::headerDepth).max().orElse(0);
            int body = next + depth + (spec.ordinals().isEmpty() ? 0 : 1);
            int column = 0;
            int ordinal = 0;
            int end = body;
            for (BlockSpec block : band) {
                if (block.header()) {
                    header(sheet, block, next, depth, column);
                }
                if (!spec.ordinals().isEmpty()) {
                    ordinal = ordinals(sheet, spec, block, body - 1, column, ordinal);
                }
                end = Math.max(end, body(sheet, spec, block, body, column));
                column += block.leaves().size();
            }
            next = end + 1;
        }
        int note = next;
        for (String text : spec.notes()) {
            put(sheet, note++, 0, "注：" + text);
        }
    }

    private static void header(XSSFSheet sheet, BlockSpec block, int row, int depth, int column) {
        int from = row;
        if (!block.heading().isEmpty()) {
            put(sheet, row, column, block.heading());
            merge(sheet, row, row, column, column + block.leaves().size() - 1);
            from++;
        }
        columns(sheet, block.columns(), from, row + depth - 1, column);
    }

    private static int columns(XSSFSheet sheet, List<ColumnSpec> columns, int row, int last, int column) {
        int at = column;
        for (ColumnSpec spec : columns) {
            put(sheet, row, at, spec.title());
            if (spec.columns().isEmpty()) {
                merge(sheet, row, last, at, at);
                at++;
            } else {
                int end = columns(sheet, spec.columns(), row + 1, last, at);
                merge(sheet, row, row, at, end - 1);
                at = end;
            }
        }
        return at;
    }

    private static int ordinals(XSSFSheet sheet, SheetSpec spec, BlockSpec block, int row, int column, int before) {
        int ordinal = before;
        List<ColumnSpec> leaves = block.leaves();
        for (int i = 0; i < leaves.size(); i++) {
            if (leaves.get(i).type() == Type.AMOUNT) {
                put(sheet, row, column + i, Integer.toString(++ordinal));
            } else if (i == 0) {
                put(sheet, row, column, spec.ordinals());
            }
        }
        return ordinal;
    }

    private int body(XSSFSheet sheet, SheetSpec spec, BlockSpec block, int from, int column) {
        int row = from;
        for (RowSpec declared : block.rows()) {
            if (!declared.isGap()) {
                row(sheet, spec, block, Optional.of(declared), declared.key(), row, column);
            }
            row += Math.max(1, declared.skip());
        }
        if (block.codes().isPresent()) {
            row(sheet, spec, block, Optional.empty(), block.codes().get().total(), row++, column);
            for (String code : CODES) {
                row(sheet, spec, block, Optional.empty(), code, row++, column);
            }
        }
        if (block.items().isPresent()) {
            row(sheet, spec, block, Optional.empty(), "1", row++, column);
            row(sheet, spec, block, Optional.empty(), "2", row++, column);
        }
        return row;
    }

    private void row(XSSFSheet sheet, SheetSpec spec, BlockSpec block, Optional<RowSpec> declared, String key, int row,
                     int column) {
        List<ColumnSpec> leaves = block.leaves();
        for (int i = 0; i < leaves.size(); i++) {
            ColumnSpec leaf = leaves.get(i);
            XSSFCell cell = cell(sheet, row, column + i);
            cells.put(new Place(spec.id(), block.id(), key, leaf.id()), cell);
            boolean fixed = !leaf.type().isInput() || leaf.type() == Type.CODE || leaf.type() == Type.NAME;
            Type type = fixed ? leaf.type() : declared.flatMap(RowSpec::type).orElse(leaf.type());
            boolean total = block.codes().isPresent() && key.equals(block.codes().get().total());
            switch (type) {
                case LABEL -> cell.setCellValue(declared.orElseThrow().label());
                case LINE -> cell.setCellValue(row);
                case CODE -> cell.setCellValue(total ? "" : declared.map(RowSpec::code).orElse(key));
                case NAME -> cell.setCellValue(total ? key
                    : pack.codeList(block.codes().orElseThrow().list()).name(key).orElseThrow());
                case AMOUNT, COUNT, NUMBER -> cell.setCellValue(key.equals("年度") ? 2023 : 1);
                case DATE -> cell.setCellValue("2024年9月");
                case CHOICE -> declared.filter(choice -> !choice.declares()).ifPresent(choice -> cell.setCellValue("万元"));
                case TEXT, LONG -> cell.setCellValue(key.equals("部门名称") ? "某某局" : "文字");
                default -> { }
            }
            if (declared.isPresent() && !leaf.isRead(declared) && leaf.type().isInput()) {
                cell.setBlank();
            }
        }
    }

    private static void merge(XSSFSheet sheet, int top, int bottom, int left, int right) {
        if (top < bottom || left < right) {
            sheet.addMergedRegion(new CellRangeAddress(top, bottom, left, right));
        }
    }

    static void put(XSSFSheet sheet, int row, int column, String text) {
        cell(sheet, row, column).setCellValue(text);
    }

    static XSSFCell cell(XSSFSheet sheet, int row, int column) {
        XSSFRow r = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        return r.getCell(column) == null ? r.createCell(column) : r.getCell(column);
    }
}
