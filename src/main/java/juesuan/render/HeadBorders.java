package juesuan.render;

import com.openhtmltopdf.newtable.TableRowBox;
import com.openhtmltopdf.newtable.TableSectionBox;
import com.openhtmltopdf.render.Box;

/**
 * Keeps the borders of header cells with a rowspan on the pages where the header is repeated.
 * OpenHTMLtoPDF 1.1.65 takes such a cell for one that overlaps the header and clips it away, from
 * the page limits it has noted for its row; a header row has no use for them. Fixed upstream by
 * openhtmltopdf pull request 215: delete this class with the next upgrade.
 */
final class HeadBorders {

    private HeadBorders() {
    }

    static void keep(Box box) {
        if (box instanceof TableSectionBox section && section.isHeader()) {
            section.getChildren().stream().filter(TableRowBox.class::isInstance).map(TableRowBox.class::cast)
                    .forEach(row -> row.setContentLimitContainer(null));
        } else if (!(box instanceof TableSectionBox)) {
            box.getChildren().forEach(HeadBorders::keep);
        }
    }
}
