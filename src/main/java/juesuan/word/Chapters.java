package juesuan.word;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import juesuan.model.Cover;
import juesuan.model.Document;
import juesuan.model.Grid;
import juesuan.model.Section;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STXAlign;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFramePr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabStop;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHAnchor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVAnchor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STWrap;

/** The document in the order in which document.html prints it. */
record Chapters(Flow flow) {

    /** The date stands at the foot of the cover, however many lines the department takes. */
    private static final BigInteger DATE = BigInteger.valueOf(12740);
    /** Size of the titles of parts, and what their style takes away at both sides over tables: see styles.xml. */
    private static final int TITLE = 440;
    private static final int INDENTED = 908;
    private static final int LATIN = 0x2000;
    private static final int TWENTIETHS = 20;

    void write(Document document, Map<String, Integer> pages) {
        flow.page(PageKind.COVER);
        flow.paragraph("CoverYear", document.year() + "年度");
        title(document.cover());
        if (!document.mark().isEmpty()) {
            flow.paragraph("CoverDate", document.mark());
        }
        if (!document.date().isEmpty()) {
            date(document.date());
        }
        document.correction().ifPresent(this::correction);
        flow.page(PageKind.CONTENTS);
        Contents.write(flow, document, pages);
        document.body().forEach(this::part);
    }

    private void title(Cover cover) {
        String text = String.join("\n", cover.lines()) + "\n部门决算";
        if (cover.isUsual()) {
            flow.paragraph("Title", text);
            return;
        }
        CTP title = flow.paragraph("Title");
        CTSpacing spacing = title.getPPr().addNewSpacing();
        spacing.setLine(BigInteger.valueOf(cover.lineHeight() * TWENTIETHS));
        spacing.setLineRule(STLineSpacingRule.EXACT);
        RunText.add(title, text, new RunText.Look("", false, 2 * cover.size()));
    }

    /** Its frame may not hold the end of the section too, or it would go over to the next. */
    private void date(String date) {
        CTFramePr place = flow.paragraph("CoverDate", date).getPPr().addNewFramePr();
        place.setW(BigInteger.valueOf(flow.width()));
        place.setHAnchor(STHAnchor.MARGIN);
        place.setXAlign(STXAlign.CENTER);
        place.setVAnchor(STVAnchor.PAGE);
        place.setY(DATE);
        place.setWrap(STWrap.NOT_BESIDE);
        flow.gap();
    }

    /** Its pages bear no number and the contents do not list it, so that those of the text are as without it. */
    private void correction(Document.Part part) {
        flow.page(PageKind.CORRECTION);
        heading("Heading1", part.id(), part.title());
        part.allSections().forEach(this::section);
        for (Document.Table table : part.tables()) {
            flow.paragraph("CorrectionTitle", table.title());
            GridTable.write(flow.table(), table.grid(), flow.width(), List.of());
            table.notes().forEach(note -> flow.paragraph("TableNote", note));
        }
    }

    private void part(Document.Part part) {
        if (!part.sections().isEmpty()) {
            flow.page(PageKind.TEXT);
            heading("Heading1", part.id(), title(part, flow.width()));
            part.allSections().forEach(this::section);
        }
        for (Document.Table table : part.tables()) {
            if (!table.follows()) {
                flow.page(PageKind.of(table.orientation()));
            }
            if (table == part.tables().get(0)) {
                opening(part, List.of(part.id()));
            }
            table(table);
        }
        for (Document.Form form : part.forms()) {
            flow.page(PageKind.PORTRAIT);
            boolean announced = part.announces(form);
            if (form == part.forms().get(0)) {
                opening(part, announced ? List.of(part.id(), form.id()) : List.of(part.id()));
            }
            if (!announced) {
                heading("FormTitle", form.id(), form.title());
            }
            form(form);
        }
    }

    private void section(Section section) {
        if (!section.heading().isEmpty()) {
            heading(section.level() == 1 ? "Heading2" : "Heading3", section.id(), section.heading());
        }
        section.paragraphs().forEach(paragraph -> flow.paragraph("BodyText", paragraph.text()));
    }

    /** The part's title stands over the first of its tables. The contents lead to it for all that it is the title of. */
    private void opening(Document.Part part, List<String> ids) {
        flow.heading("PartOfTables", ids, paragraph -> RunText.add(paragraph, title(part, flow.width() - INDENTED)));
    }

    /** On two lines, when it has to break, it breaks before the year as in print. */
    private static String title(Document.Part part, int width) {
        int needed = part.title().codePoints().map(c -> c < LATIN ? TITLE / 2 : TITLE).sum();
        return needed > width ? String.join("\n", part.titleLines()) : part.title();
    }

    private void heading(String style, String id, String text) {
        flow.heading(style, List.of(id), paragraph -> RunText.add(paragraph, text));
    }

    /** The title is a heading of its own, not a cell: Word finds no headings in tables. */
    private void table(Document.Table table) {
        CTP title = flow.heading("TableTitle", List.of(table.id()), paragraph -> {
            RunText.add(paragraph, table.number(), RunText.Look.of("TableMark"));
            RunText.add(paragraph, "\t" + table.title());
        });
        CTTabStop middle = title.getPPr().addNewTabs().addNewTab();
        middle.setVal(STTabJc.CENTER);
        middle.setPos(BigInteger.valueOf(flow.width() / 2));
        int unit = Math.min(2, Math.max(1, table.grid().columns() - 1));
        GridTable.write(flow.table(), table.grid(), flow.width(), List.of(
            Grid.Cell.of("部门：" + table.department(), "label").across(Math.max(1, table.grid().columns() - unit)),
            Grid.Cell.of("单位：" + table.unit(), "num").across(unit)));
        table.notes().forEach(note -> flow.paragraph("TableNote", note));
    }

    private void form(Document.Form form) {
        flow.paragraph("TableRight", "金额单位：" + form.unit());
        form.grids().forEach(grid -> GridTable.write(flow.table(), grid, flow.width(), List.of()));
    }
}
