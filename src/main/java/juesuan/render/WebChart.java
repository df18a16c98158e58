package juesuan.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.model.Document;
import juesuan.model.Document.Chart;

/**
 * A bar chart with the figures of a document. Lengths along are percent of the width, those downwards em, so
 * that the words are as large as the reader wants them.
 *
 * @param description what a look at it tells
 * @param zero where the bars begin
 * @param isFlat whether there is nothing to draw
 * @param isTiny whether there is more than nothing that is printed as 0.00
 * @param isBroken whether the longest bars are drawn in two pieces, each on a scale of its own
 */
record WebChart(String id, String title, String unit, List<String> series, List<Item> items, String description,
                String height, String zero, boolean isFlat, boolean isTiny, boolean isBroken, String note) {

    private static final BigDecimal TEXT = new BigDecimal("1.5");
    private static final BigDecimal BAR = new BigDecimal("0.9");
    private static final BigDecimal GAP = new BigDecimal("0.7");
    private static final BigDecimal BASELINE = new BigDecimal("1.1");
    private static final BigDecimal STROKE_ABOVE = new BigDecimal("0.15");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param title line over several bars; empty where the only bar has the label */
    record Item(String label, String title, String y, List<Bar> bars) {
    }

    /** A class: how the bars of an item are told apart. */
    public String style() {
        return series.isEmpty() ? "one" : "many of" + series.size();
    }

    /**
     * @param name what stands before the number
     * @param pieces one, or two of a broken bar; none where the number is not known
     * @param style class of its filling
     * @param breaks where a broken bar is cut
     */
    record Bar(String name, String value, String textY, String y, List<Piece> pieces, List<Cut> breaks, String style, WebPage.Piece piece) {
    }

    record Piece(String x, String width) {
    }

    /** A slanted line across a bar. */
    record Cut(String x1, String y1, String x2, String y2) {
    }

    static List<WebChart> of(Document document, WebPage.Ids ids) {
        List<WebChart> charts = new ArrayList<>();
        document.online().charts().forEach(chart -> charts.add(draw("chart" + (charts.size() + 1), chart, ids)));
        return charts;
    }

    private static WebChart draw(String id, Chart chart, WebPage.Ids ids) {
        Scale scale = Scale.of(chart);
        BigDecimal y = BigDecimal.ZERO;
        List<Item> items = new ArrayList<>();
        boolean several = !chart.series().isEmpty();
        for (Chart.Item item : chart.items()) {
            BigDecimal top = y.add(BASELINE);
            y = several ? y.add(TEXT) : y;
            List<Bar> bars = new ArrayList<>();
            for (int s = 0; s < item.bars().size(); s++) {
                Chart.Bar bar = item.bars().get(s);
                BigDecimal at = y.add(TEXT);
                boolean broken = bar.number().filter(scale::breaks).isPresent();
                bars.add(new Bar(several ? chart.series().get(s) : item.label(), bar.text(), em(y.add(BASELINE)), em(at),
                    bar.number().map(scale::pieces).orElse(List.of()), broken ? scale.cuts(at) : List.of(), "s" + s,
                    bar.number().isPresent() ? ids.piece(bar.text(), bar.cells()) : WebPage.Piece.words(bar.text())));
                y = at.add(BAR);
            }
            y = y.add(GAP);
            items.add(new Item(item.label(), several ? item.label() : "", em(top), bars));
        }
        String description = items.stream().map(item -> item.bars().stream()
            .map(bar -> (several ? item.label() : "") + bar.name() + " " + bar.value() + (bar.piece().origin().isEmpty() ? "" : chart.unit()))
            .collect(Collectors.joining("，"))).collect(Collectors.joining("；"));
        return new WebChart(id, chart.title(), chart.unit(), chart.series(), items, description + "。", em(y),
            scale.zero(), scale.span().signum() == 0, chart.items().stream().flatMap(item -> item.bars().stream()).anyMatch(Chart.Bar::tiny),
            scale.limit().isPresent(), chart.note());
    }

    /**
     * Where a number stands.
     *
     * @param least zero, or the largest number below it
     * @param limit above it bars are broken; empty where all of them fit one scale
     */
    private record Scale(BigDecimal least, BigDecimal most, Optional<BigDecimal> limit) {

        /** One item as many times as large as the next would leave of that and all smaller ones a hair. */
        private static final BigDecimal TOO_MANY_TIMES = BigDecimal.valueOf(20);
        /** Where broken bars are cut, in percent of the width, and go on. */
        private static final BigDecimal CUT = BigDecimal.valueOf(62);
        private static final BigDecimal ON = BigDecimal.valueOf(64);
        private static final BigDecimal HAIR = new BigDecimal("0.05");
        private static final BigDecimal SLANT = new BigDecimal("0.6");

        static Scale of(Chart chart) {
            List<BigDecimal> numbers = chart.items().stream().flatMap(Scale::numbers).toList();
            BigDecimal least = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::min);
            BigDecimal most = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
            return new Scale(least, most, least.signum() < 0 ? Optional.empty() : limit(chart));
        }

        private static Stream<BigDecimal> numbers(Chart.Item item) {
            return item.bars().stream().flatMap(bar -> bar.number().stream());
        }

        /** The largest item that is small beside the one before it. */
        private static Optional<BigDecimal> limit(Chart chart) {
            List<BigDecimal> sizes = chart.items().stream().map(item -> numbers(item).reduce(BigDecimal.ZERO, BigDecimal::max))
                .filter(size -> size.signum() > 0).sorted(Comparator.reverseOrder()).toList();
            for (int i = 1; i < sizes.size(); i++) {
                if (sizes.get(i - 1).compareTo(sizes.get(i).multiply(TOO_MANY_TIMES)) >= 0) {
                    return Optional.of(sizes.get(i));
                }
            }
            return Optional.empty();
        }

        BigDecimal span() {
            return most.subtract(least);
        }

        String zero() {
            return percent(share(least.negate(), span(), HUNDRED));
        }

        boolean breaks(BigDecimal number) {
            return limit.filter(most -> number.compareTo(most) > 0).isPresent();
        }

        List<Piece> pieces(BigDecimal number) {
            if (breaks(number)) {
                return List.of(new Piece(percent(BigDecimal.ZERO), percent(CUT)), new Piece(percent(ON), length(number, most, HUNDRED.subtract(ON))));
            }
            return limit.isPresent() ? List.of(new Piece(percent(BigDecimal.ZERO), length(number, limit.get(), CUT.subtract(BigDecimal.TEN))))
                : List.of(new Piece(percent(share(number.min(BigDecimal.ZERO).subtract(least), span(), HUNDRED)), length(number.abs(), span(), HUNDRED)));
        }

        List<Cut> cuts(BigDecimal y) {
            return Stream.of(CUT, ON).map(x -> new Cut(percent(x.subtract(SLANT)), em(y.add(BAR).add(STROKE_ABOVE)),
                percent(x.add(SLANT)), em(y.subtract(STROKE_ABOVE)))).toList();
        }

        private static BigDecimal share(BigDecimal part, BigDecimal whole, BigDecimal of) {
            return whole.signum() == 0 ? BigDecimal.ZERO : part.multiply(of).divide(whole, 2, RoundingMode.HALF_UP);
        }

        /** What is not nothing can be seen. */
        private static String length(BigDecimal number, BigDecimal whole, BigDecimal of) {
            return percent(number.signum() == 0 ? BigDecimal.ZERO : share(number, whole, of).max(HAIR));
        }
    }

    private static String percent(BigDecimal number) {
        return number.setScale(2, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    private static String em(BigDecimal length) {
        return length.toPlainString() + "em";
    }
}
