package juesuan.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import juesuan.model.Document;
import juesuan.model.Section;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;

/**
 * The contents: a link to each heading, its text fixed, and a field for its page. The field shows the page
 * of the PDF; Word counts its own pages when somebody asks for it, WPS does not.
 */
final class Contents {

    private static final String TITLE = "目　　录";
    private static final RunText.Look TEXT = RunText.Look.of("ContentsLine");
    private static final RunText.Look PAGE = RunText.Look.of("ContentsPage");

    /** @param level 1 for a part, 2 for what is in it */
    record Line(int level, String text, String id) {
    }

    private Contents() {
    }

    static List<Line> lines(Document document) {
        List<Line> lines = new ArrayList<>();
        for (Document.Part part : document.body()) {
            lines.add(new Line(1, part.title(), part.id()));
            for (Section section : part.sections()) {
                if (!section.heading().isEmpty()) {
                    lines.add(new Line(2, section.heading(), section.id()));
                }
            }
            part.tables().forEach(table -> lines.add(new Line(2, table.number() + "　" + table.title(), table.id())));
            part.forms().forEach(form -> lines.add(new Line(2, form.name(), form.id())));
        }
        return lines;
    }

    /** @param pages by id, as printed in the PDF */
    static void write(Flow flow, Document document, Map<String, Integer> pages) {
        flow.paragraph("TOCHeading", TITLE);
        for (Line line : lines(document)) {
            CTP paragraph = flow.paragraph("TOC" + line.level());
            CTHyperlink link = paragraph.addNewHyperlink();
            link.setAnchor(Flow.bookmark(line.id()));
            link.setHistory(true);
            RunText.fill(link.addNewR(), line.text(), TEXT);
            RunText.fill(link.addNewR(), "\t", PAGE);
            String page = pages.containsKey(line.id()) ? Integer.toString(pages.get(line.id())) : "";
            RunText.field(link::addNewR, "PAGEREF " + Flow.bookmark(line.id()) + " \\h", page, PAGE);
        }
    }
}
