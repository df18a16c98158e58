package juesuan.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.bench.Fault.Kind;
import juesuan.bench.FaultBench.Result;
import juesuan.model.Finding;

/** The results per sheet and kind of fault, as a table in Markdown. */
final class FaultTable {

    private FaultTable() {
    }

    static String of(String name, List<Result> results) {
        Map<String, List<Result>> sheets = results.stream()
            .collect(Collectors.groupingBy(result -> result.fault().amount().sheet(), LinkedHashMap::new, Collectors.toList()));
        StringBuilder table = new StringBuilder("\n### " + name + "\n\n| 工作表 |");
        for (Kind kind : Kind.values()) {
            table.append(' ').append(kind.title()).append(" |");
        }
        table.append(" 合计 |\n|---|").append("---|".repeat(Kind.values().length + 1)).append('\n');
        sheets.forEach((sheet, of) -> table.append(row(sheet, of)));
        table.append(row("**表 1–9 合计**", results.stream().filter(FaultTable::inTables).toList()));
        return table.toString();
    }

    /** What is not found, or found without naming the cell, one by one. */
    static String escaped(List<Result> results) {
        Map<String, List<Result>> classes = new TreeMap<>();
        results.stream().filter(result -> !result.named()).forEach(result -> classes.computeIfAbsent(
            result.fault().amount().sheet() + "，" + result.fault().kind().title() + (result.detected() ? "，发现了，没有指到这一格" : "，没有发现"),
            key -> new ArrayList<>()).add(result));
        StringBuilder text = new StringBuilder();
        classes.forEach((name, of) -> {
            text.append("\n").append(name).append("：").append(of.size()).append(" 次\n");
            of.forEach(result -> text.append("- ").append(result.fault()).append(rules(result)).append('\n'));
        });
        return text.toString();
    }

    private static String rules(Result result) {
        return result.found().isEmpty() ? "" : result.found().stream().map(Finding::rule).distinct().collect(Collectors.joining("、", "（", "）"));
    }

    static boolean inTables(Result result) {
        return !Stream.of("上年与预算", "项目支出绩效自评表").toList().contains(result.fault().amount().sheet());
    }

    private static String row(String name, List<Result> results) {
        StringBuilder row = new StringBuilder("| " + name + " |");
        for (Kind kind : Kind.values()) {
            row.append(' ').append(cell(results.stream().filter(result -> result.fault().kind() == kind).toList())).append(" |");
        }
        return row.append(' ').append(cell(results)).append(" |\n").toString();
    }

    private static String cell(List<Result> results) {
        return results.isEmpty() ? "" : results.size() + "：" + percent(results, Result::detected) + " / " + percent(results, Result::named);
    }

    private static String percent(List<Result> results, Predicate<Result> test) {
        long count = results.stream().filter(test).count();
        return count == results.size() ? "100" : String.format(Locale.ROOT, "%.1f", Math.floor(count * 1000.0 / results.size()) / 10);
    }
}
