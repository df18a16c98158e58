package juesuan.workbook.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import juesuan.model.UserError;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * Reads a zip twice: by its directory, as Excel does, and as a stream, as POI does. Only where both
 * agree and every checksum is right do two programs read the same workbook. POI checks neither: of
 * 4,000 files with one wrong byte it read 34 without complaint and with other numbers.
 */
public final class ZipCheck {

    private static final int HEAD = 8 << 10;

    private final SourceFile file;
    private final byte[] buffer = new byte[32 << 10];
    private long total;

    private ZipCheck(SourceFile file) {
        this.file = file;
    }

    public static Parts verify(SourceFile file) {
        try {
            return new ZipCheck(file).verify();
        } catch (UserError refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            throw file.damaged(e);
        }
    }

    public Parts verify() throws IOException {
        Map<String, ZipArchiveEntry> directory = ZipDirectory.read(file);
        List<Parts.Part> parts = new ArrayList<>();
        int seen = 0;
        try (ZipArchiveInputStream stream =
                new ZipArchiveInputStream(new ByteArrayInputStream(file.bytes()))) {
            for (ZipArchiveEntry local; (local = stream.getNextEntry()) != null; seen++) {
                ZipArchiveEntry listed = directory.get(local.getName());
                if (listed == null || listed.getDataOffset() != local.getDataOffset()
                        || listed.getMethod() != local.getMethod()) {
                    throw new IOException("directory and stream differ at " + local.getName());
                }
                inflate(stream, listed);
                if (!listed.isDirectory()) {
                    parts.add(new Parts.Part(listed.getName(), Math.toIntExact(listed.getDataOffset()),
                            Math.toIntExact(listed.getCompressedSize()),
                            listed.getMethod() == ZipEntry.DEFLATED));
                }
            }
        }
        if (seen != directory.size()) {
            throw new IOException("directory lists " + directory.size() + " entries, stream has " + seen);
        }
        return new Parts(file.bytes(), parts);
    }

    /** Counts what comes out and trusts no header: a header may promise 1 KB and deliver 1 GB. */
    private void inflate(ZipArchiveInputStream stream, ZipArchiveEntry listed) throws IOException {
        CRC32 crc = new CRC32();
        long size = 0;
        byte[] head = new byte[0];
        for (int n; (n = stream.read(buffer)) > 0; ) {
            crc.update(buffer, 0, n);
            size += n;
            total += n;
            if (head.length < HEAD) {
                head = append(head, n);
            }
            if (size > Limits.ENTRY_BYTES || total > Limits.TOTAL_BYTES || size > Limits.RATIO_GRACE_BYTES
                    && size > Limits.RATIO * Math.max(1, stream.getCompressedCount())) {
                throw file.refuse("里的部件" + SourceFile.quoted(listed.getName()) + "展开后大得异常"
                        + "（单个超过 64 MB、合计超过 200 MB 或压缩比超过 100 倍）；"
                        + "请删去数据下方和右侧带格式的空白行列及多余图片，" + SourceFile.THEN_SAVE_AGAIN);
            }
        }
        if (size != listed.getSize() || crc.getValue() != listed.getCrc()
                || stream.getCompressedCount() != listed.getCompressedSize()) {
            throw new IOException("checksum of " + listed.getName());
        }
        if (declaresEntities(listed.getName(), head)) {
            throw file.refuse("里的部件" + SourceFile.quoted(listed.getName())
                    + "带有不允许的 DTD 声明，Excel 和 WPS 不会写出这样的文件；" + SourceFile.SAVE_AGAIN);
        }
    }

    private byte[] append(byte[] head, int n) {
        byte[] longer = Arrays.copyOf(head, Math.min(HEAD, head.length + n));
        System.arraycopy(buffer, 0, longer, head.length, longer.length - head.length);
        return longer;
    }

    /** Only an XML part's head is looked at; dropping the zero bytes makes UTF-16 readable too. */
    private static boolean declaresEntities(String name, byte[] head) {
        if (!Parts.key(name).matches(".*\\.(xml|rels|vml)")) {
            return false;
        }
        String text = new String(head, StandardCharsets.ISO_8859_1).replace("\0", "");
        return text.contains("<!DOCTYPE") || text.contains("<!ENTITY");
    }
}
