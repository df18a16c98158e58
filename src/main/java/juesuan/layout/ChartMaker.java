package juesuan.layout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import juesuan.model.Accounts;
import juesuan.model.Document.Chart;
import juesuan.model.Money;
import juesuan.model.MoneyUnit;
import juesuan.model.Place;
import juesuan.model.Value;
import juesuan.pack.Calculator;
import juesuan.pack.ChartSpec;
import juesuan.pack.Pack;
import juesuan.pack.Scope;
import juesuan.pack.SheetSpec;

/** Takes the figures of the pack's charts from the accounts, printed as in the tables. */
final class ChartMaker {

    private static final String UNKNOWN = "—";

    private final Pack pack;
    private final Accounts accounts;
    private final Calculator ledger;
    private final Set<String> printed;

    ChartMaker(Pack pack, Accounts accounts) {
        this.pack = pack;
        this.accounts = accounts;
        this.ledger = new Calculator(pack, accounts);
        this.printed = pack.tableNumbers().keySet();
    }

    /** Where every number is zero a chart has all its items. */
    List<Chart> charts() {
        List<Chart> charts = new ArrayList<>();
        for (ChartSpec spec : pack.charts()) {
            List<Shown> all = spec.bars().stream().flatMap(bars -> items(bars).stream()).toList();
            List<Shown> some = all.stream().filter(item -> item.always() || item.isSomething()).toList();
            List<Chart.Item> items = (some.isEmpty() ? all : some).stream().map(Shown::item).toList();
            if (!items.isEmpty()) {
                charts.add(new Chart(words(spec.title()), spec.series().stream().map(this::words).toList(), MoneyUnit.WAN.label(), items, words(spec.note())));
            }
        }
        return charts;
    }

    /** @param always whether also when it is zero */
    private record Shown(boolean always, Chart.Item item) {

        boolean isSomething() {
            return item.bars().stream().anyMatch(bar -> bar.tiny() || bar.number().filter(number -> number.signum() != 0).isPresent());
        }
    }

    /** Those of which the disclosure says something: figures of a table that is not printed are not shown. */
    private List<Shown> items(ChartSpec.Bars spec) {
        List<Shown> items = new ArrayList<>();
        for (List<Place> places : pack.places(spec)) {
            List<Chart.Bar> bars = places.stream().filter(this::isTold).map(this::bar).toList();
            if (bars.size() == places.size() && bars.stream().anyMatch(bar -> bar.number().isPresent())) {
                boolean one = spec.each().isEmpty();
                items.add(new Shown(one, new Chart.Item(one ? words(spec.label()) : places.get(0).row(), bars)));
            }
        }
        return items;
    }

    private boolean isTold(Place place) {
        return pack.sheet(place.sheet()).filter(sheet -> sheet.kind() == SheetSpec.Kind.TABLE).isEmpty() || printed.contains(place.sheet());
    }

    private Chart.Bar bar(Place place) {
        Value value = ledger.value(place, new Calculator.Context(Scope.NONE, Optional.empty()));
        if (!(value instanceof Value.Known known)) {
            return new Chart.Bar(UNKNOWN, Optional.empty(), false, Set.of());
        }
        Money money = new Money(known.number().setScale(2, RoundingMode.HALF_UP));
        BigDecimal number = money.printedWan();
        return new Chart.Bar(pack.style().tableAmount().format(money.wan()), Optional.of(number), money.isTiny(), known.cells());
    }

    private String words(String text) {
        String words = text;
        for (Map.Entry<String, String> name : Map.of("{年度}", String.valueOf(accounts.year()), "{上年度}", String.valueOf(accounts.year() - 1)).entrySet()) {
            words = words.replace(name.getKey(), name.getValue());
        }
        return words.replace("{部门名称}", accounts.department());
    }
}
