package juesuan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.Disclosure;
import juesuan.bench.Fault.Kind;
import juesuan.pack.Pack;
import juesuan.samples.Sample;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import juesuan.workbook.read.Submission;
import juesuan.workbook.read.TypedOver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The benchmark may be trusted: it sees what a clerk would see, and does not count what is no fault. */
class FaultsTest {

    private static final int DRAWN = 25;
    /** The benchmark counts one in a hundred; this is for the day when a whole kind of rule is lost. */
    private static final int MAY_ESCAPE = 2;

    @TempDir
    Path folder;

    static Stream<Sample> samples() {
        return Samples.all().stream();
    }

    /** The benchmark types into an open workbook; a clerk saves it and runs check. */
    @ParameterizedTest
    @MethodSource("samples")
    void findsWhatCheckFindsInTheSavedFile(Sample sample) throws IOException {
        Pack pack = Samples.pack(sample.pack());
        TypedOver workbook = TypedOver.open(SampleWorkbooks.bytes(sample));
        List<Fault> faults = new ArrayList<>(Faults.of(workbook.read(pack, List.of()).accounts(), pack, workbook::isTyped));
        Collections.shuffle(faults, new Random(20231231));
        Disclosure disclosure = new Disclosure(Optional.empty(), Optional.empty());
        Set<String> known = FaultBench.findings(workbook.read(pack, List.of()), pack).map(FaultBench::what).collect(Collectors.toSet());
        List<FaultBench.Result> escaped = new ArrayList<>();
        for (Fault fault : faults.subList(0, DRAWN)) {
            Path file = folder.resolve("工作簿.xlsx");
            Files.write(file, workbook.file(fault.changes()));
            Submission typed = workbook.read(pack, fault.changes());
            assertThat(FaultBench.all(typed, pack)).as(fault.toString()).isEqualTo(disclosure.check(file, Optional.empty()).findings());
            FaultBench.Result result = FaultBench.result(fault, FaultBench.findings(typed, pack), known);
            if (!result.named() && FaultTable.inTables(result)) {
                escaped.add(result);
            }
        }
        assertThat(escaped).as("faults in tables 1 to 9 that are not found or not named").hasSizeLessThanOrEqualTo(MAY_ESCAPE);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyFaultChangesSomethingAndIsPutBack(Sample sample) {
        Pack pack = Samples.pack(sample.pack());
        TypedOver workbook = TypedOver.open(SampleWorkbooks.bytes(sample));
        Submission right = workbook.read(pack, List.of());
        List<Fault> faults = Faults.of(right.accounts(), pack, workbook::isTyped);
        assertThat(faults).doesNotHaveDuplicates().allSatisfy(fault ->
            assertThat(fault.changes().get(0).typed().filter(typed -> typed.compareTo(fault.amount().number()) == 0)).isEmpty());
        assertThat(faults.stream().map(Fault::kind).distinct()).containsExactlyInAnyOrder(Kind.values());
        workbook.read(pack, faults.get(0).changes());
        assertThat(workbook.read(pack, List.of())).isEqualTo(right);
    }

    /** The change that rounding can no longer explain: two parts and their sum explain 0.015, not 0.02. */
    @Test
    void beyondRoundingIsTheFirstChangeThatCannotBeRounding() {
        Pack pack = Samples.pack("guangdong");
        TypedOver workbook = TypedOver.open(SampleWorkbooks.bytes(Samples.longgang()));
        Map<String, Fault> more = Faults.of(workbook.read(pack, List.of()).accounts(), pack, workbook::isTyped).stream()
            .filter(fault -> fault.kind() == Kind.MORE).collect(Collectors.toMap(fault -> fault.amount().sheet() + fault.amount().label(), f -> f, (a, b) -> a));
        assertThat(more.get("财政拨款“三公”经费支出决算表预算数·金额·公务用车购置费").changes().get(0).typed().orElseThrow())
            .isEqualByComparingTo("18.02");
        assertThat(more.get("上年与预算收入·其他收入 8.其他收入·上年决算数").changes().get(0).typed().orElseThrow()).isEqualByComparingTo("0.40");
    }
}
