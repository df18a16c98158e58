package juesuan.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import juesuan.model.Place;

/** Puts figures and words where a clerk would type them. */
final class Typing {

    /** How much the unit of a workbook is, in powers of ten of 分. */
    private static final Map<String, Integer> POWERS = Map.of("元", 2, "万元", 6);

    private final String unit;
    private final boolean zeros;
    private final Map<String, Map<Place, String>> tabs = new LinkedHashMap<>();
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private String tab = "";

    /** @param zeros whether this clerk types 0 into empty lines of the tables, too */
    Typing(String unit, boolean zeros) {
        this.unit = unit;
        this.zeros = zeros;
    }

    /** What follows is typed there. */
    Typing sheet(String id, String name) {
        tab = name;
        sheets.put(name, id);
        tabs.computeIfAbsent(name, any -> new LinkedHashMap<>());
        return this;
    }

    Typing sheet(String id) {
        return sheet(id, id);
    }

    void text(String block, String row, String column, String text) {
        if (!text.isEmpty()) {
            tabs.get(tab).put(new Place(sheets.get(tab), block, row, column), text);
        }
    }

    void number(String block, String row, String column, Number number) {
        text(block, row, column, number.toString());
    }

    /** An amount that must be typed even when it is 0. */
    void money(String block, String row, String column, long fen) {
        text(block, row, column, shown(fen, unit));
    }

    /** An amount of a line that may stay empty. */
    void line(String block, String row, String column, long fen) {
        if (fen != 0 || zeros) {
            money(block, row, column, fen);
        }
    }

    static String shown(long fen, String unit) {
        return fen == 0 ? "0" : BigDecimal.valueOf(fen).movePointLeft(POWERS.get(unit)).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    List<Sample.Filled> filled() {
        List<Sample.Filled> filled = new ArrayList<>();
        tabs.forEach((name, cells) -> filled.add(new Sample.Filled(sheets.get(name), name, cells)));
        return filled;
    }
}
