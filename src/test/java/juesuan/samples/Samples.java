package juesuan.samples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import juesuan.model.Place;
import juesuan.pack.Pack;
import juesuan.pack.PackFiles;

/** The samples of this project. */
public final class Samples {

    public static final Place DEPARTMENT = new Place("基本信息", "基本信息", "部门名称", "内容");

    /**
     * What the audit finds wrong in the published texts of 龙岗: “142.3%,累计” and “活动,全年”, a reason that ends in
     * “专项资金增”, and 实际完成情况 copied from 预期目标.
     */
    public static final List<String> LONGGANG_SLIPS = List.of("X02", "X02", "X07", "X20");

    /** 龙岗 without {@link #LONGGANG_SLIPS}: no warning. */
    public static Sample longgangCorrected() {
        Sample sample = longgang();
        Place problems = new Place("绩效评价", "文字", "整体问题", "内容");
        Place event = new Place("项目支出绩效自评表", "指标", "2", "三级指标");
        return sample.with(problems, sample.at(problems).replace("%,", "%，")).with(event, sample.at(event).replace(",", "，"))
            .with(new Place("上年与预算", "财政拨款收入", "一般公共预算财政拨款收入", "主要变动情况"), "2023年度工业和信息化产业发展专项资金增加")
            .with(new Place("项目支出绩效自评表", "目标", "目标", "实际完成情况"), "组织审计、评审和金融宣传活动，按期完成年度任务。");
    }

    private static final Map<String, Pack> PACKS = new ConcurrentHashMap<>();
    private static final Map<String, Sample> READ = new ConcurrentHashMap<>();

    private Samples() {
    }

    public static Pack pack(String id) {
        return pack(id, 2023);
    }

    /** Loaded once: it never changes. */
    public static Pack pack(String id, int year) {
        return PACKS.computeIfAbsent(id + year, any -> Pack.load(new PackFiles(Optional.empty()), id, year));
    }

    /** The same department under the national pack, which also asks for last year's totals. */
    public static Sample longgangNationwide() {
        Sample sample = longgang();
        List<Sample.Filled> sheets = new ArrayList<>(sample.sheets());
        Map<Place, String> totals = new LinkedHashMap<>();
        totals.put(new Place("总体情况", "总体", "收支总计", "上年决算数"), "99801.55");
        totals.put(new Place("总体情况", "总体", "收支总计", "主要原因"), "工业和信息化产业发展专项资金增加");
        totals.put(new Place("总体情况", "总体", "财政拨款收支总计", "上年决算数"), "99700.30");
        totals.put(new Place("总体情况", "总体", "财政拨款收支总计", "主要原因"), "工业和信息化产业发展专项资金增加。");
        totals.put(new Place("总体情况", "总体", "一般公共预算财政拨款支出", "上年决算数"), "99448.22");
        totals.put(new Place("总体情况", "总体", "一般公共预算财政拨款支出", "主要原因"), "产业发展专项资金支出增加");
        sheets.add(new Sample.Filled("总体情况", "总体情况", totals));
        return new Sample("national", sample.year(), sheets);
    }

    /** All of them. */
    public static List<Sample> all() {
        return List.of(longgang(), yanxi());
    }

    /** The published disclosure of 深圳市龙岗区工业和信息化局 for 2023. */
    public static Sample longgang() {
        return READ.computeIfAbsent("longgang-2023", name -> {
            SampleFiles files = tables(name);
            files.performance("performance/1.json");
            files.performance("performance/2.json");
            files.performance("performance/3.json");
            return new Sample("guangdong", 2023, files.sheets());
        });
    }

    /**
     * A small unit that does not exist, in 元: its figures decrease, one base is zero, one income negative,
     * one budget overspent, two tables are empty, and its name has the rare character 䶮.
     */
    public static Sample yanxi() {
        return READ.computeIfAbsent("yanxi-2023", name -> {
            SampleFiles files = tables(name);
            files.performance("performance/1.json");
            return new Sample("guangdong", 2023, files.sheets());
        });
    }

    /** A township that does not exist, in 元, under the national pack: three 项, no projects, no funds, no carry-over. */
    public static Sample yunxi() {
        return READ.computeIfAbsent("yunxi-2024", name -> new Sample("national", 2024, tables(name, pack("national", 2024)).sheets()));
    }

    private static SampleFiles tables(String name) {
        return tables(name, pack("guangdong"));
    }

    private static SampleFiles tables(String name, Pack pack) {
        SampleFiles files = new SampleFiles(name, pack);
        files.forms();
        files.table("收入支出决算总表", "table1.csv");
        files.table("收入决算表", "table2.csv");
        files.table("支出决算表", "table3.csv");
        files.table("财政拨款收入支出决算总表", "table4.csv");
        files.table("一般公共预算财政拨款支出决算表", "table5.csv");
        files.coded("一般公共预算财政拨款基本支出决算明细表", "table6.csv");
        files.table("政府性基金预算财政拨款收入支出决算表", "table7.csv");
        files.table("国有资本经营预算财政拨款支出决算表", "table8.csv");
        files.threePublic("财政拨款“三公”经费支出决算表", "table9.csv");
        return files;
    }
}
