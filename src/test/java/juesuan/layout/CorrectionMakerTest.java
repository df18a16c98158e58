package juesuan.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import juesuan.model.Changes;
import juesuan.model.Document;
import juesuan.model.Grid;
import juesuan.model.Paragraph;
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
        return part(figures, texts).tables().get(0);
    }

    private static Document.Part part(List<Changes.Figure> figures, List<Changes.Text> texts) {
        Changes changes = new Changes(VERSION, VERSION, figures, texts);
        return CorrectionMaker.correct(PLAIN, STYLE, changes, 2, "写错了。", "2024年11月20日").correction().orElseThrow();
    }

    /** Place, page, was, is. */
    private static List<List<String>> lines(Document.Table table) {
        return table.grid().body().stream().map(line -> line.cells().stream().skip(1).map(Grid.Cell::text).toList()).toList();
    }

    @ParameterizedTest(name = "{0} lines more than there is room for")
    @ValueSource(ints = {-1, 0, 1, 1234})
    void whatHasNoRoomIsCounted(int over) {
        int changed = STYLE.correction().most() + over;
        Document.Part part = part(List.of(), IntStream.range(0, changed).mapToObj(i -> sentence("第一部分 › 一、", i + "。", i + "！")).toList());
        Document.Table table = part.tables().get(0);
        List<String> paragraphs = part.sections().get(0).paragraphs().stream().map(Paragraph::text).toList();
        int shown = Math.min(changed, STYLE.correction().most());
        assertThat(table.grid().body()).hasSize(shown);
        assertThat(lines(table).get(shown - 1)).containsExactly("第一部分 › 一、", "1", shown - 1 + "。", shown - 1 + "！");
        assertThat(table.grid().body()).extracting(line -> line.cells().get(0).text())
            .containsExactlyElementsOf(IntStream.rangeClosed(1, shown).mapToObj(String::valueOf).toList());
        assertThat(paragraphs).as("before the table that names not all").hasSize(STYLE.correction().paragraphs().size() + table.notes().size()).endsWith(table.notes().toArray(String[]::new));
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

    @Test
    void wideRowsThatCameOrWentKeepTheirLastFigures() {
        List<Changes.Figure> figures = IntStream.rangeClosed(1, 12).mapToObj(i -> figure(Changes.Extent.ROW, "表9 “三公”经费支出决算表", "合计",
            "决算数／公务用车购置及运行维护费／第" + i + "栏", printed("123,456.0" + i, "5"), Optional.empty())).toList();
        assertThat(lines(table(figures, List.of())).get(0).get(2)).startsWith("决算数").contains("第1栏 123,456.01万元；").endsWith("第12栏 123,456.012万元");
    }

    /** The pages of the list are those of this publication. */
    @Test
    void whatIsNoLongerThereHasNoPage() {
        List<Changes.Figure> gone = List.of(figure(Changes.Extent.SHEET, "项目支出绩效自评表（甲）", "行", "栏", printed("1", "30"), Optional.empty()),
            figure(Changes.Extent.SHEET, "项目支出绩效自评表（乙）", "行", "栏", Optional.empty(), printed("1", "31")));
        Changes.Text text = new Changes.Text(Changes.Extent.ITSELF, "第一部分 › 一、", "", printed("旧。", "9"), Optional.empty());
        assertThat(lines(table(gone, List.of(text)))).containsExactlyInAnyOrder(
            List.of("第一部分 › 一、", "", "旧。", "（删去）"),
            List.of("项目支出绩效自评表（甲）", "", "", "（删去）"),
            List.of("项目支出绩效自评表（乙）", "31", "（无）", "（新增，见所列页）"));
    }

    private static List<String> excerpts(String was, String now) {
        return lines(table(List.of(), List.of(sentence("第一部分 › 一、", was, now)))).get(0).subList(2, 4);
    }

    @Test
    void longTextsAreShownFromTheFirstDifferenceToTheLast() {
        String same = "零一二三四五六七八九".repeat(20);
        assertThat(excerpts(same + "旧" + same + "少" + same, same + "新的" + same + "多" + same)).containsExactly(
            "……" + same.substring(170) + "旧" + same + "少" + same.substring(0, 30) + "……",
            "……" + same.substring(170) + "新的" + same + "多" + same.substring(0, 30) + "……");
        assertThat(excerpts("旧" + same, "新" + same)).containsExactly("旧" + same.substring(0, 30) + "……", "新" + same.substring(0, 30) + "……");
        assertThat(excerpts(same, same + "新")).as("only added").containsExactly("……" + same.substring(170), "……" + same.substring(170) + "新");
        assertThat(excerpts("旧，" + "短句。".repeat(50), "新，" + "短句。".repeat(50))).as("short enough").containsExactly("旧，" + "短句。".repeat(50), "新，" + "短句。".repeat(50));
    }

    /** A row of the table may not become higher than a page. */
    @Test
    void ofWhatIsLongerThanAPageBothEndsAreShown() {
        String was = "旧开头" + "甲乙丙丁".repeat(300) + "旧结尾";
        String now = "新开头" + "戊己庚辛".repeat(300) + "新结尾";
        assertThat(excerpts(was, now).get(0)).startsWith("旧开头").endsWith("旧结尾").contains("……").hasSizeBetween(390, 410);
        assertThat(excerpts(was, now).get(1)).startsWith("新开头").endsWith("新结尾").contains("……").hasSizeBetween(390, 410);
        List<String> gone = lines(table(List.of(), List.of(new Changes.Text(Changes.Extent.ITSELF, "第一部分 › 一、", "", printed(was, "1"), Optional.empty())))).get(0);
        assertThat(gone.get(2)).isEqualTo(excerpts(was, now).get(0));
    }

    /** 䶮 has one char, 𬱖 two: wherever the cuts fall, none goes through it. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void noCharacterIsSplit(int shift) {
        String same = "甲".repeat(shift) + "𬱖".repeat(200);
        String end = "𬱖".repeat(200) + "甲".repeat(shift);
        for (String text : excerpts(same + "𬱗" + end, same + "𬱘" + end)) {
            assertWhole(text);
            assertThat(text).startsWith("……𬱖").endsWith("𬱖……").hasSizeLessThan(80);
        }
        excerpts("旧" + same + same + same + "旧", "新" + end + end + end + "新").forEach(CorrectionMakerTest::assertWhole);
    }

    private static void assertWhole(String text) {
        assertThat(text.codePoints().filter(c -> Character.getType(c) == Character.SURROGATE).count()).as(text).isZero();
    }
}
