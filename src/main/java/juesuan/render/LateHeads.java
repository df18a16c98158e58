package juesuan.render;

import com.openhtmltopdf.newtable.TableBox;
import com.openhtmltopdf.newtable.TableRowBox;
import com.openhtmltopdf.newtable.TableSectionBox;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.PageBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Lets a table begin on the next page when its head and first row do not fit below what stands before. The engine
 * would leave the head alone at the page's foot; or move its first row, still take the table for one that began
 * before, and print on the new page the head twice, one over the other, with a gap below.
 */
final class LateHeads {

    private static final String STYLE = "style";
    /** At the top of a page nothing is above whose rule it could share. */
    private static final String NEXT_PAGE = "page-break-before: always; margin-top: 0";

    private LateHeads() {
    }

    /** Moves such tables in the document behind the boxes; says whether there was one, and all must be laid out again. */
    static boolean move(Box root, List<PageBox> pages) {
        List<Element> late = new ArrayList<>();
        search(root, pages, late);
        late.forEach(table -> table.setAttribute(STYLE, NEXT_PAGE));
        return !late.isEmpty();
    }

    private static void search(Box box, List<PageBox> pages, List<Element> late) {
        if (box instanceof TableBox table) {
            Element element = table.getElement();
            if (element != null && !NEXT_PAGE.equals(element.getAttribute(STYLE))
                    && body(table).filter(row -> page(row, pages) != page(table.getChild(0), pages)).isPresent()) {
                late.add(element);
            }
        } else {
            box.getChildren().forEach(child -> search(child, pages, late));
        }
    }

    /** The first row of the body, of a table that has a head. */
    private static Optional<TableRowBox> body(TableBox table) {
        boolean head = sections(table).anyMatch(TableSectionBox::isHeader);
        return sections(table).filter(section -> head && !section.isHeader()).flatMap(section -> section.getChildren().stream())
                .filter(TableRowBox.class::isInstance).map(TableRowBox.class::cast).findFirst();
    }

    private static Stream<TableSectionBox> sections(TableBox table) {
        return table.getChildren().stream().filter(TableSectionBox.class::isInstance).map(TableSectionBox.class::cast);
    }

    private static int page(Box box, List<PageBox> pages) {
        int page = 0;
        while (page + 1 < pages.size() && pages.get(page + 1).getTop() <= box.getAbsY()) {
            page++;
        }
        return page;
    }
}
