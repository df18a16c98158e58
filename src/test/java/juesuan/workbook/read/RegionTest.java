package juesuan.workbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import juesuan.samples.OwnPack;
import juesuan.samples.Sample;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import juesuan.workbook.BlankWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    /** 预算 and 决算 in two tables, the subjects' total at the foot, and no column for 附属单位上缴收入 in table 2. */
    @Test
    void tablesMayBeSplitReorderedAndShortened(@TempDir Path folder) {
        String columns = """
                columns:
                  - {id: 接待费, is: %1$s.公务接待费, type: amount}
                  - {id: 用车费, is: %1$s.公务用车购置及运行维护费, type: amount}
                  - {id: 购车, is: %1$s.公务用车购置费, type: amount}
                  - {id: 用车, is: %1$s.公务用车运行维护费, type: amount}
                  - {id: 出国费, is: %1$s.因公出国（境）费, type: amount}
                  - {id: 合计, is: %1$s.合计, type: amount}
                rows:
                  - {key: 本部门, is: 金额}
            """;
        String table = "id: %s\nis: 财政拨款“三公”经费支出决算表\nkind: table\nblocks:\n  - id: 三公\n    is: %s\n%s";
        String national = OwnPack.bundled("national/pack.yaml");
        String lists = national.substring(national.indexOf("sheets:"), national.indexOf("# 网页版开头的概要"))
            .replace("  - tables/three-public.yaml\n", "  - tables/three-public.yaml\n  - tables/three-public-budget.yaml\n")
            .replace("      - 财政拨款“三公”经费支出决算表\n    together", "      - “三公”经费决算表\n      - “三公”经费预算表\n    together")
            .replace("      - 财政拨款“三公”经费支出决算表\n", "");
        OwnPack own = OwnPack.extending("national", folder, lists)
            .file("own/tables/three-public.yaml", table.formatted("“三公”经费决算表", "决算数", columns.formatted("决算数")))
            .file("own/tables/three-public-budget.yaml", table.formatted("“三公”经费预算表", "预算数", columns.formatted("预算数")))
            .changed("national/tables/income.yaml", "      - {id: 附属单位上缴收入, type: amount, width: 16, blank: zero}\n", "")
            .changed("national/tables/general-budget.yaml", "offer: 支出决算表.科目}", "offer: 支出决算表.科目, total: 总计, last: true}");
        Pack pack = own.load(2024);
        Sample moved = Moved.into(pack, NATIONAL);
        Submission read = read(moved, pack);
        assertThat(read.findings()).as("findings of reading").isEmpty();
        assertThat(failed(Auditor.check(read.accounts(), pack))).as("rules broken by a department that breaks none")
            .isEqualTo(failed(Auditor.check(read(NATIONAL).accounts(), Samples.pack("national", 2024))));
        Place reception = new Place("“三公”经费决算表", "三公", "本部门", "接待费");
        assertThat(failed(Auditor.check(read(moved.with(reception, "7.77"), pack).accounts(), pack))).as("rules that hold the cell").contains("J03");
        Rule without = Rule.of(pack, pack.rules().stream().filter(rule -> rule.id().equals("B10")).findFirst().orElseThrow());
        assertThat(without.tests()).as("B10 compares the column that is not there").isEmpty();
        assertThat(without.unpublished()).containsExactly("本地区的表里没有“收入决算表”的“合计、附属单位上缴收入”");
    }

    private static Set<String> failed(AuditReport report) {
        return report.findings().stream().filter(finding -> finding.status() == Finding.Status.FAILED && finding.severity() != Finding.Severity.INFO)
            .map(Finding::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Submission read(Sample sample) {
        return read(sample, Samples.pack(sample.pack(), sample.year()));
    }

    private static Submission read(Sample sample, Pack pack) {
        return WorkbookReader.open(BlankWorkbook.build(pack, SampleWorkbooks.fillings(sample)), "云溪.xlsx").read(pack);
    }
}
