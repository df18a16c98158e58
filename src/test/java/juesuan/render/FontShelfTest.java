package juesuan.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import juesuan.model.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FontShelfTest {

    private static final Path FONTS = Path.of("fonts");
    private static final FontShelf SHELF = FontShelf.open(Optional.empty());
    private static final PdfPrinter.Options OPTIONS = new PdfPrinter.Options(Instant.EPOCH, 1);
    private static final String ONE_FONT = """
            faces:
              - {family: Mine, weight: 400, file: mine.ttf}
            stacks:
              body: {weight: 400, families: [Mine]}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"title", "heading1", "heading2", "body", "table", "tableHead"})
    void everyStackPrintsRareNamesAndOrdinaryText(String role) {
        assertThat(SHELF.missing(role, "䶮喆堃镕㎡㊀①−×÷“三公”——……，。（）％\n\t0123456789 AZaz　")).as(role).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"\uD842\uDFB7, 20BB7", "\uE000, E000", "\u200B, 200B", "\u202E, 202E", "\uD83D\uDE00, 1F600", "\u00AD, AD",
        "\uFEFF, FEFF", "\u0378, 378", "\u2028, 2028"})
    void namesWhatItCannotPrint(String text, String codePoint) {
        assertThat(SHELF.missing("body", "张" + text + "三" + text))
                .containsExactly(new Glyph(Integer.parseInt(codePoint, 16), 1));
    }

    @Test
    void namesControlCharactersAndHalfCharacters() {
        assertThat(SHELF.missing("body", "\u0000甲\r\uD800乙\uDFB7\u0085"))
                .extracting(Glyph::codePoint).containsExactly(0, 0xD, 0xD800, 0xDFB7, 0x85);
        assertThat(SHELF.missing("body", "\u0000\uE000\u200B\uD800\u0378𠮷")).extracting(Glyph::describe)
                .containsExactly("U+0000（控制字符）", "U+E000（自造字，只在造字的电脑上能显示）", "U+200B（看不见的格式字符）",
                        "U+D800（半个字符，文件可能已损坏）", "U+0378（没有对应字符的编码）", "“𠮷”（U+20BB7，字体中没有这个字）");
    }

    @Test
    void fontsAreToldApartByTheirFingerprint() throws IOException {
        String bundled = SHELF.fingerprint();
        assertThat(FontShelf.open(Optional.of(FONTS)).fingerprint()).as("the same fonts in a folder").isEqualTo(bundled);
        String regular = fingerprint("GovLatin-Regular.ttf");
        assertThat(regular).isEqualTo(fingerprint("GovLatin-Regular.ttf")).isNotEqualTo(bundled);
        assertThat(fingerprint("GovLatin-Bold.ttf")).isNotEqualTo(regular);
    }

    private String fingerprint(String font) throws IOException {
        Files.writeString(folder.resolve("fonts.yaml"), ONE_FONT);
        Files.copy(FONTS.resolve(font), folder.resolve("mine.ttf"), StandardCopyOption.REPLACE_EXISTING);
        return FontShelf.open(Optional.of(folder)).fingerprint();
    }

    @Test
    void stacksBecomeCss() {
        assertThat(SHELF.familyList("body")).isEqualTo("'Gov Latin', 'Gov Quotes', 'Zhuque Fangsong', 'Gov Song'");
        assertThat(SHELF.weight("title")).isEqualTo(700);
        assertThatThrownBy(() -> SHELF.familyList("footnote")).isInstanceOf(UserError.class)
                .hasMessageContaining("缺少“footnote”一行");
    }

    @Test
    void anOfficeUsesItsOwnFolder() throws IOException {
        install("GovSong-Regular.ttf", "mine.ttf", ONE_FONT);
        assertThat(print(FontShelf.open(Optional.of(folder)))).contains("决算2023");
        assertThat(FontShelf.open(Optional.of(folder.resolve("nowhere"))).familyList("title"))
                .as("a folder that is not there means the fonts of the program").isEqualTo("'Gov Song'");
    }

    @Test
    void whatAnOfficeWritesIsAddedToTheList() throws IOException {
        install("GovSong-Regular.ttf", "mine.ttf", ONE_FONT.replace("stacks:", "  - {family: Gov Hei, weight: 400, file: mine.ttf}\nstacks:"));
        FontShelf shelf = FontShelf.open(Optional.of(folder));
        assertThat(shelf.familyList("body")).as("before those of the program")
            .isEqualTo("'Mine', 'Gov Latin', 'Gov Quotes', 'Zhuque Fangsong', 'Gov Song'");
        for (String role : List.of("title", "heading1", "heading2", "table", "tableHead")) {
            assertThat(shelf.familyList(role)).as("not touched").isEqualTo(SHELF.familyList(role));
        }
        assertThat(shelf.missing("heading2", "䶮喆决算2023")).as("printed with files of the program").isEmpty();
        assertThat(shelf.fingerprint()).isNotEqualTo(SHELF.fingerprint());
    }

    @Test
    void fontsAreReadInTheJar() throws IOException {
        Path jar = folder.resolve("程序 1.jar");
        try (OutputStream file = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(file)) {
            store(zip, "fonts/fonts.yaml", ONE_FONT.getBytes(StandardCharsets.UTF_8));
            store(zip, "fonts/mine.ttf", Files.readAllBytes(FONTS.resolve("GovSong-Regular.ttf")));
        }
        FontPlace place = new FontPlace.Bundled(name -> Optional.of(url("jar:" + jar.toUri() + "!/fonts/" + name)));
        assertThat(print(FontShelf.open(place))).contains("决算2023");
        Files.delete(jar);
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("fonts.yaml"), ONE_FONT);
        assertRefused("找不到字体文件 mine.ttf", "“Mine”", "放进 " + folder);
    }

    @Test
    void aMissingListIsNamed() {
        assertRefused("找不到字体清单 fonts.yaml", folder.toString());
    }

    @ParameterizedTest
    @CsvSource({"OTTO, .otf", "ttcf, .ttc", "wOFF, .woff", "wOF2, .woff", "PK, 不是 TrueType", "'', 不是 TrueType"})
    void otherKindsOfFontsAreExplained(String head, String expected) throws IOException {
        Files.writeString(folder.resolve("fonts.yaml"), ONE_FONT);
        Files.writeString(folder.resolve("mine.ttf"), head + "\u0000".repeat(head.length() * 100));
        assertRefused("mine.ttf", expected, "请");
    }

    @Test
    void aTruncatedFontIsExplainedWhenItIsUsed() throws IOException {
        install("GovLatin-Regular.ttf", "mine.ttf", ONE_FONT);
        byte[] font = Files.readAllBytes(folder.resolve("mine.ttf"));
        Files.write(folder.resolve("mine.ttf"), Arrays.copyOf(font, font.length / 2));
        FontShelf shelf = FontShelf.open(Optional.of(folder));
        assertThatThrownBy(() -> shelf.missing("body", "1")).isInstanceOf(UserError.class)
                .hasMessageContaining("mine.ttf 已损坏").hasMessageContaining("请重新复制");
        assertThatThrownBy(() -> print(shelf)).isInstanceOf(UserError.class).hasMessageContaining("mine.ttf 已损坏");
    }

    @Test
    void everyDamagedByteEndsInAGlyphOrASentence() throws IOException {
        byte[] font = Files.readAllBytes(FONTS.resolve("GovLatin-Regular.ttf"));
        Files.writeString(folder.resolve("fonts.yaml"), ONE_FONT);
        for (int i = 12; i < 400; i += 7) {
            byte[] damaged = font.clone();
            damaged[i] ^= 0x7F;
            Path file = folder.resolve("mine.ttf");
            Files.write(file, damaged);
            Files.setLastModifiedTime(file, FileTime.fromMillis(i * 1000L));
            try {
                FontShelf.open(Optional.of(folder)).missing("body", "1");
            } catch (UserError expected) {
                assertThat(expected).as("byte %d", i).hasMessageContaining("mine.ttf");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "Mine]|Mine, Other]|faces 里没有它",
        "weight: 400, file|weight: 500, file|只能写 400 或 700",
        "faces:|face:|:1: 不认识“face”",
        "mine.ttf}|mine.ttf|:2: 不是正确的 YAML",
        "families: [Mine]|families: []|没有写字体",
        "family: Mine, |``|缺少 family",
        "stacks:|other:|:3: 不认识“other”",
        "weight: 400, file|weight: bold, file|:2: “bold”不对，应当是整数"})
    void aWrongListIsExplained(String right, String wrong, String expected) throws IOException {
        install("GovLatin-Regular.ttf", "mine.ttf", ONE_FONT.replaceFirst(Pattern.quote(right), wrong));
        assertRefused("fonts.yaml", expected);
    }

    @Test
    void aListOfFontsAloneIsRightIfTheyReplaceOthers() throws IOException {
        install("GovSong-Regular.ttf", "mine.ttf", "faces:\n  - {family: Gov Hei, weight: 400, file: mine.ttf}\n");
        FontShelf shelf = FontShelf.open(Optional.of(folder));
        assertThat(shelf.familyList("heading1")).isEqualTo(SHELF.familyList("heading1"));
        assertThat(shelf.fingerprint()).isNotEqualTo(SHELF.fingerprint());
    }

    /** As a clerk would write it who knows nothing of stacks; what the sentence says to add is right. */
    @Test
    void aNewFontThatNothingUsesIsExplained() throws IOException {
        String faces = "faces:\n  - {family: Mine, weight: 400, file: mine.ttf}\n";
        install("GovSong-Regular.ttf", "mine.ttf", faces);
        String stack = "body: {weight: 400, families: [Gov Latin, Gov Quotes, Mine]}";
        assertRefused("fonts.yaml", "写了字体“Mine”，但没有写它用在哪一类文字上。请在后面加上 stacks 一节", "“" + stack + "”",
            "各类文字是 body、heading1、heading2、table、tableHead、title。");
        Files.writeString(folder.resolve("fonts.yaml"), faces + "stacks:\n  " + stack + "\n");
        assertThat(FontShelf.open(Optional.of(folder)).familyList("body")).startsWith("'Gov Latin', 'Gov Quotes', 'Mine'");
    }

    private void assertRefused(String... parts) {
        assertThatThrownBy(() -> FontShelf.open(Optional.of(folder))).isInstanceOf(UserError.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(parts));
    }

    private void install(String font, String name, String list) throws IOException {
        Files.copy(FONTS.resolve(font), folder.resolve(name));
        Files.writeString(folder.resolve("fonts.yaml"), list);
    }

    private static String print(FontShelf shelf) {
        String css = "body { font-family: " + shelf.familyList("body") + " }";
        PdfPrinter.Printed printed = new PdfPrinter(shelf).print(SamplePage.page(css, "", "<p>决算2023</p>"), OPTIONS);
        assertThat(printed.warnings()).isEqualTo(List.of());
        return new PdfFile(printed.pdf()).text();
    }

    private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static URL url(String text) {
        try {
            return new URL(text);
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
