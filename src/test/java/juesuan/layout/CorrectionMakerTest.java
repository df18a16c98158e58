package juesuan.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import juesuan.model.Changes;
import juesuan.model.Document;
import juesuan.model.Grid;
import juesuan.pack.Style;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that says what was corrected, from changes made by hand. From real ones: juesuan.cli.CorrectTest. */
class CorrectionMakerTest {

    private static final Style STYLE = Samples.pack("guangdong").style();
    private static final Document PLAIN = new Document("题", "某某局", 2023, "", List.of(new Document.Part("part1", "第一部分", List.of(), List.of(), List.of())));
    private static final Changes.Version VERSION = new Changes.Version("题", "某某局", 2023, Optional.empty());

    private static Optional<Changes.Printed> printed(String text, String page) {
        return Optional.of(new Changes.Printed(text, new Changes.Spot(List.of(), ""), page));
    }

    private static Changes.Figure figure(Changes.Extent extent, String where, String row, String column, Optional<Changes.Printed> was, Optional<Changes.Printed> now) {
        return new Changes.Figure(Changes.Kind.TABLE, extent, where, row, "2010101", column, "万元", was, now);
    }

    private static Changes.Text sentence(String where, String was, String now) {
        return new Changes.Text(Changes.Extent.ITSELF, where, "", printed(was, "1"), printed(now, "1"));
    }

    private static Document.Table table(List<Changes.Figure> figures, List<Changes.Text> texts) {
        Changes changes = new Changes(VERSION, VERSION, List.of(), figures, texts, List.of());
        return CorrectionMaker.correct(PLAIN, STYLE, changes, 2, "写错了。", "2024年11月20日").correction().orElseThrow().tables().get(0);
    }

    /** Place, page, was, is. */
    private static List<List<String>> lines(Document.Table table) {
        return table.grid().body().stream().map(line -> line.cells().stream().skip(1).map(Grid.Cell::text).toList()).toList();
    }

    @ParameterizedTest(name = "{0} lines more than there is room for")
    @ValueSource(ints = {-1, 0, 1, 1234})
    void whatHasNoRoomIsCounted(int over) {
        int changed = STYLE.correction().most() + over;
        Document.Table table = table(List.of(), IntStream.range(0, changed).mapToObj(i -> sentence("第一部分 › 一、", i + "。", i + "！")).toList());
        int shown = Math.min(changed, STYLE.correction().most());
        assertThat(table.grid().body()).hasSize(shown);
        assertThat(lines(table).get(shown - 1)).containsExactly("第一部分 › 一、", "1", shown - 1 + "。", shown - 1 + "！");
        assertThat(table.grid().body()).extracting(line -> line.cells().get(0).text())
            .containsExactlyElementsOf(IntStream.rangeClosed(1, shown).mapToObj(String::valueOf).toList());
        assertThat(table.notes()).hasSize(over > 0 ? 1 : 0).allSatisfy(note -> assertThat(note).contains("另有" + over + "处改动没有逐一列出"));
    }

    @Test
    void tablesThenTheTextThenForms() {
        List<Changes.Text> texts = new ArrayList<>(List.of(
            new Changes.Text(Changes.Extent.ITSELF, "项目支出绩效自评表（甲）", "“目标”的实际完成情况", printed("旧", "30"), printed("新", "30")),
            sentence("第三部分：情况说明 › 一、总体", "旧。", "新。")));
        List<Changes.Figure> figures = List.of(figure(Changes.Extent.ITSELF, "表2 收入决算表", "行政运行", "合计", printed("1.00", "5"), printed("2.00", "5")));
        assertThat(lines(table(figures, texts))).containsExactly(
            List.of("表2 收入决算表，2010101 行政运行 › 合计", "5", "1.00万元", "2.00万元"),
            List.of("第三部分 › 一、总体", "1", "旧。", "新。"),
            List.of("项目支出绩效自评表（甲），“目标”的实际完成情况", "30", "旧", "新"));
    }

    @Test
    void aRowThatCameOrWentIsOneLineWithItsUnits() {
        assertThat(lines(table(List.of(
            figure(Changes.Extent.ROW, "表2 收入决算表", "行政运行", "合计", printed("1.00", "5"), Optional.empty()),
            figure(Changes.Extent.ROW, "表2 收入决算表", "行政运行", "拨款", printed("0.50", "5"), Optional.empty()),
            figure(Changes.Extent.ROW, "表2 收入决算表", "机关服务", "合计", Optional.empty(), printed("1.00", "6"))), List.of()))).containsExactly(
            List.of("表2 收入决算表，2010101 行政运行", "", "合计 1.00万元；拨款 0.50万元", "（删去）"),
            List.of("表2 收入决算表，2010101 机关服务", "6", "（无）", "合计 1.00万元"));
    }

    /** A row of the table may not become higher than a page. */
    @Test
    void longTextsAreCutAroundWhatDiffers() {
        String same = "相同的话，".repeat(60);
        List<String> line = lines(table(List.of(), List.of(sentence("第一部分 › 一、", same + "旧" + same, same + "新" + same)))).get(0);
        assertThat(line.get(2)).startsWith("……").endsWith("……").contains("旧").hasSizeLessThan(200);
        assertThat(line.get(3)).startsWith("……").endsWith("……").contains("新").hasSizeLessThan(200);
    }
}
