package juesuan.workbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import juesuan.audit.AuditReport;
import juesuan.audit.Auditor;
import juesuan.model.Finding;
import juesuan.model.Place;
import juesuan.pack.Pack;
import juesuan.pack.Rule;
import juesuan.pack.RuleSpec;
import juesuan.samples.Moved;
import juesuan.samples.Sample;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;

/** The same department in a region that lays the tables out otherwise: the national rules find the same. */
class RegionTest {

    private static final Pack SHANGHAI = Samples.pack("shanghai", 2024);
    private static final Sample NATIONAL = Samples.yunxi();
    private static final Sample MOVED = Moved.into("shanghai", NATIONAL);

    @Test
    void theDepartmentPassesTheNationalRulesThere() {
        Submission read = read(MOVED);
        assertThat(read.findings()).as("findings of reading the region's own tables").isEmpty();
        assertThat(failed(Auditor.check(read.accounts(), SHANGHAI))).as("rules broken by a department that breaks none")
            .isEqualTo(failed(Auditor.check(read(NATIONAL).accounts(), Samples.pack("national", 2024))));
    }

    /** Every national rule either runs or is reported as not checked, with the figure that is not published. */
    @Test
    void everyNationalRuleRunsOrSaysWhyNot() {
        List<String> silent = SHANGHAI.rules().stream().filter(RuleSpec::isOn).filter(spec -> !spec.check().isEmpty())
            .map(spec -> Rule.of(SHANGHAI, spec)).filter(rule -> rule.tests().isEmpty() && rule.unpublished().isEmpty())
            .map(rule -> rule.spec().id()).toList();
        assertThat(silent).as("rules without a check and without a reason").isEmpty();
        assertThat(SHANGHAI.rules().stream().filter(RuleSpec::isOn).map(spec -> Rule.of(SHANGHAI, spec)).flatMap(rule -> rule.unpublished().stream()))
            .as("债务利息 and 其他支出 are not in the region's table 6")
            .anyMatch(reason -> reason.contains("307")).anyMatch(reason -> reason.contains("399")).allMatch(reason -> reason.startsWith("本地区的表里没有"));
    }

    /** Budget and final account of 三公 stand in pairs there, in two blocks in the national table. */
    @Test
    void aWrongCellIsFoundWhereTheRegionShowsIt() {
        Place pair = new Place("财政拨款“三公”经费支出决算表", "三公经费", "金额", "公务接待费决算数");
        AuditReport wrong = Auditor.check(read(MOVED.with(pair, "7.77")).accounts(), SHANGHAI);
        assertThat(failed(wrong)).as("rules that hold the cell").contains("J03");
        assertThat(wrong.findings().stream().filter(finding -> finding.rule().equals("J03")).flatMap(finding -> finding.cells().stream())
            .map(cell -> cell.at().sheet()).collect(Collectors.toSet())).containsExactly("财政拨款“三公”经费支出决算表");
    }

    private static Set<String> failed(AuditReport report) {
        return report.findings().stream().filter(finding -> finding.status() == Finding.Status.FAILED && finding.severity() != Finding.Severity.INFO)
            .map(Finding::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Submission read(Sample sample) {
        return WorkbookReader.open(SampleWorkbooks.bytes(sample), "云溪.xlsx").read(Samples.pack(sample.pack(), sample.year()));
    }
}
