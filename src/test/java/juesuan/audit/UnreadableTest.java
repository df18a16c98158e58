package juesuan.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.model.Accounts;
import juesuan.model.Block;
import juesuan.model.CellRef;
import juesuan.model.Entry;
import juesuan.model.Finding;
import juesuan.model.Row;
import juesuan.model.Sheet;
import juesuan.narrate.Narrator;
import juesuan.pack.Pack;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A cell that could not be read has its finding from the reader; nobody else may blame it, or another cell for it. */
class UnreadableTest {

    /** Of the cells of a sample every so many one, so that each table and form has its turn. */
    private static final int STEP = 29;

    static Stream<Sample> samples() {
        return Stream.of(Samples.longgang(), Samples.yanxi(), Samples.longgangNationwide());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void oneUnreadableCellBreaksNoRule(Sample sample) {
        Pack pack = Samples.pack(sample.pack());
        Accounts whole = SampleAccounts.of(sample, pack);
        Set<String> before = failed(whole, pack);
        List<CellRef> cells = whole.sheets().stream().flatMap(sheet -> sheet.blocks().stream()).flatMap(block -> block.rows().stream())
            .flatMap(row -> row.entries().values().stream()).filter(entry -> !entry.isBlank()).map(Entry::cell).toList();
        for (int i = 0; i < cells.size(); i += STEP) {
            Accounts accounts = without(whole, cells.get(i));
            String cell = cells.get(i).toString();
            assertThat(failed(accounts, pack)).as("findings that blame somebody for %s, which could not be read", cell).isSubsetOf(before);
            assertThat(Auditor.check(accounts, pack).findings()).filteredOn(finding -> finding.status() == Finding.Status.SKIPPED)
                .as("why rules on %s were not checked", cell).allSatisfy(finding -> assertThat(finding.message()).contains("读不出来"));
            assertThat(Narrator.compute(accounts, pack).findings()).as("%s is not missing", cell).isEmpty();
        }
    }

    /** A sum may be off by less or have more gaps; what counts is which rule says what is wrong with which cell. */
    private static Set<String> failed(Accounts accounts, Pack pack) {
        return Auditor.check(accounts, pack).findings().stream().filter(finding -> finding.status() == Finding.Status.FAILED
            && finding.severity() != Finding.Severity.INFO).map(finding -> finding.rule() + " " + finding.cells().get(0).at()).collect(Collectors.toSet());
    }

    private static Accounts without(Accounts accounts, CellRef cell) {
        List<Sheet> sheets = accounts.sheets().stream().map(sheet -> new Sheet(sheet.id(), sheet.name(), sheet.blocks().stream()
            .map(block -> new Block(block.id(), rows(block, cell))).toList())).toList();
        return new Accounts(accounts.department(), accounts.year(), accounts.unit(), accounts.publishedOn(), sheets);
    }

    private static List<Row> rows(Block block, CellRef cell) {
        List<Row> rows = new ArrayList<>();
        for (Row row : block.rows()) {
            Map<String, Entry> entries = new LinkedHashMap<>(row.entries());
            entries.replaceAll((column, entry) -> entry.cell().equals(cell) ? new Entry.Unreadable(cell) : entry);
            rows.add(new Row(row.key(), row.label(), entries));
        }
        return rows;
    }
}
