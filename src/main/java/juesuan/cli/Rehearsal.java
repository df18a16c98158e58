package juesuan.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Every command that people wait for, once, in one run: the launchers' class archives are recorded from it. */
final class Rehearsal {

    private Rehearsal() {
    }

    /** @param arguments the folder for what the commands write, then filled workbooks */
    public static void main(String[] arguments) {
        String folder = arguments[0];
        String[] workbooks = Arrays.copyOfRange(arguments, 1, arguments.length);
        Main.run("template", "--year", "2023", "-o", Path.of(folder, "blank.xlsx").toString());
        Main.run(with(workbooks, "check"));
        Main.run(with(workbooks, "generate", "-o", folder));
        Main.run("compare", workbooks[0], workbooks[workbooks.length - 1]);
    }

    private static String[] with(String[] workbooks, String... command) {
        return Stream.of(command, workbooks).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
