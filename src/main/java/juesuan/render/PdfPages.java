package juesuan.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import juesuan.model.Changes;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/** Where in a printed PDF a text stands, by the numbers of its pages. */
public final class PdfPages {

    private final TaggedText text;
    private final List<String> numbers = new ArrayList<>();
    private final List<Bookmark> bookmarks = new ArrayList<>();

    private record Bookmark(String title, int page) {
    }

    /** First and last page of a stretch. */
    private record Stretch(int first, int last) {
    }

    private PdfPages(TaggedText text) {
        this.text = text;
    }

    /** @throws IOException when it is no PDF */
    public static PdfPages of(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PdfPages pages = new PdfPages(TaggedText.of(document));
            PDPageLabels labels = document.getDocumentCatalog().getPageLabels();
            String[] names = labels == null ? new String[0] : labels.getLabelsByPageIndices();
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                pages.numbers.add(page < names.length && names[page] != null && names[page].matches("\\d+") ? names[page] : "");
            }
            PDDocumentOutline outline = document.getDocumentCatalog().getDocumentOutline();
            if (outline != null) {
                pages.collect(document, outline);
            }
            return pages;
        }
    }

    private void collect(PDDocument document, PDOutlineNode node) throws IOException {
        for (PDOutlineItem item : node.children()) {
            PDPage page = item.findDestinationPage(document);
            if (page != null) {
                bookmarks.add(new Bookmark(squeeze(item.getTitle()), document.getPages().indexOf(page)));
            }
            collect(document, item);
        }
    }

    /** For example 12 or 12-13; empty where nothing like it is found. */
    public String of(Changes.Spot spot) {
        if (spot.bookmarks().isEmpty()) {
            return "";
        }
        int at = -1;
        for (String title : spot.bookmarks()) {
            for (int i = at + 1; i < bookmarks.size(); i++) {
                if (bookmarks.get(i).title().equals(squeeze(title))) {
                    at = i;
                    break;
                }
            }
        }
        if (at < 0) {
            return "";
        }
        int first = bookmarks.get(at).page();
        int next = at + 1 < bookmarks.size() ? bookmarks.get(at + 1).page() : numbers.size() - 1;
        return name(spot.row().flatMap(row -> row(row, first, next))
            .or(() -> text(squeeze(spot.text()), first, Math.max(first, next))).orElse(new Stretch(first, first)));
    }

    /** The page on which the next table begins may hold the end of this one, and its rows come first. */
    private Optional<Stretch> row(Changes.Row row, int first, int next) {
        List<String> cells = row.cells().stream().map(PdfPages::squeeze).toList();
        return text.rows().stream().filter(printed -> printed.page() >= first && printed.page() <= Math.max(first, next))
            .map(printed -> printed.find(cells)).filter(found -> !found.isEmpty()).skip(row.before()).findFirst()
            .map(found -> found.get(row.cell())).map(cell -> new Stretch(cell.first(), cell.last()));
    }

    private Optional<Stretch> text(String wanted, int first, int last) {
        StringBuilder all = new StringBuilder();
        NavigableMap<Integer, Integer> pages = new TreeMap<>();
        for (TaggedText.Piece piece : text.pieces()) {
            if (piece.page() >= first && piece.page() <= last) {
                pages.put(all.length(), piece.page());
                all.append(piece.text());
            }
        }
        int start = all.indexOf(wanted);
        return start < 0 || wanted.isEmpty() ? Optional.empty()
            : Optional.of(new Stretch(pages.floorEntry(start).getValue(), pages.floorEntry(start + wanted.length() - 1).getValue()));
    }

    private String name(Stretch pages) {
        String first = numbers.get(pages.first());
        String last = numbers.get(pages.last());
        return first.equals(last) || last.isEmpty() ? first : first + "-" + last;
    }

    private static String squeeze(String text) {
        return TaggedText.squeeze(text);
    }
}
