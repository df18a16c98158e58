package juesuan.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import juesuan.model.Document;
import juesuan.model.Grid;
import juesuan.model.Maker;
import juesuan.model.Paragraph;
import juesuan.model.Run;
import juesuan.model.Section;

/** The disclosure as one JSON document; its schema is docs/data.schema.json. */
public final class DataJson {

    /** Raised when a program that reads the file would have to be changed. */
    static final int VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DefaultPrettyPrinter PRETTY = new DefaultPrettyPrinter()
        .withObjectIndenter(new DefaultIndenter("  ", "\n")).withArrayIndenter(new DefaultIndenter("  ", "\n"));
    private static final String ROUNDING = "所有数值都是印在公开文本上的数，用十进制字符串表示，不比公开文本更细。"
        + "以万元公布的金额由元换算，各自四舍五入保留两位小数，所以分项相加与合计可能有尾数误差。";

    private DataJson() {
    }

    public static byte[] of(Document document, Maker maker) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", "juesuan-data").put("formatVersion", VERSION);
        root.putObject("product").put("name", maker.product().name()).put("version", maker.product().version());
        root.putObject("pack").put("id", maker.packId()).put("name", maker.pack().name()).put("version", maker.pack().version());
        root.put("title", document.title()).put("department", document.department()).put("year", document.year())
            .put("date", document.date()).put("unit", "万元").put("rounding", ROUNDING);
        ArrayNode parts = root.putArray("parts");
        document.body().forEach(part -> parts.add(part.title()));
        ArrayNode tables = root.putArray("tables");
        ArrayNode forms = root.putArray("forms");
        ArrayNode text = root.putArray("text");
        for (Document.Part part : document.body()) {
            part.tables().forEach(table -> table(tables.addObject(), table));
            part.forms().forEach(form -> form(forms.addObject(), form));
            if (!part.sections().isEmpty()) {
                text(text.addObject(), part);
            }
        }
        try {
            return (JSON.writer(PRETTY).writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // a tree in memory can always be written
        }
    }

    private static void table(ObjectNode node, Document.Table table) {
        node.put("id", table.sheet()).put("number", table.number()).put("title", table.title()).put("unit", table.unit());
        table.notes().forEach(node.putArray("notes")::add);
        blocks(node.putArray("blocks"), GridFigures.of(List.of(table.grid())));
        texts(node.putArray("texts"), List.of(table.grid()));
    }

    private static void form(ObjectNode node, Document.Form form) {
        node.put("id", form.sheet()).put("title", form.title()).put("name", form.name()).put("unit", form.unit());
        blocks(node.putArray("blocks"), GridFigures.of(form.grids()));
        texts(node.putArray("texts"), form.grids());
    }

    private static void blocks(ArrayNode blocks, GridFigures figures) {
        figures.blocks().forEach((id, rows) -> {
            ObjectNode block = blocks.addObject().put("id", id);
            ArrayNode columns = block.putArray("columns");
            GridFigures.columns(rows).forEach((column, path) ->
                path.forEach(columns.addObject().put("id", column).putArray("path")::add));
            ArrayNode lines = block.putArray("rows");
            rows.forEach((key, row) -> row(lines.addObject(), key, row));
        });
    }

    private static void texts(ArrayNode texts, List<Grid> grids) {
        GridTexts.of(grids).forEach((typed, text) -> {
            ObjectNode node = texts.addObject().put("block", typed.place().block()).put("row", typed.place().row())
                .put("label", typed.row()).put("column", typed.place().column());
            typed.column().forEach(node.putArray("path")::add);
            node.put("text", text);
        });
    }

    private static void row(ObjectNode node, String key, List<GridFigures.Printed> row) {
        node.put("key", key).put("label", row.get(0).figure().row()).put("code", row.get(0).figure().code());
        ArrayNode figures = node.putArray("figures");
        row.forEach(printed -> figures.addObject().put("column", printed.figure().place().column())
            .put("value", printed.figure().number().toPlainString()).put("unit", printed.figure().unit())
            .put("text", printed.text()).put("cell", printed.figure().cell().toString()));
    }

    private static void text(ObjectNode node, Document.Part part) {
        node.put("title", part.title());
        ArrayNode sections = node.putArray("sections");
        for (Section section : part.allSections()) {
            ObjectNode child = sections.addObject().put("id", section.id()).put("level", section.level())
                .put("heading", section.heading());
            ArrayNode paragraphs = child.putArray("paragraphs");
            section.paragraphs().forEach(paragraph -> paragraph(paragraphs.addObject(), paragraph));
        }
    }

    private static void paragraph(ObjectNode node, Paragraph paragraph) {
        node.put("text", paragraph.text());
        ArrayNode figures = node.putArray("figures");
        int start = 0;
        for (Run run : paragraph.runs()) {
            if (run instanceof Run.Figure figure) {
                ObjectNode child = figures.addObject().put("label", figure.label()).put("text", figure.text());
                child.put("value", figure.printed().map(number -> number.toPlainString()).orElse(null));
                child.put("unit", figure.unit()).put("start", start);
                ArrayNode cells = child.putArray("cells");
                figure.value().cells().forEach(cell -> cells.add(cell.toString()));
            }
            start += run.text().codePointCount(0, run.text().length());
        }
    }
}
