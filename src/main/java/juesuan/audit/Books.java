package juesuan.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import juesuan.model.Accounts;
import juesuan.pack.Pack;

/** The submitted sheets, by the id of their declaration. */
final class Books {

    private final Map<String, List<Tab>> tabs = new LinkedHashMap<>();

    Books(Accounts accounts, Pack pack) {
        accounts.sheets().forEach(sheet -> pack.sheet(sheet.id()).ifPresent(spec ->
            tabs.computeIfAbsent(sheet.id(), id -> new ArrayList<>())
                .add(new Tab(sheet, spec, spec.fixedUnit().orElse(accounts.unit())))));
    }

    List<Tab> tabs(String sheet) {
        return tabs.getOrDefault(sheet, List.of());
    }
}
