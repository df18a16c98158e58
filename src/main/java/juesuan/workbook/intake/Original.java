package juesuan.workbook.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import juesuan.model.Checksum;

/** The clerk's workbook as it lay on disk. */
public final class Original {

    private static final String SUFFIX = "-审核";
    /** Most file systems allow 255 bytes; 审核, 改过 with a number, and the extension need some of them. */
    private static final int MOST_BYTES = 200;

    private final String name;
    private final byte[] bytes;
    private final List<String> heavy;
    private final Set<String> results;

    /**
     * @param heavy parts of sheets with so many formats on nothing that nobody could build a tree of them
     * @param results the names of sheets that an earlier annotation has added
     */
    public Original(String name, byte[] bytes, List<String> heavy, Set<String> results) {
        this.name = name;
        this.bytes = bytes;
        this.heavy = List.copyOf(heavy);
        this.results = Set.copyOf(results);
    }

    public Original withResults(Set<String> found) {
        return new Original(name, bytes, heavy, found);
    }

    public Set<String> results() {
        return results;
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

    /** The file without formats on nothing where these would be too many; as it is where they are not. */
    public byte[] light() throws IOException, XMLStreamException {
        return heavy.isEmpty() ? bytes : Repack.with(ZipCheck.verify(new SourceFile(name, bytes)), heavy, SheetRewrite::copy);
    }
}
