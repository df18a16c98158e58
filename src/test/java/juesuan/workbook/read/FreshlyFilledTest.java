package juesuan.workbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import juesuan.Disclosure;
import juesuan.model.Accounts;
import juesuan.model.Block;
import juesuan.model.Entry;
import juesuan.model.MoneyUnit;
import juesuan.model.Place;
import juesuan.model.Row;
import juesuan.model.Sheet;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.ColumnSpec.Type;
import juesuan.pack.Pack;
import juesuan.pack.RowSpec;
import juesuan.pack.SheetSpec;
import juesuan.samples.Sample;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import juesuan.workbook.BlankWorkbook;
import juesuan.workbook.blank.Layout;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A blank workbook that any other program fills through its input cells gives the PDF of the sample, byte
 * for byte. The program here knows nothing of formulas: it computes none, as POI or openpyxl users do not.
 */
class FreshlyFilledTest {

    private static final Pack PACK = Samples.pack("guangdong");

    /** What the program leaves in the cells of formulas. */
    enum Results {
        /** The results of the blank workbook. */
        STALE,
        /** Nothing, as openpyxl does. */
        NONE
    }

    private static final Map<Path, byte[]> OF_SAMPLES = new HashMap<>();
    private final Disclosure disclosure = new Disclosure(Optional.empty(), Optional.empty());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"longgang, STALE", "longgang, NONE", "yanxi, STALE", "yanxi, NONE"})
    void theSamePdf(String name, Results results) throws IOException {
        Sample sample = name.equals("yanxi") ? Samples.yanxi() : Samples.longgang();
        byte[] filled = filled(sample, true);
        assertThat(pdf(write(results == Results.NONE ? withoutResults(filled) : filled)))
            .as("the PDF of a freshly filled workbook differs from the sample's: compare the two workbooks' accounts")
            .isEqualTo(ofSample(sample));
    }

    /** In 元 the offered sums are exact: a clerk who keeps them all gets the same as one who types every total. */
    @Test
    void theOfferedFormulasGiveTheTypedTotalsAndNames() throws IOException {
        assertThat(pdf(write(filled(Samples.yanxi(), false))))
            .as("an offered formula gives something else than the sample's total or name")
            .isEqualTo(ofSample(Samples.yanxi()));
    }

    private Path write(byte[] workbook) throws IOException {
        return Files.write(folder.resolve("填报.xlsx"), workbook);
    }

    private byte[] ofSample(Sample sample) throws IOException {
        Path workbook = SampleWorkbooks.file(sample);
        if (!OF_SAMPLES.containsKey(workbook)) {
            OF_SAMPLES.put(workbook, pdf(workbook));
        }
        return OF_SAMPLES.get(workbook);
    }

    private byte[] pdf(Path workbook) throws IOException {
        Disclosure.Outcome outcome = disclosure.generate(workbook, Optional.empty(), folder.resolve("output"));
        assertThat(outcome.findings().stream().filter(finding -> finding.rule().startsWith("W"))).as("findings in " + workbook).isEmpty();
        return Files.readAllBytes(outcome.folder().orElseThrow().resolve("publish/部门决算.pdf"));
    }

    /** @param overFormulas whether also the cells with an offered formula are typed into */
    private static byte[] filled(Sample sample, boolean overFormulas) throws IOException {
        Accounts accounts;
        WorkbookReader reader = WorkbookReader.open(SampleWorkbooks.file(sample));
        accounts = reader.read(PACK).accounts();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(BlankWorkbook.build(PACK)));
             ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Map<Sheet, XSSFSheet> tabs = new LinkedHashMap<>();
            Map<String, Integer> blank = new HashMap<>();
            for (Sheet sheet : accounts.sheets()) {
                int index = workbook.getSheetIndex(PACK.sheet(sheet.id()).orElseThrow().name());
                boolean first = blank.putIfAbsent(sheet.id(), index) == null;
                tabs.put(sheet, first ? workbook.getSheetAt(index) : workbook.cloneSheet(index, sheet.name()));
            }
            tabs.forEach((sheet, tab) -> {
                SheetSpec spec = PACK.sheet(sheet.id()).orElseThrow();
                sheet.blocks().forEach(block -> type(spec, block, tab, accounts.unit(), overFormulas));
                workbook.setSheetName(workbook.getSheetIndex(tab), sheet.name());
            });
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static void type(SheetSpec spec, Block block, XSSFSheet tab, MoneyUnit unit, boolean overFormulas) {
        Layout layout = Layout.of(spec);
        BlockSpec blockSpec = spec.block(block.id()).orElseThrow();
        int ordinal = 0;
        for (Row row : block.rows()) {
            if (layout.cell(new Place(spec.id(), block.id(), row.key(), anyColumn(blockSpec))).isEmpty()) {
                ordinal++;
            }
            for (Map.Entry<String, Entry> entry : row.entries().entrySet()) {
                int free = ordinal;
                CellAddress at = layout.cell(new Place(spec.id(), block.id(), row.key(), entry.getKey()))
                    .or(() -> layout.cell(block.id(), free, entry.getKey())).orElseThrow();
                XSSFCell cell = tab.getRow(at.getRow()).getCell(at.getColumn());
                Type type = blockSpec.row(row.key()).flatMap(RowSpec::type)
                    .orElseGet(() -> blockSpec.column(entry.getKey()).orElseThrow().type());
                if (!cell.getCellStyle().getLocked() && (overFormulas || cell.getCellType() != CellType.FORMULA || isToBeTyped(cell, entry.getValue()))) {
                    type(cell, type, entry.getValue(), spec.fixedUnit().orElse(unit));
                }
            }
        }
        // A list that comes prefilled may have more rows than this unit needs.
        for (int rest = block.rows().size() + 1; blockSpec.items().isPresent()
                && rest <= blockSpec.items().get().prefill().size(); rest++) {
            for (ColumnSpec column : blockSpec.leaves()) {
                CellAddress at = layout.cell(block.id(), rest, column.id()).orElseThrow();
                tab.getRow(at.getRow()).getCell(at.getColumn()).setBlank();
            }
        }
    }

    /** Numbers that a declaration may make 0, and that are empty as long as nobody declares anything. */
    private static boolean isToBeTyped(XSSFCell cell, Entry entry) {
        return entry instanceof Entry.Number && cell.getCachedFormulaResultType() == CellType.STRING && cell.getStringCellValue().isEmpty();
    }

    private static String anyColumn(BlockSpec block) {
        return block.leaves().get(0).id();
    }

    private static void type(XSSFCell cell, Type type, Entry entry, MoneyUnit unit) {
        if (cell.getCellType() == CellType.FORMULA) {
            cell.removeFormula();
        }
        if (entry instanceof Entry.Number number) {
            BigDecimal typed = type == Type.AMOUNT && unit == MoneyUnit.WAN
                ? number.number().movePointLeft(4) : number.number();
            cell.setCellValue(typed.doubleValue());
        } else if (entry instanceof Entry.Text && type == Type.DATE) {
            cell.setCellValue(LocalDate.parse(entry.asText()));
        } else if (entry instanceof Entry.Text) {
            cell.setCellValue(entry.asText());
        } else {
            cell.setBlank();
        }
    }

    private static byte[] withoutResults(byte[] workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int stripped = 0;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
             ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] part = in.readAllBytes();
                if (entry.getName().startsWith("xl/worksheets/sheet")) {
                    String xml = new String(part, StandardCharsets.UTF_8);
                    String without = xml.replaceAll("(</f>|<f [^>]*/>)(<v>[^<]*</v>|<v/>)", "$1");
                    stripped += xml.length() - without.length();
                    part = without.getBytes(StandardCharsets.UTF_8);
                }
                out.write(part);
                out.closeEntry();
            }
        }
        assertThat(stripped).as("results of formulas found in the XML: has POI changed how it writes them?").isGreaterThan(1000);
        return bytes.toByteArray();
    }
}
