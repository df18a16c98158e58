package juesuan.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import juesuan.samples.Finances.Fund;

/** The pages behind the text: last year and budget, 三公, running costs, procurement, assets. */
final class FormSheets {

    private static final int YEAR = Departments.YEAR;
    private static final long PRINTER = 100_000;

    private final Draw draw;
    private final Profile profile;
    private final Finances money;
    private final Typing typing;
    private final Reasons reasons;
    /** Sentences that print the reason although nothing changed. */
    private final boolean flat;

    FormSheets(Draw draw, Profile profile, Finances money, Typing typing) {
        this.draw = draw;
        this.profile = profile;
        this.money = money;
        this.typing = typing;
        this.reasons = new Reasons(draw, YEAR, profile.unit().equals("万元"));
        this.flat = !profile.isNational();
    }

    void type() {
        basics();
        overview();
        if (profile.isNational()) {
            totals();
        }
        comparison();
        threePublic();
        running();
        procurement();
        assets();
    }

    private void basics() {
        typing.sheet("基本信息");
        typing.text("基本信息", "部门名称", "内容", profile.name());
        typing.number("基本信息", "年度", "内容", YEAR);
        typing.text("基本信息", "金额单位", "内容", profile.unit());
        boolean dated = draw.chance(0.8);
        int day = draw.number(1, 10);
        typing.text("基本信息", "批复日期", "内容", dated && draw.chance(0.6) ? "2024-08-%02d".formatted(day) : "");
        typing.text("基本信息", "公开日期", "内容", dated ? "2024-08-%02d".formatted(day + draw.number(0, 20)) : "");
    }

    private void overview() {
        typing.sheet("概况");
        List<String> duties = draw.some(Vocabulary.list("职责"), draw.number(2, 6));
        List<String> lines = new ArrayList<>();
        String[] numbers = {"（一）", "（二）", "（三）", "（四）", "（五）", "（六）"};
        for (int i = 0; i < duties.size(); i++) {
            lines.add(numbers[i] + duties.get(i) + "。");
        }
        typing.text("概况", "主要职责", "内容", (draw.chance(0.5) ? profile.name() + "的主要职责是：\n" : "") + String.join("\n", lines));
        List<String> sections = draw.some(Vocabulary.list("科室"), draw.number(2, 9));
        int staff = profile.staff();
        typing.text("概况", "机构设置", "内容", (draw.chance(0.5) ? "我单位" : profile.name()) + "内设" + String.join("、", sections.subList(0, sections.size() - 1))
            + "和" + sections.get(sections.size() - 1) + sections.size() + "个科室。核定编制" + (staff + draw.number(0, 9)) + "名，年末实有在编人员" + staff + "人。");
        typing.text("概况", "部门决算单位构成", "内容", "纳入" + YEAR + "年度部门决算编制范围的单位1家，即" + profile.name() + (profile.name().endsWith("）") ? "" : "本级") + "。");
    }

    private void totals() {
        typing.sheet("总体情况");
        long total = money.allSpent() + money.otherDistribution + money.fiscal(a -> a.close) + money.otherClose;
        long fiscal = money.fiscal(a -> a.basic + a.project + a.close);
        total("收支总计", total, money.priorTotal);
        total("财政拨款收支总计", fiscal, money.priorFiscalTotal);
        total("一般公共预算财政拨款支出", money.spent(Fund.GENERAL), money.priorGeneral);
    }

    private void total(String row, long now, long before) {
        typing.money("总体", row, "上年决算数", before);
        typing.text("总体", row, "主要原因", reasons.of("收支总计", now, before, false));
    }

    private void comparison() {
        typing.sheet("上年与预算");
        money.priorIncome.forEach((source, before) -> compared("收入", source, money.income(source), before));
        money.priorSpending.forEach((kind, before) -> compared("支出", kind, money.spent(kind), before));
        for (String source : Finances.APPROPRIATIONS) {
            boolean same = money.income(source) == money.priorIncome.get(source);
            typing.text("财政拨款收入", source, "主要变动情况", flat && same || draw.chance(0.2)
                ? reasons.of(source, money.income(source), money.priorIncome.get(source), flat) : "");
        }
        for (int i = 0; i < Finances.APPROPRIATIONS.size(); i++) {
            String row = Finances.APPROPRIATIONS.get(i).replace("收入", "支出");
            long budget = money.budget.get(Fund.values()[i]);
            typing.money("财政拨款支出", row, "预算数", budget);
            typing.text("财政拨款支出", row, "主要变动情况", withoutFigures(row, money.spent(Fund.values()[i]), budget));
        }
        priorThreePublic();
        carriedOver();
    }

    private void compared(String block, String row, long now, long before) {
        typing.money(block, row, "上年决算数", before);
        typing.text(block, row, "主要变动情况", reasons.of(row, now, before, false));
    }

    /** “同比” is no word for a budget. */
    private String withoutFigures(String row, long now, long budget) {
        String text = reasons.of(row, now, budget, flat);
        return text.replaceAll("，(?:同比|比上年|较上年)(?:增长|上升|下降)[0-9.]+%", "");
    }

    private void priorThreePublic() {
        ThreePublic three = money.threePublic;
        prior("合计", three.sum(ThreePublic.ITEMS));
        prior("因公出国（境）费", three.items.get(ThreePublic.ABROAD));
        prior("公务用车购置及运行维护费", three.sum(List.of(ThreePublic.BUYING, ThreePublic.RUNNING)));
        prior("公务用车购置", three.items.get(ThreePublic.BUYING));
        prior("公务用车运行维护费", three.items.get(ThreePublic.RUNNING));
        prior("公务接待费", three.items.get(ThreePublic.GUESTS));
    }

    private void prior(String row, ThreePublic.Item item) {
        typing.money("三公经费", row, "上年决算数", item.prior());
    }

    private void carriedOver() {
        long fiscal = money.fiscal(a -> a.open);
        if (draw.chance(0.6)) {
            typing.money("结转", "全部资金", "上年年末数", fiscal + money.otherOpen);
            typing.money("结转", "财政拨款", "上年年末数", fiscal);
        } else if (draw.chance(0.2)) {
            typing.money("结转", "全部资金", "上年年末数", fiscal + money.otherOpen + draw.money(100, 100_000));
            typing.text("结转", "全部资金", "年初调整说明", "按审计意见收回部分结余资金，调减年初数");
        }
    }

    private void threePublic() {
        ThreePublic three = money.threePublic;
        ThreePublic.Item sum = three.sum(ThreePublic.ITEMS);
        typing.sheet("三公说明");
        three.numbers.forEach((row, number) -> typing.number("数目", row, "数目", number));
        boolean over = three.items.values().stream().anyMatch(item -> item.spent() > item.budget());
        if (sum.spent() != sum.budget() || over) {
            typing.text("原因", "比预算", "内容", reason("三公比预算", ThreePublic.Item::budget, sum.spent() - sum.budget()));
        }
        if (sum.spent() != sum.prior()) {
            typing.text("原因", "比上年", "内容", reason("三公比上年", ThreePublic.Item::prior, sum.spent() - sum.prior()));
        }
        typing.text("原因", "用车用途", "内容", three.spent(ThreePublic.RUNNING) > 0 ? draw.one(Vocabulary.list("用车用途")) : "");
        typing.text("原因", "接待用途", "内容", three.spent(ThreePublic.GUESTS) > 0 ? draw.one(Vocabulary.list("接待用途")) : "");
        typing.text("原因", "接待说明", "内容", three.spent(ThreePublic.GUESTS) > 0 && draw.chance(0.3) ? draw.one(Vocabulary.list("接待说明")) : "");
        int row = 1;
        for (Map.Entry<String, Long> group : three.groups.entrySet()) {
            typing.text("团组", String.valueOf(row), "名称", group.getKey());
            typing.money("团组", String.valueOf(row++), "金额", group.getValue());
        }
    }

    private String reason(String item, ToLongFunction<ThreePublic.Item> base, long change) {
        String way = change < 0 ? "减" : "增";
        return draw.one(Vocabulary.reasons(item, way, money.threePublic.largest(base, change < 0 ? -1 : 1))) + (draw.chance(0.5) ? "。" : "");
    }

    private void running() {
        typing.sheet("机关运行经费");
        long now = !profile.government() ? 0 : draw.chance(0.2) ? draw.part(money.running(), 0.3, 1) : money.running();
        long before = now == 0 ? 0 : draw.chance(0.02) ? 0 : draw.times(now, 0.7, 1.5);
        typing.money("机关运行经费", "机关运行经费", "本年决算数", now);
        typing.money("机关运行经费", "机关运行经费", "上年决算数", before);
        typing.text("机关运行经费", "机关运行经费", "主要增减变动情况", reasons.of("机关运行经费", now, before, false));
    }

    private void procurement() {
        typing.sheet("政府采购");
        long most = money.running() + money.spent("项目支出");
        // From a printer in a bureau of millions to a road.
        long least = Math.max(PRINTER, money.allSpent() / 3_300);
        long total = most > 2 * least && draw.chance(0.85) ? Math.max(draw.times(least, 1, 1.1), draw.times(most, draw.chance(0.2) ? 0.0003 : 0.01, 0.8)) : 0;
        long[] parts = draw.split(total, draw.weight(0, 1), draw.chance(0.4) ? draw.weight(0, 2) : 0, draw.chance(0.8) ? draw.weight(0, 2) : 0);
        boolean none = draw.chance(0.1);
        long small = 0;
        String[] kinds = {"货物", "工程", "服务"};
        for (int i = 0; i < kinds.length; i++) {
            long of = none ? 0 : draw.chance(0.4) ? parts[i] : draw.part(parts[i], 0, 1);
            small += of;
            typing.money("采购", kinds[i], "支出金额", parts[i]);
            typing.money("采购", kinds[i], "中小企业合同金额", of);
        }
        typing.money("采购", "合计", "支出金额", total);
        typing.money("采购", "合计", "中小企业合同金额", small);
        typing.money("小微企业", "小微企业合同金额", "金额", draw.chance(0.3) ? small : draw.part(small, 0, 1));
    }

    private void assets() {
        typing.sheet("国有资产");
        int kept = money.threePublic.numbers.get("公务用车保有量");
        int cars = kept + (draw.chance(0.3) ? draw.number(1, 6) : 0);
        int left = cars;
        for (String kind : List.of("岗位保障用车", "机要通信用车", "应急保障用车", "执法执勤用车", "特种专业技术用车")) {
            int number = draw.chance(0.35) ? draw.number(0, left) : 0;
            typing.number("资产", kind, "数目", number);
            left -= number;
        }
        typing.number("资产", "其他用车", "数目", left);
        typing.number("资产", "车辆合计", "数目", cars);
        typing.number("资产", "单价100万元以上设备", "数目", draw.chance(0.7) ? 0 : draw.number(1, 30));
        typing.text("说明", "其他用车用途", "内容", left == 0 ? "" : others(left));
    }

    private String others(int number) {
        List<String> kinds = draw.some(Vocabulary.list("其他用车"), 2);
        int first = number / 2;
        return first == 0 ? kinds.get(0) + number + "辆" : kinds.get(0) + first + "辆、" + kinds.get(1) + (number - first) + "辆";
    }
}
