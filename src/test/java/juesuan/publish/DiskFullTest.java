package juesuan.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import juesuan.model.Checksum;
import juesuan.model.UserError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that is full after so and so many kilobytes, while a package of 61 KB replaces one of 31 KB. */
class DiskFullTest {

    private static final int KILO = 1024;
    private static final int OLD = 31;

    private static Map<String, byte[]> files(int number, int kilobytes) {
        Map<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < number; i++) {
            files.put("publish/" + i, new byte[kilobytes * KILO]);
        }
        files.put("superseded/1/a", new byte[KILO]);
        return files;
    }

    private static Publisher.Review review(String name) {
        return new Publisher.Review(Map.of(name, new byte[0]), new byte[0]);
    }

    private static FileSystem disk(int kilobytes) {
        return Jimfs.newFileSystem(Configuration.unix().toBuilder().setBlockSize(KILO).setMaxSize((long) kilobytes * KILO).build());
    }

    private static Map<String, String> onDisk(Path output) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(output)) {
            for (Path path : tree.filter(Files::isRegularFile).filter(file -> !file.endsWith(OutputLock.FILE)).toList()) {
                found.put(path.toString(), Checksum.of(Files.readAllBytes(path)));
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 9, 10, 11, 30, 59, 60})
    void theOldPackageStays(int free) throws IOException {
        try (FileSystem disk = disk(OLD + free)) {
            Publisher publisher = new Publisher(disk.getPath("/output"));
            publisher.publish(2023, "某某局", files(3, 10), review("旧"), "");
            Map<String, String> before = onDisk(disk.getPath("/output"));
            assertThatThrownBy(() -> publisher.publish(2023, "某某局", files(6, 10), review("新"), "")).isInstanceOf(UserError.class)
                .hasMessageContaining("磁盘满了").hasMessageContaining("原有的公开文件没有改动");
            assertThat(onDisk(disk.getPath("/output"))).hasSize(5).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {61, 100})
    void whereThereIsRoomTheNewOneTakesItsPlace(int free) throws IOException {
        try (FileSystem disk = disk(OLD + free)) {
            Publisher publisher = new Publisher(disk.getPath("/output"));
            publisher.publish(2023, "某某局", files(3, 10), review("旧"), "");
            publisher.publish(2023, "某某局", files(6, 10), review("新"), "");
            assertThat(onDisk(disk.getPath("/output"))).hasSize(9).containsKey("/output/2023-某某局/review/新");
        }
    }
}
