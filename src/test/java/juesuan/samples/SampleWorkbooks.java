package juesuan.samples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import juesuan.pack.Pack;
import juesuan.workbook.BlankWorkbook;
import juesuan.workbook.Filling;

/**
 * Makes the workbooks in {@code input-samples} afresh: a blank workbook, filled through its input cells.
 *
 * <p>Run: {@code mvn -q test-compile exec:java -Dexec.mainClass=juesuan.samples.SampleWorkbooks -Dexec.classpathScope=test}
 */
public final class SampleWorkbooks {

    private SampleWorkbooks() {
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "input-samples");
        for (Sample sample : List.of(Samples.longgang())) {
            Path file = folder.resolve(sample.at(Samples.DEPARTMENT) + "-" + sample.year() + ".xlsx");
            Files.write(file, bytes(sample));
            System.out.println(file);
        }
    }

    public static byte[] bytes(Sample sample) {
        Pack pack = Samples.pack(sample.pack());
        return BlankWorkbook.build(pack, sample.sheets().stream()
            .map(filled -> new Filling(filled.sheet(), filled.tab(), filled.cells())).toList());
    }
}
