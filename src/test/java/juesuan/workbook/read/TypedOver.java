package juesuan.workbook.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import juesuan.model.CellRef;
import juesuan.pack.Pack;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook held open, whose cells are typed over and put back: reading it again costs no opening. */
public final class TypedOver {

    /** @param typed empty for a cell that is cleared */
    public record Change(CellRef cell, Optional<BigDecimal> typed) {
    }

    private final XSSFWorkbook workbook;

    private TypedOver(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    public static TypedOver open(byte[] bytes) {
        try {
            XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes));
            // Formulas follow what is typed, as they do in Excel.
            workbook.setForceFormulaRecalculation(true);
            return new TypedOver(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the reader makes of it while the changes stand; none of them stands afterwards. */
    public Submission read(Pack pack, List<Change> changes) {
        return during(changes, () -> WorkbookReader.read(workbook, pack));
    }

    /** The file that somebody would have saved. */
    public byte[] file(List<Change> changes) {
        return during(changes, () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                workbook.write(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        });
    }

    /** Whether the cell is typed, or empty, and not left to the formula that the blank workbook offers. */
    public boolean isTyped(CellRef ref) {
        CellType type = cell(ref).getCellType();
        return type == CellType.NUMERIC || type == CellType.BLANK;
    }

    private interface Step<T> {
        T run();
    }

    private <T> T during(List<Change> changes, Step<T> step) {
        List<Change> before = new ArrayList<>();
        for (Change change : changes) {
            XSSFCell cell = cell(change.cell());
            before.add(new Change(change.cell(), cell.getCellType() == CellType.NUMERIC
                ? Optional.of(new BigDecimal(cell.getRawValue())) : Optional.empty()));
            type(cell, change.typed());
        }
        try {
            return step.run();
        } finally {
            before.forEach(change -> type(cell(change.cell()), change.typed()));
        }
    }

    private XSSFCell cell(CellRef ref) {
        CellAddress at = new CellAddress(ref.address());
        return workbook.getSheet(ref.sheet()).getRow(at.getRow()).getCell(at.getColumn());
    }

    private static void type(XSSFCell cell, Optional<BigDecimal> typed) {
        typed.ifPresentOrElse(number -> cell.setCellValue(number.doubleValue()), cell::setBlank);
    }
}
