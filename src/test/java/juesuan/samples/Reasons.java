package juesuan.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Why something changed, in the words of {@code reasons.yaml}.
 *
 * @param inWan whether figures are typed in 万元: what is the same there did not change
 */
record Reasons(Draw draw, int year, boolean inWan) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** 100,000 元: below, a rate of 元 and one of printed 万元 may differ. */
    private static final long LARGE = 10_000_000;

    /** @param flat whether a reason must be given all the same when nothing changed that is printed */
    String of(String item, long now, long before, boolean flat) {
        if (now == before || (inWan || flat && wan(now).signum() != 0) && wan(now).compareTo(wan(before)) == 0) {
            return flat ? filled(draw.one(Vocabulary.reasons(item, "平"))) : "";
        }
        String way = before == 0 ? "新" : now == 0 ? "止" : now > before ? "增" : "减";
        List<String> known = Vocabulary.reasons(item, way);
        String text = draw.one(known);
        if (before != 0 && now != 0) {
            if (draw.chance(0.08)) {
                text = draw.one(Vocabulary.reasons("无钱的话", way));
            }
            String second = draw.one(known);
            text += draw.chance(0.35) && !second.equals(text) ? draw.one(List.of("；", "，")) + second : "";
            text += draw.chance(0.12) ? figure(now, before) : "";
            text = (draw.chance(0.1) ? draw.one(List.of("主要是", "一是")) : "") + text;
            text = text.startsWith("一是") && !second.equals(text) ? text + "；二是" + second : text;
        }
        return filled(text) + (draw.chance(0.3) ? "。" : "");
    }

    /** “，同比增长8.4%”, right in every way of reckoning. */
    private String figure(long now, long before) {
        if (before < LARGE || now < LARGE) {
            return "";
        }
        BigDecimal exact = rate(BigDecimal.valueOf(now - before), BigDecimal.valueOf(before));
        BigDecimal printed = rate(wan(now).subtract(wan(before)), wan(before));
        boolean up = now > before;
        String rate = exact.compareTo(printed) == 0 && exact.signum() != 0 ? exact.abs().stripTrailingZeros().toPlainString() + "%" : "";
        if (rate.isEmpty()) {
            return "";
        }
        return draw.one(List.of("，同比", "，比上年", "，较上年")) + (up ? draw.one(List.of("增长", "上升")) : "下降") + rate;
    }

    private static BigDecimal wan(long fen) {
        return BigDecimal.valueOf(fen, 6).setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal rate(BigDecimal change, BigDecimal base) {
        return change.multiply(HUNDRED).divide(base, 1, RoundingMode.HALF_UP);
    }

    private String filled(String text) {
        return text.replace("@上年", String.valueOf(year - 1));
    }
}
