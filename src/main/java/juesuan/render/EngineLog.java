package juesuan.render;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Where the complaints of OpenHTMLtoPDF and PDFBox go: to the print that caused them and nowhere
 * else. By default both write to stderr, where nobody can tell which document was meant.
 */
final class EngineLog implements Consumer<Diagnostic>, AutoCloseable {

    private static final ThreadLocal<EngineLog> CURRENT = new ThreadLocal<>();
    /** Held here, because java.util.logging forgets loggers (and their handlers) nobody holds. */
    private static final List<Logger> HEARD = loggers("org.apache.pdfbox", "org.apache.xmpbox");
    /** A font is parsed once per JVM: what is said then belongs to no single print. */
    private static final List<Logger> UNHEARD = loggers("org.apache.fontbox");

    static {
        XRLog.setLoggerImpl(new SilentLogger());
        Handler collector = new Collector();
        HEARD.forEach(logger -> logger.addHandler(collector));
        Stream.of(HEARD, UNHEARD).flatMap(List::stream).forEach(logger -> logger.setUseParentHandlers(false));
    }

    private final List<String> warnings = new ArrayList<>();

    private EngineLog() {
    }

    /** Makes the libraries silent, also outside of a print; loading this class has done it. */
    static void install() {
        // Done by the static initializer, once and before anything is returned.
    }

    /** Collects what the engine says on this thread, until closed. */
    static EngineLog open() {
        EngineLog log = new EngineLog();
        CURRENT.set(log);
        return log;
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Forgets what was said so far, before the same page is laid out once more. */
    void clear() {
        warnings.clear();
    }

    @Override
    public void accept(Diagnostic diagnostic) {
        if (isWarning(diagnostic.getLevel())) {
            warnings.add(diagnostic.getFormattedMessage());
        }
    }

    @Override
    public void close() {
        CURRENT.remove();
    }

    private static boolean isWarning(Level level) {
        return level.intValue() >= Level.WARNING.intValue();
    }

    private static List<Logger> loggers(String... names) {
        return Stream.of(names).map(Logger::getLogger).toList();
    }

    private static final class Collector extends Handler {

        @Override
        public void publish(LogRecord record) {
            EngineLog log = CURRENT.get();
            if (log != null && isWarning(record.getLevel())) {
                log.warnings.add(record.getMessage());
            }
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    /** OpenHTMLtoPDF tells its diagnostic consumer as well; its own logger need not say it again. */
    private static final class SilentLogger implements XRLogger {

        @Override
        public boolean isLogLevelEnabled(Diagnostic diagnostic) {
            return false;
        }

        @Override
        public void log(String where, Level level, String message) {
            // Silent.
        }

        @Override
        public void log(String where, Level level, String message, Throwable problem) {
            // Silent.
        }

        @Override
        public void setLevel(String logger, Level level) {
            // Silent at every level.
        }
    }
}
