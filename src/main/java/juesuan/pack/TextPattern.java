package juesuan.pack;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions of rules about texts. Besides what Java knows there may stand {@code {年度}},
 * {@code {上年度}}, {@code {下年度}}, {@code {汉}} for a Chinese character and {@code {数}} for a number, captured.
 */
public final class TextPattern {

    private static final String NUMBER = "(?<![0-9.,])([0-9][0-9,]*+(?:\\.[0-9]++)?)";
    /** Hundreds of workbooks of a run share them. */
    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private TextPattern() {
    }

    /** @throws IllegalArgumentException with a Chinese sentence */
    public static Pattern of(String text, int year) {
        String regex = text.replace("{年度}", String.valueOf(year)).replace("{上年度}", String.valueOf(year - 1))
            .replace("{下年度}", String.valueOf(year + 1)).replace("{汉}", "\\p{IsHan}").replace("{数}", NUMBER);
        try {
            return COMPILED.computeIfAbsent(regex, Pattern::compile);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("正则表达式“" + text + "”写错了，在第 " + (e.getIndex() + 1) + " 个字附近", e);
        }
    }
}
