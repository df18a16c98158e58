package juesuan.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/**
 * The text of a tagged PDF in the order of its tags: cell by cell, where the order on the page mixes the lines
 * of neighbouring cells. It is without spaces. What is no text of the document, such as page marks and repeated heads, is not in it.
 */
final class TaggedText {

    /** @param page from 0 */
    record Piece(String text, int page) {
    }

    /** What stands in a cell, and on which pages. */
    record Cell(String text, int first, int last) {

        private Cell with(Piece piece) {
            return new Cell(text + piece.text(), text.isEmpty() ? piece.page() : first, piece.page());
        }

        /** Of a long text only the beginning stands in the row: its paragraphs have rows of their own. */
        private boolean holds(String wanted) {
            return text.equals(wanted) || text.length() >= LONG && wanted.startsWith(text);
        }
    }

    /** In the body of a table. */
    record Row(List<Cell> cells) {

        int page() {
            return cells.stream().filter(cell -> !cell.text().isEmpty()).mapToInt(Cell::first).min().orElse(-1);
        }

        /** The cells that hold these texts, one for each; empty when not all are there. */
        List<Cell> find(List<String> texts) {
            List<Cell> left = new ArrayList<>(cells);
            List<Cell> found = new ArrayList<>();
            for (String text : texts) {
                Optional<Cell> cell = left.stream().filter(one -> one.holds(text)).findFirst();
                if (cell.isEmpty()) {
                    return List.of();
                }
                left.remove(cell.get());
                found.add(cell.get());
            }
            return found;
        }
    }

    private static final int LONG = 12;

    private final Map<COSBase, Integer> numbers = new IdentityHashMap<>();
    private final List<Map<Integer, String>> contents = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private TaggedText() {
    }

    static TaggedText of(PDDocument document) throws IOException {
        TaggedText text = new TaggedText();
        for (PDPage page : document.getPages()) {
            text.numbers.put(page.getCOSObject(), text.contents.size());
            text.contents.add(contents(page));
        }
        PDStructureTreeRoot root = document.getDocumentCatalog().getStructureTreeRoot();
        if (root != null) {
            text.walk(root.getCOSObject().getDictionaryObject(COSName.K), COSName.K, false);
        }
        return text;
    }

    List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    static String squeeze(String text) {
        return text.replaceAll("[\\s\\u00A0\\u3000]+", "");
    }

    /** By the number of the marked content. */
    private static Map<Integer, String> contents(PDPage page) throws IOException {
        PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
        extractor.setSuppressDuplicateOverlappingText(false);
        extractor.processPage(page);
        Map<Integer, String> contents = new HashMap<>();
        extractor.getMarkedContents().forEach(content -> collect(content, contents));
        return contents;
    }

    private static void collect(PDMarkedContent content, Map<Integer, String> contents) {
        StringBuilder text = new StringBuilder();
        for (Object part : content.getContents()) {
            if (part instanceof TextPosition letter) {
                text.append(letter.getUnicode());
            } else if (part instanceof PDMarkedContent inner) {
                collect(inner, contents);
            }
        }
        contents.merge(content.getMCID(), text.toString(), String::concat);
    }

    /** @param page of the element around it, which need not be said again */
    private void walk(COSBase node, COSBase page, boolean body) {
        if (node instanceof COSArray kids) {
            for (int i = 0; i < kids.size(); i++) {
                walk(kids.getObject(i), page, body);
            }
        } else if (node instanceof COSInteger content) {
            add(content.intValue(), page, body);
        } else if (node instanceof COSDictionary element) {
            COSBase own = element.getDictionaryObject(COSName.PG);
            COSBase at = own == null ? page : own;
            if (element.containsKey(COSName.MCID)) {
                add(element.getInt(COSName.MCID), at, body);
            } else {
                boolean within = begin(element.getNameAsString(COSName.S, ""), body);
                walk(element.getDictionaryObject(COSName.K), at, within);
            }
        }
    }

    /** @return whether what is in it stands in the body of a table */
    private boolean begin(String kind, boolean body) {
        if (body && kind.equals("TR")) {
            rows.add(new Row(new ArrayList<>()));
        } else if (body && (kind.equals("TD") || kind.equals("TH"))) {
            rows.get(rows.size() - 1).cells().add(new Cell("", 0, 0));
        }
        return body || kind.equals("TBody");
    }

    private void add(int content, COSBase page, boolean body) {
        Integer number = numbers.get(page);
        if (number == null) {
            return;
        }
        Piece piece = new Piece(squeeze(contents.get(number).getOrDefault(content, "")), number);
        if (piece.text().isEmpty()) {
            return;
        }
        pieces.add(piece);
        if (body) {
            List<Cell> cells = rows.get(rows.size() - 1).cells();
            cells.set(cells.size() - 1, cells.get(cells.size() - 1).with(piece));
        }
    }
}
