package juesuan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import juesuan.render.PdfFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/** A published PDF as its reader has it: pages with their marks, and bookmarks. */
final class PrintedPages {

    private static final Pattern MARK = Pattern.compile("(?m)^\\s*- (\\d+) -\\s*$");

    /** @param text without spaces, line ends and page mark, in the order of reading */
    record Page(String text, OptionalInt mark) {
    }

    /** @param page from 0 */
    record Bookmark(int level, String title, int page) {
    }

    private final List<Page> pages;
    private final List<Bookmark> bookmarks;

    PrintedPages(PdfFile pdf) {
        this.pages = pdf.pages().stream().map(PrintedPages::page).toList();
        this.bookmarks = pdf.read(document -> {
            List<Bookmark> found = new ArrayList<>();
            collect(document, document.getDocumentCatalog().getDocumentOutline(), 1, found);
            return found;
        });
    }

    private static Page page(String text) {
        Matcher mark = MARK.matcher(text);
        OptionalInt number = mark.find() ? OptionalInt.of(Integer.parseInt(mark.group(1))) : OptionalInt.empty();
        return new Page(squeeze(mark.replaceAll("")), number);
    }

    static String squeeze(String text) {
        return text.replaceAll("[\\s\\u00A0\\u3000]+", "");
    }

    private static void collect(PDDocument document, PDOutlineNode node, int level, List<Bookmark> found)
            throws java.io.IOException {
        for (PDOutlineItem item : node.children()) {
            found.add(new Bookmark(level, item.getTitle(),
                document.getPages().indexOf(item.findDestinationPage(document))));
            collect(document, item, level + 1, found);
        }
    }

    List<Page> all() {
        return pages;
    }

    List<Bookmark> bookmarks() {
        return bookmarks;
    }

    Page of(Bookmark bookmark) {
        return pages.get(bookmark.page());
    }

    /** From a bookmark to the page before the next one that stands on another page. */
    List<Page> from(Bookmark bookmark) {
        int end = bookmarks.stream().mapToInt(Bookmark::page).filter(page -> page > bookmark.page()).min()
            .orElse(pages.size());
        return pages.subList(bookmark.page(), end);
    }

    /** The pages of the contents, between the cover and the first marked page. */
    List<Page> contents() {
        return pages.stream().skip(1).takeWhile(page -> page.mark().isEmpty()).toList();
    }

    /** All pages after the contents as one text. */
    String body() {
        StringBuilder body = new StringBuilder();
        pages.stream().filter(page -> page.mark().isPresent()).forEach(page -> body.append(page.text()));
        return body.toString();
    }
}
