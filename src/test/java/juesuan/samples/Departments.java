package juesuan.samples;

import java.util.ArrayList;
import java.util.List;
import juesuan.pack.Pack;

/**
 * Departments as they are, drawn by chance: all that the rules ask of a department holds, because what is free is drawn
 * and the rest worked out. The same number is the same department, everywhere and always.
 */
public final class Departments {

    static final int YEAR = 2023;
    /** 分 in a hundredth of 万元. */
    private static final long HUNDREDTH = 10_000;
    private static final long MOST = 500_000_000_000L;
    private static final long LEAST = 30_000_000;

    private static final Pack[] PACKS = {Samples.pack("national"), Samples.pack("guangdong")};

    private static final Sample.Filled TERMS = Samples.yanxi().sheets().stream().filter(sheet -> sheet.sheet().equals("名词解释")).findFirst().orElseThrow();

    private Departments() {
    }

    /** In 元; in 万元, of which each is exact; in 万元 rounded from 元, so that sums may be off by a digit. */
    private enum Unit { YUAN, WAN, ROUNDED }

    public static Sample of(long number) {
        // A department too small, too large or grown too much is none: the next one with the same number.
        for (long attempt = 0; ; attempt++) {
            Draw coin = new Draw(number * 1_000_003 + attempt, 1);
            Unit unit = coin.one(List.of(Unit.values()));
            Draw draw = coin.in(unit == Unit.WAN ? HUNDREDTH : 1);
            Profile profile = Profile.of(draw, unit == Unit.YUAN ? "元" : "万元");
            Pack pack = pack(profile.pack());
            Finances money = new Finances(draw, profile, pack.codeList("功能分类"));
            if (money.allSpent() >= LEAST && money.allSpent() <= MOST && money.hasHistory()) {
                return sample(draw, profile, money, pack);
            }
        }
    }

    public static Pack pack(String id) {
        return PACKS[id.equals("national") ? 0 : 1];
    }

    private static Sample sample(Draw draw, Profile profile, Finances money, Pack pack) {
        Typing typing = new Typing(profile.unit(), draw.chance(0.5));
        new TableSheets(money, pack, typing).type();
        new FormSheets(draw, profile, money, typing).type();
        new PerformanceSheets(draw, profile, money, typing).type();
        List<Sample.Filled> sheets = new ArrayList<>(typing.filled());
        sheets.add(TERMS);
        return new Sample(profile.pack(), YEAR, sheets);
    }
}
