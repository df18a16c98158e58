package juesuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import juesuan.model.Finding;
import juesuan.model.Place;
import juesuan.samples.Sample;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check finds what would stand in the way of publishing, and nothing else. */
class SameFindingsTest {

    private final Disclosure disclosure = new Disclosure(Optional.empty(), Optional.empty());

    @TempDir
    Path folder;

    private List<Finding> findings(Sample sample) throws IOException {
        Path workbook = Files.write(folder.resolve("填报.xlsx"), SampleWorkbooks.bytes(sample));
        List<Finding> checked = disclosure.check(workbook, Optional.empty()).findings();
        assertThat(disclosure.generate(workbook, Optional.empty(), folder.resolve("output")).findings()).isEqualTo(checked);
        return checked;
    }

    @Test
    void missingReasonsAndTextsAreFoundByTheCheck() throws IOException {
        List<Finding> found = findings(Samples.yanxi().with(new Place("上年与预算", "支出", "基本支出", "主要变动情况"), "")
            .with(new Place("绩效评价", "文字", "整体评价情况", "内容"), ""));
        assertThat(found).filteredOn(finding -> finding.severity() == Finding.Severity.ERROR).extracting(Finding::rule)
            .containsExactlyInAnyOrder("N01", "N02");
    }

    /** What could not be read is not called empty as well. */
    @Test
    void aCellIsToldOnce() throws IOException {
        List<Finding> found = findings(Samples.yanxi().with(new Place("上年与预算", "支出", "基本支出", "上年决算数"), ""));
        assertThat(found).filteredOn(finding -> finding.severity() == Finding.Severity.ERROR).extracting(Finding::rule).containsExactly("W20");
    }

    @Test
    void whatCannotBePrintedIsFoundByTheCheck() throws IOException {
        List<Finding> found = findings(Samples.yanxi().with(new Place("三公说明", "原因", "接待用途", "内容"), "接待\uD86D\uDF40用餐支出"));
        assertThat(found).extracting(Finding::rule).contains("G01");
    }

    @Test
    void anOldNameInATableIsFound() throws IOException {
        List<Finding> found = findings(Samples.longgang().with(new Place("支出决算表", "科目", "20805", "科目名称"), "行政事业单位离退休"));
        assertThat(found).filteredOn(finding -> finding.rule().equals("X16")).singleElement().satisfies(finding ->
            assertThat(finding.message()).startsWith("不用已经改名的科目名称：支出决算表!").endsWith("从 2020 年起叫“行政事业单位养老支出”。"));
    }
}
