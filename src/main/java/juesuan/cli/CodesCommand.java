package juesuan.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code juesuan codes}. */
@Command(name = "codes", subcommands = CodesImportCommand.class, resourceBundle = "juesuan.cli.help", mixinStandardHelpOptions = true)
final class CodesCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }
}
