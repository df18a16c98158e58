package juesuan.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import juesuan.model.Changes;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;

/** Where in a printed PDF a text stands, by the numbers of its pages. */
public final class PdfPages {

    /** A row's label and its figure are not farther from each other. */
    private static final int NEAR = 400;
    private static final int LONGEST_MARK = 12;

    private final List<String> texts = new ArrayList<>();
    private final List<String> marks = new ArrayList<>();
    private final List<Bookmark> bookmarks = new ArrayList<>();

    private record Bookmark(String title, int page) {
    }

    /** First and last page of a stretch. */
    private record Stretch(int first, int last) {
    }

    private PdfPages() {
    }

    /** @throws IOException when it is no PDF */
    public static PdfPages of(byte[] pdf) throws IOException {
        PdfPages pages = new PdfPages();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            List<List<String>> lines = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                lines.add(stripper.getText(document).lines().filter(line -> !line.isBlank()).toList());
            }
            pages.read(lines, document.getDocumentCatalog().getPageLabels());
            PDDocumentOutline outline = document.getDocumentCatalog().getDocumentOutline();
            if (outline != null) {
                pages.collect(document, outline);
            }
        }
        return pages;
    }

    /** The printed mark is no part of the text: it would stand in the middle of a sentence. */
    private void read(List<List<String>> pages, PDPageLabels labels) {
        String[] names = labels == null ? new String[0] : labels.getLabelsByPageIndices();
        for (int page = 0; page < pages.size(); page++) {
            String name = page < names.length && names[page] != null && names[page].matches("\\d+") ? names[page] : "";
            List<String> lines = pages.get(page);
            boolean atFoot = !lines.isEmpty() && isMark(lines.get(lines.size() - 1), name);
            boolean atHead = !atFoot && !lines.isEmpty() && isMark(lines.get(0), name);
            marks.add(name);
            texts.add(squeeze(String.join("", lines.subList(atHead ? 1 : 0, atFoot ? lines.size() - 1 : lines.size()))));
        }
    }

    private static boolean isMark(String line, String name) {
        return !name.isEmpty() && squeeze(line).length() <= LONGEST_MARK && line.replaceAll("\\D", "").equals(name);
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
        int next = at + 1 < bookmarks.size() ? bookmarks.get(at + 1).page() : texts.size() - 1;
        Stretch around = new Stretch(first, Math.max(first, next));
        return name(spot.probes().stream().map(probe -> find(around, probe)).filter(found -> found.first() >= 0).findFirst()
            .orElse(new Stretch(first, first)));
    }

    private Stretch find(Stretch around, List<String> probe) {
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (int page = around.first(); page <= around.last(); page++) {
            starts.add(text.length());
            text.append(texts.get(page));
        }
        List<String> words = probe.stream().map(PdfPages::squeeze).toList();
        for (int from = text.indexOf(words.get(0)); from >= 0; from = text.indexOf(words.get(0), from + 1)) {
            int start = from;
            int end = from + words.get(0).length();
            for (String word : words.subList(1, words.size())) {
                start = text.indexOf(word, end);
                end = start + word.length();
                if (start < 0 || start - from > NEAR) {
                    start = -1;
                    break;
                }
            }
            if (start >= 0 && end > start) {
                return new Stretch(around.first() + page(starts, start), around.first() + page(starts, end - 1));
            }
        }
        return new Stretch(-1, -1);
    }

    private static int page(List<Integer> starts, int at) {
        int found = Arrays.binarySearch(starts.toArray(), at);
        return found >= 0 ? found : -found - 2;
    }

    private String name(Stretch pages) {
        String first = marks.get(pages.first());
        String last = marks.get(pages.last());
        return first.equals(last) || last.isEmpty() ? first : first + "-" + last;
    }

    private static String squeeze(String text) {
        return text.replaceAll("[\\s\\u00A0\\u3000]+", "");
    }
}
