package juesuan.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import juesuan.model.Accounts;
import juesuan.model.CellRef;
import juesuan.model.Place;
import juesuan.pack.Pack;
import juesuan.pack.Scope;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;

/** One line of {@code audit/rule-examples.txt}: what to type into the 龙岗 sample, and whether the rule then holds. */
record RuleExample(String rule, boolean passes, List<Place> places, List<String> typed) {

    static final Pack PACK = Samples.pack("guangdong");
    static final Sample SAMPLE = Samples.longgang();

    private static final List<RuleExample> ALL = read();

    static List<RuleExample> all() {
        return ALL;
    }

    private static List<RuleExample> read() {
        try (InputStream in = RuleExample.class.getResourceAsStream("/audit/rule-examples.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#")).map(RuleExample::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuleExample of(String line) {
        String[] parts = line.split("\\|", -1);
        String rule = parts[0].strip();
        return new RuleExample(rule.replace("+", ""), rule.startsWith("+"),
            Stream.of(parts[1].split(";")).map(place -> PACK.resolve(place.strip(), Scope.NONE)).toList(),
            Stream.of(parts[2].split(";", -1)).map(String::strip).toList());
    }

    Accounts accounts() {
        Sample typedOver = SAMPLE;
        for (int i = 0; i < places.size(); i++) {
            typedOver = typedOver.with(places.get(i), typed.get(i));
        }
        return SampleAccounts.of(typedOver, PACK);
    }

    /** Where the last place is. */
    CellRef last() {
        Place place = places.get(places.size() - 1);
        return SampleAccounts.cell(SAMPLE.sheets().stream().filter(s -> s.sheet().equals(place.sheet())).findFirst()
            .orElseThrow().tab(), place);
    }

    @Override
    public String toString() {
        return rule + " " + places.get(places.size() - 1) + " = " + typed.get(typed.size() - 1);
    }
}
