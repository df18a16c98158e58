package juesuan.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import juesuan.layout.DocumentMaker;
import juesuan.model.Accounts;
import juesuan.model.Document;
import juesuan.model.Grid;
import juesuan.model.Paragraph;
import juesuan.model.Run;
import juesuan.model.Section;
import juesuan.narrate.Narrator;
import juesuan.pack.Pack;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** The Word edition, read back. That its page numbers are those of the PDF: WordEditionTest. */
class WordDocumentTest {

    enum Unit {
        LONGGANG(Samples.longgang()), YANXI(Samples.yanxi());

        private final Document document;
        private final byte[] bytes;

        Unit(Sample sample) {
            Pack pack = Samples.pack(sample.pack());
            Accounts accounts = SampleAccounts.of(sample, pack);
            document = DocumentMaker.make(pack, accounts, Narrator.compute(accounts, pack), true);
            bytes = WordDocument.of(document, pages(document));
        }
    }

    /** A line of the document: a paragraph with its style, or a row of a table with its cells. */
    private record Line(String style, List<String> texts) {
        static Line of(String style, String text) {
            return new Line(style, List.of(text));
        }
    }

    private static final String ROW = "row";

    private static WordDocument.Pages pages(Document document) {
        Map<String, Integer> numbers = new HashMap<>();
        Contents.lines(document).forEach(line -> numbers.put(line.id(), numbers.size() + 100));
        return new WordDocument.Pages(numbers, "- ", " -");
    }

    private static XWPFDocument open(byte[] bytes) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(bytes));
    }

    @ParameterizedTest
    @EnumSource
    void everyParagraphAndCellSaysWhatTheDocumentSays(Unit unit) throws IOException {
        try (XWPFDocument word = open(unit.bytes)) {
            assertThat(lines(word)).containsExactlyElementsOf(expected(unit.document));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCorrectionStandsBehindTheCoverAndIsNotNumbered(Unit unit) throws IOException {
        Document corrected = corrected(unit.document);
        try (XWPFDocument word = open(WordDocument.of(corrected, pages(corrected)))) {
            assertThat(lines(word)).containsExactlyElementsOf(expected(corrected));
            assertThat(sections(word).subList(0, 3)).as("cover, correction, contents")
                .allMatch(s -> s.sizeOfFooterReferenceArray() == 0 && !s.isSetPgNumType());
            assertThat(sections(word).get(3).getPgNumType().getStart().intValue()).isEqualTo(1);
        }
    }

    private static Document corrected(Document document) {
        Section words = new Section("correction-0", 1, "", List.of(new Paragraph(List.of(new Run.Words("更正原因：写错了。")))), List.of());
        Grid grid = new Grid(List.of("40%", "60%"), "f100", List.of(List.of(Grid.Cell.of("原为", ""), Grid.Cell.of("现为", ""))),
            List.of(new Grid.Line(List.of(Grid.Cell.of("1.00", "label"), Grid.Cell.of("2.00", "label")), "")));
        return document.corrected("（第2次公开，更正）", "更正说明", List.of(words), List.of(new Document.Table("correction-1", "correction", "",
            "更正内容对照表", document.department(), "见表中", "portrait", grid, List.of("另有3处改动没有逐一列出。"))));
    }

    private static List<Line> expected(Document document) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of("CoverYear", document.year() + "年度"));
        lines.add(Line.of("Title", document.department() + "\n部门决算"));
        if (!document.mark().isEmpty()) {
            lines.add(Line.of("CoverDate", document.mark()));
        }
        lines.add(Line.of("CoverDate", document.date()));
        document.correction().ifPresent(part -> {
            lines.add(Line.of("Heading1", part.title()));
            part.sections().forEach(section -> section.paragraphs().forEach(paragraph -> lines.add(Line.of("BodyText", paragraph.text()))));
            for (Document.Table table : part.tables()) {
                lines.add(Line.of("CorrectionTitle", table.title()));
                rows(lines, table.grid());
                table.notes().forEach(note -> lines.add(Line.of("TableNote", note)));
            }
        });
        lines.add(Line.of("TOCHeading", "目　　录"));
        int page = 100;
        for (Contents.Line line : Contents.lines(document)) {
            lines.add(Line.of("TOC" + line.level(), line.text() + "\t" + page++));
        }
        for (Document.Part part : document.body()) {
            lines.add(Line.of(part.sections().isEmpty() ? "PartOfTables" : "Heading1", part.title()));
            for (Section section : part.allSections()) {
                if (!section.heading().isEmpty()) {
                    lines.add(Line.of("Heading" + (section.level() + 1), section.heading()));
                }
                section.paragraphs().forEach(paragraph -> lines.add(Line.of("BodyText", paragraph.text())));
            }
            for (Document.Table table : part.tables()) {
                lines.add(Line.of("TableTitle", table.number() + "\t" + table.title()));
                lines.add(new Line(ROW, List.of("部门：" + document.department(), "单位：" + table.unit())));
                rows(lines, table.grid());
                table.notes().forEach(note -> lines.add(Line.of("TableNote", note)));
            }
            for (Document.Form form : part.forms()) {
                if (!titled(part, form)) {
                    lines.add(Line.of("FormTitle", form.title()));
                }
                lines.add(Line.of("TableRight", "金额单位：" + form.unit()));
                form.grids().forEach(grid -> rows(lines, grid));
            }
        }
        return lines;
    }

    /** Whether the title of its part, right above it, is its own as well. */
    private static boolean titled(Document.Part part, Document.Form form) {
        return part.forms().indexOf(form) == 0 && part.title().endsWith(form.title());
    }

    private static void rows(List<Line> lines, Grid grid) {
        grid.head().forEach(cells -> lines.add(row(cells)));
        grid.body().forEach(line -> lines.add(row(line.cells())));
    }

    private static Line row(List<Grid.Cell> cells) {
        return new Line(ROW, cells.stream().map(Grid.Cell::text).toList());
    }

    /** Without the cells that only carry a merged one on, and the empty lines between tables. */
    private static List<Line> lines(XWPFDocument word) {
        List<Line> lines = new ArrayList<>();
        for (IBodyElement element : word.getBodyElements()) {
            if (element instanceof XWPFParagraph paragraph && !paragraph.getStyle().equals("Between")) {
                boolean title = List.of("Heading1", "PartOfTables").contains(paragraph.getStyle());
                lines.add(Line.of(paragraph.getStyle(), title ? paragraph.getText().replace("\n", "") : paragraph.getText()));
            } else if (element instanceof XWPFTable table) {
                for (CTRow row : table.getCTTbl().getTrArray()) {
                    List<String> cells = new ArrayList<>();
                    for (CTTc cell : row.getTcArray()) {
                        if (!cell.getTcPr().isSetVMerge() || cell.getTcPr().getVMerge().isSetVal()) {
                            assertThat(cell.sizeOfPArray()).isEqualTo(1);
                            cells.add(new XWPFParagraph(cell.getPArray(0), word).getText());
                        }
                    }
                    lines.add(new Line(ROW, cells));
                }
            }
        }
        return lines;
    }

    @ParameterizedTest
    @EnumSource
    void theNavigationPaneShowsEveryHeading(Unit unit) throws IOException {
        try (XWPFDocument word = open(unit.bytes)) {
            Map<Integer, Integer> levels = new TreeMap<>();
            word.getParagraphs().forEach(p -> levels.merge(level(word, p.getStyle()), 1, Integer::sum));
            List<Document.Part> parts = unit.document.parts();
            List<Section> sections = parts.stream().flatMap(part -> part.allSections().stream()).filter(s -> !s.heading().isEmpty()).toList();
            int tables = parts.stream().mapToInt(part -> part.tables().size()
                + (int) part.forms().stream().filter(form -> !titled(part, form)).count()).sum();
            assertThat(levels.get(1)).isEqualTo(parts.size());
            assertThat(levels.get(2)).isEqualTo(tables + (int) sections.stream().filter(s -> s.level() == 1).count());
            assertThat(levels.get(3)).isEqualTo((int) sections.stream().filter(s -> s.level() > 1).count()).isPositive();
        }
    }

    /** Of the style, or of the one it is based on: 1 to 3 for headings, 0 for text. */
    private static int level(XWPFDocument word, String style) {
        if (style == null) {
            return 0;
        }
        var paragraph = Optional.ofNullable(word.getStyles().getStyle(style).getCTStyle().getPPr());
        return paragraph.filter(p -> p.isSetOutlineLvl()).map(p -> p.getOutlineLvl().getVal().intValue() + 1)
            .orElseGet(() -> level(word, word.getStyles().getStyle(style).getBasisStyleID()));
    }

    @ParameterizedTest
    @EnumSource
    void theContentsLeadToTheHeadings(Unit unit) throws IOException {
        try (XWPFDocument word = open(unit.bytes)) {
            List<String> links = new ArrayList<>();
            List<String> anchors = new ArrayList<>();
            for (XWPFParagraph paragraph : word.getParagraphs()) {
                for (var link : paragraph.getCTP().getHyperlinkArray()) {
                    links.add(link.getAnchor());
                    assertThat(link.xmlText()).contains("PAGEREF " + link.getAnchor() + " \\h");
                }
                for (var mark : paragraph.getCTP().getBookmarkStartArray()) {
                    assertThat(mark.getName()).matches("_[A-Za-z0-9_]{1,39}");
                    assertThat(level(word, paragraph.getStyle())).isPositive();
                    anchors.add(mark.getName());
                }
            }
            assertThat(anchors).doesNotHaveDuplicates().containsSubsequence(links);
            assertThat(links).hasSameSizeAs(Contents.lines(unit.document));
        }
    }

    /** The first below the title of its part, the others below their own: read once, and reached by the contents. */
    @ParameterizedTest
    @EnumSource
    void everyFormHasOneTitleAndTheContentsLeadToIt(Unit unit) throws IOException {
        List<Document.Form> forms = unit.document.parts().stream().flatMap(part -> part.forms().stream()).toList();
        assertThat(forms.size()).as("forms of the sample: give it the first, and Longgang some that follow").isGreaterThan(unit == Unit.LONGGANG ? 1 : 0);
        try (XWPFDocument word = open(unit.bytes)) {
            List<XWPFParagraph> above = new ArrayList<>();
            Map<String, XWPFParagraph> marked = new HashMap<>();
            List<List<XWPFParagraph>> headings = new ArrayList<>();
            for (XWPFParagraph paragraph : word.getParagraphs()) {
                paragraph.getCTP().getBookmarkStartList().forEach(mark -> marked.put(mark.getName(), paragraph));
                if (level(word, paragraph.getStyle()) > 0) {
                    above.add(paragraph);
                } else if (paragraph.getText().startsWith("金额单位：")) {
                    headings.add(List.copyOf(above));
                    above.clear();
                } else {
                    above.clear();
                }
            }
            assertThat(headings).hasSameSizeAs(forms);
            for (int i = 0; i < forms.size(); i++) {
                assertThat(headings.get(i)).as("one title above " + forms.get(i).name()).hasSize(1);
                assertThat(headings.get(i).get(0).getText().replace("\n", "")).endsWith(forms.get(i).title());
                assertThat(marked.get(Flow.bookmark(forms.get(i).id()))).as("where the contents lead for " + forms.get(i).name())
                    .isSameAs(headings.get(i).get(0));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTableRepeatsItsHeadAndFillsThePage(Unit unit) throws IOException {
        List<Grid> grids = unit.document.parts().stream().flatMap(part -> java.util.stream.Stream.concat(
            part.tables().stream().map(Document.Table::grid), part.forms().stream().flatMap(form -> form.grids().stream()))).toList();
        try (XWPFDocument word = open(unit.bytes)) {
            assertThat(word.getTables()).hasSameSizeAs(grids);
            for (int t = 0; t < grids.size(); t++) {
                XWPFTable table = word.getTables().get(t);
                List<CTRow> rows = List.of(table.getCTTbl().getTrArray());
                int head = rows.size() - grids.get(t).body().size();
                for (int r = 0; r < rows.size(); r++) {
                    assertThat(rows.get(r).getTrPr().sizeOfTblHeaderArray()).isEqualTo(r < head ? 1 : 0);
                    int columns = 0;
                    long width = 0;
                    for (CTTc cell : rows.get(r).getTcArray()) {
                        columns += cell.getTcPr().isSetGridSpan() ? cell.getTcPr().getGridSpan().getVal().intValue() : 1;
                        width += ((Number) cell.getTcPr().getTcW().getW()).longValue();
                    }
                    assertThat(columns).isEqualTo(grids.get(t).columns());
                    assertThat(width).isEqualTo(((Number) table.getCTTbl().getTblPr().getTblW().getW()).longValue());
                }
            }
        }
    }

    @Test
    void aLongTitleBreaksBeforeTheYear() throws IOException {
        try (XWPFDocument word = open(Unit.LONGGANG.bytes)) {
            assertThat(word.getParagraphs()).extracting(XWPFParagraph::getText)
                .contains("第一部分：深圳市龙岗区工业和信息化局概况", "第二部分：深圳市龙岗区工业和信息化局\n2023年度部门决算表");
        }
    }

    /** In lines that end where those of the PDF do, and that end above the frame of the date. */
    @Test
    void aLongNameLeavesRoomForTheDate() throws IOException {
        String name = "某某省某某藏族羌族自治州某某彝族自治县人民政府驻北京联络处暨经济技术合作交流服务中心和某某高新技术产业开发区管理委员会";
        Document document = new Document("题", name, 2023, "2024年8月", List.of());
        try (XWPFDocument word = open(WordDocument.of(document, new WordDocument.Pages(Map.of(), "", "")))) {
            XWPFParagraph title = word.getParagraphs().stream().filter(p -> "Title".equals(p.getStyle())).findFirst().orElseThrow();
            List<String> lines = title.getText().lines().toList();
            assertThat(lines.subList(0, lines.size() - 1)).isEqualTo(document.cover().lines());
            double size = title.getRuns().get(0).getFontSizeAsDouble();
            assertThat(lines).allMatch(line -> line.length() * size <= 448.2);
            // Above the title: margin, year, space; below it: space and the date's frame.
            assertThat(104.9 + 119 + 40 + 28.35 + lines.size() * title.getSpacingBetween()).as("the date stands at 637 pt").isLessThan(637 - 49);
        }
    }

    @Test
    void amountsStandOnTheRightAndMergedCellsAreMerged() throws IOException {
        try (XWPFDocument word = open(Unit.LONGGANG.bytes)) {
            CTRow[] rows = word.getTables().get(8).getCTTbl().getTrArray();
            assertThat(rows[1].getTcArray()).hasSize(2).allMatch(cell -> cell.getTcPr().getGridSpan().getVal().intValue() == 6);
            assertThat(rows[2].getTcArray(0).getTcPr().getVMerge().getVal()).isEqualTo(STMerge.RESTART);
            assertThat(rows[2].getTcArray(2).getTcPr().getGridSpan().getVal().intValue()).as("公务用车购置及运行维护费").isEqualTo(3);
            assertThat(rows[3].getTcArray(0).getTcPr().isSetVMerge()).isTrue();
            CTRow figures = rows[rows.length - 1];
            assertThat(figures.getTcArray()).hasSize(12)
                .allMatch(cell -> cell.getPArray(0).getPPr().getPStyle().getVal().equals("TableRight"));
        }
    }

    @Test
    void wideTablesLieOnWidePagesAndTheTextBeginsWithPageOne() throws IOException {
        try (XWPFDocument word = open(Unit.LONGGANG.bytes)) {
            List<CTSectPr> sections = sections(word);
            long turns = 0;
            String before = "";
            for (Document.Table table : Unit.LONGGANG.document.parts().stream().flatMap(part -> part.tables().stream()).toList()) {
                turns += !table.orientation().equals(before) && table.orientation().equals("landscape") ? 1 : 0;
                before = table.orientation();
            }
            assertThat(sections.stream().filter(s -> s.getPgSz().getOrient() == STPageOrientation.LANDSCAPE)).hasSize((int) turns).isNotEmpty()
                .allMatch(s -> ((Number) s.getPgSz().getW()).intValue() == 16838);
            List<Integer> numbered = new ArrayList<>();
            for (int i = 0; i < sections.size(); i++) {
                if (sections.get(i).isSetPgNumType()) {
                    numbered.add(i);
                }
            }
            assertThat(numbered).as("after cover and contents").containsExactly(2);
            assertThat(sections.get(2).getPgNumType().getStart().intValue()).isEqualTo(1);
            assertThat(sections.subList(0, 2)).allMatch(s -> s.sizeOfFooterReferenceArray() == 0);
            assertThat(sections.get(2).sizeOfFooterReferenceArray()).isEqualTo(1);
            assertThat(word.getFooterList()).hasSize(1);
            assertThat(word.getFooterList().get(0).getText().strip()).isEqualTo("- 1 -");
        }
    }

    private static List<CTSectPr> sections(XWPFDocument word) {
        List<CTSectPr> sections = new ArrayList<>();
        word.getParagraphs().stream().filter(p -> p.getCTP().getPPr().isSetSectPr()).forEach(p -> sections.add(p.getCTP().getPPr().getSectPr()));
        sections.add(word.getDocument().getBody().getSectPr());
        return sections;
    }

    @ParameterizedTest
    @EnumSource
    void everyPartKeepsToTheSchema(Unit unit) throws Exception {
        Map<String, String> parts = parts(WordDocument.of(corrected(unit.document), pages(unit.document)));
        try (FullSchemas schemas = FullSchemas.open()) {
            assertThat(schemas.errors("Document", parts.get("word/document.xml"))).isEmpty();
            assertThat(schemas.errors("Styles", parts.get("word/styles.xml"))).isEmpty();
            assertThat(schemas.errors("Settings", parts.get("word/settings.xml"))).isEmpty();
            assertThat(schemas.errors("Fonts", parts.get("word/fontTable.xml"))).isEmpty();
            assertThat(schemas.errors("Ftr", parts.get("word/footer1.xml"))).isEmpty();
            assertThat(schemas.errors("Ftr", parts.get("word/footer1.xml").replace("<w:r>", "<w:tr/><w:r>"))).as("it does look").isNotEmpty();
        }
    }

    @Test
    void oddTextsStayWhatTheyAre() throws IOException {
        List<String> texts = List.of("<w:p/> & \"引号\" ]]>", "_x0041_", "  两头有空格  ", "第一行\n第二行\t格", "𠮷野家 䶮溪", "");
        List<Paragraph> paragraphs = texts.stream().map(text -> new Paragraph(List.<Run>of(new Run.Words(text)))).toList();
        Section section = new Section("part1-1", 1, "一、<标题>", paragraphs, List.of());
        Document document = new Document("题\u0001", "某某局", 2023, "", List.of(new Document.Part("part1", "第一部分", List.of(section), List.of(), List.of())));
        byte[] bytes = WordDocument.of(document, new WordDocument.Pages(Map.of(), "", ""));
        try (XWPFDocument word = open(bytes)) {
            assertThat(word.getParagraphs().stream().filter(p -> p.getStyle().equals("BodyText")).map(XWPFParagraph::getText))
                .containsExactlyElementsOf(texts);
        }
        Section broken = new Section("part1-1", 1, "一、", List.of(new Paragraph(List.of(new Run.Words("甲\u0001乙\uFFFE丙\uD800丁")))), List.of());
        Document odd = new Document("题", "某某局", 2023, "", List.of(new Document.Part("part1", "第一部分", List.of(broken), List.of(), List.of())));
        assertThat(parts(WordDocument.of(odd, new WordDocument.Pages(Map.of(), "", ""))).get("word/document.xml")).contains("甲\uFFFD乙\uFFFD丙\uFFFD丁");
    }

    @Test
    void theFileSaysNothingOfWhoMadeItAndWhen() throws IOException {
        Map<String, String> parts = parts(Unit.LONGGANG.bytes);
        assertThat(parts.get("docProps/core.xml").replaceAll("<[^>]*>", " ").strip().split("\\s+"))
            .containsExactlyInAnyOrder(Unit.LONGGANG.document.title(), "zh-CN");
        assertThat(parts.keySet()).containsExactlyInAnyOrder("[Content_Types].xml", "_rels/.rels", "docProps/core.xml",
            "word/document.xml", "word/styles.xml", "word/settings.xml", "word/fontTable.xml", "word/footer1.xml", "word/_rels/document.xml.rels");
        assertThat(parts.values()).noneMatch(xml -> xml.contains("POI"));
        assertThat(parts.get("word/settings.xml")).contains("compatibilityMode");
    }

    @Test
    void theSameDocumentGivesTheSameBytes() {
        assertThat(WordDocument.of(Unit.YANXI.document, pages(Unit.YANXI.document))).isEqualTo(Unit.YANXI.bytes);
    }

    private static Map<String, String> parts(byte[] zip) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(entry.getTimeLocal().getYear()).isEqualTo(1980);
                parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
