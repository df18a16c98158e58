package juesuan.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import juesuan.model.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputLockTest {

    private static final Duration AT_ONCE = Duration.ZERO;
    /** Milliseconds: clearing takes one or two when nobody is in the way. */
    private static final long LONG_ENOUGH = 200;

    @TempDir
    private Path output;

    @Test
    void oneAtATime() throws IOException {
        try (OutputLock held = OutputLock.of(output)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> OutputLock.of(output, AT_ONCE)).isInstanceOf(UserError.class)
                .hasMessageContaining("另一个 juesuan 正在往 " + output + " 里写").hasMessageContaining("再运行一次");
        }
        try (OutputLock next = OutputLock.of(output, AT_ONCE)) {
            assertThat(next).isNotNull();
        }
    }

    @Test
    void whatSomebodyIsWritingIsNotClearedAway() throws IOException {
        Path half = Files.createDirectories(output.resolve(".juesuan-new-2023-某某局")).resolve("a");
        Files.writeString(half, "half");
        Publisher publisher = new Publisher(output);
        try (OutputLock held = OutputLock.of(output)) {
            assertThat(held).isNotNull();
            Thread clearing = new Thread(publisher::clear);
            clearing.start();
            clearing.join(LONG_ENOUGH);
            assertThat(half).hasContent("half");
            held.close();
            clearing.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(half).doesNotExist();
    }

    /** Whoever comes last wins; no package is made of two. */
    @Test
    void manyRunsAtOnceWriteOneWholePackage() throws IOException {
        IntStream.range(0, 24).parallel().forEach(run -> new Publisher(output).publish(2023, "某某局",
            Map.of("publish/a", new byte[] {(byte) run}, "publish/b", new byte[] {(byte) run}),
            new Publisher.Review(Map.of("审核报告.html", new byte[] {(byte) run}), new byte[0])));
        try (Stream<Path> tree = Files.walk(output)) {
            List<Path> files = tree.filter(Files::isRegularFile).filter(file -> !file.endsWith(OutputLock.FILE)).toList();
            assertThat(files).hasSize(3).allSatisfy(file -> assertThat(file).hasSameBinaryContentAs(files.get(0)));
        }
    }
}
