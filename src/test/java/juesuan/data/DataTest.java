package juesuan.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import juesuan.model.CellRef;
import juesuan.model.Document;
import juesuan.model.Grid;
import juesuan.model.Maker;
import juesuan.model.Paragraph;
import juesuan.model.Place;
import juesuan.model.Run;
import juesuan.model.Section;
import juesuan.model.Value;
import org.junit.jupiter.api.Test;

/** Both files of one small document. That they say what the PDF says: PublishedFiguresTest. */
class DataTest {

    private static final Maker MAKER = new Maker(new Maker.Part("juesuan", "1.2.3", ""), "own", new Maker.Part("自有", "4.5.6", ""), "");
    private static final CellRef CELL = new CellRef("表", "C6");

    private static final Document DOCUMENT = document("收入决算表", "合计",
        new Run.Figure("1,234.5", "表.块[行, 列]", "万元", Value.of(new BigDecimal("12345000"), CELL)),
        new Run.Words("万元，增长"),
        new Run.Figure("--（基数为0，不可比）", "增减率", "", Value.missing("除数为 0", CELL, new CellRef("表", "D6"))),
        new Run.Typed("原因", new CellRef("表", "E6")));

    private static Document document(String title, String label, Run... runs) {
        Grid.Figure figure = new Grid.Figure(new Place("收入决算表", "科目", "合计", "小计"), CELL, new BigDecimal("1234.50"), "万元",
            label, "201", List.of("本年支出", "小计"), false);
        Grid grid = new Grid(List.of("50%", "50%"), "f90", List.of(), List.of(new Grid.Line(List.of(Grid.Cell.of(label, "label"),
            new Grid.Cell("1,234.50", 1, 1, "num", Optional.of(figure))), "")));
        Section section = new Section("part3-1", 1, "一、总体情况", List.of(new Paragraph(List.of(runs))), List.of());
        return new Document("2023年度某局部门决算", "某局", 2023, "2024年9月", List.of(
            new Document.Part("part2", "第二部分", List.of(), List.of(new Document.Table("part2-2", "收入决算表", "表2", title, "某局",
                "万元", "landscape", grid, List.of("注：无。"))), List.of()),
            new Document.Part("part3", "第三部分", List.of(section), List.of(), List.of())));
    }

    private static JsonNode json() throws IOException {
        return new ObjectMapper().readTree(DataJson.of(DOCUMENT, MAKER));
    }

    @Test
    void aFigureOfATable() throws IOException {
        JsonNode block = json().at("/tables/0/blocks/0");
        assertThat(json().at("/tables/0/number").asText()).isEqualTo("表2");
        assertThat(block.at("/columns/0").toString()).isEqualTo("{\"id\":\"小计\",\"path\":[\"本年支出\",\"小计\"]}");
        assertThat(block.at("/rows/0").toString()).isEqualTo("{\"key\":\"合计\",\"label\":\"合计\",\"code\":\"201\",\"figures\":["
            + "{\"column\":\"小计\",\"value\":\"1234.50\",\"unit\":\"万元\",\"text\":\"1,234.50\",\"cell\":\"表!C6\"}]}");
    }

    @Test
    void figuresOfTheText() throws IOException {
        JsonNode paragraph = json().at("/text/0/sections/0/paragraphs/0");
        assertThat(paragraph.path("text").asText()).isEqualTo("1,234.5万元，增长--（基数为0，不可比）原因");
        assertThat(paragraph.at("/figures/0").toString()).as("the printed digits, not the 元 behind them").isEqualTo("{\"label\":"
            + "\"表.块[行, 列]\",\"text\":\"1,234.5\",\"value\":\"1234.5\",\"unit\":\"万元\",\"start\":0,\"cells\":[\"表!C6\"]}");
        assertThat(paragraph.at("/figures/1/value").isNull()).as("words that stand for a ratio").isTrue();
        assertThat(paragraph.at("/figures/1/cells")).hasSize(2);
    }

    @Test
    void theSchemaDescribesItAndForbidsAllElse() throws IOException {
        assertThat(SchemaFile.data().problems(DataJson.of(DOCUMENT, MAKER))).isEmpty();
        ObjectNode wrong = (ObjectNode) json();
        wrong.put("author", "某人");
        ((ObjectNode) wrong.at("/tables/0/blocks/0/rows/0/figures/0")).put("value", 1234.5);
        wrong.remove("year");
        assertThat(SchemaFile.data().problems(wrong.toString().getBytes(StandardCharsets.UTF_8))).hasSize(3);
    }

    @Test
    void everyPropertyOfTheSchemasIsDescribedInChinese() throws IOException {
        for (SchemaFile schema : List.of(SchemaFile.data(), SchemaFile.manifest())) {
            for (JsonNode properties : new ObjectMapper().readTree(schema.path().toFile()).findValues("properties")) {
                for (Map.Entry<String, JsonNode> property : properties.properties()) {
                    assertThat(property.getValue().path("description").asText()
                        + property.getValue().path("$ref").asText()).as(schema + ": " + property.getKey())
                        .matches(text -> text.codePoints().anyMatch(Character::isIdeographic) || text.startsWith("#/$defs/"));
                }
            }
        }
    }

    @Test
    void linesOfTheCsv() {
        byte[] csv = DataCsv.of(DOCUMENT);
        assertThat(new String(csv, StandardCharsets.UTF_8)).startsWith("\uFEFF部门,年度,").endsWith("\r\n");
        List<Map<String, String>> rows = CsvText.of(csv).rows();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).values()).containsExactly("某局", "2023", "决算表", "表2", "收入决算表", "收入决算表", "科目", "合计", "合计",
            "201", "小计", "本年支出／小计", "万元", "1234.50", "1,234.50", "表!C6");
        assertThat(rows.get(1)).containsEntry("类别", "正文").containsEntry("块", "一、总体情况").containsEntry("数值", "1234.5");
        assertThat(rows.get(2)).containsEntry("数值", "").containsEntry("来源单元格", "表!C6；表!D6");
    }

    @Test
    void whatIsTypedCannotBecomeAFormulaOfASpreadsheet() {
        Document typed = document("=HYPERLINK(\"x\",1)\n第二行", "@SUM(1,2)");
        Map<String, String> row = CsvText.of(DataCsv.of(typed)).rows().get(0);
        assertThat(row).containsEntry("标题", "'=HYPERLINK(\"x\",1)\n第二行").containsEntry("行名", "'@SUM(1,2)");
        Run.Figure negative = new Run.Figure("-5.00", "结余", "万元", new Value.Known(new BigDecimal("-50000"), Set.of(CELL)));
        assertThat(CsvText.of(DataCsv.of(document("表", "行", negative))).rows().get(1)).containsEntry("印出的文字", "-5.00");
    }
}
