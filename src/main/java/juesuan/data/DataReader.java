package juesuan.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import juesuan.model.Edition;
import juesuan.model.UserError;

/** A published {@code data.json}, read back. */
public final class DataReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DataReader() {
    }

    /**
     * @param where named when it cannot be read
     * @throws UserError when it is no data.json of this version
     */
    public static Edition read(byte[] json, String where) {
        try {
            JsonNode root = JSON.readTree(json);
            if (root == null || !root.path("format").asText().equals("juesuan-data")) {
                throw new UserError(where + " 不是 generate 生成的 data.json，请重新取得整个公开文件夹。");
            }
            if (root.path("formatVersion").asInt() != DataJson.VERSION || !root.has("parts")) {
                throw new UserError(where + " 是另一个版本的程序（" + root.path("product").path("version").asText()
                    + "）生成的，这个程序读不懂；请用当时的工作簿比较。");
            }
            return edition(root);
        } catch (IOException e) {
            throw new UserError(where + " 已经损坏，读不出来；请重新取得整个公开文件夹。", e);
        }
    }

    private static Edition edition(JsonNode root) {
        List<Edition.Sheet> sheets = new ArrayList<>();
        root.path("tables").forEach(table -> sheets.add(sheet(table)));
        root.path("forms").forEach(form -> sheets.add(sheet(form)));
        List<Edition.Section> sections = new ArrayList<>();
        for (JsonNode part : root.path("text")) {
            List<String> headings = new ArrayList<>();
            for (JsonNode section : part.path("sections")) {
                int level = section.path("level").asInt();
                while (headings.size() >= Math.max(level, 1)) {
                    headings.remove(headings.size() - 1);
                }
                headings.add(text(section, "heading"));
                List<Edition.Paragraph> paragraphs = new ArrayList<>();
                section.path("paragraphs").forEach(paragraph -> paragraphs.add(paragraph(paragraph)));
                sections.add(new Edition.Section(text(part, "title"), headings, paragraphs));
            }
        }
        return new Edition(text(root, "title"), text(root, "department"), root.path("year").asInt(), text(root, "date"),
            texts(root.path("parts")), sheets, sections);
    }

    private static Edition.Sheet sheet(JsonNode node) {
        Map<List<String>, Edition.Row> rows = new LinkedHashMap<>();
        for (JsonNode block : node.path("blocks")) {
            Map<String, List<String>> paths = new LinkedHashMap<>();
            block.path("columns").forEach(column -> paths.put(text(column, "id"), texts(column.path("path"))));
            for (JsonNode row : block.path("rows")) {
                List<Edition.Cell> cells = new ArrayList<>();
                row.path("figures").forEach(figure -> cells.add(new Edition.Cell(text(figure, "column"),
                    paths.getOrDefault(text(figure, "column"), List.of()), text(figure, "text"), text(figure, "unit"), true)));
                rows.put(List.of(text(block, "id"), text(row, "key")),
                    new Edition.Row(text(block, "id"), text(row, "key"), text(row, "label"), text(row, "code"), cells));
            }
        }
        for (JsonNode typed : node.path("texts")) {
            Edition.Cell cell = new Edition.Cell(text(typed, "column"), texts(typed.path("path")), text(typed, "text"), "", false);
            rows.merge(List.of(text(typed, "block"), text(typed, "row")), new Edition.Row(text(typed, "block"), text(typed, "row"),
                text(typed, "label"), "", List.of(cell)), DataReader::joined);
        }
        return new Edition.Sheet(text(node, "id"), text(node, "number"), text(node, "title"), text(node, "name"),
            texts(node.path("notes")), List.copyOf(rows.values()));
    }

    private static Edition.Row joined(Edition.Row row, Edition.Row more) {
        List<Edition.Cell> cells = new ArrayList<>(row.cells());
        cells.addAll(more.cells());
        return new Edition.Row(row.block(), row.key(), row.label(), row.code(), cells);
    }

    private static Edition.Paragraph paragraph(JsonNode node) {
        List<Edition.Figure> figures = new ArrayList<>();
        node.path("figures").forEach(figure -> figures.add(new Edition.Figure(text(figure, "label"), text(figure, "text"),
            text(figure, "unit"), figure.path("start").asInt())));
        return new Edition.Paragraph(text(node, "text"), figures);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
