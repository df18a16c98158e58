package juesuan.workbook.read;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers that stand in a cell as text. Only what can be read in one way is read; Java's own parsers
 * accept other digits ({@code ١٢٣}) and suffixes ({@code 12d}) and are not asked.
 */
public sealed interface NumberText {

    /** @param normalised whether full-width characters had to be turned into their plain forms */
    record Read(BigDecimal number, boolean normalised) implements NumberText {
    }

    /** A dash, a slash or 无: the clerk's way to write that there is nothing. */
    record Dash() implements NumberText {
    }

    record Wrong(Problem problem) implements NumberText {
    }

    Pattern PLAIN = Pattern.compile("-?(\\d{1,3}(,\\d{3})+|\\d{1,25})(\\.\\d{1,25})?", Pattern.CASE_INSENSITIVE);
    Set<String> DASHES = Set.of("—", "——", "-", "--", "－", "–", "―", "─", "/", "／", "无", "\\");

    Pattern UNIT = Pattern.compile(".*[万亿元千百]+元?整?");
    Pattern PARENTHESES = Pattern.compile("[(（].*[)）]");
    Pattern SCIENTIFIC = Pattern.compile("[-+]?[\\d.]+[eE][-+]?\\d+");
    Pattern CAPITALS = Pattern.compile(".*[零〇一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾佰仟].*");
    Pattern GROUPS = Pattern.compile("-?[\\d,，]+(\\.\\d+)?");

    static NumberText read(String text) {
        String tidy = Characters.tidy(text);
        String bare = tidy.startsWith("'") || tidy.startsWith("’") ? Characters.tidy(tidy.substring(1)) : tidy;
        if (DASHES.contains(bare)) {
            return new Dash();
        }
        String narrow = narrow(bare);
        if (PLAIN.matcher(narrow).matches()) {
            return new Read(new BigDecimal(narrow.replace(",", "")), !narrow.equals(bare));
        }
        return new Wrong(Problem.error(ReadRule.NUMBER_WRONG, "写的是“" + Shown.cut(text) + "”，不能当作数字", hint(bare)));
    }

    private static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '０' && c <= '９') {
                narrow.append((char) (c - '０' + '0'));
            } else {
                narrow.append(switch (c) {
                    case '，' -> ',';
                    case '．' -> '.';
                    case '－', '\u2212' -> '-';
                    default -> c;
                });
            }
        }
        return narrow.toString();
    }

    private static String hint(String text) {
        if (text.endsWith("%") || text.endsWith("％")) {
            return "这里不填百分比，请改填数字。";
        }
        if (PARENTHESES.matcher(text).matches()) {
            return "负数请用减号，例如 -1234.50。";
        }
        if (SCIENTIFIC.matcher(text).matches()) {
            return "请写出完整的数字，不要用科学记数法。";
        }
        if (UNIT.matcher(text).matches() && text.chars().anyMatch(c -> c >= '0' && c <= '9')) {
            return "请只填数字，按本表的金额单位换算好，不要带单位。";
        }
        if (CAPITALS.matcher(text).matches()) {
            return "请用阿拉伯数字填写。";
        }
        return GROUPS.matcher(text).matches()
            ? "千分位逗号的位置不对，请改成例如 1,234.50 或 1234.50。"
            : "请只填数字，例如 1234.50；没有发生的填 0。";
    }
}
