package juesuan.audit;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import juesuan.pack.Change;
import juesuan.pack.TextPattern;

/**
 * A reason that the clerk typed, with the change that it explains.
 *
 * @param item what changed, as sentences name it
 * @param printed whether the text prints it
 */
record Reason(Passage passage, Change change, String item, boolean printed) {

    /** Not the end of a longer name (对口帮扶项目支出), and not last year's. */
    private static final String ITSELF = "(?:^|(?<=[，。；：、\\n是])|(?<=全年|本年|今年|年度|{年度}年|我局|部门|单位))(?<!上年|去年|上年度|{上年度}年|{上年度}年度|{上年度}年全年)";

    /** What changed, named by itself, and what follows. */
    Pattern named(String following, int year) {
        return TextPattern.of(ITSELF + itself() + following, year);
    }

    /** Its name, with or without quotation marks: “三公”经费, 三公经费. */
    String itself() {
        return item.codePoints().mapToObj(Character::toString)
            .map(c -> "“”".contains(c) ? "[“”\"]?" : Pattern.quote(c)).collect(Collectors.joining());
    }

    String text() {
        return passage.text();
    }
}
