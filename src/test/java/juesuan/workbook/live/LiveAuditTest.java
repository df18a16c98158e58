package juesuan.workbook.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import juesuan.model.CellRef;
import juesuan.pack.Pack;
import juesuan.samples.Sample;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import juesuan.workbook.BlankWorkbook;
import juesuan.workbook.blank.LibreOffice;
import juesuan.workbook.read.TypedOver;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sheet 审核 and the program are two translations of one rule: on the samples, and on workbooks in which
 * some cells were changed at random, LibreOffice computes what the audit finds.
 */
public class LiveAuditTest {

    private static final int MUTANTS = 201;
    private static final int MOST_CHANGES = 3;
    private static final long SEED = 20_231_122;

    /** Equations that the sheet cannot say: days between dates, which clerks type in many ways. */
    private static final Set<String> NOT_LIVE = Set.of("M06");

    @TempDir
    Path folder;

    @Test
    void theSheetSaysWhatTheAuditFinds() throws Exception {
        Random random = new Random(SEED);
        List<Sample> samples = List.of(Samples.longgang(), Samples.yanxi(), Samples.longgangNationwide());
        List<String> wrong = new ArrayList<>();
        long broken = 0;
        int compared = 0;
        try (LiveSession session = new LiveSession(LibreOffice.in(folder))) {
            for (Sample sample : samples) {
                Pack pack = Samples.pack(sample.pack());
                byte[] bytes = SampleWorkbooks.bytes(sample);
                session.open(Files.write(folder.resolve("sample" + compared + ".xlsx"), bytes));
                try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
                    TypedOver typed = TypedOver.open(bytes);
                    Mutator mutator = new Mutator(workbook, pack, random);
                    for (int i = 0; i <= MUTANTS / samples.size(); i++) {
                        List<Mutator.Change> changes = new ArrayList<>();
                        for (int n = i == 0 ? 0 : 1 + random.nextInt(MOST_CHANGES); n > 0; n--) {
                            changes.addAll(mutator.change());
                        }
                        Map<String, AuditAnswer> rules = AuditAnswer.of(typed.readTyped(pack, changes.stream()
                            .map(change -> new TypedOver.Typed(new CellRef(change.tab(), change.cell().getAddress().formatAsString()), change.after())).toList()).accounts(), pack);
                        session.type(changes);
                        Map<String, SheetAnswer> shown = session.answers();
                        NOT_LIVE.forEach(rules::remove);
                        assertThat(shown.keySet()).as("rules on the sheet").isEqualTo(rules.keySet());
                        rules.forEach((rule, answer) -> answer.differs(shown.get(rule)).ifPresent(how ->
                            wrong.add(sample.at(Samples.DEPARTMENT) + " " + changes + " " + rule + ": " + how)));
                        broken += rules.values().stream().filter(AuditAnswer::isFailed).count();
                        compared++;
                        session.undo(changes);
                        mutator.undo(changes);
                    }
                }
            }
        }
        assertThat(wrong).as("sheet and audit disagree").isEmpty();
        assertThat(compared).isGreaterThan(MUTANTS);
        assertThat(broken).as("broken rules compared").isGreaterThan(MUTANTS);
    }

    @Test
    void nothingOfABlankWorkbookPassesOrFails() throws Exception {
        try (LiveSession session = new LiveSession(LibreOffice.in(folder))) {
            for (String id : List.of("national", "guangdong")) {
                Pack pack = Samples.pack(id);
                session.open(Files.write(folder.resolve(id + ".xlsx"), BlankWorkbook.build(pack)));
                assertThat(session.answers().values()).as(id).extracting(SheetAnswer::result).containsOnly("未填");
            }
        }
    }
}
