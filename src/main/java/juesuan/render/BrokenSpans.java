package juesuan.render;

import com.openhtmltopdf.newtable.TableCellBox;
import com.openhtmltopdf.newtable.TableRowBox;
import com.openhtmltopdf.newtable.TableSectionBox;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.PageBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import juesuan.model.Grid;
import org.w3c.dom.Element;

/**
 * Repeats the label of a group of rows where a page break cuts the group. The engine prints a cell
 * with a rowspan once, on whichever page its middle falls, so the group's other page would show
 * figures without a name. After a layout each such cell is cut at the page breaks, and its copy
 * opens the new page; the page must then be laid out again. Likewise a text that goes on over several
 * rows gets the rule it left out.
 */
final class BrokenSpans {

    private final List<PageBox> pages;
    private boolean found;

    private BrokenSpans(List<PageBox> pages) {
        this.pages = pages;
    }

    /** Cuts the cells in the document behind these boxes; says whether there was one to cut. */
    static boolean cut(Box root) {
        BrokenSpans spans = new BrokenSpans(root.getLayer().getPages());
        spans.search(root);
        return spans.found;
    }

    /**
     * As {@link #cut}, but only in blocks of the body whose place does not depend on what stands before.
     *
     * @param unsettled blocks that will be laid out again, and may break elsewhere
     */
    static void cutInPagesOfTheirOwn(Box root, List<Element> unsettled) {
        BrokenSpans spans = new BrokenSpans(root.getLayer().getPages());
        for (Box body : root.getChildren()) {
            body.getChildren().stream().filter(block -> block.getStyle().isForcePageBreakBefore() && !unsettled.contains(block.getElement()))
                .forEach(spans::search);
        }
    }

    private void search(Box box) {
        if (!(box instanceof TableSectionBox section)) {
            box.getChildren().forEach(this::search);
        } else if (!section.isHeader() && !section.isFooter()) {
            List<TableRowBox> rows = children(section, TableRowBox.class);
            close(rows);
            for (int i = 0; i < rows.size(); i++) {
                for (TableCellBox cell : children(rows.get(i), TableCellBox.class)) {
                    int end = Math.min(rows.size(), i + cell.getStyle().getRowSpan());
                    cut(cell, rows.subList(i, end));
                }
            }
        }
    }

    /** A row that leaves out its lower rule, because its text goes on below, needs it at a page's foot. */
    private void close(List<TableRowBox> rows) {
        for (int i = 1; i < rows.size(); i++) {
            Element above = rows.get(i - 1).getElement();
            if (Grid.OPEN.equals(above.getAttribute("class")) && page(rows.get(i)) != page(rows.get(i - 1))) {
                above.removeAttribute("class");
                found = true;
            }
        }
    }

    private void cut(TableCellBox cell, List<TableRowBox> rows) {
        Element label = cell.getElement();
        int start = 0;
        for (int i = 1; i < rows.size(); i++) {
            if (page(rows.get(i)) != page(rows.get(i - 1))) {
                label.setAttribute("rowspan", String.valueOf(i - start));
                label = (Element) label.cloneNode(true);
                label.removeAttribute("id");
                insert(label, cell.getCol(), rows.get(i));
                start = i;
                found = true;
            }
        }
        if (start > 0) {
            label.setAttribute("rowspan", String.valueOf(rows.size() - start));
        }
    }

    private static void insert(Element label, int column, TableRowBox row) {
        Optional<Element> next = children(row, TableCellBox.class).stream()
                .filter(cell -> cell.getCol() > column).map(Box::getElement).findFirst();
        row.getElement().insertBefore(label, next.orElse(null));
    }

    private int page(Box row) {
        int page = 0;
        while (page + 1 < pages.size() && pages.get(page + 1).getTop() <= row.getAbsY()) {
            page++;
        }
        return page;
    }

    private static <T> List<T> children(Box parent, Class<T> type) {
        List<T> found = new ArrayList<>();
        for (Box child : parent.getChildren()) {
            if (type.isInstance(child)) {
                found.add(type.cast(child));
            }
        }
        return found;
    }
}
