package juesuan.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.model.Document;
import juesuan.model.Grid;
import juesuan.model.Place;
import juesuan.pack.ChartSpec;
import juesuan.pack.Pack;

/**
 * A bar chart with the figures of a document. Lengths along are percent of the width, those downwards em, so
 * that the words are as large as the reader wants them.
 *
 * @param description what a look at it tells
 * @param zero where the bars begin
 * @param isFlat whether there is nothing to draw
 * @param isTiny whether there is more than nothing that is printed as 0.00
 */
record WebChart(String id, String title, String unit, List<String> series, List<Item> items, String description,
                String height, String zero, boolean isFlat, boolean isTiny, String note) {

    private static final BigDecimal TEXT = new BigDecimal("1.5");
    private static final BigDecimal BAR = new BigDecimal("0.9");
    private static final BigDecimal GAP = new BigDecimal("0.7");
    private static final BigDecimal BASELINE = new BigDecimal("1.1");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param title line over several bars; empty where the only bar has the label */
    record Item(String label, String title, String y, List<Bar> bars) {
    }

    /** A class: how the bars of an item are told apart. */
    public String style() {
        return series.isEmpty() ? "one" : "many";
    }

    /** @param name what stands before the number; @param style class of its filling */
    record Bar(String name, String value, String textY, String y, String x, String width, String style, WebPage.Piece piece) {
    }

    /** @param always whether also when it is zero */
    private record Shown(String label, boolean always, List<Grid.Cell> cells) {
    }

    /** Those whose tables are printed. Where every number is zero the chart says so, with all its items. */
    static List<WebChart> of(Pack pack, Document document, WebPage.Ids ids) {
        Map<Place, Grid.Cell> cells = new HashMap<>();
        document.parts().stream().flatMap(part -> part.tables().stream()).flatMap(table -> table.grid().body().stream())
            .flatMap(line -> line.cells().stream()).forEach(cell -> cell.figure().ifPresent(figure -> cells.put(figure.place(), cell)));
        List<WebChart> charts = new ArrayList<>();
        for (ChartSpec spec : pack.charts()) {
            List<Shown> printed = spec.bars().stream().flatMap(bars -> printed(pack, bars, cells)).toList();
            List<Shown> some = printed.stream().filter(item -> item.always() || item.cells().stream().anyMatch(cell -> number(cell).signum() != 0 || figure(cell).isTiny())).toList();
            List<Shown> shown = some.isEmpty() ? printed : some;
            if (!shown.isEmpty()) {
                charts.add(draw("chart" + (charts.size() + 1), spec, shown, ids));
            }
        }
        return charts;
    }

    private static Stream<Shown> printed(Pack pack, ChartSpec.Bars bars, Map<Place, Grid.Cell> cells) {
        return pack.places(bars).stream().flatMap(places -> {
            List<Grid.Cell> found = places.stream().flatMap(place -> Optional.ofNullable(cells.get(place)).stream()).toList();
            boolean always = bars.each().isEmpty();
            return found.size() == places.size() ? Stream.of(new Shown(always ? bars.label() : figure(found.get(0)).row(), always, found)) : Stream.empty();
        });
    }

    private static WebChart draw(String id, ChartSpec spec, List<Shown> shown, WebPage.Ids ids) {
        List<BigDecimal> numbers = shown.stream().flatMap(item -> item.cells().stream()).map(WebChart::number).toList();
        BigDecimal least = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::min);
        BigDecimal span = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::max).subtract(least);
        BigDecimal y = BigDecimal.ZERO;
        List<Item> items = new ArrayList<>();
        boolean several = !spec.series().isEmpty();
        for (Shown item : shown) {
            BigDecimal top = y.add(BASELINE);
            y = several ? y.add(TEXT) : y;
            List<Bar> bars = new ArrayList<>();
            for (int s = 0; s < item.cells().size(); s++) {
                Grid.Cell cell = item.cells().get(s);
                BigDecimal number = number(cell);
                bars.add(new Bar(several ? spec.series().get(s) : item.label(), cell.text(), em(y.add(BASELINE)), em(y.add(TEXT)),
                    percent(number.min(BigDecimal.ZERO).subtract(least), span), percent(number.abs(), span), "s" + s,
                    ids.piece(cell.text(), figure(cell).cell().toString())));
                y = y.add(TEXT).add(BAR);
            }
            y = y.add(GAP);
            items.add(new Item(item.label(), several ? item.label() : "", em(top), bars));
        }
        String unit = figure(shown.get(0).cells().get(0)).unit();
        String description = items.stream().map(item -> item.bars().stream()
            .map(bar -> (several ? item.label() : "") + bar.name() + " " + bar.value() + unit).collect(Collectors.joining("，"))).collect(Collectors.joining("；"));
        return new WebChart(id, spec.title(), unit, spec.series(), items, description + "。", em(y),
            percent(least.negate(), span), span.signum() == 0,
            shown.stream().flatMap(item -> item.cells().stream()).anyMatch(cell -> figure(cell).isTiny()), spec.note());
    }

    private static Grid.Figure figure(Grid.Cell cell) {
        return cell.figure().orElseThrow();
    }

    private static BigDecimal number(Grid.Cell cell) {
        return figure(cell).number();
    }

    private static String percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? "0%" : part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    private static String em(BigDecimal length) {
        return length.toPlainString() + "em";
    }
}
