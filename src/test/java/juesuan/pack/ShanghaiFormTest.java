package juesuan.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;

/** The tables of the official form of 上海 for 2024: their order, and every column and row label in its order. */
class ShanghaiFormTest {

    private static final Pack PACK = Samples.pack("shanghai", 2024);

    @Test
    void theTablesInTheFormsOrder() {
        assertThat(PACK.tableNumbers().keySet()).containsExactly("收入支出决算总表", "收入决算表", "支出决算表", "财政拨款收入支出决算总表",
            "一般公共预算财政拨款支出决算表", "一般公共预算财政拨款基本支出决算表", "财政拨款“三公”经费支出决算表",
            "政府性基金预算财政拨款收入支出决算表", "国有资本经营预算财政拨款收入支出决算表");
    }

    @Test
    void theColumnsOfTheForm() {
        assertThat(titles("收入支出决算总表")).containsExactly("收入", "项目", "决算数", "支出", "项目", "决算数");
        assertThat(titles("收入决算表")).containsExactly("项目", "功能分类科目编码", "科目名称", "本年收入合计", "财政拨款收入", "上级补助收入",
            "事业收入", "经营收入", "附属单位上缴收入", "其他收入");
        assertThat(titles("支出决算表")).containsExactly("项目", "功能分类科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出", "上缴上级支出",
            "经营支出", "对附属单位补助支出");
        assertThat(titles("财政拨款收入支出决算总表")).containsExactly("收入", "项目", "决算数", "支出", "项目", "合计", "一般公共预算财政拨款",
            "政府性基金预算财政拨款", "国有资本经营预算财政拨款");
        assertThat(titles("一般公共预算财政拨款支出决算表")).containsExactly("项目", "功能分类科目编码", "科目名称", "合计", "基本支出", "项目支出");
        assertThat(titles("一般公共预算财政拨款基本支出决算表")).containsExactly("经济分类科目编码", "科目名称", "决算数", "经济分类科目编码", "科目名称", "决算数");
        assertThat(titles("财政拨款“三公”经费支出决算表")).containsExactly("财政拨款“三公”经费", "合计", "预算数", "决算数", "因公出国（境）费", "预算数", "决算数",
            "公务用车购置及运行维护费", "小计", "预算数", "决算数", "公务用车购置费", "预算数", "决算数", "公务用车运行维护费", "预算数", "决算数",
            "公务接待费", "预算数", "决算数");
        for (String table : List.of("政府性基金预算财政拨款收入支出决算表", "国有资本经营预算财政拨款收入支出决算表")) {
            assertThat(titles(table)).as(table).containsExactly("项目", "功能分类科目编码", "科目名称", "年初结转和结余", "本年收入", "本年支出", "合计",
                "基本支出", "项目支出", "年末结转和结余");
        }
    }

    @Test
    void theRowsOfTheForm() {
        assertThat(labels("收入支出决算总表", "收入")).startsWith("一、一般公共预算财政拨款收入").endsWith("本年收入合计", "使用非财政拨款结余", "年初结转和结余", "总计").hasSize(12);
        for (String table : List.of("收入支出决算总表", "财政拨款收入支出决算总表")) {
            assertThat(labels(table, "支出").subList(0, 24)).as(table).startsWith("一、一般公共服务支出", "二、外交支出").doesNotContainAnyElementsOf(List.of("二十四、债务还本支出"))
                .endsWith("二十二、灾害防治及应急管理支出", "二十三、其他支出", "二十四、抗疫特别国债安排的支出");
        }
        assertThat(labels("财政拨款收入支出决算总表", "收入")).containsExactly("一、一般公共预算财政拨款", "二、政府性基金预算财政拨款", "三、国有资本经营预算财政拨款",
            "本年收入合计", "年初财政拨款结转和结余", "一、一般公共预算财政拨款", "二、政府性基金预算财政拨款", "三、国有资本经营预算财政拨款", "总计");
        assertThat(labels("一般公共预算财政拨款基本支出决算表", "公用经费")).startsWith("商品和服务支出", "办公费").containsSubsequence("其他商品和服务支出", "资本性支出",
            "房屋建筑物购建", "办公设备购置", "专用设备购置", "信息网络及软件购置更新", "公务用车购置", "其他交通工具购置", "文物和陈列品购置", "无形资产购置", "其他资本性支出",
            "公用经费合计").doesNotContain("其他支出");
        assertThat(PACK.sheet("一般公共预算财政拨款支出决算表").orElseThrow().blocks().get(0).codes().orElseThrow().last()).as("total at the foot").isTrue();
        assertThat(PACK.sheet("收入决算表").orElseThrow().blocks().get(0).codes().orElseThrow().last()).as("total at the foot").isFalse();
    }

    private static List<String> titles(String table) {
        List<String> titles = new ArrayList<>();
        for (BlockSpec block : PACK.sheet(table).orElseThrow().blocks()) {
            if (!block.heading().isEmpty()) {
                titles.add(block.heading());
            }
            collect(block.columns(), titles);
        }
        return titles;
    }

    private static void collect(List<ColumnSpec> columns, List<String> titles) {
        for (ColumnSpec column : columns) {
            titles.add(column.title());
            collect(column.columns(), titles);
        }
    }

    private static List<String> labels(String table, String block) {
        return PACK.sheet(table).orElseThrow().block(block).orElseThrow().rows().stream().filter(row -> !row.isGap()).map(RowSpec::label).toList();
    }
}
