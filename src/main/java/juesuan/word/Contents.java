package juesuan.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import juesuan.model.Document;
import juesuan.model.Section;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;

/**
 * The contents. Each line is a link, its text fixed; its page number is a field that shows the page of
 * the PDF until somebody has Word count anew.
 */
final class Contents {

    private static final String TITLE = "目　　录";
    private static final Consumer<CTRPr> PLAIN = properties -> { };

    /** @param level 1 for a part, 2 for what is in it */
    record Line(int level, String text, String id) {
    }

    private Contents() {
    }

    static List<Line> lines(Document document) {
        List<Line> lines = new ArrayList<>();
        for (Document.Part part : document.parts()) {
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
            Words.fill(link.addNewR(), line.text(), PLAIN);
            Words.fill(link.addNewR(), "\t", PLAIN);
            String page = pages.containsKey(line.id()) ? Integer.toString(pages.get(line.id())) : "";
            Words.field(link::addNewR, "PAGEREF " + Flow.bookmark(line.id()) + " \\h", page, Words.styled("ContentsPage"));
        }
    }
}
