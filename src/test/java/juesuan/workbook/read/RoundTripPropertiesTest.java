package juesuan.workbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import juesuan.model.Block;
import juesuan.model.Entry;
import juesuan.model.Finding;
import juesuan.model.Place;
import juesuan.model.Row;
import juesuan.model.Sheet;
import juesuan.pack.ColumnSpec.Type;
import juesuan.pack.NumberStyle;
import juesuan.samples.Seeds;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;

/** What is typed is what is read, to the last 分, wherever the clerk has moved it. */
class RoundTripPropertiesTest {

    private static final String TABLE = "收入支出决算总表";
    private static final int CELLS = 40;
    private static final BigDecimal MOST_FEN = BigDecimal.valueOf(99_999_999_999_999L);
    /** After 基本信息, which every book has. */
    private static final String[] TABS = {TABLE, "收入决算表", "上年与预算", "财政拨款“三公”经费支出决算表", "项目支出绩效自评表"};
    private static final List<String> JUNK = List.of("—", "1,234", "１２", "12万", "(5)", "合计", "栏次", "201", "项目", "单位：元",
        "注：无", "总计", "#REF!", "\u202E12", "1e5", " ");

    @Test
    void amountsInYuanRoundTrip() {
        Seeds.forAll(25, seeds -> amounts(seeds, 2), amounts ->
            roundTrip(amounts, "元", new NumberStyle(2, false, true, null), BigDecimal.ONE));
    }

    @Test
    void amountsInWanRoundTrip() {
        Seeds.forAll(25, seeds -> amounts(seeds, 6), amounts ->
            roundTrip(amounts, "万元", new NumberStyle(6, true, true, null), BigDecimal.valueOf(10_000)));
    }

    /** @param decimals of one 分 */
    private static List<BigDecimal> amounts(Seeds seeds, int decimals) {
        BigDecimal most = MOST_FEN.movePointLeft(decimals);
        return seeds.list(CELLS, CELLS, () -> seeds.decimal(most.negate(), most, decimals));
    }

    /** Every second amount as a number, as Excel stores it (through a double), the others as text with separators. */
    private static void roundTrip(List<BigDecimal> amounts, String unit, NumberStyle style, BigDecimal yuan) {
        TestBook book = TestBook.of(TABLE);
        book.cell("基本信息", "基本信息", "金额单位", "内容").setCellValue(unit);
        TestBook.put(book.tab(TABLE), 1, 0, "单位：" + unit);
        Map<Place, BigDecimal> expected = new LinkedHashMap<>();
        List<Map.Entry<Place, XSSFCell>> cells = book.cells(Type.AMOUNT);
        for (int i = 0; i < amounts.size(); i++) {
            XSSFCell cell = cells.get(i).getValue();
            if (i % 2 == 0) {
                cell.setCellValue(amounts.get(i).doubleValue());
            } else {
                cell.setCellValue(style.format(amounts.get(i)));
            }
            expected.put(cells.get(i).getKey(), amounts.get(i).multiply(yuan).setScale(2));
        }
        Submission read = book.read();
        assertThat(TestBook.messages(read)).isEmpty();
        expected.forEach((place, amount) ->
            assertThat(((Entry.Number) read.accounts().entry(place).orElseThrow()).number()).isEqualTo(amount));
    }

    @Test
    void insertedRowsAndColumnsAndShuffledTabsChangeNothing() {
        Seeds.forAll(12, RoundTripPropertiesTest::moves, moves -> movesChangeNothing(new Random(moves)));
    }

    private static int moves(Seeds seeds) {
        return seeds.number(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static void movesChangeNothing(Random random) {
        TestBook book = new TestBook(TestBook.GUANGDONG);
        List<Map.Entry<Place, XSSFCell>> amounts = book.cells(Type.AMOUNT).stream()
            .filter(cell -> cell.getValue().getCellType() == CellType.NUMERIC).toList();
        for (int i = 0; i < amounts.size(); i++) {
            amounts.get(i).getValue().setCellValue(i + 1);
        }
        Map<String, String> before = values(book.read());
        for (int i = 0; i < book.workbook.getNumberOfSheets(); i++) {
            XSSFSheet sheet = book.workbook.getSheetAt(i);
            insertRows(sheet, random);
            insertColumn(sheet, random);
        }
        for (int i = 0; i < book.workbook.getNumberOfSheets(); i++) {
            book.workbook.setSheetOrder(book.workbook.getSheetName(i), random.nextInt(book.workbook.getNumberOfSheets()));
        }
        Submission read = book.read();
        assertThat(TestBook.messages(read)).isEmpty();
        assertThat(values(read)).isEqualTo(before);
    }

    private record Typed(int tab, int row, int column, String junk) {
    }

    /** Whatever a clerk puts into whatever cell: the reader answers, and an amount is read only from a plain number. */
    @Test
    void anythingAnywhereIsReadOrNamed() {
        Seeds.forAll(40, seeds -> new Typed(seeds.number(0, TABS.length), seeds.number(0, 39), seeds.number(0, 11), junk(seeds)),
            RoundTripPropertiesTest::isReadOrNamed);
    }

    private static void isReadOrNamed(Typed typed) {
        TestBook book = TestBook.of(TABS);
        XSSFSheet sheet = book.workbook.getSheetAt(typed.tab());
        XSSFCell cell = TestBook.cell(sheet, typed.row(), typed.column());
        cell.setCellValue(typed.junk());
        String address = cell.getAddress().formatAsString();
        Submission read = book.read();
        boolean named = read.findings().stream().anyMatch(finding -> finding.message().contains(address)
            || finding.severity() == Finding.Severity.ERROR);
        read.accounts().sheets().stream().filter(s -> s.name().equals(sheet.getSheetName()))
            .flatMap(s -> s.blocks().stream()).flatMap(b -> b.rows().stream()).flatMap(r -> r.entries().values().stream())
            .filter(entry -> entry.cell().address().equals(address) && entry instanceof Entry.Number)
            .forEach(entry -> assertThat(named || NumberText.read(typed.junk()) instanceof NumberText.Read || typed.junk().isBlank())
                .as(typed.junk() + " was read as " + entry.asText() + " " + TestBook.messages(read)).isTrue());
    }

    private static String junk(Seeds seeds) {
        return seeds.flip() ? seeds.text(12) : seeds.one(JUNK);
    }

    /** Rows are inserted as Excel does it, merges growing with them. */
    private static void insertRows(XSSFSheet sheet, Random random) {
        for (int i = 0; i < 3; i++) {
            int row = random.nextInt(sheet.getLastRowNum());
            boolean inMerge = sheet.getMergedRegions().stream().anyMatch(m -> m.getFirstRow() < row && row <= m.getLastRow());
            if (!inMerge) {
                sheet.shiftRows(row, sheet.getLastRowNum(), 1);
            }
        }
    }

    private static void insertColumn(XSSFSheet sheet, Random random) {
        int column = random.nextInt(3);
        boolean inMerge = sheet.getMergedRegions().stream().anyMatch(m -> m.getFirstColumn() < column && column <= m.getLastColumn());
        if (!inMerge) {
            sheet.shiftColumns(column, 20, 1);
        }
    }

    private static Map<String, String> values(Submission read) {
        Map<String, String> values = new TreeMap<>();
        for (Sheet sheet : read.accounts().sheets()) {
            for (Block block : sheet.blocks()) {
                for (Row row : block.rows()) {
                    row.entries().forEach((column, entry) ->
                        values.put(new Place(sheet.id(), block.id(), row.key(), column).toString(), entry.asText()));
                }
            }
        }
        return values;
    }
}
