package juesuan.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What lies in a package besides the published files and the review: the superseded publications, and what
 * people put there. All of it is kept; what was put among the published files moves to the review.
 *
 * @param kept by path within the package
 * @param strays from the published folder, by path within it
 */
record OtherFiles(Map<String, byte[]> kept, Map<String, byte[]> strays) {

    /** What programs leave of an open file or a folder that was looked at: nobody put it there. */
    private static final Pattern TRACES = Pattern.compile("~\\$.*|\\.~lock\\..*|\\._.*|\\.DS_Store|Thumbs\\.db|desktop\\.ini");

    /** @param names of the files that will be published */
    static OtherFiles in(Path department, Set<String> names) throws IOException {
        Set<String> ours = new TreeSet<>(names);
        Path manifest = department.resolve(PackageCheck.FOLDER).resolve(Manifest.FILE);
        if (Files.isRegularFile(manifest)) {
            ManifestJson.read(Files.readAllBytes(manifest)).ifPresent(list -> list.files().forEach(file -> ours.add(file.name())));
            ours.add(Manifest.FILE);
        }
        Map<String, byte[]> kept = new TreeMap<>();
        Map<String, byte[]> strays = new TreeMap<>();
        if (Files.isDirectory(department)) {
            for (Path file : files(department)) {
                String path = path(department, file);
                String within = path.substring(path.indexOf('/') + 1);
                if (path.startsWith(PackageCheck.FOLDER + "/")) {
                    if (!ours.contains(within)) {
                        strays.put(within, Files.readAllBytes(file));
                    }
                } else if (!path.startsWith(ReviewFolder.NAME + "/")) {
                    kept.put(path, Files.readAllBytes(file));
                }
            }
        }
        return new OtherFiles(kept, strays);
    }

    /** In a fixed order, those that people or we put there. */
    static Set<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).filter(file -> !TRACES.matcher(file.getFileName().toString()).matches())
                .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    static String path(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
