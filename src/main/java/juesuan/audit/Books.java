package juesuan.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.model.Accounts;
import juesuan.model.Place;
import juesuan.pack.Pack;
import juesuan.pack.Scope;

/** The submitted sheets, by the id of their declaration. */
final class Books {

    private final Pack pack;
    private final Map<String, List<Tab>> tabs = new LinkedHashMap<>();

    Books(Accounts accounts, Pack pack) {
        this.pack = pack;
        accounts.sheets().forEach(sheet -> pack.sheet(sheet.id()).ifPresent(spec ->
            tabs.computeIfAbsent(sheet.id(), id -> new ArrayList<>())
                .add(new Tab(sheet, spec, spec.fixedUnit().orElse(accounts.unit())))));
    }

    /** In the order of the workbook's declarations. */
    List<Tab> all() {
        return tabs.values().stream().flatMap(List::stream).toList();
    }

    /** Every text that the clerk typed. */
    List<Figure> texts() {
        return all().stream().flatMap(tab -> tab.areas().stream().flatMap(Tab.Area::texts)).toList();
    }

    /** @param reference as it is written in a pack */
    Optional<Figure> figure(String reference) {
        Place place = pack.resolve(reference, Scope.NONE);
        return tabs(place.sheet()).stream().findFirst().flatMap(tab -> figure(tab, place));
    }

    /** What tells one copy of a sheet from the others. */
    Optional<Figure> copyName(Tab copy) {
        String reference = copy.spec().copyName();
        return reference.isEmpty() ? Optional.empty()
            : figure(copy, pack.resolve(reference, Scope.sheet(copy.spec().id())));
    }

    private static Optional<Figure> figure(Tab tab, Place place) {
        Tab.Area area = tab.area(place.block());
        return area.row(place.row()).flatMap(row -> area.figure(row, place.column()));
    }

    List<Tab> tabs(String sheet) {
        return tabs.getOrDefault(sheet, List.of());
    }
}
