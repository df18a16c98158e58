package juesuan.pack;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packs that the program brings along are checked here, and not each time it starts. */
class BundledPacksTest {

    @TempDir
    Path none;

    @Test
    void everyPackIsRightInEveryYear() {
        PackFiles files = new PackFiles(Optional.of(none));
        for (String id : files.packs()) {
            Matcher years = Pattern.compile("years: \\{from: (\\d+), to: (\\d+)}").matcher(files.find(id + "/pack.yaml").orElseThrow().text());
            boolean own = years.find();
            for (int year = own ? Integer.parseInt(years.group(1)) : 2022; year <= (own ? Integer.parseInt(years.group(2)) : 2025); year++) {
                int of = year;
                assertThatCode(() -> Pack.load(files, id, of)).as(id + " " + year + ": mend what the message names").doesNotThrowAnyException();
            }
        }
    }
}
