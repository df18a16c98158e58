package juesuan.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import juesuan.formula.Expression;
import juesuan.formula.Expression.Reference;
import juesuan.formula.Formulas;
import juesuan.model.Value;
import juesuan.pack.Calculator;
import juesuan.pack.Calculator.Context;
import juesuan.pack.NamedCheck;
import juesuan.pack.RuleSpec;
import juesuan.pack.Scope;
import juesuan.pack.TextPattern;

/**
 * Numbers in texts that other cells give: {@code with} has a regular expression with one number, and the formula for it,
 * or several with “或” between them. A formula about 自评表 is meant for the copy in which the text stands.
 */
final class StatedFigures implements Check {

    @Override
    public void run(RuleSpec rule, SubmittedSheets books, Tally tally) {
        String[] within = (rule.within() + ".").split("\\.", -1);
        for (Passage passage : books.passages()) {
            if (rule.within().isEmpty() || passage.isIn(within[0], within[1])) {
                List<String> wrong = new ArrayList<>();
                rule.with().forEach((regex, formulas) -> wrong.addAll(wrong(regex, formulas, passage, books)));
                if (!wrong.isEmpty()) {
                    tally.failed(AuditWording.named(rule, passage.figure().named() + "里写" + String.join("，又写", wrong), List.of(passage.figure())));
                }
            }
        }
    }

    private static List<String> wrong(String regex, String formulas, Passage passage, SubmittedSheets books) {
        List<String> wrong = new ArrayList<>();
        Matcher stated = TextPattern.of(regex, books.accounts().year()).matcher(passage.text());
        while (stated.find()) {
            String unit = passage.text().substring(stated.end(1)).strip();
            Typed typed = Typed.of(stated.group(1));
            Set<BigDecimal> due = new LinkedHashSet<>();
            for (String formula : formulas.split(NamedCheck.OR)) {
                due.addAll(values(Formulas.parse(formula), passage, books.ledger()).stream().map(value -> inUnit(value, unit)).toList());
            }
            if (!due.isEmpty() && due.stream().noneMatch(typed::is)) {
                BigDecimal first = due.iterator().next();
                String shown = AuditWording.number(first.setScale(Math.min(2, Math.max(0, first.scale())), RoundingMode.HALF_UP), Optional.empty());
                wrong.add("“" + AuditWording.visible(stated.group()) + "”，按填报的数是 " + shown + (unit.startsWith("%") ? "%" : ""));
            }
        }
        return wrong;
    }

    /** As printed, and exactly: whoever recomputes one or the other is right. */
    private static List<BigDecimal> values(Expression expression, Passage passage, Calculator ledger) {
        Context context = new Context(Scope.sheet(passage.tab().spec().id()), Optional.of(passage.tab().sheet()));
        boolean elsewhere = references(expression).stream().map(reference -> ledger.place(reference, context))
            .anyMatch(place -> ledger.pack().sheet(place.sheet()).orElseThrow().copyName().length() > 0
                && !place.sheet().equals(passage.tab().spec().id()));
        if (elsewhere) {
            return List.of();
        }
        List<BigDecimal> values = new ArrayList<>();
        for (Value value : List.of(expression.evaluate(reference -> ledger.basis(ledger.place(reference, context), context)),
            expression.evaluate(reference -> ledger.value(ledger.place(reference, context), context)))) {
            if (value instanceof Value.Known known) {
                values.add(known.number());
            }
        }
        return values;
    }

    private static List<Reference> references(Expression expression) {
        List<Reference> references = new ArrayList<>();
        expression.references(references::add);
        return references;
    }

    private static BigDecimal inUnit(BigDecimal value, String unit) {
        for (Map.Entry<String, Integer> shift : Map.of("%", 2, "％", 2, "万元", -4, "亿元", -8).entrySet()) {
            if (unit.startsWith(shift.getKey())) {
                return value.movePointRight(shift.getValue());
            }
        }
        return value;
    }
}
