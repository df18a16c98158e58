package juesuan.pack;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.model.Finding;

/**
 * One sentence that a right workbook makes true: an equation between labels ({@code check}), texts that must
 * not be found ({@code find}), or a check of the program ({@code named}).
 *
 * @param title the sentence, without its full stop
 * @param within the block that references without sheet and block mean; empty for none
 * @param check one or more comparisons, all of which must hold
 * @param named the check of the program, for what no equation can say
 * @param with what that check needs to know, by name
 * @param find regular expressions; what they find in a typed text is wrong
 * @param when comparisons; the rule speaks only where all of them hold
 * @param rows what {@code [*, 列]} stands for, one after the other: 类, 款, 项, 全部, keys, ranges
 *     {@code 甲..乙}; all rows unless given
 * @param columns what {@code [行, *]} stands for: ids or ranges; all amounts of the first block unless given
 * @param basis which norm demands it
 * @param hint what to do when it is broken
 * @param off why the rule is switched off; empty when it is on
 */
public record RuleSpec(
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) String title,
    String within,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<Check> check,
    Optional<NamedCheck> named,
    Map<String, String> with,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> find,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> when,
    List<String> rows,
    List<String> columns,
    @JsonProperty(required = true) Finding.Severity severity,
    @JsonProperty(required = true) String basis,
    @JsonProperty(required = true) String hint,
    String off) {

    /** A comparison with its own conditions and turns, added to those of the rule; rows and columns replace them. */
    public record Check(String check, List<String> when, List<String> rows, List<String> columns) {
        @JsonCreator
        public Check(
            @JsonProperty(value = "check", required = true) String check,
            @JsonProperty("when") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> when,
            @JsonProperty("rows") List<String> rows, @JsonProperty("columns") List<String> columns) {
            this.check = Specs.text(check);
            this.when = Specs.list(when);
            this.rows = Specs.list(rows);
            this.columns = Specs.list(columns);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Check of(String check) {
            return new Check(check, null, null, null);
        }
    }

    public RuleSpec {
        within = Specs.text(within);
        check = Specs.list(check);
        named = named == null ? Optional.empty() : named;
        with = with == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(with));
        find = Specs.list(find);
        when = Specs.list(when);
        rows = Specs.list(rows);
        columns = Specs.list(columns);
        off = Specs.text(off);
        Specs.require(id.matches("[A-Z]+\\d{2,}[a-z]?"), "/id", "编号“" + id + "”应当是字母加两位数字，例如 A01");
        Specs.require(!title.isBlank(), "/title", "title 是空的");
        Specs.require(!basis.isBlank(), "/basis", "basis 是空的，请写明依据");
        Specs.require(!hint.isBlank(), "/hint", "hint 是空的，请写明怎么改");
        int kinds = (check.isEmpty() ? 0 : 1) + (named.isPresent() ? 1 : 0) + (find.isEmpty() ? 0 : 1);
        Specs.require(kinds == 1, "check、find、named 三者应当有一个，也只能有一个");
    }

    public boolean isOn() {
        return off.isEmpty();
    }

    /** The rule as a pack changes it. */
    RuleSpec changed(Change change) {
        return new RuleSpec(id, title, within, check, named, with, find, when, rows, columns,
            change.severity() == null ? severity : change.severity(), basis,
            change.hint() == null ? hint : change.hint(), change.off() == null ? off : change.off());
    }

    /** A file of rules. */
    record File(@JsonProperty(required = true) List<RuleSpec> rules) {
        File {
            rules = Specs.list(rules);
        }
    }

    /**
     * What a pack says otherwise about a rule.
     *
     * @param off the reason why it does not hold here
     */
    record Change(String off, Finding.Severity severity, String hint) {
        Change {
            Specs.require(off == null || !off.isBlank(), "/off", "off 要写明为什么不用这条规则");
            Specs.require(off != null || severity != null || hint != null, "要写 off、severity 或者 hint");
        }
    }
}
