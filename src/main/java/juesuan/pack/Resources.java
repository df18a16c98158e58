package juesuan.pack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The files of a pack and of the packs it extends: the nearest one wins. */
public record Resources(PackFiles files, List<String> lineage) {

    public Resources {
        lineage = List.copyOf(lineage);
    }

    /** @param path below the pack's folder, for example {@code html/document.html} */
    public Optional<String> text(String path) {
        return source(path).map(PackFiles.Source::text);
    }

    Optional<PackFiles.Source> source(String path) {
        return lineage.stream().flatMap(pack -> files.find(pack + "/" + path).stream()).findFirst();
    }

    /**
     * Tells one state of all these files from any other: SHA-256 over the names and contents of every file of
     * the pack and of what it extends, in order.
     */
    public String fingerprint() {
        MessageDigest digest = sha256();
        for (String pack : lineage) {
            for (String path : files.of(pack)) {
                byte[] content = files.bytes(path).orElseThrow();
                digest.update((path + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
