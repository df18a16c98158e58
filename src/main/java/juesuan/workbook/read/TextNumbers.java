package juesuan.workbook.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import juesuan.model.CellRef;
import juesuan.model.Finding;
import juesuan.workbook.intake.StoredCell;
import juesuan.workbook.intake.StoredWorkbook;
import juesuan.workbook.sheet.Ranges;
import org.apache.poi.ss.formula.eval.NumberEval;

/**
 * Amounts that stand as text, as pasted columns often do: they are read as numbers, but the workbook's sums pass
 * over them. What its formulas would give if they were numbers is what the clerk means; that they are not is told once.
 */
final class TextNumbers {

    private record Text(StoredCell cell, BigDecimal number, Finding.Cell found) {
    }

    private final StoredWorkbook workbook;
    private final Map<CellRef, Text> texts = new LinkedHashMap<>();
    /** By sheet, and over all sheets under the empty name. */
    private final Map<String, FormulaEngine> meant = new LinkedHashMap<>();
    private final Set<String> passedOver = new LinkedHashSet<>();

    TextNumbers(StoredWorkbook workbook) {
        this.workbook = workbook;
    }

    void add(StoredCell cell, BigDecimal number, CellRef at, String label) {
        texts.put(at, new Text(cell, number, new Finding.Cell(at, label, cell.value().orElse(""))));
    }

    /** Takes those seen so far for numbers from now on; there is nothing to be read again where there are none. */
    boolean assume() {
        if (!texts.isEmpty()) {
            meant.put("", numbers(text -> true));
            texts.values().stream().map(TextNumbers::sheet).distinct().forEach(sheet -> meant.put(sheet, numbers(text -> sheet(text).equals(sheet))));
        }
        return !texts.isEmpty();
    }

    private FormulaEngine numbers(Predicate<Text> which) {
        Map<StoredCell, Double> numbers = new IdentityHashMap<>();
        texts.values().stream().filter(which).forEach(text -> numbers.put(text.cell, Double.valueOf(text.number.toPlainString())));
        return new FormulaEngine(workbook, numbers);
    }

    private static String sheet(Text text) {
        return text.found.at().sheet();
    }

    /** What a formula gives when texts are numbers, where that is not what it gives as it is. */
    Optional<BigDecimal> meant(StoredWorkbook.Sheet at, StoredCell formula, BigDecimal result) {
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        meant.forEach((sheet, engine) -> {
            if (!sheet.isEmpty() && evaluate(engine, at, formula).filter(number -> FormulaCells.differ(number, result)).isPresent()) {
                passedOver.add(sheet);
            }
        });
        return evaluate(meant.get(""), at, formula).filter(number -> FormulaCells.differ(number, result));
    }

    private static Optional<BigDecimal> evaluate(FormulaEngine engine, StoredWorkbook.Sheet sheet, StoredCell formula) {
        return engine.value(sheet, formula).flatMap(value -> value instanceof NumberEval number ? FormulaCells.decimal(number.getNumberValue()) : Optional.empty());
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
