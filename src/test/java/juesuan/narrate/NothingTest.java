package juesuan.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.model.Accounts;
import juesuan.model.Block;
import juesuan.model.Entry;
import juesuan.model.Narrative;
import juesuan.model.Row;
import juesuan.model.Section;
import juesuan.model.Sheet;
import juesuan.pack.Pack;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An office without “三公”, purchases, projects and the like says so in words, and gives no reasons for it. */
class NothingTest {

    private static final String LISTED = "团组";
    private static final String PERFORMANCE = "项目支出绩效自评表";
    /** The office as a whole is evaluated in any case. */
    private static final String WHOLE = "整体";
    private static final Set<String> NIL = Set.of("财政拨款“三公”经费支出决算表", "三公说明", "政府采购", "国有资产", "绩效评价", "机关运行经费");

    private static Narrative text(String pack, Set<String> nil) {
        Accounts all = SampleAccounts.of(pack.equals("national") ? Samples.longgangNationwide() : Samples.yanxi(), Samples.pack(pack));
        List<Sheet> sheets = all.sheets().stream().filter(sheet -> !sheet.id().equals(PERFORMANCE) || !nil.contains("绩效评价")).map(sheet -> new Sheet(sheet.id(), sheet.name(),
            sheet.blocks().stream().map(block -> nil.contains(sheet.id()) || nil.contains("三公说明") && block.id().equals("三公经费") || nil.contains("原因") && block.id().startsWith("财政拨款")
                ? nothing(block, nil.contains(sheet.id()) || block.id().equals("三公经费")) : block).toList())).toList();
        return Narrator.compute(new Accounts(all.department(), all.year(), all.unit(), all.publishedOn(), sheets), Samples.pack(pack));
    }

    private static Block nothing(Block block, boolean numbers) {
        return new Block(block.id(), block.id().equals(LISTED) ? List.of() : block.rows().stream().map(row -> row.key().startsWith(WHOLE) ? row : nothing(row, numbers)).toList());
    }

    private static Row nothing(Row row, boolean numbers) {
        Map<String, Entry> entries = new LinkedHashMap<>(row.entries());
        entries.replaceAll((column, entry) -> entry instanceof Entry.Number ? numbers ? new Entry.Number(BigDecimal.ZERO, entry.cell()) : entry
            : entry instanceof Entry.Text ? new Entry.Blank(entry.cell()) : entry);
        return new Row(row.key(), row.label(), entries);
    }

    private static String words(Narrative narrative) {
        return narrative.parts().stream().flatMap(part -> part.sections().stream()).flatMap(NothingTest::all)
            .flatMap(section -> section.paragraphs().stream()).map(paragraph -> paragraph.text()).collect(Collectors.joining("\n"));
    }

    private static Stream<Section> all(Section section) {
        return Stream.concat(Stream.of(section), section.sections().stream().flatMap(NothingTest::all));
    }

    @ParameterizedTest
    @ValueSource(strings = {"national", "guangdong"})
    void nothingIsSaidInWords(String pack) {
        Narrative narrative = text(pack, NIL);
        assertThat(narrative.findings()).as("asked for, though there is nothing to tell").isEmpty();
        assertThat(words(narrative)).contains("没有政府采购支出", "没有机关运行经费支出", "没有发生“三公”经费支出", "没有车辆")
            .doesNotContainPattern("[^0-9.]0(?:个|次|人次|人|辆|批次|台|家)").doesNotContain("。。", "，。", "：。", "、。", "主要用于，", "其中：。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"三公说明", "政府采购", "国有资产", "绩效评价", "机关运行经费"})
    void oneBlockMayBeEmptyAlone(String sheet) {
        for (Pack pack : List.of(Samples.pack("national"), Samples.pack("guangdong"))) {
            Set<String> nil = sheet.equals("三公说明") ? Set.of(sheet, "财政拨款“三公”经费支出决算表") : Set.of(sheet);
            Narrative narrative = text(pack.id(), nil);
            assertThat(narrative.findings()).as(pack.id()).isEmpty();
            assertThat(words(narrative)).as(pack.id()).doesNotContain("。。", "，。", "：。", "、。", "0个项目", "完成预算的--");
        }
    }

    /** Neither this year nor last: nobody has to say why. */
    @ParameterizedTest
    @ValueSource(strings = {"national", "guangdong"})
    void noReasonIsAskedForNothing(String pack) {
        assertThat(text(pack, Set.of("原因")).findings().stream().map(finding -> finding.message()))
            .noneMatch(message -> message.contains("政府性基金") || message.contains("国有资本"));
    }
}
