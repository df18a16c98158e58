package juesuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import juesuan.data.SchemaFile;
import juesuan.model.Checksum;
import juesuan.model.Place;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code juesuan compare} as people and scripts see it. That it finds what differs: juesuan.CompareTest. */
class CompareCommandTest {

    private static final Place DUTIES = new Place("概况", "概况", "主要职责", "内容");
    private static final String MARKUP = "<script>alert(1)</script>职责。";

    @TempDir
    private static Path folder;
    private static Path old;
    private static Path fresh;

    @BeforeAll
    static void workbooks() throws IOException {
        old = Files.write(folder.resolve("旧.xlsx"), SampleWorkbooks.bytes(Samples.yanxi()));
        fresh = Files.write(folder.resolve("新.xlsx"), SampleWorkbooks.bytes(Samples.yanxi().with(DUTIES, MARKUP)));
    }

    @Test
    void equalOnes() {
        Run run = Run.of("compare", old, old);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("两份完全相同。" + System.lineSeparator());
    }

    @Test
    void differentOnes() throws IOException {
        Path page = folder.resolve("改动.html");
        Run run = Run.of("compare", old, fresh, "--html", page);
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).contains("概况 ›", "（概况!", "    现：" + MARKUP, "第 1 页", "填报内容 1 格不同；印出来的数 0 个不同");
        assertThat(Files.readString(page)).contains("&lt;script&gt;alert(1)", "填报内容 1 格不同").doesNotContain("<script", "http:", "https:/");
    }

    @Test
    void theWordsThatDifferAreMarked() throws IOException {
        String duties = Samples.yanxi().at(DUTIES);
        Path reworded = Files.write(folder.resolve("改词.xlsx"), SampleWorkbooks.bytes(Samples.yanxi().with(DUTIES, duties.replace("的河道管护", "的日常维护"))));
        Path page = folder.resolve("改词.html");
        Run run = Run.of("compare", old, reworded, "--html", page);
        assertThat(run.out()).contains("〔-河道管-〕护", "{+日常维+}护", "〔-…-〕是去掉的").doesNotContain("\u001b[");
        assertThat(Files.readString(page)).contains("<del>河道管</del>", "<ins>日常维</ins>", "几乎整句改写的不标");
    }

    /** A package does not hold what was filled in. */
    @Test
    void aWorkbookAndItsPackage() throws IOException {
        Path folder = published();
        Run same = Run.of("compare", old, folder);
        assertThat(same.code()).as(same.err()).isZero();
        assertThat(same.out()).contains("印出来的内容完全相同；填报内容没有比较。").doesNotContain("两份完全相同", "版本");
        Run other = Run.of("compare", folder, fresh);
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.out()).contains("填报内容没有比较；印出来的数 0 个不同").doesNotContain("填报内容 0 格");
        Run json = Run.of("compare", "--json", old, folder);
        assertThat(SchemaFile.compare().problems(json.stdout())).isEmpty();
        assertThat(new ObjectMapper().readTree(json.stdout()).path("inputsCompared").asBoolean(true)).isFalse();
    }

    @Test
    void anotherVersionOfProgramOrPackIsSaidPlainly() throws IOException {
        Path manifest = published().resolve("publish/manifest.json");
        String text = Files.readString(manifest);
        Files.writeString(manifest, relisted(text.replace("开发版", "0.0.9").replaceFirst("(?s)(\"pack\".*?\"version\" : \")[^\"]*", "$10.8.0")));
        assertThat(Run.of("compare", manifest.getParent(), old).out()).contains("程序 juesuan 的版本：原来是 0.0.9，现在是 开发版。",
            "”的版本：原来是 0.8.0，现在是 1.0.0。", "不一定是填报内容改过");
        Files.writeString(manifest, relisted(text.replaceFirst("(?s)(\"product\".*?\"sha256\" : \")[^\"]*", "$1" + "a".repeat(64))
            .replaceFirst("(?s)(\"pack\".*?\"id\" : \")[^\"]*", "$1another")));
        assertThat(Run.of("compare", old, manifest.getParent()).out()).contains("程序 juesuan 的版本号没有变（开发版），但里面的文件与原来的不同。",
            "地区包：原来是“");
    }

    /** With the sum that the list bears over itself. */
    private static String relisted(String manifest) {
        String zero = "0".repeat(64);
        String open = manifest.replaceFirst("(\"checksum\" : \")[0-9a-f]{64}", "$1" + zero);
        return open.replace(zero, Checksum.of(open.getBytes(StandardCharsets.UTF_8)));
    }

    private Path published() throws IOException {
        Path output = Files.createTempDirectory(folder, "公开");
        Run run = Run.of("generate", old, "-o", output);
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        try (Stream<Path> packages = Files.list(output)) {
            return packages.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    @Test
    void jsonAsTheSchemaSays() throws IOException {
        Run run = Run.of("compare", "--json", old, fresh);
        assertThat(run.code()).isEqualTo(1);
        assertThat(SchemaFile.compare().problems(run.stdout())).isEmpty();
        JsonNode root = new ObjectMapper().readTree(run.stdout());
        assertThat(root.at("/inputs/0/new/text").asText()).isEqualTo(MARKUP);
        assertThat(root.at("/texts").findValuesAsText("page")).contains("1");
    }

    @Test
    void aPageReplacesNothingButSuchAPage() throws IOException {
        Path workbook = Files.copy(old, folder.resolve("填报.xlsx"));
        Path other = Files.writeString(folder.resolve("别的.html"), "<!DOCTYPE html><title>compare</title>");
        for (Path target : new Path[] {workbook, other, Files.createDirectories(folder.resolve("文件夹"))}) {
            Run run = Run.of("compare", workbook, fresh, "--html", target);
            assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
            assertThat(run.err()).contains(target + " 已经存在，不是 compare --html 写的页面，没有覆盖").doesNotContain("Exception");
        }
        assertThat(workbook).hasSameBinaryContentAs(old);
        assertThat(other).content().endsWith("<title>compare</title>");
        Path page = folder.resolve("两次.html");
        assertThat(Run.of("compare", workbook, fresh, "--html", page).code()).isEqualTo(1);
        assertThat(Run.of("compare", workbook, workbook, "--html", page).code()).isZero();
        assertThat(page).content().contains("两份完全相同").doesNotContain("填报内容 1 格不同");
    }

    @Test
    void whatCannotBeRead() throws IOException {
        Path other = Files.writeString(folder.resolve("不是.xlsx"), "x");
        for (Path unusable : new Path[] {other, folder, folder.resolve("没有.xlsx")}) {
            Run run = Run.of("compare", old, unusable);
            assertThat(run.code()).as(unusable + run.err()).isEqualTo(ExitCode.UNUSABLE);
            assertThat(run.err()).doesNotContain("Exception").isNotBlank();
        }
    }
}
