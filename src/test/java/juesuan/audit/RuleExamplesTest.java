package juesuan.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.model.CellRef;
import juesuan.model.Finding;
import juesuan.model.Place;
import juesuan.pack.Pack;
import juesuan.pack.RuleSpec;
import juesuan.pack.Scope;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule is broken at least once, by what {@code audit/rule-examples.txt} types into the right sample. */
class RuleExamplesTest {

    private static final Pack PACK = Samples.pack("guangdong");
    private static final Sample SAMPLE = Samples.longgang();

    private record Example(String rule, List<Place> places, List<String> typed) {
        @Override
        public String toString() {
            return rule + " " + places.get(places.size() - 1);
        }
    }

    static List<Example> examples() throws IOException {
        try (InputStream in = RuleExamplesTest.class.getResourceAsStream("/audit/rule-examples.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#")).map(RuleExamplesTest::example).toList();
        }
    }

    private static Example example(String line) {
        String[] parts = line.split("\\|", -1);
        return new Example(parts[0].strip(),
            Stream.of(parts[1].split(";")).map(place -> PACK.resolve(place.strip(), Scope.NONE)).toList(),
            Stream.of(parts[2].split(";", -1)).map(String::strip).toList());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void fails(Example example) {
        Sample broken = SAMPLE;
        CellRef last = null;
        for (int i = 0; i < example.places().size(); i++) {
            Place place = example.places().get(i);
            broken = broken.with(place, example.typed().get(i));
            last = SampleAccounts.cell(tab(place), place);
        }
        CellRef cell = last;
        RuleSpec rule = PACK.rules().stream().filter(r -> r.id().equals(example.rule())).findFirst().orElseThrow();
        List<Finding> found = Auditor.check(SampleAccounts.of(broken, PACK), PACK).findings().stream()
            .filter(f -> f.rule().equals(example.rule())).toList();
        assertThat(found).as("findings of " + rule.id()).anySatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(rule.severity());
            assertThat(finding.status()).isEqualTo(Finding.Status.FAILED);
            assertThat(finding.message()).startsWith(rule.title() + "：").endsWith("。").doesNotContain("属尾数误差");
            assertThat(finding.hint()).isEqualTo(rule.hint());
            assertThat(finding.cells()).extracting(Finding.Cell::at).contains(cell);
            assertThat(finding.cells()).allSatisfy(c -> assertThat(c.label()).isNotBlank());
        });
    }

    private static String tab(Place place) {
        return SAMPLE.sheets().stream().filter(s -> s.sheet().equals(place.sheet())).findFirst().orElseThrow().tab();
    }

    /** The passing example of each rule is the sample itself: there only 尾数误差 is found. */
    @Test
    void everyRuleHasItsExample() throws IOException {
        Set<String> rules = PACK.rules().stream().map(RuleSpec::id).collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(examples().stream().map(Example::rule).toList())).isEqualTo(rules);
        List<Finding> passing = new ArrayList<>(Auditor.check(SampleAccounts.of(SAMPLE, PACK), PACK).findings());
        assertThat(passing).allMatch(finding -> finding.severity() == Finding.Severity.INFO);
    }
}
