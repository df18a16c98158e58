package juesuan.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that publishes one package after the other is killed at random moments ({@code kill -9} where the
 * system has it). KillBench does it to the whole program.
 */
class KilledRunTest {

    private static final int KILLS = Integer.getInteger("kills", 1);
    private static final String NAME = "2023-某某局";
    private static final int FILES = 8;
    private static final int SIZE = 200_000;
    /** Milliseconds in which a few packages are written. */
    private static final int LONGEST = 150;
    /** The old package has been moved away and the new one is not there yet. */
    private static final int BETWEEN = Integer.MIN_VALUE;

    @TempDir
    private Path output;

    /** All that a package holds is its number. */
    static final class Forever {

        private Forever() {
        }

        public static void main(String[] arguments) {
            Publisher publisher = new Publisher(Path.of(arguments[0]));
            publisher.clear();
            for (int number = Integer.parseInt(arguments[1]); ; number++) {
                publish(publisher, (byte) number);
            }
        }

        static void publish(Publisher publisher, byte number) {
            byte[] content = new byte[SIZE];
            Arrays.fill(content, number);
            Map<String, byte[]> files = new TreeMap<>();
            IntStream.range(0, FILES).forEach(i -> files.put("publish/" + i, content));
            files.put("superseded/1/manifest.json", content);
            publisher.publish(2023, "某某局", files, new Publisher.Review(Map.of("审核报告.html", content), content), publisher.state(2023, "某某局"));
        }
    }

    @Test
    void thePackageIsAlwaysWhole() throws Exception {
        Random random = new Random(20260101);
        int cutOff = 0;
        Forever.publish(new Publisher(output), (byte) 0);
        for (int kill = 1; kill <= KILLS; kill++) {
            int before = numberOnDisk();
            runAndKill(before, random.nextInt(LONGEST));
            cutOff += folders().size() > 1 ? 1 : 0;
            new Publisher(output).clear();
            assertThat(folders()).as("after %d kills, and clearing", kill).containsExactly(NAME);
            assertWhole(kill);
        }
        assertThat(cutOff).as("kills that left something to clear").isPositive();
    }

    /** @param before the number of the package that the run will replace; @param after milliseconds after it has */
    private void runAndKill(int before, int after) throws IOException, InterruptedException {
        Process run = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto", "-XX:TieredStopAtLevel=1",
            "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Forever.class.getName(),
            output.toString(), Integer.toString(before + 1)).inheritIO().start();
        try {
            while ((numberOnDisk() == before || numberOnDisk() == BETWEEN) && run.isAlive()) {
                Thread.sleep(1);
            }
            Thread.sleep(after);
            assertThat(run.isAlive()).as("the run ended by itself: its message stands above").isTrue();
        } finally {
            run.destroyForcibly().waitFor();
        }
    }

    /** Of the package that lies there. */
    private int numberOnDisk() throws IOException {
        try {
            return Files.readAllBytes(output.resolve(NAME).resolve("publish/0"))[0];
        } catch (NoSuchFileException e) {
            return BETWEEN;
        }
    }

    private List<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(output)) {
            return folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).toList();
        }
    }

    private void assertWhole(int kill) throws IOException {
        List<byte[]> contents;
        try (Stream<Path> tree = Files.walk(output.resolve(NAME))) {
            contents = tree.filter(Files::isRegularFile).map(KilledRunTest::read).toList();
        }
        assertThat(contents).as("files of the package after %d kills", kill).hasSize(FILES + 2)
            .allSatisfy(content -> assertThat(content).isEqualTo(contents.get(0)).hasSize(SIZE));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
