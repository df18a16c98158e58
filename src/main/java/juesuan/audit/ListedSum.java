package juesuan.audit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import juesuan.formula.Formulas;
import juesuan.model.Place;
import juesuan.model.Value;
import juesuan.pack.Calculator;
import juesuan.pack.RuleSpec;
import juesuan.pack.Scope;

/** What a text lists adds up to a figure: 载货汽车1辆，轿车2辆. Only where the text is nothing but a list. */
final class ListedSum implements Check {

    private static final Pattern ITEM = Pattern.compile("(?:^|(?<=[，、；：和及]))([^0-9，、；：。]{2,}?)([0-9]{1,4})(?=[辆台套个家人])");

    @Override
    public void run(RuleSpec rule, SubmittedSheets books, Tally tally) {
        Calculator.Context context = new Calculator.Context(Scope.NONE, Optional.empty());
        rule.with().forEach((text, formula) -> {
            Place place = books.pack().resolve(text, Scope.NONE);
            Value due = books.ledger().evaluate(Formulas.parse(formula), context);
            books.passages().stream().filter(p -> p.isIn(place.sheet(), place.block()) && p.row().key().equals(place.row())
                && p.column().id().equals(place.column())).forEach(passage -> check(rule, passage, due, tally));
        });
    }

    private static void check(RuleSpec rule, Passage passage, Value due, Tally tally) {
        Matcher item = ITEM.matcher(passage.text());
        int items = 0;
        BigDecimal sum = BigDecimal.ZERO;
        while (item.find()) {
            items++;
            sum = sum.add(new BigDecimal(item.group(2)));
        }
        long parts = passage.text().split("[，、；和及]").length;
        if (items >= 2 && items == parts && due instanceof Value.Known known && known.number().compareTo(sum) != 0) {
            tally.failed(AuditWording.named(rule, passage.figure().named() + "里列出的 " + items + " 项合计是 " + sum + "，填报的数是 "
                + AuditWording.number(known.number(), Optional.empty()), List.of(passage.figure())));
        }
    }
}
