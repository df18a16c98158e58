package juesuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import juesuan.data.SchemaFile;
import juesuan.model.Checksum;
import juesuan.model.Place;
import juesuan.render.PdfFile;
import juesuan.samples.Sample;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** {@code juesuan generate --corrects}: one package published, corrected, and corrected again. */
class CorrectTest {

    private static final Place DUTIES = new Place("概况", "概况", "主要职责", "内容");
    private static final Place DATE = new Place("基本信息", "基本信息", "公开日期", "内容");

    @TempDir
    private static Path folder;
    private static Path first;
    private static Path second;
    private static Path third;
    private static Path workbook2;
    private static Path workbook3;

    private Path copy;

    @BeforeAll
    static void publish() throws IOException {
        Sample sample = Samples.yanxi();
        workbook2 = workbook("2.xlsx", sample.with(DUTIES, "更正以后的职责。").with(DATE, "2024-11-20"));
        workbook3 = workbook("3.xlsx", sample.with(DUTIES, "再次更正的职责。").with(DATE, "2024-12-20"));
        first = generate(workbook("1.xlsx", sample), "一");
        second = generate(workbook2, "二", "--corrects", first, "--reason", "职责\n写错了");
        third = generate(workbook3, "三", "--corrects", second.resolve("publish"), "--reason", "又写错了。");
    }

    @BeforeEach
    void copy(@TempDir Path other) throws IOException {
        copy = other.resolve("output").resolve(third.getFileName());
        for (Map.Entry<String, byte[]> file : files(third).entrySet()) {
            Files.createDirectories(copy.resolve(file.getKey()).getParent());
            Files.write(copy.resolve(file.getKey()), file.getValue());
        }
    }

    private static Path workbook(String name, Sample sample) throws IOException {
        return Files.write(folder.resolve(name), SampleWorkbooks.bytes(sample));
    }

    private static Path generate(Path workbook, String output, Object... options) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("generate", workbook, "-o", folder.resolve(output)));
        arguments.addAll(List.of(options));
        Run run = Run.of(arguments.toArray());
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).doesNotContain("没有更正说明", "照样重做");
        try (Stream<Path> packages = Files.list(folder.resolve(output))) {
            return packages.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private static Map<String, byte[]> files(Path root) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u3000]+", "");
    }

    @Test
    void theCorrectionStandsInFront() throws IOException {
        PdfFile pdf = new PdfFile(Files.readAllBytes(second.resolve("publish/部门决算.pdf")));
        List<String> pages = pdf.pages().stream().map(CorrectTest::squeezed).toList();
        assertThat(pages.get(0)).contains("（第2次公开，更正）");
        assertThat(pages.get(1)).contains("更正说明", "更正原因：职责写错了。", "更正日期：2024年11月20日", "更正内容对照表", "更正以后的职责。", "主要职责");
        assertThat(pages.get(2)).startsWith("目录");
        assertThat(squeezed(new PdfFile(Files.readAllBytes(first.resolve("publish/部门决算.pdf"))).text())).doesNotContain("更正说明");
        assertThat(pdf.labels()).startsWith("封面", "更正说明", "目录", "1", "2");
        assertThat(pdf.failures(PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(pdf.failures(PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @Test
    void theRestIsAsIfItWereNotCorrected() throws IOException {
        Path plain = generate(workbook2, "平");
        for (String file : List.of("data.json", "data.csv", "决算公开表.xlsx")) {
            assertThat(second.resolve("publish").resolve(file)).hasSameBinaryContentAs(plain.resolve("publish").resolve(file));
        }
    }

    @Test
    void whatWasPublishedIsKeptThroughTheChain() throws IOException {
        for (Map.Entry<String, byte[]> file : files(first.resolve("publish")).entrySet()) {
            assertThat(third.resolve("superseded/1").resolve(file.getKey())).hasBinaryContent(file.getValue());
        }
        for (Map.Entry<String, byte[]> file : files(second.resolve("publish")).entrySet()) {
            assertThat(third.resolve("superseded/2").resolve(file.getKey())).hasBinaryContent(file.getValue());
        }
        byte[] manifest = Files.readAllBytes(third.resolve("publish/manifest.json"));
        assertThat(SchemaFile.manifest().problems(manifest)).isEmpty();
        JsonNode root = new ObjectMapper().readTree(manifest);
        assertThat(root.path("revision").asInt()).isEqualTo(3);
        assertThat(root.at("/corrects/manifestSha256").asText()).isEqualTo(Checksum.of(Files.readAllBytes(second.resolve("publish/manifest.json"))));
        assertThat(root.at("/corrects/reason").asText()).isEqualTo("又写错了。");
    }

    @Test
    void verifiedWithTheWorkbook() {
        Run run = Run.of("verify", third, "--workbook", workbook3);
        assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("第 3 次公开：核对无误", "逐字节相同");
    }

    @Test
    void aSpoiltOrMissingPredecessorIsTold() throws IOException {
        Files.writeString(copy.resolve("superseded/1/data.csv"), "x");
        Run spoilt = Run.of("verify", copy);
        assertThat(spoilt.code()).isEqualTo(ExitCode.BLOCKED);
        assertThat(spoilt.out()).contains("superseded/1 里：data.csv 被改动过");
        Run refused = Run.of("generate", workbook2, "--corrects", copy, "--reason", "x", "-o", folder.resolve("不"));
        assertThat(refused.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(refused.err()).contains("不完整", "data.csv 被改动过").doesNotContain("Exception");
        Files.delete(copy.resolve("superseded/2/manifest.json"));
        assertThat(Run.of("verify", copy, "--workbook", workbook3).out()).contains("缺少 superseded/2", "更正说明没法重新生成");
    }

    @Test
    void whatCannotBeCorrectedIsRefused() throws IOException {
        Path other = workbook("别.xlsx", Samples.yanxi().with(Samples.DEPARTMENT, "另一个局"));
        assertRefused("更正以前公开的内容要写明原因", workbook3, "--corrects", third);
        assertRefused("更正以前公开的内容要写明原因", workbook3, "--corrects", third, "--reason", "。");
        assertRefused("看不见的控制字符（U+202E）", workbook3, "--corrects", third, "--reason", "写\u202E错了");
        Path sameText = workbook("同文.xlsx", Samples.yanxi().with(DUTIES, "再次更正的职责。").with(DATE, "2025-01-20"));
        assertRefused("没有任何变化", sameText, "--corrects", third, "--reason", "没有");
        assertRefused("另一个局 2023 年度的，不能更正", other, "--corrects", third, "--reason", "没有");
        assertRefused("要与 --corrects 一起用", workbook3, "--reason", "没有");
        assertRefused("一次只能写一个工作簿", workbook3, workbook2, "--corrects", third, "--reason", "没有");
        assertRefused("里没有 manifest.json", workbook3, "--corrects", folder, "--reason", "没有");
    }

    private void assertRefused(String sentence, Object... arguments) throws IOException {
        Path output = folder.resolve("不");
        List<Object> all = new ArrayList<>(List.of("generate", "-o", output));
        all.addAll(List.of(arguments));
        Run run = Run.of(all.toArray());
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains(sentence).doesNotContain("Exception");
        assertThat(output.resolve(third.getFileName()).resolve("publish")).doesNotExist();
    }

    @Test
    void replacingWithoutACorrectionIsHintedAt() throws IOException {
        Path output = folder.resolve("替换");
        generate(workbook("替换.xlsx", Samples.yanxi()), "替换");
        Run run = Run.of("generate", workbook2, "-o", output);
        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("没有更正说明", "--corrects");
        assertThat(Run.of("generate", workbook2, "-o", output).err()).doesNotContain("没有更正说明");
    }

    @Test
    void publishingACorrectionAgainCorrectsTheSame() throws IOException {
        Run same = Run.of("generate", workbook3, "-o", copy.getParent());
        assertThat(same.code()).as(same.err()).isEqualTo(ExitCode.DONE);
        assertThat(same.err()).contains("第 3 次公开，已照样重做，更正原因仍是“又写错了。”", copy.resolve("superseded/2") + " --reason");
        assertThat(files(copy.resolve("publish"))).containsExactlyEntriesOf(files(third.resolve("publish")));

        Path mended = workbook("4.xlsx", Samples.yanxi().with(DUTIES, "这次写对的职责。").with(DATE, "2024-12-21"));
        assertThat(Run.of("generate", mended, "-o", copy.getParent()).code()).isEqualTo(ExitCode.DONE);
        assertThat(squeezed(new PdfFile(Files.readAllBytes(copy.resolve("publish/部门决算.pdf"))).text()))
            .contains("（第3次公开，更正）", "更正原因：又写错了。", "更正日期：2024年12月21日", "更正以后的职责。", "这次写对的职责。").doesNotContain("再次更正的职责。");
        assertThat(Run.of("verify", copy, "--workbook", mended).out()).contains("第 3 次公开：核对无误");
        assertThat(files(copy.resolve("superseded"))).containsExactlyEntriesOf(files(third.resolve("superseded")));
    }

    @Test
    void theReasonOfACorrectionIsMendedFromWhatItCorrects() throws IOException {
        Run run = Run.of("generate", workbook3, "-o", copy.getParent(), "--corrects", copy.resolve("superseded/2"), "--reason", "说清楚的原因");
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        JsonNode manifest = new ObjectMapper().readTree(Files.readAllBytes(copy.resolve("publish/manifest.json")));
        assertThat(manifest.path("revision").asInt()).isEqualTo(3);
        assertThat(manifest.at("/corrects/reason").asText()).isEqualTo("说清楚的原因。");
        assertThat(files(copy.resolve("superseded"))).containsExactlyEntriesOf(files(third.resolve("superseded")));
    }

    @Test
    void aCorrectionIsNotPublishedAgainWithoutWhatItCorrects() throws IOException {
        Files.delete(copy.resolve("superseded/2/manifest.json"));
        assertStays("所更正的第 2 次公开却不在 superseded 里");
        Files.writeString(copy.resolve("publish/manifest.json"), "{}");
        assertStays("看不出现在是第几次公开");
        Files.delete(copy.resolve("publish/manifest.json"));
        assertStays("看不出现在是第几次公开");
    }

    private void assertStays(String sentence) throws IOException {
        Map<String, byte[]> before = files(copy.resolve("publish"));
        Run run = Run.of("generate", workbook3, "-o", copy.getParent());
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains(sentence, "请找回当时的整个部门文件夹再运行").doesNotContain("Exception");
        assertThat(files(copy.resolve("publish"))).containsExactlyEntriesOf(before);
    }

    @Test
    void theDateMustBeLater() throws IOException {
        Path early = workbook("早.xlsx", Samples.yanxi().with(DUTIES, "第四次。"));
        Path dateless = workbook("无期.xlsx", Samples.yanxi().with(DUTIES, "第四次。").with(DATE, ""));
        Path same = workbook("同日.xlsx", Samples.yanxi().with(DUTIES, "第四次。").with(DATE, "2024-12-20"));
        assertRefused("不晚于要更正的第 3 次公开的日期（2024年12月20日）", early, "--corrects", third, "--reason", "改", "--same-day");
        assertRefused("公开日期没有填写", dateless, "--corrects", third, "--reason", "改");
        assertRefused("确实是同一天更正的，请加上 --same-day", same, "--corrects", third, "--reason", "改");
        Run run = Run.of("generate", same, "-o", copy.getParent(), "--corrects", copy, "--reason", "改", "--same-day");
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(copy.resolve("superseded/3/manifest.json")).hasSameBinaryContentAs(third.resolve("publish/manifest.json"));
    }

    @Test
    void aLaterCorrectionIsNotLost() throws IOException {
        for (Path earlier : List.of(copy.resolve("superseded/1"), first)) {
            Map<String, byte[]> before = files(copy);
            Run run = Run.of("generate", workbook3, "-o", copy.getParent(), "--corrects", earlier, "--reason", "从头改");
            assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
            assertThat(run.err()).contains("已经是第 3 次公开，--corrects 指明的是第 1 次", "要更正第 3 次，请用 --corrects " + copy);
            assertThat(files(copy)).containsExactlyEntriesOf(before);
        }
    }

    @Test
    void whatNoPublicationHasCorrectedIsTold() throws IOException {
        Files.createDirectories(copy.resolve("superseded/7"));
        Run run = Run.of("verify", copy);
        assertThat(run.code()).isEqualTo(ExitCode.BLOCKED);
        assertThat(run.out()).contains("superseded/7 不在这次公开的更正链里");
    }

    @Test
    void whatStandsOnTheWebsiteIsVerifiedWithoutWhatItCorrects() throws IOException {
        Path website = Files.move(copy.resolve("publish"), copy.resolveSibling("website"));
        Run run = Run.of("verify", website);
        assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("第 3 次公开：核对无误", "这里没有 superseded，没有核对它所更正的第 2 次公开");
        assertThat(Run.of("verify", website, "--workbook", workbook3).out()).contains("更正说明没法重新生成");
    }

    @Test
    void anotherWorkbookIsToldOfACorrectionToo() {
        Run run = Run.of("verify", third, "--workbook", workbook2);
        assertThat(run.code()).isEqualTo(ExitCode.BLOCKED);
        assertThat(run.out()).contains("不是生成这些文件的工作簿", "没法重新生成：与要更正的第 2 次公开相比，印出来的内容没有任何变化");
    }

    @Test
    void tracesOfLookingAtAFolderStandInNobodysWay() throws IOException {
        for (String trace : List.of("publish/Thumbs.db", "publish/.DS_Store", "superseded/1/~$决算公开表.xlsx")) {
            Files.writeString(copy.resolve(trace), "x");
        }
        Files.writeString(copy.resolve("publish/附件.txt"), "theirs");
        assertThat(Run.of("verify", copy).out()).contains("有 1 处不符", "多出文件：附件.txt");
        Path fourth = workbook("四.xlsx", Samples.yanxi().with(DUTIES, "第四次。").with(DATE, "2024-12-24"));
        Run run = Run.of("generate", fourth, "-o", copy.getParent(), "--corrects", copy, "--reason", "改");
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("已移到 " + copy.resolve("review/附件.txt"));
        assertThat(Run.of("verify", copy).out()).contains("第 4 次公开：核对无误");
    }
}
