package juesuan.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import juesuan.samples.Finances.Fund;

/** 绩效评价 and a 自评表 for some of the projects. */
final class PerformanceSheets {

    private static final int MOST = 6;
    /** 5,000 元: nobody evaluates less. */
    private static final long SMALL = 500_000;
    private static final Map<String, Integer> POINTS = new LinkedHashMap<>();

    static {
        POINTS.put("产出指标", 50);
        POINTS.put("效益指标", 30);
        POINTS.put("满意度指标", 10);
    }

    private final Draw draw;
    private final Profile profile;
    private final Finances money;
    private final Typing typing;

    PerformanceSheets(Draw draw, Profile profile, Finances money, Typing typing) {
        this.draw = draw;
        this.profile = profile;
        this.money = money;
        this.typing = typing;
    }

    void type() {
        long general = evaluated(Fund.GENERAL);
        long fund = evaluated(Fund.FUND);
        int first = general == 0 ? 0 : draw.number(1, 5);
        int second = general == 0 ? 0 : first + (draw.chance(0.5) ? 0 : draw.number(1, 30));
        int funds = fund == 0 ? 0 : draw.number(1, 2);
        typing.sheet("绩效评价");
        typing.money("金额", "一般公共预算自评资金", "金额", general);
        typing.money("金额", "政府性基金自评资金", "金额", fund);
        // What is evaluated from outside is worth the evaluator.
        boolean key = general >= 100_000_000 && draw.chance(0.2);
        typing.money("金额", "重点评价一般公共预算", "金额", key ? draw.part(general, 0.05, 1) : 0);
        typing.money("金额", "重点评价政府性基金", "金额", key && draw.chance(0.5) ? draw.part(fund, 0.05, 1) : 0);
        typing.money("金额", "重点评价国有资本", "金额", key && draw.chance(0.5) ? draw.part(money.spent(Fund.CAPITAL), 0.1, 1) : 0);
        long spent = money.allSpent();
        typing.money("金额", "整体全年预算数", "金额", draw.chance(0.1) ? spent : Math.max(spent, draw.times(spent, 1, 1.5)));
        typing.money("金额", "整体执行数", "金额", spent);
        typing.number("数目", "一级项目数", "数目", first);
        typing.number("数目", "二级项目数", "数目", second);
        typing.number("数目", "政府性基金自评项目数", "数目", funds);
        typing.number("数目", "重点评价项目数", "数目", key ? draw.number(1, 2) : 0);
        typing.number("数目", "自评项目总数", "数目", second + funds);
        typing.text("文字", "政府性基金自评项目名称", "内容", funds == 0 ? "" : funds == 1 ? "农村基础设施建设" : "农村基础设施建设、公共设施维护");
        typing.text("文字", "重点评价项目名称", "内容", key ? (String) draw.one(Vocabulary.entries("项目")).get("名") : "");
        typing.text("文字", "重点评价情况", "内容", key ? "项目管理规范，绩效较好" : "");
        typing.text("文字", "整体评价情况", "内容", draw.one(Vocabulary.list("整体评价")));
        typing.text("文字", "整体目标完成情况", "内容", draw.one(Vocabulary.list("目标完成")));
        typing.text("文字", "整体问题", "内容", draw.chance(0.7) ? draw.one(Vocabulary.list("整体问题")) : "");
        typing.text("文字", "整体措施", "内容", draw.chance(0.7) ? draw.one(Vocabulary.list("整体措施")) : "");
        forms(general + fund, second + funds);
    }

    private long evaluated(Fund fund) {
        long project = money.total(fund, a -> a.project);
        long part = draw.chance(0.15) ? 0 : draw.chance(0.5) ? project : draw.part(project, 0.02, 1);
        return part < SMALL ? 0 : part;
    }

    private void forms(long evaluated, int projects) {
        long left = evaluated;
        List<Map<String, Object>> some = draw.some(Vocabulary.entries("项目"), Math.min(projects, draw.number(1, MOST)));
        for (int i = 0; i < some.size() && left >= SMALL; i++) {
            long spent = draw.chance(0.3) ? draw.part(left, 0.0005, 0.05) : draw.part(left, 0.05, 0.9);
            spent = spent < SMALL ? Math.min(left, SMALL) : spent;
            left -= spent;
            form(some.get(i), draw.chance(0.03) ? 0 : spent);
        }
    }

    private void form(Map<String, Object> project, long spent) {
        String name = (String) project.get("名");
        typing.sheet("项目支出绩效自评表", "自评表-" + name);
        typing.text("项目", "项目编码", "内容", "4409" + draw.number(10_000_000, 99_999_999) + draw.number(100_000, 999_999));
        typing.text("项目", "项目名称", "内容", name);
        typing.number("项目", "绩效自评年度", "内容", Departments.YEAR);
        typing.text("项目", "实施单位", "内容", profile.name());
        typing.text("项目", "一级预算单位", "内容", profile.name());
        BigDecimal points = funds(spent);
        typing.text("目标", "目标", "预期目标", (draw.chance(0.5) ? "1." : "") + project.get("目标") + "。");
        typing.text("目标", "目标", "实际完成情况", (spent == 0 ? "项目因选址调整暂缓实施，年中收回全部预算" : project.get("完成")) + "。");
        points = points.add(indicators());
        typing.text("总分", "总分", "分值", "100");
        typing.text("总分", "总分", "得分", plain(points));
        typing.text("叙述", "问题", "内容", draw.chance(0.4) ? draw.one(Vocabulary.list("整体问题")) : "");
        typing.text("叙述", "措施", "内容", draw.chance(0.4) ? draw.one(Vocabulary.list("整体措施")) : "");
    }

    /** Always in 元. @return the points of the money */
    private BigDecimal funds(long spent) {
        Draw exact = draw.in(1);
        long carried = exact.chance(0.2) ? exact.part(spent, 0, 0.6) : 0;
        long others = spent > 0 && exact.chance(0.15) ? exact.money(1_000, 3_000_000) : 0;
        Map<String, Long> rows = new LinkedHashMap<>();
        rows.put("当年财政拨款", spent - carried);
        rows.put("上年结转资金", carried);
        rows.put("其他资金", others);
        boolean rates = draw.chance(0.3);
        boolean planned = !draw.chance(0.1);
        long[] sums = new long[3];
        for (Map.Entry<String, Long> row : rows.entrySet()) {
            long done = row.getValue();
            long year = done == 0 ? 0 : exact.chance(0.3) ? done : Math.max(done, exact.times(done, 1, exact.chance(0.05) ? 20 : 1.4));
            long start = spent == 0 && row.getKey().startsWith("当年") ? exact.money(10_000, 5_000_000) : !planned ? 0 : exact.chance(0.4) ? year : exact.times(year, 0.4, 1.8);
            amounts(row.getKey(), start, year, done);
            typing.text("资金", row.getKey(), "执行率", rates ? plain(rate(done, year)) : "");
            sums[0] += start;
            sums[1] += year;
            sums[2] += done;
        }
        amounts("年度资金总额", sums[0], sums[1], sums[2]);
        BigDecimal rate = rate(sums[2], sums[1]);
        BigDecimal points = rate.movePointLeft(1).setScale(2, RoundingMode.HALF_UP);
        typing.text("资金", "年度资金总额", "分值", "10");
        typing.text("资金", "年度资金总额", "执行率", plain(rate));
        typing.text("资金", "年度资金总额", "得分", plain(points));
        return points;
    }

    private void amounts(String row, long start, long year, long done) {
        typing.text("资金", row, "年初预算数", Typing.shown(start, "元"));
        typing.text("资金", row, "全年预算数", Typing.shown(year, "元"));
        typing.text("资金", row, "全年执行数", Typing.shown(done, "元"));
    }

    private static BigDecimal rate(long done, long year) {
        return year == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(done).movePointRight(2).divide(BigDecimal.valueOf(year), 2, RoundingMode.HALF_UP);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private BigDecimal indicators() {
        BigDecimal points = BigDecimal.ZERO;
        int row = 1;
        for (Map.Entry<String, Integer> group : POINTS.entrySet()) {
            List<String[]> lines = lines(group.getKey());
            int left = group.getValue();
            for (int i = 0; i < lines.size(); i++) {
                String[] line = lines.get(i);
                int due = i == lines.size() - 1 ? left : Math.max(1, left / (lines.size() - i) + draw.number(-1, 1));
                left -= due;
                BigDecimal got = BigDecimal.valueOf(due).subtract(draw.chance(0.2) ? BigDecimal.valueOf(draw.number(1, 2), 1) : BigDecimal.ZERO);
                boolean full = got.compareTo(BigDecimal.valueOf(due)) == 0;
                indicator(row++, group.getKey(), line, BigDecimal.valueOf(due), got, full ? "" : draw.one(Vocabulary.list("偏差原因")));
                points = points.add(got);
            }
        }
        if (draw.chance(0.1)) {
            indicator(row, "满意度指标", new String[] {"其他满意度指标", "不适用", "", ""}, BigDecimal.ZERO, BigDecimal.ZERO, "");
        }
        return points;
    }

    /** 二级, 三级, target, result. */
    private List<String[]> lines(String group) {
        List<String[]> all = new ArrayList<>();
        Vocabulary.indicators().get(group).forEach((second, of) -> of.forEach(line ->
            all.add(new String[] {second, line.get(0), line.get(1), line.get(2)})));
        return draw.some(all, group.equals("产出指标") ? draw.number(3, 7) : draw.number(1, 3));
    }

    private void indicator(int row, String first, String[] line, BigDecimal due, BigDecimal got, String why) {
        String key = String.valueOf(row);
        typing.text("指标", key, "一级指标", first);
        typing.text("指标", key, "二级指标", line[0]);
        typing.text("指标", key, "三级指标", line[1]);
        typing.text("指标", key, "年度指标值", line[2]);
        typing.text("指标", key, "实际完成值", line[3]);
        typing.text("指标", key, "分值", plain(due));
        typing.text("指标", key, "得分", plain(got));
        typing.text("指标", key, "偏差原因", why);
    }
}
