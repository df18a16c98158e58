package juesuan.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import juesuan.Disclosure;
import juesuan.model.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code juesuan generate}. One bad workbook does not keep the others from being published. */
@Command(name = "generate", resourceBundle = "juesuan.cli.help", mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

    @Mixin
    private Workbooks workbooks;

    @Option(names = {"-o", "--output"}, paramLabel = "文件夹", defaultValue = "output", descriptionKey = "output")
    private Path output;

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
        return workbooks.each(workbook -> generate(batch, workbook));
    }

    private int generate(Disclosure.Batch batch, Path workbook) {
        Disclosure.Outcome outcome = batch.generate(workbook, workbooks.pack(), accepted);
        FindingsText.print(System.err, workbook, outcome.review());
        outcome.office().ifPresent(office -> FindingsText.office(System.err, office, outcome.review()));
        if (outcome.folder().isEmpty()) {
            System.err.println("《" + workbook.getFileName() + "》没有生成，请按上面的提示改好后再运行一次。");
            return ExitCode.BLOCKED;
        }
        System.out.println("已生成 " + outcome.folder().get().resolve("publish").resolve("部门决算.pdf")
            + "（" + outcome.pages() + " 页）");
        return ExitCode.DONE;
    }
}
