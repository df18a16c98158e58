package juesuan.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import juesuan.model.UserError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {

    private static final String NAME = "2023-某某局";

    @TempDir
    private Path folder;
    private Path output;
    private Publisher publisher;

    @BeforeEach
    void open() {
        output = folder.resolve("output");
        publisher = new Publisher(output);
    }

    private static Map<String, byte[]> files(String... pathsAndContents) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < pathsAndContents.length; i += 2) {
            files.put(pathsAndContents[i], pathsAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    /** All files under the output folder, hidden ones too, with their contents. */
    private Map<String, String> onDisk() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(output)) {
            for (Path path : tree.filter(Files::isRegularFile).toList()) {
                found.put(output.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return found;
    }

    private void put(String path, String content) throws IOException {
        Path file = output.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    @Test
    void aPackageIsReplacedAsAWhole() throws IOException {
        publisher.publish(2023, "某某局", files("publish/a.pdf", "old", "publish/b.xlsx", "old"));
        Path place = publisher.publish(2023, "某某局", files("publish/a.pdf", "new", "review/c.html", "new"));
        assertThat(place).isEqualTo(output.resolve(NAME));
        assertThat(onDisk()).as("the new package, and nothing of the old one")
            .isEqualTo(Map.of(NAME + "/publish/a.pdf", "new", NAME + "/review/c.html", "new"));
    }

    @Test
    void packagesOfOthersStayAsTheyAre() throws IOException {
        publisher.publish(2023, "某某局", files("publish/a.pdf", "1"));
        publisher.publish(2022, "某某局", files("publish/a.pdf", "2"));
        publisher.publish(2023, "别的局", files("publish/a.pdf", "3"));
        assertThat(onDisk()).hasSize(3).containsEntry(NAME + "/publish/a.pdf", "1");
    }

    @Test
    void whatARunThatWasKilledWhileWritingLeftIsCleared() throws IOException {
        put(NAME + "/publish/a.pdf", "old");
        put(".juesuan-new-" + NAME + "/publish/half.pdf", "half");
        publisher.publish(2023, "某某局", files("publish/a.pdf", "new"));
        assertThat(onDisk()).isEqualTo(Map.of(NAME + "/publish/a.pdf", "new"));
    }

    @Test
    void whatARunThatWasKilledBetweenTheMovesLeftIsCleared() throws IOException {
        put(".juesuan-old-" + NAME + "/publish/a.pdf", "old");
        put(".juesuan-new-" + NAME + "/publish/a.pdf", "complete");
        publisher.publish(2023, "某某局", files("publish/a.pdf", "new"));
        assertThat(onDisk()).isEqualTo(Map.of(NAME + "/publish/a.pdf", "new"));
    }

    @Test
    void whatARunThatWasKilledWhileClearingUpLeftIsCleared() throws IOException {
        put(NAME + "/publish/a.pdf", "newer");
        put(".juesuan-old-" + NAME + "/publish/a.pdf", "old");
        publisher.publish(2023, "某某局", files("publish/a.pdf", "new"));
        assertThat(onDisk()).isEqualTo(Map.of(NAME + "/publish/a.pdf", "new"));
    }

    /** A path below a file cannot be written: stands for a full disk in the middle of the work. */
    private static final Map<String, byte[]> UNWRITABLE = files("publish/a.pdf", "new", "publish/a.pdf/b", "new");

    @Test
    void aFailureLeavesTheOldPackage() throws IOException {
        publisher.publish(2023, "某某局", files("publish/a.pdf", "old"));
        assertThatThrownBy(() -> publisher.publish(2023, "某某局", UNWRITABLE)).isInstanceOf(UserError.class)
            .hasMessageContaining("写不进输出文件夹 " + output).hasMessageContaining("原有的公开文件没有改动");
        assertThat(onDisk()).as("the old package, and nothing half done").isEqualTo(Map.of(NAME + "/publish/a.pdf", "old"));
    }

    @Test
    void theOldPackageThatAKilledRunHadMovedAwayComesBackEvenWhenThisRunFails() throws IOException {
        put(".juesuan-old-" + NAME + "/publish/a.pdf", "old");
        assertThatThrownBy(() -> publisher.publish(2023, "某某局", UNWRITABLE)).isInstanceOf(UserError.class);
        assertThat(onDisk()).isEqualTo(Map.of(NAME + "/publish/a.pdf", "old"));
    }

    @Test
    void aFileWhereTheOutputFolderShouldBeIsASentence() throws IOException {
        Files.writeString(output, "a file");
        assertThatThrownBy(() -> publisher.publish(2023, "某某局", files("publish/a.pdf", "new")))
            .isInstanceOf(UserError.class).hasMessageContaining("写不进输出文件夹");
        assertThat(output).as("the file in the way").hasContent("a file");
    }

    @Test
    void aFolderWithoutPermissionIsASentence() throws IOException {
        put(NAME + "/publish/a.pdf", "old");
        assertThat(output.toFile().setWritable(false)).isTrue();
        if (Files.isWritable(output)) { // root may write everywhere
            publisher.publish(2023, "某某局", files("publish/a.pdf", "new"));
            assertThat(onDisk()).isEqualTo(Map.of(NAME + "/publish/a.pdf", "new"));
            return;
        }
        try {
            assertThatThrownBy(() -> publisher.publish(2023, "某某局", files("publish/a.pdf", "new")))
                .isInstanceOf(UserError.class).hasMessageContaining("没有写入权限");
            assertThat(onDisk()).isEqualTo(Map.of(NAME + "/publish/a.pdf", "old"));
        } finally {
            assertThat(output.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void theOutputFolderIsMadeWithItsParents() {
        Path place = new Publisher(folder.resolve("a/b/c")).publish(2023, "某某局", files("publish/a.pdf", "1"));
        assertThat(List.of(place.resolve("publish/a.pdf"))).allSatisfy(file -> assertThat(file).isRegularFile());
    }
}
