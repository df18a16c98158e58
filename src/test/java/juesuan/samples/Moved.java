package juesuan.samples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.model.Place;
import juesuan.pack.Pack;
import juesuan.pack.Scope;

/** A sample of the national pack, typed into the workbook of a region that lays its tables out otherwise. */
public final class Moved {

    private Moved() {
    }

    /** Figures that the region does not publish are not typed. */
    public static Sample into(String region, Sample sample) {
        return into(Samples.pack(region, sample.year()), sample);
    }

    /** As {@link #into(String, Sample)}, for a pack that is not among the program's own. */
    public static Sample into(Pack pack, Sample sample) {
        List<Sample.Filled> sheets = new ArrayList<>();
        for (Sample.Filled filled : sample.sheets()) {
            Map<String, Map<Place, String>> cells = new LinkedHashMap<>();
            filled.cells().forEach((place, typed) -> place(pack, place).ifPresent(here ->
                cells.computeIfAbsent(here.sheet(), sheet -> new LinkedHashMap<>()).put(here, typed)));
            cells.forEach((sheet, typed) -> sheets.add(new Sample.Filled(sheet,
                sheet.equals(filled.sheet()) ? filled.tab() : pack.sheet(sheet).orElseThrow().name(), typed)));
        }
        return new Sample(pack.id(), sample.year(), sheets);
    }

    private static Optional<Place> place(Pack pack, Place national) {
        try {
            return Optional.of(pack.resolve(national.toString(), Scope.NONE));
        } catch (IllegalArgumentException unpublished) {
            return Optional.empty();
        }
    }
}
