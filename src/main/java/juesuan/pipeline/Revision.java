package juesuan.pipeline;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import juesuan.model.Document;
import juesuan.pack.Style;
import juesuan.publish.Manifest;

/** Which publication of a disclosure is made, and what it says beyond its workbook. */
public interface Revision {

    /** The first one says what the workbook says. */
    Revision FIRST = new Revision() {
        @Override
        public int number() {
            return 1;
        }

        @Override
        public Optional<Manifest.Corrects> corrects() {
            return Optional.empty();
        }

        @Override
        public Document revised(Document plain, byte[] data, Supplier<byte[]> printed, Style style, Instant clock) {
            return plain;
        }
    };

    int number();

    Optional<Manifest.Corrects> corrects();

    /**
     * The document to be published.
     *
     * @param plain what the workbook says
     * @param data its figures as data.json
     * @param printed makes its PDF: the pages of the document bear the same marks
     * @param clock the day on which it is published
     */
    Document revised(Document plain, byte[] data, Supplier<byte[]> printed, Style style, Instant clock);
}
