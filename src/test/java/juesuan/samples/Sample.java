package juesuan.samples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.model.Place;

/**
 * What a clerk would type, by declared place: the one source of a sample's workbook and of the
 * accounts that tests use without a workbook.
 */
public record Sample(String pack, int year, List<Filled> sheets) {

    /** @param tab the tab's name in the workbook */
    public record Filled(String sheet, String tab, Map<Place, String> cells) {

        public Filled {
            cells = new LinkedHashMap<>(cells);
        }
    }

    /** What is typed at a place of a sheet that occurs once. */
    public String at(Place place) {
        return typed(place).orElseThrow(() -> new AssertionError("样例里没有 " + place));
    }

    /** What is typed there, if anything. */
    public Optional<String> typed(Place place) {
        return sheets.stream().filter(s -> s.sheet().equals(place.sheet())).findFirst()
            .map(s -> s.cells().get(place)).filter(text -> !text.isEmpty());
    }

    /** The same sample with one cell of a sheet that occurs once typed differently. */
    public Sample with(Place place, String typed) {
        return with(sheets.stream().filter(s -> s.sheet().equals(place.sheet())).findFirst()
            .map(Filled::tab).orElseThrow(), place, typed);
    }

    /** The same sample with one cell of one tab typed differently. */
    public Sample with(String tab, Place place, String typed) {
        return new Sample(pack, year, sheets.stream().map(s -> {
            if (!s.tab().equals(tab)) {
                return s;
            }
            Map<Place, String> cells = new LinkedHashMap<>(s.cells());
            cells.put(place, typed);
            return new Filled(s.sheet(), s.tab(), cells);
        }).toList());
    }
}
