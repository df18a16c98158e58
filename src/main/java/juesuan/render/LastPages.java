package juesuan.render;

import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.LineBox;
import com.openhtmltopdf.render.PageBox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.w3c.dom.Element;

/**
 * Sets a part a little closer or wider when otherwise only a few lines would stand on its last page. A block names in
 * {@code data-settings} the classes to try, one after the other; where none helps it stays as it was.
 */
final class LastPages {

    static final int LEAST_LINES = 6;

    private static final String SETTINGS = "data-settings";
    private static final String CLASS = "class";

    private final Map<Element, String> before = new HashMap<>();
    private final Map<Element, Integer> tried = new HashMap<>();

    static boolean mayChange(Element block) {
        return block.hasAttribute(SETTINGS);
    }

    /** The blocks of the body that must be laid out again because their last page is too empty: each in its next setting. */
    List<Element> again(Box root) {
        List<Element> again = new ArrayList<>();
        for (Box body : root.getChildren()) {
            for (Box block : body.getChildren()) {
                Element element = block.getElement();
                if (element != null && mayChange(element) && isTooShort(block, root.getLayer().getPages())) {
                    before.putIfAbsent(element, element.getAttribute(CLASS));
                    String[] settings = element.getAttribute(SETTINGS).split(" ");
                    int next = tried.merge(element, 1, Integer::sum) - 1;
                    boolean more = next < settings.length;
                    element.setAttribute(CLASS, before.get(element) + (more ? " " + settings[next] : ""));
                    if (more) {
                        again.add(element);
                    }
                }
            }
        }
        return again;
    }

    private static boolean isTooShort(Box block, List<PageBox> pages) {
        SortedMap<Integer, List<Integer>> lines = new TreeMap<>();
        collect(block, pages, lines);
        return lines.size() > 1 && lines.get(lines.lastKey()).stream().distinct().count() < LEAST_LINES;
    }

    /** Lines side by side count once. */
    private static void collect(Box box, List<PageBox> pages, Map<Integer, List<Integer>> lines) {
        if (box instanceof LineBox line && line.isContainsContent()) {
            int page = 0;
            while (page + 1 < pages.size() && pages.get(page + 1).getTop() <= line.getAbsY()) {
                page++;
            }
            lines.computeIfAbsent(page, any -> new ArrayList<>()).add(line.getAbsY());
        }
        box.getChildren().forEach(child -> collect(child, pages, lines));
    }
}
