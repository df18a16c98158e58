package juesuan.render;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The charts show printed figures, as pictures, as words and as tables. */
class WebChartTest {

    @TempDir
    Path folder;

    private static Document read(Sample sample) {
        return Jsoup.parse(WebSample.of(sample).html());
    }

    @Test
    void aChartSaysWhatItShows() {
        Element income = read(Samples.longgang()).select("figure").first();
        assertThat(income.select("svg > title").text()).isEqualTo("本年收入条形图，单位：万元");
        assertThat(income.select("svg > desc").text()).isEqualTo(
            "一、一般公共预算财政拨款收入 306,534.45万元；二、政府性基金预算财政拨款收入 4,480.00万元；八、其他收入 10.91万元。");
        assertThat(income.select("rect").eachAttr("width")).containsExactly("100.00%", "1.46%", "0.00%");
        assertThat(income.select("svg text").eachText()).contains("二、政府性基金预算财政拨款收入 4,480.00", "八、其他收入 10.91");
        assertThat(income.select("tbody th").eachText()).containsExactly("一、一般公共预算财政拨款收入", "二、政府性基金预算财政拨款收入", "八、其他收入");
        assertThat(income.select("tbody .n").eachText()).containsExactly("306,534.45", "4,480.00", "10.91");
        assertThat(income.select("tbody .origin").eachText()).first().isEqualTo("收入支出决算总表!收入/一般公共预算财政拨款收入/决算数");
    }

    @Test
    void severalBarsOfAnItemAreToldApartByWords() {
        Element chart = read(Samples.longgang()).select("figure").get(2);
        assertThat(chart.select(".legend").text()).isEqualTo("预算数 决算数");
        assertThat(chart.select("svg > text, svg > desc").eachText()).contains("因公出国（境）费", "预算数 18.29", "决算数 16.99")
            .anyMatch(text -> text.startsWith("因公出国（境）费预算数 18.29万元，因公出国（境）费决算数 16.99万元；"));
        assertThat(chart.select("thead th").eachText()).containsExactly("项目", "预算数", "决算数");
    }

    /** Its bar goes to the left of where the others begin. */
    @Test
    void aNegativeNumberIsDrawnTheOtherWay() {
        Element income = read(Samples.yanxi()).select("figure").first();
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
        Element chart = read(sample).select("figure").get(2);
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
        assertThat(income.select("tbody th").eachText()).contains("六、经营收入");
        assertThat(income.text()).contains(note);
        assertThat(read(Samples.longgang()).text()).doesNotContain(note);
        Sample sample = Samples.longgang();
        for (String column : List.of("因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费")) {
            sample = sample.with(new Place("财政拨款“三公”经费支出决算表", "预算数", "金额", column), "0")
                .with(new Place("财政拨款“三公”经费支出决算表", "决算数", "金额", column), column.equals("公务接待费") ? "0.004" : "0");
        }
        assertThat(read(sample).select("figure").get(2).text()).contains(note).doesNotContain("各项都是 0");
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
        assertThat(page.select("figure")).hasSize(3);
        for (Element chart : page.select("figure").subList(0, 2)) {
            assertThat(chart.text()).contains("各项都是 0。");
            assertThat(chart.select("svg[role=img]")).isEmpty();
            assertThat(chart.select("tbody .n").eachText()).hasSizeGreaterThan(5).containsOnly("0.00");
            assertThat(chart.select("tbody .origin").eachText()).allMatch(origin -> origin.startsWith("收入支出决算总表!"));
        }
        assertThat(page.select("#charts, nav a[href=#charts]").eachText()).containsOnly("图示：本年收入、本年支出（按功能分类）、财政拨款“三公”经费");
    }

    @Test
    void aRegionMayHaveItsOwn() {
        var pack = OwnPack.extending("guangdong", folder, "charts:", "  - title: 收支", "    note: 只画总计。", "    bars:",
            "      - {label: 收入, values: ['收入支出决算总表.收入[总计, 决算数]']}").load();
        Document page = Jsoup.parse(WebSample.of(Samples.longgang(), pack).html());
        assertThat(page.select("figure")).hasSize(1);
        assertThat(page.select("#charts, nav a[href=#charts]").eachText()).as("the heading says what is there").containsExactly("图示：收支", "图示：收支");
        assertThat(page.select("figure desc").text()).isEqualTo("收入 311,189.89万元。");
        assertThat(page.select("figure .note").text()).isEqualTo("只画总计。");
        var none = OwnPack.extending("guangdong", folder, "charts: []").load();
        assertThat(Jsoup.parse(WebSample.of(Samples.longgang(), none).html()).select("#charts, a[href=#charts]")).isEmpty();
    }
}
