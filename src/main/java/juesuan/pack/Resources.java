package juesuan.pack;

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
}
