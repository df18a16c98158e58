package juesuan.workbook.mark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import juesuan.model.FixedZip;
import juesuan.workbook.intake.Opc;
import juesuan.workbook.intake.Parts;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A workbook under change, part by part: what nobody asked to change keeps its very bytes. POI would
 * write every part anew, and what it does not know of a part in another form.
 */
final class EditedParts {

    private static final String TYPES = "[Content_Types].xml";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

    /** A relation of a part, its target made absolute. */
    record Relation(String id, String type, String target, Element xml) {

        boolean is(String kind) {
            return type.endsWith("/" + kind);
        }
    }

    private final Parts parts;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, byte[]> written = new HashMap<>();
    private final Map<String, Document> trees = new HashMap<>();
    private final Set<String> changed = new TreeSet<>();

    EditedParts(Parts parts) {
        this.parts = parts;
        parts.all().forEach(part -> names.put(Parts.key(part.name()), part.name()));
    }

    boolean has(String name) {
        return names.containsKey(Parts.key(name));
    }

    byte[] bytes(String name) throws IOException {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        }
    }

    /** The beginning of a part. */
    byte[] head(String name, int length) throws IOException {
        try (InputStream in = open(name)) {
            return in.readNBytes(length);
        }
    }

    private void copy(String name, OutputStream to) throws IOException {
        try (InputStream in = open(name)) {
            in.transferTo(to);
        }
    }

    private InputStream open(String name) {
        byte[] changed = written.get(Parts.key(name));
        return changed == null ? parts.open(parts.find(name).orElseThrow()) : new ByteArrayInputStream(changed);
    }

    /** For looking at. */
    Document read(String name) throws IOException {
        String key = Parts.key(name);
        if (!trees.containsKey(key)) {
            trees.put(key, Dom.parse(new ByteArrayInputStream(wellFormed(key, bytes(name)))));
        }
        return trees.get(key);
    }

    /** Excel itself leaves line breaks open in old drawings. */
    private static byte[] wellFormed(String key, byte[] part) {
        return !key.endsWith(".vml") ? part
            : new String(part, StandardCharsets.UTF_8).replaceAll("<br\\s*>", "<br/>").getBytes(StandardCharsets.UTF_8);
    }

    /** For changing. */
    Document edit(String name) throws IOException {
        Document tree = read(name);
        changed.add(Parts.key(name));
        return tree;
    }

    void put(String name, byte[] content) {
        names.putIfAbsent(Parts.key(name), name);
        written.put(Parts.key(name), content);
        trees.remove(Parts.key(name));
    }

    /** A part with everything that tells of it: its type and its own relations. */
    void remove(String name) throws IOException {
        for (String part : List.of(name, relations(name))) {
            names.remove(Parts.key(part));
            changed.remove(Parts.key(part));
        }
        for (Element type : Dom.children(read(TYPES).getDocumentElement(), "Override")) {
            if (Parts.key(type.getAttribute("PartName")).equals(Parts.key(name))) {
                edit(TYPES).getDocumentElement().removeChild(type);
            }
        }
    }

    /** The first name of its kind that is not taken, for example {@code xl/comments3.xml}. */
    String free(String before, String after) {
        int number = 1;
        while (has(before + number + after)) {
            number++;
        }
        return before + number + after;
    }

    void declare(String name, String type) throws IOException {
        Dom.append(edit(TYPES).getDocumentElement(), "Override", "PartName", "/" + name, "ContentType", type);
    }

    void declareExtension(String extension, String type) throws IOException {
        Element root = read(TYPES).getDocumentElement();
        if (Dom.children(root, "Default").stream().noneMatch(d -> d.getAttribute("Extension").equalsIgnoreCase(extension))) {
            Element known = Dom.create(root, "Default", "Extension", extension, "ContentType", type);
            edit(TYPES).getDocumentElement().insertBefore(known, root.getFirstChild());
        }
    }

    List<Relation> relationsOf(String part) throws IOException {
        if (!has(relations(part))) {
            return List.of();
        }
        String key = Parts.key(part);
        String folder = key.substring(0, key.lastIndexOf('/') + 1);
        return Dom.children(read(relations(part)).getDocumentElement(), "Relationship").stream()
            .filter(xml -> !xml.getAttribute("TargetMode").equalsIgnoreCase("External"))
            .map(xml -> new Relation(xml.getAttribute("Id"), xml.getAttribute("Type"),
                Opc.resolve(folder, xml.getAttribute("Target")), xml)).toList();
    }

    Optional<Relation> relation(String part, String kind) throws IOException {
        return relationsOf(part).stream().filter(relation -> relation.is(kind)).findFirst();
    }

    /** @return the id of the new relation */
    String relate(String part, String kind, String target) throws IOException {
        String name = relations(part);
        if (!has(name)) {
            put(name, ("<Relationships xmlns=\"" + PACKAGE + "\"/>").getBytes(StandardCharsets.UTF_8));
        }
        Element root = edit(name).getDocumentElement();
        List<String> taken = Dom.children(root).stream().map(xml -> xml.getAttribute("Id")).toList();
        int number = 1;
        while (taken.contains("rId" + number)) {
            number++;
        }
        Dom.append(root, "Relationship", "Id", "rId" + number, "Type", Dom.RELATION + "/" + kind, "Target", "/" + target);
        return "rId" + number;
    }

    void unrelate(String part, Relation relation) throws IOException {
        Element root = edit(relations(part)).getDocumentElement();
        root.removeChild(relation.xml());
        if (Dom.children(root).isEmpty()) {
            names.remove(Parts.key(relations(part)));
        }
    }

    private static String relations(String part) {
        int slash = part.lastIndexOf('/') + 1;
        return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
    }

    /** The workbook with its changes; the same changes give the same bytes. */
    byte[] zip() throws IOException {
        for (String key : changed) {
            if (names.containsKey(key)) {
                written.put(key, Dom.bytes(trees.get(key)));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names.values()) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(FixedZip.EPOCH);
                zip.putNextEntry(entry);
                copy(name, zip);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
