package juesuan.workbook.intake;

import static juesuan.workbook.intake.TestBooks.NAME;
import static juesuan.workbook.intake.TestBooks.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.stream.Stream;
import juesuan.model.UserError;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.xmlbeans.impl.values.XmlValueOutOfRangeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoundaryTest {

    static Stream<Throwable> thrown() {
        return Stream.of(new NoClassDefFoundError("com/github/luben/zstd/ZstdInputStream"),
                new StackOverflowError(), new OutOfMemoryError("Java heap space"),
                new XmlValueOutOfRangeException("string value 'd' is not valid"),
                new POIXMLException("Strict OOXML"), new IllegalStateException(), new IOException("x"),
                new AssertionError());
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void whatever_is_thrown_becomes_one_sentence(Throwable thrown) {
        Throwable seen = guarded(thrown);
        assertThat(refusal(NAME, seen)).doesNotContain("zstd");
        assertThat(seen).hasCause(thrown);
    }

    @Test
    void a_sentence_for_the_user_passes_through() {
        UserError sentence = new UserError("《甲.xlsx》有打开密码。");
        assertThat(guarded(sentence)).isSameAs(sentence);
    }

    @Test
    void an_interruption_is_not_swallowed() {
        for (Exception stop : new Exception[] {
                new InterruptedException(), new ClosedByInterruptException(),
                new IllegalStateException(new InterruptedException())}) {
            assertThat(refusal(NAME, guarded(stop))).contains("被中止");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    @SuppressWarnings("removal")
    void the_death_of_a_thread_is_left_alone() {
        assertThat(guarded(new ThreadDeath())).isInstanceOf(ThreadDeath.class);
    }

    @Test
    void a_result_comes_back() {
        assertThat(Boundary.<Integer>guard(NAME, () -> 7)).isEqualTo(7);
    }

    private static Throwable guarded(Throwable thrown) {
        return catchThrowable(() -> Boundary.guard(NAME, () -> {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (Exception) thrown;
        }));
    }
}
