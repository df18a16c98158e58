package juesuan.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import juesuan.samples.OwnPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackTest {

    @ParameterizedTest
    @ValueSource(strings = {"national", "guangdong"})
    void bundledPacksAreRight(String id) {
        Pack pack = Pack.load(new PackFiles(Optional.empty()), id, 2023);
        assertThat(pack.tableNumbers()).as("every pack prints nine tables").hasSize(9);
    }

    @Test
    void theFingerprintIsOfTheFilesNotOfWhereTheyLie() {
        Pack bundled = Pack.load(new PackFiles(Optional.empty()), "guangdong", 2023);
        Pack copied = Pack.load(new PackFiles(Optional.of(Path.of("templates"))), "guangdong", 2023);
        assertThat(copied.resources().fingerprint()).matches("[0-9a-f]{64}").isEqualTo(bundled.resources().fingerprint());
        Pack national = Pack.load(new PackFiles(Optional.empty()), "national", 2023);
        assertThat(national.resources().fingerprint()).isNotEqualTo(bundled.resources().fingerprint());
    }

    @Test
    void theFingerprintKnowsEveryFileOfThePackAndOfWhatItExtends(@TempDir Path folder) {
        OwnPack own = OwnPack.extending("guangdong", folder);
        String before = own.load().resources().fingerprint();
        assertThat(own.file("own/.DS_Store", "x").file("own/pack.yaml~", "x").load().resources().fingerprint())
            .as("what a file manager or an editor leaves").isEqualTo(before);
        String added = own.file("own/html/notes.css", "x").load().resources().fingerprint();
        assertThat(added).isNotEqualTo(before);
        assertThat(own.file("own/html/notes.css", "y").load().resources().fingerprint()).isNotEqualTo(added);
        own.file("own/html/notes.css", "x").file("national/html/print.css", OwnPack.bundled("national/html/print.css") + "/* */");
        assertThat(own.load().resources().fingerprint()).as("a file of the pack behind it, replaced by the office's").isNotEqualTo(added);
    }
}
