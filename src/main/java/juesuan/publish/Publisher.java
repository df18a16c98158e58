package juesuan.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import juesuan.model.Checksum;
import juesuan.model.UserError;

/**
 * Puts a package in its place. The old one stays until the new one is complete on disk. A run that is killed
 * leaves folders beginning with a dot, which the next run clears away; killed between the two moves that
 * exchange the packages, it leaves the old one in such a folder, and the next run moves it back.
 */
public final class Publisher {

    private static final long FULL = 1 << 20;
    private static final String UNTOUCHED = "原有的公开文件没有改动";

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
     * @param office what the office gets beside them
     * @param seen the {@link #state} that the files were made for
     * @throws UserError when the folder cannot be written, or somebody has published there since; the old package
     *     is untouched then
     */
    public Placed publish(int year, String department, Map<String, byte[]> files, Review office, String seen) {
        String name = FolderName.of(year, department);
        return guarded(name, () -> {
            Path place = output.resolve(name);
            if (!state(place).equals(seen)) {
                throw new UserError("生成的时候，" + place + " 被另一次运行换过了，没有再替换它；请核对那里的是不是您要的，需要时再运行一次。");
            }
            ReviewFolder.Contents review = ReviewFolder.keeping(place.resolve(ReviewFolder.NAME), office.files(), office.source());
            OtherFiles others = OtherFiles.in(place, published(files));
            List<String> moved = others.strays().entrySet().stream()
                .map(stray -> ReviewFolder.put(review.files(), stray.getKey(), stray.getValue(), "原在 publish")).toList();
            Map<String, byte[]> all = new LinkedHashMap<>(files);
            review.files().forEach((path, content) -> all.put(ReviewFolder.NAME + "/" + path, content));
            others.kept().forEach((path, content) -> {
                if (!Superseded.holds(files, path)) {
                    all.put(path, content);
                }
            });
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
            Leftovers.Stage stage = leftovers.ofReview(name);
            ReviewFolder.Contents kept = ReviewFolder.keeping(stage.place(), review.files(), review.source());
            replace(stage, kept.files());
            return new Placed(output.resolve(name), kept.renamed(), List.of());
        });
    }

    private static Set<String> published(Map<String, byte[]> files) {
        String folder = PackageCheck.FOLDER + "/";
        return files.keySet().stream().filter(path -> path.startsWith(folder)).map(path -> path.substring(folder.length()))
            .collect(Collectors.toSet());
    }

    /** Tells one publication of a package from another; empty while nothing is published. */
    public String state(int year, String department) {
        try {
            return state(place(year, department));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static String state(Path place) throws IOException {
        Path manifest = place.resolve(PackageCheck.FOLDER).resolve(Manifest.FILE);
        return Files.isRegularFile(manifest) ? Checksum.of(Files.readAllBytes(manifest)) : "";
    }

    /** Where a package lies, or will lie. */
    public Path place(int year, String department) {
        return output.resolve(FolderName.of(year, department));
    }

    @FunctionalInterface
    private interface Work {
        Placed placed() throws IOException;
    }

    /** Alone, and with everything back where it was when it fails. */
    private Placed guarded(String name, Work work) {
        try {
            Files.createDirectories(output);
            try (OutputLock lock = OutputLock.of(output)) {
                return placed(name, work);
            }
        } catch (IOException | UncheckedIOException e) {
            throw failed(e);
        }
    }

    private Placed placed(String name, Work work) {
        try {
            leftovers.clear(name);
            return work.placed();
        } catch (IOException | UncheckedIOException e) {
            String reason = reason(e); // now: a full disk has room again once the half is gone
            undo(name);
            throw failed(reason, leftovers.isAway(leftovers.ofPackage(name)) || leftovers.isAway(leftovers.ofReview(name))
                ? "原有的文件夹暂时移不回去，整份还在旁边的隐藏文件夹里，下次运行时会移回来" : UNTOUCHED, e);
        }
    }

    private UserError failed(Exception e) {
        return failed(reason(e), UNTOUCHED, e);
    }

    private UserError failed(String reason, String state, Exception e) {
        return new UserError("写不进输出文件夹 " + output + "（" + reason + "），" + state
            + "；请关闭正在打开的文件，检查磁盘空间和写入权限，再运行一次。", e);
    }

    /** Beside the place first, complete, then there. */
    private void replace(Leftovers.Stage stage, Map<String, byte[]> files) throws IOException {
        Path fresh = leftovers.fresh(stage);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            write(fresh.resolve(file.getKey()), file.getValue());
        }
        leftovers.exchange(stage, fresh);
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
            if (Files.isRegularFile(output)) {
                return "这是文件，不是文件夹";
            }
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
