package juesuan.workbook.intake;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import juesuan.model.Checksum;

/** The clerk's workbook as it lay on disk. */
public final class Original {

    private static final String SUFFIX = "-审核";
    /** Most file systems allow 255 bytes; 审核, 改过 with a number, and the extension need some of them. */
    private static final int MOST_BYTES = 200;

    private final String name;
    private final byte[] bytes;
    private final byte[] safe;
    private final Set<String> results;

    /**
     * @param safe as {@link Preflight} hands it to POI
     * @param results the names of sheets that an earlier annotation has added
     */
    public Original(String name, byte[] bytes, byte[] safe, Set<String> results) {
        this.name = name;
        this.bytes = bytes;
        this.safe = safe;
        this.results = Set.copyOf(results);
    }

    public String name() {
        return name;
    }

    /** The name without extension, and without what an annotated copy of it is called by; cut where its copies' names would be too long for a file. */
    public String baseName() {
        String stem = name.replaceFirst("\\.[^.]*$", "").replaceFirst(SUFFIX + "(（改过.*）)?$", "");
        while (stem.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem.isEmpty() ? "工作簿" : stem;
    }

    public String annotatedName() {
        return baseName() + SUFFIX + ".xlsx";
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String sha256() {
        return Checksum.of(bytes);
    }

    /** As {@link Preflight} hands it to POI; the very array of the file where nothing had to be changed. */
    public byte[] safe() {
        return safe;
    }

    /** Whether POI would have stumbled over the file as it is. */
    public boolean isRepaired() {
        return safe != bytes;
    }

    /** The names of sheets that an earlier annotation has added. */
    public Set<String> results() {
        return results;
    }
}
