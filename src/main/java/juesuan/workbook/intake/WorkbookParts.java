package juesuan.workbook.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import juesuan.model.UserError;
import juesuan.workbook.sheet.Xml;

/**
 * What the workbook says it consists of. POI drops a sheet whose part it cannot find, and reads
 * every text as "" when the shared strings are missing, both without a word; so here each part
 * that is listed must be there.
 *
 * @param sheets those with cells, in order; chart sheets have none
 * @param sharedStrings the texts of all sheets, if the workbook has such a part
 */
record WorkbookParts(List<SheetPart> sheets, Optional<Parts.Part> sharedStrings) {

    /** A sheet as the clerk knows it and the part that holds it. */
    record SheetPart(String name, Parts.Part part) {}

    private static final String STRICT = "http://purl.oclc.org/ooxml/";
    private static final String RELATION =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    static WorkbookParts of(SourceFile file, Opc opc) throws IOException, XMLStreamException {
        Opc.Relation main = opc.relations("").values().stream()
                .filter(relation -> relation.type().endsWith("/officeDocument"))
                .findFirst().orElseThrow(() -> file.refuse(FileKind.UNKNOWN.sentence()));
        if (main.type().startsWith(STRICT)) {
            throw file.refuse(FileKind.STRICT.sentence());
        }
        Parts.Part workbook = opc.target(main).orElseThrow(() -> incomplete(file, "工作簿主体"));
        ZipKind.byMainType(opc.contentType(workbook)).ifPresent(kind -> {
            throw file.refuse(kind.sentence());
        });
        Map<String, Opc.Relation> relations = opc.relations(workbook.name());
        List<SheetPart> sheets = sheets(file, opc, workbook, relations);
        Optional<Parts.Part> sharedStrings = relations.values().stream()
                .filter(relation -> relation.type().equals(RELATION + "/sharedStrings"))
                .findFirst().flatMap(opc::target);
        return new WorkbookParts(sheets, sharedStrings);
    }

    private static List<SheetPart> sheets(SourceFile file, Opc opc, Parts.Part workbook,
            Map<String, Opc.Relation> relations) throws IOException, XMLStreamException {
        List<SheetPart> sheets = new ArrayList<>();
        Set<Parts.Part> taken = new HashSet<>();
        int listed = 0;
        try (InputStream in = opc.open(workbook)) {
            XMLStreamReader xml = Xml.reader(in);
            if (!Xml.nextElement(xml) || !SheetScan.MAIN.equals(xml.getNamespaceURI())) {
                throw file.refuse(xml.getEventType() == XMLStreamReader.START_ELEMENT
                        && String.valueOf(xml.getNamespaceURI()).startsWith(STRICT)
                        ? FileKind.STRICT.sentence() : FileKind.UNKNOWN.sentence());
            }
            while (Xml.nextElement(xml)) {
                if (!xml.getLocalName().equals("sheet") || !SheetScan.MAIN.equals(xml.getNamespaceURI())) {
                    continue;
                }
                listed++;
                String name = Xml.attribute(xml, "name");
                String id = Optional.ofNullable(xml.getAttributeValue(RELATION, "id")).orElse("");
                String quoted = "工作表" + SourceFile.quoted(name);
                Opc.Relation relation = Optional.ofNullable(relations.get(id))
                        .orElseThrow(() -> incomplete(file, quoted));
                Parts.Part part = opc.target(relation).orElseThrow(() -> incomplete(file, quoted));
                if (!taken.add(part)) {
                    throw file.refuse("里有两个工作表共用同一份内容（" + quoted + "）；" + SourceFile.SAVE_AGAIN);
                }
                if (relation.type().equals(RELATION + "/worksheet")) {
                    sheets.add(new SheetPart(name, part));
                } else if (!relation.type().equals(RELATION + "/chartsheet")) {
                    throw file.refuse("的" + quoted + "不是普通工作表（例如旧式宏表），程序读不出其中的数；"
                            + "请删去这张表，" + SourceFile.THEN_SAVE_AGAIN);
                }
            }
        }
        long worksheets = relations.values().stream()
                .filter(relation -> relation.type().equals(RELATION + "/worksheet")).count();
        if (worksheets != sheets.size()) {
            throw file.refuse("里有 " + worksheets + " 张工作表，目录却只列出 " + sheets.size()
                    + " 张，多半已损坏；" + SourceFile.SAVE_AGAIN);
        }
        if (listed == 0) {
            throw incomplete(file, "工作表");
        }
        return List.copyOf(sheets);
    }

    private static UserError incomplete(SourceFile file, String what) {
        return file.refuse("不完整：缺少" + what + "的内容，多半已损坏；请重新拷贝，或" + SourceFile.THEN_SAVE_AGAIN);
    }

    /** The number of shared texts that can be pointed at; none when there is no such part. */
    int countSharedStrings(Opc opc) throws IOException, XMLStreamException {
        if (sharedStrings.isEmpty()) {
            return 0;
        }
        int count = 0;
        try (InputStream in = opc.open(sharedStrings.get())) {
            XMLStreamReader xml = Xml.reader(in);
            while (Xml.nextElement(xml)) {
                if (xml.getLocalName().equals("si") && SheetScan.MAIN.equals(xml.getNamespaceURI())) {
                    count++;
                }
            }
        }
        return count;
    }
}
