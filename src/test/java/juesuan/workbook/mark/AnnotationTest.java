package juesuan.workbook.mark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import juesuan.model.CellRef;
import juesuan.model.Checks;
import juesuan.model.Finding;
import juesuan.model.Finding.Severity;
import juesuan.model.Finding.Status;
import juesuan.model.Review;
import juesuan.samples.Sample;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import juesuan.workbook.blank.LibreOffice;
import juesuan.workbook.intake.Original;
import juesuan.workbook.intake.TestBooks;
import juesuan.workbook.read.Submission;
import juesuan.workbook.read.WorkbookReader;
import juesuan.workbook.sheet.OwnSheets;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CommentsDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.StyleSheetDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorkbookDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorksheetDocument;

/** The clerk's own file with our marks, and with nothing else changed. */
class AnnotationTest {

    private static final String TABLE = "收入支出决算总表";

    @TempDir
    private Path folder;

    private static Finding finding(Severity severity, String message, String... cells) {
        return new Finding("A01", severity, Status.FAILED, message, "请核对。", Arrays.stream(cells).map(cell -> {
            int bang = cell.lastIndexOf('!');
            return new Finding.Cell(new CellRef(cell.substring(0, bang), cell.substring(bang + 1)), "标签", "1");
        }).toList(), Optional.empty());
    }

    private static Review review(Finding... findings) {
        return new Review("报表.xlsx", true, new Checks(5, 3, 2, 0), List.of(findings), List.of());
    }

    private byte[] annotated(byte[] workbook, Review review) throws IOException {
        Path file = Files.write(folder.resolve("报表.xlsx"), workbook);
        WorkbookReader reader = WorkbookReader.open(file);
        return Annotation.of(reader.original(), "某某局，2023 年度", review);
    }

    private static XSSFWorkbook open(byte[] workbook) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(workbook));
    }

    private static Review errors() {
        return review(finding(Severity.ERROR, "收入不等于合计。", TABLE + "!C33", TABLE + "!C7"),
            finding(Severity.WARNING, "支出有疑问。", TABLE + "!C7", "国有资产!A14"), finding(Severity.INFO, "尾数误差。", "收入决算表!C7", "收入决算表!D7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"longgang", "yanxi"})
    void nothingButTheMarksIsNew(String name) throws IOException {
        Sample sample = name.equals("yanxi") ? Samples.yanxi() : Samples.longgang();
        byte[] original = Files.readAllBytes(SampleWorkbooks.file(sample));
        byte[] annotated = annotated(original, errors());
        Unmarked.assertSameBut(original, annotated);
        Unmarked.assertStylesOnlyAdded(original, annotated);
        Map<String, String> cells = TestBooks.cells(annotated);
        cells.keySet().removeIf(cell -> cell.startsWith(OwnSheets.RESULTS + "!"));
        assertThat(cells).as("values, formulas and their results").isEqualTo(TestBooks.cells(original));
    }

    @Test
    void colourAndCommentOfTheWorstAndOfAll() throws IOException {
        byte[] original = Files.readAllBytes(SampleWorkbooks.file(Samples.longgang()));
        try (XSSFWorkbook book = open(annotated(original, errors()))) {
            assertThat(colours(book, TABLE)).containsOnly(Map.entry("C33", "FFFFA6A6"), Map.entry("C7", "FFFFA6A6"));
            assertThat(colours(book, "国有资产")).containsOnly(Map.entry("A14", "FFFFD24D"));
            assertThat(colours(book, "收入决算表")).as("rounding marks one cell").containsOnly(Map.entry("C7", "FFA9D8F5"));
            assertThat(note(book, TABLE, "C7")).startsWith(SheetNotes.LINE)
                .containsSubsequence("[错误] A01 收入不等于合计。\n怎么办：请核对。", "[提醒] A01 支出有疑问。\n怎么办：请核对。");
            assertThat(note(book, "国有资产", "A14")).as("the comment that stood there stays in front")
                .startsWith("不含车辆\n" + SheetNotes.LINE).endsWith("[提醒] A01 支出有疑问。\n怎么办：请核对。");
            assertThat(book.getSheet(TABLE).getRow(6).getCell(2).getCellComment().isVisible()).isFalse();
        }
    }

    /** By address, the colour of our conditional format. */
    private static Map<String, String> colours(XSSFWorkbook book, String sheet) {
        Map<String, String> colours = new TreeMap<>();
        var formats = book.getSheet(sheet).getSheetConditionalFormatting();
        for (int i = 0; i < formats.getNumConditionalFormattings(); i++) {
            XSSFConditionalFormattingRule rule = formats.getConditionalFormattingAt(i).getRule(0);
            if (rule.getFormula1().contains("juesuan")) {
                for (CellRangeAddress range : formats.getConditionalFormattingAt(i).getFormattingRanges()) {
                    colours.put(range.formatAsString(), rule.getPatternFormatting().getFillBackgroundColorColor().getARGBHex());
                }
            }
        }
        return colours;
    }

    private static String note(XSSFWorkbook book, String sheet, String at) {
        XSSFComment comment = book.getSheet(sheet).getCellComment(new CellAddress(at));
        return comment == null ? "" : comment.getString().getString();
    }

    @Test
    void theFirstSheetListsEverythingWithLinks() throws IOException {
        byte[] original = Files.readAllBytes(SampleWorkbooks.file(Samples.longgang()));
        try (XSSFWorkbook book = open(annotated(original, review(finding(Severity.ERROR, "=1+1 不对。", "国有资产!A14"), finding(Severity.ERROR, "缺少一页。"))))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getSheetName()).isEqualTo("审核结果");
            assertThat(book.getActiveSheetIndex()).isZero();
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                assertThat(book.getSheetAt(i).isSelected()).as("sheets selected together would be edited together").isEqualTo(i == 0);
            }
            assertThat(text(sheet, "A3")).isEqualTo("某某局，2023 年度");
            assertThat(text(sheet, "A4")).isEqualTo("错误 2 处。核对了 5 处，通过 3 处，不通过 2 处，没有核对 0 处。");
            assertThat(List.of(text(sheet, "B7"), text(sheet, "C7"), text(sheet, "D7"), text(sheet, "E7"), text(sheet, "F7")))
                .containsExactly("错误", "A01", "国有资产!A14", "=1+1 不对。", "请核对。");
            XSSFCell message = sheet.getRow(6).getCell(4);
            assertThat(message.getCellType()).isEqualTo(CellType.STRING);
            assertThat(message.getCellStyle().getQuotePrefixed()).as("it stays a text when somebody edits it").isTrue();
            assertThat(message.getCellStyle().getWrapText()).isTrue();
            assertThat(sheet.getHyperlink(new CellAddress("D7")).getLocation()).isEqualTo("'国有资产'!A14");
            assertThat(sheet.getHyperlink(new CellAddress("D8"))).isNull();
            assertThat(text(sheet, "D8")).isEqualTo("整个工作簿");
            assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 6);
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("6:6");
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
        }
    }

    private static String text(XSSFSheet sheet, String at) {
        CellAddress address = new CellAddress(at);
        return sheet.getRow(address.getRow()).getCell(address.getColumn()).getStringCellValue();
    }

    @Test
    void aFaultlessWorkbookIsSaidToBeOne() throws IOException {
        byte[] original = Files.readAllBytes(SampleWorkbooks.file(Samples.yanxi()));
        byte[] annotated = annotated(original, review());
        Unmarked.assertSameBut(original, annotated);
        try (XSSFWorkbook book = open(annotated)) {
            assertThat(text(book.getSheetAt(0), "A4")).startsWith("没有发现问题。");
            assertThat(text(book.getSheetAt(0), "A5")).isEqualTo("可以生成公开文本。");
        }
    }

    @Test
    void annotatingAgainIsAsFromTheOriginal() throws IOException {
        byte[] original = Files.readAllBytes(SampleWorkbooks.file(Samples.longgang()));
        byte[] once = annotated(original, errors());
        assertThat(annotated(once, errors())).isEqualTo(once);
        Review other = review(finding(Severity.WARNING, "别的。", "收入决算表!D9"));
        assertThat(TestBooks.unzip(annotated(once, other)).keySet()).as("parts that are not needed any more are gone")
            .containsExactlyInAnyOrderElementsOf(TestBooks.unzip(annotated(original, other)).keySet());
        Unmarked.assertSameBut(original, annotated(once, other));
        Unmarked.assertSameBut(original, annotated(annotated(once, other), review()));
    }

    @Test
    void fixedInTheCopyItIsAsFixedInTheOriginal() throws IOException {
        byte[] original = Files.readAllBytes(SampleWorkbooks.file(Samples.longgang()));
        byte[] copy = annotated(original, errors());
        byte[] again = annotated(typed(copy, TABLE, "C14", 99), review());
        Map<String, String> cells = TestBooks.cells(again);
        cells.keySet().removeIf(cell -> cell.startsWith(OwnSheets.RESULTS + "!"));
        Map<String, String> wanted = TestBooks.cells(typed(original, TABLE, "C14", 99));
        assertThat(wanted).containsEntry(TABLE + "!C14", "NUMERIC 99.0");
        assertThat(cells).isEqualTo(wanted);
        try (XSSFWorkbook book = open(again)) {
            assertThat(book.getNumberOfSheets()).isEqualTo(open(original).getNumberOfSheets() + 1);
            assertThat(colours(book, TABLE)).isEmpty();
            assertThat(note(book, TABLE, "C7")).isEmpty();
            assertThat(note(book, "国有资产", "A14")).as("also after POI has written the comments anew").isEqualTo("不含车辆");
        }
    }

    private static byte[] typed(byte[] workbook, String sheet, String at, double value) throws IOException {
        try (XSSFWorkbook book = open(workbook)) {
            CellAddress address = new CellAddress(at);
            book.getSheet(sheet).getRow(address.getRow()).getCell(address.getColumn()).setCellValue(value);
            return TestBooks.bytes(book);
        }
    }

    @Test
    void theReaderSeesNoneOfIt() throws IOException {
        Path file = SampleWorkbooks.file(Samples.longgang());
        Submission plain = WorkbookReader.open(file).read(Samples.pack("guangdong"));
        Path copy = Files.write(folder.resolve("报表-审核.xlsx"), annotated(Files.readAllBytes(file), errors()));
        WorkbookReader reader = WorkbookReader.open(copy);
        assertThat(reader.read(Samples.pack("guangdong"))).isEqualTo(plain);
        assertThat(reader.original().annotatedName()).isEqualTo("报表-审核.xlsx");
        assertThat(new Original("报表-审核（改过 2）.xlsx", new byte[0], List.of(), Set.of()).annotatedName()).isEqualTo("报表-审核.xlsx");
        assertThat(new Original("年报.v2.xlsx", new byte[0], List.of(), Set.of()).annotatedName()).isEqualTo("年报.v2-审核.xlsx");
        assertThat(new Original("局".repeat(82) + "-2023.xlsx", new byte[0], List.of(), Set.of()).annotatedName().getBytes(UTF_8))
            .as("with （改过 99） its name still fits into a file system").hasSizeLessThan(235);
    }

    /** One of everything that a workbook of a clerk may have. */
    private static byte[] rich() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("收入'决算&表𠮷");
            for (int row = 0; row < 30; row++) {
                sheet.createRow(row).createCell(0);
                sheet.getRow(row).createCell(1).setCellValue(row * 1.1);
                sheet.getRow(row).createCell(2).setCellValue("_x0041_ 文字");
            }
            sheet.getRow(5).createCell(3).setCellFormula("SUM(B1:B30)");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            sheet.addMergedRegion(new CellRangeAddress(10, 12, 3, 5));
            sheet.setColumnWidth(2, 9_000);
            sheet.protectSheet("secret");
            sheet.createFreezePane(1, 2);
            sheet.setAutoFilter(new CellRangeAddress(0, 20, 0, 2));
            var help = sheet.getDataValidationHelper();
            sheet.addValidationData(help.createValidation(help.createExplicitListConstraint(new String[] {"是", "否"}),
                new CellRangeAddressList(3, 3, 4, 4)));
            var formats = sheet.getSheetConditionalFormatting();
            formats.addConditionalFormatting(new CellRangeAddress[] {CellRangeAddress.valueOf("B1:B30")},
                formats.createConditionalFormattingRule("B1>3"), formats.createConditionalFormattingRule("B1<1"));
            sheet.getPrintSetup().setLandscape(true);
            sheet.setRepeatingRows(CellRangeAddress.valueOf("1:2"));
            sheet.getHeader().setCenter("机密");
            sheet.setRowBreak(15);
            comment(sheet, 4, 1, "甲说");
            comment(sheet, 7, 1, "乙说");
            XSSFSheet hidden = book.createSheet("收入决算表");
            hidden.createRow(0).createCell(0).setCellValue(1);
            book.setSheetHidden(1, true);
            XSSFSheet chosen = book.createSheet("审核结果");
            chosen.createRow(1).createCell(0).setCellValue("单位自己的一页");
            book.setPrintArea(2, "$A$1:$C$3");
            book.createName().setNameName("税率");
            book.getName("税率").setRefersToFormula("收入决算表!$A$1");
            book.setActiveSheet(2);
            book.setSelectedTab(2);
            return TestBooks.bytes(book);
        }
    }

    private static void comment(XSSFSheet sheet, int row, int column, String text) {
        var anchor = sheet.getWorkbook().getCreationHelper().createClientAnchor();
        anchor.setRow1(row);
        anchor.setRow2(row + 3);
        anchor.setCol2(3);
        XSSFComment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(text);
        comment.setAuthor("张三");
        sheet.getRow(row).getCell(column).setCellComment(comment);
    }

    @Test
    void whateverElseAWorkbookHasSurvives() throws IOException {
        byte[] original = rich();
        String sheet = "收入'决算&表𠮷";
        Review review = review(finding(Severity.ERROR, "不对。", sheet + "!B5", sheet + "!D11", sheet + "!ZZ900"),
            finding(Severity.WARNING, "隐藏的。", "收入决算表!A1"));
        byte[] annotated = annotated(original, review);
        Unmarked.assertSameBut(original, annotated);
        Unmarked.assertStylesOnlyAdded(original, annotated);
        assertThat(annotated(annotated, review)).isEqualTo(annotated);
        try (XSSFWorkbook book = open(annotated)) {
            assertThat(book.getSheetName(0)).as("the clerk has a sheet of this name").isEqualTo("审核结果2");
            assertThat(text(book.getSheet("审核结果"), "A2")).isEqualTo("单位自己的一页");
            assertThat(book.getPrintArea(3)).isEqualTo("审核结果!$A$1:$C$3");
            assertThat(book.getSheet(sheet).getRepeatingRows().formatAsString()).isEqualTo("1:2");
            assertThat(book.isSheetHidden(2)).isTrue();
            assertThat(note(book, sheet, "B5")).startsWith("甲说\n" + SheetNotes.LINE);
            assertThat(note(book, sheet, "B8")).isEqualTo("乙说");
            assertThat(book.getSheet(sheet).getCellComment(new CellAddress("B5")).getAuthor()).isEqualTo("张三");
            assertThat(note(book, sheet, "ZZ900")).as("a cell that is not there").startsWith(SheetNotes.LINE);
            List<Integer> priorities = new ArrayList<>();
            book.getSheet(sheet).getCTWorksheet().getConditionalFormattingList()
                .forEach(format -> format.getCfRuleList().forEach(rule -> priorities.add(rule.getPriority())));
            assertThat(priorities).as("no two rules of one rank").doesNotHaveDuplicates();
            assertThat(book.getSheetAt(0).getHyperlink(new CellAddress("D7")).getLocation()).isEqualTo("'收入''决算&表𠮷'!B5");
        }
    }

    /** Excel offers to repair a file whose parts break their schema; it alone knows xml:space beyond it. */
    @Test
    void everyPartFollowsItsSchema() throws Exception {
        Review many = review(finding(Severity.ERROR, " 不对。", "收入'决算&表𠮷!B5", "收入'决算&表𠮷!D11"), finding(Severity.WARNING, "隐藏的。", "收入决算表!A1"));
        Map<String, byte[]> parts = TestBooks.unzip(annotated(rich(), many));
        List<String> checked = new ArrayList<>();
        for (String name : parts.keySet()) {
            ByteArrayInputStream part = new ByteArrayInputStream(parts.get(name));
            Optional<XmlObject> xml = name.startsWith("xl/worksheets/sheet") ? Optional.of(WorksheetDocument.Factory.parse(part))
                : name.startsWith("xl/comments") ? Optional.of(CommentsDocument.Factory.parse(part))
                : name.equals("xl/workbook.xml") ? Optional.of(WorkbookDocument.Factory.parse(part))
                : name.equals("xl/styles.xml") ? Optional.of(StyleSheetDocument.Factory.parse(part)) : Optional.empty();
            if (xml.isPresent()) {
                List<XmlError> errors = new ArrayList<>();
                xml.get().validate(new XmlOptions().setErrorListener(errors));
                assertThat(errors.stream().map(XmlError::getMessage).filter(message -> !message.contains("space@"))).as(name).isEmpty();
                checked.add(name);
            }
        }
        assertThat(checked).hasSizeGreaterThan(7);
    }

    @Test
    void textIsTextWhateverItSays() throws IOException {
        byte[] original = Files.readAllBytes(SampleWorkbooks.file(Samples.longgang()));
        String nasty = "@SUM(A1) _x0041_ \u0000\u0001\uFFFF<b>&amp;]]>\u202e\uD800 𠮷";
        try (XSSFWorkbook book = open(annotated(original, review(finding(Severity.ERROR, nasty, TABLE + "!C7"))))) {
            assertThat(text(book.getSheetAt(0), "E7")).startsWith("@SUM(A1) _x0041_ ").contains("<b>&amp;]]>").endsWith("𠮷。");
            assertThat(note(book, TABLE, "C7")).contains("_x0041_", "<b>&amp;]]>", "𠮷");
        }
    }

    @Test
    void hundredsOfFindingsAndEndlessOnes() throws IOException {
        byte[] original = Files.readAllBytes(SampleWorkbooks.file(Samples.longgang()));
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            findings.add(finding(Severity.ERROR, "第 " + i + " 个错误。", TABLE + "!C" + (1 + i % 1_500), TABLE + "!F1"));
        }
        findings.add(finding(Severity.ERROR, "长".repeat(40_000), "国有资产!B4"));
        String[] addends = new String[2_000];
        for (int i = 0; i < addends.length; i++) {
            addends[i] = "支出决算表!C" + (i + 1);
        }
        findings.add(finding(Severity.ERROR, "合计不对。", addends));
        try (XSSFWorkbook book = open(annotated(original, new Review("报表.xlsx", true, Checks.NONE, findings, List.of())))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(3_007);
            assertThat(colours(book, TABLE)).hasSize(1_501);
            assertThat(note(book, TABLE, "F1")).hasSizeBetween(1_000, 2_000).endsWith("……其余见“审核结果”页。");
            assertThat(note(book, "国有资产", "B4")).hasSizeBetween(500, 2_000).endsWith("……其余见“审核结果”页。");
            assertThat(colours(book, "支出决算表")).hasSize(2_000);
            assertThat(book.getSheet("支出决算表").getCellComments()).as("a long sum is commented at its first cells").hasSize(12);
        }
    }

    /** POI would refuse such a date, so it gets the workbook without; the copy keeps it. */
    @Test
    void propertiesThatPoiWouldRefuseAreKept() throws IOException {
        Map<String, byte[]> parts = TestBooks.unzip(rich());
        String core = new String(parts.get("docProps/core.xml"), UTF_8).replaceAll("(<dcterms:created[^>]*>)[^<]*", "$1" + "2024年1月1日");
        assertThat(core).contains("2024年1月1日");
        parts.put("docProps/core.xml", core.getBytes(UTF_8));
        byte[] annotated = annotated(TestBooks.zip(parts), review());
        assertThat(TestBooks.unzip(annotated).get("docProps/core.xml")).asString(UTF_8).isEqualTo(core);
        assertThat(annotated(annotated, review())).isEqualTo(annotated);
    }

    @Test
    void anOldDrawingWithOpenLineBreaksIsUnderstood() throws IOException {
        Map<String, byte[]> parts = TestBooks.unzip(rich());
        String drawing = parts.keySet().stream().filter(name -> name.endsWith(".vml")).findFirst().orElseThrow();
        String xml = new String(parts.get(drawing), UTF_8);
        parts.put(drawing, xml.replace("</xml>", "<v:shape id=\"a\"><v:textbox><div>一<br>二</div></v:textbox></v:shape></xml>").getBytes(UTF_8));
        Review review = review(finding(Severity.ERROR, "不对。", "收入'决算&表𠮷!B9"));
        try (XSSFWorkbook book = open(annotated(TestBooks.zip(parts), review))) {
            assertThat(note(book, "收入'决算&表𠮷", "B9")).as("an open line break is nothing").contains("不对。");
        }
    }

    /** LibreOffice writes every part anew in its own way: splits texts, numbers formats and drawings again. */
    @Test
    void anotherProgramMaySaveItInBetween() throws IOException, InterruptedException {
        LibreOffice office = LibreOffice.in(folder);
        byte[] original = Files.readAllBytes(SampleWorkbooks.file(Samples.longgang()));
        byte[] resaved = office.saved(original);
        byte[] annotated = annotated(resaved, errors());
        Unmarked.assertSameBut(resaved, annotated);
        byte[] savedAgain = office.saved(annotated);
        try (XSSFWorkbook book = open(savedAgain)) {
            assertThat(colours(book, TABLE)).containsOnlyKeys("C33", "C7");
        }
        Review fewer = review(finding(Severity.WARNING, "别的。", TABLE + "!C8"));
        byte[] again = annotated(savedAgain, fewer);
        try (XSSFWorkbook book = open(again); XSSFWorkbook before = open(original)) {
            assertThat(book.getNumberOfSheets()).isEqualTo(before.getNumberOfSheets() + 1);
            assertThat(colours(book, TABLE)).containsOnlyKeys("C8");
            assertThat(book.getSheet(TABLE).getCellComments().keySet()).containsExactly(new CellAddress("C8"));
            assertThat(note(book, "国有资产", "A14")).isEqualTo("不含车辆");
            assertThat(colours(book, "收入决算表")).isEmpty();
        }
        Path file = Files.write(folder.resolve("再存.xlsx"), again);
        WorkbookReader saved = WorkbookReader.open(file);
        WorkbookReader first = WorkbookReader.open(SampleWorkbooks.file(Samples.longgang()));
        assertThat(saved.read(Samples.pack("guangdong")).accounts()).isEqualTo(first.read(Samples.pack("guangdong")).accounts());
    }
}
