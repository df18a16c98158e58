package juesuan.pack;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import juesuan.formula.Formulas;

/**
 * What an amount of a workbook usually is, so that ten thousand times as much, or as little, is noticed:
 * {@code 20000元上下5倍：公式}, {@code 3倍上下8倍：公式}, {@code 3000元上下20倍：最小的 选择；选择}.
 *
 * @param name what it is, as the clerk calls it
 * @param usual in 元, or a plain number
 * @param isAmount whether it is told in 元
 * @param spread how many times as much or as little is still nothing special
 * @param kind which number is meant
 * @param where a formula, or the selections among which the number is looked for
 */
public record UnitClue(String name, BigDecimal usual, boolean isAmount, BigDecimal spread, Kind kind, String where) {

    /** The value of a formula; the least, or a low one (the fifth part is lower), of the amounts that are not 0. */
    public enum Kind { FORMULA, LEAST, LOW }

    private static final Pattern FORM = Pattern.compile("([0-9]+)(元|倍)上下([0-9]+)倍：(最小的|偏小的)?(.+)");

    /** @throws IllegalArgumentException with a Chinese sentence */
    static UnitClue of(String name, String text) {
        Matcher form = FORM.matcher(text.strip());
        Specs.require(form.matches(), "/with/" + name, "“" + text + "”应当写成“20000元上下5倍：公式”，或者“3000元上下20倍：最小的 选择；选择”");
        Kind kind = form.group(4) == null ? Kind.FORMULA : form.group(4).equals("最小的") ? Kind.LEAST : Kind.LOW;
        UnitClue clue = new UnitClue(name, new BigDecimal(form.group(1)), form.group(2).equals("元"),
            new BigDecimal(form.group(3)), kind, form.group(5).strip());
        Specs.require(clue.usual.signum() > 0 && clue.spread.compareTo(BigDecimal.ONE) > 0, "/with/" + name, "“" + text + "”里通常的数至少是 1，倍数要大于 1");
        return clue;
    }

    void require(Pack pack) {
        if (kind == Kind.FORMULA) {
            PackCheck.resolve(pack, Formulas.parse(where), Scope.NONE);
            return;
        }
        for (String selection : selections()) {
            Specs.require(Selection.all(pack, selection).stream().noneMatch(Selection::isTurnOfColumns), "/with/" + name, "“" + selection + "”要写明是哪几列");
        }
    }

    public List<String> selections() {
        return NamedCheck.selections(where);
    }
}
