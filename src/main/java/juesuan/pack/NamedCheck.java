package juesuan.pack;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import juesuan.formula.Expression;
import juesuan.formula.Formulas;

/** The checks of the program, by the name that rules call them. */
public enum NamedCheck {
    /** The codes of a table of subjects: every one below its 款 and 类, ascending. */
    @JsonProperty("科目层级")
    SUBJECT_TREE,
    /** The points of the 三级指标 against those of their 一级指标. */
    @JsonProperty("指标分值")
    INDICATOR_POINTS,
    /** The 自评表 against the number of projects, and each project once. */
    @JsonProperty("自评表份数")
    PERFORMANCE_COPIES,
    /** Brackets, quotes and book-title marks come in pairs. */
    @JsonProperty("成对符号")
    PAIRS,
    /** The department's name, nearly. */
    @JsonProperty("部门名称写法")
    DEPARTMENT_NAME,
    /** What a reason says goes up or down, against the figures. */
    @JsonProperty("变动方向")
    CHANGE_DIRECTION,
    /** By how much a reason says that its figure changed. */
    @JsonProperty("变动数")
    CHANGE_SIZE,
    /** Amounts in texts that are no figure of the workbook, but nearly. */
    @JsonProperty("近似金额")
    NEAR_AMOUNTS,
    /** Numbers in texts that a formula gives: by regular expression, the formula. */
    @JsonProperty("文中数字")
    STATED_FIGURES,
    /** A sum of what a text lists: by place of the text, the formula. */
    @JsonProperty("列举合计")
    LISTED_SUM,
    /** As many sections listed as are said to be. */
    @JsonProperty("列举个数")
    LISTED_NUMBER,
    /** 一是, 二是, 四是. */
    @JsonProperty("序号连续")
    ORDINALS,
    /** Names of subjects that have been renamed. */
    @JsonProperty("科目旧名")
    OLD_SUBJECTS,
    /** Reasons that give none. */
    @JsonProperty("空话原因")
    EMPTY_REASONS,
    /** One reason for an increase and a decrease. */
    @JsonProperty("同一原因")
    SAME_REASONS,
    /** A reason for what did not change and is not printed. */
    @JsonProperty("无变动的原因")
    IDLE_REASONS,
    /** A text copied from another: by place, the other place. */
    @JsonProperty("照抄")
    COPIED_TEXT,
    /** Amounts below zero: by name of a group, the cells among which an amount comes back. */
    @JsonProperty("负数")
    NEGATIVES,
    /** Amounts that are not 0 and print as 0.00. */
    @JsonProperty("印成零")
    PRINTED_ZEROS,
    /** Words that do not belong in a reason. */
    @JsonProperty("原因用语")
    REASON_WORDS,
    /** The unit of the whole workbook, against what such amounts usually are: by name, the {@link UnitClue}. */
    @JsonProperty("整册单位")
    WHOLE_UNIT,
    /** The year, against the dates of the year after it and the years that texts speak of. */
    @JsonProperty("年度凭据")
    YEAR_EVIDENCE;

    /** Under it, the rules whose findings {@link #NEGATIVES} does not tell again, with “、” between them. */
    public static final String TOLD = "已提醒";
    /** Under it, what {@link #REASON_WORDS} looks for. */
    public static final String UNFIT = "不用";

    /** Under it, the cell with the year; the cells with dates that fall in the next one; what texts call the year they are about. */
    public static final String YEAR = "年度";
    public static final String DATES = "次年的日期";
    public static final String SPOKEN = "说的年度";
    /** Under it, the cell with the unit that {@link #WHOLE_UNIT} doubts. */
    public static final String UNIT = "单位";
    /** Under it, how strong the clues must be together. */
    public static final String ENOUGH = "足够";

    /** What stands between formulas of which any may be meant. */
    public static final String OR = " 或 ";

    private static final Map<NamedCheck, Set<String>> NEEDED = Map.of(
        PERFORMANCE_COPIES, Set.of("总数"), CHANGE_DIRECTION, Set.of("增", "减", "钱", "持平", "与上年比", "与预算比", "幅度", "总体", "总起"),
        CHANGE_SIZE, Set.of("与上年比", "与预算比", "幅度", "总体", "总起"),
        EMPTY_REASONS, Set.of("空话"), NEGATIVES, Set.of(TOLD), REASON_WORDS, Set.of(UNFIT),
        WHOLE_UNIT, Set.of(UNIT, ENOUGH), YEAR_EVIDENCE, Set.of(YEAR, DATES, SPOKEN));

    /** @throws IllegalArgumentException with a Chinese sentence when the check could not run with this */
    void require(Pack pack, Map<String, String> with) {
        for (String name : NEEDED.getOrDefault(this, Set.of())) {
            Specs.require(with.containsKey(name), "/with", "with 里要写明“" + name + "”"
                + (this == PERFORMANCE_COPIES ? "在哪一格，例如 {总数: “表.块[行, 列]”}" : ""));
        }
        switch (this) {
            case PERFORMANCE_COPIES -> pack.resolve(with.get("总数"), Scope.NONE);
            case INDICATOR_POINTS -> with.forEach((name, points) -> Specs.require(points.matches("[0-9]+(\\.[0-9]+)?"),
                "/with/" + name, "“" + points + "”不是分值"));
            case CHANGE_DIRECTION, CHANGE_SIZE, EMPTY_REASONS, REASON_WORDS -> with.values().forEach(regex -> TextPattern.of(regex, pack.year()));
            case STATED_FIGURES -> with.forEach((regex, formulas) -> {
                Specs.require(TextPattern.of(regex, pack.year()).matcher("").groupCount() == 1, "“" + regex + "”里应当有一个 {数}");
                formulas(pack, formulas);
            });
            case LISTED_SUM -> with.forEach((place, formula) -> {
                pack.resolve(place, Scope.NONE);
                formulas(pack, formula);
            });
            case NEGATIVES -> with.forEach((group, cells) -> {
                for (String text : group.equals(TOLD) ? List.<String>of() : selections(cells)) {
                    Specs.require(Selection.all(pack, text).stream().noneMatch(Selection::isTurnOfColumns), "/with/" + group, "“" + text + "”要写明是哪几列");
                }
            });
            case WHOLE_UNIT -> {
                pack.resolve(with.get(UNIT), Scope.NONE);
                Specs.require(with.get(ENOUGH).matches("[0-9]+(\\.[0-9]+)?"), "/with/" + ENOUGH, "“" + with.get(ENOUGH) + "”不是数");
                clues(with).forEach(clue -> clue.require(pack));
            }
            case YEAR_EVIDENCE -> {
                pack.resolve(with.get(YEAR), Scope.NONE);
                selections(with.get(DATES)).forEach(cell -> pack.resolve(cell, Scope.NONE));
                Specs.require(TextPattern.of(with.get(SPOKEN), pack.year()).matcher("").groupCount() == 1, "/with/" + SPOKEN, "“" + with.get(SPOKEN) + "”里应当有一个括号，括住年份");
            }
            case COPIED_TEXT -> with.forEach((place, other) -> {
                pack.resolve(place, Scope.NONE);
                pack.resolve(other, Scope.NONE);
            });
            default -> Specs.require(with.isEmpty(), "/with", "这个核对不用 with");
        }
    }

    /** The selections of one group, between which stands “；”. */
    public static List<String> selections(String cells) {
        return Stream.of(cells.split("；")).map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    /** @throws IllegalArgumentException with a Chinese sentence when one cannot be understood */
    public static List<UnitClue> clues(Map<String, String> with) {
        return with.entrySet().stream().filter(clue -> !clue.getKey().equals(UNIT) && !clue.getKey().equals(ENOUGH))
            .map(clue -> UnitClue.of(clue.getKey(), clue.getValue())).toList();
    }

    private static void formulas(Pack pack, String formulas) {
        for (String formula : formulas.split(OR)) {
            Expression expression = Formulas.parse(formula);
            PackCheck.resolve(pack, expression, Scope.NONE);
        }
    }
}
