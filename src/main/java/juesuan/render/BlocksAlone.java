package juesuan.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * A page of which only some blocks are left, until closed. A block that begins on a page of its own
 * breaks the same whatever stands before it: laid out alone it shows soon where its groups of rows
 * must be cut and how full its last page is, and the whole page is then laid out once instead of twice.
 */
final class BlocksAlone implements AutoCloseable {

    private final Element body;
    private final List<Node> all;
    private final boolean found;

    BlocksAlone(Document page, Predicate<Element> wanted) {
        this.body = (Element) page.getElementsByTagName("body").item(0);
        this.all = nodes(body.getChildNodes());
        List<Node> without = all.stream().filter(block -> !(block instanceof Element element && wanted.test(element))).toList();
        this.found = without.size() < all.size();
        without.forEach(body::removeChild);
    }

    boolean found() {
        return found;
    }

    @Override
    public void close() {
        all.forEach(body::appendChild);
    }

    static boolean hasGroups(Element block) {
        return Stream.of("td", "th").flatMap(cell -> nodes(block.getElementsByTagName(cell)).stream())
                .filter(cell -> cell.getParentNode().getParentNode().getNodeName().equals("tbody"))
                .map(cell -> ((Element) cell).getAttribute("rowspan"))
                .anyMatch(rows -> !rows.isEmpty() && !rows.equals("1"));
    }

    private static List<Node> nodes(NodeList list) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < list.getLength(); i++) {
            nodes.add(list.item(i));
        }
        return nodes;
    }
}
