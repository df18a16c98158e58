package juesuan.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
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
    /** Before the number of another folder of the same kind; no name of a package holds it. */
    private static final String AGAIN = "~";
    private static final int MOST_TRIES = 5;
    private static final long PAUSE = 100;

    /** @param name of the place within the names of the two folders that stand in for it */
    record Stage(Path place, String name) {
    }

    Stage ofPackage(String name) {
        return new Stage(output.resolve(name), name);
    }

    Stage ofReview(String name) {
        return new Stage(output.resolve(name).resolve(ReviewFolder.NAME), REVIEW + name);
    }

    /** A folder for what is being written; those that could not be deleted do not stand in its way. */
    Path fresh(Stage stage) {
        Path fresh = output.resolve(BEING_WRITTEN + stage.name());
        for (int i = 2; Files.exists(fresh); i++) {
            fresh = output.resolve(BEING_WRITTEN + stage.name() + AGAIN + i);
        }
        return fresh;
    }

    private Path old(Stage stage) {
        return output.resolve(BEING_REPLACED + stage.name());
    }

    /** The names of packages of which something was left; none when no run was cut off. */
    Set<String> names() throws IOException {
        Set<String> names = new LinkedHashSet<>();
        for (String folder : folders()) {
            for (String prefix : List.of(BEING_WRITTEN, BEING_REPLACED)) {
                if (folder.startsWith(prefix)) {
                    names.add(folder.substring(prefix.length()).replaceFirst("^" + REVIEW, "").replaceFirst(AGAIN + "\\d+$", ""));
                }
            }
        }
        return names;
    }

    private List<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(output)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
        }
    }

    /**
     * Nothing happens where nothing was left.
     *
     * @throws IOException when the old package cannot go back; what cannot be deleted waits for the next time
     */
    void clear(String name) throws IOException {
        clear(ofPackage(name));
        clear(ofReview(name));
    }

    private void clear(Stage stage) throws IOException {
        if (isAway(stage)) {
            Files.createDirectories(stage.place().getParent());
            move(old(stage), stage.place());
        }
        discard(stage);
    }

    /** Whether the old package, or review, was moved away and nothing has come in its place. */
    boolean isAway(Stage stage) {
        return Files.exists(old(stage)) && !Files.exists(stage.place());
    }

    /** Out of the way first, then the new one in. */
    void exchange(Stage stage, Path fresh) throws IOException {
        Files.createDirectories(stage.place().getParent());
        if (Files.exists(stage.place())) {
            move(stage.place(), old(stage));
        }
        move(fresh, stage.place());
        discard(stage);
    }

    /** What is being deleted takes the name of what is to be deleted: half of a package never looks like the old one. */
    private void discard(Stage stage) throws IOException {
        if (Files.exists(old(stage))) {
            move(old(stage), fresh(stage));
        }
        for (String folder : folders()) {
            if (folder.startsWith(BEING_WRITTEN) && folder.substring(BEING_WRITTEN.length()).replaceFirst(AGAIN + "\\d+$", "").equals(stage.name())) {
                delete(output.resolve(folder));
            }
        }
    }

    /** On Windows a virus scanner may hold a file that was just written, for a moment. */
    private static void move(Path from, Path to) throws IOException {
        for (int tries = 1;; tries++) {
            try {
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (AccessDeniedException e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private static void pause(AccessDeniedException denied) throws AccessDeniedException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw denied;
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                deleteOne(path);
            }
        } catch (IOException | UncheckedIOException ignored) {
            // It waits for the next time, and stands in nobody's way.
        }
    }

    private static void deleteOne(Path path) throws IOException {
        try {
            Files.delete(path);
        } catch (AccessDeniedException e) {
            // Somebody has protected what was published: on Windows the file says so, elsewhere its folder.
            if (!path.toFile().setWritable(true) | !path.getParent().toFile().setWritable(true)) {
                throw e;
            }
            Files.delete(path);
        }
    }
}
