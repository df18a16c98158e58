package juesuan.workbook.intake;

import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.IOUtils;

/**
 * All size limits of reading, in one place. A filled workbook is below 1 MB and 5,000 cells; what
 * exceeds these is an accident or an attack, and would cost minutes or the whole heap.
 */
public final class Limits {

    static final int FILE_BYTES = 64 << 20;
    static final int ENTRIES = 500;
    static final int ENTRY_BYTES = 64 << 20;
    static final int TOTAL_BYTES = 200 << 20;
    /** Below this size an extreme compression ratio is harmless. */
    static final int RATIO_GRACE_BYTES = 100 << 10;
    static final int RATIO = 100;
    public static final int ROWS_PER_SHEET = 100_000;
    /** POI's model takes about half a kilobyte for a cell. */
    static final int CELLS_PER_WORKBOOK = 500_000;
    /** Whole-column formats leave a million empty rows behind; past these POI never sees them. */
    static final int BLANK_ROWS_KEPT = 20_000;
    static final int BLANK_CELLS_KEPT = 100_000;

    private Limits() {}

    /** POI's own limits are global and stay a shade wider than ours, so that we speak first. */
    static void applyToPoi() {
        ZipSecureFile.setMaxFileCount(ENTRIES + 1);
        ZipSecureFile.setMaxEntrySize(ENTRY_BYTES + 1L);
        ZipSecureFile.setMinInflateRatio(0.8 / RATIO);
        ZipSecureFile.setGraceEntrySize(RATIO_GRACE_BYTES);
        IOUtils.setByteArrayMaxOverride(ENTRY_BYTES + 1);
    }
}
