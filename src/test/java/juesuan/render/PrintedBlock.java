package juesuan.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/**
 * A paragraph, a heading or a cell with its lines as they stand on the pages; what is an artifact is in none.
 *
 * @param kind of its tag, for example P
 */
record PrintedBlock(String kind, List<Line> lines) {

    /** Points within which letters stand on one line: small type and symbols may differ by a hair. */
    private static final int HAIR = 2;

    /**
     * @param page from 0
     * @param y of its base line, from the top, in points
     * @param width of its characters as they are in the font, without what justification adds
     */
    record Line(int page, double y, double left, double width, double size, String text) {

        private Line with(TextPosition letter) {
            return new Line(page, y, Math.min(left, letter.getXDirAdj()), width + advance(letter), letter.getFontSizeInPt(),
                text + letter.getUnicode());
        }

        /** Of the font: PDFBox adds to the position what the spacing is. */
        private static double advance(TextPosition letter) {
            try {
                return letter.getFont().getWidth(letter.getCharacterCodes()[0]) / 1000 * letter.getFontSizeInPt();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    boolean isHeading() {
        return kind.matches("H\\d");
    }

    boolean isCell() {
        return kind.equals("TD") || kind.equals("TH");
    }

    Line last() {
        return lines.get(lines.size() - 1);
    }

    static List<PrintedBlock> of(PDDocument document) throws IOException {
        Map<COSBase, Integer> numbers = new IdentityHashMap<>();
        List<Map<Integer, List<TextPosition>>> letters = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.setSuppressDuplicateOverlappingText(false);
            extractor.processPage(page);
            Map<Integer, List<TextPosition>> contents = new HashMap<>();
            extractor.getMarkedContents().forEach(content -> collect(content, contents));
            numbers.put(page.getCOSObject(), letters.size());
            letters.add(contents);
        }
        List<PrintedBlock> blocks = new ArrayList<>();
        COSDictionary root = document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
        new Walk(numbers, letters, blocks).node(root.getDictionaryObject(COSName.K), root, new TreeMap<>());
        return blocks;
    }

    private static void collect(PDMarkedContent content, Map<Integer, List<TextPosition>> contents) {
        for (Object part : content.getContents()) {
            if (part instanceof TextPosition letter) {
                contents.computeIfAbsent(content.getMCID(), any -> new ArrayList<>()).add(letter);
            } else if (part instanceof PDMarkedContent inner) {
                collect(inner, contents);
            }
        }
    }

    private record Walk(Map<COSBase, Integer> numbers, List<Map<Integer, List<TextPosition>>> letters, List<PrintedBlock> blocks) {

        /** @param lines of the block around it, by page and place */
        private void node(COSBase node, COSBase page, Map<Long, Line> lines) {
            if (node instanceof COSArray kids) {
                for (int i = 0; i < kids.size(); i++) {
                    node(kids.getObject(i), page, lines);
                }
            } else if (node instanceof COSInteger content) {
                add(content.intValue(), page, lines);
            } else if (node instanceof COSDictionary element) {
                COSBase own = element.getDictionaryObject(COSName.PG);
                COSBase at = own == null ? page : own;
                String kind = element.getNameAsString(COSName.S, "");
                if (element.containsKey(COSName.MCID)) {
                    add(element.getInt(COSName.MCID), at, lines);
                } else if (kind.matches("P|H\\d|TD|TH")) {
                    Map<Long, Line> mine = new LinkedHashMap<>();
                    node(element.getDictionaryObject(COSName.K), at, mine);
                    if (!mine.isEmpty()) {
                        blocks.add(new PrintedBlock(kind, List.copyOf(mine.values())));
                    }
                } else {
                    node(element.getDictionaryObject(COSName.K), at, lines);
                }
            }
        }

        private void add(int content, COSBase page, Map<Long, Line> lines) {
            int number = numbers.getOrDefault(page, -1);
            List<TextPosition> found = number < 0 ? List.of() : letters.get(number).getOrDefault(content, List.of());
            for (TextPosition letter : found) {
                if (!letter.getUnicode().isBlank()) {
                    long place = number * 100_000L + Math.round(letter.getYDirAdj() / HAIR);
                    lines.put(place, lines.getOrDefault(place, new Line(number, letter.getYDirAdj(), letter.getXDirAdj(), 0, 0, "")).with(letter));
                }
            }
        }
    }
}
