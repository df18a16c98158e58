package juesuan.workbook.read;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import juesuan.workbook.intake.StoredCell;
import juesuan.workbook.intake.StoredWorkbook;
import org.apache.poi.ss.formula.eval.BoolEval;
import org.apache.poi.ss.formula.eval.ErrorEval;
import org.apache.poi.ss.formula.eval.NumberEval;
import org.apache.poi.ss.formula.eval.StringEval;
import org.apache.poi.ss.formula.eval.ValueEval;
import org.apache.poi.ss.usermodel.FormulaError;

/**
 * Decides what a formula's value is. The stored result is what the clerk saw; it is held against a
 * calculation of our own, because scripts leave it out, or leave an old one behind.
 */
final class FormulaCells {

    /** @param note something the clerk should know although the value is used */
    record Result(Content content, Optional<Problem> note) {
    }

    private static final Pattern EXTERNAL = Pattern.compile("\\[\\d+\\]");
    private static final Pattern PICTURE = Pattern.compile("DISPIMG\\s*\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern VOLATILE =
        Pattern.compile("(?<![A-Z0-9_.])(TODAY|NOW|RAND|RANDBETWEEN)\\s*\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final String RECALCULATE = "请在 Excel 或 WPS 中打开，按 F9 重算并保存，再运行。";
    /** What a program leaves in a formula of a cell that is gone; the other formulas that give it only follow. */
    private static final String LOST = "#REF!";
    private static final String CIRCULAR = "循环引用";
    private static final String MEND_FIRST = "公式用到的格有错，请先改好公式或者那些格，再保存。";
    /** Orders of summation differ between programs by some last binary digits. */
    private static final BigDecimal ABSOLUTE = new BigDecimal("1E-9");
    private static final BigDecimal RELATIVE = new BigDecimal("1E-14");

    private final StoredWorkbook workbook;
    private final FormulaEngine engine;
    private final TextNumbers texts;

    FormulaCells(StoredWorkbook workbook, TextNumbers texts) {
        this.workbook = workbook;
        this.engine = new FormulaEngine(workbook, Map.of());
        this.texts = texts;
    }

    Result result(StoredWorkbook.Sheet sheet, StoredCell cell) {
        Result result = asItIs(sheet, cell);
        if (result.content() instanceof Content.Failure failure && engine.text(sheet, cell).contains(LOST)) {
            return new Result(new Content.Failure(Problem.error(ReadRule.ERROR_VALUE, "的公式因为删了行、列或者工作表而失效（" + LOST + "）",
                "请撤销删除，或者直接填写这一格的数；以后不要的行清空内容就可以，不用删。"), failure.shown()), Optional.empty());
        }
        return result.content() instanceof Content.Number number
            ? texts.meant(sheet, cell, number.value()).map(meant -> new Result(Content.Number.of(meant, true), Optional.empty())).orElse(result) : result;
    }

    private Result asItIs(StoredWorkbook.Sheet sheet, StoredCell cell) {
        String formula = engine.text(sheet, cell);
        Optional<Content> refused = refused(QUOTED.matcher(formula).replaceAll("\"\""));
        if (refused.isPresent()) {
            return new Result(refused.get(), Optional.empty());
        }
        Optional<Content> kept = cell.hasResult() && !workbook.recalculates()
            ? Optional.of(CellContents.of(cell)) : Optional.empty();
        Optional<Content> computed = engine.value(sheet, cell).map(FormulaCells::contentOf);
        if (kept.isEmpty()) {
            return computed.map(content -> new Result(content, workbook.recalculates() || content instanceof Content.Failure ? Optional.empty() : Optional.of(
                    Problem.warning(ReadRule.NOT_CALCULATED, "的公式没有算过，已由程序算出 " + Shown.cut(content.shown()), RECALCULATE))))
                .orElseGet(() -> new Result(new Content.Failure(
                    Problem.error(ReadRule.NOT_CALCULATED, "的公式没有算过，程序也算不出来", RECALCULATE), ""), Optional.empty()));
        }
        if (computed.isEmpty()) {
            return new Result(kept.get(), Optional.of(Problem.info(ReadRule.NOT_VERIFIED,
                "的公式程序不能重算，用的是文件里存的结果 " + Shown.cut(kept.get().shown()), "请核对这一格的数。")));
        }
        if (!same(kept.get(), computed.get())) {
            return new Result(new Content.Failure(Problem.error(ReadRule.STALE, "存的结果是“" + Shown.cut(kept.get().shown())
                + "”，按公式重算是“" + Shown.cut(computed.get().shown()) + "”", computed.get() instanceof Content.Failure ? MEND_FIRST : RECALCULATE), kept.get().shown()), Optional.empty());
        }
        return new Result(kept.get(), Optional.empty());
    }

    private static Optional<Content> refused(String formula) {
        if (PICTURE.matcher(formula).find()) {
            return Optional.of(CellContents.picture());
        }
        if (EXTERNAL.matcher(formula).find()) {
            return Optional.of(new Content.Failure(Problem.error(ReadRule.EXTERNAL_LINK, "的公式引用了别的文件",
                "请改填数字，或者复制后用“选择性粘贴—数值”贴回这一格。"), "=" + Shown.cut(formula)));
        }
        if (VOLATILE.matcher(formula).find()) {
            return Optional.of(new Content.Failure(Problem.error(ReadRule.VOLATILE, "的公式“=" + Shown.cut(formula)
                + "”每次打开结果都会变", "请直接填写。"), "=" + Shown.cut(formula)));
        }
        return Optional.empty();
    }

    private static Content contentOf(ValueEval value) {
        if (value instanceof NumberEval number) {
            return decimal(number.getNumberValue()).<Content>map(decimal -> Content.Number.of(decimal, true))
                .orElseGet(() -> CellContents.errorValue("#NUM!"));
        }
        if (value instanceof BoolEval logical) {
            return CellContents.logical(logical.getBooleanValue());
        }
        return value instanceof StringEval text ? CellContents.text(text.getStringValue())
            : CellContents.errorValue(errorName((byte) ((ErrorEval) value).getErrorCode()));
    }

    private static String errorName(byte code) {
        return !FormulaError.isValidCode(code) ? "#?" : FormulaError.forInt(code) == FormulaError.CIRCULAR_REF ? CIRCULAR : FormulaError.forInt(code).getString();
    }

    /** As Excel computed it; none for what is no number. */
    static Optional<BigDecimal> decimal(double number) {
        return Double.isFinite(number) ? Optional.of(BigDecimal.valueOf(number)) : Optional.empty();
    }

    static boolean differ(BigDecimal a, BigDecimal b) {
        return a.subtract(b).abs().compareTo(ABSOLUTE.add(a.abs().max(b.abs()).multiply(RELATIVE))) > 0;
    }

    private static boolean same(Content a, Content b) {
        if (a instanceof Content.Number x && b instanceof Content.Number y) {
            return !differ(x.value(), y.value());
        }
        return a.shown().equals(b.shown()) && a.getClass() == b.getClass();
    }
}
