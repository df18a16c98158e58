package juesuan.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import juesuan.model.UserError;

/**
 * Puts a package in its place. The old one stays until the new one is complete on disk; a run that
 * dies in between leaves only folders beginning with a dot, which the next run clears away.
 */
public final class Publisher {

    private static final String BEING_WRITTEN = ".juesuan-new-";
    private static final String BEING_REPLACED = ".juesuan-old-";

    private final Path output;

    /** @param output the folder that holds the packages of all departments */
    public Publisher(Path output) {
        this.output = output;
    }

    /**
     * @param files contents by path within the package, for example {@code publish/部门决算.pdf}
     * @return the package's folder
     * @throws UserError when the folder cannot be written; the old package is untouched then
     */
    public Path publish(int year, String department, Map<String, byte[]> files) {
        String name = FolderName.of(year, department);
        Path place = output.resolve(name);
        Path fresh = output.resolve(BEING_WRITTEN + name);
        Path old = output.resolve(BEING_REPLACED + name);
        try {
            Files.createDirectories(output);
            recover(place, fresh, old);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                write(fresh.resolve(file.getKey()), file.getValue());
            }
            if (Files.exists(place)) {
                Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
            delete(old);
            return place;
        } catch (IOException e) {
            undo(place, fresh, old);
            throw new UserError("写不进输出文件夹 " + output + "（" + reason(e) + "），原有的公开文件没有改动；"
                + "请关闭正在打开的文件，检查磁盘空间和写入权限，再运行一次。", e);
        }
    }

    /** What a run that was cut off left behind: the old package goes back, an unfinished one goes away. */
    private static void recover(Path place, Path fresh, Path old) throws IOException {
        if (Files.exists(old) && !Files.exists(place)) {
            Files.move(old, place, StandardCopyOption.ATOMIC_MOVE);
        }
        delete(old);
        delete(fresh);
    }

    private static void undo(Path place, Path fresh, Path old) {
        try {
            recover(place, fresh, old);
        } catch (IOException ignored) {
            // The next run recovers; the sentence about the first failure is what the user needs.
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(folder)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    private String reason(IOException e) {
        try {
            FileStore store = Files.getFileStore(Files.exists(output) ? output : output.toAbsolutePath().getRoot());
            if (store.getUsableSpace() < 16L << 20) {
                return "磁盘只剩 " + store.getUsableSpace() / 1024 + " KB";
            }
        } catch (IOException ignored) {
            return "无法访问";
        }
        return e instanceof AccessDeniedException ? "没有写入权限" : "文件被占用或磁盘出错";
    }
}
