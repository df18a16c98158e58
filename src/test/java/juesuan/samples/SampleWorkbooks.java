package juesuan.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import juesuan.pack.Pack;
import juesuan.workbook.BlankWorkbook;
import juesuan.workbook.Filling;

/** The workbooks in {@code input-samples}: a blank workbook each, filled through its input cells. */
public final class SampleWorkbooks {

    /** Seen from the project's root, where Maven runs the tests. */
    public static final Path FOLDER = Path.of("input-samples");

    private SampleWorkbooks() {
    }

    public static Path file(Sample sample) {
        return FOLDER.resolve(sample.at(Samples.DEPARTMENT) + "-" + sample.year() + ".xlsx");
    }

    public static byte[] bytes(Sample sample) {
        Pack pack = Samples.pack(sample.pack());
        return BlankWorkbook.build(pack, fillings(sample));
    }

    public static List<Filling> fillings(Sample sample) {
        return sample.sheets().stream()
            .map(filled -> new Filling(filled.sheet(), filled.tab(), filled.cells())).toList();
    }

    static void write(Sample sample) throws IOException {
        Files.createDirectories(FOLDER);
        Files.write(file(sample), bytes(sample));
    }
}
