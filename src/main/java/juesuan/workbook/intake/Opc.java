package juesuan.workbook.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import juesuan.workbook.sheet.Xml;

/** The packaging inside a workbook: which part is of which type and points to which other. */
public final class Opc {

    /** One arrow from a part to another; an external one leads out of the file. */
    record Relation(String type, String target, boolean external) {}

    private final Parts parts;
    private final Map<String, String> byExtension = new HashMap<>();
    private final Map<String, String> byName = new HashMap<>();

    Opc(Parts parts) throws IOException, XMLStreamException {
        this.parts = parts;
        try (InputStream in = parts.open(parts.find("[Content_Types].xml").orElseThrow())) {
            XMLStreamReader xml = Xml.reader(in);
            while (Xml.nextElement(xml)) {
                String type = Xml.attribute(xml, "ContentType");
                if (xml.getLocalName().equals("Default")) {
                    byExtension.put(Parts.key(Xml.attribute(xml, "Extension")), type);
                } else if (xml.getLocalName().equals("Override")) {
                    byName.put(Parts.key(Xml.attribute(xml, "PartName")), type);
                }
            }
        }
    }

    InputStream open(Parts.Part part) {
        return parts.open(part);
    }

    /** POI does not see a part that has no type; "" then. */
    String contentType(Parts.Part part) {
        String key = Parts.key(part.name());
        String byDefault = byExtension.getOrDefault(key.substring(key.lastIndexOf('.') + 1), "");
        return byName.getOrDefault(key, byDefault);
    }

    /** The part a relation leads to, unless it is missing, external or of no type. */
    Optional<Parts.Part> target(Relation relation) {
        return relation.external() ? Optional.empty()
                : parts.find(relation.target()).filter(part -> !contentType(part).isEmpty());
    }

    /** The relations of a part by their id, targets made absolute; "" stands for the package. */
    Map<String, Relation> relations(String partName) throws IOException, XMLStreamException {
        int slash = Parts.key(partName).lastIndexOf('/');
        String folder = Parts.key(partName).substring(0, slash + 1);
        String rels = folder + "_rels/" + Parts.key(partName).substring(slash + 1) + ".rels";
        Map<String, Relation> relations = new LinkedHashMap<>();
        Optional<Parts.Part> part = parts.find(rels);
        if (part.isEmpty()) {
            return relations;
        }
        try (InputStream in = parts.open(part.get())) {
            XMLStreamReader xml = Xml.reader(in);
            while (Xml.nextElement(xml)) {
                if (xml.getLocalName().equals("Relationship")) {
                    relations.put(Xml.attribute(xml, "Id"), new Relation(Xml.attribute(xml, "Type"),
                            resolve(folder, Xml.attribute(xml, "Target")),
                            Xml.attribute(xml, "TargetMode").equalsIgnoreCase("External")));
                }
            }
        }
        return relations;
    }

    /** The name of a part as seen from a folder. */
    public static String resolve(String folder, String target) {
        Deque<String> path = new ArrayDeque<>();
        for (String step : (target.startsWith("/") ? target : folder + target).split("/")) {
            if (step.equals("..")) {
                path.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                path.addLast(step);
            }
        }
        return String.join("/", path);
    }
}
