package juesuan.workbook.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import juesuan.model.UserError;
import juesuan.workbook.sheet.OoxmlText;
import juesuan.workbook.sheet.Xml;

/**
 * What the workbook says it consists of. POI drops a sheet whose part it cannot find, and reads
 * every text as "" when the shared strings are missing, both without a word; so here each part
 * that is listed must be there.
 */
final class WorkbookParts {

    /** A sheet as the clerk knows it and the part that holds it; one of a chart has no cells. */
    record SheetPart(String name, boolean hidden, boolean hasCells, Parts.Part part) {}

    private static final String STRICT = "http://purl.oclc.org/ooxml/";
    private static final String RELATION =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final SourceFile file;
    private final Opc opc;
    private final Map<String, Opc.Relation> relations;
    private final List<SheetPart> sheets = new ArrayList<>();
    private final List<StoredWorkbook.DefinedName> names = new ArrayList<>();
    private boolean from1904;
    private boolean recalculates;

    WorkbookParts(SourceFile file, Opc opc) throws IOException, XMLStreamException {
        this.file = file;
        this.opc = opc;
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
        this.relations = opc.relations(workbook.name());
        try (InputStream in = opc.open(workbook)) {
            read(Xml.reader(in));
        }
        long worksheets = relations.values().stream()
                .filter(relation -> relation.type().equals(RELATION + "/worksheet")).count();
        long listed = sheets.stream().filter(SheetPart::hasCells).count();
        if (worksheets != listed) {
            throw file.refuse("里有 " + worksheets + " 张工作表，目录却只列出 " + listed
                    + " 张，多半已损坏；" + SourceFile.SAVE_AGAIN);
        }
        if (sheets.isEmpty()) {
            throw incomplete(file, "工作表");
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        if (!Xml.nextElement(xml) || !SheetScan.MAIN.equals(xml.getNamespaceURI())) {
            throw file.refuse(xml.getEventType() == XMLStreamReader.START_ELEMENT
                    && String.valueOf(xml.getNamespaceURI()).startsWith(STRICT)
                    ? FileKind.STRICT.sentence() : FileKind.UNKNOWN.sentence());
        }
        Set<Parts.Part> taken = new HashSet<>();
        while (Xml.nextElement(xml)) {
            switch (SheetScan.MAIN.equals(xml.getNamespaceURI()) ? xml.getLocalName() : "") {
                case "workbookPr" -> from1904 = Xml.isTrue(xml, "date1904");
                case "calcPr" -> recalculates = Xml.isTrue(xml, "fullCalcOnLoad");
                case "sheet" -> sheet(xml, taken);
                case "definedName" -> {
                    String name = Xml.attribute(xml, "name");
                    int sheet = Xml.number(xml, "localSheetId", -1);
                    boolean function = Xml.isTrue(xml, "function");
                    names.add(new StoredWorkbook.DefinedName(name, sheet, xml.getElementText(), function));
                }
                default -> { }
            }
        }
    }

    private void sheet(XMLStreamReader xml, Set<Parts.Part> taken) {
        String name = Xml.attribute(xml, "name");
        String id = Optional.ofNullable(xml.getAttributeValue(RELATION, "id")).orElse("");
        String quoted = "工作表" + SourceFile.quoted(name);
        Opc.Relation relation = Optional.ofNullable(relations.get(id)).orElseThrow(() -> incomplete(file, quoted));
        Parts.Part part = opc.target(relation).orElseThrow(() -> incomplete(file, quoted));
        if (!taken.add(part)) {
            throw file.refuse("里有两个工作表共用同一份内容（" + quoted + "）；" + SourceFile.SAVE_AGAIN);
        }
        boolean hasCells = relation.type().equals(RELATION + "/worksheet");
        if (!hasCells && !relation.type().equals(RELATION + "/chartsheet")) {
            throw file.refuse("的" + quoted + "不是普通工作表（例如旧式宏表），程序读不出其中的数；"
                    + "请删去这张表，" + SourceFile.THEN_SAVE_AGAIN);
        }
        sheets.add(new SheetPart(name, !Set.of("", "visible").contains(Xml.attribute(xml, "state")), hasCells, part));
    }

    List<SheetPart> sheets() {
        return sheets;
    }

    /** The workbook of these sheets. */
    StoredWorkbook of(List<StoredWorkbook.Sheet> read) throws IOException, XMLStreamException {
        return new StoredWorkbook(read, formats(), names, tables(), from1904, recalculates);
    }

    /** The texts that cells point to; none when there is no such part. */
    List<String> sharedStrings() throws IOException, XMLStreamException {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        each("/sharedStrings", xml -> {
            if (xml.getLocalName().equals("si")) {
                // Pieces of different format follow one another; how it is read aloud is none of it.
                text.setLength(0);
                for (int depth = 1, aloud = 0; depth > 0; ) {
                    int event = xml.next();
                    if (event == XMLStreamReader.START_ELEMENT) {
                        depth++;
                        aloud = aloud == 0 && xml.getLocalName().equals("rPh") ? depth : aloud;
                        if (aloud == 0 && xml.getLocalName().equals("t")) {
                            text.append(xml.getElementText());
                            depth--;
                        }
                    } else if (event == XMLStreamReader.END_ELEMENT) {
                        aloud = aloud == depth ? 0 : aloud;
                        depth--;
                    }
                }
                texts.add(OoxmlText.read(text.toString()));
            }
        });
        return texts;
    }

    private List<StoredWorkbook.NumberFormat> formats() throws IOException, XMLStreamException {
        Map<Integer, String> codes = new HashMap<>();
        List<Integer> styles = new ArrayList<>();
        // The same elements describe other things elsewhere in the part.
        Deque<String> section = new ArrayDeque<>(List.of(""));
        each("/styles", xml -> {
            switch (xml.getLocalName()) {
                case "numFmts", "cellXfs", "cellStyleXfs", "dxfs", "extLst" -> section.push(xml.getLocalName());
                case "numFmt" -> {
                    if (section.peek().equals("numFmts")) {
                        codes.put(Xml.number(xml, "numFmtId", 0), Xml.attribute(xml, "formatCode"));
                    }
                }
                case "xf" -> {
                    if (section.peek().equals("cellXfs")) {
                        styles.add(Xml.number(xml, "numFmtId", 0));
                    }
                }
                default -> { }
            }
        });
        return styles.stream().map(id -> new StoredWorkbook.NumberFormat(id, Optional.ofNullable(codes.get(id)))).toList();
    }

    private List<StoredWorkbook.Table> tables() throws IOException, XMLStreamException {
        List<StoredWorkbook.Table> tables = new ArrayList<>();
        for (SheetPart sheet : sheets) {
            for (Opc.Relation relation : opc.relations(sheet.part().name()).values()) {
                Optional<Parts.Part> part = relation.type().equals(RELATION + "/table") ? opc.target(relation) : Optional.empty();
                if (part.isPresent()) {
                    tables.add(table(sheet.name(), part.get()));
                }
            }
        }
        return tables;
    }

    private StoredWorkbook.Table table(String sheet, Parts.Part part) throws IOException, XMLStreamException {
        try (InputStream in = opc.open(part)) {
            XMLStreamReader xml = Xml.reader(in);
            Xml.nextElement(xml);
            String name = Xml.attribute(xml, "name").isEmpty() ? Xml.attribute(xml, "displayName") : Xml.attribute(xml, "name");
            String range = Xml.attribute(xml, "ref");
            int heads = Xml.number(xml, "headerRowCount", 1);
            int totals = Xml.number(xml, "totalsRowCount", 0);
            List<String> columns = new ArrayList<>();
            while (Xml.nextElement(xml)) {
                if (xml.getLocalName().equals("tableColumn")) {
                    columns.add(OoxmlText.read(Xml.attribute(xml, "name")));
                }
            }
            return new StoredWorkbook.Table(name, sheet, range, columns, heads, totals);
        }
    }

    private interface Step {
        void at(XMLStreamReader element) throws XMLStreamException;
    }

    /** Every element of the part of this kind that the workbook points to, if it does. */
    private void each(String kind, Step step) throws IOException, XMLStreamException {
        Optional<Parts.Part> part = relations.values().stream().filter(relation -> relation.type().equals(RELATION + kind))
                .findFirst().flatMap(opc::target);
        if (part.isPresent()) {
            try (InputStream in = opc.open(part.get())) {
                XMLStreamReader xml = Xml.reader(in);
                while (Xml.nextElement(xml)) {
                    if (SheetScan.MAIN.equals(xml.getNamespaceURI())) {
                        step.at(xml);
                    }
                }
            }
        }
    }

    private static UserError incomplete(SourceFile file, String what) {
        return file.refuse("不完整：缺少" + what + "的内容，多半已损坏；请重新拷贝，或" + SourceFile.THEN_SAVE_AGAIN);
    }
}
