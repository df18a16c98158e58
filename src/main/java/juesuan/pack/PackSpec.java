package juesuan.pack;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * The contents of {@code pack.yaml}, the packs it extends merged in. Meaning: {@link Pack}.
 *
 * @param rules files of rules
 * @param ruleChanges by the rule's id, what holds otherwise here
 */
record PackSpec(
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String version,
    @JsonProperty("extends") String parent,
    @JsonProperty(required = true) Years years,
    @JsonProperty(required = true) List<String> sheets,
    @JsonProperty(required = true) String title,
    @JsonProperty(required = true) List<PartSpec> parts,
    String summary,
    Map<String, String> codes,
    @JsonProperty(required = true) Style style,
    Map<String, Wording> changes,
    List<String> rules,
    Map<String, RuleSpec.Change> ruleChanges,
    List<ChartSpec> charts,
    List<String> instructions) {

    record Years(@JsonProperty(required = true) int from, @JsonProperty(required = true) int to) {
        Years {
            Specs.require(from <= to, "years 的 from 比 to 还大");
        }
    }

    PackSpec {
        summary = Specs.text(summary);
        codes = Specs.map(codes);
        changes = Specs.map(changes);
        rules = Specs.list(rules);
        ruleChanges = Specs.map(ruleChanges);
        charts = Specs.list(charts);
        instructions = Specs.list(instructions);
        Specs.distinct(sheets, sheet -> sheet, "sheets", "sheets 里写了两次");
        Specs.distinct(rules, file -> file, "rules", "rules 里写了两次");
    }
}
