package juesuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import juesuan.data.SchemaFile;
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
