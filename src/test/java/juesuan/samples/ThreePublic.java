package juesuan.samples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** “三公”经费: money, what of it is in table 6, and the numbers that go with it. */
final class ThreePublic {

    static final String ABROAD = "因公出国（境）费";
    static final String BUYING = "公务用车购置费";
    static final String RUNNING = "公务用车运行维护费";
    static final String GUESTS = "公务接待费";
    static final List<String> ITEMS = List.of(ABROAD, BUYING, RUNNING, GUESTS);

    /** One item, in 分. @param basic what of the final figure is basic expenditure */
    record Item(long budget, long spent, long basic, long prior) {
    }

    final Map<String, Item> items = new LinkedHashMap<>();
    final Map<String, Integer> numbers = new LinkedHashMap<>();
    final Map<String, Long> groups = new LinkedHashMap<>();

    /**
     * @param basic how much basic expenditure of this kind there may be
     * @param project how much project expenditure
     */
    ThreePublic(Draw draw, Profile profile, long basic, long project) {
        Numbers cars = cars(draw, profile);
        Map<String, Long> wanted = new LinkedHashMap<>();
        wanted.put(ABROAD, draw.chance(profile.staff() > 100 ? 0.4 : 0.08) ? draw.money(3_000, 900_000) : 0);
        wanted.put(BUYING, cars.bought() == 0 ? 0 : cars.bought() * draw.money(90_000, 350_000));
        wanted.put(RUNNING, cars.kept() == 0 ? 0 : cars.kept() * draw.money(2_500, 60_000));
        wanted.put(GUESTS, draw.chance(0.55) ? draw.money(150, 300 + profile.staff() * 3_000.0) : 0);
        long basicLeft = basic;
        long projectLeft = project;
        // A car is bought where cars are run.
        for (String item : List.of(ABROAD, RUNNING, BUYING, GUESTS)) {
            long spent = item.equals(BUYING) && spent(RUNNING) == 0 ? 0 : wanted.get(item);
            boolean wholly = spent <= basicLeft && draw.chance(0.6);
            long ofBasic = wholly ? spent : draw.part(Math.min(spent, basicLeft), 0, 1);
            if (spent - ofBasic > projectLeft) {
                ofBasic = spent <= basicLeft ? spent : 0;
                spent = spent <= basicLeft || spent <= projectLeft ? spent : 0;
            }
            if (spent - ofBasic > 0 && spent - ofBasic < draw.least()) {
                spent = ofBasic;
            }
            basicLeft -= ofBasic;
            projectLeft -= spent - ofBasic;
            items.put(item, new Item(budget(draw, profile, spent), spent, ofBasic, prior(draw, profile, spent)));
        }
        count(draw, cars);
    }

    private record Numbers(int kept, int bought) {
    }

    private static Numbers cars(Draw draw, Profile profile) {
        int kept = draw.chance(0.3) ? 0 : (int) Math.max(1, Math.round(profile.staff() * draw.factor(0.004, 0.2)));
        return new Numbers(kept, kept > 0 && draw.chance(0.15) ? draw.number(1, Math.min(kept, 5)) : 0);
    }

    private static long budget(Draw draw, Profile profile, long spent) {
        if (spent == 0) {
            return profile.basic() && draw.chance(0.25) ? draw.money(500, 1_000 + profile.staff() * 2_000.0) : 0;
        }
        return draw.chance(0.04) ? draw.times(spent, 0.75, 0.98) : draw.chance(0.2) ? spent : Math.max(spent, draw.times(spent, 1.001, draw.chance(0.1) ? 8 : 3));
    }

    private static long prior(Draw draw, Profile profile, long spent) {
        if (spent == 0) {
            return profile.basic() && draw.chance(0.2) ? draw.money(200, 1_000 + profile.staff() * 2_000.0) : 0;
        }
        return draw.chance(0.12) ? 0 : draw.chance(0.08) ? spent : Math.max(2 * draw.least(), draw.times(spent, draw.chance(0.1) ? 0.1 : 0.4, draw.chance(0.1) ? 8 : 2.5));
    }

    private void count(Draw draw, Numbers cars) {
        boolean abroad = spent(ABROAD) > 0;
        List<Long> costs = new ArrayList<>();
        if (abroad) {
            double[] weights = new double[draw.number(1, 4)];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = draw.weight(0.3, 1);
            }
            for (long cost : draw.split(spent(ABROAD), weights)) {
                if (cost > 0) {
                    costs.add(cost);
                }
            }
        }
        List<String> names = draw.some(Vocabulary.list("团组"), costs.size());
        for (int i = 0; i < costs.size(); i++) {
            groups.put(names.get(i), costs.get(i));
        }
        numbers.put("出国（境）团组数", costs.size());
        numbers.put("出国（境）人次", abroad ? costs.size() * draw.number(1, 6) : 0);
        numbers.put("公务用车购置数", spent(BUYING) > 0 ? cars.bought() : 0);
        numbers.put("公务用车保有量", spent(RUNNING) > 0 ? cars.kept() : 0);
        guests(draw);
    }

    private void guests(Draw draw) {
        int people = (int) Math.max(1, spent(GUESTS) / 100 / draw.factor(30, 220));
        boolean any = spent(GUESTS) > 0;
        boolean foreign = any && draw.chance(0.12);
        boolean only = foreign && draw.chance(0.3);
        int guests = foreign ? only ? people : Math.max(1, people / 8) : 0;
        int rest = any && !only ? Math.max(1, people - guests) : 0;
        numbers.put("外事接待批次", guests == 0 ? 0 : draw.number(1, Math.max(1, guests / 4)));
        numbers.put("外事接待人次", guests);
        numbers.put("国内接待批次", rest == 0 ? 0 : draw.number(1, Math.max(1, rest / 4)));
        numbers.put("国内接待人次", rest);
    }

    long spent(String item) {
        return items.get(item).spent();
    }

    long basic() {
        return items.values().stream().mapToLong(Item::basic).sum();
    }

    /** All items, or the two of cars. */
    Item sum(List<String> of) {
        return of.stream().map(items::get).reduce(new Item(0, 0, 0, 0), (a, b) ->
            new Item(a.budget() + b.budget(), a.spent() + b.spent(), a.basic() + b.basic(), a.prior() + b.prior()));
    }

    /** The item that explains most of a change, if one goes the way the whole does. */
    String largest(java.util.function.ToLongFunction<Item> base, int direction) {
        return ITEMS.stream().max(java.util.Comparator.comparingLong(item ->
            direction * (items.get(item).spent() - base.applyAsLong(items.get(item))))).orElseThrow();
    }
}
