package juesuan.pack;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import juesuan.model.Value;

/**
 * How a region writes numbers and what it writes where there is none.
 *
 * @param budgetBasis per block of 上年与预算 which budget it compares with: 年初 or 全年
 * @param amount amounts in the text, 万元
 * @param tableAmount amounts in the tables, 万元
 * @param yuanAmount amounts in sheets that stay in 元
 * @param percentBasis whether ratios are taken from the printed 万元 figures or from 元
 * @param zero per kind of ratio what stands for a division by zero
 * @param negativeBase what stands for a rate of change over a negative base
 * @param negative per other kind of ratio what stands where the part or the whole is negative, or a share exceeds its whole
 * @param tinyBase what stands for a ratio to an amount that prints as 0.00 万元, of one that does not; the ratio unless given
 * @param tinyAmount how the text says an amount that is not zero and yet prints as 0.00 万元
 * @param tinyNote the note under a table in which such amounts are printed
 * @param nearPercent what stands for a percentage that only rounding makes 0 % or 100 %
 * @param reasonThreshold from which size on a change needs a reason, where a wording has words for smaller ones
 * @param emptyTableNote whether an empty table carries its sentence
 * @param roundingNote the note on 尾数误差
 * @param pageMark the page mark, {@code {页}} being the number
 * @param correction what stands in a disclosure that is published again
 * @param announcement what a run says it is going to print, in figures so large that a wrong unit strikes the eye; empty for nothing
 * @param sources how the web edition says where a number comes from
 */
public record Style(
    Map<String, BudgetBasis> budgetBasis,
    @JsonProperty(required = true) NumberStyle amount,
    @JsonProperty(required = true) NumberStyle tableAmount,
    @JsonProperty(required = true) NumberStyle yuanAmount,
    @JsonProperty(required = true) NumberStyle percent,
    @JsonProperty(required = true) PercentBasis percentBasis,
    Map<String, String> zero,
    @JsonProperty(required = true) String negativeBase,
    Map<String, String> negative,
    String tinyBase,
    @JsonProperty(required = true) TinyAmount tinyAmount,
    String tinyNote,
    NearPercent nearPercent,
    ReasonThreshold reasonThreshold,
    boolean emptyTableNote,
    String roundingNote,
    @JsonProperty(required = true) String pageMark,
    @JsonProperty(required = true) Correction correction,
    String announcement,
    @JsonProperty(required = true) Sources sources) {

    /** Which budget a final figure is compared with. */
    public enum BudgetBasis {
        /** 年初预算, as approved. */
        APPROVED("年初"),
        /** 全年预算, as adjusted during the year. */
        ADJUSTED("全年");

        private final String label;

        BudgetBasis(String label) {
            this.label = label;
        }

        /** 年初 or 全年, as printed and as packs write it. */
        @JsonValue
        public String label() {
            return label;
        }
    }

    /**
     * A change is small only below both.
     *
     * @param percent of the base
     * @param wan 万元
     */
    public record ReasonThreshold(BigDecimal percent, BigDecimal wan) {

        static final ReasonThreshold NONE = new ReasonThreshold(null, null);

        public ReasonThreshold {
            percent = percent == null ? BigDecimal.ZERO : percent;
            wan = wan == null ? BigDecimal.ZERO : wan;
            Specs.require(percent.signum() >= 0 && wan.signum() >= 0, "门槛不能是负数");
        }

        boolean isBelow(Change change) {
            Value.Known size = (Value.Known) change.amount();
            BigDecimal base = ((Value.Known) change.base()).number();
            return size.number().abs().compareTo(wan.movePointRight(4)) < 0
                && size.number().abs().movePointRight(2).compareTo(base.abs().multiply(percent)) < 0;
        }
    }

    /**
     * The words of a correction; what stands in braces is filled in once, and not looked at again.
     *
     * @param mark on the cover
     * @param head of the table's columns: ordinal, place, page, was, is
     * @param more when there are more changes than lines
     * @param most lines of the table
     */
    public record Correction(
        @JsonProperty(required = true) String mark,
        @JsonProperty(required = true) String title,
        @JsonProperty(required = true) List<String> paragraphs,
        @JsonProperty(required = true) String table,
        @JsonProperty(required = true) List<String> head,
        @JsonProperty(required = true) String nothing,
        @JsonProperty(required = true) String added,
        @JsonProperty(required = true) String removed,
        @JsonProperty(required = true) String more,
        @JsonProperty(required = true) int most) {

        private static final int COLUMNS = 5;

        public Correction {
            paragraphs = Specs.list(paragraphs);
            head = Specs.list(head);
            Specs.require(head.size() == COLUMNS, "/head", "更正说明的表头应当有五栏：序号、位置、页码、原来、现在");
            Specs.require(most > 0, "/most", "most 应当大于 0");
        }
    }

    /**
     * Patterns for the origin of a number, in words for everybody. A column may have its own.
     *
     * @param line how a row with a 行次 is named; others have their code and label
     * @param table of a number in one of the numbered tables
     * @param form of a number in a self-evaluation
     * @param filed of a number that is printed in no table
     */
    public record Sources(
        @JsonProperty(required = true) String line,
        @JsonProperty(required = true) String table,
        @JsonProperty(required = true) String form,
        @JsonProperty(required = true) String filed) {
    }

    public enum PercentBasis { PRINTED, EXACT }

    /**
     * How an amount below the last printed digit is said: with as many decimals as it takes, in 元, or in words. 元 and
     * words are only for amounts before 万元, words for those above zero; otherwise there are decimals.
     *
     * @param words empty for figures
     */
    public record TinyAmount(boolean inYuan, String words) {

        private static final String LAST_DIGIT = "0.01";

        @JsonCreator
        public static TinyAmount of(String text) {
            boolean figures = text.equals("decimals") || text.equals("yuan");
            Specs.require(figures || text.contains(LAST_DIGIT) && !text.equals(LAST_DIGIT) && !text.contains("元"), "tinyAmount 应当是 decimals（多写几位小数）、yuan（改用元），"
                + "或者含有 " + LAST_DIGIT + " 的一句话，印在“万元”前面，所以不再写“元”，例如：不足" + LAST_DIGIT);
            return new TinyAmount(text.equals("yuan"), figures ? "" : text);
        }
    }

    /**
     * Such a percentage takes more decimals, and words where these do not suffice; without words as many as it takes.
     *
     * @param decimals how many are tried before there are words
     * @param zero for what is more than nothing, for example 不足0.0001%
     * @param whole for what is less than all, for example 接近100%
     * @param beyond for what is more than all, for example 略高于100%
     */
    public record NearPercent(int decimals, String zero, String whole, String beyond) {

        private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)%");
        static final NearPercent DECIMALS = new NearPercent(0, "", "", "");

        public NearPercent {
            zero = Specs.text(zero);
            whole = Specs.text(whole);
            beyond = Specs.text(beyond);
            Map.of("zero", zero, "whole", whole, "beyond", beyond).forEach((name, words) -> Specs.require(
                !PERCENT.matcher(words).matches(), "/" + name, "“" + words + "”应当是一句话：它不正好是这个百分数，例如：不足0.1%、接近100%"));
        }

        /** What falls short of the last decimal falls short of what the words say. */
        private void fits(int written) {
            int last = Math.max(decimals, written);
            Matcher limit = PERCENT.matcher(zero);
            Specs.require(!limit.find() || new BigDecimal(limit.group(1)).compareTo(BigDecimal.ONE.movePointLeft(last)) >= 0, "/nearPercent/zero",
                "百分比写到小数点后 " + last + " 位，“" + zero + "”里的数不能比 " + BigDecimal.ONE.movePointLeft(last).toPlainString() + "% 还小");
        }
    }

    static final String PAGE = "{页}";

    public Style {
        budgetBasis = Specs.map(budgetBasis);
        zero = Specs.map(zero);
        reasonThreshold = reasonThreshold == null ? ReasonThreshold.NONE : reasonThreshold;
        negative = Specs.map(negative);
        nearPercent = nearPercent == null ? NearPercent.DECIMALS : nearPercent;
        nearPercent.fits(percent.decimals());
        tinyBase = Specs.text(tinyBase);
        tinyNote = Specs.text(tinyNote);
        roundingNote = Specs.text(roundingNote);
        money("amount", amount);
        money("tableAmount", tableAmount);
        announcement = Specs.text(announcement);
        Specs.require(pageMark.contains(PAGE), "/pageMark", "pageMark 里没有 " + PAGE);
    }

    /** Rounding a printed figure again would give a third one, found nowhere else in the document. */
    private static void money(String name, NumberStyle style) {
        Specs.require(style.decimals() == 2, "/" + name + "/decimals",
            name + " 的 decimals 应当是 2：公开的万元数保留两位小数");
    }

    /** What is printed before the page number. */
    public String pageMarkBefore() {
        return pageMark.substring(0, pageMark.indexOf(PAGE));
    }

    /** What is printed after the page number. */
    public String pageMarkAfter() {
        return pageMark.substring(pageMark.indexOf(PAGE) + PAGE.length());
    }
}
