package juesuan.narrate;

import java.util.ArrayList;
import java.util.List;
import juesuan.model.Paragraph;
import juesuan.model.Run;
import juesuan.model.Run.Typed;
import juesuan.model.Run.Words;

/**
 * Where the clerk's words meet the pack's. A reason is typed with or without its full stop and may
 * have several lines; the printed sentence has exactly one mark and runs on.
 */
final class Joints {

    private static final String MARKS = "。；，、：";
    private static final String TYPED_END = "[。；;，,、：:.．\\s]+$";
    /** After these no full stop follows. */
    private static final String STRONG = "！？!?…";

    private Joints() {
    }

    /** One paragraph, or one for each line where the clerk's text is the whole of it. */
    static List<Paragraph> paragraphs(List<Run> runs) {
        List<Run> present = runs.stream().filter(run -> !run.text().isEmpty()).toList();
        if (present.isEmpty()) {
            return List.of();
        }
        if (present.size() == 1 && present.get(0) instanceof Typed typed) {
            return typed.text().lines().map(String::strip).filter(line -> !line.isEmpty())
                .map(line -> new Paragraph(List.of(new Typed(line, typed.cell())))).toList();
        }
        List<Run> joined = new ArrayList<>();
        for (int i = 0; i < present.size(); i++) {
            Run run = present.get(i);
            if (run instanceof Typed typed) {
                String line = typed.text().lines().map(String::strip).reduce("", String::concat);
                boolean marked = i + 1 < present.size() && present.get(i + 1) instanceof Words next
                    && MARKS.indexOf(next.text().charAt(0)) >= 0;
                joined.add(new Typed(marked ? line.replaceFirst(TYPED_END, "") : line, typed.cell()));
            } else if (run instanceof Words words && !joined.isEmpty() && endsStrong(joined.get(joined.size() - 1))
                && words.text().startsWith("。")) {
                joined.add(new Words(words.text().substring(1)));
            } else {
                joined.add(run);
            }
        }
        return List.of(new Paragraph(joined));
    }

    private static boolean endsStrong(Run run) {
        return run instanceof Typed typed && !typed.text().isEmpty()
            && STRONG.indexOf(typed.text().charAt(typed.text().length() - 1)) >= 0;
    }
}
