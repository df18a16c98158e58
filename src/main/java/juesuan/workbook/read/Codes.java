package juesuan.workbook.read;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import juesuan.pack.ColumnSpec.Type;

/** Subject codes: 类 of 3 digits, 款 of 5, 项 of 7, in some years 9. */
final class Codes {

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern CODE = Pattern.compile("\\d{3}(\\d\\d){0,3}");
    private static final Pattern WITH_NAME = Pattern.compile("(\\d{3}(?:\\d\\d){0,3})[^\\d\\p{IsHan}]*(\\p{IsHan}.*)");

    /** 2010301行政运行, as some systems export it. */
    record Named(String code, String name) {

        static Optional<Named> of(String written) {
            Matcher both = WITH_NAME.matcher(Characters.joined(Characters.tidy(written)).strip());
            return both.matches() ? Optional.of(new Named(both.group(1), both.group(2))) : Optional.empty();
        }
    }

    private Codes() {
    }

    /** Whether a normalised label consists of ASCII digits; Java's own test also knows Arabic-Indic ones. */
    static boolean isDigits(String label) {
        return DIGITS.matcher(label).matches();
    }

    static boolean isWellFormed(String code) {
        return CODE.matcher(code).matches();
    }

    /** The row's code in plain digits; full-width ones are read with a remark. */
    static String read(BlockRows frame, int row) {
        int column = frame.column(Type.CODE).orElseThrow();
        String code = frame.label(row, Type.CODE);
        String written = frame.shown(row, column);
        if (!written.replace(" ", "").equals(code) && Characters.check(written).isEmpty()) {
            frame.report().add(frame.tab().ref(row, column), "", written, Problem.info(ReadRule.NUMBER_NORMALISED,
                "写的是“" + Shown.cut(written) + "”，已按 " + code + " 读取", "请核对；最好改用半角数字重新输入。"));
        }
        return code;
    }

    static void wrong(BlockRows frame, int row, String code) {
        frame.report().add(frame.tab().ref(row, frame.column(Type.CODE).orElse(0)), "", code, Problem.error(
            ReadRule.CODE_WRONG, "写的是“" + Shown.cut(code) + "”，不是本表能用的科目编码", "类填 3 位、款填 5 位、项填 7 位数字。"));
    }
}
