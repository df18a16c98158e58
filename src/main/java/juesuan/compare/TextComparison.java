package juesuan.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import juesuan.model.Changes;
import juesuan.model.Changes.Extent;
import juesuan.model.Changes.Printed;
import juesuan.model.Changes.Spot;
import juesuan.model.Edition;
import juesuan.model.Edition.Section;

/** The text: sentences aligned within a section, their figures by what they are. */
record TextComparison(List<Changes.Figure> figures, List<Changes.Text> texts) {

    void compare(List<Section> was, List<Section> now) {
        for (Pairing.Pair<Section> pair : Pairing.of(was, now, TextComparison::likeness)) {
            section(pair);
        }
    }

    private static int likeness(Section was, Section now) {
        if (was.headings().size() != now.headings().size()) {
            return 0;
        }
        return Likeness.of(was.part() + "\n" + String.join("\n", was.headings()), now.part() + "\n" + String.join("\n", now.headings()));
    }

    private static String heading(Section section) {
        return section.headings().isEmpty() ? "" : section.headings().get(section.headings().size() - 1);
    }

    private void section(Pairing.Pair<Section> pair) {
        String where = where(pair.now().or(pair::was).orElseThrow());
        Optional<String> before = pair.was().map(TextComparison::heading).filter(heading -> !heading.isEmpty());
        Optional<String> after = pair.now().map(TextComparison::heading).filter(heading -> !heading.isEmpty());
        if (!before.equals(after)) {
            texts.add(new Changes.Text(Extent.ITSELF, where, "标题", before.map(text -> printed(pair.was().orElseThrow(), text)),
                after.map(text -> printed(pair.now().orElseThrow(), text))));
        }
        Figures old = new Figures();
        Figures fresh = new Figures();
        for (Pairing.Pair<PrintedSentence> sentence : Pairing.of(PrintedSentence.of(pair.was()), PrintedSentence.of(pair.now()), PrintedSentence::likeness)) {
            if (!sentence.was().equals(sentence.now())) {
                sentence.was().ifPresent(s -> old.add(s, printed(pair.was().orElseThrow(), s.text())));
                sentence.now().ifPresent(s -> fresh.add(s, printed(pair.now().orElseThrow(), s.text())));
                texts.add(new Changes.Text(Extent.ITSELF, where, paragraphing(sentence),
                    sentence.was().map(s -> printed(pair.was().orElseThrow(), s.text())),
                    sentence.now().map(s -> printed(pair.now().orElseThrow(), s.text()))));
            }
        }
        figures(where, old, fresh);
    }

    private static String paragraphing(Pairing.Pair<PrintedSentence> pair) {
        return pair.was().map(PrintedSentence::text).equals(pair.now().map(PrintedSentence::text)) ? "分段" : "";
    }

    private void figures(String where, Figures old, Figures fresh) {
        List<String> keys = new ArrayList<>(fresh.found.keySet());
        old.found.keySet().stream().filter(key -> !fresh.found.containsKey(key)).forEach(keys::add);
        for (String key : keys) {
            Optional<Figures.Found> was = Optional.ofNullable(old.found.get(key));
            Optional<Figures.Found> now = Optional.ofNullable(fresh.found.get(key));
            if (!was.map(f -> f.figure().text()).equals(now.map(f -> f.figure().text()))) {
                Edition.Figure figure = now.or(() -> was).orElseThrow().figure();
                figures.add(new Changes.Figure(Changes.Kind.NARRATIVE, Extent.ITSELF, where, figure.label(), "", "", figure.unit(),
                    was.map(Figures.Found::printed), now.map(Figures.Found::printed)));
            }
        }
    }

    /** By what they are, and how often before. */
    private static final class Figures {

        private static final Pattern ORDINAL = Pattern.compile("(?<!“)第\\d+行");

        private final Map<String, Found> found = new LinkedHashMap<>();

        record Found(Edition.Figure figure, Printed printed) {
        }

        void add(PrintedSentence sentence, Printed in) {
            for (Edition.Figure figure : sentence.figures()) {
                // The ordinal of a free row says nothing about which row it is: what is said of it does.
                String unnumbered = ORDINAL.matcher(figure.label()).replaceAll("");
                String name = unnumbered.equals(figure.label()) ? unnumbered : unnumbered + "=" + figure.text();
                int times = 1;
                while (found.containsKey(times + name)) {
                    times++;
                }
                found.put(times + name, new Found(figure, new Printed(figure.text(), in.spot())));
            }
        }
    }

    private static String where(Section section) {
        List<String> path = new ArrayList<>(List.of(section.part()));
        section.headings().stream().filter(heading -> !heading.isEmpty()).forEach(path::add);
        return String.join(" › ", path);
    }

    private static Printed printed(Section section, String text) {
        List<String> path = new ArrayList<>(List.of(section.part()));
        path.addAll(section.headings());
        return new Printed(text, new Spot(path, text));
    }
}
