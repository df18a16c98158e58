package juesuan.pack;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A declared row.
 *
 * @param key how formulas name it; the label without its numbering ("一、", "其中：") unless given
 * @param is the national row whose figures it shows; the one of the same key unless given
 * @param label what is printed; a label "" is a row known by its position only
 * @param code for rows of a fixed list of subject codes
 * @param subject the 类 whose amounts the row shows, where a table names it in words; rules find the row by it
 * @param skip instead of all else: this many empty rows, so that blocks side by side stay aligned
 * @param total printed bold
 * @param sum rows of the same block whose sum a blank sheet offers, as keys or ranges {@code 甲..乙}
 * @param values per column id a formula for the cell: shown, computed again, not read
 * @param offers per column id a formula that a blank sheet offers; what the clerk leaves there is read
 * @param lastYear per column id the formula that gives, in last year's workbook, what next year's starts with
 * @param type of the row's input cells where it differs from the column's
 * @param blank what empty input cells of the row mean where it differs from the column's
 * @param initial what a blank sheet starts with in the row's input cell; {@code {年度}} is the pack's year
 * @param declares whether anything chosen here says that numbers left empty on this sheet are 0
 * @param keep whether next year's workbook starts with this year's answer
 */
public record RowSpec(
    String key,
    String is,
    String label,
    List<String> aliases,
    String code,
    String subject,
    int skip,
    boolean total,
    List<String> sum,
    Map<String, String> values,
    Map<String, String> offers,
    Map<String, String> lastYear,
    Optional<ColumnSpec.Type> type,
    Optional<ColumnSpec.Blank> blank,
    List<String> choices,
    String unit,
    String help,
    String initial,
    int indent,
    boolean declares,
    boolean keep) {

    private static final String NUMBERING = "^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\\d+[.、]|其中：)";

    @JsonCreator
    public RowSpec(
        @JsonProperty("key") String key, @JsonProperty("is") String is, @JsonProperty("label") String label,
        @JsonProperty("aliases") List<String> aliases, @JsonProperty("code") String code,
        @JsonProperty("subject") String subject, @JsonProperty("skip") int skip, @JsonProperty("total") boolean total,
        @JsonProperty("sum") List<String> sum, @JsonProperty("values") Map<String, String> values,
        @JsonProperty("offers") Map<String, String> offers, @JsonProperty("lastYear") Map<String, String> lastYear,
        @JsonProperty("type") Optional<ColumnSpec.Type> type, @JsonProperty("blank") Optional<ColumnSpec.Blank> blank,
        @JsonProperty("choices") List<String> choices, @JsonProperty("unit") String unit,
        @JsonProperty("help") String help, @JsonProperty("initial") String initial, @JsonProperty("indent") int indent,
        @JsonProperty("declares") boolean declares, @JsonProperty("keep") boolean keep) {
        this.label = Specs.text(label);
        this.code = Specs.text(code);
        this.key = key != null ? key : !this.code.isEmpty() ? this.code : this.label.replaceFirst(NUMBERING, "");
        this.is = Specs.text(is);
        this.aliases = Specs.list(aliases);
        this.subject = Specs.text(subject);
        this.skip = skip;
        this.total = total;
        this.sum = Specs.list(sum);
        this.values = Specs.map(values);
        this.offers = Specs.map(offers);
        this.lastYear = Specs.map(lastYear);
        this.type = type == null ? Optional.empty() : type;
        this.blank = blank == null ? Optional.empty() : blank;
        this.choices = Specs.list(choices);
        this.unit = Specs.text(unit);
        this.help = Specs.text(help);
        this.initial = Specs.text(initial);
        this.indent = indent;
        this.declares = declares;
        this.keep = keep;
        Specs.require(skip > 0 || !this.key.isEmpty(), "行没有 key 也没有 label");
    }

    /** A row that is only a label, the commonest: {@code - 一、一般公共预算财政拨款收入}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RowSpec of(String label) {
        return new RowSpec(null, null, label, null, null, null, 0, false, null, null, null, null, null, null, null, null, null, null, 0, false, false);
    }

    public boolean isGap() {
        return skip > 0;
    }
}
