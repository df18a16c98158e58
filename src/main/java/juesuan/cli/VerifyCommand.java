package juesuan.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import juesuan.model.FindingWords;
import juesuan.model.Verified;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code juesuan verify}. */
@Command(name = "verify", resourceBundle = "juesuan.cli.help", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "公开文件夹", descriptionKey = "verify.folder")
    private Path folder;

    @Option(names = "--workbook", paramLabel = "工作簿", descriptionKey = "verify.workbook")
    private Optional<Path> workbook = Optional.empty();

    @Mixin
    private Folders folders;

    @Override
    public Integer call() {
        Verified verified = folders.disclosure().verify(folder, workbook);
        verified.problems().forEach(problem -> System.out.println("[不符] " + FindingWords.printable(problem)));
        verified.remarks().forEach(remark -> System.out.println("[提示] " + FindingWords.printable(remark)));
        String subject = FindingWords.printable(verified.subject());
        if (!verified.problems().isEmpty()) {
            System.out.println(subject + "：核对没有通过，有 " + verified.problems().size() + " 处不符。");
            return ExitCode.BLOCKED;
        }
        System.out.println(subject + "：核对无误，清单上的 " + verified.files() + " 个文件都没有变"
            + workbook.map(file -> "；用《" + file.getFileName() + "》重新生成，逐字节相同").orElse("") + "。");
        return ExitCode.DONE;
    }
}
