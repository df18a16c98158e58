package juesuan.workbook.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import juesuan.workbook.intake.TestBooks;
import juesuan.workbook.sheet.OwnSheets;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Holds an annotated workbook against the one it was made from, part by part. It knows our marks from
 * their description, not from the code that takes them out.
 */
final class Unmarked {

    private Unmarked() {
    }

    /** Everything but our marks must be there, and nothing else. */
    static void assertSameBut(byte[] original, byte[] annotated) throws IOException {
        Map<String, byte[]> before = TestBooks.unzip(original);
        Map<String, byte[]> after = TestBooks.unzip(annotated);
        assertThat(after.keySet()).as("parts").containsAll(before.keySet());
        List<String> added = after.keySet().stream().filter(name -> !before.containsKey(name)).toList();
        assertThat(added).as("new parts").allMatch(name ->
            name.matches("xl/(worksheets/sheet\\d+\\.xml|worksheets/_rels/.*\\.rels|comments\\d+\\.xml|drawings/vmlDrawing\\d+\\.vml)"));
        assertThat(added.stream().filter(name -> name.startsWith("xl/worksheets/sheet"))).as("new sheets").hasSize(1);
        for (String name : before.keySet()) {
            if (!Arrays.equals(before.get(name), after.get(name))) {
                boolean drew = !new String(before.get(name), StandardCharsets.UTF_8).contains("legacyDrawing");
                List<String> wanted = lines(name, before.get(name), List.of(), drew);
                List<String> found = lines(name, after.get(name), added, drew);
                assertThat(found.stream().filter(line -> !wanted.contains(line))).as(name + " has more").isEmpty();
                assertThat(wanted.stream().filter(line -> !found.contains(line))).as(name + " lacks").isEmpty();
                assertThat(found.equals(wanted)).as(name + " in the same order").isTrue();
            }
        }
    }

    private static List<String> lines(String name, byte[] part, List<String> added, boolean drew) throws IOException {
        Document tree = Dom.parse(new ByteArrayInputStream(part));
        Element root = tree.getDocumentElement();
        if (name.equals("[Content_Types].xml")) {
            drop(tree, "Override", e -> added.contains(e.getAttribute("PartName").substring(1)));
            drop(tree, "Default", e -> e.getAttribute("Extension").equals("vml"));
            return sorted(root);
        } else if (name.endsWith(".rels")) {
            drop(tree, "Relationship", e -> added.stream().anyMatch(part2 -> e.getAttribute("Target").equals("/" + part2)));
            return sorted(root);
        } else if (name.equals("xl/workbook.xml")) {
            workbook(tree);
        } else if (name.equals("xl/styles.xml")) {
            return List.of(); // compared by stylesAreOnlyAdded
        } else if (name.startsWith("xl/comments")) {
            drop(tree, "r", e -> e.getTextContent().contains(SheetNotes.LINE));
            drop(tree, "comment", e -> e.getTextContent().isEmpty());
            drop(tree, "author", e -> e.getTextContent().contains("juesuan"));
            Dom.all(tree, "t").stream().filter(t -> t.getTextContent().contains(SheetNotes.LINE)).forEach(t -> {
                t.setTextContent(t.getTextContent().substring(0, t.getTextContent().indexOf("\n" + SheetNotes.LINE)));
                t.removeAttributeNS("http://www.w3.org/XML/1998/namespace", "space");
            });
        } else if (name.endsWith(".vml")) {
            drop(tree, "shape", e -> e.getAttribute("alt").equals("juesuan"));
        } else {
            sheet(tree, drew);
        }
        List<String> lines = new ArrayList<>();
        write(root, "", lines);
        return lines;
    }

    private static void workbook(Document tree) {
        boolean annotated = !Dom.all(tree, "sheet").isEmpty() && Dom.all(tree, "sheet").get(0).getAttribute("name").startsWith(OwnSheets.RESULTS);
        if (annotated) {
            Element first = Dom.all(tree, "sheet").get(0);
            first.getParentNode().removeChild(first);
            drop(tree, "definedName", e -> e.getAttribute("localSheetId").equals("0"));
            drop(tree, "definedNames", e -> Dom.children(e).isEmpty());
            Dom.all(tree, "definedName").stream().filter(e -> e.hasAttribute("localSheetId"))
                .forEach(e -> e.setAttribute("localSheetId", String.valueOf(Integer.parseInt(e.getAttribute("localSheetId")) - 1)));
        }
        // Which sheet shows when the file is opened is ours to say.
        Dom.all(tree, "workbookView").forEach(view -> {
            view.removeAttribute("activeTab");
            view.removeAttribute("firstSheet");
        });
    }

    private static void sheet(Document tree, boolean drew) {
        drop(tree, "conditionalFormatting", e -> e.getTextContent().contains("juesuan"));
        List<Element> rules = Dom.all(tree, "cfRule");
        int first = rules.stream().mapToInt(e -> Integer.parseInt(e.getAttribute("priority"))).min().orElse(1);
        rules.forEach(e -> e.setAttribute("priority", String.valueOf(Integer.parseInt(e.getAttribute("priority")) - first)));
        Dom.all(tree, "sheetView").forEach(view -> view.removeAttribute("tabSelected"));
        if (drew) {
            drop(tree, "legacyDrawing", e -> true);
        }
    }

    private static void drop(Document tree, String name, Predicate<Element> which) {
        Dom.all(tree, name).stream().filter(which).forEach(e -> e.getParentNode().removeChild(e));
    }

    private static List<String> sorted(Element root) {
        List<String> lines = new ArrayList<>();
        Dom.children(root).forEach(child -> write(child, "", lines));
        return lines.stream().sorted().toList();
    }

    /** A line an element, attributes in order, namespaces by name and not by prefix. */
    private static void write(Node node, String indent, List<String> lines) {
        Map<String, String> attributes = new TreeMap<>();
        NamedNodeMap map = node.getAttributes();
        for (int i = 0; i < map.getLength(); i++) {
            if (!map.item(i).getNodeName().startsWith("xmlns")) {
                attributes.put(map.item(i).getNamespaceURI() + " " + map.item(i).getLocalName(), map.item(i).getNodeValue());
            }
        }
        StringBuilder text = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        lines.add(indent + node.getNamespaceURI() + " " + node.getLocalName() + " " + attributes + " " + text);
        Dom.children(node).forEach(child -> write(child, indent + " ", lines));
    }

    /** What the clerk's cells point to keeps its number and its contents. */
    static void assertStylesOnlyAdded(byte[] original, byte[] annotated) throws IOException {
        Document before = Dom.parse(new ByteArrayInputStream(TestBooks.unzip(original).get("xl/styles.xml")));
        Document after = Dom.parse(new ByteArrayInputStream(TestBooks.unzip(annotated).get("xl/styles.xml")));
        for (Element list : Dom.children(before.getDocumentElement())) {
            Element grown = Dom.child(after.getDocumentElement(), list.getLocalName()).orElseThrow();
            List<String> old = children(list);
            assertThat(children(grown).subList(0, old.size())).as(list.getLocalName()).isEqualTo(old);
        }
        assertThat(children(Dom.child(after.getDocumentElement(), "cellXfs").orElseThrow())).hasSizeLessThan(
            children(Dom.child(before.getDocumentElement(), "cellXfs").orElseThrow()).size() + 20);
    }

    private static List<String> children(Element list) {
        return Dom.children(list).stream().map(child -> {
            List<String> lines = new ArrayList<>();
            write(child, "", lines);
            return String.join("\n", lines);
        }).toList();
    }
}
