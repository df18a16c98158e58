package juesuan.samples;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import juesuan.workbook.BlankWorkbook;
import juesuan.workbook.blank.Filling;

/** The workbooks in {@code input-samples}: a blank workbook each, filled through its input cells. */
public final class SampleWorkbooks {

    /** Seen from the project's root, where Maven runs the tests. */
    public static final Path FOLDER = Path.of("input-samples");

    private static final int KEPT = 200;
    private static final Map<List<Object>, byte[]> MADE = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    private SampleWorkbooks() {
    }

    public static Path file(Sample sample) {
        return FOLDER.resolve(sample.at(Samples.DEPARTMENT) + "-" + sample.year() + ".xlsx");
    }

    /** Made once for each sample, of which the last are kept: the caller's own copy. */
    public static byte[] bytes(Sample sample) {
        List<Object> key = key(sample);
        synchronized (MADE) {
            return MADE.computeIfAbsent(key, any -> fresh(sample)).clone();
        }
    }

    /** Made anew, whatever was made before. */
    static byte[] fresh(Sample sample) {
        return BlankWorkbook.build(Samples.pack(sample.pack(), sample.year()), fillings(sample));
    }

    /** In the order in which it is typed: two samples that only differ there may make other workbooks. */
    private static List<Object> key(Sample sample) {
        return List.of(sample.pack(), sample.year(), sample.sheets().stream()
            .map(sheet -> List.of(sheet.sheet(), sheet.tab(), List.copyOf(sheet.cells().entrySet()))).toList());
    }

    public static List<Filling> fillings(Sample sample) {
        return sample.sheets().stream()
            .map(filled -> new Filling(filled.sheet(), filled.tab(), filled.cells())).toList();
    }

    static void write(Sample sample) throws IOException {
        Files.createDirectories(FOLDER);
        Files.write(file(sample), bytes(sample));
    }

    /** The parts of a workbook as text, by name. */
    public static Map<String, String> parts(byte[] zip) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
