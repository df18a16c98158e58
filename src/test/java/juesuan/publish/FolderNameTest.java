package juesuan.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import juesuan.samples.Seeds;
import org.junit.jupiter.api.Test;

class FolderNameTest {

    private static final String FORBIDDEN_ON_WINDOWS = "<>:\"/\\|?*";
    /** The longest name that Publisher makes of it. */
    private static final String PREFIX = ".juesuan-new-";
    private static final int MOST_BYTES = 255;
    private static final int TRIES = 2000;
    private static final List<String> HOSTILE = List.of("..", "../..", "/etc", "C:\\", "CON", "nul", "a.", "b ", "\u202E", "\u0000",
        "\n", "　", "局", "䶮", "𬜬", "\uD842", "\uDFB7", "é", "e\u0301", "😀", ".", "-", "~", "$HOME", "%TEMP%", "a:b");
    private static final List<String> USUAL = List.of("局", "市", "䶮", "（", "）");

    private static String name(Seeds seeds) {
        return switch (seeds.one(List.of("any", "usual", "hostile"))) {
            case "usual" -> String.join("", seeds.list(0, 300, () -> seeds.one(USUAL)));
            case "hostile" -> String.join("", seeds.list(0, 100, () -> seeds.one(HOSTILE)));
            default -> seeds.text(300);
        };
    }

    @Test
    void isOneFolderInTheOutputFolder() {
        Path output = Path.of("output").toAbsolutePath();
        Seeds.forAll(TRIES, FolderNameTest::name, department -> {
            String name = FolderName.of(2023, department);
            Path place = output.resolve(name).normalize();
            assertThat(place.getParent()).as("parent of “" + name + "”").isEqualTo(output);
            assertThat(place.getFileName()).hasToString(name);
        });
    }

    @Test
    void isValidOnWindowsToo() {
        Seeds.forAll(TRIES, FolderNameTest::name, department -> {
            String name = FolderName.of(2023, department);
            assertThat(name).startsWith("2023-").hasSizeGreaterThan("2023-".length());
            assertThat(name.codePoints()).noneMatch(c -> FORBIDDEN_ON_WINDOWS.indexOf(c) >= 0 || Character.isISOControl(c)
                || Character.getType(c) == Character.SURROGATE || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.UNASSIGNED);
            assertThat(name).doesNotEndWith(".").doesNotEndWith(" ");
        });
    }

    @Test
    void isShortEnoughForEveryFileSystem() {
        Seeds.forAll(TRIES, FolderNameTest::name, department ->
            assertThat((PREFIX + FolderName.of(2023, department)).getBytes(StandardCharsets.UTF_8))
                .as("bytes of the name of a temporary folder").hasSizeLessThanOrEqualTo(MOST_BYTES));
    }

    @Test
    void keepsWhatIsHarmless() {
        assertThat(FolderName.of(2023, "岚州市䶮溪区河湖事务中心（本级）")).isEqualTo("2023-岚州市䶮溪区河湖事务中心（本级）");
        assertThat(FolderName.of(2023, " 某某局. ")).isEqualTo("2023-某某局");
        assertThat(FolderName.of(2023, "")).isEqualTo("2023-_");
        assertThat(FolderName.of(2023, "a/b\\c:d")).isEqualTo("2023-a_b_c_d");
        assertThat(FolderName.of(2023, "e\u0301")).as("one spelling on every system").isEqualTo("2023-é");
    }

    @Test
    void aLongNameOfRareCharactersIsCutBetweenCharacters() {
        String name = FolderName.of(2023, "𬜬".repeat(100));
        assertThat(name).matches("2023-(?:𬜬){55}-[0-9a-f]{8}");
        assertThat(Set.of(name.getBytes(StandardCharsets.UTF_8).length)).allMatch(length -> length > 200 && length < MOST_BYTES);
    }

    @Test
    void longNamesThatDifferOnlyAtTheirEndsHaveFoldersOfTheirOwn() {
        String office = "某某高新技术产业开发区管理委员会".repeat(5);
        assertThat(FolderName.of(2023, office + "第一分局")).startsWith("2023-某某高新").isNotEqualTo(FolderName.of(2023, office + "第二分局"))
            .isEqualTo(FolderName.of(2023, office + "第一分局"));
        assertThat(FolderName.of(2023, "局".repeat(76))).as("is not cut").isEqualTo("2023-" + "局".repeat(76));
    }
}
