package juesuan.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import juesuan.Disclosure;
import juesuan.model.FindingWords;
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

    @Option(names = "--corrects", paramLabel = "部门文件夹", descriptionKey = "corrects")
    private Optional<Path> corrects = Optional.empty();

    @Option(names = "--reason", paramLabel = "原因", descriptionKey = "reason")
    private Optional<String> reason = Optional.empty();

    @Option(names = "--same-day", descriptionKey = "same-day")
    private boolean sameDay;

    @Mixin
    private Folders folders;

    @Override
    public Integer call() {
        accepted.forEach((rule, reason) -> {
            if (reason == null || reason.isBlank()) {
                throw new UserError("--accept " + rule + " 没有写理由，请写成 --accept " + rule + "=理由。");
            }
        });
        if (corrects.isPresent() && workbooks.count() > 1) {
            throw new UserError("用 --corrects 更正时一次只能写一个工作簿，请一个一个运行。");
        }
        if (reason.isPresent() && corrects.isEmpty()) {
            throw new UserError("--reason 是更正原因，要与 --corrects 一起用：--corrects 指明原来公开的部门文件夹。");
        }
        Disclosure.Batch batch = folders.disclosure().into(output);
        return workbooks.each(workbook -> generate(batch, workbook));
    }

    private int generate(Disclosure.Batch batch, Path workbook) {
        Disclosure.Outcome outcome = corrects
            .map(old -> batch.correct(workbook, workbooks.pack(), accepted, old, reason.orElse(""), sameDay))
            .orElseGet(() -> batch.generate(workbook, workbooks.pack(), accepted));
        FindingsText.print(System.err, workbook, outcome.review());
        outcome.office().ifPresent(office -> FindingsText.office(System.err, office, outcome.review()));
        if (outcome.folder().isEmpty()) {
            System.err.println("《" + workbook.getFileName() + "》没有生成，请按上面的提示改好后再运行一次。");
            return ExitCode.BLOCKED;
        }
        FindingsText.announce(System.err, workbook, outcome);
        outcome.hints().forEach(hint -> System.err.println("[提示] " + FindingWords.printable(hint)));
        System.out.println("已生成 " + outcome.folder().get().resolve("publish").resolve("部门决算.pdf")
            + "（" + outcome.pages() + " 页）");
        return ExitCode.DONE;
    }
}
