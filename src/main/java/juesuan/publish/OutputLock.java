package juesuan.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
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

    private final FileChannel channel;

    private OutputLock(FileChannel channel) {
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
        OutputLock lock = new OutputLock(FileChannel.open(output.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        try {
            lock.await(output, patience);
            return lock;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private void await(Path output, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!obtained()) {
            if (System.nanoTime() > end) {
                throw new UserError("另一个 juesuan 正在往 " + output + " 里写，等了 " + patience.toSeconds()
                    + " 秒还没有写完，原有的文件没有改动；请等它结束，再运行一次。");
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UserError("运行被中断，" + output + " 里原有的文件没有改动；请再运行一次。", e);
            }
        }
    }

    private boolean obtained() {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another thread of this run has it
        } catch (IOException e) {
            return true; // some network drives know no locks: better without than not at all
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
