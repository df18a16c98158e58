package juesuan.render;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import juesuan.model.Fingerprint;
import juesuan.model.UserError;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts a document is printed in. Nothing of the system is ever used: a page must look the
 * same on every computer, and the fonts must be ours to embed.
 */
final class FontShelf {

    private final FontPlace place;
    private final FontCatalog catalog;
    private final Map<Face, FontFile> files;

    private FontShelf(FontPlace place, FontCatalog catalog, Map<Face, FontFile> files) {
        this.place = place;
        this.catalog = catalog;
        this.files = files;
    }

    /** The folder's fonts if there is such a folder, otherwise those the program came with. */
    static FontShelf open(Optional<Path> folder) {
        return open(folder.filter(Files::isDirectory).<FontPlace>map(FontPlace.Folder::new).orElseGet(FontPlace::bundled));
    }

    static FontShelf open(FontPlace place) {
        FontPlace program = FontPlace.bundled();
        FontCatalog below = place instanceof FontPlace.Folder ? FontCatalog.load(program, FontCatalog.NOTHING) : FontCatalog.NOTHING;
        FontCatalog catalog = FontCatalog.load(place, below);
        Map<Face, FontFile> files = new LinkedHashMap<>();
        for (Face face : catalog.faces()) {
            // An office puts only its own fonts into its folder.
            Optional<FontFile> found = place.find(face.file()).or(() -> below.faces().contains(face) ? program.find(face.file()) : Optional.empty());
            FontFile file = found.orElseThrow(() -> new UserError("找不到字体文件 " + face.file()
                    + "（" + FontCatalog.FILE + " 中的“" + face.family() + "”）。请把它放进 " + place.shown()
                    + "，或从 " + FontCatalog.FILE + " 中去掉这个字体。"));
            file.checkKind();
            files.put(face, file);
        }
        return new FontShelf(place, catalog, files);
    }

    /**
     * Tells these fonts from any others: SHA-256 over the catalogue and over what each file says of itself. To
     * read the fonts whole would take longer than to print the document.
     */
    String fingerprint() {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(FontCatalog.FILE, catalog.toString().getBytes(StandardCharsets.UTF_8));
        files.forEach((face, file) -> fingerprint.add(face.file(), file.directory()));
        return fingerprint.hex();
    }

    /** The stack of a role as the value of the CSS property font-family. */
    String familyList(String role) {
        return stack(role).families().stream().map(family -> "'" + family + "'").collect(Collectors.joining(", "));
    }

    /** The weight of a role as the value of the CSS property font-weight. */
    int weight(String role) {
        return stack(role).weight();
    }

    /** The characters of a text that this role could not print, each once, in the order of the text. */
    List<Glyph> missing(String role, String text) {
        List<Face> faces = faces(stack(role));
        List<Glyph> missing = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (c != '\n' && c != '\t' && !printable(faces, c) && seen.add(c)) {
                missing.add(new Glyph(c, i));
            }
        }
        return List.copyOf(missing);
    }

    /** Offers all faces to one document, however often it is laid out; each is loaded only if the document uses it, and once. */
    Consumer<PdfRendererBuilder> embedding(PDDocument document) {
        Map<Face, Shared> faces = new LinkedHashMap<>();
        files.forEach((face, file) -> faces.put(face, new Shared(document, file)));
        return builder -> faces.forEach((face, font) -> builder.useFont(font, face.family(), face.weight(), FontStyle.NORMAL, true));
    }

    private boolean printable(List<Face> faces, int codePoint) {
        for (Face face : faces) {
            if (Typeface.of(files.get(face)).prints(codePoint)) {
                return true;
            }
        }
        return false;
    }

    private FontStack stack(String role) {
        return Optional.ofNullable(catalog.stacks().get(role)).orElseThrow(() -> new UserError("字体清单 "
                + place.shown() + "/" + FontCatalog.FILE + " 的 stacks 中缺少“" + role + "”一行。请对照程序自带的 "
                + FontCatalog.FILE + " 补上。"));
    }

    private List<Face> faces(FontStack stack) {
        return stack.families().stream().map(family -> catalog.faces().stream()
                .filter(face -> face.family().equals(family))
                .min(Comparator.comparingInt(face -> Math.abs(face.weight() - stack.weight())))
                .orElseThrow()).toList();
    }

    /** Embeds a face that was parsed once per JVM: what OpenHTMLtoPDF would parse for every document. */
    private static final class Shared extends PDFontSupplier {

        private final PDDocument document;
        private final FontFile file;
        private Optional<PDFont> font = Optional.empty();

        Shared(PDDocument document, FontFile file) {
            super(null);
            this.document = document;
            this.file = file;
        }

        @Override
        public PDFont supply() {
            try {
                if (font.isEmpty()) {
                    font = Optional.of(PDType0Font.load(document, Typeface.of(file).font(), true));
                }
                return font.get();
            } catch (IOException e) {
                throw file.refuse("无法嵌入（" + e.getMessage() + "）", "请确认它允许嵌入 PDF");
            }
        }
    }
}
