package juesuan.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import juesuan.model.Place;
import juesuan.samples.OwnPack;
import juesuan.samples.Sample;
import juesuan.samples.Samples;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The charts show printed figures, as pictures, as words and as tables. */
class WebChartTest {

    @TempDir
    Path folder;

    private static Document read(Sample sample) {
        return Jsoup.parse(WebSample.of(sample).html());
    }

    @Test
    void aChartSaysWhatItShows() {
        Element expenditure = read(Samples.longgang()).select("figure").get(2);
        assertThat(expenditure.select("svg > title").text()).isEqualTo("支出按功能分类条形图，单位：万元");
        assertThat(expenditure.select("svg > desc").text()).startsWith("一般公共服务支出 34,787.71万元；社会保障和就业支出 858.73万元；").endsWith("住房保障支出 899.45万元。");
        assertThat(expenditure.select("rect").eachAttr("width")).containsExactly("13.25%", "0.33%", "0.45%", "1.71%", "2.36%", "100.00%", "0.34%");
        assertThat(expenditure.select("svg text").eachText()).contains("资源勘探工业信息等支出 262,605.26", "住房保障支出 899.45");
        assertThat(expenditure.select("tbody th").eachText()).startsWith("一般公共服务支出", "社会保障和就业支出");
        assertThat(expenditure.select("tbody .n").eachText()).startsWith("34,787.71", "858.73");
        assertThat(expenditure.select("tbody .cell").eachText()).first().isEqualTo("收入支出决算总表!支出/一般公共服务支出/决算数");
        assertThat(expenditure.select("tbody .origin").first().wholeOwnText()).isEqualTo("表1 收入支出决算总表 第31行 决算数");
    }

    @Test
    void lastYearStandsBesideThisYear() {
        Element income = read(Samples.longgang()).select("figure").first();
        assertThat(income.select(".legend").text()).isEqualTo("2022年 2023年");
        assertThat(income.select("svg > desc").text()).isEqualTo("一般公共预算财政拨款收入2022年 99,429.56万元，一般公共预算财政拨款收入2023年 306,534.45万元；"
            + "政府性基金预算财政拨款收入2022年 188.80万元，政府性基金预算财政拨款收入2023年 4,480.00万元；其他收入2022年 0.39万元，其他收入2023年 10.91万元。");
        assertThat(income.select("tbody .n").eachText()).containsExactly("99,429.56", "306,534.45", "188.80", "4,480.00", "0.39", "10.91");
        assertThat(income.select("tbody .origin").stream().map(Element::wholeOwnText).toList()).startsWith(
            "2022年度一般公共预算财政拨款收入决算数 99,429.56万元（上年公开）", "表1 收入支出决算总表 第1行 决算数");
    }

    /** The short ones have a scale of their own; the long ones are longer than all of them, and tell which of them is the longest. */
    @Test
    void whereOneBarWouldHideTheRestItIsBroken() {
        Element income = read(Samples.longgang()).select("figure").first();
        assertThat(income.select("svg[role=img] > rect").eachAttr("width")).containsExactly("62.00%", "11.68%", "62.00%", "36.00%", "2.19%", "52.00%", "0.05%", "0.13%");
        assertThat(income.select("svg[role=img] > rect").eachAttr("x")).containsExactly("0.00%", "64.00%", "0.00%", "64.00%", "0.00%", "0.00%", "0.00%", "0.00%");
        assertThat(income.select("line.cut")).as("two for each broken bar").hasSize(4);
        assertThat(income.select(".note").text()).contains("不能与没有断口的条比长短");
    }

    @ParameterizedTest
    @CsvSource({"20, true", "19.99, false", "0, false", "-20, false"})
    void aBarIsBrokenFromTwentyTimesTheNextOn(BigDecimal times, boolean broken) {
        Place small = new Place("财政拨款“三公”经费支出决算表", "决算数", "金额", "公务接待费");
        Sample sample = Samples.longgang();
        for (String column : List.of("因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费")) {
            sample = sample.with(new Place(small.sheet(), "预算数", "金额", column), "0").with(new Place(small.sheet(), "决算数", "金额", column), "0")
                .with(new Place("上年与预算", "三公经费", column.replace("购置费", "购置"), "上年决算数"), "0");
        }
        Element chart = read(sample.with(small, "1").with(new Place(small.sheet(), "决算数", "金额", "因公出国（境）费"), times.toPlainString())).select("figure").get(3);
        assertThat(chart.select("line.cut").isEmpty()).isEqualTo(!broken);
    }

    @Test
    void severalBarsOfAnItemAreToldApartByWords() {
        Element chart = read(Samples.longgang()).select("figure").get(3);
        assertThat(chart.select(".legend").text()).isEqualTo("2022年决算数 2023年预算数 2023年决算数");
        assertThat(chart.select("svg > text, svg > desc").eachText()).contains("因公出国（境）费", "2022年决算数 1.17", "2023年预算数 18.29", "2023年决算数 16.99")
            .anyMatch(text -> text.startsWith("因公出国（境）费2022年决算数 1.17万元，因公出国（境）费2023年预算数 18.29万元，因公出国（境）费2023年决算数 16.99万元；"));
        assertThat(chart.select("thead th").eachText()).containsExactly("项目", "2022年决算数", "2023年预算数", "2023年决算数");
    }

    /** Unknown is not nothing. */
    @Test
    void whatIsNotKnownHasNoBar() {
        Element income = read(Samples.longgang().with(new Place("上年与预算", "收入", "其他收入", "上年决算数"), "")).select("figure").first();
        assertThat(income.select("desc").text()).contains("其他收入2022年 —，其他收入2023年 10.91万元");
        assertThat(income.select("tbody tr").last().select("td").eachText()).first().isEqualTo("—");
        assertThat(income.select("tbody tr").last().select(".n")).hasSize(1);
    }

    /** Its bar goes to the left of where the others begin. */
    @Test
    void aNegativeNumberIsDrawnTheOtherWay() {
        Element income = Jsoup.parse(WebSample.of(Samples.yanxi(), OwnPack.extending("guangdong", folder, "charts:", "  - title: 收入", "    bars:",
            "      - {each: 收入支出决算总表.收入, rows: [一般公共预算财政拨款收入..其他收入], values: ['[决算数]']}").load()).html()).select("figure").first();
        List<String> from = income.select("svg[role=img] > rect").eachAttr("x");
        List<String> widths = income.select("svg[role=img] > rect").eachAttr("width");
        String zero = income.select("line").attr("x1");
        assertThat(zero).isNotEqualTo("0.00%").isEqualTo(from.get(0)).isEqualTo(widths.get(2));
        assertThat(from.get(2)).isEqualTo("0.00%");
        assertThat(income.select("desc").text()).contains("-0.32万元");
    }

    @Test
    void withoutAnythingToDrawItSaysSo() {
        Sample sample = Samples.longgang();
        for (String block : List.of("预算数", "决算数")) {
            for (String column : List.of("因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费")) {
                sample = sample.with(new Place("财政拨款“三公”经费支出决算表", block, "金额", column), "0");
            }
        }
        for (String row : List.of("因公出国（境）费", "公务用车购置", "公务用车运行维护费", "公务接待费")) {
            sample = sample.with(new Place("上年与预算", "三公经费", row, "上年决算数"), "0");
        }
        Element chart = read(sample).select("figure").get(3);
        assertThat(chart.text()).contains("各项都是 0。");
        assertThat(chart.select("svg[role=img]")).isEmpty();
        assertThat(chart.select("tbody tr")).hasSize(4);
    }

    /** 0.00 is printed, and there is something: it has its line, and nobody says that all is 0. */
    @Test
    void amountsBelowTheLastDigitAreNotNothing() {
        Place other = new Place("收入支出决算总表", "收入", "经营收入", "决算数");
        String note = "有不足 0.01 万元的金额，按两位小数显示为 0.00。";
        Element income = read(Samples.longgang().with(other, "0.004")).select("figure").first();
        assertThat(income.select("tbody th").eachText()).contains("经营收入");
        assertThat(income.text()).contains(note);
        assertThat(read(Samples.longgang()).text()).doesNotContain(note);
        Sample sample = Samples.longgang();
        for (String column : List.of("因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费")) {
            sample = sample.with(new Place("财政拨款“三公”经费支出决算表", "预算数", "金额", column), "0")
                .with(new Place("财政拨款“三公”经费支出决算表", "决算数", "金额", column), column.equals("公务接待费") ? "0.004" : "0");
        }
        assertThat(read(sample).select("figure").get(3).text()).contains(note).doesNotContain("各项都是 0");
    }

    /** A chart that is not there could as well have been forgotten. */
    @Test
    void aDepartmentWithoutAnyMoneyHasItsChartsToo() {
        Sample sample = Samples.longgang();
        for (Sample.Filled sheet : sample.sheets().stream().filter(s -> s.sheet().equals("收入支出决算总表")).toList()) {
            for (Map.Entry<Place, String> cell : sheet.cells().entrySet()) {
                sample = cell.getKey().column().equals("决算数") && !cell.getValue().isEmpty() ? sample.with(cell.getKey(), "0") : sample;
            }
        }
        Document page = read(sample);
        assertThat(page.select("figure")).hasSize(4);
        Element chart = page.select("figure").get(2);
        assertThat(chart.text()).contains("各项都是 0。");
        assertThat(chart.select("svg[role=img]")).isEmpty();
        assertThat(chart.select("tbody .n").eachText()).hasSizeGreaterThan(5).containsOnly("0.00");
        assertThat(chart.select("tbody .cell").eachText()).allMatch(cell -> cell.startsWith("收入支出决算总表!"));
        assertThat(page.select("#charts, nav a[href=#charts]").eachText()).containsOnly("图示：收入与上年比、支出与上年比、支出按功能分类、财政拨款“三公”经费");
    }

    @Test
    void aRegionMayHaveItsOwn() {
        var pack = OwnPack.extending("guangdong", folder, "charts:", "  - title: 收支", "    note: 只画{年度}年的总计。", "    bars:",
            "      - {label: 收入, values: ['收入支出决算总表.收入[总计, 决算数]']}").load();
        Document page = Jsoup.parse(WebSample.of(Samples.longgang(), pack).html());
        assertThat(page.select("figure")).hasSize(1);
        assertThat(page.select("#charts, nav a[href=#charts]").eachText()).as("the heading says what is there").containsExactly("图示：收支", "图示：收支");
        assertThat(page.select("figure desc").text()).isEqualTo("收入 311,189.89万元。");
        assertThat(page.select("figure .note").text()).isEqualTo("只画2023年的总计。");
        var none = OwnPack.extending("guangdong", folder, "charts: []").load();
        assertThat(Jsoup.parse(WebSample.of(Samples.longgang(), none).html()).select("#charts, a[href=#charts]")).isEmpty();
    }
}
