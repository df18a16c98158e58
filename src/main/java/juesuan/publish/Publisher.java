package juesuan.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import juesuan.model.UserError;

/**
 * Puts a package in its place. The old one stays until the new one is complete on disk; a run that
 * dies in between leaves only folders beginning with a dot, which the next run clears away.
 */
public final class Publisher {

    private static final long FULL = 1 << 20;

    private final Path output;
    private final Leftovers leftovers;

    /** @param output the folder that holds the packages of all departments */
    public Publisher(Path output) {
        this.output = output;
        this.leftovers = new Leftovers(output);
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
     * @param moved files that somebody had put among the published ones, kept in its {@code review} under these names
     */
    public record Placed(Path folder, List<String> renamed, List<String> moved) {
    }

    /** Clears away what runs that were cut off have left, whatever the department. What cannot be cleared waits for the next run. */
    public void clear() {
        try {
            if (!Files.isDirectory(output) || leftovers.names().isEmpty()) {
                return;
            }
            try (OutputLock lock = OutputLock.of(output)) {
                for (String name : leftovers.names()) {
                    undo(name);
                }
            }
        } catch (IOException | UncheckedIOException | UserError ignored) {
            // Whoever writes there next says what is wrong.
        }
    }

    /**
     * Replaces a package by a new one.
     *
     * @param files contents by path within the package, for example {@code publish/部门决算.pdf}
     * @throws UserError when the folder cannot be written; the old package is untouched then
     */
    public Placed publish(int year, String department, Map<String, byte[]> files, Review office) {
        String name = FolderName.of(year, department);
        return guarded(name, () -> {
            Path place = output.resolve(name);
            ReviewFolder.Contents review = ReviewFolder.keeping(place.resolve(ReviewFolder.NAME), office.files(), office.source());
            OtherFiles others = OtherFiles.in(place, published(files));
            List<String> moved = others.strays().entrySet().stream()
                .map(stray -> ReviewFolder.put(review.files(), stray.getKey(), stray.getValue())).toList();
            Map<String, byte[]> all = new LinkedHashMap<>(files);
            review.files().forEach((path, content) -> all.put(ReviewFolder.NAME + "/" + path, content));
            others.kept().forEach(all::putIfAbsent);
            replace(leftovers.ofPackage(name), all);
            return new Placed(place, review.renamed(), moved);
        });
    }

    /**
     * Replaces the {@code review} of a package; what has been published stays.
     *
     * @throws UserError when the folder cannot be written; the old one is untouched then
     */
    public Placed review(int year, String department, Review review) {
        String name = FolderName.of(year, department);
        return guarded(name, () -> {
            Leftovers.Places places = leftovers.ofReview(name);
            ReviewFolder.Contents kept = ReviewFolder.keeping(places.place(), review.files(), review.source());
            replace(places, kept.files());
            return new Placed(output.resolve(name), kept.renamed(), List.of());
        });
    }

    private static Set<String> published(Map<String, byte[]> files) {
        String folder = PackageCheck.FOLDER + "/";
        return files.keySet().stream().filter(path -> path.startsWith(folder)).map(path -> path.substring(folder.length()))
            .collect(Collectors.toSet());
    }

    /** Where a package lies, or will lie. */
    public Path place(int year, String department) {
        return output.resolve(FolderName.of(year, department));
    }

    @FunctionalInterface
    private interface Work {
        Placed placed() throws IOException;
    }

    private Placed guarded(String name, Work work) {
        try {
            Files.createDirectories(output);
            try (OutputLock lock = OutputLock.of(output)) {
                return undone(name, work);
            }
        } catch (IOException | UncheckedIOException e) {
            throw failed(e);
        }
    }

    private Placed undone(String name, Work work) {
        try {
            leftovers.clear(name);
            return work.placed();
        } catch (IOException | UncheckedIOException e) {
            UserError failed = failed(e); // now: a full disk has room again once the half is gone
            undo(name);
            throw failed;
        }
    }

    private UserError failed(Exception e) {
        return new UserError("写不进输出文件夹 " + output + "（" + reason(e) + "），原有的公开文件没有改动；"
            + "请关闭正在打开的文件，检查磁盘空间和写入权限，再运行一次。", e);
    }

    /** Beside the place first, complete, then there in one move. */
    private static void replace(Leftovers.Places places, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            write(places.fresh().resolve(file.getKey()), file.getValue());
        }
        Files.createDirectories(places.place().getParent());
        if (Files.exists(places.place())) {
            Files.move(places.place(), places.old(), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(places.fresh(), places.place(), StandardCopyOption.ATOMIC_MOVE);
        try {
            Leftovers.discard(places);
        } catch (IOException | UncheckedIOException ignored) {
            // The new package is there; what is left of the old one waits for the next run.
        }
    }

    private void undo(String name) {
        try {
            leftovers.clear(name);
        } catch (IOException | UncheckedIOException ignored) {
            // The next run clears; the sentence about the first failure is what the user needs.
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

    private String reason(Exception e) {
        try {
            Path there = output.toAbsolutePath();
            while (!Files.exists(there)) {
                there = there.getParent();
            }
            long left = Files.getFileStore(there).getUsableSpace();
            if (left < FULL) {
                return "磁盘满了，只剩 " + left / 1024 + " KB";
            }
            return e instanceof AccessDeniedException || !Files.isWritable(there) ? "没有写入权限，或者里面的文件正打开着" : "磁盘或网络出错";
        } catch (IOException inaccessible) {
            return "无法访问";
        }
    }
}
