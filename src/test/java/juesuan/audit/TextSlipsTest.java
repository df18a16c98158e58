package juesuan.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import juesuan.model.CellRef;
import juesuan.model.Finding;
import juesuan.model.Place;
import juesuan.pack.Pack;
import juesuan.pack.Scope;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;

/** What clerks get wrong in their texts, and what only looks like it. */
class TextSlipsTest {

    private static final Pack PACK = Samples.pack("guangdong");
    private static final Sample LONGGANG = Samples.longgang();
    private static final Sample YANXI = Samples.yanxi();
    private static final int DUE_PERCENT = 95;

    private record Line(String sample, Place place, String typed, List<String> rest) {

        List<Finding> findings() {
            Sample right = sample.equals("龙岗") ? LONGGANG : YANXI;
            CellRef cell = SampleAccounts.cell(tab(right), place);
            return Auditor.check(SampleAccounts.of(right.with(place, typed), PACK), PACK).findings().stream()
                .filter(finding -> isAboutTexts(finding) && finding.cells().stream().anyMatch(c -> c.at().equals(cell))).toList();
        }

        private String tab(Sample right) {
            return right.sheets().stream().filter(s -> s.sheet().equals(place.sheet())).findFirst().orElseThrow().tab();
        }

        @Override
        public String toString() {
            return place + " " + typed;
        }
    }

    private static boolean isAboutTexts(Finding finding) {
        return finding.rule().startsWith("X") && finding.status() == Finding.Status.FAILED;
    }

    private static List<Line> lines(String file) throws IOException {
        try (InputStream in = TextSlipsTest.class.getResourceAsStream("/audit/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#")).map(TextSlipsTest::line).toList();
        }
    }

    private static Line line(String line) {
        List<String> parts = List.of(line.split("\\|")).stream().map(TextSlipsTest::unescaped).toList();
        return new Line(parts.get(0), PACK.resolve(parts.get(1), Scope.NONE), parts.get(2), parts.subList(3, parts.size()));
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\u([0-9A-F]{4})").matcher(text.strip().replace("↵", "\n"))
            .replaceAll(found -> String.valueOf((char) Integer.parseInt(found.group(1), 16)));
    }

    @Test
    void slipsAreFoundInTheirCellWithTheirWords() throws IOException {
        List<Line> slips = lines("text-slips.txt");
        List<String> missed = new ArrayList<>();
        for (Line slip : slips) {
            List<Finding> found = slip.findings();
            String words = AuditWording.visible(slip.rest().get(1));
            if (found.stream().noneMatch(f -> f.rule().equals(slip.rest().get(0)) && f.message().contains(words))) {
                missed.add(slip.rest() + " " + slip + " " + found.stream().map(Finding::message).toList());
            }
        }
        assertThat(slips).hasSizeGreaterThanOrEqualTo(50);
        assertThat(missed).as("missed of " + slips.size()).hasSizeLessThanOrEqualTo(slips.size() * (100 - DUE_PERCENT) / 100);
        missed.forEach(slip -> System.out.println("missed: " + slip));
    }

    @Test
    void lawfulTextsAreLeftAlone() throws IOException {
        List<Line> lawful = lines("text-lawful.txt");
        List<String> alarms = new ArrayList<>();
        for (Line line : lawful) {
            line.findings().forEach(finding -> alarms.add(line + " → " + finding.rule() + " " + finding.message()));
        }
        assertThat(lawful).hasSizeGreaterThanOrEqualTo(40);
        assertThat(alarms).as("false alarms on " + lawful.size() + " lawful texts").isEmpty();
    }
}
