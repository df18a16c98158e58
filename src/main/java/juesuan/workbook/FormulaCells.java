package juesuan.workbook;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

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

    private final StoredCells stored;
    private final TextNumbers texts;
    private final XSSFFormulaEvaluator evaluator;
    /** The workbook asks to be calculated when opened: no stored result counts. */
    private final boolean recalculate;

    FormulaCells(XSSFWorkbook workbook, StoredCells stored, TextNumbers texts) {
        this.stored = stored;
        this.texts = texts;
        this.evaluator = workbook.getCreationHelper().createFormulaEvaluator();
        this.recalculate = workbook.getForceFormulaRecalculation();
    }

    Result result(XSSFCell cell) {
        Result result = asItIs(cell);
        if (result.content() instanceof Content.Failure failure && text(cell).contains(LOST)) {
            return new Result(new Content.Failure(Problem.error(ReadRule.ERROR_VALUE, "的公式因为删了行、列或者工作表而失效（" + LOST + "）",
                "请撤销删除，或者直接填写这一格的数；以后不要的行清空内容就可以，不用删。"), failure.shown()), Optional.empty());
        }
        return result.content() instanceof Content.Number number
            ? texts.meant(cell, number.value()).map(meant -> new Result(Content.Number.of(meant, true), Optional.empty())).orElse(result) : result;
    }

    private Result asItIs(XSSFCell cell) {
        String formula = text(cell);
        Optional<Content> refused = refused(QUOTED.matcher(formula).replaceAll("\"\""));
        if (refused.isPresent()) {
            return new Result(refused.get(), Optional.empty());
        }
        Optional<Content> kept = stored.hasResult(cell) && !recalculate
            ? Optional.of(stored.content(cell)) : Optional.empty();
        Optional<Content> computed = compute(cell);
        if (kept.isEmpty()) {
            return computed.map(content -> new Result(content, recalculate || content instanceof Content.Failure ? Optional.empty() : Optional.of(
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

    /** Asking for a formula's text throws for shared formulas without a master, among others. */
    private static String text(XSSFCell cell) {
        try {
            return cell.getCellFormula();
        } catch (RuntimeException e) {
            String raw = cell.getCTCell().getF().getStringValue();
            return raw == null ? "" : raw;
        }
    }

    private static Optional<Content> refused(String formula) {
        if (PICTURE.matcher(formula).find()) {
            return Optional.of(StoredCells.picture());
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

    private Optional<Content> compute(XSSFCell cell) {
        try {
            CellValue value = evaluator.evaluate(cell);
            return value == null ? Optional.empty() : Optional.of(contentOf(value));
        } catch (RuntimeException | StackOverflowError e) {
            // Unknown functions, unparsable text: POI has an exception for each. Long chains it recurses into.
            return Optional.empty();
        }
    }

    private static Content contentOf(CellValue value) {
        return switch (value.getCellType()) {
            case NUMERIC -> Double.isFinite(value.getNumberValue())
                ? Content.Number.of(BigDecimal.valueOf(value.getNumberValue()), true)
                : StoredCells.errorValue("#NUM!");
            case STRING -> StoredCells.text(value.getStringValue());
            case BOOLEAN -> StoredCells.logical(value.getBooleanValue());
            default -> StoredCells.errorValue(errorName(value.getErrorValue()));
        };
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
