package juesuan.workbook.read;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import juesuan.model.CellRef;
import juesuan.model.Entry;
import juesuan.model.Money;
import juesuan.model.MoneyUnit;
import juesuan.pack.ColumnSpec.Blank;
import juesuan.pack.ColumnSpec.Type;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Turns cells into entries. What is not exactly what the column expects becomes a finding and a blank
 * entry, never a guess.
 */
final class EntryReader {

    /** No department spends more than ten trillion 元. */
    private static final BigDecimal MOST = new BigDecimal("1E13");
    /** What is finer is the noise of somebody's sum, pasted or computed: a hundredth of the last decimal. */
    private static final BigDecimal NOISE = new BigDecimal("0.01");
    private static final int LOST_DIGITS = 15;
    private static final int TEXT_LENGTH = 500;
    private static final int LONG_LENGTH = 30_000;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final FilledSheet tab;
    private final Report report;
    private boolean declared;
    private final Set<CellRef> blankAsZero = new HashSet<>();
    private int typed;

    EntryReader(FilledSheet tab, Report report) {
        this.tab = tab;
        this.report = report;
    }

    /** How many cells hold something that a blank sheet does not. */
    int typed() {
        return typed;
    }

    /** The clerk has declared that what is left empty from here on is 0, also where the formula that says so was deleted. */
    void countBlanksAsZero() {
        declared = true;
    }

    /** Whether the zero of this cell stands for an empty cell. */
    boolean isBlankAsZero(CellRef cell) {
        return blankAsZero.contains(cell);
    }

    Entry read(int row, int column, Field field) {
        Optional<CellRangeAddress> merge = tab.merge(row, column)
            .filter(m -> m.getFirstRow() != row || m.getFirstColumn() != column);
        return merge.isPresent() ? covered(row, column, merge.get(), field) : readCell(row, column, field);
    }

    /** A cell under a merge repeats a text from above; a number cannot belong to two cells. */
    private Entry covered(int row, int column, CellRangeAddress merge, Field field) {
        CellRef cell = tab.ref(row, column);
        boolean fromAbove = merge.getFirstColumn() == column;
        if (fromAbove && !field.type().isNumeric()) {
            return readCell(merge.getFirstRow(), column, field);
        }
        if (field.blank() != Blank.ALLOWED) {
            report.add(cell, field.label(), "", Problem.error(ReadRule.MERGED,
                "和 " + tab.ref(merge.getFirstRow(), merge.getFirstColumn()).address() + " 合并成了一格，看不出数是谁的",
                "请取消合并单元格，把各格的数分别填上。"));
            return new Entry.Unreadable(cell);
        }
        return new Entry.Blank(cell);
    }

    private Entry readCell(int row, int column, Field field) {
        CellRef cell = tab.ref(row, column);
        FormulaCells.Result result = tab.value(row, column);
        Content content = result.content();
        result.note().ifPresent(note -> report.add(cell, field.label(), content.shown(), note));
        if (content instanceof Content.Failure failure) {
            typed++;
            return fail(cell, field, failure.shown(), failure.problem());
        }
        if (content instanceof Content.Text text && Characters.tidy(text.text()).isEmpty()) {
            return blank(cell, field);
        }
        if (content instanceof Content.Empty) {
            return blank(cell, field);
        }
        if (!tab.isFormula(row, column) && !content.shown().equals(field.initial())) {
            typed++;
        }
        return switch (field.type()) {
            case AMOUNT, COUNT, NUMBER, PERCENT -> number(row, column, cell, content, field);
            case DATE -> date(cell, content, field);
            default -> text(row, column, cell, content, field);
        };
    }

    private Entry blank(CellRef cell, Field field) {
        if (field.type().isNumeric() && (field.blank() == Blank.ZERO || declared && field.blank() != Blank.ALLOWED)) {
            blankAsZero.add(cell);
            return new Entry.Number(field.type() == Type.AMOUNT ? Money.ZERO.yuan() : BigDecimal.ZERO, cell);
        }
        if (field.blank() != Blank.ALLOWED) {
            report.add(cell, field.label(), "", missing(field.type()));
        }
        return new Entry.Blank(cell);
    }

    static Problem missing(Type type) {
        return Problem.error(ReadRule.BLANK, "没有填写", type.isNumeric() ? "请填写；没有发生的填 0。" : "请填写。");
    }

    private Entry number(int row, int column, CellRef cell, Content content, Field field) {
        BigDecimal number;
        if (content instanceof Content.Text text) {
            NumberText read = NumberText.read(text.text());
            if (read instanceof NumberText.Dash) {
                return dash(cell, text.text(), field);
            }
            if (read instanceof NumberText.Wrong wrong) {
                return fail(cell, field, text.text(), wrong.problem());
            }
            NumberText.Read ok = (NumberText.Read) read;
            if (ok.normalised()) {
                report.add(cell, field.label(), text.text(), Problem.info(ReadRule.NUMBER_NORMALISED,
                    "写的是“" + Shown.cut(text.text()) + "”，已按 " + ok.number().toPlainString() + " 读取",
                    "请核对；最好改用半角数字重新输入。"));
            }
            number = ok.number();
            tab.textNumber(row, column, number, field.label());
        } else {
            Content.Number stored = (Content.Number) content;
            Optional<BigDecimal> shown = asShown(row, column, cell, stored.value(), field);
            if (shown.isEmpty()) {
                return new Entry.Unreadable(cell);
            }
            number = shown.get();
        }
        return switch (field.type()) {
            case AMOUNT -> amount(cell, number, field);
            case COUNT -> count(cell, number, field);
            default -> number.abs().compareTo(MOST) > 0
                ? fail(cell, field, number.toPlainString(), tooLarge(number.toPlainString()))
                : new Entry.Number(number, cell);
        };
    }

    /** The number as the cell's format shows it; none, with a finding, where the two would disagree. */
    private Optional<BigDecimal> asShown(int row, int column, CellRef cell, BigDecimal number, Field field) {
        CellFormat format = tab.format(row, column);
        String shown = number.toPlainString();
        // Nothing looks like nothing in every format but that of a date.
        if (format == CellFormat.PLAIN || number.signum() == 0 && format != CellFormat.DATE) {
            return Optional.of(number);
        }
        if (format == CellFormat.PERCENT && field.type() == Type.NUMBER && field.column().title().contains("%")) {
            BigDecimal percent = number.multiply(HUNDRED);
            report.add(cell, field.label(), shown, Problem.info(ReadRule.FORMAT_MISLEADS,
                "是百分比格式，已按 " + percent.stripTrailingZeros().toPlainString() + " 读取",
                "请核对；最好把格式改成常规，直接填百分号前面的数。"));
            return Optional.of(percent);
        }
        String kind = switch (format) {
            case PERCENT -> "显示成百分比";
            case DATE -> "显示成日期或时间";
            default -> "显示的是缩小后的数（千或万）";
        };
        fail(cell, field, shown, Problem.error(ReadRule.FORMAT_MISLEADS,
            "的格式让数 " + shown + " " + kind, "请把这一格的数字格式改成“数值”，再核对填的数。"));
        return Optional.empty();
    }

    private Entry dash(CellRef cell, String shown, Field field) {
        if (!field.column().whenBlank().isEmpty() && field.blank() == Blank.ALLOWED) {
            return new Entry.Blank(cell);
        }
        if (field.blank() == Blank.ZERO) {
            report.add(cell, field.label(), shown, Problem.info(ReadRule.DASH,
                "写的是“" + Shown.cut(shown) + "”，已当作没有数（0）", "请核对；没有数可以空着或者填 0。"));
            return blank(cell, field);
        }
        return fail(cell, field, shown, Problem.error(ReadRule.DASH, "写的是“" + Shown.cut(shown) + "”，看不出是多少",
            "没有发生的请填 0。"));
    }

    private Entry amount(CellRef cell, BigDecimal number, Field field) {
        MoneyUnit unit = field.unit();
        BigDecimal rounded = number.setScale(unit.decimals(), RoundingMode.HALF_UP);
        BigDecimal rest = number.subtract(rounded).abs();
        boolean noise = rest.compareTo(NOISE.movePointLeft(unit.decimals())) <= 0;
        if (rest.signum() != 0 && !noise) {
            return fail(cell, field, number.toPlainString(), Problem.error(ReadRule.TOO_FINE,
                "是 " + number.stripTrailingZeros().toPlainString() + " " + unit.label() + "，比一分钱还细",
                "按" + unit.label() + "填写最多 " + unit.decimals() + " 位小数；由公式得出的请用 ROUND 四舍五入。"));
        }
        Money money = Money.of(rounded, unit);
        return money.yuan().abs().compareTo(MOST) > 0
            ? fail(cell, field, number.toPlainString(), tooLarge(number.toPlainString() + " " + unit.label()))
            : new Entry.Number(money.yuan(), cell);
    }

    private static Problem tooLarge(String shown) {
        return Problem.error(ReadRule.TOO_LARGE, "是 " + Shown.cut(shown) + "，大得不可能",
            "请核对数和金额单位。");
    }

    private Entry count(CellRef cell, BigDecimal number, Field field) {
        BigDecimal whole = number.setScale(0, RoundingMode.HALF_UP);
        BigDecimal rest = number.subtract(whole).abs();
        if (whole.signum() < 0 || rest.compareTo(NOISE.movePointLeft(2)) > 0) {
            return fail(cell, field, number.toPlainString(), Problem.error(ReadRule.COUNT_WRONG,
                "是 " + number.toPlainString() + "，应当是 0 或正整数", "请改成整数。"));
        }
        return whole.compareTo(MOST) > 0
            ? fail(cell, field, number.toPlainString(), tooLarge(number.toPlainString()))
            : new Entry.Number(whole, cell);
    }

    private Entry date(CellRef cell, Content content, Field field) {
        DateText read = content instanceof Content.Number number
            ? DateText.ofSerial(number.value(), tab.from1904()) : DateText.ofText(content.shown());
        if (read instanceof DateText.Date date) {
            return new Entry.Text(date.day().toString(), cell);
        }
        return fail(cell, field, content.shown(), Problem.error(ReadRule.DATE_WRONG,
            "写的是“" + Shown.cut(content.shown()) + "”，" + ((DateText.Wrong) read).why(), "请填成例如 2024-09-01 或 2024年9月。"));
    }

    private Entry text(int row, int column, CellRef cell, Content content, Field field) {
        String text;
        if (content instanceof Content.Number number) {
            Optional<String> written = numberAsText(tab.format(row, column), number.value(), cell, field);
            if (written.isEmpty()) {
                return new Entry.Unreadable(cell);
            }
            text = written.get();
        } else {
            text = oneLine(cell, selectors(cell, content.shown(), field), field);
            Optional<Problem> unsafe = Characters.check(text);
            if (unsafe.isPresent()) {
                return fail(cell, field, Shown.cut(text), unsafe.get());
            }
        }
        int longest = field.type() == Type.LONG ? LONG_LENGTH : TEXT_LENGTH;
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            return fail(cell, field, Shown.cut(text), Problem.error(ReadRule.TOO_LONG,
                "有 " + length + " 个字，最多 " + longest + " 个字", "请精简。"));
        }
        if (field.type() == Type.CHOICE && !field.choices().contains(text)) {
            return fail(cell, field, text, Problem.error(ReadRule.CHOICE_WRONG,
                "写的是“" + Shown.cut(text) + "”，只能是" + String.join("、", field.choices()), "请从下拉框里选。"));
        }
        return new Entry.Text(text, cell);
    }

    /** Variants of a character that no font of ours has: they change nothing, and are left out. */
    private String selectors(CellRef cell, String written, Field field) {
        String text = Characters.tidy(written);
        if (Characters.hasSelectors(written)) {
            report.add(cell, field.label(), Shown.cut(text), Problem.info(ReadRule.SELECTOR,
                "里有看不见的异体字选择符，已去掉", "字形不会变；确需异体字的，请核对印出来的字。"));
        }
        return text;
    }

    /** A line break in a name would go to the cover, to headings and to the folder's name. */
    private String oneLine(CellRef cell, String text, Field field) {
        if (!field.oneLine() || text.indexOf('\n') < 0) {
            return text;
        }
        String joined = Characters.joined(text);
        report.add(cell, field.label(), Shown.cut(joined), joined(joined));
        return joined;
    }

    static Problem joined(String joined) {
        return Problem.info(ReadRule.LINE_BREAK, "里有换行，已连成一行“" + Shown.cut(joined) + "”", "请核对；最好把换行删去。");
    }

    private Optional<String> numberAsText(CellFormat format, BigDecimal number, CellRef cell, Field field) {
        if (number.signum() != 0 && number.precision() - number.scale() > LOST_DIGITS) {
            fail(cell, field, number.toPlainString(), Problem.error(ReadRule.DIGITS_LOST,
                "是 " + (number.precision() - number.scale()) + " 位的数，Excel 只保留 15 位，后面的已经丢了",
                "请把单元格格式设为文本后重新输入。"));
            return Optional.empty();
        }
        return switch (format) {
            case PLAIN -> Optional.of(plain(number));
            case PERCENT -> Optional.of(plain(number.multiply(HUNDRED)) + "%");
            default -> {
                fail(cell, field, plain(number), Problem.error(ReadRule.FORMAT_MISLEADS,
                    "存的是数 " + plain(number) + "，显示的却是日期、时间或缩小后的数", "请把单元格格式设为文本后重新输入。"));
                yield Optional.empty();
            }
        };
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private Entry fail(CellRef cell, Field field, String shown, Problem problem) {
        report.add(cell, field.label(), shown, problem);
        return new Entry.Unreadable(cell);
    }
}
