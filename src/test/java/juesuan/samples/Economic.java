package juesuan.samples;

import java.util.LinkedHashMap;
import java.util.Map;

/** Table 6: pay and running costs by economic subject. */
final class Economic {

    private Economic() {
    }

    static void fill(Draw draw, Profile profile, long pay, long running, ThreePublic threePublic, Map<String, Long> into) {
        Map<String, Double> weights = new LinkedHashMap<>();
        weights.put("30101", draw.weight(15, 25));
        weights.put("30102", draw.weight(12, 30));
        weights.put("30103", draw.chance(0.9) ? draw.weight(5, 22) : 0);
        weights.put("30106", draw.chance(0.2) ? draw.weight(0.3, 2) : 0);
        weights.put("30107", profile.government() ? 0 : draw.weight(10, 25));
        weights.put("30108", draw.chance(0.97) ? draw.weight(6, 11) : 0);
        weights.put("30109", draw.chance(0.85) ? draw.weight(2, 5.5) : 0);
        weights.put("30110", draw.weight(2, 6));
        weights.put("30111", profile.government() && draw.chance(0.6) ? draw.weight(0.5, 3) : 0);
        weights.put("30112", draw.weight(0.05, 1));
        weights.put("30113", draw.weight(6, 13));
        weights.put("30114", draw.chance(0.15) ? draw.weight(0.1, 1) : 0);
        weights.put("30199", draw.chance(0.6) ? draw.weight(0.5, 25) : 0);
        weights.put("30301", draw.chance(0.08) ? draw.weight(0.2, 1) : 0);
        weights.put("30302", draw.chance(0.5) ? draw.weight(0.2, 9) : 0);
        weights.put("30304", draw.chance(0.15) ? draw.weight(0.2, 2) : 0);
        weights.put("30305", draw.chance(0.3) ? draw.weight(0.05, 2) : 0);
        weights.put("30307", draw.chance(0.3) ? draw.weight(0.05, 1) : 0);
        weights.put("30309", draw.chance(0.4) ? draw.weight(0.005, 0.3) : 0);
        weights.put("30399", draw.chance(0.2) ? draw.weight(0.02, 1) : 0);
        split(draw, pay, weights, into);
        Map<String, Double> costs = new LinkedHashMap<>();
        for (String code : "30201 30202 30203 30204 30205 30206 30207 30208 30209 30211 30213 30214 30215 30216 30218 30226 30227 30228 30229 30239 30240 30299 31002 31003 31007".split(" ")) {
            boolean usual = code.matches("30201|30207|30211|30228|30239|30299");
            costs.put(code, draw.chance(usual ? 0.9 : 0.4) ? draw.factor(0.05, 20) : 0);
        }
        costs.merge("30201", 0.5, Double::sum);
        costs.put("30299", costs.get("30299") + 1);
        split(draw, running - threePublic.basic(), costs, into);
        Map.of(ThreePublic.ABROAD, "30212", ThreePublic.GUESTS, "30217", ThreePublic.RUNNING, "30231", ThreePublic.BUYING, "31013")
            .forEach((item, code) -> into.put(code, threePublic.items.get(item).basic()));
        into.values().removeIf(amount -> amount == 0);
    }

    private static void split(Draw draw, long total, Map<String, Double> weights, Map<String, Long> into) {
        long[] parts = draw.split(total, weights.values().stream().mapToDouble(Double::doubleValue).toArray());
        int i = 0;
        for (String code : weights.keySet()) {
            into.put(code, parts[i++]);
        }
    }
}
