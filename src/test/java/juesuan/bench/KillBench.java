package juesuan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import juesuan.model.Place;
import juesuan.publish.Publisher;
import juesuan.samples.Folders;
import juesuan.samples.Sample;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;

/**
 * Kills {@code juesuan generate} at random moments and looks at what lies in the output folder: half of the
 * runs correct what was published, half replace it; half of the moments fall anywhere in the run, half into the
 * last part of it, in which it writes.
 *
 * <p>Run: {@code mvn -q -Pbench verify -Dbench=KillBench -Dbench.documents=200}.
 */
final class KillBench {

    private static final long SEED = 20260101;
    private static final String[] AS_LAUNCHED = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"};
    /** From the first temporary folder on, in milliseconds; somewhat more than writing takes. */
    private static final int WRITING = 40;

    private final Path folder;
    private final Path output;
    private final Random random = new Random(SEED);
    private Path first;
    private Path second;
    private Map<String, String> old;

    private KillBench(Path folder) {
        this.folder = folder;
        this.output = folder.resolve("output");
    }

    /** What lay there, before and after the next start. */
    private enum Seen { OLD, NEW, OLD_BESIDE, BROKEN }

    /** @param arguments how often to kill */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("juesuan-kill");
        try {
            new KillBench(folder).run(Integer.parseInt(arguments[0]));
        } finally {
            Folders.delete(folder);
        }
    }

    private void run(int kills) throws Exception {
        Sample sample = Samples.longgang();
        first = Files.write(folder.resolve("1.xlsx"), SampleWorkbooks.bytes(sample));
        second = Files.write(folder.resolve("2.xlsx"), SampleWorkbooks.bytes(sample.with(new Place("概况", "概况", "主要职责", "内容"), "更正以后的职责。")
            .with(new Place("基本信息", "基本信息", "公开日期", "内容"), "2024-12-20")));
        finish(start(List.of(first.toString())));
        old = packages();
        Files.move(output, folder.resolve("old"));
        System.out.printf("%-22s %6s %6s %6s %12s %10s %9s%n", "", "kills", "old", "new", "old beside", "cleared", "broken");
        attempts("replace, anywhere", kills / 4, List.of(second.toString()), false);
        attempts("replace, writing", kills / 4, List.of(second.toString()), true);
        List<String> correct = List.of(second.toString(), "--reason", "写错了", "--corrects", correctedFolder());
        attempts("correct, anywhere", kills / 4, correct, false);
        attempts("correct, writing", kills - 3 * (kills / 4), correct, true);
    }

    private String correctedFolder() throws IOException {
        try (Stream<Path> packages = Files.list(folder.resolve("old"))) {
            return output.resolve(packages.filter(Files::isDirectory).findFirst().orElseThrow().getFileName()).toString();
        }
    }

    private void attempts(String name, int kills, List<String> arguments, boolean writing) throws Exception {
        reset();
        long began = System.nanoTime();
        finish(start(arguments));
        long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        Map<String, String> fresh = packages();
        int[] seen = new int[Seen.values().length];
        int cleared = 0;
        for (int kill = 0; kill < kills; kill++) {
            reset();
            Process run = start(arguments);
            if (writing) {
                while (run.isAlive() && !hasLeftovers()) {
                    Thread.onSpinWait();
                }
                Thread.sleep(random.nextInt(WRITING));
            } else {
                Thread.sleep(random.nextInt((int) whole));
            }
            run.destroyForcibly().waitFor();
            Map<String, String> there = packages();
            cleared += hasLeftovers() ? 1 : 0;
            new Publisher(output).clear();
            Map<String, String> after = packages();
            Seen result = seen(there, after, fresh);
            seen[result.ordinal()]++;
        }
        System.out.printf("%-22s %6d %6d %6d %12d %10d %9d%n", name, kills, seen[0], seen[1], seen[2], cleared, seen[3]);
    }

    private Seen seen(Map<String, String> there, Map<String, String> after, Map<String, String> fresh) throws IOException {
        if (hasLeftovers()) {
            return Seen.BROKEN;
        }
        if (there.isEmpty() && after.equals(old)) {
            return Seen.OLD_BESIDE;
        }
        boolean same = there.equals(after);
        return same && after.equals(old) ? Seen.OLD : same && after.equals(fresh) ? Seen.NEW : Seen.BROKEN;
    }

    private void reset() throws IOException {
        Folders.delete(output);
        Folders.copy(folder.resolve("old"), output);
    }

    private Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(AS_LAUNCHED));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "juesuan.cli.Main", "generate", "-o", output.toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
    }

    private void finish(Process run) throws IOException, InterruptedException {
        if (run.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("log")));
        }
    }

    /** What somebody who opens the folder sees. */
    private Map<String, String> packages() throws IOException {
        Map<String, String> files = Folders.checksums(output);
        files.keySet().removeIf(path -> path.startsWith("."));
        return files;
    }

    private boolean hasLeftovers() throws IOException {
        try (Stream<Path> names = Files.list(output)) {
            return names.anyMatch(path -> Files.isDirectory(path) && path.getFileName().toString().startsWith("."));
        }
    }
}
