package juesuan.render;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import juesuan.model.Accounts;
import juesuan.model.Document;
import juesuan.model.Finding;
import juesuan.pack.Pack;
import juesuan.pack.Style;

/** Prints one department's disclosure. One renderer serves any number of departments, and threads. */
public final class Renderer {

    private final FontShelf fonts;
    private final Templates templates;
    private final WebPage web;
    private final String css;

    /** @param fontFolder the office's own fonts, if there are any */
    public Renderer(Pack pack, Optional<Path> fontFolder) {
        this.fonts = FontShelf.open(fontFolder);
        this.templates = new Templates(pack.resources());
        this.web = new WebPage(pack, templates);
        this.css = templates.styleSheet("html/print.css", fonts).replace("content: mark()", "content: " + pageMark(pack.style()));
    }

    /** Parses fonts, which takes as long as to read a workbook and a pack, and needs neither. What is wrong is told when they are used. */
    public static void prepareFonts(Optional<Path> fontFolder) {
        new GlyphCheck(FontShelf.open(fontFolder)).prepare();
    }

    /**
     * @param numbers of the pages, as printed, on which parts, sections, tables and forms begin; by their ids
     * @param warnings of the engine; an ordinary document has none
     */
    public record Pdf(byte[] bytes, int pages, Map<String, Integer> numbers, List<String> warnings) {
    }

    /** Tells these fonts from any others. */
    public String fontsFingerprint() {
        return fonts.fingerprint();
    }

    /** The characters of the workbook that no font holds, each with its cell. To be asked before printing. */
    public List<Finding> missingCharacters(Accounts accounts) {
        return new GlyphCheck(fonts).check(accounts);
    }

    /** Those of a text that no font of the text's holds, described. */
    public List<String> missingCharacters(String text) {
        return fonts.missing("body", text).stream().map(Glyph::describe).distinct().sorted().toList();
    }

    /**
     * @param attachments files that the PDF carries
     * @param timestamp stands in the document instead of the time of day
     */
    public Pdf pdf(Document document, List<Attachment> attachments, Instant timestamp) {
        String page = xhtml(document);
        PdfPrinter.Printed printed = new PdfPrinter(fonts)
            .print(page, new PdfPrinter.Options(timestamp, identifier(page, attachments), attachments));
        return new Pdf(printed.pdf(), printed.pages(), numbers(document, printed.places()), printed.warnings());
    }

    /** As print.css counts: behind cover, correction and contents comes page 1. */
    private static Map<String, Integer> numbers(Document document, Map<String, Integer> places) {
        int first = document.body().stream().limit(1).mapToInt(part -> places.getOrDefault(part.id(), 0)).sum();
        Map<String, Integer> numbers = new TreeMap<>();
        places.forEach((id, page) -> numbers.put(id, page - first + 1));
        return numbers;
    }

    /**
     * One page for browsers; UTF-8.
     *
     * @param beside names of the other editions that lie in the same folder
     */
    public byte[] html(Document document, List<String> beside) {
        return web.html(document, beside);
    }

    /** A number that other contents hardly ever give. */
    private static long identifier(String page, List<Attachment> attachments) {
        return attachments.stream().mapToLong(file -> Arrays.hashCode(file.content()))
            .reduce(page.hashCode(), (one, next) -> 31 * one + next);
    }

    String xhtml(Document document) {
        return templates.process("html/document.html", Map.of("d", document, "css", css));
    }

    private static String pageMark(Style style) {
        return cssString(style.pageMarkBefore()) + " counter(page) " + cssString(style.pageMarkAfter());
    }

    private static String cssString(String text) {
        StringBuilder css = new StringBuilder("\"");
        text.codePoints().forEach(c -> css.append(c < 0x80 && Character.isLetterOrDigit(c)
            ? Character.toString(c)
            : "\\" + Integer.toHexString(c) + " "));
        return css.append('"').toString();
    }
}
