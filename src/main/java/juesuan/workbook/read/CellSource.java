package juesuan.workbook.read;

import java.util.HashMap;
import java.util.Map;
import juesuan.workbook.intake.StoredCell;
import juesuan.workbook.intake.StoredWorkbook;

/** What all tabs of a workbook share for reading their cells. */
final class CellSource {

    private final StoredWorkbook workbook;
    private final FormulaCells formulas;
    private final TextNumbers texts;
    private final Map<Integer, CellFormat> formats = new HashMap<>();

    CellSource(StoredWorkbook workbook) {
        this.workbook = workbook;
        this.texts = new TextNumbers(workbook);
        this.formulas = new FormulaCells(workbook, texts);
    }

    FormulaCells.Result formula(StoredWorkbook.Sheet sheet, StoredCell cell) {
        return formulas.result(sheet, cell);
    }

    TextNumbers texts() {
        return texts;
    }

    CellFormat format(StoredCell cell) {
        return formats.computeIfAbsent(cell.style(), style -> style < workbook.formats().size()
            ? CellFormat.of(workbook.formats().get(style)) : CellFormat.PLAIN);
    }

    /** Whether dates count from 1904, an old habit of Excel on Macs. */
    boolean from1904() {
        return workbook.from1904();
    }
}
