package juesuan.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import juesuan.Disclosure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code juesuan template}. */
@Command(name = "template", resourceBundle = "juesuan.cli.help", mixinStandardHelpOptions = true)
final class TemplateCommand implements Callable<Integer> {

    @Option(names = "--pack", paramLabel = "地区包", defaultValue = "guangdong", descriptionKey = "template.pack")
    private String pack;

    @Option(names = "--year", paramLabel = "年度", required = true, descriptionKey = "template.year")
    private int year;

    @Option(names = {"-o", "--output"}, paramLabel = "文件", required = true, descriptionKey = "template.output")
    private Path target;

    @Option(names = "--from", paramLabel = "去年的工作簿", descriptionKey = "template.from")
    private Optional<Path> lastYear = Optional.empty();

    @Mixin
    private Folders folders;

    @Override
    public Integer call() {
        Disclosure disclosure = folders.disclosure();
        FindingsText.print(target, disclosure.template(pack, year, lastYear, target));
        disclosure.borrowedCodes(pack, year).forEach(System.out::println);
        System.out.println("已生成空白填报工作簿 " + target
            + lastYear.map(file -> "，沿用了 " + file + " 里能沿用的内容").orElse(""));
        return ExitCode.DONE;
    }
}
