package juesuan.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import juesuan.model.Entry;
import juesuan.pack.NamedCheck;
import juesuan.pack.RuleSpec;
import juesuan.pack.TextPattern;

/** Whether the year is the one that the rest of the workbook is about. A year typed wrong is on every page. */
final class YearEvidence implements Check {

    @Override
    public void run(RuleSpec rule, SubmittedSheets books, Tally tally) {
        int year = books.accounts().year();
        books.figure(rule.with().get(NamedCheck.YEAR)).ifPresent(cell -> {
            List<Figure> dates = NamedCheck.selections(rule.with().get(NamedCheck.DATES)).stream()
                .flatMap(date -> books.figure(date).stream()).filter(date -> date.entry() instanceof Entry.Text && !date.entry().isBlank()).toList();
            Map<Integer, Figure> spoken = spoken(TextPattern.of(rule.with().get(NamedCheck.SPOKEN), year), books);
            // What is corrected years later is published late, and its texts speak of its own year.
            boolean late = !dates.isEmpty() && dates.stream().allMatch(date -> year(date) > year + 1);
            if (late && (dates.size() > 1 || !spoken.containsKey(year))) {
                tally.failed(AuditWording.named(rule, cell.told() + "，" + dates.get(0).told() + "；" + year + " 年度的决算在 " + (year + 1)
                    + " 年批复和公开", Stream.concat(Stream.of(cell), dates.stream()).toList()));
            }
            spoken.entrySet().stream().filter(said -> said.getKey() > year && !spoken.containsKey(year)).findFirst().ifPresent(said ->
                tally.failed(AuditWording.named(rule, cell.told() + "，" + said.getValue().named() + "里写的却是 " + said.getKey() + " 年",
                    List.of(cell, said.getValue()))));
        });
    }

    /** The year of a date, which is read as yyyy-MM-dd. */
    private static int year(Figure date) {
        return LocalDate.parse(date.entry().asText()).getYear();
    }

    /** Where each year is first spoken of. */
    private static Map<Integer, Figure> spoken(Pattern pattern, SubmittedSheets books) {
        Map<Integer, Figure> years = new TreeMap<>();
        for (Passage passage : books.passages()) {
            Matcher said = pattern.matcher(passage.text());
            while (said.find()) {
                years.putIfAbsent(Integer.valueOf(said.group(1)), passage.figure());
            }
        }
        return years;
    }
}
