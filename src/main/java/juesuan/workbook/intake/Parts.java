package juesuan.workbook.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The parts of a zip whose contents {@link ZipCheck} has verified, found by name as POI finds them:
 * whatever their case and slashes.
 */
public final class Parts {

    /** Where the data of one part stands in the file. */
    public record Part(String name, int offset, int length, boolean deflated) {}

    private final byte[] bytes;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    Parts(byte[] bytes, Collection<Part> parts) {
        this.bytes = bytes;
        parts.forEach(part -> this.parts.put(key(part.name()), part));
    }

    public static String key(String name) {
        String slashes = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return slashes.startsWith("/") ? slashes.substring(1) : slashes;
    }

    public List<Part> all() {
        return List.copyOf(parts.values());
    }

    public Optional<Part> find(String name) {
        return Optional.ofNullable(parts.get(key(name)));
    }

    public InputStream open(Part part) {
        InputStream raw = new ByteArrayInputStream(bytes, part.offset(), part.length());
        return part.deflated() ? new OwnInflater(raw) : raw;
    }

    /** Frees the native memory at close, which the JDK does only for inflaters of its own. */
    private static final class OwnInflater extends InflaterInputStream {

        OwnInflater(InputStream raw) {
            super(raw, new Inflater(true), 16 << 10);
        }

        @Override
        public void close() throws IOException {
            inf.end();
            super.close();
        }
    }
}
