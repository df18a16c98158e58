package juesuan.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import juesuan.formula.Expression;
import juesuan.formula.Sentence;

/**
 * Checks a bound pack as a whole: every label, formula and placeholder must mean something, so that a
 * slip in a pack is found when the pack is loaded, not in somebody's published document.
 *
 * @param sheetFiles in the order of the pack's sheets
 * @param ruleSpots by the rule's id
 */
record PackCheck(Pack pack, Origin packFile, List<Origin> sheetFiles, Map<String, Origin> textFiles,
                 Map<String, DeclarationPlace> ruleSpots) {

    /** What may stand in any sentence of the text. */
    static final Set<String> NAMES = new TreeSet<>(Set.of("部门名称", "年度", "上年度"));
    /** What may stand in titles and notes, which know no figures. */
    static final Set<String> PLAIN_NAMES = new TreeSet<>(Set.of("部门名称", "年度"));
    static final Set<String> RATIOS = new TreeSet<>(Set.of("占比", "完成率", "变动率"));

    /** What may stand in the origin of a number that is printed in no table. */
    static final Set<String> FILED = new TreeSet<>(Set.of("部门名称", "年度", "上年度", "表", "行", "栏", "数"));

    private static final Set<String> CHANGE_NAMES =
        new TreeSet<>(Set.of("基数", "增减额", "增减率", "原因", "年度", "上年度", "部门名称"));

    /** The printed change would be 0. */
    private static final Set<String> NEARLY_FLAT_NAMES = new TreeSet<>(Set.of("基数", "原因", "年度", "上年度", "部门名称"));

    /** Of nothing nobody has to give a reason. */
    private static final Set<String> NONE_NAMES = new TreeSet<>(Set.of("基数", "年度", "上年度", "部门名称"));

    void run() {
        DeclarationPlace spot = DeclarationPlace.of(packFile);
        pack.changes().forEach((name, wording) -> changes(spot.at("changes", name), wording));
        for (String kind : RATIOS) {
            spot.at("style", "zero").require(pack.style().zero().containsKey(kind), "style.zero 里缺“" + kind + "”");
            spot.at("style", "negative").require(kind.equals(ColumnSpec.RATE_OF_CHANGE) || pack.style().negative().containsKey(kind),
                "style.negative 里缺“" + kind + "”");
        }
        words(spot.at("title"), pack.title(), NAMES);
        DeclarationPlace sources = spot.at("style", "sources");
        words(sources.at("line"), pack.style().sources().line(), Set.of("行次"));
        words(sources.at("table"), pack.style().sources().table(), new TreeSet<>(Set.of("表号", "表", "行", "栏")));
        words(sources.at("form"), pack.style().sources().form(), new TreeSet<>(Set.of("表", "名", "行", "栏")));
        words(sources.at("filed"), pack.style().sources().filed(), FILED);
        List<String> ids = pack.sheets().stream().map(SheetSpec::id).toList();
        for (int i = 0; i < ids.size(); i++) {
            DeclarationPlace.of(sheetFiles.get(i)).at("id")
                .require(ids.indexOf(ids.get(i)) == i, "有两页的 id 都是“" + ids.get(i) + "”");
        }
        for (int i = 0; i < pack.parts().size(); i++) {
            part(spot.at("parts", i), pack.parts().get(i));
        }
        for (int i = 0; i < ids.size(); i++) {
            new SheetCheck(pack, pack.sheets().get(i), DeclarationPlace.of(sheetFiles.get(i))).run();
        }
        textFiles.forEach((file, origin) -> new TextCheck(pack, pack.texts().get(file), DeclarationPlace.of(origin)).run());
        spot.at("style", "announcement").check(() -> Sentence.parse(pack.style().announcement()).parts().stream()
            .filter(Sentence.Formula.class::isInstance).forEach(part -> resolve(pack, ((Sentence.Formula) part).expression(), Scope.NONE)));
        pack.rules().stream().filter(RuleSpec::isOn).forEach(rule -> ruleSpots.get(rule.id()).check(() -> Rule.of(pack, rule)));
        for (int i = 0; i < pack.charts().size(); i++) {
            pack.charts().get(i).check(pack, spot.at("charts", i));
        }
    }

    private static void changes(DeclarationPlace spot, Wording wording) {
        words(spot.at("increase"), wording.increase(), CHANGE_NAMES);
        words(spot.at("decrease"), wording.decrease(), CHANGE_NAMES);
        words(spot.at("flat"), wording.flat(), CHANGE_NAMES);
        spot.at("nearlyFlat").require(!wording.nearlyFlat().isEmpty() || wording.flat().isEmpty(),
            "有 flat 就要有 nearlyFlat：印出来一样、按元算却不一样的，不能说持平，例如：基本持平");
        words(spot.at("nearlyFlat"), wording.nearlyFlat(), NEARLY_FLAT_NAMES);
        words(spot.at("minor"), wording.minor(), CHANGE_NAMES);
        words(spot.at("none"), wording.none(), NONE_NAMES);
        words(spot.at("fromZero"), wording.fromZero(), CHANGE_NAMES);
    }

    private void part(DeclarationPlace spot, PartSpec part) {
        words(spot.at("title"), part.title(), PLAIN_NAMES);
        for (int i = 0; i < part.tables().size(); i++) {
            String table = part.tables().get(i);
            Optional<SheetSpec> sheet = pack.sheet(table);
            List<String> ids = pack.sheets().stream().map(SheetSpec::id).toList();
            spot.at("tables", i).require(sheet.isPresent(), "“" + table + "”不是任何一页的 id" + Similar.hint(table, ids));
            spot.at("tables", i).require(
                (sheet.get().kind() == SheetSpec.Kind.PERFORMANCE) == (part.kind() == PartSpec.Kind.PERFORMANCE),
                "“" + table + "”的 kind 与这一部分的 kind 不符");
        }
        for (int i = 0; i < part.together().size(); i++) {
            String table = part.together().get(i);
            spot.at("together", i).require(part.kind() == PartSpec.Kind.TABLES && part.tables().contains(table),
                "“" + table + "”不在这一部分的 tables 里" + Similar.hint(table, part.tables()));
        }
    }

    /** Checks a text in which only names stand, no figures. */
    static void words(DeclarationPlace spot, String text, Set<String> names) {
        spot.check(() -> {
            for (Sentence.Part part : Sentence.parse(text).parts()) {
                if (part instanceof Sentence.Name name && !names.contains(name.name())) {
                    throw new IllegalArgumentException("不认识 {" + name.name() + "}" + Similar.hint(name.name(), names)
                        + "，" + (names.isEmpty() ? "这里不能用花括号" : "这里可以用 " + braces(names)));
                }
                if (part instanceof Sentence.Formula formula) {
                    throw new IllegalArgumentException("这里不能用公式 {" + formula.text() + "}"
                        + (names.isEmpty() ? "" : "，可以用 " + braces(names)));
                }
            }
        });
    }

    static String braces(Set<String> names) {
        return "{" + String.join("}、{", names) + "}";
    }

    /** Every reference of a formula must mean one declared place. */
    static void resolve(Pack pack, Expression expression, Scope scope) {
        expression.references(reference -> pack.resolve(reference, scope));
    }

    /** Checks keys and ranges {@code 甲..乙} against the names they are taken from. */
    static void range(DeclarationPlace spot, String range, List<String> known) {
        int before = -1;
        for (String name : range.split("\\.\\.")) {
            int at = known.indexOf(name);
            spot.require(at >= 0, "“" + name + "”不存在" + Similar.hint(name, known));
            spot.require(at > before, "“" + range + "”的先后反了");
            before = at;
        }
    }

    /** A scope in which the block's row may be left out. */
    static Scope anyRow(Scope scope, BlockSpec block) {
        return scope.row(block.rows().stream().filter(row -> !row.isGap()).findFirst().map(RowSpec::key).orElse("1"));
    }
}
