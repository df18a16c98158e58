package juesuan.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import juesuan.Disclosure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code juesuan check}. */
@Command(name = "check", resourceBundle = "juesuan.cli.help", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private Workbooks workbooks;

    @Mixin
    private Folders folders;

    @Override
    public Integer call() {
        Disclosure disclosure = folders.disclosure();
        return workbooks.each(workbook -> check(disclosure, workbook));
    }

    private int check(Disclosure disclosure, Path workbook) {
        Disclosure.Checked checked = disclosure.check(workbook, workbooks.pack());
        FindingsText.print(workbook, checked.findings());
        System.out.println("《" + workbook.getFileName() + "》核对了 " + checked.run() + " 处，通过 " + checked.passed()
            + " 处，不通过 " + checked.failed() + " 处，没有核对 " + checked.skipped() + " 处。");
        return checked.blocked() ? ExitCode.BLOCKED : ExitCode.DONE;
    }
}
