package juesuan.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import juesuan.pack.Pack;
import juesuan.pack.PackFiles;

/** The {@code templates} folder of an office that has its own pack {@code own}: files, and nothing to build. */
public final class OwnPack {

    public static final String ID = "own";

    private final Path folder;

    private OwnPack(Path folder) {
        this.folder = folder;
    }

    /** A pack that extends another and says the rest itself. */
    public static OwnPack extending(String parent, Path folder, String... lines) {
        return new OwnPack(folder).file("own/pack.yaml",
            "id: own\nname: 本单位\nversion: 1.0.0\nextends: " + parent + "\n" + String.join("\n", lines) + "\n");
    }

    /** @param path below {@code templates} */
    public OwnPack file(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the program's own packs with one passage changed, put into the own pack. */
    public OwnPack changed(String bundled, String passage, String instead) {
        String text = bundled(bundled);
        if (!text.contains(passage)) {
            throw new AssertionError(bundled + " 里没有“" + passage + "”");
        }
        return file(ID + bundled.substring(bundled.indexOf('/')), text.replace(passage, instead));
    }

    public Pack load() {
        return load(2023);
    }

    public Pack load(int year) {
        return Pack.load(new PackFiles(Optional.of(folder)), ID, year);
    }

    /** @param path below {@code templates} */
    public static String bundled(String path) {
        try (InputStream in = Pack.class.getResourceAsStream("/templates/" + path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
