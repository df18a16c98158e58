package juesuan.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import juesuan.model.Narrative;
import juesuan.model.Paragraph;
import juesuan.model.Section;
import juesuan.samples.Golden;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;

class NarratorTest {

    @Test
    void theWholeTextOfTheSample() {
        Narrative narrative = narrate(Samples.longgang());
        assertThat(narrative.findings()).isEmpty();
        Golden.compare("longgang-2023.txt", lines(narrative));
    }

    @Test
    void theSameFiguresInTheNationalWording() {
        Narrative narrative = narrate(Samples.longgangNationwide());
        assertThat(narrative.findings()).isEmpty();
        Golden.compare("longgang-2023-national.txt", lines(narrative));
    }

    static Narrative narrate(Sample sample) {
        var pack = Samples.pack(sample.pack());
        return Narrator.compute(SampleAccounts.of(sample, pack), pack);
    }

    static List<String> lines(Narrative narrative) {
        return narrative.parts().stream()
            .flatMap(part -> Stream.concat(Stream.of(part.title()), part.sections().stream().flatMap(NarratorTest::lines)))
            .toList();
    }

    private static Stream<String> lines(Section section) {
        return Stream.concat(
            Stream.concat(Stream.of(section.heading()).filter(h -> !h.isEmpty()), section.paragraphs().stream().map(Paragraph::text)),
            section.sections().stream().flatMap(NarratorTest::lines));
    }
}
