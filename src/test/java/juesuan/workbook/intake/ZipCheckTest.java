package juesuan.workbook.intake;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static juesuan.workbook.intake.TestBooks.NAME;
import static juesuan.workbook.intake.TestBooks.SHEET;
import static juesuan.workbook.intake.TestBooks.cells;
import static juesuan.workbook.intake.TestBooks.edited;
import static juesuan.workbook.intake.TestBooks.filledCells;
import static juesuan.workbook.intake.TestBooks.good;
import static juesuan.workbook.intake.TestBooks.light;
import static juesuan.workbook.intake.TestBooks.refusal;
import static juesuan.workbook.intake.TestBooks.taken;
import static juesuan.workbook.intake.TestBooks.renamed;
import static juesuan.workbook.intake.TestBooks.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage and trickery in the zip container. */
class ZipCheckTest {

    @Test
    void a_good_workbook_passes_untouched() throws Exception {
        byte[] good = good();
        assertThat(light(good)).isSameAs(good);
        assertThat(taken(good)).isEqualTo(filledCells(good));
        assertThat(cells(good)).hasSizeGreaterThan(200);
    }

    @Test
    void a_file_cut_short_anywhere_is_called_incomplete() {
        byte[] good = good();
        for (int percent = 1; percent < 100; percent++) {
            byte[] cut = Arrays.copyOf(good, good.length * percent / 100);
            assertThat(refusal(cut)).contains("不完整", cut.length + " 字节");
        }
        assertThat(refusal(Arrays.copyOf(good, good.length - 1))).contains("不完整");
    }

    /** POI alone read 34 of 4,000 such files with other numbers and no exception. */
    @Test
    void one_wrong_byte_never_changes_a_value() throws IOException {
        Map<String, String> expected = taken(good());
        Random random = new Random(20230815);
        int refused = 0;
        for (int i = 0; i < 600; i++) {
            byte[] mutant = good();
            mutant[random.nextInt(mutant.length)] ^= (byte) (1 << random.nextInt(8));
            Throwable thrown = catchThrowable(() -> Preflight.open(mutant, NAME));
            if (thrown == null) {
                assertThat(taken(mutant)).isEqualTo(expected);
            } else {
                refusal(NAME, thrown);
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(500);
    }

    /** Flips every byte of the headers in turn: there the checksums do not reach. */
    @Test
    void one_wrong_header_byte_never_changes_a_value() throws IOException {
        byte[] good = good();
        Map<String, String> expected = cells(good);
        int directory = ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).getInt(good.length - 6);
        for (int at = directory; at < good.length; at++) {
            byte[] mutant = good();
            mutant[at] ^= 0x11;
            Throwable thrown = catchThrowable(() -> Preflight.open(mutant, NAME));
            if (thrown == null) {
                assertThat(cells(mutant)).isEqualTo(expected);
                assertThat(taken(mutant)).isEqualTo(taken(good));
            } else {
                refusal(NAME, thrown);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 9, 12, 14, 20, 93, 95, 98, 99})
    void a_compression_method_POI_has_no_codec_for_is_refused(int method) {
        byte[] zip = good();
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < zip.length - 30; i++) {
            if (bytes.getInt(i) == 0x04034b50) {
                bytes.putShort(i + 8, (short) method);
            } else if (bytes.getInt(i) == 0x02014b50) {
                bytes.putShort(i + 10, (short) method);
            }
        }
        assertThat(refusal(zip)).contains("压缩方式（" + method + "）");
    }

    @Test
    void a_zip_password_is_named() {
        byte[] zip = good();
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < zip.length - 30; i++) {
            if (bytes.getInt(i) == 0x02014b50) {
                zip[i + 8] |= 1;
            }
        }
        assertThat(refusal(zip)).contains("加过密码");
    }

    static Stream<Arguments> names() {
        return Stream.of(
                arguments("xl/stylez.xml", "xl/styles.xml", "同名"),
                arguments("xl/stylez.xml", "XL/Styles.xml", "同名"),
                arguments("xl/stylez.xml", "xl\\styles.xml", "同名"),
                arguments("zxl/styles.xml", "/xl/styles.xml", "名称不合规范"),
                arguments("zxl/styles.xml", "\\xl\\styles.xml", "名称不合规范"),
                arguments("zz/styles.xml", "../styles.xml", "名称不合规范"),
                arguments("xl/zz/styles.xml", "xl/../styles.xml", "名称不合规范"),
                arguments("zz/styles.xml", "C:/styles.xml", "名称不合规范"),
                arguments("xl/styles.zxml", "xl/styles\0.xml", "名称不合规范"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("names")
    void a_part_with_a_double_or_unsafe_name_is_refused(String from, String to, String expected) {
        byte[] zip = with(from, "<styleSheet/>".getBytes(UTF_8));
        assertThat(refusal(renamed(zip, from, to))).contains(expected);
    }

    @Test
    void a_part_missing_from_the_directory_is_refused() {
        byte[] zip = with("xl/hidden.xml", "<x/>".getBytes(UTF_8));
        byte[] name = "xl/hidden.xml".getBytes(UTF_8);
        for (int i = zip.length - 22; i > zip.length - 200; i--) {
            if (Arrays.equals(zip, i, i + name.length, name, 0, name.length)) {
                zip[i + 3] = 'X'; // another name in the directory than in the stream
            }
        }
        assertThat(refusal(zip)).contains("已损坏");
    }

    @Test
    void too_many_parts_are_refused_with_their_number() {
        Map<String, byte[]> parts = TestBooks.unzip(good());
        for (int i = 0; i < 500; i++) {
            parts.put("xl/media/image" + i + ".png", new byte[1]);
        }
        assertThat(refusal(TestBooks.zip(parts))).contains(parts.size() + " 个部件", "500");
    }

    @ParameterizedTest
    @ValueSource(strings = {SHEET, "xl/sharedStrings.xml", "xl/media/image1.png"})
    void a_bomb_is_refused_before_it_fills_the_memory(String part) {
        byte[] zip = with(part, new byte[20 << 20]);
        assertThat(zip.length).isLessThan(100_000);
        assertThat(refusal(zip)).contains("展开后大得异常", part);
    }

    @Test
    void a_big_part_and_many_big_parts_of_modest_ratio_are_refused() throws IOException {
        assertThat(refusal(bombOf(65 << 20, 1))).contains("展开后大得异常", "part0");
        assertThat(refusal(bombOf(40 << 20, 6))).contains("展开后大得异常", "part4");
    }

    @Test
    void a_header_that_lies_about_the_size_is_refused() {
        byte[] zip = with("xl/media/image1.png", new byte[50_000]);
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < zip.length - 46; i++) {
            if (bytes.getInt(i) == 0x02014b50 && bytes.getInt(i + 24) == 50_000) {
                bytes.putInt(i + 24, 10);
            }
        }
        assertThat(refusal(zip)).contains("已损坏");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml", SHEET})
    void a_document_type_is_refused_in_every_part(String part) {
        String doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
        byte[] zip = edited(part, xml -> xml.replaceFirst("(\\?>)?(\\s*<[A-Za-z])", "$1" + doctype + "$2"));
        assertThat(refusal(zip)).contains("DTD", part);
        Map<String, byte[]> wide = TestBooks.unzip(zip);
        wide.computeIfPresent(part, (name, xml) -> new String(xml, UTF_8)
                .replace("UTF-8", "UTF-16").getBytes(UTF_16));
        assertThat(refusal(TestBooks.zip(wide))).contains("DTD", part);
    }

    /** One compressed block, used several times: quick to make, small on disk. */
    private static byte[] bombOf(int size, int times) throws IOException {
        byte[] content = new byte[size];
        Random random = new Random(1);
        for (int i = 0; i < size; i += 120) {
            content[i] = (byte) random.nextInt();
        }
        CRC32 crc = new CRC32();
        crc.update(content);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setInput(content);
        deflater.finish();
        byte[] packed = new byte[size / 10];
        int length = deflater.deflate(packed);
        assertThat(deflater.finished()).isTrue();
        deflater.end();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (int i = -1; i < times; i++) {
                ZipArchiveEntry entry = new ZipArchiveEntry(i < 0 ? "[Content_Types].xml" : "part" + i);
                entry.setMethod(ZipArchiveEntry.DEFLATED);
                entry.setSize(size);
                entry.setCompressedSize(length);
                entry.setCrc(crc.getValue());
                if (i >= 0) {
                    zip.addRawArchiveEntry(entry, new ByteArrayInputStream(packed, 0, length));
                } else {
                    zip.putArchiveEntry(new ZipArchiveEntry("[Content_Types].xml"));
                    zip.write("<Types/>".getBytes(UTF_8));
                    zip.closeArchiveEntry();
                }
            }
        }
        return bytes.toByteArray();
    }
}
