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

    /** From where a bookmark leads to where the next one does: the first and the last page cut, if others share them. */
    List<Page> from(Bookmark bookmark) {
        int next = bookmarks.indexOf(bookmark) + 1;
        int end = next < bookmarks.size() ? bookmarks.get(next).page() : pages.size() - 1;
        List<Page> found = new ArrayList<>();
        for (int page = bookmark.page(); page <= end; page++) {
            String text = pages.get(page).text();
            int from = page == bookmark.page() ? Math.max(0, text.indexOf(squeeze(bookmark.title()))) : 0;
            int to = next < bookmarks.size() && page == end ? text.indexOf(squeeze(bookmarks.get(next).title()), from + 1) : -1;
            boolean begins = page == end && page > bookmark.page() && next < bookmarks.size() && to < 0;
            if (!begins) {
                found.add(new Page(text.substring(from, to < 0 ? text.length() : to), pages.get(page).mark()));
            }
        }
        return found;
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
