package juesuan.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * What a typesetter would count in a disclosure: {@code java juesuan.render.PageCount 部门决算.pdf} prints it.
 *
 * @param characters by how many characters a full line of Chinese characters alone has, how many lines have so many
 * @param lonely paragraphs whose last line holds one character
 * @param wraps cells whose last line holds one character
 * @param touching texts of neighbouring cells with less room between them than their padding
 * @param headings but for the cover, that stand at the foot of a page, what they are over on the next
 * @param shortPages on which fewer than six lines stand, and with which nothing begins
 * @param marks how far from the paper's edge the page marks stand, in points
 */
record PageCount(int pages, Map<Integer, Long> characters, List<String> lonely, List<String> wraps, List<String> touching,
                 List<String> headings, List<String> shortPages, Set<Long> marks) {

    private static final double TEXT = 16;
    private static final double NEARLY = 0.1;
    private static final double LEAST_ROOM = 3;
    private static final String MARKS = "、，。．；：！？）〕］｝】〗》〉」』”’％‰℃·・～〜!),.:;?]}%";
    /** With figures among them it depends on the figures how many are in a line. */
    private static final String CHINESE = "[^\\u0000-\\u1fff]+";

    static PageCount of(PdfFile pdf) {
        return pdf.read(PageCount::of);
    }

    private static PageCount of(PDDocument document) throws IOException {
        List<PrintedBlock> blocks = PrintedBlock.of(document);
        Map<Integer, Long> characters = new TreeMap<>();
        List<String> lonely = new ArrayList<>();
        List<String> wraps = new ArrayList<>();
        List<String> headings = new ArrayList<>();
        Map<Integer, Set<Long>> lines = new TreeMap<>();
        double margin = blocks.stream().flatMap(block -> block.lines().stream()).filter(PageCount::isText)
            .mapToDouble(PrintedBlock.Line::left).min().orElse(0);
        for (int b = 0; b < blocks.size(); b++) {
            PrintedBlock block = blocks.get(b);
            block.lines().forEach(line -> lines.computeIfAbsent(line.page(), any -> new HashSet<>()).add(Math.round(line.y())));
            if (block.lines().size() > 1 && size(block.last().text()) < 2) {
                (block.isCell() ? wraps : lonely).add(where(block));
            }
            if (block.kind().equals("P") && isText(block.last())) {
                block.lines().stream().limit(block.lines().size() - 1).filter(line -> line.text().matches(CHINESE))
                    .forEach(line -> characters.merge((int) ((line.width() + line.left() - margin) / TEXT + NEARLY), 1L, Long::sum));
            }
            if (block.isHeading() && block.last().page() > 0 && b + 1 < blocks.size() && blocks.get(b + 1).lines().get(0).page() != block.last().page()) {
                headings.add(where(block));
            }
        }
        Set<Integer> beginnings = new TreeSet<>(Set.of(0));
        beginnings(document, document.getDocumentCatalog().getDocumentOutline(), beginnings);
        List<String> shortPages = lines.entrySet().stream()
            .filter(page -> !beginnings.contains(page.getKey()) && page.getValue().size() < LastPages.LEAST_LINES)
            .map(page -> "page " + (page.getKey() + 1) + " of the file: " + page.getValue().size() + " lines").toList();
        return new PageCount(document.getNumberOfPages(), characters, lonely, wraps, touching(blocks), headings, shortPages, marks(document));
    }

    /** How many characters most full lines of the text have. */
    int mode() {
        return characters.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(0);
    }

    private static List<String> touching(List<PrintedBlock> blocks) {
        Map<String, List<PrintedBlock.Line>> rows = new TreeMap<>();
        blocks.stream().filter(PrintedBlock::isCell).flatMap(block -> block.lines().stream())
            .forEach(line -> rows.computeIfAbsent(line.page() + "/" + Math.round(line.y()), any -> new ArrayList<>()).add(line));
        List<String> touching = new ArrayList<>();
        for (List<PrintedBlock.Line> row : rows.values()) {
            row.sort(Comparator.comparingDouble(PrintedBlock.Line::left));
            for (int i = 1; i < row.size(); i++) {
                PrintedBlock.Line left = row.get(i - 1);
                if (row.get(i).left() - left.left() - left.width() < LEAST_ROOM) {
                    touching.add("page " + (left.page() + 1) + " of the file: " + left.text() + "|" + row.get(i).text());
                }
            }
        }
        return touching;
    }

    private static boolean isText(PrintedBlock.Line line) {
        return Math.abs(line.size() - TEXT) < NEARLY;
    }

    private static int size(String text) {
        return (int) text.codePoints().filter(c -> MARKS.indexOf(c) < 0).count();
    }

    private static String where(PrintedBlock block) {
        return "page " + (block.last().page() + 1) + " of the file: "
            + String.join("|", block.lines().stream().map(PrintedBlock.Line::text).toList());
    }

    private static void beginnings(PDDocument document, PDOutlineNode node, Set<Integer> pages) throws IOException {
        for (PDOutlineItem item : node.children()) {
            pages.add(document.getPages().indexOf(item.findDestinationPage(document)));
            beginnings(document, item, pages);
        }
    }

    private static Set<Long> marks(PDDocument document) throws IOException {
        Set<Long> marks = new TreeSet<>();
        new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> letters) {
                if (text.strip().matches("- \\d+ -")) {
                    marks.add(Math.round((double) letters.get(0).getPageHeight() - letters.get(0).getYDirAdj()));
                }
            }
        }.getText(document);
        return marks;
    }

    public static void main(String[] files) throws IOException {
        for (String file : files) {
            PageCount count = of(new PdfFile(Files.readAllBytes(Path.of(file))));
            System.out.printf("%s%n  %d pages; characters a line %s, mode %d; lonely %s; one-character wraps %s; touching %s; headings alone %s; short pages %s; marks %s%n",
                file, count.pages, count.characters, count.mode(), count.lonely, count.wraps, count.touching, count.headings, count.shortPages, count.marks);
        }
    }
}
