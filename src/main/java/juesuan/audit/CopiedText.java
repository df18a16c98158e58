package juesuan.audit;

import java.util.List;
import java.util.Optional;
import juesuan.model.Place;
import juesuan.pack.RuleSpec;
import juesuan.pack.Scope;

/** A text that is another, letter by letter: what was done repeats what was planned. */
final class CopiedText implements Check {

    private static final int SHORTEST = 10;

    @Override
    public void run(RuleSpec rule, SubmittedSheets books, Tally tally) {
        rule.with().forEach((text, other) -> {
            Place copy = books.pack().resolve(text, Scope.NONE);
            Place model = books.pack().resolve(other, Scope.NONE);
            for (SubmittedSheet tab : books.tabs(copy.sheet())) {
                Optional<Figure> copied = books.figure(tab, copy);
                Optional<Figure> from = copy.sheet().equals(model.sheet()) ? books.figure(tab, model) : books.figure(other);
                if (copied.isPresent() && from.isPresent() && plain(copied.get()).length() >= SHORTEST
                    && plain(copied.get()).equals(plain(from.get()))) {
                    tally.failed(AuditWording.named(rule, copied.get().named() + "与" + from.get().named() + "一字不差，共 "
                        + plain(copied.get()).length() + " 个字", List.of(copied.get(), from.get())));
                }
            }
        });
    }

    private static String plain(Figure figure) {
        return figure.entry().asText().replaceAll("[\\p{IsPunctuation}\\s]", "");
    }
}
