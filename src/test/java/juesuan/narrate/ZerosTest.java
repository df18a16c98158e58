package juesuan.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import juesuan.model.Place;
import juesuan.pack.Pack;
import juesuan.samples.Departments;
import juesuan.samples.Golden;
import juesuan.samples.Sample;
import juesuan.samples.Samples;
import juesuan.samples.Zeros;
import org.junit.jupiter.api.Test;

/** What the text says where there is nothing: in one place, in several, in all. */
class ZerosTest {

    private static final int DEPARTMENTS = 300;

    /** What nobody should read. */
    private static final List<Pattern> SHAMEFUL = patterns("--%（基数为0", "占[^，。；0-9]*0%", "(?<![0-9.,])0(?:个|次|人次|批次|辆|台|家|人)", "及0",
        "(?:增长|下降)0%", "(?:增加|减少)0万元", "其中[：，]?[。；]", "(?:主要|内容)?(?:用于|包括|是)：?[，。；、]", "[，、：；。][，、：；。]", "[，、；]$",
        "没有没有", "全年预算0万元的", "“”");

    /** The region's own published words for a single zero beside what is none, and the list of vehicles and visits. */
    private static final List<Pattern> PUBLISHED = patterns("占(?:货物|工程|服务)支出金额的0%", "(?:外事|国内公务)接待(?:\\d+)次，接待人数共\\d+人",
        "用车0辆", "比(?:上年决算数|年初预算数)增加0万元，增长0%，主要变动情况：", "接待国内来访\\d+批次、\\d+人次，接待外宾\\d+批次、\\d+人次");

    /** What is said not to be, and the numbers that must all be 0 for it. */
    private static final Map<String, List<String>> DENIED = denied();

    private static final String THREE_PUBLIC = "财政拨款“三公”经费支出决算表";
    private static final String REASON = "业务量变化";
    private static final Map<String, String> REASONS = Map.of("上年与预算", "主要变动情况", "总体情况", "主要原因", "机关运行经费", "主要增减变动情况");

    private static List<Pattern> patterns(String... all) {
        return List.of(all).stream().map(Pattern::compile).toList();
    }

    private static Map<String, List<String>> denied() {
        Map<String, List<String>> denied = new LinkedHashMap<>();
        denied.put("没有购置公务用车", List.of("三公说明.数目[公务用车购置数, 数目]"));
        denied.put("没有使用财政拨款开支运行维护费的公务用车", List.of("三公说明.数目[公务用车保有量, 数目]"));
        denied.put("没有使用财政拨款安排出国（境）团组", List.of("三公说明.数目[出国（境）团组数, 数目]", "三公说明.数目[出国（境）人次, 数目]"));
        denied.put("没有使用财政拨款安排因公出国（境）团组", denied.get("没有使用财政拨款安排出国（境）团组"));
        denied.put("没有使用财政拨款安排公务接待", List.of("三公说明.数目[外事接待批次, 数目]", "三公说明.数目[外事接待人次, 数目]", "三公说明.数目[国内接待批次, 数目]", "三公说明.数目[国内接待人次, 数目]"));
        denied.put("没有发生公务接待", denied.get("没有使用财政拨款安排公务接待"));
        denied.put("没有发生“三公”经费支出", List.of("财政拨款“三公”经费支出决算表.预算数[金额, 合计]", "财政拨款“三公”经费支出决算表.决算数[金额, 合计]", "上年与预算.三公经费[合计, 上年决算数]"));
        denied.put("没有机关运行经费支出", List.of("机关运行经费.机关运行经费[机关运行经费, 本年决算数]", "机关运行经费.机关运行经费[机关运行经费, 上年决算数]"));
        denied.put("没有政府采购支出", List.of("政府采购.采购[货物, 支出金额]", "政府采购.采购[工程, 支出金额]", "政府采购.采购[服务, 支出金额]", "政府采购.采购[合计, 支出金额]"));
        denied.put("没有授予中小企业的合同", List.of("政府采购.采购[合计, 中小企业合同金额]", "政府采购.小微企业[小微企业合同金额, 金额]"));
        denied.put("没有授予小微企业的合同", List.of("政府采购.小微企业[小微企业合同金额, 金额]"));
        denied.put("没有车辆", List.of("国有资产.资产[车辆合计, 数目]"));
        denied.put("没有单价100万元以上的设备", List.of("国有资产.资产[单价100万元以上设备, 数目]"));
        denied.put("没有人员经费支出", List.of("一般公共预算财政拨款基本支出决算明细表.人员经费[人员经费合计, 金额]"));
        denied.put("没有公用经费支出", List.of("一般公共预算财政拨款基本支出决算明细表.公用经费续[公用经费合计, 金额]"));
        denied.put("没有财政拨款收入", List.of("财政拨款收入支出决算总表.收入[本年收入合计, 金额]"));
        denied.put("没有财政拨款支出", List.of("财政拨款收入支出决算总表.支出[本年支出合计, 合计]"));
        return denied;
    }

    @Test
    void nothingAtAllInGuangdong() {
        nothingAtAll(Samples.yanxi(), "nil-guangdong.txt");
    }

    @Test
    void nothingAtAllInTheNationalPack() {
        nothingAtAll(Samples.yunxi(), "nil-national.txt");
    }

    private static void nothingAtAll(Sample sample, String file) {
        Pack pack = Samples.pack(sample.pack(), sample.year());
        Told told = Told.by(Zeros.everywhere(sample, pack), pack);
        assertThat(told.findings()).as("asked for, though there is nothing to tell; mend the conditions of the sentences in templates/*/text/narrative.yaml").isEmpty();
        assertThat(shame("nothing at all", told.lines())).as("mend these sentences in templates/%s/text/narrative.yaml", sample.pack()).isEmpty();
        List<String> lines = told.lines();
        List<String> titles = told.narrative().parts().stream().map(part -> part.title()).toList();
        Golden.compare(Path.of("src/test/resources/golden", file), "ZerosTest", lines.subList(lines.indexOf(titles.get(1)), lines.indexOf(titles.get(2))));
    }

    /** A department with zeros in it, and its text. */
    private record Drawn(String name, Sample sample, List<String> lines) {
        static Drawn of(long number) {
            Sample sample = drawn(number);
            return new Drawn("#" + number, sample, Told.by(sample, Departments.pack(sample.pack())).lines());
        }
    }

    @Test
    void whatADepartmentHasNotIsLeftOutAndWhatItHasIsNotDenied() {
        List<Drawn> all = LongStream.range(0, DEPARTMENTS).mapToObj(Drawn::of).toList();
        assertThat(all.stream().flatMap(one -> shame(one.name(), one.lines()).stream()))
            .as("mend these sentences in templates/*/text/narrative.yaml: “when” and “unless” leave out what there is not; drawn(number) is the department").isEmpty();
        assertThat(all.stream().flatMap(one -> lies(one).stream()))
            .as("said to be nothing: the condition of the sentence in templates/*/text/narrative.yaml must name this cell; drawn(number) is the department").isEmpty();
        String told = all.stream().flatMap(one -> one.lines().stream()).collect(Collectors.joining("\n"));
        assertThat(DENIED.keySet()).as("never said in %s departments: draw more zeros, or name the sentence as it is now", DEPARTMENTS).allMatch(told::contains);
    }

    private static List<String> lies(Drawn one) {
        String text = String.join("\n", one.lines());
        return DENIED.entrySet().stream().filter(denied -> text.contains(denied.getKey()))
            .flatMap(denied -> denied.getValue().stream().filter(path -> one.sample().typed(Told.place(path)).filter(Zeros::isSomething).isPresent())
                .map(path -> one.name() + " “" + denied.getKey() + "”, but " + path)).toList();
    }

    private static List<String> shame(String whose, List<String> lines) {
        List<String> found = new ArrayList<>();
        for (String line : lines) {
            String told = line;
            for (Pattern published : PUBLISHED) {
                told = published.matcher(told).replaceAll("");
            }
            for (Pattern shameful : SHAMEFUL) {
                if (shameful.matcher(told).find()) {
                    found.add(whose + " /" + shameful + "/ " + line);
                }
            }
        }
        return found;
    }

    /** The forms and table 9 by chance, in single places, whole rows, columns or pages; the other tables only together, or they would not agree. */
    private static Sample drawn(long number) {
        Sample sample = Departments.of(number);
        Random random = new Random(number);
        double share = new double[] {0.05, 0.3, 0.7}[random.nextInt(3)];
        boolean tables = random.nextInt(12) == 0;
        String half = List.of("人员经费", "公用经费", "", "", "").get(random.nextInt(5));
        Map<Object, Boolean> drawn = new LinkedHashMap<>();
        Predicate<Place> forms = place -> {
            List<Object> groups = List.of(place, place.sheet(), place.sheet() + place.column(), place.sheet() + place.block() + place.row(), place.column() + place.block());
            Object group = groups.get(Math.floorMod((int) number, groups.size()));
            return drawn.computeIfAbsent(group, any -> random.nextDouble() < share);
        };
        Pack pack = Departments.pack(sample.pack());
        return Zeros.in(withReasons(sample, pack), pack, place -> !isForm(place, pack) && !place.sheet().equals(THREE_PUBLIC) ? tables || !half.isEmpty() && place.block().startsWith(half)
            : !place.row().endsWith("人次") && !place.block().equals("团组") && forms.test(place));
    }

    private static boolean isForm(Place place, Pack pack) {
        return !pack.tableNumbers().containsKey(place.sheet());
    }

    /** The clerk writes why, where the figure is not what it was. */
    private static Sample withReasons(Sample sample, Pack pack) {
        return new Sample(sample.pack(), sample.year(), sample.sheets().stream().map(filled -> {
            Map<Place, String> cells = new LinkedHashMap<>(filled.cells());
            filled.cells().keySet().stream().map(place -> new Place(place.sheet(), place.block(), place.row(), REASONS.getOrDefault(place.sheet(), "")))
                .filter(place -> !place.column().isEmpty() && pack.sheet(place.sheet()).orElseThrow().block(place.block()).orElseThrow().column(place.column()).isPresent())
                .forEach(place -> cells.merge(place, REASON, (typed, reason) -> typed.isEmpty() ? reason : typed));
            if (filled.sheet().equals("三公说明")) {
                Set.of("比预算", "比上年").forEach(row -> cells.putIfAbsent(new Place("三公说明", "原因", row, "内容"), REASON));
            }
            return new Sample.Filled(filled.sheet(), filled.tab(), cells);
        }).toList());
    }
}
