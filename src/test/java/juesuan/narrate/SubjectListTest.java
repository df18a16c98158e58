package juesuan.narrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import juesuan.model.Accounts;
import juesuan.model.Paragraph;
import juesuan.model.UserError;
import juesuan.pack.Pack;
import juesuan.samples.OwnPack;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sentences over the rows of a table of subjects: of which level, by what names, with the same subject's figures elsewhere. */
class SubjectListTest {

    @TempDir
    Path folder;

    @Test
    void eachItemWithTheNamesAboveIt() {
        assertThat(written("rows: [项], when: \"[本年支出合计]\", text: \"{序号}、{类}（类）{款}（款）{项}（项）{[本年支出合计]}万元，占{占比: [本年支出合计] / [合计, 本年支出合计]}。\""))
            .startsWith("1、一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）749.86万元，占86.7%。")
            .allMatch(line -> line.matches("\\d+、[^（]+支出（类）.+（款）.+（项）[0-9.,]+万元，占.+%。")).hasSize(3);
    }

    @Test
    void theLevelsAreToldApart() {
        assertThat(written("rows: [类], when: \"[本年支出合计]\", text: \"{行}：{类}{款}{项}\"")).startsWith("一般公共服务支出：一般公共服务支出");
        assertThat(written("rows: [\"2010301\"], text: \"{科目编码}{项}\"")).containsExactly("2010301行政运行");
        int all = written("text: \"{行}\"").size();
        assertThat(written("rows: [类, 款, 项], text: \"{行}\"")).as("without rows: every subject, and not the total").hasSize(all);
    }

    @Test
    void figuresOfTheSameSubjectElsewhere() {
        assertThat(written("rows: [项], text: \"{[本年支出合计]}={支出决算表.科目[本年支出合计]}\""))
            .isNotEmpty().allSatisfy(line -> assertThat(line.split("=")[0]).isEqualTo(line.split("=")[1]));
    }

    @Test
    void aLevelThatIsNone() {
        assertThatThrownBy(() -> written("rows: [目], text: \"{行}\"")).isInstanceOf(UserError.class)
            .hasMessageContaining("own/text/narrative.yaml:5: “目”应当是 类、款、项，或者科目编码");
    }

    private List<String> written(String piece) {
        Pack pack = OwnPack.extending("national", folder)
            .file("own/text/narrative.yaml", "title: 说明\nsections:\n  - heading: 一\n    paragraphs:\n      - {each: 一般公共预算财政拨款支出决算表.科目, " + piece + "}\n")
            .load(2024);
        Accounts accounts = SampleAccounts.of(Samples.yunxi(), pack);
        return Narrator.compute(accounts, pack).parts().stream().filter(part -> part.file().equals("text/narrative.yaml"))
            .flatMap(part -> part.sections().stream()).flatMap(section -> section.paragraphs().stream()).map(Paragraph::text).toList();
    }
}
