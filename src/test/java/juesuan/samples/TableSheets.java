package juesuan.samples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import juesuan.pack.BlockSpec;
import juesuan.pack.Pack;
import juesuan.pack.RowSpec;
import juesuan.samples.Finances.Fund;

/** The nine tables. */
record TableSheets(Finances money, Pack pack, Typing typing) {

    private static final List<Fund> FISCAL = List.of(Fund.GENERAL, Fund.FUND, Fund.CAPITAL);
    private static final List<String> BUDGETS = List.of("一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款");
    private static final String TOTAL = "合计";

    void type() {
        incomeAndExpenditure();
        income();
        expenditure();
        appropriation();
        coded("一般公共预算财政拨款支出决算表", Fund.GENERAL, "本年支出合计");
        economic();
        funds();
        coded("国有资本经营预算财政拨款支出决算表", Fund.CAPITAL, "小计");
        threePublic();
    }

    private void incomeAndExpenditure() {
        typing.sheet("收入支出决算总表");
        Finances.APPROPRIATIONS.forEach(source -> typing.line("收入", source, "决算数", money.income(source)));
        Finances.SOURCES.forEach(source -> typing.line("收入", source, "决算数", money.income(source)));
        long open = money.fiscal(a -> a.open) + money.otherOpen;
        typing.money("收入", "本年收入合计", "决算数", money.allIncome());
        typing.line("收入", "使用非财政拨款结余（含专用结余）", "决算数", money.otherUse);
        typing.line("收入", "年初结转和结余", "决算数", open);
        long total = money.allIncome() + money.otherUse + open;
        typing.money("收入", "总计", "决算数", total);
        Map<String, Long> classes = new TreeMap<>();
        spending().forEach((code, line) -> {
            if (code.length() == 3) {
                classes.put(code, line.get("本年支出合计"));
            }
        });
        byClass("收入支出决算总表", row -> typing.line("支出", row.key(), "决算数", classes.getOrDefault(row.subject(), 0L)));
        typing.money("支出", "本年支出合计", "决算数", money.allSpent());
        typing.line("支出", "结余分配", "决算数", money.otherDistribution);
        typing.line("支出", "年末结转和结余", "决算数", money.fiscal(a -> a.close) + money.otherClose);
        typing.money("支出", "总计", "决算数", total);
    }

    private void byClass(String table, java.util.function.Consumer<RowSpec> line) {
        pack.sheet(table).orElseThrow().block("支出").orElseThrow().rows().stream().filter(row -> !row.subject().isEmpty()).forEach(line);
    }

    private void income() {
        Map<String, Map<String, Long>> lines = new TreeMap<>();
        FISCAL.forEach(fund -> money.accounts.get(fund).forEach((code, account) -> add(lines, code, "财政拨款收入", account.income())));
        money.earned.forEach((source, by) -> by.forEach((code, amount) -> add(lines, code, source, amount)));
        lines.values().removeIf(line -> Finances.sum(line) == 0);
        Map<String, Map<String, Long>> all = added(lines);
        all.values().forEach(line -> line.put("本年收入合计", Finances.sum(line)));
        List<String> columns = new java.util.ArrayList<>(List.of("本年收入合计", "财政拨款收入"));
        columns.addAll(Finances.SOURCES);
        coded("收入决算表", all, columns);
    }

    private Map<String, Map<String, Long>> spending() {
        Map<String, Map<String, Long>> lines = new TreeMap<>();
        money.accounts.forEach((fund, accounts) -> accounts.forEach((code, account) -> {
            add(lines, code, "基本支出", account.basic);
            add(lines, code, "项目支出", account.project);
        }));
        money.ofInstitutions.forEach((kind, amount) -> add(lines, money.main, kind, amount));
        lines.values().removeIf(line -> Finances.sum(line) == 0);
        Map<String, Map<String, Long>> all = added(lines);
        all.values().forEach(line -> line.put("本年支出合计", Finances.sum(line)));
        return all;
    }

    private void expenditure() {
        List<String> columns = new java.util.ArrayList<>(List.of("本年支出合计"));
        columns.addAll(Finances.SPENDING);
        coded("支出决算表", spending(), columns);
    }

    private void coded(String table, Fund fund, String sum) {
        Map<String, Map<String, Long>> lines = new TreeMap<>();
        money.accounts.get(fund).forEach((code, account) -> {
            if (account.basic + account.project > 0) {
                add(lines, code, "基本支出", account.basic);
                add(lines, code, "项目支出", account.project);
            }
        });
        Map<String, Map<String, Long>> all = added(lines);
        all.values().forEach(line -> line.put(sum, Finances.sum(line)));
        coded(table, all, List.of(sum, "基本支出", "项目支出"));
    }

    private void funds() {
        Map<String, Map<String, Long>> lines = new TreeMap<>();
        money.accounts.get(Fund.FUND).forEach((code, account) -> {
            add(lines, code, "年初结转和结余", account.open);
            add(lines, code, "本年收入", account.income());
            add(lines, code, "小计", account.basic + account.project);
            add(lines, code, "基本支出", account.basic);
            add(lines, code, "项目支出", account.project);
            add(lines, code, "年末结转和结余", account.close);
        });
        coded("政府性基金预算财政拨款收入支出决算表", added(lines), List.of("年初结转和结余", "本年收入", "小计", "基本支出", "项目支出", "年末结转和结余"));
    }

    private static void add(Map<String, Map<String, Long>> lines, String code, String column, long amount) {
        lines.computeIfAbsent(code, any -> new LinkedHashMap<>()).merge(column, amount, Long::sum);
    }

    /** With 款, 类 and 合计. */
    private static Map<String, Map<String, Long>> added(Map<String, Map<String, Long>> items) {
        Map<String, Map<String, Long>> all = new TreeMap<>();
        items.forEach((code, line) -> line.forEach((column, amount) -> {
            for (String level : List.of(code, code.substring(0, 5), code.substring(0, 3), TOTAL)) {
                add(all, level, column, amount);
            }
        }));
        return all;
    }

    private void coded(String table, Map<String, Map<String, Long>> lines, List<String> columns) {
        typing.sheet(table);
        Set<String> codes = new TreeSet<>(lines.keySet());
        codes.remove(TOTAL);
        columns.forEach(column -> typing.money("科目", TOTAL, column, lines.getOrDefault(TOTAL, Map.of()).getOrDefault(column, 0L)));
        codes.forEach(code -> {
            typing.text("科目", code, "科目编码", code);
            typing.text("科目", code, "科目名称", money.names.getOrDefault(code, code));
            columns.forEach(column -> typing.line("科目", code, column, lines.get(code).getOrDefault(column, 0L)));
        });
    }

    private void appropriation() {
        typing.sheet("财政拨款收入支出决算总表");
        long income = 0;
        for (int i = 0; i < FISCAL.size(); i++) {
            typing.line("收入", BUDGETS.get(i), "金额", money.income(Finances.APPROPRIATIONS.get(i)));
            typing.line("收入", "年初" + BUDGETS.get(i), "金额", money.total(FISCAL.get(i), a -> a.open));
            income += money.income(Finances.APPROPRIATIONS.get(i));
        }
        typing.money("收入", "本年收入合计", "金额", income);
        typing.line("收入", "年初财政拨款结转和结余", "金额", money.fiscal(a -> a.open));
        typing.money("收入", "总计", "金额", income + money.fiscal(a -> a.open));
        byClass("财政拨款收入支出决算总表", row -> funds(row.key(), fund -> money.accounts.get(fund).entrySet().stream()
            .filter(e -> e.getKey().startsWith(row.subject())).mapToLong(e -> e.getValue().basic + e.getValue().project).sum(), false));
        funds("本年支出合计", money::spent, true);
        funds("年末财政拨款结转和结余", fund -> money.total(fund, a -> a.close), false);
        funds("总计", fund -> money.spent(fund) + money.total(fund, a -> a.close), true);
    }

    private void funds(String row, java.util.function.ToLongFunction<Fund> of, boolean total) {
        long sum = FISCAL.stream().mapToLong(of).sum();
        if (sum != 0 || total) {
            typing.money("支出", row, "合计", sum);
            for (int i = 0; i < FISCAL.size(); i++) {
                typing.money("支出", row, BUDGETS.get(i), of.applyAsLong(FISCAL.get(i)));
            }
        }
    }

    private void economic() {
        String table = "一般公共预算财政拨款基本支出决算明细表";
        typing.sheet(table);
        for (BlockSpec block : pack.sheet(table).orElseThrow().blocks()) {
            for (RowSpec row : block.rows()) {
                if (!row.isGap()) {
                    String codes = switch (row.key()) {
                        case "人员经费合计" -> "30[13]..";
                        case "公用经费合计" -> "3(02|07|10|99)..";
                        default -> row.code().length() == 3 ? row.code() + ".." : row.code();
                    };
                    long amount = money.economic.entrySet().stream().filter(e -> e.getKey().matches(codes)).mapToLong(Map.Entry::getValue).sum();
                    if (row.total()) {
                        typing.money(block.id(), row.key(), "金额", amount);
                    } else {
                        typing.line(block.id(), row.key(), "金额", amount);
                    }
                }
            }
        }
    }

    private void threePublic() {
        typing.sheet("财政拨款“三公”经费支出决算表");
        Map<String, ThreePublic.Item> columns = new LinkedHashMap<>();
        columns.put("合计", money.threePublic.sum(ThreePublic.ITEMS));
        columns.put("公务用车购置及运行维护费", money.threePublic.sum(List.of(ThreePublic.BUYING, ThreePublic.RUNNING)));
        columns.putAll(money.threePublic.items);
        columns.forEach((column, item) -> {
            typing.line("预算数", "金额", column, item.budget());
            typing.line("决算数", "金额", column, item.spent());
        });
    }
}
