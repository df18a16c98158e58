package juesuan.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import juesuan.model.Place;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.Pack;
import juesuan.pack.RowSpec;
import juesuan.pack.SheetSpec;

/** Reads samples from {@code src/test/resources/samples/<name>}: forms.yaml, tables/*.csv, performance/*.json. */
final class SampleFiles {

    private final String folder;
    private final Pack pack;
    private final List<Sample.Filled> sheets = new ArrayList<>();

    SampleFiles(String name, Pack pack) {
        this.folder = "/samples/" + name + "/";
        this.pack = pack;
    }

    List<Sample.Filled> sheets() {
        return sheets;
    }

    /** page → block → row → column → typed text. */
    void forms() {
        Map<String, Map<String, Map<String, Map<String, String>>>> forms =
            new org.yaml.snakeyaml.Yaml().load(text("forms.yaml"));
        forms.forEach((sheet, blocks) -> {
            Map<Place, String> cells = new LinkedHashMap<>();
            blocks.forEach((block, rows) -> rows.forEach((row, columns) -> columns.forEach((column, typed) ->
                cells.put(new Place(sheet, block, row, column), typed))));
            sheets.add(new Sample.Filled(sheet, pack.sheet(sheet).orElseThrow().name(), cells));
        });
    }

    /** A table as published: its columns are the declared leaves of its blocks, labels and 行次 included. */
    void table(String sheetId, String file) {
        SheetSpec sheet = pack.sheet(sheetId).orElseThrow();
        Map<Place, String> cells = new LinkedHashMap<>();
        List<String[]> rows = csv("tables/" + file);
        for (int i = 1; i < rows.size(); i++) {
            int at = 0;
            for (BlockSpec block : sheet.blocks()) {
                List<ColumnSpec> leaves = block.leaves();
                String key = key(block, leaves, rows.get(i), at, i - 1);
                for (int c = 0; c < leaves.size(); c++) {
                    String typed = rows.get(i)[at + c];
                    if (leaves.get(c).type().isInput() && !typed.isEmpty() && !key.isEmpty()) {
                        cells.put(new Place(sheetId, block.id(), key, leaves.get(c).id()), typed);
                    }
                }
                at += leaves.size();
            }
        }
        sheets.add(new Sample.Filled(sheetId, sheet.name(), cells));
    }

    private static String key(BlockSpec block, List<ColumnSpec> leaves, String[] row, int at, int index) {
        if (block.codes().isPresent()) {
            return row[at].isEmpty() ? block.codes().get().total() : row[at];
        }
        List<RowSpec> expanded = new ArrayList<>();
        for (RowSpec spec : block.rows()) {
            for (int k = 0; k < Math.max(1, spec.skip()); k++) {
                expanded.add(spec);
            }
        }
        RowSpec spec = expanded.get(index);
        if (spec.isGap()) {
            return "";
        }
        if (!spec.label().equals(row[at])) {
            throw new AssertionError(block.id() + " 第 " + index + " 行应为“" + spec.label() + "”，是“" + row[at] + "”");
        }
        return spec.key();
    }

    /** 表6 as published: one list of 类别, 科目编码, 科目名称, 金额; its codes say which block they belong to. */
    void coded(String sheetId, String file) {
        SheetSpec sheet = pack.sheet(sheetId).orElseThrow();
        Map<Place, String> cells = new LinkedHashMap<>();
        for (String[] row : csv("tables/" + file).stream().skip(1).toList()) {
            String key = row[1].isEmpty() ? row[2] : row[1];
            BlockSpec block = sheet.blocks().stream().filter(b -> b.row(key).isPresent()).findFirst().orElseThrow();
            cells.put(new Place(sheetId, block.id(), key, "金额"), row[3]);
        }
        sheets.add(new Sample.Filled(sheetId, sheet.name(), cells));
    }

    /** 表9 as published: one row of 预算数, one of 决算数. */
    void threePublic(String sheetId, String file) {
        SheetSpec sheet = pack.sheet(sheetId).orElseThrow();
        Map<Place, String> cells = new LinkedHashMap<>();
        for (String[] row : csv("tables/" + file).stream().skip(1).toList()) {
            BlockSpec block = sheet.block(row[0]).orElseThrow();
            for (int c = 0; c < block.leaves().size(); c++) {
                cells.put(new Place(sheetId, block.id(), "金额", block.leaves().get(c).id()), row[c + 1]);
            }
        }
        sheets.add(new Sample.Filled(sheetId, sheet.name(), cells));
    }

    /** A published 自评表; amounts in 元. */
    void performance(String file) {
        String sheet = "项目支出绩效自评表";
        JsonNode json;
        try {
            json = new ObjectMapper().readTree(text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<Place, String> cells = new LinkedHashMap<>();
        for (String row : List.of("项目编码", "项目名称", "绩效自评年度", "实施单位", "一级预算单位")) {
            cells.put(new Place(sheet, "项目", row, "内容"), json.get(row).asText());
        }
        for (JsonNode fund : json.get("资金")) {
            String row = fund.get("项").asText().replace("其中：", "");
            for (String column : List.of("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")) {
                if (!fund.get(column).asText().equals("—")) {
                    cells.put(new Place(sheet, "资金", row, column), fund.get(column).asText());
                }
            }
        }
        for (String column : List.of("预期目标", "实际完成情况")) {
            cells.put(new Place(sheet, "目标", "目标", column), json.get(column).asText());
        }
        int number = 0;
        for (JsonNode indicator : json.get("指标")) {
            String row = String.valueOf(++number);
            for (String column : List.of("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分")) {
                cells.put(new Place(sheet, "指标", row, column), indicator.get(column).asText());
            }
            cells.put(new Place(sheet, "指标", row, "偏差原因"), indicator.get("偏差原因分析及改进措施").asText());
        }
        for (String column : List.of("分值", "得分")) {
            cells.put(new Place(sheet, "总分", "总分", column), json.get("总分").get(column).asText());
        }
        for (String row : List.of("问题", "措施")) {
            if (json.path("叙述").has(row)) {
                cells.put(new Place(sheet, "叙述", row, "内容"), json.get("叙述").get(row).asText());
            }
        }
        sheets.add(new Sample.Filled(sheet, "自评表-" + json.get("项目名称").asText(), cells));
    }

    private List<String[]> csv(String file) {
        return text(file).lines().filter(line -> !line.isBlank()).map(line -> line.split(",", -1)).toList();
    }

    private String text(String file) {
        try (InputStream in = SampleFiles.class.getResourceAsStream(folder + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
