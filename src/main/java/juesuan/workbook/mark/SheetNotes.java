package juesuan.workbook.mark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import juesuan.workbook.sheet.OoxmlText;
import org.apache.poi.ss.util.CellAddress;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The comments of one sheet. What stands in a comment above our line is the clerk's and stays. */
final class SheetNotes {

    static final String LINE = "—— juesuan 审核（再次审核时自动更新）——";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final String AUTHOR = "juesuan 审核";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    private static final List<String> TEXT = List.of("authors", "commentList", "extLst");

    private final EditedParts changes;
    private final String sheet;

    /** @param sheet the name of the sheet's part */
    SheetNotes(EditedParts changes, String sheet) {
        this.changes = changes;
        this.sheet = sheet;
    }

    /** Not where the old drawing is no XML, as some programs of twenty years ago wrote it. */
    boolean isPossible() {
        try {
            new NoteShapes(changes, sheet).open();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    boolean isMarked() throws IOException {
        Optional<EditedParts.Relation> comments = changes.relation(sheet, "comments");
        return comments.isPresent() && new String(changes.bytes(comments.get().target()), StandardCharsets.UTF_8).contains("juesuan");
    }

    void remove() throws IOException {
        Optional<EditedParts.Relation> relation = changes.relation(sheet, "comments");
        if (relation.isEmpty()) {
            return;
        }
        Document comments = changes.edit(relation.get().target());
        Set<CellAddress> emptied = new HashSet<>();
        for (Element comment : Dom.all(comments, "comment")) {
            if (cut(comment) && texts(comment).stream().allMatch(t -> t.getTextContent().isEmpty())) {
                comment.getParentNode().removeChild(comment);
                emptied.add(new CellAddress(comment.getAttribute("ref")));
            }
        }
        NoteShapes shapes = new NoteShapes(changes, sheet);
        shapes.remove(emptied);
        if (Dom.all(comments, "comment").isEmpty()) {
            changes.unrelate(sheet, relation.get());
            changes.remove(relation.get().target());
        } else {
            forgetAuthor(comments);
        }
        shapes.removeIfEmpty();
    }

    /** Cuts off our line and all below, also when a program has split the text into other runs. */
    private static boolean cut(Element comment) {
        List<Element> texts = texts(comment);
        String whole = texts.stream().map(Element::getTextContent).collect(Collectors.joining());
        int line = whole.indexOf(LINE);
        if (line < 0) {
            return false;
        }
        int end = whole.substring(0, line).replaceFirst("(_x000D_)?\n$", "").length();
        int start = 0;
        for (Element text : texts) {
            String stored = text.getTextContent();
            String kept = stored.substring(0, Math.max(0, Math.min(stored.length(), end - start)));
            start += stored.length();
            if (kept.isEmpty() && text.getParentNode().getLocalName().equals("r")) {
                text.getParentNode().getParentNode().removeChild(text.getParentNode());
            } else if (!kept.equals(stored)) {
                text.setTextContent(kept);
                if (kept.strip().equals(kept)) {
                    text.removeAttributeNS(XML, "space");
                }
            }
        }
        return true;
    }

    private static List<Element> texts(Element comment) {
        return Dom.children(comment, "text").stream().flatMap(text -> Dom.children(text).stream())
            .flatMap(child -> child.getLocalName().equals("t") ? List.of(child).stream() : Dom.children(child, "t").stream()).toList();
    }

    private static void forgetAuthor(Document comments) {
        List<Element> authors = Dom.all(comments, "author");
        int last = authors.size() - 1;
        if (last >= 0 && authors.get(last).getTextContent().equals(AUTHOR)
            && Dom.all(comments, "comment").stream().noneMatch(c -> Dom.number(c, "authorId", -1) == last)) {
            authors.get(last).getParentNode().removeChild(authors.get(last));
        }
    }

    void add(List<Marks.Mark> marks) throws IOException {
        List<Marks.Mark> noted = marks.stream().filter(mark -> !mark.note().isEmpty()).toList();
        if (noted.isEmpty()) {
            return;
        }
        Element root = comments().getDocumentElement();
        Element list = Dom.child(root, "commentList").orElseGet(() -> {
            Element made = Dom.create(root, "commentList");
            Dom.insert(root, made, TEXT);
            return made;
        });
        Map<String, Element> known = new HashMap<>();
        Dom.children(list, "comment").forEach(comment -> known.put(comment.getAttribute("ref"), comment));
        NoteShapes shapes = new NoteShapes(changes, sheet);
        String author = known.keySet().containsAll(noted.stream().map(m -> m.at().formatAsString()).toList()) ? "" : author(root);
        for (Marks.Mark mark : noted) {
            String at = mark.at().formatAsString();
            Element comment = known.get(at);
            if (comment == null) {
                comment = Dom.append(list, "comment", "ref", at, "authorId", author);
                run(Dom.append(comment, "text"), LINE + mark.note());
                shapes.add(mark.at(), LINE + mark.note());
            } else {
                append(comment, "\n" + LINE + mark.note());
            }
        }
    }

    private static void append(Element comment, String note) {
        Element text = Dom.child(comment, "text").orElseGet(() -> Dom.append(comment, "text"));
        Optional<Element> plain = Dom.child(text, "t");
        if (plain.isPresent() && Dom.child(text, "r").isEmpty()) {
            plain.get().setTextContent(plain.get().getTextContent() + OoxmlText.of(note));
            preserve(plain.get());
        } else {
            run(text, note);
        }
    }

    private static void run(Element text, String note) {
        Element run = Dom.create(text, "r");
        Element look = Dom.append(run, "rPr");
        Dom.append(look, "sz", "val", "9");
        Dom.append(look, "rFont", "val", "宋体");
        Dom.append(look, "charset", "val", "134");
        Element t = Dom.append(run, "t");
        t.setTextContent(OoxmlText.of(note));
        preserve(t);
        // Phonetic text, if any, comes after all runs.
        text.insertBefore(run, Dom.children(text).stream()
            .filter(child -> child.getLocalName().endsWith("Ph") || child.getLocalName().equals("phoneticPr")).findFirst().orElse(null));
    }

    private static void preserve(Element t) {
        t.setAttributeNS(XML, "xml:space", "preserve");
    }

    private static String author(Element root) {
        Element authors = Dom.child(root, "authors").orElseGet(() -> {
            Element made = Dom.create(root, "authors");
            Dom.insert(root, made, TEXT);
            return made;
        });
        List<String> names = Dom.children(authors).stream().map(Element::getTextContent).toList();
        if (!names.contains(AUTHOR)) {
            Dom.append(authors, "author").setTextContent(AUTHOR);
            return String.valueOf(names.size());
        }
        return String.valueOf(names.indexOf(AUTHOR));
    }

    private Document comments() throws IOException {
        Optional<EditedParts.Relation> relation = changes.relation(sheet, "comments");
        if (relation.isPresent()) {
            return changes.edit(relation.get().target());
        }
        String part = changes.free("xl/comments", ".xml");
        changes.put(part, ("<comments xmlns=\"" + Dom.MAIN + "\"><authors/><commentList/></comments>").getBytes(StandardCharsets.UTF_8));
        changes.declare(part, TYPE);
        changes.relate(sheet, "comments", part);
        return changes.edit(part);
    }
}
