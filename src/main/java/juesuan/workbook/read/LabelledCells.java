package juesuan.workbook.read;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import juesuan.workbook.sheet.Labels;

/** What stands to the right of a label: for the few facts needed before any declaration is loaded. */
record LabelledCells(List<FilledSheet> tabs) {

    private static final int ROWS = 200;

    /** The first text to the right of the label that will do, in the tab of this name. */
    Optional<String> find(String tabName, String label, Predicate<String> test) {
        String name = Labels.sheetName(tabName);
        String wanted = Labels.normal(label);
        for (FilledSheet tab : tabs) {
            if (!Labels.sheetName(tab.name()).equals(name)) {
                continue;
            }
            for (int row = 0; row < Math.min(ROWS, tab.rows()); row++) {
                for (int column = 0; column < tab.width(row); column++) {
                    if (tab.label(row, column).equals(wanted)) {
                        Optional<String> found = rightOf(tab, row, column, test);
                        if (found.isPresent()) {
                            return found;
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> rightOf(FilledSheet tab, int row, int column, Predicate<String> test) {
        for (int c = column + 1; c < tab.width(row); c++) {
            String text = tab.label(row, c);
            if (!text.isEmpty() && test.test(text)) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }
}
