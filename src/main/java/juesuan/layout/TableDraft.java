package juesuan.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import juesuan.model.Document;
import juesuan.model.Grid;
import juesuan.pack.SheetSpec;

/**
 * A table of the document before it is settled how closely it is set.
 *
 * @param table all but its widths and its type
 * @param first whether the part's title stands over it
 */
record TableDraft(Document.Table table, SheetSpec.Orientation orientation, boolean first, TableFit fit) {

    /** The tables of a part: those that share pages are set alike, and just so closely that they need fewest. */
    static List<Document.Table> settle(List<TableDraft> drafts) {
        List<Document.Table> tables = new ArrayList<>();
        for (int from = 0, to; from < drafts.size(); from = to) {
            to = from + 1;
            while (to < drafts.size() && drafts.get(to).table.follows()) {
                to++;
            }
            List<TableDraft> shared = drafts.subList(from, to);
            // The first of the best.
            Setting best = Setting.ALL.stream().min(Comparator.comparingInt(setting -> pages(shared, setting))).orElseThrow();
            shared.forEach(draft -> tables.add(draft.set(best)));
        }
        return tables;
    }

    private static int pages(List<TableDraft> shared, Setting setting) {
        int pages = 0;
        double left = 0;
        for (TableDraft draft : shared) {
            double page = PageSizes.pageHeight(draft.orientation);
            double needed = draft.height(setting) + (pages == 0 ? 0 : PageSizes.BETWEEN);
            if (needed > left) {
                left = page;
                pages++;
            }
            while (needed > left) {
                // What goes on has its head again.
                needed += PageSizes.HEAD_AGAIN - left;
                left = page;
                pages++;
            }
            left -= needed;
        }
        return pages;
    }

    private double height(Setting setting) {
        return PageSizes.CAPTION + (first ? PageSizes.PART_TITLE : 0) + fit.height(setting) + PageSizes.notes(table.notes(), orientation);
    }

    private Document.Table set(Setting setting) {
        TableFit.Fit settled = fit.fit(setting);
        return new Document.Table(table.id(), table.sheet(), table.number(), table.title(), table.department(), table.unit(),
            table.orientation(), table.follows(),
            new Grid(settled.widths(), settled.size(), table.grid().head(), table.grid().body()), table.notes());
    }
}
