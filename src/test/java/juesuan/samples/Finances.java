package juesuan.samples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import juesuan.pack.CodeList;

/**
 * One office's money in 分, this year's by subject and fund, last year's in total, its budget: what is free is drawn,
 * what follows is worked out, so that every fund's 年初 + 收入 = 支出 + 年末 in both years.
 */
final class Finances {

    /** 500 元. */
    private static final long NEARLY = 50_000;

    enum Fund { GENERAL, FUND, CAPITAL, OTHER }

    /** What a subject has of one fund. OTHER money is carried over for the office as a whole, not by subject. */
    static final class Account {
        long open;
        long basic;
        long project;
        long close;

        long income() {
            return basic + project + close - open;
        }
    }

    static final List<String> SOURCES = List.of("上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入");
    static final List<String> APPROPRIATIONS = List.of("一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入");
    static final List<String> SPENDING = List.of("基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出");

    final Map<Fund, Map<String, Account>> accounts = new LinkedHashMap<>();
    /** By source, and of which subject. */
    final Map<String, Map<String, Long>> earned = new LinkedHashMap<>();
    /** 上缴上级支出, 经营支出, 对附属单位补助支出: all of the main subject. */
    final Map<String, Long> ofInstitutions = new LinkedHashMap<>();
    final Map<String, String> names = new TreeMap<>();
    final Map<String, Long> economic = new LinkedHashMap<>();
    final Map<String, Long> priorIncome = new LinkedHashMap<>();
    final Map<String, Long> priorSpending = new LinkedHashMap<>();
    final Map<Fund, Long> budget = new LinkedHashMap<>();
    final ThreePublic threePublic;
    final String main;
    long otherOpen;
    long otherUse;
    long otherDistribution;
    long otherClose;
    long priorTotal;
    long priorFiscalTotal;
    long priorGeneral;

    private final Draw draw;
    private final Profile profile;
    private final CodeList codes;

    Finances(Draw draw, Profile profile, CodeList codes) {
        this.draw = draw;
        this.profile = profile;
        this.codes = codes;
        for (Fund fund : Fund.values()) {
            accounts.put(fund, new TreeMap<>());
        }
        List<String> own = items((String) profile.office().get("款"));
        main = own.stream().filter(code -> codes.name(code).orElse("").matches("行政运行|事业运行")).findFirst().orElse(own.get(0));
        double perHead = draw.factor(70_000, 260_000);
        long pay = profile.basic() ? draw.money(profile.staff() * perHead, profile.staff() * perHead * 1.05) : 0;
        long running = profile.basic() ? draw.money(profile.staff() * 8_000.0, profile.staff() * 60_000.0) : 0;
        long projects = draw.chance(0.05) ? 0 : draw.money(profile.staff() * perHead * 0.01, Math.min(4e9, profile.staff() * perHead * (draw.chance(0.15) ? 80 : 6)));
        if (!profile.basic() && draw.chance(0.5)) {
            projects = 0;
        }
        threePublic = new ThreePublic(draw, profile, draw.half(running), draw.half(projects));
        Economic.fill(draw, profile, pay, running, threePublic, economic);
        basic(pay + running);
        spread(Fund.GENERAL, projects, projectCodes(own));
        carry(Fund.GENERAL);
        fund(Fund.FUND, "基金科目", 0.3, 4);
        fund(Fund.CAPITAL, "国资科目", 0.1, 0.3);
        other();
        prior();
        accounts.values().forEach(of -> of.keySet().forEach(this::name));
        name(main);
    }

    private List<String> items(String below) {
        return codes.names().keySet().stream().filter(code -> code.length() == 7 && code.startsWith(below)).toList();
    }

    private void name(String code) {
        Stream.of(code.substring(0, 3), code.substring(0, 5), code).forEach(part -> codes.name(part).ifPresent(name -> names.put(part, name)));
    }

    private Account at(Fund fund, String code) {
        return accounts.get(fund).computeIfAbsent(code, any -> new Account());
    }

    /** Table 6 by function: what is paid for insurances and housing has subjects of its own. */
    private void basic(long total) {
        Map<String, String> own = Map.of("30108", "2080505", "30109", "2080506", "30113", "2210201",
            "30110", profile.government() ? "2101101" : "2101102", "30302", profile.government() ? "2080501" : "2080502");
        long left = total;
        for (Map.Entry<String, String> one : new TreeMap<>(own).entrySet()) {
            long amount = economic.getOrDefault(one.getKey(), 0L);
            // Those of people paid from elsewhere stay with the main subject.
            long shown = draw.chance(0.85) ? amount : draw.part(amount, 0.8, 1);
            if (shown > 0 && draw.chance(0.95)) {
                at(Fund.GENERAL, one.getValue()).basic += shown;
                left -= shown;
            }
        }
        if (left > 0) {
            at(Fund.GENERAL, main).basic += left;
        }
    }

    private List<String> projectCodes(List<String> own) {
        List<String> all = new ArrayList<>(own);
        List<String> funds = Vocabulary.entries("基金科目").stream().map(subject -> ((String) subject.get("编码")).substring(0, 5)).toList();
        List<String> any = codes.names().keySet().stream().filter(code -> code.length() == 7 && !code.matches("20805.*|21011.*|221.*") && !funds.contains(code.substring(0, 5))).toList();
        all.addAll(draw.some(any, draw.number(0, 3)));
        return draw.some(all.stream().distinct().toList(), draw.number(1, Math.min(8, all.size())));
    }

    private void spread(Fund fund, long total, List<String> over) {
        double[] weights = over.stream().mapToDouble(code -> draw.factor(0.02, 1)).toArray();
        long[] parts = draw.split(total, weights);
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                at(fund, over.get(i)).project += parts[i];
            }
        }
    }

    private void fund(Fund fund, String subjects, double probability, double size) {
        if (draw.chance(probability)) {
            List<Map<String, Object>> some = draw.some(Vocabulary.entries(subjects), draw.number(1, 2));
            some.forEach(subject -> {
                String code = (String) subject.get("编码");
                names.put(code, (String) subject.get("名"));
                names.put(code.substring(0, 5), (String) subject.get("款名"));
                names.put(code.substring(0, 3), (String) subject.get("类名"));
            });
            spread(fund, draw.money(2_000, Math.min(1e9, profile.staff() * 200_000.0 * size)), some.stream().map(s -> (String) s.get("编码")).toList());
            carry(fund);
        }
    }

    /** Some subjects bring money over from last year, some leave it to the next. */
    private void carry(Fund fund) {
        if (draw.chance(0.5)) {
            return;
        }
        for (Account account : accounts.get(fund).values()) {
            account.close = account.project > 0 && draw.chance(0.4) ? draw.times(account.project, 0.001, 0.6) : 0;
            account.open = draw.chance(0.4) ? draw.part(account.project + account.close, 0, 0.9) : 0;
            if (account.income() > 0 && account.income() < draw.least()) {
                account.close += draw.least();
            }
        }
    }

    private void other() {
        boolean any = !profile.basic() || draw.chance(0.45);
        long total = 0;
        for (String source : SOURCES) {
            long amount = any && draw.chance(probability(source)) || !profile.basic() && source.equals("事业收入")
                ? source.equals("其他收入") && draw.chance(0.4) ? draw.money(60, 20_000) : draw.money(2_000, profile.staff() * 150_000.0) : 0;
            earned.put(source, new TreeMap<>());
            if (amount > 0) {
                long elsewhere = draw.chance(0.2) ? draw.part(amount, 0, 0.5) : 0;
                String code = elsewhere > 0 ? draw.one(items((String) profile.office().get("款"))) : main;
                earned.get(source).merge(code, elsewhere, Long::sum);
                earned.get(source).merge(main, amount - elsewhere, Long::sum);
                earned.get(source).values().removeIf(v -> v == 0);
            }
            total += amount;
        }
        otherOpen = any && draw.chance(0.5) ? draw.money(500, profile.staff() * 60_000.0) : 0;
        otherUse = any && !profile.government() && draw.chance(0.2) ? draw.money(2_000, profile.staff() * 20_000.0) : 0;
        long trade = sum(earned.get("经营收入"));
        ofInstitutions.put("经营支出", draw.part(trade, 0.4, 1));
        long left = total + otherOpen + otherUse - ofInstitutions.get("经营支出");
        otherDistribution = !profile.government() && draw.chance(0.15) ? draw.part(left, 0, 0.2) : 0;
        left -= otherDistribution;
        for (String kind : List.of("上缴上级支出", "对附属单位补助支出")) {
            ofInstitutions.put(kind, !profile.government() && draw.chance(0.06) ? draw.part(left, 0, 0.1) : 0);
            left -= ofInstitutions.get(kind);
        }
        otherClose = draw.chance(0.6) ? draw.part(left, 0, 1) : left < draw.least() ? left : 0;
        left -= otherClose;
        long basic = draw.chance(profile.government() ? 0.3 : 0.7) ? draw.part(left, 0.2, 1) : 0;
        if (basic > 0) {
            at(Fund.OTHER, main).basic += basic;
        }
        if (left - basic > 0) {
            spread(Fund.OTHER, left - basic, draw.some(items((String) profile.office().get("款")), draw.number(1, 2)));
        }
    }

    private double probability(String source) {
        return switch (source) {
            case "上级补助收入" -> 0.2;
            case "事业收入" -> profile.government() ? 0 : 0.5;
            case "经营收入" -> profile.government() ? 0 : 0.2;
            case "附属单位上缴收入" -> profile.government() ? 0 : 0.04;
            default -> 0.7;
        };
    }

    /** Last year ends with what this year begins with. */
    private void prior() {
        for (String kind : SPENDING) {
            priorSpending.put(kind, 0L);
        }
        boolean same = draw.chance(0.03);
        for (int i = 0; i < APPROPRIATIONS.size(); i++) {
            Fund fund = Fund.values()[i];
            boolean steady = same || fund == Fund.CAPITAL && draw.chance(0.3);
            long basic = steady ? total(fund, a -> a.basic) : likely(total(fund, a -> a.basic), 0.8, 1.25, 0.01);
            long project = steady ? total(fund, a -> a.project) : likely(total(fund, a -> a.project), 0.3, 3, fund != Fund.GENERAL ? 0.3 : spent("项目支出") == total(fund, a -> a.project) ? 0.04 : 0);
            long close = total(fund, a -> a.open);
            long open = steady ? total(fund, a -> a.close) : draw.chance(0.4) ? draw.part(basic + project + close, 0, 0.5) : 0;
            if (fund != Fund.GENERAL && !accounts.get(fund).isEmpty() && draw.chance(0.25) && close == 0) {
                basic = 0;
                project = 0;
                open = 0;
            }
            if (open > basic + project + close || basic + project + close - open > 0 && basic + project + close - open < draw.least()) {
                open = 0;
            }
            add(basic, project);
            priorIncome.put(APPROPRIATIONS.get(i), basic + project + close - open);
            priorTotal += basic + project + close;
            priorGeneral += fund == Fund.GENERAL ? basic + project : 0;
            long spent = total(fund, a -> a.basic) + total(fund, a -> a.project);
            budget.put(fund, spent == 0 ? draw.chance(0.05) ? draw.money(1_000, 500_000) : 0
                : draw.chance(0.15) ? spent : draw.chance(fund == Fund.GENERAL ? 0 : 0.35) ? 0 : draw.times(spent, 0.6, draw.chance(0.05) ? 20 : 1.6));
        }
        priorFiscalTotal = priorTotal;
        priorOther();
    }

    private void priorOther() {
        long income = 0;
        for (String source : SOURCES) {
            long now = sum(earned.get(source));
            long before = now > 0 && draw.chance(0.15) ? now : likely(now, 0.02, 8, 0.12);
            if (now == 0 && draw.chance(probability(source) / 8)) {
                before = draw.money(100, profile.staff() * 20_000.0);
            }
            priorIncome.put(source, before);
            income += before;
        }
        long open = Math.max(0, otherOpen - income) + (draw.chance(0.4) ? draw.money(500, profile.staff() * 30_000.0) : 0);
        long left = income + open - otherOpen;
        if (left > 0 && left < draw.least()) {
            open += draw.least();
            left += draw.least();
        }
        priorTotal += income + open;
        long trade = draw.part(Math.min(left, priorIncome.get("经营收入")), 0.5, 1);
        priorSpending.merge("经营支出", trade, Long::sum);
        for (String kind : List.of("上缴上级支出", "对附属单位补助支出")) {
            boolean usual = draw.chance(ofInstitutions.get(kind) > 0 ? 0.8 : 0.01);
            long paid = usual && !profile.government() ? draw.part(left - trade, 0, 0.1) : 0;
            priorSpending.merge(kind, paid, Long::sum);
            left -= paid;
        }
        // Projects of a few thousand 元 before millions are not what a carried-over remainder is spent on.
        boolean projects = (left - trade) * 500 > spent("项目支出");
        long basic = projects ? draw.part(left - trade, 0, 1) : left - trade;
        add(basic, left - trade - basic);
    }

    private void add(long basic, long project) {
        priorSpending.merge("基本支出", basic, Long::sum);
        priorSpending.merge("项目支出", project, Long::sum);
    }

    private long likely(long now, double from, double to, double none) {
        return now == 0 || draw.chance(none) ? 0 : draw.times(now, from, to);
    }

    long total(Fund fund, java.util.function.ToLongFunction<Account> of) {
        return accounts.get(fund).values().stream().mapToLong(of).sum();
    }

    long fiscal(java.util.function.ToLongFunction<Account> of) {
        return total(Fund.GENERAL, of) + total(Fund.FUND, of) + total(Fund.CAPITAL, of);
    }

    static long sum(Map<String, Long> amounts) {
        return amounts.values().stream().mapToLong(Long::longValue).sum();
    }

    long spent(Fund fund) {
        return total(fund, account -> account.basic + account.project);
    }

    /** By kind, of all subjects. */
    long spent(String kind) {
        return switch (kind) {
            case "基本支出" -> fiscal(a -> a.basic) + total(Fund.OTHER, a -> a.basic);
            case "项目支出" -> fiscal(a -> a.project) + total(Fund.OTHER, a -> a.project);
            default -> ofInstitutions.get(kind);
        };
    }

    long income(String source) {
        int fund = APPROPRIATIONS.indexOf(source);
        return fund < 0 ? sum(earned.get(source)) : total(Fund.values()[fund], Account::income);
    }

    long allIncome() {
        return Stream.concat(APPROPRIATIONS.stream(), SOURCES.stream()).mapToLong(this::income).sum();
    }

    long allSpent() {
        return SPENDING.stream().mapToLong(this::spent).sum();
    }

    /** Ten thousand times as much or as little as last year is a slip of the unit, not a history: less than a thousand times is one. */
    boolean hasHistory() {
        return Stream.concat(APPROPRIATIONS.stream(), SOURCES.stream()).noneMatch(source -> isNearly(income(source), priorIncome.get(source)))
            && SPENDING.stream().noneMatch(kind -> isNearly(spent(kind), priorSpending.get(kind)))
            && budget.entrySet().stream().noneMatch(of -> isNearly(spent(of.getKey()), of.getValue()))
            && likely(allIncome(), sum(priorIncome)) && likely(allSpent(), sum(priorSpending))
            && SPENDING.stream().allMatch(kind -> likely(spent(kind), priorSpending.get(kind)));
    }

    /** Rounding decides whether 万元 differ: which reason is given for it is a matter of its own tests. */
    private static boolean isNearly(long now, long before) {
        return now != before && now != 0 && before != 0 && Math.abs(now - before) < NEARLY;
    }

    private static boolean likely(long now, long before) {
        return now <= 0 || before <= 0 || now <= 1_000 * before && before <= 1_000 * now;
    }

    /** 公用经费合计. */
    long running() {
        return economic.entrySet().stream().filter(e -> e.getKey().matches("3(02|07|10|99)..")).mapToLong(Map.Entry::getValue).sum();
    }
}
