package juesuan.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
 * A tag of a PDF as a screen reader has it.
 *
 * @param kind for example TH
 * @param scope of a head; empty where it says none
 * @param text of it and of all within it, without spaces; what is an artifact is in none
 */
public record PdfTag(String kind, String scope, String text) {

    /** All tags of a file, those around others first. */
    static List<PdfTag> all(PDDocument document) throws IOException {
        Map<COSBase, Map<Integer, String>> texts = new IdentityHashMap<>();
        for (PDPage page : document.getPages()) {
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            Map<Integer, String> contents = new HashMap<>();
            extractor.getMarkedContents().forEach(content -> contents.merge(content.getMCID(), text(content), String::concat));
            texts.put(page.getCOSObject(), contents);
        }
        List<PdfTag> tags = new ArrayList<>();
        COSDictionary root = document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
        walk(root.getDictionaryObject(COSName.K), root, texts, tags);
        return tags;
    }

    private static String text(PDMarkedContent content) {
        StringBuilder text = new StringBuilder();
        for (Object part : content.getContents()) {
            text.append(part instanceof TextPosition letter ? letter.getUnicode() : part instanceof PDMarkedContent inner ? text(inner) : "");
        }
        return TaggedText.squeeze(text.toString());
    }

    /** @param page of the element around it, which need not be said again */
    private static String walk(COSBase node, COSBase page, Map<COSBase, Map<Integer, String>> texts, List<PdfTag> tags) {
        if (node instanceof COSArray kids) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < kids.size(); i++) {
                text.append(walk(kids.getObject(i), page, texts, tags));
            }
            return text.toString();
        }
        if (node instanceof COSInteger content) {
            return texts.get(page).getOrDefault(content.intValue(), "");
        }
        if (!(node instanceof COSDictionary element)) {
            return "";
        }
        COSBase own = element.containsKey(COSName.PG) ? element.getDictionaryObject(COSName.PG) : page;
        if (element.containsKey(COSName.MCID)) {
            return texts.get(own).getOrDefault(element.getInt(COSName.MCID), "");
        }
        int at = tags.size();
        String text = walk(element.getDictionaryObject(COSName.K), own, texts, tags);
        if (element.containsKey(COSName.S)) {
            tags.add(at, new PdfTag(element.getNameAsString(COSName.S),
                element.getDictionaryObject(COSName.A) instanceof COSDictionary attributes ? attributes.getNameAsString("Scope", "") : "", text));
        }
        return text;
    }
}
