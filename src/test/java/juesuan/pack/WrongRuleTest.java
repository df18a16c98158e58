package juesuan.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import juesuan.model.UserError;
import juesuan.samples.OwnPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong rule is refused with file and line when the pack is loaded. */
class WrongRuleTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "4 | check: '支出决算表[合计, 基本支出]' | 此处应为 = <= >= <> < > 之一",
        "4 | check: '支出决算[合计, 基本支出] = 0' | 没有叫“支出决算”的表（是不是“支出决算表”？）",
        "4 | check: '支出决算表[合计, 基本支] = 0' | 里没有叫“基本支”的列（是不是“基本支出”？）",
        "4 | check: '支出决算表[类, 基本支出] = 0' | 是好几格，要写在 sum(…) 里",
        "4 | check: '支出决算表[合计, 基本支出..经营支出] = 0' | 是好几格，要写在 sum(…) 里",
        "4 | check: 'sum(支出决算表[合计, 经营支出..基本支出]) = 0' | 的先后反了",
        "4 | check: 'sum(支出决算表[下级, 基本支出]) = 0' | 有“下级”就要有 [*, 列]",
        "4 | check: '上年与预算.收入[其他收入, 增减额] = 0' | 不是填写的数，规则里要写它的算法",
        "4 | check: '上年与预算.收入[其他收入, 本年决算数] = 0' | 不是填写的数，规则里要写它的算法",
        "4 | check: '概况[主要职责, 内容] = 0' | 不是填写的数，规则里要写它的算法",
        "4 | check: 'count([1]) = 0' | 没有说是哪张表",
        "5 | check: '1 = 1', | 不认识“titel”",
    })
    void isRefused(int line, String check, String sentence) {
        String last = line == 5 ? "    titel: 甲\n" : "";
        OwnPack own = OwnPack.extending("guangdong", folder, "rules: [rules/own.yaml]").file("own/rules/own.yaml",
            "rules:\n  - id: Z01\n    title: 甲\n    " + check.replaceAll(",$", "") + "\n" + last
                + "    severity: error\n    basis: 乙\n    hint: 丙\n");
        assertThatThrownBy(own::load).isExactlyInstanceOf(UserError.class)
            .hasMessageContaining("own.yaml:" + line + ": ").hasMessageContaining(sentence);
    }

    @Test
    void everyRuleSaysItsBasisAndHint() {
        for (String missing : new String[] {"basis", "hint"}) {
            String text = "rules:\n  - id: Z01\n    title: 甲\n    check: '支出决算表[合计, 基本支出] >= 0'\n    severity: error\n"
                + (missing.equals("basis") ? "    hint: 丙\n" : "    basis: 乙\n");
            assertThatThrownBy(() -> OwnPack.extending("guangdong", folder, "rules: [rules/own.yaml]")
                .file("own/rules/own.yaml", text).load()).hasMessageContaining("own.yaml:2: 缺少“" + missing + "”");
        }
    }

    @Test
    void changesNameARuleAndAReason() {
        assertThatThrownBy(() -> OwnPack.extending("guangdong", folder, "ruleChanges:", "  B1l: {off: 甲}").load())
            .hasMessageContaining("pack.yaml:6: 没有编号为“B1l”的规则（是不是“B");
        assertThatThrownBy(() -> OwnPack.extending("guangdong", folder, "ruleChanges:", "  B11: {off: ''}").load())
            .hasMessageContaining("pack.yaml:6: off 要写明为什么不用这条规则");
    }

    @Test
    void aPackMayReplaceAFileOfRules() {
        Pack own = OwnPack.extending("guangdong", folder).changed("national/rules/performance.yaml", "id: L01", "id: L91").load();
        assertThat(own.rules()).extracting(RuleSpec::id).contains("L91", "A01").doesNotContain("L01");
    }
}
