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
import java.util.LinkedHashMap;
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
    /** No name of a package begins like this: they begin with the year. */
    private static final String REVIEW = ReviewFolder.NAME + "-";

    private final Path output;

    /** @param output the folder that holds the packages of all departments */
    public Publisher(Path output) {
        this.output = output;
    }

    /**
     * What the office gets beside the published files.
     *
     * @param files contents by path within {@code review}
     * @param source the workbook they were made from
     */
    public record Review(Map<String, byte[]> files, byte[] source) {
    }

    /**
     * What stands on disk now.
     *
     * @param folder of the package
     * @param renamed files in its {@code review} that somebody had changed, kept under these names
     */
    public record Placed(Path folder, List<String> renamed) {
    }

    /**
     * Replaces a package by a new one.
     *
     * @param files contents by path within the package, for example {@code publish/部门决算.pdf}
     * @throws UserError when the folder cannot be written; the old package is untouched then
     */
    public Placed publish(int year, String department, Map<String, byte[]> files, Review review) {
        String name = FolderName.of(year, department);
        return guarded(() -> {
            recover(name);
            ReviewFolder.Contents kept = ReviewFolder.keeping(output.resolve(name).resolve(ReviewFolder.NAME), review.files(), review.source());
            Map<String, byte[]> all = new LinkedHashMap<>(files);
            kept.files().forEach((path, content) -> all.put(ReviewFolder.NAME + "/" + path, content));
            Superseded.files(output.resolve(name)).forEach(all::putIfAbsent);
            replace(output.resolve(name), name, all);
            return new Placed(output.resolve(name), kept.renamed());
        }, name);
    }

    /**
     * Replaces the {@code review} of a package; what has been published stays.
     *
     * @throws UserError when the folder cannot be written; the old one is untouched then
     */
    public Placed review(int year, String department, Review review) {
        String name = FolderName.of(year, department);
        return guarded(() -> {
            recover(name);
            Path place = output.resolve(name).resolve(ReviewFolder.NAME);
            ReviewFolder.Contents kept = ReviewFolder.keeping(place, review.files(), review.source());
            replace(place, REVIEW + name, kept.files());
            return new Placed(output.resolve(name), kept.renamed());
        }, name);
    }

    /** Where a package lies, or will lie. */
    public Path place(int year, String department) {
        return output.resolve(FolderName.of(year, department));
    }

    @FunctionalInterface
    private interface Work {
        Placed placed() throws IOException;
    }

    private Placed guarded(Work work, String name) {
        try {
            Files.createDirectories(output);
            return work.placed();
        } catch (IOException e) {
            undo(name);
            throw new UserError("写不进输出文件夹 " + output + "（" + reason(e) + "），原有的公开文件没有改动；"
                + "请关闭正在打开的文件，检查磁盘空间和写入权限，再运行一次。", e);
        }
    }

    /** Beside the place first, complete, then there in one move. */
    private void replace(Path place, String name, Map<String, byte[]> files) throws IOException {
        Path fresh = output.resolve(BEING_WRITTEN + name);
        Path old = output.resolve(BEING_REPLACED + name);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            write(fresh.resolve(file.getKey()), file.getValue());
        }
        Files.createDirectories(place.getParent());
        if (Files.exists(place)) {
            Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
        delete(old);
    }

    /** What a run that was cut off left behind: the old package goes back, an unfinished one goes away. */
    private void recover(String name) throws IOException {
        recover(output.resolve(name), name);
        recover(output.resolve(name).resolve(ReviewFolder.NAME), REVIEW + name);
    }

    private void recover(Path place, String name) throws IOException {
        Path old = output.resolve(BEING_REPLACED + name);
        if (Files.exists(old) && !Files.exists(place)) {
            Files.createDirectories(place.getParent());
            Files.move(old, place, StandardCopyOption.ATOMIC_MOVE);
        }
        delete(old);
        delete(output.resolve(BEING_WRITTEN + name));
    }

    private void undo(String name) {
        try {
            recover(name);
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
