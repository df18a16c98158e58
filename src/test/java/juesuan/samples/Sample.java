package juesuan.samples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.model.Place;
import juesuan.pack.ColumnSpec;
import juesuan.pack.Pack;
import juesuan.pack.SheetSpec;

/**
 * What a clerk would type, by declared place: the one source of a sample's workbook and of the
 * accounts that tests use without a workbook.
 */
public record Sample(String pack, int year, List<Filled> sheets) {

    public Sample {
        sheets = List.copyOf(sheets);
    }

    /** @param tab the tab's name in the workbook */
    public record Filled(String sheet, String tab, Map<Place, String> cells) {

        public Filled {
            cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
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

    /** The same sample with one more sheet, or one sheet filled anew. */
    public Sample with(Filled sheet) {
        List<Filled> all = new ArrayList<>(sheets);
        all.removeIf(s -> s.sheet().equals(sheet.sheet()) && s.tab().equals(sheet.tab()));
        all.add(sheet);
        return new Sample(pack, year, all);
    }

    /** The same sample with only the first copies of a sheet. */
    public Sample copies(String sheet, int number) {
        List<Filled> left = new ArrayList<>(sheets);
        sheets.stream().filter(s -> s.sheet().equals(sheet)).skip(number).forEach(left::remove);
        return new Sample(pack, year, left);
    }

    public Sample without(String sheet) {
        return new Sample(pack, year, sheets.stream().filter(s -> !s.sheet().equals(sheet)).toList());
    }

    /** The same sample as a workbook in 元: every amount that follows the workbook's unit, times ten thousand. */
    public Sample inYuan(Pack of) {
        Sample yuan = new Sample(pack, year, sheets.stream().map(s -> {
            Map<Place, String> cells = new LinkedHashMap<>(s.cells());
            SheetSpec spec = of.sheet(s.sheet()).orElseThrow();
            cells.replaceAll((place, typed) -> spec.unit().isEmpty() && spec.block(place.block()).orElseThrow()
                .column(place.column()).filter(c -> c.type() == ColumnSpec.Type.AMOUNT).isPresent()
                ? new BigDecimal(typed).movePointRight(4).toPlainString() : typed);
            return new Filled(s.sheet(), s.tab(), cells);
        }).toList());
        return yuan.with(new Place("基本信息", "基本信息", "金额单位", "内容"), "元");
    }
}
