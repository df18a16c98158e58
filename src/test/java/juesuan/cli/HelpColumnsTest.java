package juesuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The help as a terminal shows it, where a Chinese character takes two columns. */
class HelpColumnsTest {

    private static final String INDENT = " ".repeat(26);

    @ParameterizedTest
    @ValueSource(strings = {"generate", "check", "template", "compare", "verify", "codes import"})
    void everyDescriptionBeginsInTheSameColumn(String command) {
        Run run = Run.of((Object[]) (command + " --help").split(" "));
        assertThat(run.code()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines).allSatisfy(line -> assertThat(HelpColumns.width(line)).as(line).isLessThanOrEqualTo(80));
        for (String line : lines.subList(lines.indexOf("选项：") + 1, lines.size())) {
            if (!line.isBlank() && !line.startsWith(INDENT)) {
                assertThat(columnOfSecond(line)).as("“" + line + "”: the column of the description; labels stand in HelpColumns.LABELS").isIn(0, 26);
            }
        }
        assertThat(run.out()).contains("--version", "显示版本号。");
    }

    /** 0 when the description stands on the lines below. */
    private static int columnOfSecond(String line) {
        int gap = line.indexOf("  ", line.indexOf("--"));
        return gap < 0 ? 0 : HelpColumns.width(line.substring(0, gap) + line.substring(gap).replaceAll("\\S.*", ""));
    }
}
