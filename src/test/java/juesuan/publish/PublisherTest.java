package juesuan.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import juesuan.model.Checks;
import juesuan.model.Maker;
import juesuan.model.UserError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {

    private static final String NAME = "2023-某某局";
    private static final byte[] NOTHING = {};
    private static final Publisher.Review NO_REVIEW = new Publisher.Review(Map.of(), NOTHING);

    private static final Manifest MANIFEST = new Manifest(new Maker(new Maker.Part("juesuan", "0", ""), "p", new Maker.Part("", "0", ""), ""), "", "某某局", 2023, 1, Instant.EPOCH,
        Manifest.Content.of("", NOTHING), new Manifest.Audit(new Checks(0, 0, 0, 0), 0, 0, 0, List.of()), List.of(), Optional.empty());

    @TempDir
    private Path folder;
    private Path output;
    private Publisher publisher;

    @BeforeEach
    void open() {
        output = folder.resolve("output");
        publisher = new Publisher(output);
    }

    private void publish(int year, String department, Map<String, byte[]> files) {
        publisher.publish(year, department, files, NO_REVIEW, publisher.state(year, department));
    }

    private List<String> review(String... pathsAndContents) {
        return publisher.review(2023, "某某局", new Publisher.Review(files(pathsAndContents), NOTHING)).renamed();
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
            for (Path path : tree.filter(Files::isRegularFile).filter(file -> !file.endsWith(OutputLock.FILE)).toList()) {
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

    private void list(String... namesAndContents) throws IOException {
        Files.write(output.resolve(NAME + "/publish/manifest.json"), ManifestJson.write(MANIFEST.listing(files(namesAndContents))));
    }

    @Test
    void aPackageIsReplacedAsAWhole() throws IOException {
        publish(2023, "某某局", files("publish/a.pdf", "old", "publish/b.xlsx", "old"));
        list("a.pdf", "old", "b.xlsx", "old");
        Path place = publisher.publish(2023, "某某局", files("publish/a.pdf", "new"), new Publisher.Review(files("c.html", "new"), NOTHING), publisher.state(2023, "某某局")).folder();
        assertThat(place).isEqualTo(output.resolve(NAME));
        assertThat(onDisk()).as("the new package, and nothing of the old one")
            .isEqualTo(Map.of(NAME + "/publish/a.pdf", "new", NAME + "/review/c.html", "new"));
    }

    @Test
    void packagesOfOthersStayAsTheyAre() throws IOException {
        publish(2023, "某某局", files("publish/a.pdf", "1"));
        publish(2022, "某某局", files("publish/a.pdf", "2"));
        publish(2023, "别的局", files("publish/a.pdf", "3"));
        assertThat(onDisk()).hasSize(3).containsEntry(NAME + "/publish/a.pdf", "1");
    }

    @Test
    void whatARunThatWasKilledWhileWritingLeftIsCleared() throws IOException {
        put(NAME + "/publish/a.pdf", "old");
        put(".juesuan-new-" + NAME + "/publish/half.pdf", "half");
        publish(2023, "某某局", files("publish/a.pdf", "new"));
        assertThat(onDisk()).isEqualTo(Map.of(NAME + "/publish/a.pdf", "new"));
    }

    @Test
    void whatARunThatWasKilledBetweenTheMovesLeftIsCleared() throws IOException {
        put(".juesuan-old-" + NAME + "/publish/a.pdf", "old");
        put(".juesuan-new-" + NAME + "/publish/a.pdf", "complete");
        publish(2023, "某某局", files("publish/a.pdf", "new"));
        assertThat(onDisk()).isEqualTo(Map.of(NAME + "/publish/a.pdf", "new"));
    }

    @Test
    void whatARunThatWasKilledWhileClearingUpLeftIsCleared() throws IOException {
        put(NAME + "/publish/a.pdf", "newer");
        put(".juesuan-old-" + NAME + "/publish/a.pdf", "old");
        publish(2023, "某某局", files("publish/a.pdf", "new"));
        assertThat(onDisk()).isEqualTo(Map.of(NAME + "/publish/a.pdf", "new"));
    }

    /** A path below a file cannot be written: stands for a full disk in the middle of the work. */
    private static final Map<String, byte[]> UNWRITABLE = files("publish/a.pdf", "new", "publish/a.pdf/b", "new");

    @Test
    void whatRunsForOthersLeftIsClearedAtTheStart() throws IOException {
        put("2023-甲局/publish/a.pdf", "new");
        put(".juesuan-old-2023-甲局/publish/a.pdf", "old");
        put(".juesuan-old-2023-乙局/publish/a.pdf", "old");
        put(".juesuan-new-2023-乙局/publish/a.pdf", "complete");
        put(".juesuan-new-2022-丙局/publish/a.pdf", "half");
        put("2023-丁局/publish/a.pdf", "published");
        put(".juesuan-old-review-2023-丁局/审核报告.html", "old");
        put(".别人的/a", "not ours");
        publisher.clear();
        assertThat(onDisk()).isEqualTo(Map.of("2023-甲局/publish/a.pdf", "new", "2023-乙局/publish/a.pdf", "old",
            "2023-丁局/publish/a.pdf", "published", "2023-丁局/review/审核报告.html", "old", ".别人的/a", "not ours"));
    }

    @Test
    void whereNothingWasLeftNothingIsTouched() throws IOException {
        publisher.clear();
        assertThat(output).as("an output folder nobody has written to yet").doesNotExist();
        put(NAME + "/publish/a.pdf", "published");
        publisher.clear();
        assertThat(output).isDirectoryContaining(path -> path.endsWith(NAME)).isDirectoryNotContaining(path -> path.endsWith(OutputLock.FILE));
    }

    @Test
    void whatSomebodyHasPublishedMeanwhileIsNotReplaced() throws IOException {
        publish(2023, "某某局", files("publish/a.pdf", "old", "publish/manifest.json", "1"));
        String seen = publisher.state(2023, "某某局");
        publish(2023, "某某局", files("publish/a.pdf", "theirs", "publish/manifest.json", "2"));
        Map<String, String> before = onDisk();
        assertThatThrownBy(() -> publisher.publish(2023, "某某局", files("publish/a.pdf", "ours"), NO_REVIEW, seen))
            .isInstanceOf(UserError.class).hasMessageContaining("被另一次运行换过了");
        assertThat(onDisk()).isEqualTo(before);
    }

    @Test
    void aPublicationIsNeverMixedFromTwo() throws IOException {
        put(NAME + "/superseded/1/a.pdf", "other");
        put(NAME + "/superseded/1/b.csv", "other");
        put(NAME + "/superseded/2/a.pdf", "kept");
        publish(2023, "某某局", files("publish/a.pdf", "3", "superseded/1/a.pdf", "1"));
        assertThat(onDisk()).isEqualTo(Map.of(NAME + "/publish/a.pdf", "3", NAME + "/superseded/1/a.pdf", "1", NAME + "/superseded/2/a.pdf", "kept"));
    }

    @Test
    void whatCannotBeDeletedStandsInNobodysWay() throws IOException {
        put(".juesuan-new-" + NAME + "/publish/a.pdf", "stuck");
        Leftovers leftovers = new Leftovers(output);
        Path fresh = leftovers.fresh(leftovers.ofPackage(NAME));
        assertThat(fresh).isEqualTo(output.resolve(".juesuan-new-" + NAME + "~2")).doesNotExist();
        put(".juesuan-new-" + NAME + "~2/publish/a.pdf", "stuck too");
        assertThat(leftovers.names()).containsExactly(NAME);
        publisher.clear();
        assertThat(output).isDirectoryNotContaining(path -> path.getFileName().toString().startsWith(".juesuan-new-"));
    }

    @Test
    void protectedFilesAreReplaced() throws IOException {
        publish(2023, "某某局", files("publish/a.pdf", "old"));
        assertThat(output.resolve(NAME + "/publish/a.pdf").toFile().setWritable(false)).isTrue();
        assertThat(output.resolve(NAME + "/publish").toFile().setWritable(false)).isTrue();
        publish(2023, "某某局", files("publish/a.pdf", "new"));
        publisher.clear();
        assertThat(onDisk()).containsEntry(NAME + "/publish/a.pdf", "new");
        assertThat(output).isDirectoryNotContaining(path -> path.getFileName().toString().startsWith(".juesuan-new-"));
    }

    @Test
    void filesThatPeoplePutIntoThePackageAreKept() throws IOException {
        publish(2023, "某某局", files("publish/a.pdf", "old"));
        put(NAME + "/批示.txt", "theirs");
        put(NAME + "/publish/附件.txt", "theirs");
        put(NAME + "/publish/审核报告.html", "theirs");
        put(NAME + "/superseded/1/a.pdf", "kept");
        List<String> moved = publisher.publish(2023, "某某局", files("publish/a.pdf", "new"),
            new Publisher.Review(files("审核报告.html", "ours"), NOTHING), "").moved();
        assertThat(moved).containsExactly("审核报告（原在 publish）.html", "附件.txt");
        assertThat(onDisk()).isEqualTo(Map.of(NAME + "/publish/a.pdf", "new", NAME + "/批示.txt", "theirs", NAME + "/superseded/1/a.pdf", "kept",
            NAME + "/review/附件.txt", "theirs", NAME + "/review/审核报告.html", "ours", NAME + "/review/审核报告（原在 publish）.html", "theirs"));
    }

    /** A file that the old list names and the new one does not is ours: it goes. */
    @Test
    void filesOfTheOldListAreNoStrays() throws IOException {
        put(NAME + "/publish/旧版.csv", "ours");
        list("旧版.csv", "ours");
        publish(2023, "某某局", files("publish/a.pdf", "new"));
        assertThat(onDisk()).isEqualTo(Map.of(NAME + "/publish/a.pdf", "new"));
    }

    @Test
    void aFailureLeavesTheOldPackage() throws IOException {
        publish(2023, "某某局", files("publish/a.pdf", "old"));
        assertThatThrownBy(() -> publish(2023, "某某局", UNWRITABLE)).isInstanceOf(UserError.class)
            .hasMessageContaining("写不进输出文件夹 " + output).hasMessageContaining("原有的公开文件没有改动");
        assertThat(onDisk()).as("the old package, and nothing half done").isEqualTo(Map.of(NAME + "/publish/a.pdf", "old"));
    }

    @Test
    void theOldPackageThatAKilledRunHadMovedAwayComesBackEvenWhenThisRunFails() throws IOException {
        put(".juesuan-old-" + NAME + "/publish/a.pdf", "old");
        assertThatThrownBy(() -> publish(2023, "某某局", UNWRITABLE)).isInstanceOf(UserError.class);
        assertThat(onDisk()).isEqualTo(Map.of(NAME + "/publish/a.pdf", "old"));
    }

    @Test
    void aFileWhereTheOutputFolderShouldBeIsASentence() throws IOException {
        Files.writeString(output, "a file");
        assertThatThrownBy(() -> publish(2023, "某某局", files("publish/a.pdf", "new")))
            .isInstanceOf(UserError.class).hasMessageContaining("写不进输出文件夹");
        assertThat(output).as("the file in the way").hasContent("a file");
    }

    @Test
    void aFolderWithoutPermissionIsASentence() throws IOException {
        put(NAME + "/publish/a.pdf", "old");
        assertThat(output.toFile().setWritable(false)).isTrue();
        if (Files.isWritable(output)) { // root may write everywhere
            publish(2023, "某某局", files("publish/a.pdf", "new"));
            assertThat(onDisk()).isEqualTo(Map.of(NAME + "/publish/a.pdf", "new"));
            return;
        }
        try {
            assertThatThrownBy(() -> publish(2023, "某某局", files("publish/a.pdf", "new")))
                .isInstanceOf(UserError.class).hasMessageContaining("没有写入权限");
            assertThat(onDisk()).isEqualTo(Map.of(NAME + "/publish/a.pdf", "old"));
        } finally {
            assertThat(output.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void theOutputFolderIsMadeWithItsParents() {
        Path place = new Publisher(folder.resolve("a/b/c"))
            .publish(2023, "某某局", files("publish/a.pdf", "1"), NO_REVIEW, "").folder();
        assertThat(List.of(place.resolve("publish/a.pdf"))).allSatisfy(file -> assertThat(file).isRegularFile());
    }

    @Test
    void aReviewIsReplacedAndWhatIsPublishedStays() throws IOException {
        put(NAME + "/publish/a.pdf", "published");
        review("审核报告.html", "old");
        review("审核报告.html", "new", "findings.json", "{}");
        assertThat(onDisk()).isEqualTo(Map.of(NAME + "/publish/a.pdf", "published", NAME + "/review/审核报告.html", "new",
            NAME + "/review/findings.json", "{}"));
    }

    @Test
    void aReviewThatCannotBeWrittenLeavesTheOldOne() throws IOException {
        put(NAME + "/publish/a.pdf", "published");
        review("审核报告.html", "old");
        assertThatThrownBy(() -> review("a", "new", "a/b", "new")).isInstanceOf(UserError.class);
        assertThat(onDisk()).isEqualTo(Map.of(NAME + "/publish/a.pdf", "published", NAME + "/review/审核报告.html", "old"));
    }

    @Test
    void aReviewThatAKilledRunHadMovedAwayComesBackBeforeAnythingElseHappens() throws IOException {
        put(NAME + "/publish/a.pdf", "published");
        put(".juesuan-old-review-" + NAME + "/改过.xlsx", "the clerk's");
        put(".juesuan-new-review-" + NAME + "/审核报告.html", "half");
        publish(2023, "某某局", files("publish/a.pdf", "new"));
        assertThat(onDisk()).isEqualTo(Map.of(NAME + "/publish/a.pdf", "new", NAME + "/review/改过.xlsx", "the clerk's"));
    }

    @Test
    void aPackageThatAKilledRunHadMovedAwayComesBackBeforeItsReviewIsReplaced() throws IOException {
        put(".juesuan-old-" + NAME + "/publish/a.pdf", "published");
        put(".juesuan-old-" + NAME + "/review/审核报告.html", "old");
        put(".juesuan-new-" + NAME + "/publish/a.pdf", "half");
        review("审核报告.html", "new");
        assertThat(onDisk()).isEqualTo(Map.of(NAME + "/publish/a.pdf", "published", NAME + "/review/审核报告.html", "new"));
    }
}
