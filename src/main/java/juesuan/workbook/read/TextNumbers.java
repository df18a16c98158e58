package juesuan.workbook.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import juesuan.model.CellRef;
import juesuan.model.Finding;
import juesuan.workbook.sheet.Ranges;
import org.apache.poi.ss.formula.IStabilityClassifier;
import org.apache.poi.ss.formula.eval.NumberEval;
import org.apache.poi.ss.formula.eval.ValueEval;
import org.apache.poi.ss.formula.eval.forked.ForkedEvaluator;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Amounts that stand as text, as pasted columns often do: they are read as numbers, but the workbook's sums pass
 * over them. What its formulas would give if they were numbers is what the clerk means; that they are not is told once.
 */
final class TextNumbers {

    private record Text(XSSFCell cell, BigDecimal number, Finding.Cell found) {
    }

    private final XSSFWorkbook workbook;
    private final Map<CellRef, Text> texts = new LinkedHashMap<>();
    /** By sheet, and over all sheets under the empty name. */
    private final Map<String, ForkedEvaluator> meant = new LinkedHashMap<>();
    private final Set<String> passedOver = new LinkedHashSet<>();

    TextNumbers(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    void add(XSSFCell cell, BigDecimal number, CellRef at, String label) {
        texts.put(at, new Text(cell, number, new Finding.Cell(at, label, cell.getStringCellValue())));
    }

    /** Takes those seen so far for numbers from now on; there is nothing to be read again where there are none. */
    boolean assume() {
        texts.values().forEach(text -> {
            fork("").updateCell(sheet(text), text.cell.getRowIndex(), text.cell.getColumnIndex(), new NumberEval(Double.parseDouble(text.number.toPlainString())));
            fork(sheet(text)).updateCell(sheet(text), text.cell.getRowIndex(), text.cell.getColumnIndex(), new NumberEval(Double.parseDouble(text.number.toPlainString())));
        });
        return !texts.isEmpty();
    }

    private ForkedEvaluator fork(String sheet) {
        return meant.computeIfAbsent(sheet, any -> ForkedEvaluator.create(workbook, IStabilityClassifier.TOTALLY_IMMUTABLE, null));
    }

    private static String sheet(Text text) {
        return text.cell.getSheet().getSheetName();
    }

    /** What a formula gives when texts are numbers, where that is not what it gives as it is. */
    Optional<BigDecimal> meant(XSSFCell formula, BigDecimal result) {
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        meant.forEach((sheet, fork) -> {
            if (!sheet.isEmpty() && evaluate(fork, formula).filter(number -> FormulaCells.differ(number, result)).isPresent()) {
                passedOver.add(sheet);
            }
        });
        return evaluate(meant.get(""), formula).filter(number -> FormulaCells.differ(number, result));
    }

    private static Optional<BigDecimal> evaluate(ForkedEvaluator fork, XSSFCell formula) {
        try {
            ValueEval value = fork.evaluate(formula.getSheet().getSheetName(), formula.getRowIndex(), formula.getColumnIndex());
            return value instanceof NumberEval number ? FormulaCells.decimal(number.getNumberValue()) : Optional.empty();
        } catch (RuntimeException | StackOverflowError e) {
            // As FormulaCells: what POI cannot compute stays as it is stored.
            return Optional.empty();
        }
    }

    /** One finding for each sheet with texts that some formula passes over. */
    void report(Report report) {
        for (String sheet : passedOver) {
            List<Text> all = new ArrayList<>(texts.values().stream().filter(text -> sheet(text).equals(sheet)).toList());
            report.add(sheet, all.stream().map(Text::found).toList(), Problem.error(ReadRule.TEXT_NUMBERS,
                Ranges.of(all.stream().map(text -> text.found().at().address()).collect(Collectors.toList())) + " 是文本，不是数，求和公式不计入，合计因此不对",
                "请选中这些格，点旁边的感叹号选“转换为数字”（或者用“数据—分列”，直接点“完成”），再保存。"));
        }
    }
}
