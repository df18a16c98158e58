package juesuan.render;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/**
 * Repairs the tags after printing. A table head that is repeated on each page is tagged again
 * into the same TH cells, so a screen reader would read a column title once for every page: the
 * repetitions become artifacts. The engine's empty table feet go. And small dictionaries become direct objects, which spares half of
 * the file's cross references.
 */
final class StructureTree {

    private static final byte[] TAGGED_SPAN = "/Span <</MCID ".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] ARTIFACT =
            ("/Artifact /" + TaggedPages.PAGINATION.getName()).getBytes(StandardCharsets.ISO_8859_1);
    private static final int AFTER_NUMBER = ">>".length();

    private final PDDocument document;
    private final PDStructureTreeRoot root;
    /** Page dictionary to the numbers of its marked contents that repeat a table head. */
    private final Map<COSBase, BitSet> repeated = new IdentityHashMap<>();

    private StructureTree(PDDocument document, PDStructureTreeRoot root) {
        this.document = document;
        this.root = root;
    }

    static void tidy(PDDocument document) throws IOException {
        StructureTree tree = new StructureTree(document, document.getDocumentCatalog().getStructureTreeRoot());
        tree.walk(tree.root.getCOSObject().getDictionaryObject(COSName.K), Optional.empty());
        tree.rewritePages();
    }

    private void walk(COSBase node, Optional<COSBase> pageOfHead) {
        if (node instanceof COSObject reference) {
            walk(reference.getObject(), pageOfHead);
        } else if (node instanceof COSArray kids) {
            dropEmptyFeet(kids);
            kids.forEach(kid -> walk(kid, pageOfHead));
        } else if (node instanceof COSDictionary element) {
            if (element.containsKey(COSName.MCID) || element.containsKey(COSName.OBJ)) {
                element.setDirect(true);
                return;
            }
            if (element.getDictionaryObject(COSName.A) instanceof COSDictionary attributes) {
                attributes.setDirect(true);
            }
            Optional<COSBase> head = "THead".equals(element.getNameAsString(COSName.S))
                    ? firstPage(element) : pageOfHead;
            COSBase kids = element.getDictionaryObject(COSName.K);
            head.ifPresent(page -> cutRepetitions(kids, page));
            walk(kids, head);
        }
    }

    /** The engine gives every table a foot, and ours have none. */
    private static void dropEmptyFeet(COSArray kids) {
        for (int i = kids.size() - 1; i >= 0; i--) {
            if (kids.getObject(i) instanceof COSDictionary element && "TFoot".equals(element.getNameAsString(COSName.S))
                    && (!(element.getDictionaryObject(COSName.K) instanceof COSArray contents) || contents.size() == 0)) {
                kids.remove(i);
            }
        }
    }

    /** The page on which an element begins; not every element says so itself. */
    private static Optional<COSBase> firstPage(COSBase node) {
        if (node instanceof COSArray kids) {
            for (int i = 0; i < kids.size(); i++) {
                Optional<COSBase> page = firstPage(kids.getObject(i));
                if (page.isPresent()) {
                    return page;
                }
            }
            return Optional.empty();
        }
        if (!(node instanceof COSDictionary element)) {
            return Optional.empty();
        }
        return Optional.ofNullable(element.getDictionaryObject(COSName.PG))
                .or(() -> firstPage(element.getDictionaryObject(COSName.K)));
    }

    private void cutRepetitions(COSBase kids, COSBase pageOfHead) {
        if (!(kids instanceof COSArray contents)) {
            return;
        }
        for (int i = contents.size() - 1; i >= 0; i--) {
            if (contents.getObject(i) instanceof COSDictionary content && content.containsKey(COSName.MCID)) {
                COSBase page = content.getDictionaryObject(COSName.PG);
                if (page != null && page != pageOfHead) {
                    repeated.computeIfAbsent(page, any -> new BitSet()).set(content.getInt(COSName.MCID));
                    contents.remove(i);
                }
            }
        }
    }

    private void rewritePages() throws IOException {
        if (repeated.isEmpty()) {
            return;
        }
        Map<Integer, COSObjectable> parents = root.getParentTree().getNumbers();
        for (PDPage page : document.getPages()) {
            BitSet numbers = repeated.get(page.getCOSObject());
            if (numbers != null) {
                COSArray parentOf = (COSArray) parents.get(page.getStructParents()).getCOSObject();
                numbers.stream().forEach(number -> parentOf.set(number, COSNull.NULL));
                rewrite(page, numbers);
            }
        }
    }

    private void rewrite(PDPage page, BitSet numbers) throws IOException {
        byte[] old;
        try (InputStream in = page.getContents()) {
            old = in.readAllBytes();
        }
        ByteArrayOutputStream rewritten = new ByteArrayOutputStream(old.length);
        int copied = 0;
        for (int i = 0; i < old.length - TAGGED_SPAN.length; i++) {
            if (old[i] != '/' || !Arrays.equals(old, i, i + TAGGED_SPAN.length, TAGGED_SPAN, 0, TAGGED_SPAN.length)) {
                continue;
            }
            int end = i + TAGGED_SPAN.length;
            int number = 0;
            for (; old[end] >= '0' && old[end] <= '9'; end++) {
                number = number * 10 + old[end] - '0';
            }
            if (numbers.get(number)) {
                rewritten.write(old, copied, i - copied);
                rewritten.writeBytes(ARTIFACT);
                copied = end + AFTER_NUMBER;
            }
            i = end;
        }
        rewritten.write(old, copied, old.length - copied);
        page.setContents(new PDStream(document, new ByteArrayInputStream(rewritten.toByteArray()), COSName.FLATE_DECODE));
    }
}
