package juesuan.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import juesuan.model.UserError;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputLockTest {

    private static final Duration AT_ONCE = Duration.ZERO;
    /** Clearing takes a millisecond or two when nobody is in the way. */
    private static final Duration LONG_ENOUGH = Duration.ofMillis(200);

    @TempDir
    private Path output;

    @Test
    void oneAtATime() throws IOException {
        try (OutputLock held = OutputLock.of(output)) {
            assertThat(held).isNotNull();
            assertThat(CompletableFuture.supplyAsync(() -> refusal())).succeedsWithin(Duration.ofSeconds(10), InstanceOfAssertFactories.STRING)
                .contains("另一个 juesuan 正在往 " + output + " 里写", "再运行一次");
        }
        try (OutputLock next = OutputLock.of(output, AT_ONCE)) {
            assertThat(next).isNotNull();
        }
    }

    private String refusal() {
        try (OutputLock second = OutputLock.of(output, AT_ONCE)) {
            return "obtained " + second;
        } catch (UserError e) {
            return e.getMessage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anotherProgramIsWaitedFor() throws IOException {
        Path file = output.resolve(OutputLock.FILE);
        try (FileChannel theirs = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            theirs.lock();
            assertThat(refusal()).contains("另一个 juesuan");
        }
        assertThat(refusal()).startsWith("obtained");
    }

    @Test
    void whatSomebodyIsWritingIsNotClearedAway() throws IOException {
        Path half = Files.createDirectories(output.resolve(".juesuan-new-2023-某某局")).resolve("a");
        Files.writeString(half, "half");
        Publisher publisher = new Publisher(output);
        CompletableFuture<Void> clearing;
        try (OutputLock held = OutputLock.of(output)) {
            assertThat(held).isNotNull();
            clearing = CompletableFuture.runAsync(publisher::clear);
            assertThat(clearing).failsWithin(LONG_ENOUGH);
            assertThat(half).hasContent("half");
        }
        clearing.join();
        assertThat(half).doesNotExist();
    }

    /** Whoever comes last wins; no package is made of two. */
    @Test
    void manyRunsAtOnceWriteOneWholePackage() throws IOException {
        IntStream.range(0, 24).parallel().forEach(run -> new Publisher(output).publish(2023, "某某局",
            Map.of("publish/a", new byte[] {(byte) run}, "publish/b", new byte[] {(byte) run}),
            new Publisher.Review(Map.of("审核报告.html", new byte[] {(byte) run}), new byte[0]), ""));
        try (Stream<Path> tree = Files.walk(output)) {
            List<Path> files = tree.filter(Files::isRegularFile).filter(file -> !file.endsWith(OutputLock.FILE)).toList();
            assertThat(files).hasSize(3).allSatisfy(file -> assertThat(file).hasSameBinaryContentAs(files.get(0)));
        }
    }
}
