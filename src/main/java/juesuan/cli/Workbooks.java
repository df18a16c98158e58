package juesuan.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The workbooks of a command. One that cannot be read does not keep the others from their turn. */
final class Workbooks {

    @Parameters(arity = "1..*", paramLabel = "工作簿", descriptionKey = "workbooks")
    private List<Path> files;

    @Option(names = "--pack", paramLabel = "地区包", descriptionKey = "pack")
    private Optional<String> pack = Optional.empty();

    int count() {
        return files.size();
    }

    /** Empty for the pack that each workbook was written for. */
    Optional<String> pack() {
        return pack;
    }

    /** @return the worst exit code of all */
    int each(ToIntFunction<Path> job) {
        return each(job, (file, e) -> Main.report(e));
    }

    /** @param failed what to do about a workbook that its job failed over */
    int each(ToIntFunction<Path> job, ToIntBiFunction<Path, Throwable> failed) {
        int worst = ExitCode.DONE;
        for (Path file : files) {
            worst = Math.max(worst, guarded(job, failed, file));
        }
        return worst;
    }

    private static int guarded(ToIntFunction<Path> job, ToIntBiFunction<Path, Throwable> failed, Path file) {
        try {
            return job.applyAsInt(file);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return failed.applyAsInt(file, e);
        }
    }
}
