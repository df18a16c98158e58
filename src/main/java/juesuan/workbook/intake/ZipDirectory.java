package juesuan.workbook.intake;

import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** A zip's table of contents, and everything that can be refused by it alone. */
final class ZipDirectory {

    private ZipDirectory() {}

    /** The entries by name; nothing is inflated yet. */
    static Map<String, ZipArchiveEntry> read(SourceFile file) throws IOException {
        if (!hasEndRecord(file.bytes())) {
            throw file.refuse("不完整（只有 " + file.bytes().length
                    + " 字节，缺少结尾），多半是下载或拷贝时中断了；请重新拷贝或重新下载后再试。");
        }
        List<ZipArchiveEntry> entries;
        try (ZipFile zip = ZipFile.builder().setUseUnicodeExtraFields(false)
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file.bytes())).get()) {
            entries = Collections.list(zip.getEntries());
        }
        Optional<FileKind> kind = ZipKind.byNames(file,
                entries.stream().map(entry -> Parts.key(entry.getName())).collect(Collectors.toSet()));
        if (kind.isPresent()) {
            throw file.refuse(kind.get().sentence());
        }
        if (entries.size() > Limits.ENTRIES) {
            throw file.refuse("里有 " + entries.size() + " 个部件，超过 " + Limits.ENTRIES
                    + " 个的上限，不像正常填报的工作簿；请删去多余的工作表和图片，" + SourceFile.THEN_SAVE_AGAIN);
        }
        Map<String, ZipArchiveEntry> directory = new LinkedHashMap<>();
        Set<String> keys = new HashSet<>();
        for (ZipArchiveEntry entry : entries) {
            checkHeader(file, entry, keys);
            directory.put(entry.getName(), entry);
        }
        return directory;
    }

    private static void checkHeader(SourceFile file, ZipArchiveEntry entry, Set<String> keys) {
        String name = entry.getName();
        if (name.isEmpty() || name.indexOf('\0') >= 0 || name.matches("(?s)([/\\\\]|[A-Za-z]:).*")
                || List.of(name.split("[/\\\\]")).contains("..")) {
            throw file.refuse("里有名称不合规范的部件" + SourceFile.quoted(name) + "；" + SourceFile.SAVE_AGAIN);
        }
        if (!keys.add(Parts.key(name))) {
            throw file.refuse("里有两个同名的部件" + SourceFile.quoted(name)
                    + "，不同软件会读出不同内容；" + SourceFile.SAVE_AGAIN);
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw file.refuse("被压缩软件加过密码；请先解密，再" + SourceFile.THEN_SAVE_AGAIN);
        }
        if (entry.getMethod() != ZipEntry.DEFLATED && entry.getMethod() != ZipEntry.STORED) {
            throw file.refuse("用了不受支持的压缩方式（" + entry.getMethod() + "）；" + SourceFile.SAVE_AGAIN);
        }
    }

    /** The end record is the last thing written: without it the tail is missing. */
    private static boolean hasEndRecord(byte[] b) {
        for (int i = b.length - 22; i >= Math.max(0, b.length - 22 - 0xFFFF); i--) {
            if (b[i] == 'P' && b[i + 1] == 'K' && b[i + 2] == 5 && b[i + 3] == 6) {
                return true;
            }
        }
        return false;
    }
}
