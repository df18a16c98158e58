package juesuan.workbook.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * Looks at a file before POI does and refuses, in one sentence, whatever POI would misread or choke
 * on. POI opens damaged and contradictory workbooks without complaint and shows other values than
 * Excel does; for a disclosure that is worse than no answer.
 */
public final class Preflight {

    private Preflight() {}

    /**
     * A workbook that POI reads rightly.
     *
     * @param bytes as they lay on disk
     * @param safe what to hand to POI; the same array if nothing had to change
     */
    public record Opened(String name, byte[] bytes, byte[] safe) {
    }

    /** Reads a file once and whole, so that nobody can change it between check and use. */
    public static Opened open(Path file) {
        String name = FileReading.nameOf(file);
        byte[] bytes = Boundary.guard(name, () -> FileReading.read(file));
        return new Opened(name, bytes, safe(bytes, name));
    }

    /** The bytes of a workbook that POI reads rightly, to be handed to POI as a stream; the same array if nothing had to change. */
    public static byte[] safe(byte[] bytes, String fileName) {
        return Boundary.guard(fileName, () -> {
            Parts parts = verified(new SourceFile(fileName, bytes));
            Map<Parts.Part, Repack.Change> repairs = repairs(new SourceFile(fileName, bytes), parts);
            return repairs.isEmpty() ? bytes : Repack.with(parts, repairs);
        });
    }

    /** Only the verdict. */
    static void check(byte[] bytes, String fileName) {
        Boundary.guard(fileName, () -> {
            SourceFile file = new SourceFile(fileName, bytes);
            return repairs(file, verified(file)).size();
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

    /** What must be changed for POI; refuses what cannot be helped. */
    private static Map<Parts.Part, Repack.Change> repairs(SourceFile file, Parts parts) throws IOException {
        Map<Parts.Part, Repack.Change> repairs = new LinkedHashMap<>();
        try {
            Opc opc = new Opc(parts);
            WorkbookParts book = WorkbookParts.of(file, opc);
            int sharedStrings = book.countSharedStrings(opc);
            long cells = 0;
            for (WorkbookParts.SheetPart sheet : book.sheets()) {
                SheetExtent extent = SheetScan.scan(
                        file, sheet.name(), parts.open(sheet.part()), sharedStrings);
                cells += extent.cells();
                if (extent.needsRewriting()) {
                    repairs.put(sheet.part(), SheetRewrite::copy);
                }
            }
            if (cells > Limits.CELLS_PER_WORKBOOK) {
                throw file.refuse("共有 " + cells + " 个填了内容的单元格，超过 " + Limits.CELLS_PER_WORKBOOK
                        + " 个的上限；请检查是否选错了文件，或删去多余的内容后另存一份再试。");
            }
            CoreProperties.unreadable(parts, opc).ifPresent(part -> repairs.put(part, CoreProperties::clear));
        } catch (XMLStreamException e) {
            throw file.refuse("的内部 XML 不合规范，无法读懂；" + SourceFile.SAVE_AGAIN, e);
        }
        return repairs;
    }
}
