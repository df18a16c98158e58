package juesuan.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import juesuan.model.UserError;

/**
 * Where packs lie: a {@code templates} folder of the office, and behind it the packs inside the
 * program. A file in the folder wins, file by file, so changing one sentence needs one file.
 *
 * @param folder the office's folder, if there is one
 */
public record PackFiles(Optional<Path> folder) {

    private static final String BUNDLED = "templates/";
    private static final Pattern LEFT_BEHIND = Pattern.compile("(^|/)(\\.|~\\$|Thumbs\\.db$|desktop\\.ini$)|(~|\\.bak|\\.swp)$");

    /** A file's text and the name under which it is reported. */
    public record Source(String name, String text) {
    }

    /** @param path relative to {@code templates}, for example {@code national/pack.yaml} */
    Optional<Source> find(String path) {
        String name = own(path).map(Path::toString).orElse(BUNDLED + path);
        return bytes(path).map(bytes -> new Source(name, utf8(name, bytes)));
    }

    boolean has(String path) {
        return own(path).isPresent() || PackFiles.class.getClassLoader().getResource(BUNDLED + path) != null;
    }

    /** As {@link #find}, whatever kind of file it is. */
    Optional<byte[]> bytes(String path) {
        Optional<Path> own = own(path);
        try (InputStream in = own.isPresent()
            ? Files.newInputStream(own.get())
            : PackFiles.class.getClassLoader().getResourceAsStream(BUNDLED + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UserError("读不了模板文件 " + own.map(Path::toString).orElse(path) + "，请检查文件是否可读。", e);
        }
    }

    private Optional<Path> own(String path) {
        return folder.map(root -> root.resolve(path)).filter(Files::isRegularFile);
    }

    private static String utf8(String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new UserError(name + ":1: 文件不是 UTF-8 编码，请另存为 UTF-8。", e);
        }
    }

    /** The ids of all packs, for the message when one is not found. */
    TreeSet<String> packs() {
        TreeSet<String> ids = new TreeSet<>();
        all().stream().filter(path -> path.matches("[^/]+/" + Pack.FILE)).forEach(path -> ids.add(path.split("/")[0]));
        return ids;
    }

    /** All files below the folder of one pack, with the pack's id; what editors and file managers leave there does not count. */
    TreeSet<String> of(String pack) {
        TreeSet<String> paths = new TreeSet<>();
        all().stream().filter(path -> path.startsWith(pack + "/") && !LEFT_BEHIND.matcher(path).find()).forEach(paths::add);
        return paths;
    }

    private List<String> all() {
        try {
            List<String> paths = new ArrayList<>(bundled());
            if (folder.isPresent()) {
                paths.addAll(below(folder.get()));
            }
            return paths;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> bundled() throws IOException {
        Path home;
        try {
            home = Path.of(PackFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        if (Files.isDirectory(home)) {
            return Files.isDirectory(home.resolve(BUNDLED)) ? below(home.resolve(BUNDLED)) : List.of();
        }
        try (JarFile jar = new JarFile(home.toFile())) {
            return jar.stream().filter(entry -> !entry.isDirectory() && entry.getName().startsWith(BUNDLED))
                .map(entry -> entry.getName().substring(BUNDLED.length())).toList();
        }
    }

    private static List<String> below(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(Files::isRegularFile).map(file -> root.relativize(file).toString().replace('\\', '/')).toList();
        }
    }
}
