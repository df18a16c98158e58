package juesuan.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import juesuan.model.Entry;
import juesuan.model.Row;
import juesuan.pack.ColumnSpec;
import juesuan.pack.RuleSpec;

/** Amounts that are something and print as 0.00 万元: one finding for each sheet that is printed in 万元. */
final class PrintedZeros implements Check {

    /** In 元; from here on it prints as 0.01 万元. */
    private static final BigDecimal LEAST = BigDecimal.valueOf(50);

    /** So many cells a sentence can name with their values and still be read. */
    private static final int MOST_TOLD = 3;

    @Override
    public void run(RuleSpec rule, SubmittedSheets books, Tally tally) {
        for (SubmittedSheet tab : books.all()) {
            List<Figure> tiny = tab.spec().fixedUnit().isPresent() ? List.of() : tiny(tab);
            if (!tiny.isEmpty()) {
                String told = tiny.stream().limit(MOST_TOLD).map(Figure::told).collect(Collectors.joining("，"));
                String more = tiny.size() > MOST_TOLD ? "，等 " + tiny.size() + " 格" : "";
                tally.failed(AuditWording.named(rule, told + more + "，不到 50 元，按万元保留两位小数是 0.00", tiny));
            }
        }
    }

    private static List<Figure> tiny(SubmittedSheet tab) {
        List<Figure> tiny = new ArrayList<>();
        for (SubmittedSheet.Area area : tab.areas()) {
            for (Row row : area.leaves()) {
                area.spec().leaves().stream().filter(column -> column.sum().isEmpty()).map(ColumnSpec::id)
                    .flatMap(column -> area.figure(row, column).stream()).filter(PrintedZeros::isTiny).forEach(tiny::add);
            }
        }
        return tiny;
    }

    private static boolean isTiny(Figure figure) {
        return figure.money().isPresent() && figure.entry() instanceof Entry.Number number
            && number.number().signum() != 0 && number.number().abs().compareTo(LEAST) < 0;
    }
}
