package juesuan.workbook.mark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import juesuan.model.Review;
import juesuan.workbook.intake.Boundary;
import juesuan.workbook.intake.Original;
import juesuan.workbook.intake.SourceFile;
import juesuan.workbook.intake.ZipCheck;
import juesuan.workbook.sheet.OwnSheets;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Puts our marks into a workbook, after those of the last time are taken out. */
public final class Annotation {

    private static final List<String> ORDER = List.of("fileVersion", "fileSharing", "workbookPr", "alternateContent",
        "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences", "definedNames", "calcPr", "oleSize",
        "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing", "fileRecoveryPr",
        "webPublishObjects", "extLst");
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    private static final Pattern SELECTED = Pattern.compile("tabSelected=[\"'](1|true)[\"']");
    private static final int VIEW_BYTES = 64 << 10;

    private record SheetPart(String name, String part, boolean hasCells) {
    }

    private final EditedParts changes;
    private final String main;

    private Annotation(EditedParts changes) throws IOException {
        this.changes = changes;
        this.main = changes.relation("", "officeDocument").orElseThrow().target();
    }

    /**
     * The same workbook with the faulty cells coloured and commented, and a first sheet that lists what was found.
     * Nothing else is changed; marks of an earlier time are taken out first.
     *
     * @param subject whose workbook it is, for the head of that sheet
     */
    public static byte[] of(Original original, String subject, Review review) {
        return Boundary.guard(original.name(), () -> {
            EditedParts changes = new EditedParts(ZipCheck.verify(new SourceFile(original.name(), original.light())));
            Annotation annotation = new Annotation(changes);
            annotation.remove(original.results());
            annotation.add(subject, review);
            return changes.zip();
        });
    }

    /** @param results the names of our sheets */
    private void remove(Set<String> results) throws IOException {
        List<Element> sheets = sheetElements();
        for (int i = sheets.size() - 1; i >= 0; i--) {
            if (results.contains(sheets.get(i).getAttribute("name"))) {
                removeSheet(sheets.get(i), i);
            }
        }
        for (SheetPart sheet : sheets()) {
            SheetNotes notes = new SheetNotes(changes, sheet.part());
            if (notes.isMarked() && notes.isPossible()) {
                notes.remove();
            }
            if (text(changes.bytes(sheet.part())).contains("juesuan") && SheetColours.isMarked(changes.read(sheet.part()))) {
                SheetColours.remove(changes.edit(sheet.part()));
            }
        }
    }

    private void removeSheet(Element sheet, int index) throws IOException {
        EditedParts.Relation relation = relation(sheet);
        boolean computes = !Dom.all(changes.read(relation.target()), "f").isEmpty();
        for (EditedParts.Relation own : changes.relationsOf(relation.target())) {
            changes.remove(own.target());
        }
        changes.remove(relation.target());
        changes.unrelate(main, relation);
        Document workbook = changes.edit(main);
        sheet.getParentNode().removeChild(sheet);
        for (Element name : Dom.all(workbook, "definedName")) {
            if (Dom.number(name, "localSheetId", -1) == index) {
                Element names = (Element) name.getParentNode();
                names.removeChild(name);
                if (Dom.children(names).isEmpty()) {
                    names.getParentNode().removeChild(names);
                }
            }
        }
        shift(workbook, index, -1);
        if (computes) {
            // Somebody has put a formula there; Excel makes the list of formulas anew.
            for (EditedParts.Relation chain : changes.relation(main, "calcChain").stream().toList()) {
                changes.unrelate(main, chain);
                changes.remove(chain.target());
            }
        }
    }

    private void add(String subject, Review review) throws IOException, XMLStreamException {
        ResultStyles styles = new ResultStyles(changes, main);
        Marks marks = new Marks(review.findings());
        for (SheetPart sheet : sheets()) {
            deselect(sheet);
            List<Marks.Mark> here = sheet.hasCells() ? marks.of(sheet.name()) : List.of();
            if (!here.isEmpty()) {
                SheetColours.add(changes.edit(sheet.part()), here, styles.colours());
                SheetNotes notes = new SheetNotes(changes, sheet.part());
                if (notes.isPossible()) {
                    notes.add(here);
                }
            }
        }
        addSheet(ResultSheet.write(subject, review, styles));
    }

    private void addSheet(ResultSheet.Part sheetPart) throws IOException {
        List<String> names = sheets().stream().map(SheetPart::name).toList();
        String name = OwnSheets.RESULTS;
        for (int i = 2; names.contains(name); i++) {
            name = OwnSheets.RESULTS + i;
        }
        String part = changes.free("xl/worksheets/sheet", ".xml");
        changes.put(part, sheetPart.xml());
        changes.declare(part, SHEET);
        Document workbook = changes.edit(main);
        Element sheets = Dom.all(workbook, "sheets").get(0);
        int id = Dom.children(sheets).stream().mapToInt(sheet -> Dom.number(sheet, "sheetId", 0)).max().orElse(0) + 1;
        Element sheet = Dom.create(sheets, "sheet", "name", name, "sheetId", String.valueOf(id));
        workbook.getDocumentElement().setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:r", Dom.RELATION);
        sheet.setAttributeNS(Dom.RELATION, "r:id", changes.relate(main, "worksheet", part));
        sheets.insertBefore(sheet, sheets.getFirstChild());
        shift(workbook, 0, 1);
        Dom.all(workbook, "workbookView").forEach(view -> {
            view.setAttribute("activeTab", "0");
            view.setAttribute("firstSheet", "0");
        });
        Element root = workbook.getDocumentElement();
        Element definedNames = Dom.child(root, "definedNames").orElseGet(() -> {
            Element made = Dom.create(root, "definedNames");
            Dom.insert(root, made, ORDER);
            return made;
        });
        name(definedNames, "_xlnm.Print_Titles", ResultSheet.repeated(name));
        if (!sheetPart.filtered().isEmpty()) {
            name(definedNames, "_xlnm._FilterDatabase", ResultSheet.quoted(name) + "!" + sheetPart.filtered()).setAttribute("hidden", "1");
        }
    }

    /** A name of our sheet, which is the first. */
    private static Element name(Element definedNames, String name, String meaning) {
        Element element = Dom.create(definedNames, "definedName", "name", name, "localSheetId", "0");
        element.setTextContent(meaning);
        definedNames.insertBefore(element, definedNames.getFirstChild());
        return element;
    }

    /** Sheets are numbered by their place where names and views mean one. */
    private static void shift(Document workbook, int from, int by) {
        for (Element name : Dom.all(workbook, "definedName")) {
            int sheet = Dom.number(name, "localSheetId", -1);
            if (sheet >= from) {
                name.setAttribute("localSheetId", String.valueOf(sheet + by));
            }
        }
        for (Element view : Dom.all(workbook, "workbookView")) {
            for (String tab : List.of("activeTab", "firstSheet")) {
                if (view.hasAttribute(tab)) {
                    view.setAttribute(tab, String.valueOf(Math.max(0, Dom.number(view, tab, 0) + (Dom.number(view, tab, 0) >= from ? by : 0))));
                }
            }
        }
    }

    /** Two selected sheets would be edited together. */
    private void deselect(SheetPart sheet) throws IOException {
        if (SELECTED.matcher(text(changes.head(sheet.part(), VIEW_BYTES))).find()) {
            Dom.all(changes.edit(sheet.part()), "sheetView").forEach(view -> view.removeAttribute("tabSelected"));
        }
    }

    private List<SheetPart> sheets() throws IOException {
        List<SheetPart> sheets = new ArrayList<>();
        for (Element sheet : sheetElements()) {
            EditedParts.Relation relation = relation(sheet);
            sheets.add(new SheetPart(sheet.getAttribute("name"), relation.target(), relation.is("worksheet")));
        }
        return sheets;
    }

    private List<Element> sheetElements() throws IOException {
        return Dom.children(Dom.all(changes.read(main), "sheets").get(0), "sheet");
    }

    private EditedParts.Relation relation(Element sheet) throws IOException {
        String id = sheet.getAttributeNS(Dom.RELATION, "id");
        return changes.relationsOf(main).stream().filter(relation -> relation.id().equals(id)).findFirst().orElseThrow();
    }

    private static String text(byte[] part) {
        return new String(part, StandardCharsets.ISO_8859_1);
    }
}
