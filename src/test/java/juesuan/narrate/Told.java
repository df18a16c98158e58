package juesuan.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import juesuan.model.Finding;
import juesuan.model.Narrative;
import juesuan.model.Paragraph;
import juesuan.model.Place;
import juesuan.model.Section;
import juesuan.pack.Pack;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;

/** The text that a sample gives, line by line as it is printed. */
record Told(Narrative narrative) {

    static Told by(Sample sample) {
        return by(sample, Samples.pack(sample.pack()));
    }

    static Told by(Sample sample, Pack pack) {
        return new Told(Narrator.compute(SampleAccounts.of(sample, pack), pack));
    }

    /** @param path for example {@code 上年与预算.收入[事业收入, 上年决算数]} */
    static Place place(String path) {
        String[] part = path.split("[.\\[\\]]");
        String[] labels = part[2].split(", ");
        return new Place(part[0], part[1], labels[0], labels[1]);
    }

    List<String> lines() {
        return narrative.parts().stream()
            .flatMap(part -> Stream.concat(Stream.of(part.title()), part.sections().stream().flatMap(Told::lines)))
            .toList();
    }

    /** The one line that begins so. */
    String line(String beginning) {
        List<String> lines = lines().stream().filter(line -> line.startsWith(beginning)).toList();
        assertThat(lines).as("lines that begin with “%s”", beginning).hasSize(1);
        return lines.get(0);
    }

    Told says(String words) {
        assertThat(lines()).as("the text").anyMatch(line -> line.contains(words));
        return this;
    }

    Told saysNot(String words) {
        assertThat(lines()).as("the text").noneMatch(line -> line.contains(words));
        return this;
    }

    /** Every line that comes after one heading and before another. */
    List<String> between(String heading, String next) {
        List<String> lines = lines();
        return lines.subList(lines.indexOf(heading) + 1, lines.indexOf(next));
    }

    List<Finding> findings() {
        return narrative.findings();
    }

    private static Stream<String> lines(Section section) {
        return Stream.concat(
            Stream.concat(Stream.of(section.heading()).filter(h -> !h.isEmpty()), section.paragraphs().stream().map(Paragraph::text)),
            section.sections().stream().flatMap(Told::lines));
    }
}
