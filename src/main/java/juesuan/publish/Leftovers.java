package juesuan.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folders in which a package waits for its place, and what a run that was cut off left in them: the
 * old package goes back where it was, an unfinished one goes away.
 */
record Leftovers(Path output) {

    private static final String BEING_WRITTEN = ".juesuan-new-";
    private static final String BEING_REPLACED = ".juesuan-old-";
    /** No name of a package begins like this: they begin with the year. */
    private static final String REVIEW = ReviewFolder.NAME + "-";

    /** Two folders beside the packages: within one file system a folder moves in one step. */
    record Places(Path place, Path fresh, Path old) {
    }

    Places ofPackage(String name) {
        return new Places(output.resolve(name), output.resolve(BEING_WRITTEN + name), output.resolve(BEING_REPLACED + name));
    }

    Places ofReview(String name) {
        return new Places(output.resolve(name).resolve(ReviewFolder.NAME), output.resolve(BEING_WRITTEN + REVIEW + name),
            output.resolve(BEING_REPLACED + REVIEW + name));
    }

    /** Of whatever packages there are any; empty when no run was cut off. */
    Set<String> names() throws IOException {
        Set<String> names = new LinkedHashSet<>();
        try (Stream<Path> folders = Files.list(output)) {
            folders.map(folder -> folder.getFileName().toString()).sorted().forEach(folder -> {
                for (String prefix : List.of(BEING_WRITTEN, BEING_REPLACED)) {
                    if (folder.startsWith(prefix)) {
                        names.add(folder.substring(prefix.length()).replaceFirst("^" + REVIEW, ""));
                    }
                }
            });
        }
        return names;
    }

    /** Nothing happens where nothing was left. */
    void clear(String name) throws IOException {
        clear(ofPackage(name));
        clear(ofReview(name));
    }

    private static void clear(Places places) throws IOException {
        if (Files.exists(places.old()) && !Files.exists(places.place())) {
            Files.createDirectories(places.place().getParent());
            Files.move(places.old(), places.place(), StandardCopyOption.ATOMIC_MOVE);
        }
        discard(places);
    }

    /** What is being deleted takes the name of what is to be deleted: half of a package never looks like the old one. */
    static void discard(Places places) throws IOException {
        delete(places.fresh());
        if (Files.exists(places.old())) {
            Files.move(places.old(), places.fresh(), StandardCopyOption.ATOMIC_MOVE);
            delete(places.fresh());
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(folder)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
