package juesuan.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import juesuan.bench.Stopwatch.Lap;
import juesuan.data.DataCsv;
import juesuan.data.DataJson;
import juesuan.layout.DocumentMaker;
import juesuan.model.Accounts;
import juesuan.model.Document;
import juesuan.model.Maker;
import juesuan.model.Narrative;
import juesuan.narrate.Narrator;
import juesuan.pack.Pack;
import juesuan.pack.PackFiles;
import juesuan.pipeline.XmlWriter;
import juesuan.publish.Publisher;
import juesuan.render.Attachment;
import juesuan.render.StagedRendering;
import juesuan.workbook.read.StagedReading;
import juesuan.workbook.tables.PublicTables;

/**
 * Where the time of one document goes: the first in a new JVM, and then a warm one.
 *
 * <p>Run: {@code mvn -q -Pbench verify}, with {@code -Dbench.documents=100} for more documents.
 */
public final class Bench {

    /** From the XHTML page to the finished bytes: what other HTML-to-PDF programs would be compared with. */
    private static final List<String> PRINTING = List.of("groups", "layout", "layout 2", "layout 3", "paint", "tidy", "save");
    private static final Instant TIMESTAMP = Instant.parse("2024-09-01T00:00:00Z");
    private static final Maker MAKER = new Maker(new Maker.Part("juesuan", "0", ""), "guangdong", new Maker.Part("", "0", ""), "");
    private static final double MILLION = 1e6;

    private final Path workbook;
    private final Publisher publisher;
    private final PackFiles packs = new PackFiles(Optional.empty());
    private StagedRendering rendering;

    private Bench(Path workbook, Path output) {
        this.workbook = workbook;
        this.publisher = new Publisher(output);
    }

    public static void main(String[] arguments) throws Exception {
        XmlWriter.choose();
        int documents = Integer.parseInt(arguments[0]);
        Path output = Files.createTempDirectory("juesuan-bench");
        Bench bench = new Bench(sample(), output);
        System.out.println("First document of this JVM");
        print(List.of(bench.document()));
        for (int i = 1; i < documents; i++) {
            bench.document();
        }
        List<Stopwatch> measured = new ArrayList<>();
        for (int i = 0; i < documents; i++) {
            measured.add(bench.document());
        }
        System.out.println(documents + " documents after " + documents);
        print(measured);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf("Heap in use after collection: %d MB%n", runtime.totalMemory() - runtime.freeMemory() >> 20);
        try (Stream<Path> files = Files.walk(output)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    /** The largest of the samples. */
    private static Path sample() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("input-samples"))) {
            return files.filter(file -> file.toString().endsWith(".xlsx"))
                .max(Comparator.comparingLong(file -> file.toFile().length())).orElseThrow();
        }
    }

    private Stopwatch document() {
        Stopwatch watch = new Stopwatch();
        StagedReading.Read read = StagedReading.read(workbook,
            reader -> Pack.load(packs, reader.packId().orElseThrow(), reader.year().orElseThrow()), watch);
        Accounts accounts = read.submission().accounts();
        Narrative narrative = Narrator.compute(accounts, read.pack());
        watch.accept("narrate");
        if (rendering == null) {
            rendering = new StagedRendering(read.pack());
            watch.accept("fonts");
        }
        Document document = DocumentMaker.make(read.pack(), accounts, narrative, false);
        watch.accept("document");
        byte[] data = DataJson.of(document, MAKER);
        watch.accept("data.json");
        byte[] csv = DataCsv.of(document);
        watch.accept("data.csv");
        byte[] tables = PublicTables.of(document);
        watch.accept("tables");
        byte[] pdf = rendering.pdf(accounts, document, List.of(new Attachment("data.json", "application/json", "", "Data", data)),
            TIMESTAMP, watch);
        Map<String, byte[]> files = Map.of("publish/部门决算.pdf", pdf, "publish/决算公开表.xlsx", tables, "publish/data.json", data,
            "publish/data.csv", csv);
        publisher.publish(accounts.year(), accounts.department(), files, new Publisher.Review(Map.of(), new byte[0]),
            publisher.state(accounts.year(), accounts.department()));
        watch.accept("publish");
        return watch;
    }

    private static void print(List<Stopwatch> watches) {
        System.out.printf("%-10s %10s %10s %10s %10s%n", "ms", "CPU median", "CPU min", "wall median", "wall min");
        List<String> stages = watches.get(0).stages();
        stages.forEach(stage -> print(stage, watches.stream().map(watch -> watch.lap(stage)).toList()));
        print("HTML>PDF", watches.stream().map(watch -> sum(watch, PRINTING)).toList());
        print("total", watches.stream().map(watch -> sum(watch, watch.stages())).toList());
        System.out.println();
    }

    private static Lap sum(Stopwatch watch, List<String> stages) {
        return stages.stream().map(watch::lap).reduce(Lap.NONE, Lap::plus);
    }

    private static void print(String name, List<Lap> laps) {
        System.out.printf("%-10s %10.1f %10.1f %10.1f %10.1f%n", name, median(laps, Lap::cpu), min(laps, Lap::cpu),
            median(laps, Lap::wall), min(laps, Lap::wall));
    }

    private static double median(List<Lap> laps, ToLongFunction<Lap> time) {
        long[] sorted = laps.stream().mapToLong(time).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2 / MILLION;
    }

    private static double min(List<Lap> laps, ToLongFunction<Lap> time) {
        return laps.stream().mapToLong(time).min().orElse(0) / MILLION;
    }
}
