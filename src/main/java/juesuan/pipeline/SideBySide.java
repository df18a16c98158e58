package juesuan.pipeline;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Work that is done on the cores there are while its caller does other work. */
final class SideBySide {

    private SideBySide() {
    }

    /** @return waits for the result, or for the failure, which is the work's own */
    static <T> Supplier<T> start(Supplier<T> work) {
        CompletableFuture<T> started = CompletableFuture.supplyAsync(work);
        return () -> {
            try {
                return started.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                if (e.getCause() instanceof Error failure) {
                    throw failure;
                }
                throw e;
            }
        };
    }
}
