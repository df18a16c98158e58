package juesuan.pack;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.Optional;
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
            for (int year = 2022; year <= 2025; year++) {
                int of = year;
                assertThatCode(() -> Pack.load(files, id, of)).as(id + " " + year + ": mend what the message names").doesNotThrowAnyException();
            }
        }
    }
}
