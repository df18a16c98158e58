package juesuan.workbook.read;

import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What all tabs of a workbook share for reading their cells. */
final class CellSource {

    private final StoredCells stored;
    private final FormulaCells formulas;
    private final TextNumbers texts;
    private final CellFormats formats = new CellFormats();
    private final boolean from1904;

    CellSource(XSSFWorkbook workbook) {
        this.stored = new StoredCells(workbook);
        this.texts = new TextNumbers(workbook);
        this.formulas = new FormulaCells(workbook, stored, texts);
        this.from1904 = workbook.isDate1904();
    }

    Content stored(XSSFCell cell) {
        return stored.content(cell);
    }

    FormulaCells.Result formula(XSSFCell cell) {
        return formulas.result(cell);
    }

    TextNumbers texts() {
        return texts;
    }

    CellFormats.Kind format(XSSFCell cell) {
        return formats.kind(cell);
    }

    /** Whether dates count from 1904, an old habit of Excel on Macs. */
    boolean from1904() {
        return from1904;
    }
}
