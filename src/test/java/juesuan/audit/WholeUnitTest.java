package juesuan.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import juesuan.model.Accounts;
import juesuan.model.Block;
import juesuan.model.Entry;
import juesuan.model.Finding;
import juesuan.model.MoneyUnit;
import juesuan.model.Row;
import juesuan.model.Sheet;
import juesuan.pack.BlockSpec;
import juesuan.pack.Pack;
import juesuan.pack.SheetSpec;
import juesuan.samples.Departments;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import org.junit.jupiter.api.Test;

/** 基本信息 names one unit, all tables are filled in the other. */
class WholeUnitTest {

    private static final int DEPARTMENTS = 300;
    private static final double FOUND = 0.99;
    private static final String RULE = "P17";

    /** The same figures, typed into a workbook that names the other unit. */
    private static Accounts misread(Accounts right, Pack pack) {
        boolean yuan = right.unit() == MoneyUnit.YUAN;
        List<Sheet> sheets = right.sheets().stream().map(sheet -> pack.sheet(sheet.id()).filter(spec -> spec.fixedUnit().isEmpty())
            .map(spec -> scaled(sheet, spec, yuan ? 4 : -4)).orElse(sheet)).toList();
        return new Accounts(right.department(), right.year(), yuan ? MoneyUnit.WAN : MoneyUnit.YUAN, right.publishedOn(), sheets);
    }

    private static Sheet scaled(Sheet sheet, SheetSpec spec, int power) {
        return new Sheet(sheet.id(), sheet.name(), sheet.blocks().stream().map(block -> spec.block(block.id())
            .map(declared -> new Block(block.id(), block.rows().stream().map(row -> scaled(row, declared, power)).toList())).orElse(block)).toList());
    }

    private static Row scaled(Row row, BlockSpec block, int power) {
        Map<String, Entry> entries = new LinkedHashMap<>(row.entries());
        entries.replaceAll((column, entry) -> entry instanceof Entry.Number number && SubmittedSheet.isAmount(block, row.key(), column)
            ? new Entry.Number(number.number().scaleByPowerOfTen(power).setScale(2, RoundingMode.HALF_UP), entry.cell()) : entry);
        return new Row(row.key(), row.label(), entries);
    }

    private static List<Finding> doubts(Accounts accounts, Pack pack) {
        return Auditor.check(accounts, pack).findings().stream().filter(finding -> finding.rule().equals(RULE)).toList();
    }

    @Test
    void theOtherUnitIsFoundInOfficesOfAllSizes() {
        List<Long> missed = LongStream.range(0, DEPARTMENTS).filter(number -> {
            Sample sample = Departments.of(number);
            Pack pack = Departments.pack(sample.pack());
            return doubts(misread(SampleAccounts.of(sample, pack), pack), pack).isEmpty();
        }).boxed().toList();
        assertThat(missed).as("wrong units that were not found, of " + DEPARTMENTS).hasSizeLessThanOrEqualTo((int) (DEPARTMENTS * (1 - FOUND)));
    }

    @Test
    void theRightUnitIsNot() {
        assertThat(LongStream.range(0, DEPARTMENTS).boxed().flatMap(number -> {
            Sample sample = Departments.of(number);
            Pack pack = Departments.pack(sample.pack());
            return doubts(SampleAccounts.of(sample, pack), pack).stream().map(finding -> "#" + number + " " + finding.message());
        })).as("right units that were doubted").isEmpty();
    }
}
