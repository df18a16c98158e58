package juesuan.render;

import com.openhtmltopdf.pdfboxout.PageSupplier;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;

/**
 * Pages on which all artifacts (borders, backgrounds, page numbers) share two property lists.
 * The engine makes a new one for each cell border, and PDFBox searches all of them each time: on
 * our tables that is a third of the time and 40 % of the bytes of a tagged document.
 */
final class TaggedPages {

    static final COSName LAYOUT = COSName.getPDFName("ArtL");
    static final COSName PAGINATION = COSName.getPDFName("ArtP");

    private TaggedPages() {
    }

    static PageSupplier supplier() {
        return (document, width, height, index, shadowIndex) -> {
            PDResources resources = new PDResources();
            resources.getCOSObject().setItem(COSName.PROPERTIES, new SharedArtifacts());
            PDPage page = new PDPage(new PDRectangle(width, height));
            page.setResources(resources);
            document.addPage(page);
            return page;
        };
    }

    /** Claims to hold every artifact already, and names one of the two shared lists for it. */
    private static final class SharedArtifacts extends COSDictionary {

        SharedArtifacts() {
            setDirect(true);
            setItem(LAYOUT, artifact("Layout"));
            setItem(PAGINATION, artifact("Pagination"));
        }

        @Override
        public boolean containsValue(Object value) {
            return isArtifact(value) || super.containsValue(value);
        }

        @Override
        public COSName getKeyForValue(Object value) {
            if (!isArtifact(value)) {
                return super.getKeyForValue(value);
            }
            boolean pagination = "Pagination".equals(((COSDictionary) value).getNameAsString(COSName.TYPE));
            return pagination ? PAGINATION : LAYOUT;
        }

        /** PDFBox adds here what is no plain marked-content number, and the engine has only artifacts of that kind. */
        private static boolean isArtifact(Object value) {
            return value instanceof COSDictionary dictionary && !dictionary.containsKey(COSName.MCID);
        }

        private static COSBase artifact(String type) {
            COSDictionary dictionary = new COSDictionary();
            dictionary.setName(COSName.TYPE, type);
            dictionary.setDirect(true);
            return PDPropertyList.create(dictionary).getCOSObject();
        }
    }
}
