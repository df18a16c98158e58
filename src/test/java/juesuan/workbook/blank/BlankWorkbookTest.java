package juesuan.workbook.blank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.StreamSupport;
import juesuan.pack.ColumnSpec;
import juesuan.pack.ColumnSpec.Type;
import juesuan.pack.SheetSpec;
import juesuan.workbook.BlankWorkbook;
import juesuan.workbook.sheet.OwnSheets;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTSheetProtection;

class BlankWorkbookTest {

    private static final double CENT = 0.001;

    /** A fixed area would cut off what is filled in later; without one, hundreds of empty rows are printed. */
    @Test
    void listsPrintWhatIsFilledIn(@TempDir Path folder) throws Exception {
        Blank blank = Blank.of("national");
        XSSFWorkbook workbook = blank.workbook();
        Map<String, Integer> filled = Map.of("收入决算表", 0, "支出决算表", 150, "一般公共预算财政拨款支出决算表", 700);
        XSSFSheet scratch = workbook.createSheet("行数");
        filled.forEach((name, row) -> {
            XSSFSheet sheet = workbook.getSheet(name);
            if (row > 0) {
                Optional.ofNullable(sheet.getRow(row - 1)).orElseGet(() -> sheet.createRow(row - 1)).createCell(3).setCellValue(1);
            }
            scratch.createRow(scratch.getPhysicalNumberOfRows()).createCell(0).setCellFormula("ROWS(" + printArea(sheet) + ")");
        });
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        try (XSSFWorkbook computed = new XSSFWorkbook(new ByteArrayInputStream(LibreOffice.in(folder).saved(bytes.toByteArray())))) {
            int at = 0;
            for (Map.Entry<String, Integer> entry : filled.entrySet()) {
                int rows = (int) computed.getSheet("行数").getRow(at++).getCell(0).getNumericCellValue();
                assertThat(rows).as("rows printed of " + entry.getKey() + ", filled to row " + entry.getValue())
                    .isBetween(Math.max(10, entry.getValue()), Math.max(30, entry.getValue()));
            }
        }
    }

    private static String printArea(XSSFSheet sheet) {
        return sheet.getWorkbook().getNames(XSSFName.BUILTIN_PRINT_AREA).stream()
            .filter(name -> name.getSheetIndex() == sheet.getWorkbook().getSheetIndex(sheet)).findFirst().orElseThrow().getRefersToFormula();
    }

    @ParameterizedTest
    @ValueSource(strings = {"national", "guangdong"})
    void whatAClerkFillsIsUnlockedAndAllElseIsLocked(String pack) {
        Blank blank = Blank.of(pack);
        for (Layout layout : blank.layouts().values()) {
            for (Layout.Band band : layout.bands()) {
                for (Layout.Area area : band.areas()) {
                    for (Layout.BodyRow row : area.rows()) {
                        for (int leaf = 0; leaf < area.columns().size(); leaf++) {
                            ColumnSpec column = area.block().leaves().get(leaf);
                            XSSFCell cell = blank.sheet(layout.sheet().id()).getRow(row.row()).getCell(area.first(leaf));
                            assertThat(cell.getCellStyle().getLocked()).as(layout.sheet().id() + " " + cell.getAddress())
                                .isEqualTo(!isFilled(row, column));
                        }
                    }
                }
            }
        }
    }

    private static boolean isFilled(Layout.BodyRow row, ColumnSpec column) {
        boolean shown = column.isComputed() || row.spec().map(s -> s.values().containsKey(column.id())).orElse(false);
        return switch (row.kind()) {
            case GAP -> false;
            case DECLARED -> column.type().isInput() && column.type() != Type.CODE && !shown;
            case TOTAL, CODE, ITEM -> column.type().isInput() && !shown;
        };
    }

    @Test
    void headersTitlesAndTheFirstSheetAreLocked() {
        Blank blank = Blank.of("guangdong");
        for (Layout layout : blank.layouts().values()) {
            for (int row = 0; row < layout.bands().get(0).body(); row++) {
                cells(blank.sheet(layout.sheet().id()).getRow(row)).forEach(cell ->
                    assertThat(cell.getCellStyle().getLocked()).isTrue());
            }
        }
        blank.workbook().getSheet(OwnSheets.INSTRUCTIONS).forEach(row -> cells(row).forEach(cell ->
            assertThat(cell.getCellStyle().getLocked()).isTrue()));
    }

    @Test
    void protectionHasNoPasswordAndLetsAClerkWork() {
        Blank blank = Blank.of("guangdong");
        for (Sheet sheet : blank.workbook()) {
            if (blank.workbook().getSheetVisibility(blank.workbook().getSheetIndex(sheet)) != SheetVisibility.VISIBLE) {
                continue;
            }
            CTSheetProtection protection = ((XSSFSheet) sheet).getCTWorksheet().getSheetProtection();
            assertThat(protection.getSheet()).isTrue();
            assertThat(protection.isSetPassword() || protection.isSetHashValue()).isFalse();
            assertThat(List.of(protection.getFormatCells(), protection.getFormatColumns(), protection.getFormatRows(),
                protection.getInsertRows(), protection.getDeleteRows(), protection.getSort(),
                protection.getSelectLockedCells(), protection.getSelectUnlockedCells()))
                .as("what is true is forbidden").containsOnly(false);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"national", "guangdong"})
    void everyFormulaHasACachedValueAndNoError(String pack) {
        Blank blank = Blank.of(pack);
        List<String> wrong = new ArrayList<>();
        blank.workbook().forEach(sheet -> sheet.forEach(row -> cells(row).forEach(cell -> {
            if (cell.getCellType() == CellType.FORMULA && (!((XSSFCell) cell).getCTCell().isSetV()
                || cell.getCachedFormulaResultType() == CellType.ERROR)) {
                wrong.add(sheet.getSheetName() + "!" + cell.getAddress());
            }
        })));
        assertThat(wrong).isEmpty();
        assertThat(blank.workbook().getForceFormulaRecalculation()).isTrue();
    }

    @Test
    void totalIsTheSumOfTheClassesWhetherTypedAsTextOrNumber() {
        Blank blank = Blank.of("guangdong");
        code(blank, 1, "201", 100.5);
        code(blank, 2, "20101", 100.5);
        code(blank, 3, "2010101", 100.5);
        codeCell(blank, 4).setCellValue(206);
        blank.cell("支出决算表", "科目", 4, "项目支出").setCellValue(20);
        codeCell(blank, 5).setCellValue(20604);
        blank.cell("支出决算表", "科目", 5, "项目支出").setCellValue(20);
        blank.evaluate();
        assertThat(number(blank, "支出决算表", "科目", "合计", "基本支出")).isEqualTo(100.5);
        assertThat(number(blank, "支出决算表", "科目", "合计", "项目支出")).isEqualTo(20);
        assertThat(number(blank, "支出决算表", "科目", "合计", "本年支出合计")).isEqualTo(120.5);
        assertThat(blank.cell("支出决算表", "科目", 1, "科目名称").getStringCellValue()).isEqualTo("一般公共服务支出");
        assertThat(blank.cell("支出决算表", "科目", 4, "科目名称").getStringCellValue()).isEqualTo("科学技术支出");
        assertThat(blank.cell("支出决算表", "科目", 6, "科目名称").getStringCellValue()).isEmpty();
        assertThat(blank.cell("支出决算表", "科目", 6, "本年支出合计").getStringCellValue()).isEmpty();
        assertThat(number(blank, "收入决算表", "科目", "合计", "财政拨款收入")).as("no code row filled").isZero();
    }

    @Test
    void aCodeBelowThePreparedRowsStillCounts() {
        Blank blank = Blank.of("guangdong");
        Layout.Area area = blank.layouts().get("支出决算表").area("科目").orElseThrow();
        XSSFSheet sheet = blank.sheet("支出决算表");
        Row row = sheet.createRow(area.lastListRow() + 50);
        int column = area.first(area.columnOf("基本支出").orElseThrow());
        row.createCell(0).setCellValue("299");
        row.createCell(column).setCellValue(7);
        assertThat(sheet.getColumnStyle(column).getLocked()).as("a longer block can be pasted").isFalse();
        blank.evaluate();
        assertThat(number(blank, "支出决算表", "科目", "合计", "基本支出")).isEqualTo(7);
    }

    @Test
    void figuresFlowFromTheTablesToTheForms() {
        Blank blank = Blank.of("guangdong");
        blank.cell("基本信息", "基本信息", "部门名称", "内容").setCellValue("某局");
        blank.cell("基本信息", "基本信息", "金额单位", "内容").setCellValue("万元");
        typed(blank.cell("收入支出决算总表", "收入", "一般公共预算财政拨款收入", "决算数")).setCellValue(300);
        typed(blank.cell("收入支出决算总表", "收入", "年初结转和结余", "决算数")).setCellValue(0.25);
        typed(blank.cell("上年与预算", "收入", "一般公共预算财政拨款收入", "上年决算数")).setCellValue(200);
        typed(blank.cell("财政拨款收入支出决算总表", "支出", "外交支出", "政府性基金预算财政拨款")).setCellValue(5);
        typed(blank.cell("一般公共预算财政拨款基本支出决算明细表", "公用经费", "30201", "金额")).setCellValue(1.5);
        typed(blank.cell("一般公共预算财政拨款基本支出决算明细表", "公用经费续", "31002", "金额")).setCellValue(2.5);
        typed(blank.cell("财政拨款“三公”经费支出决算表", "预算数", "金额", "公务用车购置费")).setCellValue(8);
        typed(blank.cell("财政拨款“三公”经费支出决算表", "决算数", "金额", "公务用车购置费")).setCellValue(4);
        blank.evaluate();
        assertThat(number(blank, "收入支出决算总表", "收入", "总计", "决算数")).isEqualTo(300.25);
        assertThat(number(blank, "上年与预算", "收入", "一般公共预算财政拨款收入", "增减额")).isEqualTo(100);
        assertThat(number(blank, "上年与预算", "收入", "一般公共预算财政拨款收入", "增减率")).isEqualTo(0.5);
        assertThat(blank.cell("上年与预算", "收入", "其他收入", "增减率").getStringCellValue()).isEmpty();
        assertThat(number(blank, "财政拨款收入支出决算总表", "支出", "总计", "合计")).isEqualTo(5);
        assertThat(number(blank, "一般公共预算财政拨款基本支出决算明细表", "公用经费续", "公用经费合计", "金额")).isEqualTo(4);
        assertThat(number(blank, "机关运行经费", "机关运行经费", "机关运行经费", "本年决算数")).isEqualTo(4);
        assertThat(number(blank, "上年与预算", "三公经费", "合计", "完成率")).isEqualTo(0.5);
        assertThat(number(blank, "上年与预算", "三公经费", "公务用车购置", "占比")).isEqualTo(1);
        assertThat(blank.sheet("支出决算表").getRow(2).getCell(0).getStringCellValue()).isEqualTo("部门：某局");
        assertThat(cells(blank.sheet("支出决算表").getRow(2))).extracting(Cell::getStringCellValue).contains("金额单位：万元");
    }

    @Test
    void aCopiedPerformanceSheetComputesFromItself() {
        Blank blank = Blank.of("guangdong");
        XSSFCell grant = blank.cell("项目支出绩效自评表", "资金", "当年财政拨款", "全年预算数");
        XSSFCell total = blank.cell("项目支出绩效自评表", "资金", "年度资金总额", "全年预算数");
        XSSFSheet copy = blank.workbook().cloneSheet(blank.workbook().getSheetIndex("自评表"), "自评表（2）");
        copy.getRow(grant.getRowIndex()).getCell(grant.getColumnIndex()).setCellValue(12.5);
        blank.evaluate();
        assertThat(copy.getRow(total.getRowIndex()).getCell(total.getColumnIndex()).getNumericCellValue())
            .isEqualTo(12.5);
        assertThat(total.getNumericCellValue()).isZero();
        assertThat(copy.getDataValidations()).isNotEmpty();
    }

    @Test
    void dropDownsReferToTheHiddenListsAndNothingForbids() {
        Blank blank = Blank.of("guangdong");
        int lists = 0;
        for (Layout layout : blank.layouts().values()) {
            for (DataValidation validation : blank.sheet(layout.sheet().id()).getDataValidations()) {
                assertThat(validation.getErrorStyle()).isEqualTo(DataValidation.ErrorStyle.WARNING);
                String formula = validation.getValidationConstraint().getFormula1();
                assertThat(formula).hasSizeLessThanOrEqualTo(255);
                if (validation.getValidationConstraint().getValidationType() == ValidationType.LIST) {
                    assertThat(validation.getValidationConstraint().getExplicitListValues()).isNull();
                    assertThat(blank.workbook().getName(formula)).as(formula).isNotNull();
                    assertThat(validation.getSuppressDropDownArrow()).as("the arrow is shown").isTrue();
                    lists++;
                }
            }
        }
        // The unit, 一级指标 and 二级指标, the codes of five tables, and the declarations of five forms.
        assertThat(lists).isEqualTo(13);
        int hidden = blank.workbook().getSheetIndex(Lists.SHEET);
        assertThat(blank.workbook().getSheetVisibility(hidden)).isEqualTo(SheetVisibility.VERY_HIDDEN);
        for (Name name : blank.workbook().getAllNames()) {
            assertThat(name.getRefersToFormula()).as(name.getNameName()).doesNotContain("#REF");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"national", "guangdong"})
    void theFileIsSound(String pack) {
        Blank blank = Blank.of(pack);
        assertThat(blank.workbook().getSheetAt(0).getSheetName()).isEqualTo("填报说明");
        assertThat(blank.workbook().getSheetAt(1).getSheetName()).isEqualTo("审核");
        List<String> names = blank.pack().sheets().stream().map(SheetSpec::name).toList();
        for (int i = 0; i < names.size(); i++) {
            XSSFSheet sheet = blank.workbook().getSheetAt(i + 2);
            assertThat(sheet.getSheetName()).isEqualTo(names.get(i)).hasSizeLessThanOrEqualTo(31);
            noOverlaps(sheet);
        }
        List<Object> errors = new ArrayList<>();
        for (Sheet sheet : blank.workbook()) {
            ((XSSFSheet) sheet).getCTWorksheet().validate(new XmlOptions().setErrorListener(listener(errors)));
        }
        blank.workbook().getCTWorkbook().validate(new XmlOptions().setErrorListener(listener(errors)));
        blank.workbook().getStylesSource().getCTStylesheet().validate(new XmlOptions().setErrorListener(listener(errors)));
        assertThat(errors).isEmpty();
        assertThat(blank.workbook().getNumCellStyles()).isLessThan(200);
    }

    private static List<XmlError> listener(List<Object> errors) {
        return new AbstractList<>() {
            @Override
            public boolean add(XmlError error) {
                return errors.add(error);
            }

            @Override
            public XmlError get(int index) {
                throw new IndexOutOfBoundsException(index);
            }

            @Override
            public int size() {
                return 0;
            }
        };
    }

    private static void noOverlaps(XSSFSheet sheet) {
        List<CellRangeAddress> regions = sheet.getMergedRegions();
        for (int i = 0; i < regions.size(); i++) {
            for (int j = i + 1; j < regions.size(); j++) {
                assertThat(regions.get(i).intersects(regions.get(j)))
                    .as(sheet.getSheetName() + " " + regions.get(i) + regions.get(j)).isFalse();
            }
        }
    }

    @Test
    void longNumbersAreTextAndStartingValuesStandReady() {
        Blank blank = Blank.of("guangdong");
        assertThat(blank.cell("项目支出绩效自评表", "项目", "项目编码", "内容").getCellStyle().getDataFormatString()).isEqualTo("@");
        assertThat(codeCell(blank, 1).getCellStyle().getDataFormatString()).isEqualTo("@");
        assertThat(blank.cell("基本信息", "基本信息", "金额单位", "内容").getStringCellValue())
            .as("a wrong unit is a slip by ten thousand: it is chosen, never assumed").isEmpty();
        assertThat(blank.cell("基本信息", "基本信息", "年度", "内容").getNumericCellValue()).isEqualTo(2023);
        assertThat(blank.cell("名词解释", "名词", 2, "名词").getStringCellValue()).isEqualTo("上级补助收入");
        assertThat(blank.cell("国有资产", "资产", "单价100万元以上设备", "项目").getCellComment().getString().getString())
            .isEqualTo("不含车辆");
    }

    @Test
    void theFirstSheetNamesItsPack() {
        XSSFSheet sheet = Blank.of("guangdong").workbook().getSheet("填报说明");
        List<List<String>> rows = new ArrayList<>();
        sheet.forEach(row -> rows.add(List.of(row.getCell(0).getStringCellValue(), row.getCell(1).getStringCellValue())));
        assertThat(rows).contains(List.of("模板包", "guangdong"), List.of("模板包名称", "广东（深圳）"),
            List.of("模板包版本", "1.0.0"), List.of("年度", "2023"));
        assertThat(sheet.getHyperlinkList()).hasSize(19);
    }

    @Test
    void theSamePackGivesTheSameBytesAtAnyTimeInAnyZone() throws InterruptedException {
        byte[] first = BlankWorkbook.build(Blank.of("guangdong").pack());
        // Zip times have a resolution of two seconds.
        Thread.sleep(2100);
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(BlankWorkbook.build(Blank.of("guangdong").pack())).isEqualTo(first);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    private static void code(Blank blank, int ordinal, String code, double basic) {
        codeCell(blank, ordinal).setCellValue(code);
        blank.cell("支出决算表", "科目", ordinal, "基本支出").setCellValue(basic);
    }

    private static XSSFCell codeCell(Blank blank, int ordinal) {
        return typed(blank.cell("支出决算表", "科目", ordinal, "科目编码"));
    }

    /** Typing over a formula takes it away. */
    private static XSSFCell typed(XSSFCell cell) {
        if (cell.getCellType() == CellType.FORMULA) {
            cell.removeFormula();
        }
        return cell;
    }

    private static double number(Blank blank, String sheet, String block, String row, String column) {
        double number = blank.cell(sheet, block, row, column).getNumericCellValue();
        return Math.round(number / CENT) * CENT;
    }

    private static Iterable<Cell> cells(Row row) {
        return StreamSupport.stream(row.spliterator(), false).toList();
    }
}
