package juesuan.publish;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.model.Checks;
import juesuan.model.Checksum;
import juesuan.model.Maker;

/**
 * What a published folder holds and how it came about; its schema is docs/manifest.schema.json.
 *
 * @param revision 1, and one more for each correction
 * @param generatedAt the clock of the document, not of the machine
 * @param workbook the clerk's file; it is not published, and not named
 * @param files by name, without the manifest itself
 * @param corrects what was published before; empty for the first publication
 */
public record Manifest(Maker maker, String title, String department, int year, int revision, Instant generatedAt,
                       Content workbook, Audit audit, List<Content> files, Optional<Corrects> corrects) {

    public static final String FILE = "manifest.json";

    public Manifest {
        files = files.stream().sorted(Comparator.comparing(Content::name)).toList();
    }

    /** @param name empty for the workbook */
    public record Content(String name, long size, String sha256) {

        public static Content of(String name, byte[] bytes) {
            return new Content(name, bytes.length, Checksum.of(bytes));
        }

        static List<Content> of(Map<String, byte[]> files) {
            return files.entrySet().stream().map(file -> of(file.getKey(), file.getValue())).toList();
        }
    }

    /** @param accepted errors that somebody answers for */
    public record Audit(Checks checks, long errors, long warnings, long infos, List<Accepted> accepted) {
        public Audit {
            accepted = List.copyOf(accepted);
        }
    }

    /**
     * Why it was published again.
     *
     * @param manifestSha256 of the manifest of the revision before
     */
    public record Corrects(int revision, String manifestSha256, String reason) {
    }

    public record Accepted(String rule, String message, String reason) {
    }

    public Manifest listing(Map<String, byte[]> published) {
        return new Manifest(maker, title, department, year, revision, generatedAt, workbook, audit, Content.of(published), corrects);
    }
}
