package juesuan.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text cut at its marks. */
final class Clauses {

    /** A comma of thousands and a full stop of decimals are none. */
    private static final Pattern MARK = Pattern.compile("[，。；：！？;\\n（）()]|(?<![0-9]),|,(?![0-9])");

    private Clauses() {
    }

    /** @param start where it stands in the text */
    record Clause(int start, String text) {
    }

    static List<Clause> of(String text) {
        List<Clause> clauses = new ArrayList<>();
        Matcher mark = MARK.matcher(text);
        int from = 0;
        while (mark.find()) {
            add(clauses, text, from, mark.start());
            from = mark.end();
        }
        add(clauses, text, from, text.length());
        return clauses;
    }

    private static void add(List<Clause> clauses, String text, int from, int to) {
        if (!text.substring(from, to).isBlank()) {
            clauses.add(new Clause(from, text.substring(from, to)));
        }
    }
}
