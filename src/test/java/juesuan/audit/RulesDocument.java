package juesuan.audit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import juesuan.model.Finding.Severity;
import juesuan.pack.NamedCheck;
import juesuan.pack.Pack;
import juesuan.pack.RuleFiles;
import juesuan.pack.RuleSpec;
import juesuan.samples.Samples;

/** {@code docs/rules.md}: the rules of the packs, and how every known identity is kept. */
final class RulesDocument {

    private static final String NATIONAL = "national";
    private static final Map<String, String> KEEPERS = Map.of("W", "读入 ", "N", "生成 ");

    private final List<String> lines = new ArrayList<>();

    private RulesDocument() {
    }

    static List<String> lines() {
        RulesDocument document = new RulesDocument();
        document.write();
        return document.lines;
    }

    private void write() {
        List<RuleFiles.File> files = RuleFiles.of(NATIONAL);
        long rules = files.stream().mapToLong(file -> file.rules().size()).sum();
        lines.addAll(List.of("# 审核规则", "",
            "本页由测试从 `templates/" + NATIONAL + "/rules/` 和 `src/test/resources/audit/identities.txt` 生成，不要直接改；重写用",
            "`mvn -q test -Dtest=RulesDocumentTest -Dgolden.refresh=true`。", "",
            "全国通用包有 " + rules + " 条规则。**错误**不改正不能公开（或者用 `--accept 编号=理由` 写明理由）；**提醒**请核对；**提示**供参考。"
                + "元的工作簿分毫不差；万元的工作簿，加总相差不超过参加计算的、不为 0 的数每个 0.005 的，算尾数误差，只作提示；"
                + "同一个数在两张表里差 0.01 是提醒，再多是错误。", "",
            "等式的写法：`表.块[行, 列]` 是一格；`*` 是逐行、逐列；`甲..乙` 是从甲到乙；`类`、`款`、`项`、`下级`、`全部` 是这样的各行；"
                + "`sum` 合计，`count` 不为 0 的有几个，`filled` 填了是 1，`is` 正是这个词是 1，`days` 相隔几天，`round` 四舍五入。", ""));
        files.forEach(this::write);
        RuleFiles.packs().stream().filter(pack -> !pack.equals(NATIONAL)).forEach(this::changes);
        identities();
    }

    private void write(RuleFiles.File file) {
        String[] about = (file.about() + "。").split("[。：]", 2);
        lines.addAll(List.of("## " + about[0], "", "`" + file.name() + "`。" + about[1].replaceFirst("。$", ""), "",
            "| 编号 | 规则 | 级别 | 等式 | 依据 | 怎么改 |", "|---|---|---|---|---|---|"));
        file.rules().forEach(rule -> row(rule.id(), rule.title() + (rule.isOn() ? "" : "（停用：" + rule.off() + "）"),
            severity(rule.severity()), said(rule), rule.basis(), rule.hint()));
        lines.add("");
    }

    /** Their {@code with} is regular expressions, which say nothing to the reader of this document. */
    private static final Set<NamedCheck> TEXTS = EnumSet.of(NamedCheck.CHANGE_DIRECTION, NamedCheck.CHANGE_SIZE,
        NamedCheck.STATED_FIGURES, NamedCheck.EMPTY_REASONS, NamedCheck.REASON_WORDS);

    private static String said(RuleSpec rule) {
        List<String> parts = new ArrayList<>();
        if (!rule.within().isEmpty()) {
            parts.add("在" + rule.within() + "里：");
        }
        rule.named().ifPresent(named -> parts.add("由程序核对：" + label(named)));
        if (rule.named().filter(TEXTS::contains).isEmpty()) {
            rule.with().forEach((name, value) -> parts.add(name + "：" + code(value)));
        }
        if (!rule.find().isEmpty()) {
            parts.add("由程序核对：填报的文字，" + rule.find().size() + " 种样式");
        }
        rule.check().forEach(check -> parts.add(code(check.check()) + turns(check.rows(), check.columns()) + when(check.when())));
        return String.join("<br>", parts) + turns(rule.rows(), rule.columns()) + when(rule.when());
    }

    private static String turns(List<String> rows, List<String> columns) {
        return (rows.isEmpty() ? "" : "（逐行：" + String.join("、", rows) + "）")
            + (columns.isEmpty() ? "" : "（逐列：" + String.join("、", columns) + "）");
    }

    private static String when(List<String> when) {
        return when.isEmpty() ? "" : "<br>　条件：" + when.stream().map(RulesDocument::code).collect(Collectors.joining("，而且 "));
    }

    private static String code(String text) {
        return "`" + text.replaceAll("\\s+", " ").strip() + "`";
    }

    /** How a pack writes the name of a check of the program. */
    private static String label(Enum<?> named) {
        try {
            return named.getDeclaringClass().getField(named.name())
                .getAnnotation(com.fasterxml.jackson.annotation.JsonProperty.class).value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "错误";
            case WARNING -> "提醒";
            case INFO -> "提示";
        };
    }

    /** What a pack says otherwise than the national one. */
    private void changes(String id) {
        Pack pack = Samples.pack(id);
        Map<String, RuleSpec> national = new LinkedHashMap<>();
        Samples.pack(NATIONAL).rules().forEach(rule -> national.put(rule.id(), rule));
        lines.addAll(List.of("## 地区包：" + pack.name(), ""));
        List<String> changed = new ArrayList<>();
        pack.rules().stream().filter(rule -> !rule.equals(national.get(rule.id()))).forEach(rule -> changed.add("- " + rule.id() + "："
            + (national.containsKey(rule.id()) ? "" : "本包另有，" + rule.title() + "，" + said(rule) + "，")
            + (rule.isOn() ? severity(rule.severity()) + "，" + rule.hint() : "停用，" + rule.off()) + "。"));
        national.keySet().removeAll(pack.rules().stream().map(RuleSpec::id).toList());
        national.keySet().forEach(rule -> changed.add("- " + rule + "：本包没有。"));
        lines.addAll(changed.isEmpty() ? List.of("规则与全国通用包相同。") : changed);
        lines.add("");
    }

    private void identities() {
        List<Identity> all = Identity.all();
        lines.addAll(List.of("## 勾稽关系一览", "",
            "部门决算公开已知的 " + all.size() + " 条勾稽关系，各由什么保证。**程序**：数和字由程序从同一格取，不会不一致；"
                + "**文字**：检查填报的文字；**读入**、**生成**：读工作簿、写正文时检查；**不核对**：合法的情形会被误报；**无法判断**：工作簿里没有需要的数。", "",
            "| 编号 | 关系 | 由什么保证 | 说明 |", "|---|---|---|---|"));
        all.forEach(entry -> row(entry.id(), entry.relation(), entry.keepers().stream().map(keeper ->
            KEEPERS.getOrDefault(keeper.substring(0, 1), keeper.matches("[A-Z].*") ? "规则 " : "") + keeper).collect(Collectors.joining("、")),
            entry.remark()));
    }

    private void row(String... cells) {
        lines.add("| " + List.of(cells).stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ")) + " |");
    }
}
