package juesuan.workbook.blank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import juesuan.formula.Formulas;
import juesuan.model.Place;
import juesuan.pack.Pack;
import juesuan.pack.PackFiles;
import juesuan.pack.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {

    private static final Pack PACK = Pack.load(new PackFiles(Optional.empty()), "guangdong", 2023);
    private static final Map<String, Layout> LAYOUTS = Layout.all(PACK);

    @ParameterizedTest
    @CsvSource({
        "收入支出决算总表,             收入,       一般公共预算财政拨款收入, 决算数,     C7",
        "收入支出决算总表,             支出,       一般公共服务支出,         决算数,     F7",
        "收入支出决算总表,             收入,       总计,                     决算数,     C36",
        "收入支出决算总表,             支出,       总计,                     决算数,     F36",
        "支出决算表,                   科目,       合计,                     本年支出合计, C7",
        "一般公共预算财政拨款基本支出决算明细表, 公用经费续, 公用经费合计,   金额,       I34",
        "财政拨款“三公”经费支出决算表, 决算数,     金额,                     公务接待费, L8",
        "基本信息,                     基本信息,   部门名称,                 内容,       B4",
        "三公说明,                     团组,       2,                        金额,       B29",
        "项目支出绩效自评表,           指标,       1,                        得分,       G17"})
    void placesStandWhereTheOfficialTablesHaveThem(String sheet, String block, String row, String column, String at) {
        assertThat(LAYOUTS.get(sheet).cell(new Place(sheet, block, row, column)).orElseThrow()).hasToString(at);
    }

    @Test
    void whatIsNotPreparedHasNoCell() {
        Layout layout = LAYOUTS.get("支出决算表");
        assertThat(layout.cell(new Place("支出决算表", "科目", "20101", "基本支出"))).isEmpty();
        assertThat(layout.cell(new Place("支出决算表", "科目", "合计", "没有的列"))).isEmpty();
        assertThat(layout.cell("科目", 300, "科目编码")).isPresent();
        assertThat(layout.cell("科目", 301, "科目编码")).isEmpty();
    }

    @Test
    void stackedBlocksOfAListNeverMergeItsRows() {
        Layout layout = LAYOUTS.get("项目支出绩效自评表");
        assertThat(layout.area("指标").orElseThrow().columns()).noneMatch(SheetColumns.Span::isMerged);
        Layout.Area total = layout.area("总分").orElseThrow();
        Layout.Area list = layout.area("指标").orElseThrow();
        assertThat(total.first(1)).as("分值 under 分值").isEqualTo(list.first(list.columnOf("分值").orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[决算数] / [预算数]                              | IF(SUM(B4)=0,\"\",SUM(C4)/SUM(B4))",
        "([决算数] - [预算数]) / [预算数] * 100           | IF(SUM(B4)=0,\"\",((SUM(C4)-SUM(B4))/SUM(B4))*100)",
        "-[决算数] + 2 * ([预算数] + 1)                   | (-SUM(C4))+(2*(SUM(B4)+1))",
        "sum([决算数], 收入支出决算总表.收入[总计, 决算数]) | SUM(SUM(C4),收入支出决算总表!C36)",
        "财政拨款“三公”经费支出决算表.决算数[金额, 合计] | '财政拨款“三公”经费支出决算表'!G8",
        "支出决算表.科目[2010101, 基本支出]               | SUMIF(支出决算表!$A$8:$A$1307,\"2010101\",支出决算表!$D$8:$D$1307)"})
    void expressionsBecomeLiveFormulas(String formula, String excel) {
        Layout.Area area = LAYOUTS.get("上年与预算").area("三公经费").orElseThrow();
        ExcelFormulas formulas = new ExcelFormulas(PACK, LAYOUTS);
        String text = formulas.guarded(formula, new ExcelFormulas.Position(
            Scope.block("上年与预算", "三公经费").row("公务接待费"), 3));
        assertThat(area.first(1)).isEqualTo(1);
        assertThat(text).isEqualTo(excel);
        assertThat(Formulas.parse(formula)).isNotNull();
    }
}
