package juesuan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Texts that may only change on purpose, kept in {@code src/test/resources/golden}. */
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final String REFRESH = "golden.refresh";

    private Golden() {
    }

    public static void compare(String name, List<String> lines) {
        compare(FOLDER.resolve(name), "NarratorTest", lines);
    }

    /** @param test the one that writes the file anew */
    public static void compare(Path file, String test, List<String> lines) {
        try {
            if (Boolean.getBoolean(REFRESH)) {
                Files.writeString(file, String.join("\n", lines) + "\n");
            }
            assertThat(lines)
                .as("The text differs from " + file + ". If that is intended, write it anew with"
                    + " mvn -q test -Dtest=" + test + " -D" + REFRESH + "=true and read the diff before committing.")
                .containsExactlyElementsOf(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
