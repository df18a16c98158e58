package juesuan;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import juesuan.samples.Golden;
import org.junit.jupiter.api.Test;

/** docs/architecture.md says what the code is: the rooms are drawn from it, and every file that is named exists. */
class ArchitecturePageTest {

    private static final Path PAGE = Path.of("docs/architecture.md");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final String BEGIN = "<!-- drawn from the code: begin -->";
    private static final String END = "<!-- drawn from the code: end -->";
    private static final String EVERYWHERE = "juesuan.model";
    private static final int LONGEST_JOURNEY = 12;

    @Test
    void theRoomsAreDrawnFromTheCode() throws IOException {
        List<String> page = Files.readAllLines(PAGE);
        List<String> drawn = new ArrayList<>(page.subList(0, page.indexOf(BEGIN) + 1));
        drawn.addAll(rooms());
        drawn.addAll(page.subList(page.indexOf(END), page.size()));
        Golden.compare(PAGE, "ArchitecturePageTest", drawn);
    }

    @Test
    void everyFileThatIsNamedExists() throws IOException {
        Matcher names = Pattern.compile("`([\\w*/-]+(?:/[\\w*.-]*|\\.\\w+))`").matcher(Files.readString(PAGE));
        List<String> missing = new ArrayList<>();
        while (names.find()) {
            String name = names.group(1);
            boolean pattern = name.contains("*") || name.startsWith("juesuan.");
            if (!pattern && Stream.of("", "src/main/java/juesuan/", "templates/national/", "templates/national/html/").noneMatch(folder -> Files.exists(Path.of(folder + name)))) {
                missing.add(name);
            }
        }
        assertThat(missing).as("docs/architecture.md names files that are not there: say where it is now").isEmpty();
    }

    @Test
    void theJourneyIsShort() throws IOException {
        List<String> stations = Files.readAllLines(PAGE).stream().filter(line -> line.matches("\\d+\\. `.*")).map(line -> line.split("`")[1]).toList();
        assertThat(stations).as("files that a number passes").hasSizeBetween(2, LONGEST_JOURNEY).doesNotHaveDuplicates();
    }

    private static List<String> rooms() throws IOException {
        Map<String, Set<String>> imports = imports();
        List<String> lines = new ArrayList<>(List.of("", "```mermaid", "flowchart TD"));
        imports.forEach((room, others) -> others.stream().filter(other -> !other.equals(EVERYWHERE) && !follows(imports, room, other))
            .forEach(other -> lines.add("  " + shown(room) + " --> " + shown(other))));
        lines.addAll(List.of("```", ""));
        for (String room : imports.keySet()) {
            lines.add("- `" + room + "` – " + sentence(room));
        }
        lines.add("");
        return lines;
    }

    /** Whether the import is there by way of another room as well. */
    private static boolean follows(Map<String, Set<String>> imports, String room, String other) {
        return imports.get(room).stream().filter(between -> !between.equals(other)).anyMatch(between -> reaches(imports, between, other));
    }

    private static boolean reaches(Map<String, Set<String>> imports, String from, String to) {
        return from.equals(to) || imports.get(from).stream().anyMatch(next -> reaches(imports, next, to));
    }

    private static String shown(String room) {
        return room.equals("juesuan") ? "juesuan" : room.substring("juesuan.".length());
    }

    private static Map<String, Set<String>> imports() {
        JavaClasses program = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPath("target/classes");
        Map<String, Set<String>> imports = new TreeMap<>();
        program.forEach(type -> {
            Set<String> others = imports.computeIfAbsent(type.getPackageName(), room -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().forEach(dependency -> others.add(dependency.getTargetClass().getPackageName()));
        });
        imports.forEach((room, others) -> others.removeIf(other -> other.equals(room) || !imports.containsKey(other)));
        return imports;
    }

    /** The first sentence of the room's own documentation. */
    private static String sentence(String room) throws IOException {
        String text = Files.readString(SOURCES.resolve(room.replace('.', '/')).resolve("package-info.java"));
        String plain = text.substring(text.indexOf("/**") + 3, text.indexOf("*/")).replaceAll("\\n \\* ?", " ").replace("<p>", "").replaceAll("\\{@(?:code|link) ([^}]*)}", "$1").strip();
        return plain.replaceAll("\\s+", " ").split("(?<=[.?]) (?=[A-Z])")[0];
    }
}
