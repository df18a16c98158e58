package juesuan.workbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import juesuan.model.Accounts;
import juesuan.model.CellRef;
import juesuan.model.Entry;
import juesuan.model.Row;
import juesuan.pack.ColumnSpec;
import juesuan.pack.Pack;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read from a sample's workbook is the sample's data, place by place. */
class SampleRoundTripTest {

    static Stream<Sample> samples() {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyPlaceHoldsWhatWasTyped(Sample sample) {
        Pack pack = Samples.pack(sample.pack());
        Accounts typed = SampleAccounts.of(sample, pack);
        Accounts read;
        WorkbookReader reader = WorkbookReader.open(SampleWorkbooks.file(sample));
        assertThat(reader.packId()).contains(sample.pack());
        assertThat(reader.year()).hasValue(sample.year());
        Submission submission = reader.read(pack);
        assertThat(TestBook.messages(submission)).as("findings in a sample").isEmpty();
        read = submission.accounts();
        assertThat(read.department()).isEqualTo(typed.department());
        assertThat(read.year()).isEqualTo(typed.year());
        assertThat(read.unit()).isEqualTo(typed.unit());
        assertThat(read.sheets()).extracting(s -> s.id() + " " + s.name())
            .containsExactlyInAnyOrderElementsOf(typed.sheets().stream().map(s -> s.id() + " " + s.name()).toList());
        Map<String, String> was = places(typed, pack);
        Map<String, String> is = places(read, pack);
        assertThat(is.keySet()).as("places").isEqualTo(was.keySet());
        assertThat(is.keySet().stream().filter(place -> !is.get(place).equals(was.get(place)))
            .map(place -> place + ": typed " + was.get(place) + ", read " + is.get(place)))
            .as("places read differently from what was typed").isEmpty();
        assertThat(is).as("places compared").hasSizeGreaterThan(800);
    }

    /** Each place has its own cell, or a carried label that of the row above. */
    @ParameterizedTest
    @MethodSource("samples")
    void noTwoNumbersClaimTheSameCell(Sample sample) {
        Pack pack = Samples.pack(sample.pack());
        WorkbookReader reader = WorkbookReader.open(SampleWorkbooks.file(sample));
        List<CellRef> cells = new ArrayList<>();
        reader.read(pack).accounts().sheets().forEach(sheet -> sheet.blocks().forEach(block -> block.rows().forEach(
            row -> row.entries().values().stream().filter(Entry.Number.class::isInstance).map(Entry::cell).forEach(cells::add))));
        assertThat(cells).as("cells of numbers").doesNotHaveDuplicates();
    }

    private static Map<String, String> places(Accounts accounts, Pack pack) {
        Map<String, String> places = new TreeMap<>();
        accounts.sheets().forEach(sheet -> sheet.blocks().forEach(block -> {
            boolean codes = pack.sheet(sheet.id()).orElseThrow().block(block.id()).orElseThrow().codes().isPresent();
            for (Row row : block.rows()) {
                String at = sheet.name() + "." + block.id() + "[" + row.key();
                if (codes) {
                    places.put(at + "]", row.label());
                }
                row.entries().forEach((column, entry) -> {
                    ColumnSpec.Type type = pack.sheet(sheet.id()).orElseThrow().block(block.id()).orElseThrow()
                        .column(column).orElseThrow().type();
                    if (type != ColumnSpec.Type.CODE && type != ColumnSpec.Type.NAME) {
                        places.put(at + ", " + column + "]", shown(entry));
                    }
                });
            }
        }));
        return places;
    }

    private static String shown(Entry entry) {
        return entry instanceof Entry.Number number ? "number " + number.number().stripTrailingZeros().toPlainString()
            : entry.isBlank() ? "blank" : "text " + entry.asText();
    }
}
