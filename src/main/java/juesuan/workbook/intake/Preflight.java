package juesuan.workbook.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import juesuan.workbook.sheet.OwnSheets;

/**
 * Takes a file in: looks at it before anybody else does, refuses, in one sentence, whatever programs would read
 * differently or choke on, and takes from its parts what they hold, in the same pass. POI opens damaged and
 * contradictory workbooks without complaint and shows other values than Excel does; for a disclosure that is worse
 * than no answer.
 */
public final class Preflight {

    private Preflight() {}

    /** What was taken in, and the file that it was taken from. */
    public record Opened(Original original, StoredWorkbook workbook) {
    }

    /**
     * Reads a file once and whole, so that nobody can change it between check and use.
     *
     * @throws juesuan.model.UserError when it is no workbook that can be relied on
     */
    public static Opened open(Path file) {
        String name = FileReading.nameOf(file);
        return open(Boundary.guard(name, () -> FileReading.read(file)), name);
    }

    /** As {@link #open(Path)} for bytes that are already here. */
    public static Opened open(byte[] bytes, String name) {
        SourceFile file = new SourceFile(name, bytes);
        return Boundary.guard(name, () -> {
            try {
                return read(file, verified(file));
            } catch (XMLStreamException e) {
                throw file.refuse("的内部 XML 不合规范，无法读懂；" + SourceFile.SAVE_AGAIN, e);
            }
        });
    }

    private static Parts verified(SourceFile file) {
        Limits.applyToPoi();
        if (file.bytes().length > Limits.FILE_BYTES) {
            throw FileReading.tooLarge(file);
        }
        Sniffer.kindOf(file).ifPresent(kind -> {
            throw file.refuse(kind.sentence());
        });
        return ZipCheck.verify(file);
    }

    private static Opened read(SourceFile file, Parts parts) throws IOException, XMLStreamException {
        WorkbookParts book = new WorkbookParts(file, new Opc(parts));
        List<String> sharedStrings = book.sharedStrings();
        List<StoredWorkbook.Sheet> sheets = new ArrayList<>();
        List<String> heavy = new ArrayList<>();
        long cells = 0;
        for (WorkbookParts.SheetPart sheet : book.sheets()) {
            // The workbook's own audit is three quarters of it, and nobody reads that.
            if (!sheet.hasCells() || OwnSheets.isLive(sheet.name())) {
                sheets.add(new StoredWorkbook.Sheet(sheet.name(), sheet.hidden(), false, List.of(), List.of(), new BitSet(), new BitSet()));
                continue;
            }
            SheetScan.Result scanned = SheetScan.scan(file, sheet, parts.open(sheet.part()), sharedStrings);
            sheets.add(scanned.sheet());
            cells += scanned.cells();
            if (scanned.heavy()) {
                heavy.add(sheet.part().name());
            }
        }
        if (cells > Limits.CELLS_PER_WORKBOOK) {
            throw file.refuse("共有 " + cells + " 个填了内容的单元格，超过 " + Limits.CELLS_PER_WORKBOOK
                    + " 个的上限；请检查是否选错了文件，或删去多余的内容后另存一份再试。");
        }
        return new Opened(new Original(file.name(), file.bytes(), heavy, Set.of()), book.of(sheets));
    }
}
