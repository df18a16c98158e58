package juesuan.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import juesuan.model.Accounts;
import juesuan.model.Finding;
import juesuan.pack.Pack;
import juesuan.pack.Rule;
import juesuan.pack.RuleSpec;
import juesuan.samples.Golden;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule is broken at least once, by what {@code audit/rule-examples.txt} types into the right sample, and kept at least once. */
class RuleExamplesTest {

    private static final Pack PACK = RuleExample.PACK;
    private static final Sample SAMPLE = RuleExample.SAMPLE;
    private static final Map<RuleExample, List<Finding>> FOUND = new ConcurrentHashMap<>();

    static Stream<RuleExample> failing() {
        return RuleExample.all().stream().filter(example -> !example.passes());
    }

    static Stream<RuleExample> passing() {
        return RuleExample.all().stream().filter(RuleExample::passes);
    }

    static List<RuleSpec> rules() {
        return PACK.rules();
    }

    @ParameterizedTest
    @MethodSource("failing")
    void fails(RuleExample example) {
        RuleSpec rule = rule(example);
        assertThat(findings(example)).as("findings of " + rule.id()).anySatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(rule.severity());
            assertThat(finding.status()).isEqualTo(Finding.Status.FAILED);
            assertThat(finding.message()).startsWith(rule.title() + "：").endsWith("。").doesNotContain("属尾数误差");
            // Amounts ten thousand times apart have the unit named besides.
            assertThat(finding.hint()).startsWith(rule.hint());
            assertThat(finding.cells()).extracting(Finding.Cell::at).contains(example.last());
            assertThat(finding.cells()).allSatisfy(c -> assertThat(c.label()).isNotBlank());
        });
    }

    /** What the clerk reads, to the letter. */
    @Test
    void saysExactly() {
        List<String> lines = failing().flatMap(example -> Stream.of("# " + example, findings(example).stream()
            .filter(finding -> finding.cells().stream().anyMatch(cell -> cell.at().equals(example.last())))
            .map(Finding::message).findFirst().orElse("没有发现"))).toList();
        Golden.compare(Path.of("src/test/resources/golden/rule-messages.txt"), "RuleExamplesTest", lines);
    }

    @ParameterizedTest
    @MethodSource("passing")
    void passes(RuleExample example) {
        assertThat(findings(example)).as("findings of " + example.rule()).isEmpty();
        assertThat(Exercise.of(example.accounts(), PACK, rule(example))).as("comparisons made").isNotEmpty();
    }

    @Test
    void everyRuleHasItsExample() {
        Set<String> rules = PACK.rules().stream().map(RuleSpec::id).collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(failing().map(RuleExample::rule).toList())).isEqualTo(rules);
        List<Finding> found = new ArrayList<>(Auditor.check(SampleAccounts.of(SAMPLE, PACK), PACK).findings());
        assertThat(found).filteredOn(finding -> finding.severity() != Finding.Severity.INFO)
            .extracting(Finding::rule).containsExactlyInAnyOrderElementsOf(Samples.LONGGANG_SLIPS);
    }

    /** Each comparison of a rule is kept, with its conditions given, by the sample or by a passing example. */
    @ParameterizedTest
    @MethodSource("rules")
    void isKeptWhereItSpeaks(RuleSpec rule) {
        List<Accounts> right = new ArrayList<>(List.of(SampleAccounts.of(SAMPLE, PACK)));
        passing().filter(example -> example.rule().equals(rule.id())).map(RuleExample::accounts).forEach(right::add);
        Set<Integer> made = new TreeSet<>();
        right.forEach(accounts -> made.addAll(Exercise.of(accounts, PACK, rule)));
        assertThat(made).as(rule.id() + "：没有哪个通过的例子真正核对到的等式").containsAll(
            IntStream.range(0, Math.max(1, Rule.of(PACK, rule).tests().size())).boxed().toList());
    }

    /** Not only in 万元. */
    @Test
    void theSecondSampleBreaksOnlyWhatItMeansTo() {
        assertThat(Auditor.check(SampleAccounts.of(Samples.yanxi(), PACK), PACK).findings()).extracting(Finding::rule).containsOnly("A09");
    }

    private static RuleSpec rule(RuleExample example) {
        return PACK.rules().stream().filter(r -> r.id().equals(example.rule())).findFirst().orElseThrow();
    }

    /** Audited once, whichever of the tests above asks first. */
    private static List<Finding> findings(RuleExample example) {
        return FOUND.computeIfAbsent(example, any ->
            Auditor.check(example.accounts(), PACK).findings().stream().filter(f -> f.rule().equals(example.rule())).toList());
    }
}
