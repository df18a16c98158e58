package juesuan.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import juesuan.layout.DocumentMaker;
import juesuan.model.Accounts;
import juesuan.model.Document;
import juesuan.model.Grid;
import juesuan.narrate.Narrator;
import juesuan.pack.Pack;
import juesuan.samples.Departments;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages as a typesetter counts them: GB/T 9704 asks 28 characters a line, good sense the rest. */
class PagesTest {

    private static final int CHARACTERS = 28;
    private static final int SMALLEST = 80;

    /** Printed once for all that is counted. */
    enum Unit {
        LONGGANG(Samples.longgang()), YANXI(Samples.yanxi()), SMALL(Departments.of(20)), TOWNSHIP(Samples.yunxi());

        private final Document document;
        private final Map<String, Integer> numbers;
        private final PageCount count;

        Unit(Sample sample) {
            Pack pack = Samples.pack(sample.pack(), sample.year());
            Accounts accounts = SampleAccounts.of(sample, pack);
            document = DocumentMaker.make(pack, accounts, Narrator.compute(accounts, pack), false);
            Renderer.Pdf pdf = new Renderer(pack, Optional.empty()).pdf(document, List.of(), Instant.EPOCH);
            numbers = pdf.numbers();
            count = PageCount.of(new PdfFile(pdf.bytes()));
        }

        private List<Document.Table> tables() {
            return document.body().stream().flatMap(part -> part.tables().stream()).toList();
        }

        private int page(int table) {
            return numbers.get(tables().get(table - 1).id());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLineOfTheTextHolds28Characters(Unit unit) {
        assertThat(unit.count.mode()).as("characters of the lines: %s; see the margins of @page in print.css", unit.count.characters())
            .isEqualTo(CHARACTERS);
    }

    @ParameterizedTest
    @EnumSource
    void nothingStandsAloneOrTooClose(Unit unit) {
        assertThat(unit.count.lonely()).as("one character on a line of its own, see ChineseLineBreaks").isEmpty();
        assertThat(unit.count.wraps()).as("one character on a line of its own in a cell, see ChineseLineBreaks and TableFit").isEmpty();
        assertThat(unit.count.touching()).as("texts of neighbouring cells that touch, see TableFit and .gutter in print.css; a head printed twice over itself, see LateHeads").isEmpty();
        assertThat(unit.count.headings()).as("headings without their text, see page-break-after in print.css").isEmpty();
        assertThat(unit.count.shortPages()).as("pages of fewer than six lines, see LastPages and data-settings").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void pageMarksStandAtOneHeight(Unit unit) {
        assertThat(unit.count.marks()).as("points from the paper's edge, see @bottom-center in print.css").hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void tablesOfFixedRowsTakeAPageEachAndTheLastThreeOne(Unit unit) {
        IntStream.of(1, 4, 6).forEach(table -> assertThat(unit.page(table + 1) - unit.page(table))
            .as("pages of table %d, see TableDraft", table).isEqualTo(1));
        assertThat(List.of(unit.page(7), unit.page(8), unit.page(9))).as("pages of tables 7 to 9, see together in pack.yaml")
            .containsOnly(unit.page(7));
        assertThat(unit.tables()).allSatisfy(table -> assertThat(font(table.grid())).as("tenths of a point of %s", table.title())
            .isGreaterThanOrEqualTo(SMALLEST));
    }

    private static int font(Grid grid) {
        return Integer.parseInt(grid.size().substring(1, 3));
    }
}
