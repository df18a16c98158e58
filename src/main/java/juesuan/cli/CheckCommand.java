package juesuan.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import juesuan.Disclosure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code juesuan check}. */
@Command(name = "check", resourceBundle = "juesuan.cli.help", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "工作簿", descriptionKey = "workbooks")
    private List<Path> workbooks;

    @Option(names = "--pack", paramLabel = "地区包", descriptionKey = "pack")
    private Optional<String> pack = Optional.empty();

    @Mixin
    private Folders folders;

    @Override
    public Integer call() {
        Disclosure disclosure = folders.disclosure();
        int worst = ExitCode.DONE;
        for (Path workbook : workbooks) {
            worst = Math.max(worst, check(disclosure, workbook));
        }
        return worst;
    }

    private int check(Disclosure disclosure, Path workbook) {
        try {
            Disclosure.Checked checked = disclosure.check(workbook, pack);
            FindingsText.print(workbook, checked.findings());
            System.out.println("《" + workbook.getFileName() + "》核对了 " + checked.run() + " 处，通过 " + checked.passed()
                + " 处，不通过 " + checked.failed() + " 处，没有核对 " + checked.skipped() + " 处。");
            return checked.blocked() ? ExitCode.BLOCKED : ExitCode.DONE;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return Main.report(e);
        }
    }
}
