package juesuan.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import juesuan.Disclosure;
import juesuan.model.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code juesuan generate}. One bad workbook does not keep the others from being published. */
@Command(name = "generate", resourceBundle = "juesuan.cli.help", mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "工作簿", descriptionKey = "workbooks")
    private List<Path> workbooks;

    @Option(names = {"-o", "--output"}, paramLabel = "文件夹", defaultValue = "output", descriptionKey = "output")
    private Path output;

    @Option(names = "--pack", paramLabel = "地区包", descriptionKey = "pack")
    private Optional<String> pack = Optional.empty();

    @Option(names = "--accept", paramLabel = "规则=理由", descriptionKey = "accept")
    private Map<String, String> accepted = Map.of();

    @Mixin
    private Folders folders;

    @Override
    public Integer call() {
        accepted.forEach((rule, reason) -> {
            if (reason == null || reason.isBlank()) {
                throw new UserError("--accept " + rule + " 没有写理由，请写成 --accept " + rule + "=理由。");
            }
        });
        Disclosure.Batch batch = folders.disclosure().into(output);
        int worst = ExitCode.DONE;
        for (Path workbook : workbooks) {
            worst = Math.max(worst, generate(batch, workbook));
        }
        return worst;
    }

    private int generate(Disclosure.Batch batch, Path workbook) {
        try {
            Disclosure.Outcome outcome = batch.generate(workbook, pack, accepted);
            FindingsText.print(workbook, outcome.findings());
            if (outcome.folder().isEmpty()) {
                System.err.println("《" + workbook.getFileName() + "》没有生成，请按上面的提示改好后再运行一次。");
                return ExitCode.BLOCKED;
            }
            System.out.println("已生成 " + outcome.folder().get().resolve("publish").resolve("部门决算.pdf")
                + "（" + outcome.pages() + " 页）");
            return ExitCode.DONE;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return Main.report(e);
        }
    }
}
