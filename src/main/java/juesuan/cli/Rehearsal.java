package juesuan.cli;

import java.util.stream.Stream;

/** Plays each command once, so that the launcher can keep what Java loads for them; nobody looks at what they say. */
final class Rehearsal {

    private Rehearsal() {
    }

    /** @param arguments a folder that does not exist yet, and filled workbooks */
    public static void main(String[] arguments) {
        String folder = arguments[0];
        String[] workbooks = Stream.of(arguments).skip(1).toArray(String[]::new);
        Main.run(after("generate", workbooks, "-o", folder));
        Main.run(after("check", workbooks));
        Main.run("template", "--pack", "guangdong", "--year", "2024", "--from", workbooks[0], "-o", folder + "/空白.xlsx");
        Main.run("compare", workbooks[0], workbooks[workbooks.length - 1], "--html", folder + "/比较.html");
    }

    private static String[] after(String command, String[] workbooks, String... options) {
        return Stream.of(Stream.of(command), Stream.of(workbooks), Stream.of(options)).flatMap(words -> words).toArray(String[]::new);
    }
}
