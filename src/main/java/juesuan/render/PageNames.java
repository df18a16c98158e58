package juesuan.render;

import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What a reader's program calls the pages (ISO 32000-1, 12.4.2): as they are numbered in print, and by name
 * where they bear no number. An element that begins pages says so in {@code data-pages}: a name, or the first number.
 */
final class PageNames {

    private static final String ATTRIBUTE = "data-pages";
    private static final String NUMBER = "\\d+";

    private PageNames() {
    }

    /** @param places by the id of an element, the page it stands on, from 0 */
    static void write(PDDocument document, Document page, Map<String, Integer> places) throws IOException {
        SortedMap<Integer, String> names = new TreeMap<>();
        NodeList elements = page.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            Integer place = places.get(element.getAttribute("id"));
            if (element.hasAttribute(ATTRIBUTE)) {
                if (place == null) {
                    throw new IllegalStateException(ATTRIBUTE + " on <" + element.getTagName() + "> needs an id, to be found on its page");
                }
                names.put(place, element.getAttribute(ATTRIBUTE));
            }
        }
        if (names.isEmpty()) {
            return;
        }
        PDPageLabels labels = new PDPageLabels(document);
        names.forEach((place, name) -> {
            int next = names.tailMap(place + 1).keySet().stream().findFirst().orElse(document.getNumberOfPages());
            labels.setLabelItem(place, range(name, next - place));
        });
        document.getDocumentCatalog().setPageLabels(labels);
    }

    /** Several pages of one name are counted. */
    private static PDPageLabelRange range(String name, int pages) {
        PDPageLabelRange range = new PDPageLabelRange();
        if (name.matches(NUMBER)) {
            range.setStart(Integer.parseInt(name));
        } else {
            range.setPrefix(name);
        }
        if (name.matches(NUMBER) || pages > 1) {
            range.setStyle(PDPageLabelRange.STYLE_DECIMAL);
        }
        return range;
    }
}
