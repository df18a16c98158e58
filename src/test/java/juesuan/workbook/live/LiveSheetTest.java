package juesuan.workbook.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import juesuan.pack.ColumnSpec;
import juesuan.pack.ColumnSpec.Type;
import juesuan.pack.Pack;
import juesuan.pack.RuleSpec;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import juesuan.workbook.blank.Blank;
import juesuan.workbook.sheet.OwnSheets;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What the sheet 审核 holds as a file; what it computes is for {@link LiveAuditTest}. */
class LiveSheetTest {

    /** Excel takes no longer formula, and 2010 none of the functions that came later. */
    private static final int LONGEST_FORMULA = 8192;
    private static final String LATER = ".*\\b(LET|FILTER|LAMBDA|UNIQUE|XLOOKUP|TEXTJOIN|IFS|MAXIFS|MINIFS|ISFORMULA|NUMBERVALUE)\\(.*";

    @Test
    void everyRuleStandsOnTheSheetOrIsNamedBelowIt() {
        Pack pack = Samples.pack("guangdong");
        XSSFSheet sheet = Blank.of("guangdong").workbook().getSheet(OwnSheets.LIVE);
        String note = sheet.getRow(sheet.getLastRowNum()).getCell(0).getStringCellValue();
        List<String> listed = new ArrayList<>();
        for (int row = 4; row < sheet.getLastRowNum(); row++) {
            listed.add(sheet.getRow(row).getCell(0).getStringCellValue());
        }
        for (RuleSpec rule : pack.rules()) {
            boolean onSheet = listed.remove(rule.id());
            assertThat(onSheet).as(rule.id() + " on the sheet").isNotEqualTo(note.contains(rule.id()));
            assertThat(onSheet && !rule.isOn()).as(rule.id() + " is off").isFalse();
        }
        assertThat(listed).isEmpty();
        long others = pack.rules().stream().filter(RuleSpec::isOn).filter(rule -> rule.check().isEmpty() || rule.id().equals("M06")).count();
        assertThat(note).startsWith("注：另有 " + others + " 条规则写不成公式，由程序核对：").contains("M06");
    }

    @Test
    void aFileThatNobodyCalculatedClaimsNoResult() {
        XSSFWorkbook workbook = Blank.of("guangdong").workbook();
        XSSFSheet sheet = workbook.getSheet(OwnSheets.LIVE);
        for (int row = 4; row < sheet.getLastRowNum(); row++) {
            assertThat(sheet.getRow(row).getCell(3).getStringCellValue()).isEqualTo("未算");
        }
        assertThat(workbook.getForceFormulaRecalculation()).isTrue();
        assertThat(workbook.isSheetHidden(workbook.getSheetIndex(OwnSheets.LIVE_DETAIL))).isTrue();
        assertThat(workbook.getSheetIndex(OwnSheets.LIVE)).as("right after 填报说明").isEqualTo(1);
    }

    @Test
    void excel2010UnderstandsEveryFormula() {
        List<String> formulas = formulas(Blank.of("national").workbook());
        assertThat(formulas).hasSizeGreaterThan(1000)
            .allSatisfy(formula -> assertThat(formula).hasSizeLessThan(LONGEST_FORMULA).doesNotMatch(LATER));
    }

    @Test
    void eachCopyOfAPerformanceSheetIsChecked() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(SampleWorkbooks.bytes(Samples.longgang())))) {
            List<String> tabs = new ArrayList<>();
            workbook.forEach(sheet -> tabs.add(sheet.getSheetName()));
            List<String> copies = tabs.stream().filter(tab -> tab.startsWith("自评表-")).toList();
            assertThat(copies).hasSize(3);
            List<String> formulas = formulas(workbook);
            assertThat(copies).allSatisfy(copy -> assertThat(formulas).anyMatch(formula -> formula.contains("'" + copy + "'!")));
        }
    }

    @Test
    void numbersAreTakenAsTheReaderTakesThem() {
        assertThat(NumberFormula.of("A1", Type.NUMBER, ColumnSpec.Blank.ALLOWED, "1"))
            .isEqualTo("IFERROR(IF(ISNUMBER(A1),IF((ABS(A1)>1E13),\"\",A1),IF(LEN(TRIM(A1))=0,\"\","
                + "IF((VALUE(SUBSTITUTE(TRIM(A1),\",\",\"\")&\"0\")=VALUE(SUBSTITUTE(TRIM(A1),\",\",\"\")))"
                + "+(VALUE(SUBSTITUTE(TRIM(A1),\",\",\"\")&\"0\")=VALUE(SUBSTITUTE(TRIM(A1),\",\",\"\"))*10)>0,"
                + "IF((ABS(VALUE(SUBSTITUTE(TRIM(A1),\",\",\"\")))>1E13),\"\",VALUE(SUBSTITUTE(TRIM(A1),\",\",\"\"))),\"\"))),\"\")");
        assertThat(NumberFormula.of("A1", Type.AMOUNT, ColumnSpec.Blank.ZERO, "$B$4"))
            .contains("ROUND(A1*$B$4,2)").contains("IF(LEN(TRIM(A1))=0,0,").contains("\"—\"");
    }

    private static List<String> formulas(XSSFWorkbook workbook) {
        List<String> formulas = new ArrayList<>();
        for (String name : List.of(OwnSheets.LIVE, OwnSheets.LIVE_DETAIL)) {
            for (Row row : workbook.getSheet(name)) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        formulas.add(cell.getCellFormula());
                    }
                }
            }
        }
        return formulas;
    }
}
