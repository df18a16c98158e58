package juesuan.workbook.read;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import juesuan.pack.Pack;
import juesuan.workbook.intake.Preflight;

/** {@link WorkbookReader} with a pause after each stage, for the benchmark. */
public final class StagedReading {

    private StagedReading() {
    }

    public record Read(Pack pack, Submission submission) {
    }

    /** @param ended hears the name of each stage as it ends */
    public static Read read(Path file, Function<WorkbookReader, Pack> packOf, Consumer<String> ended) {
        Preflight.Opened opened = Preflight.open(file);
        ended.accept("preflight");
        WorkbookReader reader = WorkbookReader.of(opened);
        ended.accept("open");
        Pack pack = packOf.apply(reader);
        ended.accept("pack");
        Submission submission = reader.read(pack);
        ended.accept("read");
        return new Read(pack, submission);
    }
}
