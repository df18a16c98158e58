package juesuan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds {@code input-samples} to the data in {@code src/test/resources/samples}, and writes it afresh:
 *
 * <pre>mvn test -Dtest=SampleWorkbooksTest -Dsamples.write=true</pre>
 */
class SampleWorkbooksTest {

    private static final String HOW = "run: mvn test -Dtest=SampleWorkbooksTest -Dsamples.write=true , and commit input-samples";

    static Stream<Sample> samples() {
        return Stream.concat(Samples.all().stream(), Stream.of(Samples.yunxi()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theWorkbooksAreWhatTheProgramMakesOfTheData(Sample sample) throws IOException {
        byte[] made = SampleWorkbooks.fresh(sample);
        if (Boolean.getBoolean("samples.write")) {
            SampleWorkbooks.write(sample);
        }
        assertThat(SampleWorkbooks.file(sample)).as(HOW).exists();
        // Part by part: another zlib may compress the same parts into other bytes.
        Map<String, String> stored = SampleWorkbooks.parts(Files.readAllBytes(SampleWorkbooks.file(sample)));
        Map<String, String> fresh = SampleWorkbooks.parts(made);
        assertThat(stored.keySet()).as(HOW).isEqualTo(fresh.keySet());
        assertThat(fresh.keySet().stream().filter(name -> !fresh.get(name).equals(stored.get(name))))
            .as("parts of " + SampleWorkbooks.file(sample) + " that differ from the sample's data or the blank workbook; " + HOW)
            .isEmpty();
    }

    @Test
    void makingAWorkbookTwiceGivesTheSameBytes() {
        assertThat(SampleWorkbooks.fresh(Samples.yanxi()))
            .as("something in the writer of workbooks depends on the clock or on the order of a hash").isEqualTo(
                SampleWorkbooks.fresh(Samples.yanxi()));
    }
}
