package juesuan.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import juesuan.model.Checksum;

/**
 * The office's own folder beside the published one. We replace in it only what we wrote: a copy that
 * somebody has worked in since, and files that somebody put there, are kept.
 */
public final class ReviewFolder {

    public static final String NAME = "review";
    public static final String REPORT = "审核报告.html";
    public static final String FINDINGS = "findings.json";

    /** The entries of the findings that name files in which people may work. */
    private static final List<String> COPIES = List.of("annotated", "word");

    private ReviewFolder() {
    }

    /**
     * @param files what the new folder holds, the kept files included
     * @param renamed kept under another name, because the new copy takes theirs
     */
    record Contents(Map<String, byte[]> files, List<String> renamed) {
    }

    /**
     * The new contents with what must be kept of the old.
     *
     * @param source the workbook they were made from: it may be the old copy itself, whose contents live on in the new one
     */
    static Contents keeping(Path old, Map<String, byte[]> fresh, byte[] source) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>(fresh);
        Set<String> renamed = new TreeSet<>();
        if (!Files.isDirectory(old)) {
            return new Contents(files, List.of());
        }
        Map<String, String> written = written(old.resolve(FINDINGS));
        Map<String, byte[]> displaced = new LinkedHashMap<>();
        for (Path file : OtherFiles.files(old)) {
            String name = OtherFiles.path(old, file);
            byte[] content = Files.readAllBytes(file);
            boolean ours = name.equals(REPORT) || name.equals(FINDINGS) || Checksum.of(content).equals(written.get(name));
            boolean livesOn = fresh.containsKey(name) && Arrays.equals(content, source);
            if (!ours && !livesOn) {
                (fresh.containsKey(name) ? displaced : files).put(name, content);
            }
        }
        displaced.forEach((name, content) -> renamed.add(put(files, name, content, "改过")));
        return new Contents(files, List.copyOf(renamed));
    }

    /** @return the name it got, its own unless that is taken; then with why it has another */
    static String put(Map<String, byte[]> files, String name, byte[] content, String why) {
        String free = files.containsKey(name) ? free(name, why, files.keySet()) : name;
        files.put(free, content);
        return free;
    }

    private static String free(String name, String why, Set<String> taken) {
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        String extension = dot < 0 ? "" : name.substring(dot);
        String free = stem + "（" + why + "）" + extension;
        for (int i = 2; taken.contains(free); i++) {
            free = stem + "（" + why + " " + i + "）" + extension;
        }
        return free;
    }

    /** The copies we wrote, with their checksums; none when the list is not there or somebody has spoilt it. */
    private static Map<String, String> written(Path findings) {
        Map<String, String> written = new LinkedHashMap<>();
        try {
            for (JsonNode workbook : new ObjectMapper().readTree(Files.readAllBytes(findings)).path("workbooks")) {
                for (String kind : COPIES) {
                    JsonNode copy = workbook.path(kind);
                    written.put(copy.path("file").asText(), copy.path("sha256").asText());
                }
            }
        } catch (IOException e) {
            return Map.of();
        }
        return written;
    }
}
