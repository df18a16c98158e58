package juesuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import juesuan.model.CellRef;
import juesuan.model.Checks;
import juesuan.model.Finding;
import juesuan.model.Finding.Severity;
import juesuan.model.Finding.Status;
import juesuan.model.Review;
import org.junit.jupiter.api.Test;

class FindingsTextTest {

    private static String print(List<Finding> findings) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FindingsText.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), Path.of("报表.xlsx"),
            new Review("报表.xlsx", true, Checks.NONE, findings, List.of()));
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private static Finding finding(String rule, Severity severity, Status status, String message, String... sheets) {
        List<Finding.Cell> cells = new ArrayList<>();
        for (String sheet : sheets) {
            cells.add(new Finding.Cell(new CellRef(sheet, "A1"), "标签", "1"));
        }
        return new Finding(rule, severity, status, message, "请改。", cells, Optional.<BigDecimal>empty());
    }

    @Test
    void bySheetWorstFirstAndWhatWasNotCheckedLast() {
        assertThat(print(List.of(
            finding("A01", Severity.INFO, Status.SKIPPED, "没填", "甲表"),
            finding("A02", Severity.WARNING, Status.FAILED, "甲提醒。", "甲表"),
            finding("A03", Severity.INFO, Status.FAILED, "乙提示", "乙表"),
            finding("A04", Severity.ERROR, Status.FAILED, "乙错误", "乙表", "甲表"),
            finding("A05", Severity.ERROR, Status.FAILED, "丙错误一", "丙表"),
            finding("A06", Severity.ERROR, Status.FAILED, "丙错误二", "丙表"),
            finding("W01", Severity.ERROR, Status.FAILED, "缺表"))))
            .isEqualTo("""
                【丙表】
                [错误] 丙错误一。请改。（A05）
                [错误] 丙错误二。请改。（A06）
                【乙表】
                [错误] 乙错误。请改。（A04）
                [提示] 乙提示。请改。（A03）
                【整个工作簿】
                [错误] 缺表。请改。（W01）
                【甲表】
                [提醒] 甲提醒。请改。（A02）
                【没有核对】
                - 没填。（A01）
                《报表.xlsx》共有错误 4 处，提醒 1 处，提示 1 处。
                """);
    }

    @Test
    void manyRemarksAndManySkippedChecksAreCutShort() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            findings.add(finding("A02", Severity.INFO, Status.FAILED, "尾数误差", "表" + i));
            findings.add(finding("A03", Severity.INFO, Status.SKIPPED, "没有核对", "表" + i));
        }
        String printed = print(findings);
        assertThat(printed.lines().filter(line -> line.contains("（A02）"))).hasSize(5);
        assertThat(printed.lines().filter(line -> line.contains("（A03）"))).hasSize(8);
        assertThat(printed).contains("另有 7 条提示", "另有 4 条没有核对成").doesNotContain("【表5】");
    }

    @Test
    void aSheetThatIsNotThereIsOneLine() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            findings.add(finding("L0" + i, Severity.INFO, Status.SKIPPED, "规则" + i + "：有 1 处没有核对，因为工作簿里没有“自评表”。", "表" + i));
        }
        assertThat(print(findings).lines()).containsExactly("【没有核对】", "- 工作簿里没有“自评表”，与它有关的 12 条规则没有核对。");
    }

    @Test
    void whatWasTypedCannotSteerTheTerminal() {
        String printed = print(List.of(finding("W21", Severity.ERROR, Status.FAILED, "写的是“\u001b[2J\u202e\n换行”", "表\u001b[1m")));
        assertThat(printed).doesNotContain("\u001b", "\u202e").contains("写的是“\uFFFD[2J\uFFFD 换行”。");
    }

    @Test
    void nothingFoundIsNothingPrinted() {
        assertThat(print(List.of())).isEmpty();
    }
}
