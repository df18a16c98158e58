package juesuan.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import juesuan.Disclosure;
import juesuan.model.Changes;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code juesuan compare}. As diff does, it says by its exit code whether anything differs. */
@Command(name = "compare", resourceBundle = "juesuan.cli.help", mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

    private static final int DIFFERENT = 1;

    @Parameters(index = "0", paramLabel = "原来的", descriptionKey = "compare.old")
    private Path old;

    @Parameters(index = "1", paramLabel = "现在的", descriptionKey = "compare.new")
    private Path fresh;

    @Option(names = "--json", descriptionKey = "compare.json")
    private boolean json;

    @Option(names = "--html", paramLabel = "文件", descriptionKey = "compare.html")
    private Optional<Path> html = Optional.empty();

    @Mixin
    private Folders folders;

    @Override
    public Integer call() {
        Disclosure disclosure = folders.disclosure();
        Optional<ComparisonFile> page = html.map(ComparisonFile::new);
        Changes changes = disclosure.compare(old, fresh);
        page.ifPresent(file -> file.write(disclosure.html(changes)));
        if (json) {
            // Bytes, not text: the console's own encoding must not come between.
            System.out.writeBytes(Disclosure.json(changes));
            System.out.flush();
        } else {
            ChangesText.print(System.out, changes, CommandLine.Help.Ansi.AUTO);
        }
        return changes.isEmpty() ? ExitCode.DONE : DIFFERENT;
    }
}
