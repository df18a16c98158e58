package juesuan.workbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.model.Entry;
import juesuan.model.Finding.Severity;
import juesuan.model.Place;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.ColumnSpec.Type;
import juesuan.pack.RowSpec;
import juesuan.pack.SheetSpec;
import juesuan.workbook.blank.Blank;
import juesuan.workbook.blank.Filler;
import juesuan.workbook.blank.Filling;
import org.apache.poi.ss.usermodel.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The writer and the reader know nothing of each other but the declarations: what one offers the other must find. */
class BlankWorkbookReadingTest {

    @ParameterizedTest
    @ValueSource(strings = {"guangdong", "national"})
    void everyInputCellOfABlankWorkbookIsRead(String id) throws IOException {
        Blank blank = Blank.of(id);
        Map<Place, String> typed = new LinkedHashMap<>();
        List<Filling> fillings = new ArrayList<>();
        for (SheetSpec sheet : blank.pack().sheets()) {
            Map<Place, String> cells = new LinkedHashMap<>();
            sheet.blocks().forEach(block -> fill(sheet, block, cells));
            typed.putAll(cells);
            fillings.add(new Filling(sheet.id(), sheet.name(), cells));
        }
        new Filler(blank.workbook(), blank.pack()).fill(fillings);
        Submission read = read(blank);
        assertThat(TestBook.messages(read)).isEmpty();
        typed.forEach((place, text) -> {
            Entry entry = read.accounts().entry(place).orElseThrow(() -> new AssertionError(place + " was not read"));
            if (entry instanceof Entry.Number number) {
                boolean amount = blank.pack().sheet(place.sheet()).orElseThrow().block(place.block()).orElseThrow()
                    .column(place.column()).orElseThrow().type() == Type.AMOUNT;
                boolean yuan = blank.pack().sheet(place.sheet()).orElseThrow().fixedUnit().isPresent();
                BigDecimal expected = new BigDecimal(text).multiply(BigDecimal.valueOf(amount && !yuan ? 10_000 : 1));
                assertThat(number.number()).as(place.toString()).isEqualByComparingTo(expected);
            } else {
                assertThat(entry.asText()).as(place.toString()).isEqualTo(text);
            }
        });
    }

    private int next = 1;

    private void fill(SheetSpec sheet, BlockSpec block, Map<Place, String> cells) {
        for (RowSpec row : block.rows()) {
            if (!row.isGap()) {
                fill(sheet, block, Optional.of(row), row.key(), cells);
            }
        }
        if (block.codes().isPresent()) {
            for (String code : List.of("合计", "201", "20105", "2010504")) {
                fill(sheet, block, Optional.empty(), code, cells);
            }
        }
        if (block.items().isPresent()) {
            for (int i = 1; i <= Math.max(2, block.items().get().prefill().size()); i++) {
                fill(sheet, block, Optional.empty(), Integer.toString(i), cells);
            }
        }
    }

    private void fill(SheetSpec sheet, BlockSpec block, Optional<RowSpec> row, String key, Map<Place, String> cells) {
        for (ColumnSpec column : block.leaves()) {
            Type type = row.flatMap(RowSpec::type).orElse(column.type());
            boolean total = key.equals("合计");
            if (row.filter(RowSpec::declares).isPresent() || !column.isRead(row) || column.type() == Type.NAME || column.type() == Type.CODE && (total || row.isPresent())) {
                continue;
            }
            cells.put(new Place(sheet.id(), block.id(), key, column.id()), switch (type) {
                case CODE -> key;
                case COUNT -> key.contains("年度") ? "2023" : Integer.toString(next++);
                case AMOUNT, NUMBER -> next++ + ".25";
                case DATE -> "2024-09-01";
                case CHOICE -> "万元";
                default -> "文字" + next++;
            });
        }
    }

    @Test
    void aBlankWorkbookNamesWhatIsMissingAndNothingElse() throws IOException {
        Submission read = read(Blank.of("guangdong"));
        assertThat(read.findings()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.rule()).isIn("W20", "W07");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        });
        assertThat(TestBook.messages(read)).contains("W20 ERROR 基本信息!B4（部门名称·填写内容）没有填写。");
        assertThat(read.accounts().sheets()).hasSize(TestBook.GUANGDONG.sheets().size() - 1);
    }

    /** Where the prepared formulas end, the clerk gets no wrong figure: names come from the list, a sum not typed is asked for. */
    @Test
    void belowTheFormulasNamesAreKnownAndSumsAreAskedFor() throws IOException {
        Blank blank = Blank.of("guangdong");
        String table = "国有资本经营预算财政拨款支出决算表";
        int last = blank.pack().sheet(table).orElseThrow().block("科目").orElseThrow().codes().orElseThrow().formulas();
        for (String column : List.of("科目名称", "小计")) {
            assertThat(blank.cell(table, "科目", last, column).getCellType()).as(column + " in the last row with formulas").isEqualTo(CellType.FORMULA);
            assertThat(blank.cell(table, "科目", last + 1, column).getCellType()).as(column + " below").isEqualTo(CellType.BLANK);
        }
        blank.cell(table, "科目", last + 1, "科目编码").setCellValue("2230105");
        blank.cell(table, "科目", last + 1, "基本支出").setCellValue(5);
        Submission read = read(blank);
        assertThat(read.accounts().sheet(table).orElseThrow().block("科目").orElseThrow().row("2230105").orElseThrow().label())
            .isEqualTo("国有企业退休人员社会化管理补助支出");
        assertThat(TestBook.messages(read)).anyMatch(message -> message.startsWith("W20 ERROR " + table)
            && message.contains("国有企业退休人员社会化管理补助支出·"));
    }

    private static Submission read(Blank blank) throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            blank.workbook().write(out);
            WorkbookReader reader = WorkbookReader.open(out.toByteArray(), "填报.xlsx");
            assertThat(reader.packId()).contains(blank.pack().id());
            return reader.read(blank.pack());
        }
    }
}
