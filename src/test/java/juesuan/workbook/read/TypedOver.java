package juesuan.workbook.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import juesuan.model.CellRef;
import juesuan.pack.Pack;
import juesuan.workbook.intake.Preflight;
import juesuan.workbook.intake.StoredCell;
import juesuan.workbook.intake.StoredWorkbook;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook taken in once, whose cells are typed over and put back: reading it again costs no opening. */
public final class TypedOver {

    /** @param typed a number, or a text after an apostrophe; empty for a cell that is cleared */
    public record Typed(CellRef cell, String typed) {
    }

    /** @param typed empty for a cell that is cleared */
    public record Change(CellRef cell, Optional<BigDecimal> typed) {

        private Typed asTyped() {
            return new Typed(cell, typed.map(BigDecimal::toPlainString).orElse(""));
        }
    }

    private final byte[] bytes;
    private final Preflight.Opened opened;

    private TypedOver(byte[] bytes) {
        this.bytes = bytes;
        Preflight.Opened file = Preflight.open(bytes, "填报.xlsx");
        StoredWorkbook workbook = file.workbook();
        // Formulas follow what is typed, as they do in Excel.
        this.opened = new Preflight.Opened(file.original(), new StoredWorkbook(workbook.sheets(), workbook.formats(), workbook.names(),
            workbook.tables(), workbook.from1904(), true));
    }

    public static TypedOver open(byte[] bytes) {
        return new TypedOver(bytes);
    }

    /** What the reader makes of it while the changes stand; none of them stands afterwards. */
    public Submission read(Pack pack, List<Change> changes) {
        return readTyped(pack, changes.stream().map(Change::asTyped).toList());
    }

    /** As {@link #read}, later changes of a cell over earlier ones. */
    public Submission readTyped(Pack pack, List<Typed> changes) {
        StoredCell[] before = new StoredCell[changes.size()];
        for (int i = 0; i < before.length; i++) {
            before[i] = cell(changes.get(i).cell());
            put(changes.get(i).cell(), typed(changes.get(i), before[i]));
        }
        try {
            return WorkbookReader.of(opened).read(pack);
        } finally {
            for (int i = before.length - 1; i >= 0; i--) {
                put(changes.get(i).cell(), before[i]);
            }
        }
    }

    /** The file that somebody would have saved. */
    public byte[] file(List<Change> changes) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes)); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.setForceFormulaRecalculation(true);
            for (Change change : changes) {
                CellAddress at = new CellAddress(change.cell().address());
                XSSFCell cell = workbook.getSheet(change.cell().sheet()).getRow(at.getRow()).getCell(at.getColumn());
                change.typed().ifPresentOrElse(number -> cell.setCellValue(number.doubleValue()), cell::setBlank);
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the cell is typed, or empty, and not left to the formula that the blank workbook offers. */
    public boolean isTyped(CellRef ref) {
        StoredCell cell = cell(ref);
        return cell == null || cell.formula().isEmpty() && cell.type() == StoredCell.Type.NUMBER;
    }

    private static StoredCell typed(Typed change, StoredCell before) {
        CellAddress at = new CellAddress(change.cell().address());
        boolean text = change.typed().startsWith("'");
        return change.typed().isEmpty() ? null : new StoredCell(at.getRow(), at.getColumn(), text ? StoredCell.Type.TEXT : StoredCell.Type.NUMBER,
            Optional.of(text ? change.typed().substring(1) : Double.toString(new BigDecimal(change.typed()).doubleValue())), Optional.empty(),
            before == null ? 0 : before.style());
    }

    private StoredWorkbook.Sheet sheet(CellRef ref) {
        return opened.workbook().sheets().stream().filter(sheet -> sheet.name().equals(ref.sheet())).findFirst().orElseThrow();
    }

    private StoredCell cell(CellRef ref) {
        CellAddress at = new CellAddress(ref.address());
        return sheet(ref).cell(at.getRow(), at.getColumn());
    }

    private void put(CellRef ref, StoredCell cell) {
        CellAddress at = new CellAddress(ref.address());
        List<StoredCell[]> rows = sheet(ref).rows();
        while (rows.size() <= at.getRow()) {
            rows.add(new StoredCell[0]);
        }
        StoredCell[] row = rows.get(at.getRow());
        if (row.length <= at.getColumn()) {
            row = Arrays.copyOf(row, at.getColumn() + 1);
            rows.set(at.getRow(), row);
        }
        row[at.getColumn()] = cell;
    }
}
