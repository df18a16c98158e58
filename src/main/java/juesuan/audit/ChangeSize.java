package juesuan.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import juesuan.audit.Clauses.Clause;
import juesuan.model.Money;
import juesuan.model.MoneyUnit;
import juesuan.model.Value;
import juesuan.pack.RuleSpec;
import juesuan.pack.TextPattern;

/**
 * “增长208.3%” and “增加72.27万元” in a reason, where it speaks of the whole figure: no other subject was named before
 * in the same sentence.
 */
final class ChangeSize implements Check {

    /** “上年决算数5,210.22万元”, and its own name before an amount. */
    private static final String FIGURE = "(?:决算数?|预算数?|执行数?|支出|收入)?(?:总额)?(?:为|是|共|合计)*{数} ?(万元|亿元|元)(?!左右|以上|以内|多|余|/|／)";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public void run(RuleSpec rule, SubmittedSheets books, Tally tally) {
        int year = books.accounts().year();
        WholeClauses whole = WholeClauses.of(rule, year);
        for (Reason reason : books.reasons()) {
            List<String> wrong = reason.change().isKnown() ? wrong(reason, whole, year) : List.of();
            if (!wrong.isEmpty()) {
                tally.failed(AuditWording.named(rule, reason.passage().figure().named() + "里写" + String.join("、", wrong),
                    List.of(reason.passage().figure())));
            }
        }
    }

    private static List<String> wrong(Reason reason, WholeClauses whole, int year) {
        List<String> wrong = new ArrayList<>();
        for (Clause clause : whole.in(reason)) {
            boolean otherBase = !Basis.isBudget(reason) && clause.text().contains("预算");
            Matcher stated = whole.size().matcher(clause.text());
            while (!otherBase && stated.find()) {
                due(reason, Typed.of(stated.group(1)), stated.group(2))
                    .ifPresent(due -> wrong.add("“" + stated.group() + "”，按" + reason.item() + "和" + reason.change().compare().basis() + "算是 " + due));
            }
        }
        String basis = reason.change().compare().basis();
        Pattern base = TextPattern.of("(?<![与比较])(?:" + Pattern.quote(basis) + ")" + FIGURE, year);
        stated(reason, reason.named(FIGURE, year), reason.change().current()).ifPresent(wrong::add);
        stated(reason, base, reason.change().base()).ifPresent(wrong::add);
        return wrong;
    }

    private static Optional<String> stated(Reason reason, Pattern pattern, Value due) {
        Matcher stated = pattern.matcher(reason.text());
        return stated.find() ? amount(Typed.of(stated.group(1)), stated.group(2), number(due))
            .map(right -> "“" + stated.group() + "”，填报的数是 " + right) : Optional.empty();
    }

    /** What it should be, if it is not. */
    private static Optional<String> due(Reason reason, Typed typed, String unit) {
        BigDecimal change = number(reason.change().amount()).abs();
        BigDecimal base = number(reason.change().base());
        if (unit.equals("%") || unit.equals("％")) {
            if (base.signum() <= 0) {
                return Optional.of("没有意义的，因为基数不是正数");
            }
            BigDecimal rate = change.multiply(HUNDRED).divide(base, 6, RoundingMode.HALF_UP);
            return typed.is(rate) ? Optional.empty() : Optional.of(AuditWording.number(rate.setScale(1, RoundingMode.HALF_UP), Optional.empty()) + "%");
        }
        return amount(typed, unit, change);
    }

    private static Optional<String> amount(Typed typed, String unit, BigDecimal change) {
        int places = unit.equals("亿元") ? 8 : unit.equals("万元") ? 4 : 0;
        boolean right = typed.is(change.movePointLeft(places)) || places == 0
            && new Money(typed.number().setScale(2, RoundingMode.HALF_UP)).printedWan().compareTo(change.movePointLeft(4)) == 0;
        return right ? Optional.empty() : Optional.of(AuditWording.number(change, Optional.of(MoneyUnit.WAN)) + " 万元");
    }

    private static BigDecimal number(Value value) {
        return ((Value.Known) value).number();
    }
}
