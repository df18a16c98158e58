package juesuan.pack;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import java.util.jar.JarFile;
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

    /** A file's text and the name under which it is reported. */
    public record Source(String name, String text) {
    }

    /** @param path relative to {@code templates}, for example {@code national/pack.yaml} */
    Optional<Source> find(String path) {
        Optional<Path> own = folder.map(root -> root.resolve(path)).filter(Files::isRegularFile);
        try (InputStream in = own.isPresent()
            ? Files.newInputStream(own.get())
            : PackFiles.class.getClassLoader().getResourceAsStream(BUNDLED + path)) {
            if (in == null) {
                return Optional.empty();
            }
            String name = own.map(Path::toString).orElse(BUNDLED + path);
            return Optional.of(new Source(name, utf8(name, in.readAllBytes())));
        } catch (IOException e) {
            throw new UserError("读不了模板文件 " + own.map(Path::toString).orElse(path) + "，请检查文件是否可读。", e);
        }
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
        try {
            if (folder.isPresent()) {
                try (Stream<Path> children = Files.list(folder.get())) {
                    children.filter(child -> Files.exists(child.resolve(Pack.FILE)))
                        .forEach(child -> ids.add(child.getFileName().toString()));
                }
            }
            addBundled(ids);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
    }

    private static void addBundled(TreeSet<String> ids) throws IOException {
        File home;
        try {
            home = new File(PackFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        if (home.isDirectory()) {
            String[] names = new File(home, BUNDLED).list();
            for (String name : names == null ? new String[0] : names) {
                if (new File(home, BUNDLED + name + "/" + Pack.FILE).isFile()) {
                    ids.add(name);
                }
            }
            return;
        }
        try (JarFile jar = new JarFile(home)) {
            jar.stream().map(entry -> entry.getName())
                .filter(name -> name.matches(BUNDLED + "[^/]+/" + Pack.FILE))
                .forEach(name -> ids.add(name.split("/")[1]));
        }
    }
}
