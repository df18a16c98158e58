package juesuan.pack;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * A bar chart of the web edition. It shows printed figures and computes none.
 *
 * @param series what the bars of one item are, for example 预算数 and 决算数; empty where an item has one bar
 * @param note under the chart; empty for none
 */
public record ChartSpec(@JsonProperty(required = true) String title, List<String> series,
                        @JsonProperty(required = true) List<Bars> bars, String note) {

    /**
     * One item, or one for each row of a block that is not zero.
     *
     * @param label of the one item; rows have their own
     * @param values a reference for each of the series; its row may be left out with {@code each}
     * @param each a block, as in the text
     * @param rows keys and ranges {@code 甲..乙} of that block
     */
    public record Bars(String label, @JsonProperty(required = true) List<String> values, String each, List<String> rows) {
        public Bars {
            label = Specs.text(label);
            values = Specs.list(values);
            each = Specs.text(each);
            rows = Specs.list(rows);
            Specs.require(each.isEmpty() != label.isEmpty() && each.isEmpty() == rows.isEmpty(),
                "每一项写 label，或者写 each 和 rows");
        }
    }

    public ChartSpec {
        series = Specs.list(series);
        bars = Specs.list(bars);
        note = Specs.text(note);
        Specs.require(!bars.isEmpty(), "bars 里没有内容");
        Specs.distinct(series, name -> name, "series", "series 里写了两次");
        int each = Math.max(1, series.size());
        for (int i = 0; i < bars.size(); i++) {
            Specs.require(bars.get(i).values().size() == each, "/bars/" + i, "values 应当有 " + each + " 个，与 series 一样多");
        }
    }

    void check(Pack pack, DeclarationPlace spot) {
        PackCheck.words(spot.at("title"), title, PackCheck.NAMES);
        PackCheck.words(spot.at("note"), note, PackCheck.NAMES);
        for (int i = 0; i < series.size(); i++) {
            PackCheck.words(spot.at("series", i), series.get(i), PackCheck.NAMES);
        }
        for (int i = 0; i < bars.size(); i++) {
            DeclarationPlace at = spot.at("bars", i);
            Bars item = bars.get(i);
            PackCheck.words(at.at("label"), item.label(), PackCheck.NAMES);
            Scope[] scope = {Scope.NONE};
            if (!item.each().isEmpty()) {
                at.at("each").check(() -> scope[0] = pack.block(item.each(), Scope.NONE));
                BlockSpec block = pack.at(scope[0]);
                for (int k = 0; k < item.rows().size() && pack.figures().rows(item.each(), item.rows()).isEmpty(); k++) {
                    PackCheck.range(at.at("rows", k), item.rows().get(k), block.rowKeys());
                }
                scope[0] = PackCheck.anyRow(scope[0], block);
            }
            for (int k = 0; k < item.values().size(); k++) {
                String value = item.values().get(k);
                at.at("values", k).check(() -> {
                    var place = pack.resolve(value, scope[0]);
                    BlockSpec block = pack.at(Scope.block(place.sheet(), place.block()));
                    Optional<ColumnSpec> column = block.column(place.column());
                    Specs.require(column.filter(c -> c.type() == ColumnSpec.Type.AMOUNT).isPresent(), "“" + value + "”不是金额，画不成图");
                });
            }
        }
    }
}
