package juesuan.workbook.blank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import juesuan.pack.ColumnSpec.Type;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Collects which cells accept what and declares each kind once per sheet. All warn and none forbids:
 * the program reports with more care what Excel would only refuse, and a refused paste helps nobody.
 */
final class Validations {

    /** More than any department's total, so that only slips are larger. */
    private static final String LARGEST = "10000000000000";

    private sealed interface Rule {
    }

    /** @param open whether other values are as good as those of the list */
    private record Choice(String list, boolean open) implements Rule {
    }

    private record Kind(Type type) implements Rule {
    }

    private final Map<Rule, Map<Integer, TreeSet<Integer>>> cells = new LinkedHashMap<>();

    void choice(String list, boolean open, int row, int column) {
        add(new Choice(list, open), row, column);
    }

    /** Dates, whole numbers and amounts; other types accept anything. */
    void type(Type type, int row, int column) {
        if (type == Type.DATE || type == Type.COUNT || type == Type.AMOUNT) {
            add(new Kind(type), row, column);
        }
    }

    private void add(Rule rule, int row, int column) {
        cells.computeIfAbsent(rule, r -> new TreeMap<>()).computeIfAbsent(column, c -> new TreeSet<>()).add(row);
    }

    void write(XSSFSheet sheet) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        cells.forEach((rule, columns) -> sheet.addValidationData(rule(helper, rule, ranges(columns))));
    }

    private static DataValidation rule(DataValidationHelper helper, Rule rule, CellRangeAddressList ranges) {
        DataValidation validation = helper.createValidation(constraint(helper, rule), ranges);
        validation.setEmptyCellAllowed(true);
        validation.setErrorStyle(DataValidation.ErrorStyle.WARNING);
        validation.setShowErrorBox(!(rule instanceof Choice choice && choice.open()));
        validation.createErrorBox("请核对", message(rule));
        if (rule instanceof Choice) {
            // POI's flag is inverted for xlsx: true shows the arrow.
            validation.setSuppressDropDownArrow(true);
        }
        return validation;
    }

    private static DataValidationConstraint constraint(DataValidationHelper helper, Rule rule) {
        if (rule instanceof Choice choice) {
            return helper.createFormulaListConstraint(choice.list());
        }
        return switch (((Kind) rule).type()) {
            case DATE -> helper.createDateConstraint(OperatorType.BETWEEN, "DATE(2000,1,1)", "DATE(2099,12,31)", "");
            case COUNT -> helper.createIntegerConstraint(OperatorType.BETWEEN, "0", LARGEST);
            default -> helper.createDecimalConstraint(OperatorType.BETWEEN, "-" + LARGEST, LARGEST);
        };
    }

    private static String message(Rule rule) {
        if (rule instanceof Choice) {
            return "下拉列表里没有这一项。";
        }
        return switch (((Kind) rule).type()) {
            case DATE -> "这里填日期，例如 2024-8-30。";
            case COUNT -> "这里填整数，没有的填 0。";
            default -> "这里填数字，不要带单位和文字；没有发生的填 0。";
        };
    }

    private static CellRangeAddressList ranges(Map<Integer, TreeSet<Integer>> columns) {
        CellRangeAddressList ranges = new CellRangeAddressList();
        columns.forEach((column, rows) -> {
            List<Integer> ordered = new ArrayList<>(rows);
            int start = 0;
            for (int i = 1; i <= ordered.size(); i++) {
                if (i == ordered.size() || ordered.get(i) != ordered.get(i - 1) + 1) {
                    ranges.addCellRangeAddress(new CellRangeAddress(ordered.get(start), ordered.get(i - 1), column, column));
                    start = i;
                }
            }
        });
        return ranges;
    }
}
