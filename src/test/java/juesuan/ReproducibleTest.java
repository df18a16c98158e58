package juesuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import juesuan.model.Place;
import juesuan.samples.Folders;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two runs in two Java machines that agree on nothing they may disagree on. Each machine orders its
 * immutable sets and maps in its own way, so this also finds an order that was left to chance.
 */
class ReproducibleTest {

    @Test
    void everyFileIsTheSameWhateverTheMachineIsSetTo(@TempDir Path folder) throws Exception {
        Map<String, String> one = published(folder, "一", programAndTests(),
            "-Duser.language=ar", "-Duser.country=EG", "-Duser.timezone=Pacific/Kiritimati", "-Dline.separator=\r\n");
        Map<String, String> other = published(folder, "二", strayXmlWriter(folder) + File.pathSeparator + programAndTests(),
            "-Duser.language=th", "-Duser.country=TH", "-Duser.variant=TH", "-Duser.timezone=America/Los_Angeles");
        assertThat(one.keySet()).as("published, superseded, and for review").hasSizeGreaterThanOrEqualTo(16);
        assertThat(other).isEqualTo(one);
    }

    @Test
    void theClockOfABuildIsTheClockOfTheDocument(@TempDir Path folder) throws Exception {
        Path workbook = Files.write(folder.resolve("填报.xlsx"), SampleWorkbooks.bytes(Samples.yanxi()));
        run(folder.resolve("log"), programAndTests(), Map.of("SOURCE_DATE_EPOCH", "1700000000"), List.of(), "generate", workbook, "-o", folder.resolve("时"));
        try (Stream<Path> files = Files.walk(folder.resolve("时"))) {
            Path manifest = files.filter(file -> file.endsWith("manifest.json")).findFirst().orElseThrow();
            assertThat(Files.readString(manifest)).contains("\"generatedAt\" : \"2023-11-14T22:13:20Z\"");
        }
    }

    private static String programAndTests() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** Whoever looks on the class path for an XML writer, instead of taking the JDK's own, fails. */
    private static Path strayXmlWriter(Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("stray/META-INF/services"));
        Files.writeString(services.resolve("javax.xml.transform.TransformerFactory"), "no.such.XmlWriter");
        return folder.resolve("stray");
    }

    /** What lies there when a disclosure has been published and then corrected: SHA-256 by path. */
    private static Map<String, String> published(Path folder, String name, String classPath, String... settings) throws Exception {
        Path output = folder.resolve(name);
        Path log = folder.resolve(name + ".log");
        Path first = Files.write(folder.resolve("填报.xlsx"), SampleWorkbooks.bytes(Samples.yanxi()));
        Path second = Files.write(folder.resolve("更正.xlsx"), SampleWorkbooks.bytes(Samples.yanxi()
            .with(new Place("概况", "概况", "主要职责", "内容"), "更正以后的职责。").with(new Place("基本信息", "基本信息", "公开日期", "内容"), "2024-12-20")));
        run(log, classPath, Map.of(), List.of(settings), "generate", first, "-o", output);
        Path old = output.resolve("2023-" + Samples.yanxi().at(Samples.DEPARTMENT));
        run(log, classPath, Map.of(), List.of(settings), "generate", second, "-o", output, "--corrects", old, "--reason", "写错了");
        return Folders.checksums(output);
    }

    private static void run(Path log, String classPath, Map<String, String> environment, List<String> settings, Object... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(settings);
        command.addAll(List.of("-Xmx600m", "-cp", classPath, "juesuan.cli.Main"));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        program.environment().remove("SOURCE_DATE_EPOCH");
        program.environment().putAll(environment);
        Process process = program.start();
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    }
}
