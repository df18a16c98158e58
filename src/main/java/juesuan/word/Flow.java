package juesuan.word;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STSectionMark;

/** Paragraphs and tables one after the other, on pages of several kinds. */
final class Flow {

    private static final String BETWEEN = "Between";

    private final CTBody body;
    private final List<CTSectPr> numbered = new ArrayList<>();
    private PageKind kind = PageKind.COVER;
    private boolean breakDue;
    /** The paragraph at the end; empty when a table is there. */
    private Optional<CTP> last = Optional.empty();
    private boolean empty = true;
    private int bookmarks;

    Flow(CTBody body) {
        this.body = body;
    }

    /** What follows stands on a new page. */
    void page(PageKind next) {
        if (empty) {
            kind = next;
        } else if (next == kind) {
            breakDue = true;
        } else {
            CTP end = last.orElseGet(this::gap);
            section(end.getPPr().addNewSectPr());
            kind = next;
        }
    }

    CTP paragraph(String style) {
        CTP paragraph = body.addNewP();
        CTPPr properties = paragraph.addNewPPr();
        properties.addNewPStyle().setVal(style);
        if (breakDue) {
            properties.addNewPageBreakBefore();
            breakDue = false;
        }
        last = Optional.of(paragraph);
        empty = false;
        return paragraph;
    }

    CTP paragraph(String style, String text) {
        CTP paragraph = paragraph(style);
        RunText.add(paragraph, text);
        return paragraph;
    }

    /** A paragraph that takes no room to speak of. */
    CTP gap() {
        return paragraph(BETWEEN);
    }

    /** Two tables without anything in between would become one. */
    CTTbl table() {
        if (last.isEmpty() && !empty) {
            gap().getPPr().addNewRPr().addNewVanish();
        }
        last = Optional.empty();
        empty = false;
        return body.addNewTbl();
    }

    int width() {
        return kind.width();
    }

    /** A heading to which the contents lead, under each of the ids. */
    CTP heading(String style, List<String> ids, Consumer<CTP> text) {
        CTP paragraph = paragraph(style);
        int first = bookmarks;
        for (String id : ids) {
            CTBookmark start = paragraph.addNewBookmarkStart();
            start.setId(BigInteger.valueOf(bookmarks++));
            start.setName(bookmark(id));
        }
        text.accept(paragraph);
        for (int number = first; number < bookmarks; number++) {
            paragraph.addNewBookmarkEnd().setId(BigInteger.valueOf(number));
        }
        return paragraph;
    }

    /** A name Word allows; the leading line keeps it out of the list of bookmarks. */
    static String bookmark(String id) {
        return "_" + id.replaceAll("[^A-Za-z0-9]", "_");
    }

    /**
     * Word wants a paragraph behind the last table.
     *
     * @return the sections with page numbers
     */
    List<CTSectPr> end() {
        last.orElseGet(this::gap);
        section(body.addNewSectPr());
        return numbered;
    }

    private void section(CTSectPr section) {
        section.addNewType().setVal(STSectionMark.NEXT_PAGE);
        kind.describe(section);
        if (kind.numbered) {
            if (numbered.isEmpty()) {
                section.addNewPgNumType().setStart(BigInteger.ONE);
            }
            numbered.add(section);
        }
    }
}
