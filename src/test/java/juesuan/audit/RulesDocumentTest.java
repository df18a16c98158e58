package juesuan.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import juesuan.pack.RuleSpec;
import juesuan.samples.Golden;
import juesuan.samples.Samples;
import juesuan.workbook.read.ReadRules;
import org.junit.jupiter.api.Test;

/** {@code docs/rules.md} says what the packs say, and nothing in it is made up. */
class RulesDocumentTest {

    /** By letter how many identities are known. */
    private static final Map<String, Integer> KNOWN = Map.ofEntries(Map.entry("A", 9), Map.entry("B", 13), Map.entry("C", 9),
        Map.entry("D", 17), Map.entry("E", 8), Map.entry("F", 9), Map.entry("G", 8), Map.entry("H", 4), Map.entry("I", 4),
        Map.entry("J", 8), Map.entry("K", 39), Map.entry("L", 13), Map.entry("M", 6));
    private static final Set<String> WORDS = Set.of("程序", "文字", "不核对", "无法判断");
    private static final List<String> WRITTEN = List.of("N01", "N02");

    @Test
    void theDocumentIsWhatThePacksSay() {
        Golden.compare(Path.of("docs/rules.md"), "RulesDocumentTest", RulesDocument.lines());
    }

    @Test
    void everyIdentityIsListedOnce() {
        assertThat(Identity.all().stream().map(Identity::id).sorted()).containsExactlyElementsOf(
            KNOWN.entrySet().stream().flatMap(letter -> IntStream.rangeClosed(1, letter.getValue())
                .mapToObj(number -> String.format("%s%02d", letter.getKey(), number))).sorted().toList());
    }

    @Test
    void whatIsNamedExists() {
        Set<String> known = new TreeSet<>(WORDS);
        known.addAll(rules());
        known.addAll(ReadRules.ids());
        known.addAll(WRITTEN);
        assertThat(Identity.all()).allSatisfy(entry -> assertThat(known).as(entry.id()).containsAll(entry.keepers()));
    }

    /** A rule with the number of an identity keeps that identity. */
    @Test
    void rulesStandWithTheirIdentity() {
        List<String> own = rules();
        assertThat(Identity.all().stream().filter(entry -> own.contains(entry.id())))
            .allSatisfy(entry -> assertThat(entry.keepers()).as(entry.id()).contains(entry.id()));
    }

    @Test
    void whatOnlyAPersonOrNobodyCanJudgeSaysWhy() {
        assertThat(Identity.all().stream().filter(entry -> Stream.of("不核对", "无法判断").anyMatch(entry.keepers()::contains)))
            .hasSizeGreaterThan(2).allSatisfy(entry -> assertThat(entry.remark()).as(entry.id()).isNotBlank());
    }

    private static List<String> rules() {
        return Samples.pack("national").rules().stream().map(RuleSpec::id).toList();
    }
}
