package juesuan.cli;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The two columns of --help: picocli counts characters, and a Chinese one takes the room of two. */
final class HelpColumns {

    private static final int LABELS = 26;
    private static final int GAP = 2;
    static final int WIDTH = 80;
    private static final int UNBROKEN = 10_000;

    /** What stays on one line: a character or a name, with the punctuation around it. */
    private static final Pattern WORD = Pattern.compile("[“（]*(?:[!-~]+|\\X)[，。；：、）”…]*\\s*");

    private HelpColumns() {
    }

    static CommandLine in(CommandLine command) {
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, help -> lines(help.commandSpec().options().stream()
            .sorted((one, other) -> one.longestName().compareToIgnoreCase(other.longestName()))));
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST, help -> lines(help.commandSpec().positionalParameters().stream()));
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_SYNOPSIS, HelpColumns::synopsis);
        command.getSubcommands().values().forEach(HelpColumns::in);
        return command;
    }

    /** Broken between arguments only. */
    private static String synopsis(CommandLine.Help help) {
        UsageMessageSpec usage = help.commandSpec().usageMessage();
        int width = usage.width();
        usage.width(UNBROKEN);
        String whole = help.synopsis(0).strip();
        usage.width(width);
        String name = help.commandSpec().qualifiedName();
        String heading = usage.synopsisHeading();
        int indent = width(heading + name) + 1;
        return wrapped(name + " ", Stream.of(whole.substring(name.length()).strip().split(" ")).map(piece -> piece + " ").toList(), indent);
    }

    private static String lines(Stream<? extends ArgSpec> arguments) {
        return arguments.filter(argument -> !argument.hidden())
            .map(argument -> line("  " + label(argument), String.join("", argument.description()).replace("%%", "%")))
            .collect(Collectors.joining());
    }

    private static String label(ArgSpec argument) {
        if (argument instanceof PositionalParamSpec positional) {
            return positional.paramLabel() + (positional.arity().isVariable() ? "..." : "");
        }
        OptionSpec option = (OptionSpec) argument;
        String names = String.join(", ", Stream.of(option.names()).sorted((one, other) -> one.length() - other.length()).toList());
        return (option.shortestName().startsWith("--") ? "    " : "") + names
            + (option.arity().max() == 0 ? "" : "=" + option.paramLabel());
    }

    private static String line(String label, String description) {
        int column = width(label);
        String head = column > LABELS - GAP ? label + "\n" + " ".repeat(LABELS) : label + " ".repeat(LABELS - column);
        return wrapped(head, WORD.matcher(description).results().map(MatchResult::group).toList(), LABELS);
    }

    /** @param indent where the head ends, and the lines that follow begin */
    private static String wrapped(String head, List<String> pieces, int indent) {
        StringBuilder text = new StringBuilder(head);
        int at = indent;
        for (String piece : pieces) {
            if (at > indent && at + width(piece.stripTrailing()) > WIDTH) {
                text.append('\n').append(" ".repeat(indent));
                at = indent;
            }
            text.append(piece);
            at += width(piece);
        }
        return text.append('\n').toString().replaceAll(" +\n", "\n");
    }

    static int width(String text) {
        return Ansi.OFF.text(text).getCJKAdjustedLength();
    }
}
