package juesuan.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import juesuan.model.Checks;
import juesuan.model.Checksum;
import juesuan.model.Review;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that somebody worked at is lost when the office's folder is written again. */
class ReviewFolderTest {

    private static final String COPY = "报表-审核.xlsx";

    @TempDir
    private Path output;
    private Path folder;

    @BeforeEach
    void first() {
        folder = output.resolve("2023-某某局/review");
        write("one", "source");
    }

    /** @return the files kept under another name */
    private List<String> write(String copy, String source) {
        byte[] bytes = bytes(copy);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(COPY, bytes);
        files.put(ReviewFolder.REPORT, bytes("report of " + copy));
        files.put(ReviewFolder.FINDINGS, FindingsJson.of(new Review("报表.xlsx", true, Checks.NONE, List.of(), List.of()),
            new FindingsJson.Copy(COPY, Checksum.of(bytes)), Optional.empty()));
        return new Publisher(output).review(2023, "某某局", new Publisher.Review(files, bytes(source))).renamed();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, String> workbooks() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).filter(f -> !f.endsWith(ReviewFolder.FINDINGS)).toList()) {
                found.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        found.remove(ReviewFolder.REPORT);
        return found;
    }

    @Test
    void aCopyNobodyTouchedIsReplaced() throws IOException {
        assertThat(write("two", "source")).isEmpty();
        assertThat(workbooks()).isEqualTo(Map.of(COPY, "two"));
        assertThat(folder.resolve(ReviewFolder.REPORT)).hasContent("report of two");
    }

    @Test
    void aCopySomebodyWorkedInIsKeptAndStaysKept() throws IOException {
        Files.writeString(folder.resolve(COPY), "edited");
        assertThat(write("two", "source")).containsExactly("报表-审核（改过）.xlsx");
        assertThat(write("three", "source")).as("it is where it was").isEmpty();
        assertThat(workbooks()).isEqualTo(Map.of(COPY, "three", "报表-审核（改过）.xlsx", "edited"));
        Files.writeString(folder.resolve(COPY), "edited again");
        assertThat(write("four", "source")).containsExactly("报表-审核（改过 2）.xlsx");
        assertThat(workbooks()).isEqualTo(Map.of(COPY, "four", "报表-审核（改过）.xlsx", "edited", "报表-审核（改过 2）.xlsx", "edited again"));
    }

    @Test
    void theCopyThatWasTheSourceLivesOnInTheNewCopy() throws IOException {
        Files.writeString(folder.resolve(COPY), "edited");
        assertThat(write("edited and marked", "edited")).isEmpty();
        assertThat(workbooks()).isEqualTo(Map.of(COPY, "edited and marked"));
    }

    @Test
    void withoutTheListOfChecksumsEveryCopyCountsAsEdited() throws IOException {
        Files.writeString(folder.resolve(ReviewFolder.FINDINGS), "{\"workbooks\": [");
        assertThat(write("two", "source")).containsExactly("报表-审核（改过）.xlsx");
        assertThat(workbooks()).containsEntry("报表-审核（改过）.xlsx", "one");
    }

    @Test
    void whatSomebodyPutThereStaysAndLockFilesGo() throws IOException {
        Files.createDirectories(folder.resolve("往来"));
        Files.writeString(folder.resolve("往来/批示.txt"), "同意");
        Files.writeString(folder.resolve("~$" + COPY), "lock");
        write("two", "source");
        assertThat(workbooks()).isEqualTo(Map.of(COPY, "two", "往来/批示.txt".replace("/", output.getFileSystem().getSeparator()), "同意"));
    }

    @Test
    void publishingKeepsItToo() throws IOException {
        Files.writeString(folder.resolve(COPY), "edited");
        Publisher.Placed placed = new Publisher(output).publish(2023, "某某局", Map.of("publish/a.pdf", bytes("pdf")),
            new Publisher.Review(Map.of(COPY, bytes("two")), bytes("source")), "");
        assertThat(placed.renamed()).containsExactly("报表-审核（改过）.xlsx");
        assertThat(workbooks()).isEqualTo(Map.of(COPY, "two", "报表-审核（改过）.xlsx", "edited"));
        assertThat(placed.folder().resolve("publish/a.pdf")).hasContent("pdf");
    }
}
