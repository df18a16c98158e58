package juesuan.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.model.UserError;

/** Reads a pack: merges the packs it extends, binds its files, then has everything checked. */
final class PackLoader {

    private final PackFiles files;
    private final String id;
    private final int year;
    /** The pack itself first, then what it extends: the order in which a file is looked for. */
    private final List<String> lineage = new ArrayList<>();
    private final List<Yaml> packs = new ArrayList<>();

    PackLoader(PackFiles files, String id, int year) {
        this.files = files;
        this.id = id;
        this.year = year;
    }

    Pack load() {
        JsonNode merged = merge(id, Optional.empty());
        PackSpec spec = own().bind(merged, PackSpec.class);
        if (year < spec.years().from() || year > spec.years().to()) {
            throw new UserError("地区包“" + spec.name() + "”适用于 " + spec.years().from() + " 至 " + spec.years().to()
                + " 年度，不适用于 " + year + " 年度，请检查年度，或者换用、更新地区包。");
        }
        DeclarationPlace spot = DeclarationPlace.of(own());
        List<Origin> sheetFiles = new ArrayList<>();
        List<SheetSpec> sheets = new ArrayList<>();
        for (int i = 0; i < spec.sheets().size(); i++) {
            Yaml file = file(spec.sheets().get(i), spot.at("sheets", i));
            sheetFiles.add(new Origin(List.of(file)));
            sheets.add(sheetFiles.get(i).bind(withBasis(file.tree(), spec.style()), SheetSpec.class));
        }
        Map<String, Origin> textFiles = new LinkedHashMap<>();
        Map<String, TextSpec> texts = new LinkedHashMap<>();
        for (int i = 0; i < spec.parts().size(); i++) {
            PartSpec part = spec.parts().get(i);
            if (part.kind() == PartSpec.Kind.TEXT) {
                text(part.file(), spot.at("parts", i, "file"), textFiles, texts);
            }
        }
        if (!spec.summary().isEmpty()) {
            text(spec.summary(), spot.at("summary"), textFiles, texts);
        }
        Map<String, CodeList> codes = new LinkedHashMap<>();
        CodeLists lists = new CodeLists(resources(), spec.years(), year);
        spec.codes().forEach((name, path) -> codes.put(name, lists.find(path, spot.at("codes", name))));
        Map<String, DeclarationPlace> ruleSpots = new LinkedHashMap<>();
        List<RuleSpec> rules = rules(spec, spot, ruleSpots);
        Pack pack = new Pack(spec.id(), spec.name(), spec.version(), year, spec.title(), sheets, spec.parts(), spec.summary(), texts,
            codes, lists.renamed(), spec.style(), spec.changes(), rules, spec.charts(), spec.instructions(), resources(), figures(sheets, spec));
        // The program's own packs were checked when it was built; with files of the office among them everything may be wrong.
        if (files.folder().isPresent()) {
            new PackCheck(pack, own(), sheetFiles, textFiles, ruleSpots).run();
        }
        return pack;
    }

    /** The pack at the root of the lineage names the figures: its tables are read again only where this pack has others. */
    private FigurePlaces figures(List<SheetSpec> sheets, PackSpec spec) {
        String root = lineage.get(lineage.size() - 1);
        Map<String, SheetSpec> shared = new LinkedHashMap<>();
        for (int i = 0; i < sheets.size(); i++) {
            String path = spec.sheets().get(i);
            boolean inherited = lineage.stream().limit(lineage.size() - 1).noneMatch(pack -> files.has(pack + "/" + path));
            if (inherited) {
                shared.put(path, sheets.get(i));
            }
        }
        return new FigurePlaces(sheets, shared.values().stream().map(SheetSpec::id).toList(), () -> {
            List<SheetSpec> national = new ArrayList<>();
            packs.get(packs.size() - 1).tree().path("sheets").forEach(path -> national.add(shared.containsKey(path.asText())
                ? shared.get(path.asText()) : national(root, path.asText(), spec.style())));
            return national;
        });
    }

    private SheetSpec national(String root, String path, Style style) {
        Yaml file = Yaml.read(new Resources(files, List.of(root)).source(path)
            .orElseThrow(() -> new UserError(root + "/" + Pack.FILE + "：找不到文件 " + path)));
        return new Origin(List.of(file)).bind(withBasis(file.tree(), style), SheetSpec.class);
    }

    private void text(String path, DeclarationPlace named, Map<String, Origin> origins, Map<String, TextSpec> texts) {
        Yaml file = file(path, named);
        origins.put(path, new Origin(List.of(file)));
        texts.put(path, file.bind(TextSpec.class));
    }

    /** @param spots where each rule was written, to be filled */
    private List<RuleSpec> rules(PackSpec spec, DeclarationPlace spot, Map<String, DeclarationPlace> spots) {
        List<RuleSpec> rules = new ArrayList<>();
        for (int i = 0; i < spec.rules().size(); i++) {
            Yaml file = file(spec.rules().get(i), spot.at("rules", i));
            List<RuleSpec> written = file.bind(RuleSpec.File.class).rules();
            for (int k = 0; k < written.size(); k++) {
                RuleSpec rule = written.get(k);
                DeclarationPlace at = DeclarationPlace.of(new Origin(List.of(file))).at("rules", k);
                at.at("id").require(spots.put(rule.id(), at) == null, "有两条规则的编号都是“" + rule.id() + "”");
                RuleSpec.Change change = spec.ruleChanges().get(rule.id());
                rules.add(change == null ? rule : rule.changed(change));
            }
        }
        spec.ruleChanges().keySet().forEach(rule -> spot.at("ruleChanges", rule).require(spots.containsKey(rule),
            "没有编号为“" + rule + "”的规则" + Similar.hint(rule, spots.keySet())));
        return rules;
    }

    /** @param extending where the pack that extends this one says so */
    private JsonNode merge(String packId, Optional<DeclarationPlace> extending) {
        Optional<PackFiles.Source> source = packId.matches("[A-Za-z0-9_-]+")
            ? files.find(packId + "/" + Pack.FILE) : Optional.empty();
        if (source.isEmpty()) {
            String unknown = "没有叫“" + packId + "”的地区包" + Similar.hint(packId, files.packs())
                + "，可用的有：" + String.join("、", files.packs()) + "。";
            throw extending.map(spot -> spot.wrong(unknown)).orElseGet(() -> new UserError(unknown));
        }
        Yaml yaml = Yaml.read(source.get());
        DeclarationPlace spot = DeclarationPlace.of(new Origin(List.of(yaml)));
        spot.at("id").require(yaml.tree().path("id").asText().equals(packId), "id 应与文件夹的名字“" + packId + "”一致");
        packs.add(yaml);
        lineage.add(packId);
        if (!yaml.tree().has("extends")) {
            return yaml.tree();
        }
        String parent = yaml.tree().path("extends").asText();
        spot.at("extends").require(!lineage.contains(parent), "extends 绕回了“" + parent + "”自己");
        return overlay(merge(parent, Optional.of(spot.at("extends"))), yaml.tree());
    }

    /** Maps are merged key by key, everything else is replaced. */
    private static JsonNode overlay(JsonNode base, JsonNode top) {
        if (!base.isObject() || !top.isObject()) {
            return top;
        }
        ObjectNode result = ((ObjectNode) base).deepCopy();
        top.properties().forEach(entry -> result.set(entry.getKey(), result.has(entry.getKey())
            ? overlay(result.get(entry.getKey()), entry.getValue())
            : entry.getValue()));
        return result;
    }

    private Yaml file(String path, DeclarationPlace named) {
        return resources().source(path).map(Yaml::read).orElseThrow(() -> named.wrong("找不到文件 " + path));
    }

    private Resources resources() {
        return new Resources(files, lineage);
    }

    private Origin own() {
        return new Origin(packs);
    }

    /**
     * {@code {预算口径}} in a block's texts is 年初 or 全年, as the style says for that block; elsewhere the
     * block's id goes before it.
     */
    private static JsonNode withBasis(JsonNode sheet, Style style) {
        JsonNode copy = sheet.deepCopy();
        for (JsonNode block : copy.path("blocks")) {
            Style.BudgetBasis basis = style.budgetBasis().get(block.path("id").asText());
            if (basis != null) {
                replace(block, "{预算口径}", basis.label());
            }
        }
        style.budgetBasis().forEach((block, basis) -> replace(copy, "{" + block + "预算口径}", basis.label()));
        return copy;
    }

    private static void replace(JsonNode node, String placeholder, String text) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> {
                if (entry.getValue().isTextual()) {
                    object.put(entry.getKey(), entry.getValue().asText().replace(placeholder, text));
                } else {
                    replace(entry.getValue(), placeholder, text);
                }
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isTextual()) {
                    array.set(i, array.get(i).asText().replace(placeholder, text));
                } else {
                    replace(array.get(i), placeholder, text);
                }
            }
        }
    }
}
