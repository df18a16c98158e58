package juesuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import juesuan.model.Accounts;
import juesuan.model.CellRef;
import juesuan.model.Entry;
import juesuan.model.Finding;
import juesuan.model.MoneyUnit;
import juesuan.model.Narrative;
import juesuan.model.Paragraph;
import juesuan.model.Place;
import juesuan.model.Section;
import juesuan.narrate.Narrator;
import juesuan.pack.ColumnSpec;
import juesuan.pack.Pack;
import juesuan.render.PdfFile;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import juesuan.workbook.read.WorkbookReader;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A dozen numbers, drawn by lot, changed in the workbook's own cell: the published PDF follows in table
 * and text. EveryFigureTest does the same for all numbers, without workbook and PDF.
 */
class ChangedWorkbookTest {

    private static final Pack PACK = Samples.pack("guangdong");
    private static final long LOT = 20231231;

    @TempDir
    private Path folder;

    private record Number(String tab, Place place, CellRef cell, BigDecimal typed) {
    }

    @ParameterizedTest
    @CsvSource({"longgang, 4", "yanxi, 8"})
    void thePublishedPdfFollows(String name, int drawn) throws Exception {
        Sample sample = name.equals("yanxi") ? Samples.yanxi() : Samples.longgang();
        Disclosure disclosure = new Disclosure(Optional.empty(), Optional.empty());
        List<Number> numbers = numbers(sample);
        Collections.shuffle(numbers, new Random(LOT));
        int done = 0;
        for (Number number : numbers) {
            if (done == drawn) {
                break;
            }
            Sample changed = sample.with(number.tab(), number.place(), number.typed().toPlainString());
            Accounts accounts = SampleAccounts.of(changed, PACK);
            Narrative narrative = Narrator.compute(accounts, PACK);
            // A number that was flat and is no more needs a reason, which the sample does not give.
            if (!narrative.findings().isEmpty()) {
                continue;
            }
            Path workbook = change(sample, number);
            Disclosure.Outcome outcome = disclosure.into(folder.resolve("output"))
                .generate(workbook, Optional.empty(), answeredFor(disclosure, workbook));
            assertThat(outcome.folder()).as(number + ": " + outcome.findings()).isPresent();
            PrintedPages pages = new PrintedPages(new PdfFile(
                Files.readAllBytes(outcome.folder().get().resolve("publish/部门决算.pdf"))));
            EndToEndTest.check(changed, pages);
            String body = pages.body();
            assertThat(texts(narrative)).as("paragraphs of the text when " + number + " is changed in the workbook")
                .allSatisfy(text -> assertThat(body).contains(PrintedPages.squeeze(text)));
            done++;
        }
        assertThat(done).as("numbers changed").isEqualTo(drawn);
    }

    /** One number changed alone contradicts others, and the audit says so; here only the printing is asked. */
    private static Map<String, String> answeredFor(Disclosure disclosure, Path workbook) {
        return disclosure.check(workbook, Optional.empty()).findings().stream()
            .filter(finding -> finding.severity() == Finding.Severity.ERROR)
            .collect(Collectors.toMap(Finding::rule, finding -> "试验", (a, b) -> a));
    }

    /** The numbers of the workbook, each with its own cell and what is to be typed there instead. */
    private static List<Number> numbers(Sample sample) {
        List<Number> numbers = new ArrayList<>();
        WorkbookReader reader = WorkbookReader.open(SampleWorkbooks.file(sample));
        Accounts accounts = reader.read(PACK).accounts();
        accounts.sheets().forEach(sheet -> sheet.blocks().forEach(block -> block.rows().forEach(row ->
            row.entries().forEach((column, entry) -> {
                if (entry instanceof Entry.Number number && !row.key().equals("年度")) {
                    boolean amount = PACK.sheet(sheet.id()).orElseThrow().block(block.id()).orElseThrow()
                        .column(column).orElseThrow().type() == ColumnSpec.Type.AMOUNT;
                    MoneyUnit unit = PACK.sheet(sheet.id()).orElseThrow().fixedUnit().orElse(accounts.unit());
                    BigDecimal was = amount && unit == MoneyUnit.WAN ? number.number().movePointLeft(4) : number.number();
                    BigDecimal more = !amount ? BigDecimal.ONE : new BigDecimal(unit == MoneyUnit.WAN ? "1.01" : "10100.00");
                    numbers.add(new Number(sheet.name(), new Place(sheet.id(), block.id(), row.key(), column),
                        number.cell(), was.add(more)));
                }
            }))));
        return numbers;
    }

    private Path change(Sample sample, Number number) throws Exception {
        Path changed = folder.resolve("改.xlsx");
        try (InputStream in = Files.newInputStream(SampleWorkbooks.file(sample)); XSSFWorkbook workbook = new XSSFWorkbook(in);
             OutputStream out = Files.newOutputStream(changed)) {
            CellAddress at = new CellAddress(number.cell().address());
            XSSFCell cell = workbook.getSheet(number.cell().sheet()).getRow(at.getRow()).getCell(at.getColumn());
            if (cell.getCellType() == CellType.FORMULA) {
                cell.removeFormula();
            }
            cell.setCellValue(number.typed().doubleValue());
            workbook.write(out);
        }
        return changed;
    }

    private static List<String> texts(Narrative narrative) {
        List<String> texts = new ArrayList<>();
        narrative.parts().forEach(part -> part.sections().forEach(section -> collect(section, texts)));
        return texts;
    }

    private static void collect(Section section, List<String> texts) {
        section.paragraphs().stream().map(Paragraph::text).forEach(texts::add);
        section.sections().forEach(inner -> collect(inner, texts));
    }
}
