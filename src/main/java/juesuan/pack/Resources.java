package juesuan.pack;

import java.util.List;
import java.util.Optional;
import juesuan.model.Fingerprint;

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
        Fingerprint fingerprint = new Fingerprint();
        for (String pack : lineage) {
            for (String path : files.of(pack)) {
                fingerprint.add(path, files.bytes(path).orElseThrow());
            }
        }
        return fingerprint.hex();
    }
}
