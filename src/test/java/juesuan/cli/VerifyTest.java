package juesuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import juesuan.model.Checksum;
import juesuan.model.Place;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code juesuan verify} on one package, whole and spoilt in every way. */
class VerifyTest {

    private static final String PDF = "部门决算.pdf";

    @TempDir
    private static Path output;
    private static Path workbook;
    private static Path original;

    private Path published;

    @BeforeAll
    static void generate() throws IOException {
        workbook = Files.write(output.resolve("填报.xlsx"), SampleWorkbooks.bytes(Samples.yanxi()));
        assertThat(Run.of("generate", workbook, "-o", output).code()).isEqualTo(ExitCode.DONE);
        try (Stream<Path> packages = Files.list(output)) {
            original = packages.filter(Files::isDirectory).findFirst().orElseThrow().resolve("publish");
        }
    }

    @BeforeEach
    void copy(@TempDir Path folder) throws IOException {
        published = Files.createDirectories(folder.resolve("2023-某局/publish"));
        for (Path file : files(original)) {
            Files.copy(file, published.resolve(file.getFileName()));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void theFolderAndThePackageAroundItAreWhole() {
        for (Path folder : List.of(published, published.getParent())) {
            Run run = Run.of("verify", folder);
            assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.DONE);
            assertThat(run.out()).contains("2023 年度，第 1 次公开：核对无误", "没有用 --workbook");
        }
    }

    @Test
    void theWorkbookGivesTheSameBytes() {
        Run run = Run.of("verify", published, "--workbook", workbook);
        assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("重新生成，逐字节相同").doesNotContain("[提示]");
    }

    @Test
    void oneChangedByteOfAnyFileIsNamed() throws IOException {
        List<Path> files = files(published);
        assertThat(files).hasSize(6);
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            for (int at : List.of(0, whole.length / 2, whole.length - 2)) {
                byte[] spoilt = whole.clone();
                spoilt[at] ^= 1;
                Files.write(file, spoilt);
                Run run = Run.of("verify", published);
                assertThat(run.code()).as(file.getFileName() + " at " + at).isEqualTo(ExitCode.BLOCKED);
                assertThat(run.out()).contains("[不符] " + file.getFileName() + " 被改动过", "有 1 处不符");
            }
            Files.write(file, whole);
        }
    }

    @Test
    void missingAndExtraFilesAreNamed() throws IOException {
        Files.delete(published.resolve("data.csv"));
        Files.writeString(Files.createDirectories(published.resolve("旧")).resolve("草稿.doc"), "x");
        Run run = Run.of("verify", published);
        assertThat(run.code()).isEqualTo(ExitCode.BLOCKED);
        assertThat(run.out()).contains("[不符] 缺少文件：data.csv。", "[不符] 多出文件：旧/草稿.doc，清单上没有它。", "有 2 处不符");
    }

    @Test
    void anotherWorkbookIsToldAndWhatItWouldGive() throws IOException {
        Path other = Files.write(published.resolveSibling("另一个.xlsx"), SampleWorkbooks.bytes(Samples.yanxi()
            .with(new Place("概况", "概况", "主要职责", "内容"), "改过的职责。")));
        Run run = Run.of("verify", published, "--workbook", other);
        assertThat(run.code()).isEqualTo(ExitCode.BLOCKED);
        assertThat(run.out()).contains("《另一个.xlsx》不是生成这些文件的工作簿", PDF + " 与用《另一个.xlsx》重新生成的不同",
            "data.json 与用").doesNotContain("决算公开表.xlsx 与用", "data.csv 与用");
    }

    /** Somebody who changes a file and corrects the list as well: only the workbook tells. */
    @Test
    void aForgedListIsFoundOutByTheWorkbook() throws IOException {
        byte[] forged = (Files.readString(published.resolve("data.csv")) + "某局,2023\r\n").getBytes(StandardCharsets.UTF_8);
        String was = Checksum.of(Files.readAllBytes(published.resolve("data.csv")));
        Files.write(published.resolve("data.csv"), forged);
        relist(Files.readString(published.resolve("manifest.json")).replace(was, Checksum.of(forged)));
        assertThat(Run.of("verify", published).code()).isEqualTo(ExitCode.DONE);
        Run run = Run.of("verify", published, "--workbook", workbook);
        assertThat(run.code()).isEqualTo(ExitCode.BLOCKED);
        assertThat(run.out()).contains("[不符] data.csv 与用《填报.xlsx》重新生成的不同").doesNotContain(PDF + " 与用");
    }

    @Test
    void anotherVersionOfProgramOrPackIsSaidPlainly() throws IOException {
        relist(Files.readString(published.resolve("manifest.json")).replace("开发版", "0.0.9")
            .replaceFirst("(?s)(\"pack\".*?\"version\" : \")[^\"]*", "$10.8.0"));
        Run run = Run.of("verify", published, "--workbook", workbook);
        assertThat(run.code()).isEqualTo(ExitCode.BLOCKED);
        assertThat(run.out()).contains("程序 juesuan 的版本：生成时是 0.0.9，现在是 开发版。", "”的版本：生成时是 0.8.0，现在是 1.0.0。",
            "不一定是文件改过", "[不符] manifest.json 与用《填报.xlsx》重新生成的不同");
    }

    @Test
    void otherFilesOfTheSameVersionAreSaidPlainly() throws IOException {
        String manifest = Files.readString(published.resolve("manifest.json"));
        for (String part : List.of("product", "pack", "fonts")) {
            relist(manifest.replaceFirst("(?s)(\"" + part + "\".*?\"sha256\" : \")[^\"]*", "$1" + "a".repeat(64)));
            Run run = Run.of("verify", published, "--workbook", workbook);
            assertThat(run.code()).isEqualTo(ExitCode.BLOCKED);
            assertThat(run.out()).contains(switch (part) {
                case "product" -> "程序 juesuan 的版本号没有变（开发版），但里面的文件与生成时的不同";
                case "pack" -> "”的版本号没有变（1.0.0），但里面的文件与生成时的不同";
                default -> "字体与生成时的不同；请检查 fonts 文件夹";
            }, "不一定是文件改过", "[不符] manifest.json 与用《填报.xlsx》重新生成的不同");
        }
    }

    @Test
    void theManifestNamesProgramPackAndFontsByTheirFingerprints() throws IOException {
        JsonNode manifest = new ObjectMapper().readTree(published.resolve("manifest.json").toFile());
        assertThat(manifest.at("/product/sha256").asText()).as("product.properties is written by the build: mvn process-resources").hasSize(64);
        assertThat(List.of(manifest.at("/pack/sha256").asText(), manifest.at("/fonts/sha256").asText())).allMatch(sha256 -> sha256.length() == 64)
            .doesNotHaveDuplicates();
    }

    private void relist(String manifest) throws IOException {
        String zero = "0".repeat(64);
        String open = manifest.replaceFirst("(\"checksum\" : \")[0-9a-f]{64}", "$1" + zero);
        Files.writeString(published.resolve("manifest.json"), open.replace(zero, Checksum.of(open.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void acceptedExceptionsAreAcceptedAgain(@TempDir Path folder) throws IOException {
        Path wrong = Files.write(folder.resolve("不平.xlsx"), SampleWorkbooks.bytes(Samples.yanxi()
            .with(new Place("国有资产", "资产", "车辆合计", "数目"), "77")));
        assertThat(Run.of("generate", wrong, "-o", folder.resolve("out")).code()).isEqualTo(ExitCode.BLOCKED);
        Run accepted = Run.of("generate", wrong, "-o", folder.resolve("out"), "--accept", "K20=账面待核销");
        assertThat(accepted.code()).as(accepted.err()).isEqualTo(ExitCode.DONE);
        Path made;
        try (Stream<Path> packages = Files.list(folder.resolve("out"))) {
            made = packages.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        assertThat(Files.readString(made.resolve("publish/manifest.json"))).contains("\"rule\" : \"K20\"", "\"reason\" : \"账面待核销\"").doesNotContain("不平.xlsx");
        Run run = Run.of("verify", made, "--workbook", wrong);
        assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void whatIsNoPackageIsSaidInOneSentence(@TempDir Path empty) throws IOException {
        Run run = Run.of("verify", empty);
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains("里没有 manifest.json，不是 generate 生成的公开文件夹").doesNotContain("\tat ");
        relist(Files.readString(published.resolve("manifest.json")).replace("\"formatVersion\" : 1", "\"formatVersion\" : 2"));
        Run later = Run.of("verify", published);
        assertThat(later.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(later.err()).contains("manifest.json 的格式是第 2 版");
    }

    @Test
    void aWorkbookThatCannotBeReadIsUnusable() {
        Run run = Run.of("verify", published, "--workbook", published.resolve("data.json"));
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains("data.json").doesNotContain("\tat ");
    }
}
