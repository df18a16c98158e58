package juesuan.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import juesuan.model.UserError;

/**
 * Keeps two runs from writing into one output folder at the same moment. The system lets go of it when a
 * run is killed; its file stays, for who deletes it may delete it under somebody else.
 */
final class OutputLock implements AutoCloseable {

    static final String FILE = ".juesuan-lock";

    /** A package is written in a second or two; who takes longer than this hangs. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long PAUSE = 20;
    /** The system's lock is the whole program's, and on some systems closing any channel on the file ends it. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    /** Empty where there is nothing to lock with. */
    private final Optional<FileChannel> channel;

    private OutputLock(Optional<FileChannel> channel) {
        this.channel = channel;
    }

    /**
     * Waits until nobody else writes there.
     *
     * @throws UserError when somebody does for longer than is reasonable
     */
    static OutputLock of(Path output) throws IOException {
        return of(output, PATIENCE);
    }

    static OutputLock of(Path output, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        try {
            if (!THREADS.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw busy(output, patience);
            }
        } catch (InterruptedException e) {
            throw interrupted(output, e);
        }
        try {
            OutputLock lock = new OutputLock(open(output.resolve(FILE)));
            lock.await(output, patience, end);
            return lock;
        } catch (IOException | RuntimeException e) {
            THREADS.unlock();
            throw e;
        }
    }

    /** Colleagues share the folder, so they share the file. Where they cannot, better without it than not at all. */
    private static Optional<FileChannel> open(Path file) throws IOException {
        boolean fresh = !Files.exists(file);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (fresh && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(file.toAbsolutePath().getParent()).stream()
                    .filter(permission -> !permission.name().endsWith("EXECUTE")).collect(Collectors.toSet()));
            }
            return Optional.of(channel);
        } catch (AccessDeniedException e) {
            if (fresh) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private void await(Path output, Duration patience, long end) throws IOException {
        while (!obtained()) {
            if (System.nanoTime() > end) {
                channel.orElseThrow().close();
                throw busy(output, patience);
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                channel.orElseThrow().close();
                throw interrupted(output, e);
            }
        }
    }

    private boolean obtained() {
        try {
            return channel.isEmpty() || channel.get().tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another copy of these classes in this program has it
        } catch (IOException e) {
            return true; // some network drives know no locks
        }
    }

    private static UserError busy(Path output, Duration patience) {
        return new UserError("另一个 juesuan 正在往 " + output + " 里写，等了 " + patience.toSeconds()
            + " 秒还没有写完，原有的文件没有改动；请等它结束，再运行一次。");
    }

    private static UserError interrupted(Path output, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new UserError("运行被中断，" + output + " 里原有的文件没有改动；请再运行一次。", e);
    }

    @Override
    public void close() throws IOException {
        try {
            if (channel.isPresent()) {
                channel.get().close();
            }
        } finally {
            THREADS.unlock();
        }
    }
}
