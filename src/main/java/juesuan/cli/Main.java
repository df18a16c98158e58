package juesuan.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import juesuan.model.UserError;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code juesuan}. */
@Command(name = "juesuan", subcommands = {TemplateCommand.class, CheckCommand.class, GenerateCommand.class,
    VerifyCommand.class, CompareCommand.class, CodesCommand.class},
    versionProvider = Main.Version.class, resourceBundle = "juesuan.cli.help", mixinStandardHelpOptions = true)
public final class Main implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** @return one of {@link ExitCode} */
    static int run(String... arguments) {
        quiet();
        if (!canNameFiles()) {
            // System.err cannot write Chinese either here; most terminals can show it all the same.
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)
                .println("当前的系统语言设置打不开中文文件名，请先运行 export LC_ALL=C.UTF-8 再试。");
            return ExitCode.UNUSABLE;
        }
        return HelpColumns.in(new CommandLine(new Main()))
            .setExecutionExceptionHandler((e, command, parsed) -> report(e))
            .setParameterExceptionHandler((e, given) -> wrongUsage(e))
            .setUsageHelpWidth(HelpColumns.WIDTH)
            .setAdjustLineBreaksForWideCJKCharacters(true)
            .execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    /** The libraries' logs are for developers: -Djuesuan.log=INFO shows them. */
    private static void quiet() {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        String level = System.getProperty("juesuan.log");
        if (level != null) {
            root.addHandler(new ConsoleHandler());
        }
        root.setLevel(level == null ? Level.OFF : Level.parse(level.toUpperCase(Locale.ROOT)));
    }

    /** Under LC_ALL=C the JVM cannot even open a file with a Chinese name, whatever else is set. */
    private static boolean canNameFiles() {
        String encoding = System.getProperty("sun.jnu.encoding", "UTF-8").toUpperCase(Locale.ROOT);
        return !encoding.equals("ANSI_X3.4-1968") && !encoding.equals("US-ASCII") && !encoding.startsWith("ISO-8859");
    }

    /** Says what went wrong, without a stack trace. */
    static int report(Throwable e) {
        System.err.println(sentence(e));
        return exitCode(e);
    }

    static int exitCode(Throwable e) {
        return e instanceof UserError ? ExitCode.UNUSABLE : ExitCode.BUG;
    }

    static String sentence(Throwable e) {
        if (e instanceof UserError) {
            return e.getMessage();
        }
        Logger.getLogger("juesuan").log(Level.SEVERE, "bug", e);
        return "程序出错了，这不是您的问题（" + e.getClass().getSimpleName()
            + "）。请把这句话、所用命令和工作簿交给维护人员；加 -Djuesuan.log=SEVERE 运行可以看到细节。";
    }

    private static int wrongUsage(ParameterException e) {
        String what;
        if (e instanceof UnmatchedArgumentException unmatched) {
            what = "不认识的参数：" + String.join(" ", unmatched.getUnmatched());
        } else if (e instanceof MissingParameterException missing) {
            List<String> names = missing.getMissing().stream().map(arg -> arg.isOption()
                ? ((CommandLine.Model.OptionSpec) arg).longestName()
                : arg.paramLabel()).collect(Collectors.toList());
            what = "还缺少：" + String.join("、", names);
        } else {
            what = "参数" + (e.getArgSpec() instanceof CommandLine.Model.OptionSpec option ? " " + option.longestName() + " " : "")
                + "写得不对：" + (e.getValue() == null ? e.getMessage() : e.getValue());
        }
        System.err.println(what + "。用法见 " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.UNUSABLE;
    }

    /** The version of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"juesuan " + (version == null ? "（开发版）" : version)};
        }
    }
}
