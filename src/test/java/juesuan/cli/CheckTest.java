package juesuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import juesuan.model.Place;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code juesuan check}: the terminal, exit codes, and the JSON held against its published schema. */
class CheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path WARNED = SampleWorkbooks.file(Samples.yanxi());
    private static Path passed;
    private static JsonSchema schema;
    private static Path blocked;
    private static Path unreadable;

    @TempDir
    private Path folder;

    @BeforeAll
    static void prepare(@TempDir Path inputs) throws IOException {
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(Path.of("docs/findings.schema.json")));
        passed = Files.write(inputs.resolve("平.xlsx"), SampleWorkbooks.bytes(Samples.longgangCorrected()));
        blocked = Files.write(inputs.resolve("不平.xlsx"), SampleWorkbooks.bytes(Samples.longgangCorrected()
            .with(new Place("国有资产", "说明", "其他用车用途", "内容"), "一般公务用车")
            .with(new Place("国有资产", "资产", "其他用车", "数目"), "77")
            .with(new Place("收入支出决算总表", "收入", "其他收入", "决算数"), "11.91")));
        unreadable = Files.writeString(inputs.resolve("坏.xlsx"), "不是工作簿");
    }

    private static JsonNode valid(byte[] json) throws IOException {
        JsonNode document = JSON.readTree(json);
        assertThat(schema.validate(document)).as(document.toPrettyString()).isEmpty();
        return document;
    }

    @Test
    void errorsFirstBySheetAndOneLineForEachAndAll() {
        Run run = Run.of("check", passed, blocked);
        assertThat(run.code()).isEqualTo(ExitCode.BLOCKED);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).containsSubsequence("《" + passed.getFileName() + "》通过审核：核对了",
            "【收入支出决算总表】", "[错误]", "【收入决算表】", "[错误]", "【国有资产】", "[错误]", "另有 20 条提示",
            "《不平.xlsx》共有错误 3 处，提示 25 处。", "《不平.xlsx》没有通过审核：核对了", "共 2 个工作簿：1 个通过，1 个有错误，0 个读不了。");
        assertThat(run.out().lines().filter(line -> line.contains("尾数误差")).count()).as("five remarks of each workbook").isEqualTo(10);
    }

    @Test
    void strictMindsWarnings() {
        assertThat(Run.of("check", WARNED).code()).isEqualTo(ExitCode.DONE);
        Run strict = Run.of("check", WARNED, "--strict");
        assertThat(strict.code()).isEqualTo(ExitCode.BLOCKED);
        assertThat(strict.out()).contains("[提醒]", "按 --strict 没有通过审核");
        assertThat(Run.of("check", passed, "--strict").code()).as("information is no warning").isEqualTo(ExitCode.DONE);
        assertThat(Run.of("check", unreadable, WARNED, "--strict").code()).isEqualTo(ExitCode.UNUSABLE);
    }

    @Test
    void jsonIsOneDocumentAlsoWhenAWorkbookIsUnreadable() throws IOException {
        Run run = Run.of("check", "--json", passed, blocked, unreadable, folder.resolve("没有.xlsx"));
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).isEmpty();
        JsonNode workbooks = valid(run.stdout()).get("workbooks");
        assertThat(workbooks).extracting(w -> w.get("status").asText()).containsExactly("passed", "blocked", "unreadable", "unreadable");
        assertThat(workbooks).extracting(w -> w.get("file").asText())
            .containsExactly(passed.toString(), blocked.toString(), unreadable.toString(), folder.resolve("没有.xlsx").toString());
        assertThat(workbooks.get(2).at("/findings/0/rule").asText()).isEqualTo("U01");
        assertThat(workbooks.get(2).at("/findings/0/message").asText()).startsWith("《坏.xlsx》");
        JsonNode first = workbooks.get(1).at("/findings/0");
        assertThat(first.get("rule").asText()).isEqualTo("A01");
        assertThat(first.get("difference").asText()).as("元, whatever the workbook's unit").isEqualTo("-10000");
        assertThat(first.at("/cells/8/sheet").asText()).isEqualTo("收入支出决算总表");
        assertThat(first.at("/cells/8/address").asText()).isEqualTo("C14");
        assertThat(first.at("/cells/8/value").asText()).isEqualTo("11.91");
        JsonNode checks = workbooks.get(1).get("checks");
        assertThat(checks.get("failed").asInt()).isEqualTo(3);
        assertThat(checks.get("run").asInt()).isEqualTo(checks.get("passed").asInt() + 3);
    }

    @Test
    void jsonIsUtf8WhateverTheConsoleTakesTextToBeIn() throws IOException {
        Run run = Run.in(Charset.forName("GBK"), "check", "--json", blocked);
        assertThat(run.code()).isEqualTo(ExitCode.BLOCKED);
        assertThat(valid(run.stdout()).at("/workbooks/0/findings/0/cells/0/sheet").asText()).isEqualTo("收入支出决算总表");
    }

    static Stream<Consumer<ObjectNode>> spoilt() {
        return Stream.of(
            document -> document.remove("workbooks"),
            document -> document.put("more", 1),
            document -> workbook(document).remove("checks"),
            document -> workbook(document).put("status", "strict"),
            document -> workbook(document).put("status", "passed"),
            document -> workbook(document).put("status", "unreadable"),
            document -> workbook(document).put("file", ""),
            document -> ((ObjectNode) workbook(document).get("checks")).put("run", -1),
            document -> ((ObjectNode) workbook(document).get("checks")).put("run", "1129"),
            document -> finding(document).put("severity", "fatal"),
            document -> finding(document).put("status", "passed"),
            document -> finding(document).put("message", ""),
            document -> finding(document).remove("difference"),
            document -> finding(document).put("difference", -10000),
            document -> finding(document).put("difference", "-1E4"),
            document -> finding(document).put("difference", "-10,000.00"),
            document -> ((ObjectNode) finding(document).get("cells").get(0)).put("address", "6C"),
            document -> ((ObjectNode) finding(document).get("cells").get(0)).remove("label"));
    }

    private static ObjectNode workbook(ObjectNode document) {
        return (ObjectNode) document.get("workbooks").get(0);
    }

    private static ObjectNode finding(ObjectNode document) {
        return (ObjectNode) workbook(document).get("findings").get(0);
    }

    private static byte[] good;

    @ParameterizedTest
    @MethodSource("spoilt")
    void theSchemaRefusesAWrongDocument(Consumer<ObjectNode> spoil) throws IOException {
        good = good == null ? Run.of("check", "--json", blocked).stdout() : good;
        ObjectNode document = (ObjectNode) valid(good);
        spoil.accept(document);
        assertThat(schema.validate(document)).isNotEmpty();
    }

    @Test
    void writesNothingUnlessAskedTo() throws IOException {
        Run.of("check", blocked);
        assertThat(folder).isEmptyDirectory();
        Run run = Run.of("check", blocked, "-o", folder);
        Path review = folder.resolve("2023-深圳市龙岗区工业和信息化局/review");
        assertThat(run.out()).contains("有问题的单元格标在 " + review.resolve("不平-审核.xlsx") + "，审核报告在 " + review.resolve("审核报告.html"));
        try (Stream<Path> files = Files.list(review)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder("不平-审核.xlsx", "审核报告.html", "findings.json");
        }
        assertThat(review.resolveSibling("publish")).doesNotExist();
        JsonNode document = valid(Files.readAllBytes(review.resolve("findings.json")));
        assertThat(document.at("/workbooks/0/file").asText()).isEqualTo("不平.xlsx");
        JsonNode written = JSON.readTree(Run.of("check", "--json", blocked).stdout());
        assertThat(document.at("/workbooks/0/findings")).as("the same everywhere").isEqualTo(written.at("/workbooks/0/findings"));
    }

    @Test
    void theFindingsOfAnAcceptedErrorSayWhy() throws IOException {
        Run run = Run.of("generate", blocked, "-o", folder, "--accept", "A01=财政批复如此", "--accept", "B11=财政批复如此",
            "--accept", "K20=以台账为准");
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        JsonNode document = valid(Files.readAllBytes(folder.resolve("2023-深圳市龙岗区工业和信息化局/review/findings.json")));
        assertThat(document.at("/workbooks/0/status").asText()).isEqualTo("passed");
        List<Map.Entry<String, String>> reasons = new ArrayList<>();
        document.at("/workbooks/0/findings").forEach(finding -> {
            if (finding.has("accepted")) {
                reasons.add(Map.entry(finding.get("rule").asText(), finding.get("accepted").asText()));
            }
        });
        assertThat(reasons).containsExactlyInAnyOrder(Map.entry("A01", "财政批复如此"), Map.entry("B11", "财政批复如此"), Map.entry("K20", "以台账为准"));
    }
}
