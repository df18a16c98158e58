package juesuan.workbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import juesuan.Disclosure;
import juesuan.audit.Auditor;
import juesuan.layout.DocumentMaker;
import juesuan.model.Accounts;
import juesuan.model.Changes;
import juesuan.model.Document;
import juesuan.model.Finding;
import juesuan.model.Grid;
import juesuan.model.Paragraph;
import juesuan.model.Place;
import juesuan.model.Section;
import juesuan.narrate.Narrator;
import juesuan.pack.Pack;
import juesuan.samples.Sample;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The township, typed in full and with as few cells as the blank workbook asks for: one disclosure. */
class LeastTypingTest {

    private static final int MOST_CELLS = 90;
    private static final Pack PACK = Samples.pack("national", 2024);
    /** By sheet what is chosen there so that empty numbers are 0. */
    private static final Map<String, String> DECLARED = Map.of("上年与预算", "空着的数都是 0", "三公说明", "空着的数都是 0",
        "政府采购", "空着的数都是 0", "国有资产", "空着的数都是 0", "绩效评价", "本单位没有自评和重点评价的项目");
    /** What formulas of the blank workbook give. */
    private static final Set<String> OFFERED = Set.of("年度", "合计", "本年收入合计", "本年支出合计", "总计", "车辆合计", "整体执行数",
        "公务用车购置及运行维护费", "小计", "本年决算数", "科目名称", "人员经费合计", "公用经费合计", "301", "302");

    @Test
    void theLeastGivesTheSameDisclosure() throws Exception {
        Sample full = withoutTerms(Samples.yunxi());
        Sample least = least(full);
        int cells = least.sheets().stream().mapToInt(sheet -> sheet.cells().size()).sum();
        assertThat(cells).as("cells to type for a township; what the blank workbook could know, it should offer").isLessThanOrEqualTo(MOST_CELLS);
        Submission submission = read(least);
        assertThat(submission.findings()).as("findings of reading").isEmpty();
        assertThat(errors(submission.accounts())).as("errors of the audit").isEmpty();
        assertThat(printed(submission.accounts())).as("every figure and sentence of the disclosure").isEqualTo(printed(read(full).accounts()));
    }

    /** As files too: what is published does not tell how much was typed. */
    @Test
    void theLeastGivesTheSamePackage(@TempDir Path folder) throws Exception {
        Sample full = withoutTerms(Samples.yunxi());
        Disclosure disclosure = new Disclosure(Optional.empty(), Optional.empty());
        Path typed = published(disclosure, full, folder.resolve("全"));
        Path least = published(disclosure, least(full), folder.resolve("少"));
        // data.csv and data.json name the cells too: a sum that was not typed comes from the cells of its items.
        String tables = "决算公开表.xlsx";
        assertThat(least.resolve(tables)).as("the least typed package against the fully typed one").hasSameBinaryContentAs(typed.resolve(tables));
        Changes changes = disclosure.compare(typed, least);
        assertThat(changes.figures()).as("printed figures that differ").isEmpty();
        assertThat(changes.texts()).as("sentences that differ").isEmpty();
    }

    private static Path published(Disclosure disclosure, Sample sample, Path folder) throws Exception {
        Path workbook = Files.write(Files.createDirectories(folder).resolve("云溪.xlsx"), SampleWorkbooks.bytes(sample));
        Disclosure.Outcome outcome = disclosure.generate(workbook, Optional.empty(), folder.resolve("output"));
        return outcome.folder().orElseThrow(() -> new AssertionError("not published: " + outcome.findings())).resolve("publish");
    }

    /** What is typed is read, and checked against the items. */
    @Test
    void aTypedSumThatIsWrongIsTold() {
        Place place = new Place("收入支出决算总表", "支出", "一般公共服务支出", "决算数");
        Accounts accounts = read(least(withoutTerms(Samples.yunxi())).with(place, "7498621")).accounts();
        assertThat(accounts.entry(place).orElseThrow().asText()).isEqualTo("7498621.00");
        assertThat(errors(accounts)).as("a class of table 1 that table 3's items do not add up to").anySatisfy(finding ->
            assertThat(finding.cells()).anySatisfy(cell -> assertThat(cell.at().sheet()).isEqualTo("收入支出决算总表")));
    }

    /** A table that lists one 类 lists them all: the missing ones are told, not made up. */
    @Test
    void aTableThatListsAClassIsTakenAsItIs() {
        Sample sample = least(withoutTerms(Samples.yunxi()));
        Place code = new Place("收入决算表", "科目", "201", "科目编码");
        Accounts accounts = read(sample.with(code, "201").with(new Place("收入决算表", "科目", "201", "财政拨款收入"), "7498620")).accounts();
        assertThat(accounts.entry(new Place("收入决算表", "科目", "208", "财政拨款收入"))).as("no row is made up").isEmpty();
        assertThat(errors(accounts)).extracting(Finding::rule).contains("B12");
    }

    /** The row is left out and said to be; what it forgets is still found where table 1 has it. */
    @Test
    void aCodeWhoseAmountsWereForgottenIsToldAndFailsTheRules() {
        Sample full = least(withoutTerms(Samples.yunxi()));
        Submission read = read(full.with(new Place("收入决算表", "科目", "2080505", "财政拨款收入"), ""));
        assertThat(read.findings()).as("findings of reading").singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("W17");
            assertThat(finding.message()).contains("收入决算表", "有科目没有金额");
        });
        assertThat(errors(read.accounts())).as("errors of the audit: the other tables have amounts that this one lacks").isNotEmpty();
    }

    /** Empty is 0 only where it was declared; what was added up says from which cells. */
    @Test
    void emptyIsZeroOnlyAfterTheDeclaration() {
        Sample sample = least(withoutTerms(Samples.yunxi()));
        Submission silent = read(sample.with(new Place("国有资产", "声明", "声明", "内容"), ""));
        assertThat(silent.findings()).isNotEmpty().allSatisfy(finding -> assertThat(finding.message()).contains("国有资产").contains("没有填写"));
        Place sum = new Place("收入决算表", "科目", "208", "财政拨款收入");
        assertThat(silent.accounts().entry(sum).orElseThrow().cell()).isEqualTo(
            silent.accounts().entry(new Place("收入决算表", "科目", "2080505", "财政拨款收入")).orElseThrow().cell());
    }

    /** The terms are there from the start. */
    private static Sample withoutTerms(Sample sample) {
        return sample.without("名词解释");
    }

    private static Sample least(Sample full) {
        List<Sample.Filled> sheets = new ArrayList<>();
        for (Sample.Filled sheet : full.sheets()) {
            Map<Place, String> cells = new LinkedHashMap<>();
            if (DECLARED.containsKey(sheet.sheet())) {
                cells.put(new Place(sheet.sheet(), "声明", "声明", "内容"), DECLARED.get(sheet.sheet()));
            }
            sheet.cells().forEach((place, typed) -> {
                boolean zero = typed.matches("0(\\.0+)?");
                boolean offered = OFFERED.contains(place.row()) || OFFERED.contains(place.column());
                if (!zero && !offered && !known(place)) {
                    cells.put(place, typed);
                }
            });
            sheets.add(new Sample.Filled(sheet.sheet(), sheet.tab(), cells));
        }
        return new Sample(full.pack(), full.year(), sheets);
    }

    private static boolean known(Place place) {
        return switch (place.sheet()) {
            case "财政拨款收入支出决算总表" -> true;
            case "收入支出决算总表" -> place.block().equals("支出");
            case "收入决算表" -> place.row().length() != 7;
            case "支出决算表", "一般公共预算财政拨款支出决算表" -> place.row().length() != 7 || place.column().equals("科目编码");
            default -> false;
        };
    }

    private static Submission read(Sample sample) {
        WorkbookReader reader = WorkbookReader.open(SampleWorkbooks.bytes(sample), "云溪.xlsx");
        return reader.read(PACK);
    }

    private static List<Finding> errors(Accounts accounts) {
        return Auditor.check(accounts, PACK).findings().stream().filter(finding -> finding.severity() == Finding.Severity.ERROR
            && finding.status() == Finding.Status.FAILED).toList();
    }

    private static List<String> printed(Accounts accounts) {
        Document document = DocumentMaker.make(PACK, accounts, Narrator.compute(accounts, PACK), false);
        List<String> printed = new ArrayList<>();
        for (Document.Part part : document.parts()) {
            part.sections().forEach(section -> lines(section, printed));
            part.tables().forEach(table -> lines(table.grid(), printed));
            part.forms().forEach(form -> form.grids().forEach(grid -> lines(grid, printed)));
        }
        return printed;
    }

    private static void lines(Section section, List<String> printed) {
        printed.add(section.heading());
        section.paragraphs().stream().map(Paragraph::text).forEach(printed::add);
        section.sections().forEach(inner -> lines(inner, printed));
    }

    private static void lines(Grid grid, List<String> printed) {
        grid.body().forEach(line -> printed.add(String.join("|", line.cells().stream().map(Grid.Cell::text).toList())));
    }
}
