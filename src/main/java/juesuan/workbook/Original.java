package juesuan.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import juesuan.model.Checksum;
import juesuan.model.Review;

/** The clerk's workbook as it lay on disk, and the copy of it that shows what was found. */
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
    Original(String name, byte[] bytes, byte[] safe, Set<String> results) {
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

    /**
     * The same workbook with the faulty cells coloured and commented, and a first sheet that lists what was found.
     * Nothing else is changed; marks of an earlier time are taken out first.
     *
     * @param subject whose workbook it is, for the head of that sheet
     */
    public byte[] annotated(String subject, Review review) {
        return Boundary.guard(name, () -> {
            Changes changes = new Changes(ZipCheck.verify(new SourceFile(name, safe)));
            if (safe != bytes) {
                keepProperties(changes);
            }
            Annotation annotation = new Annotation(changes);
            annotation.remove(results);
            annotation.add(subject, review);
            return changes.zip();
        });
    }

    /** What only POI would have stumbled over stays as it was. */
    private void keepProperties(Changes changes) throws IOException {
        Parts parts = ZipCheck.verify(new SourceFile(name, bytes));
        for (Parts.Part part : parts.all()) {
            if (Parts.key(part.name()).startsWith("docprops/")) {
                try (var in = parts.open(part)) {
                    changes.put(part.name(), in.readAllBytes());
                }
            }
        }
    }
}
