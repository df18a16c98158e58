package juesuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import juesuan.model.Checksum;
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
        Path workbook = Files.write(folder.resolve("填报.xlsx"), SampleWorkbooks.bytes(Samples.yanxi()));
        Map<String, String> one = published(workbook, folder.resolve("一"), programAndTests(),
            "-Duser.language=ar", "-Duser.country=EG", "-Duser.timezone=Pacific/Kiritimati", "-Dline.separator=\r\n");
        Map<String, String> other = published(workbook, folder.resolve("二"), strayXmlWriter(folder) + File.pathSeparator + programAndTests(),
            "-Duser.language=th", "-Duser.country=TH", "-Duser.variant=TH", "-Duser.timezone=America/Los_Angeles");
        assertThat(one).hasSizeGreaterThanOrEqualTo(6);
        assertThat(other).isEqualTo(one);
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

    /** Name and SHA-256 of each published file, and of its Word edition. */
    private static Map<String, String> published(Path workbook, Path output, String classPath, String... settings) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(settings));
        command.addAll(List.of("-Xmx600m", "-cp", classPath,
            "juesuan.cli.Main", "generate", workbook.toString(), "-o", output.toString()));
        Path log = output.resolveSibling(output.getFileName() + ".log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
        return checksums(output);
    }

    private static Map<String, String> checksums(Path output) throws IOException {
        Map<String, String> checksums = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(output)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                String name = output.relativize(file).toString();
                if (name.contains("publish") || name.endsWith(".docx")) {
                    checksums.put(name, Checksum.of(Files.readAllBytes(file)));
                }
            }
        }
        return checksums;
    }
}
