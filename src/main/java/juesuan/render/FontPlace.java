package juesuan.render;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Where fonts.yaml and its font files lie side by side: a folder of the office, or the program. */
sealed interface FontPlace {

    /** How people know this place. */
    String shown();

    Optional<FontFile> find(String name);

    /** The fonts the program was delivered with, in its jar or class folder. */
    static FontPlace bundled() {
        return new Bundled(name -> Optional.ofNullable(FontPlace.class.getResource("/fonts/" + name)));
    }

    record Folder(Path path) implements FontPlace {

        @Override
        public String shown() {
            return path.toString();
        }

        @Override
        public Optional<FontFile> find(String name) {
            Path file = path.resolve(name);
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            return Optional.of(new FontFile(origin(file), file.toString(), () -> Files.newInputStream(file)));
        }

        /** Size and time belong to it: an office may replace a font while the web page runs. */
        private static String origin(Path file) {
            try {
                Path real = file.toRealPath();
                return real + "|" + Files.size(real) + "|" + Files.getLastModifiedTime(real);
            } catch (IOException e) {
                return file.toAbsolutePath().toString();
            }
        }
    }

    record Bundled(Function<String, Optional<URL>> resources) implements FontPlace {

        @Override
        public String shown() {
            return "程序自带的 fonts";
        }

        @Override
        public Optional<FontFile> find(String name) {
            return resources.apply(name)
                    .map(url -> new FontFile(url.toString(), shown() + "/" + name, () -> open(url)));
        }

        /** Without URL caches: a cached jar would stay open, and locked on Windows. */
        private static InputStream open(URL url) throws IOException {
            URLConnection connection = url.openConnection();
            connection.setUseCaches(false);
            return connection.getInputStream();
        }
    }
}
