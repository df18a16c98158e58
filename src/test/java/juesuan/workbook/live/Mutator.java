package juesuan.workbook.live;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import juesuan.pack.Pack;
import juesuan.pack.Rule;
import juesuan.pack.RuleSpec;
import juesuan.pack.Selection;
import juesuan.pack.SheetSpec;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes slips, as clerks do, in the cells of a filled workbook that rules are about. */
final class Mutator {

    /** @param before, after a number, or a text after an apostrophe; empty for nothing */
    record Change(Cell cell, String before, String after) {

        String tab() {
            return cell.getSheet().getSheetName();
        }

        @Override
        public String toString() {
            return tab() + "!" + cell.getAddress() + " " + before + " -> " + after;
        }
    }

    private final Random random;
    private final List<Cell> numbers = new ArrayList<>();
    private final List<Cell> texts = new ArrayList<>();

    Mutator(XSSFWorkbook workbook, Pack pack, Random random) {
        this.random = random;
        Set<String> sheets = new HashSet<>();
        pack.rules().stream().filter(RuleSpec::isOn).forEach(rule -> Rule.of(pack, rule).tests().forEach(test ->
            test.cells().values().stream().map(Selection::sheet).map(SheetSpec::name).forEach(sheets::add)));
        workbook.forEach(sheet -> {
            if (sheets.stream().anyMatch(name -> sheet.getSheetName().startsWith(name))) {
                collect((XSSFSheet) sheet);
            }
        });
    }

    private void collect(XSSFSheet sheet) {
        sheet.forEach(row -> row.forEach(cell -> {
            if (!cell.getCellStyle().getLocked() && cell.getCellType() == CellType.NUMERIC) {
                numbers.add(cell);
            } else if (!cell.getCellStyle().getLocked() && cell.getCellType() == CellType.STRING) {
                texts.add(cell);
            }
        }));
    }

    /** Most slips are in numbers, and most of these leave a number. */
    List<Change> change() {
        int kind = random.nextInt(20);
        Cell cell = kind < 18 ? numbers.get(random.nextInt(numbers.size())) : texts.get(random.nextInt(texts.size()));
        String before = content(cell);
        if (kind >= 18) {
            String text = before.substring(Math.min(1, before.length()));
            boolean code = text.matches("\\d{3,7}");
            return List.of(apply(cell, code && random.nextBoolean() ? text : code ? "'" + digit(text) : ""));
        }
        return switch (kind) {
            case 0, 1, 2, 3, 4 -> List.of(apply(cell, digit(before)));
            case 5, 6 -> List.of(apply(cell, number(before).add(new BigDecimal("0.01")).toPlainString()));
            case 7, 8 -> List.of(apply(cell, number(before).subtract(new BigDecimal("0.02")).toPlainString()));
            case 9 -> List.of(apply(cell, number(before).negate().toPlainString()));
            case 10 -> List.of(apply(cell, number(before).movePointRight(4).toPlainString()));
            case 11, 12 -> List.of(apply(cell, ""));
            case 13 -> List.of(apply(cell, "'待定"));
            case 14 -> List.of(apply(cell, "'—"));
            case 15 -> List.of(apply(cell, String.format("'%,.2f", number(before))));
            default -> move(cell, before);
        };
    }

    private List<Change> move(Cell cell, String before) {
        List<Cell> others = numbers.stream().filter(other -> other.getSheet() == cell.getSheet()
            && other.getColumnIndex() == cell.getColumnIndex() && Math.abs(other.getRowIndex() - cell.getRowIndex()) == 1).toList();
        List<Change> changes = new ArrayList<>(List.of(apply(cell, "")));
        others.stream().findFirst().ifPresent(other -> changes.add(apply(other, before)));
        return changes;
    }

    private static BigDecimal number(String content) {
        return content.isEmpty() || content.startsWith("'") ? BigDecimal.ONE : new BigDecimal(content);
    }

    private String digit(String number) {
        List<Integer> digits = number.chars().boxed().toList();
        List<Integer> places = java.util.stream.IntStream.range(0, digits.size())
            .filter(i -> Character.isDigit(digits.get(i))).boxed().collect(Collectors.toList());
        if (places.isEmpty() || number.startsWith("'")) {
            return "1";
        }
        int at = places.get(random.nextInt(places.size()));
        int digit = (number.charAt(at) - '0' + 1 + random.nextInt(9)) % 10;
        return number.substring(0, at) + digit + number.substring(at + 1);
    }

    private static String content(Cell cell) {
        return switch (cell.getCellType()) {
            case NUMERIC -> BigDecimal.valueOf(cell.getNumericCellValue()).stripTrailingZeros().toPlainString();
            case STRING -> "'" + cell.getStringCellValue();
            default -> "";
        };
    }

    private static Change apply(Cell cell, String after) {
        Change change = new Change(cell, content(cell), after);
        type(cell, after);
        return change;
    }

    void undo(List<Change> changes) {
        for (int i = changes.size() - 1; i >= 0; i--) {
            type(changes.get(i).cell(), changes.get(i).before());
        }
    }

    private static void type(Cell cell, String content) {
        if (content.isEmpty()) {
            cell.setBlank();
        } else if (content.startsWith("'")) {
            cell.setCellValue(content.substring(1));
        } else {
            cell.setCellValue(new BigDecimal(content).doubleValue());
        }
    }
}
