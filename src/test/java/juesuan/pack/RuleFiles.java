package juesuan.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The files of rules of a pack as they are written, for documents made from them. */
public final class RuleFiles {

    private static final PackFiles FILES = new PackFiles(Optional.empty());

    private RuleFiles() {
    }

    /** @param about the comment with which the file begins, without its signs */
    public record File(String name, String about, List<RuleSpec> rules) {
        public File {
            rules = List.copyOf(rules);
        }
    }

    public static List<String> packs() {
        return List.copyOf(FILES.packs());
    }

    /** @param pack one that lists its files of rules itself */
    public static List<File> of(String pack) {
        List<File> files = new ArrayList<>();
        Yaml.read(FILES.find(pack + "/" + Pack.FILE).orElseThrow()).tree().path("rules").forEach(name -> {
            PackFiles.Source source = FILES.find(pack + "/" + name.asText()).orElseThrow();
            String about = source.text().lines().takeWhile(line -> line.startsWith("#"))
                .map(line -> line.substring(1).strip()).collect(Collectors.joining());
            files.add(new File(name.asText(), about, Yaml.read(source).bind(RuleSpec.File.class).rules()));
        });
        return files;
    }
}
