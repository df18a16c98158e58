package juesuan.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import juesuan.model.CodeChanges;
import juesuan.model.FindingWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code juesuan codes import}. */
@Command(name = "import", resourceBundle = "juesuan.cli.help", mixinStandardHelpOptions = true)
final class CodesImportCommand implements Callable<Integer> {

    private static final int MOST = 20;

    @Parameters(paramLabel = "科目表", descriptionKey = "codes.table")
    private Path table;

    @Option(names = "--year", paramLabel = "年度", required = true, descriptionKey = "codes.year")
    private int year;

    @Option(names = "--pack", paramLabel = "地区包", defaultValue = "national", descriptionKey = "codes.pack")
    private String pack;

    @Option(names = {"-o", "--output"}, paramLabel = "文件夹", descriptionKey = "codes.output")
    private Optional<Path> output = Optional.empty();

    @Mixin
    private Folders folders;

    @Override
    public Integer call() {
        Path target = output.orElseGet(folders::templates);
        CodeChanges changes = folders.disclosure().importCodes(table, year, pack, target);
        changes.lists().forEach(CodesImportCommand::print);
        changes.remarks().forEach(remark -> line("[提示] " + remark));
        if (!target.toAbsolutePath().normalize().equals(folders.templates().toAbsolutePath().normalize())) {
            line("[提示] 用这份科目表时，运行其他命令请加 --templates " + target + "。");
        }
        return ExitCode.DONE;
    }

    private static void print(CodeChanges.Changed list) {
        line("“" + list.list() + "”科目表：" + list.size() + " 个科目，已写入 " + list.file());
        if (list.added().isEmpty() && list.renamed().isEmpty() && list.dropped().isEmpty()) {
            line("  与原来的（" + list.before() + " 年度）相同。");
            return;
        }
        line("  与原来的（" + list.before() + " 年度）比：增加 " + list.added().size() + " 个，改名 " + list.renamed().size()
            + " 个，减少 " + list.dropped().size() + " 个。");
        print("增加", list.added().entrySet().stream().map(CodesImportCommand::subject));
        print("改名", list.renamed().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue().was() + " → " + entry.getValue().now()));
        print("减少", list.dropped().entrySet().stream().map(CodesImportCommand::subject));
        if (!list.dropped().isEmpty()) {
            line("  减少的科目从此不在科目表里。如果导入的不是整份科目表，请删去 " + list.file() + "，换整份的再导入。");
        }
    }

    private static void print(String what, Stream<String> subjects) {
        List<String> all = subjects.toList();
        all.stream().limit(MOST).forEach(subject -> line("  " + what + "：" + subject));
        if (all.size() > MOST) {
            line("  " + what + "：另有 " + (all.size() - MOST) + " 个");
        }
    }

    private static String subject(Map.Entry<String, String> subject) {
        return subject.getKey() + " " + subject.getValue();
    }

    private static void line(String text) {
        System.out.println(FindingWords.printable(text));
    }
}
