package juesuan.samples;

import java.util.Map;

/**
 * What kind of office it is.
 *
 * @param unit 元 or 万元
 * @param government an office with 机关运行经费; otherwise an institution that may earn
 * @param staff how many people are paid
 * @param basic whether the general budget pays for them; some institutions live from what they earn
 */
record Profile(String pack, String unit, String name, Map<String, Object> office, boolean government, int staff, boolean basic) {

    private static final int MOST_STAFF = 3_000;

    static Profile of(Draw draw, String unit) {
        Map<String, Object> office = draw.one(Vocabulary.entries("部门"));
        boolean government = (Boolean) office.get("政府");
        String name = draw.one(Vocabulary.list("地名")) + office.get("名") + (draw.chance(0.08) ? "（本级）" : "");
        int staff = (int) Math.round(draw.factor(2, draw.chance(0.2) ? MOST_STAFF : 150));
        return new Profile(draw.chance(0.5) ? "national" : "guangdong", unit, name, office, government, staff, government || !draw.chance(0.15));
    }

    boolean isNational() {
        return pack.equals("national");
    }
}
