package juesuan.workbook.mark;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import juesuan.model.CellRef;
import juesuan.model.Finding;
import juesuan.model.FindingWords;
import juesuan.model.Groups;
import juesuan.model.Review;
import juesuan.workbook.mark.ResultStyles.Look;
import juesuan.workbook.sheet.OoxmlText;
import juesuan.workbook.sheet.OwnSheets;
import juesuan.workbook.sheet.TextWidth;
import juesuan.workbook.sheet.Xml;

/** The first sheet of an annotated workbook: everything that was found, each line with a link to its cell. */
final class ResultSheet {

    private static final String REMARK = OwnSheets.RESULTS_MARK + "，再次审核时自动更新，请不要在这里填写。改好各页的单元格并保存以后，可以直接用这个文件再审核、再生成："
        + "这一页、颜色和审核批注不影响填报内容。";
    private static final List<String> HEADS = List.of("序号", "程度", "规则", "位置", "问题", "怎么办");
    private static final int[] WIDTHS = {6, 10, 8, 44, 72, 42};
    private static final int HEAD_ROW = 6;
    private static final int LINE_HEIGHT = 14;
    private static final int HIGHEST_ROW = 400;
    private static final int MOST_LINES = 5_000;

    private record Link(String at, CellRef to) {
    }

    private final XMLStreamWriter xml;
    private final ResultStyles styles;
    private final List<Link> links = new ArrayList<>();
    private int row;

    private ResultSheet(XMLStreamWriter xml, ResultStyles styles) {
        this.xml = xml;
        this.styles = styles;
    }

    /** @param filtered the cells that can be filtered, empty when there is nothing to filter */
    record Part(byte[] xml, String filtered) {
    }

    /** @param subject whose workbook it is */
    static Part write(String subject, Review review, ResultStyles styles) throws XMLStreamException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XMLStreamWriter xml = Xml.OUTPUT.createXMLStreamWriter(bytes, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        ResultSheet sheet = new ResultSheet(xml, styles);
        sheet.write(subject, review);
        xml.writeEndDocument();
        xml.flush();
        return new Part(bytes.toByteArray(), review.findings().isEmpty() ? "" : "$A$" + HEAD_ROW + ":$F$" + sheet.row);
    }

    private void write(String subject, Review review) throws XMLStreamException {
        xml.writeStartElement("worksheet");
        xml.writeDefaultNamespace(Dom.MAIN);
        open("sheetPr");
        empty("tabColor", "rgb", "FFC00000");
        empty("pageSetUpPr", "fitToPage", "1");
        close();
        open("sheetViews");
        open("sheetView", "showGridLines", "0", "tabSelected", "1", "workbookViewId", "0");
        empty("pane", "ySplit", String.valueOf(HEAD_ROW), "topLeftCell", "A" + (HEAD_ROW + 1), "activePane", "bottomLeft", "state", "frozen");
        empty("selection", "pane", "bottomLeft", "activeCell", "A" + (HEAD_ROW + 1), "sqref", "A" + (HEAD_ROW + 1));
        close();
        close();
        empty("sheetFormatPr", "defaultRowHeight", "15");
        open("cols");
        for (int i = 0; i < WIDTHS.length; i++) {
            empty("col", "min", String.valueOf(i + 1), "max", String.valueOf(i + 1), "width", String.valueOf(WIDTHS[i]), "customWidth", "1");
        }
        close();
        open("sheetData");
        List<Finding> findings = Groups.of(review.findings()).all();
        head(subject, review, findings);
        for (Finding finding : findings.subList(0, Math.min(MOST_LINES, findings.size()))) {
            line(finding);
        }
        if (findings.size() > MOST_LINES) {
            wide(Look.LINE, "还有 " + (findings.size() - MOST_LINES) + " 条没有列在这里，全部内容见审核报告。", 20);
        }
        close();
        foot(!findings.isEmpty());
        xml.writeEndElement();
    }

    private void head(String subject, Review review, List<Finding> findings) throws XMLStreamException {
        wide(Look.TITLE, OwnSheets.RESULTS, 30);
        wide(Look.NOTE, REMARK, 30);
        wide(Look.LINE, subject, 18);
        String counts = FindingWords.counts(review);
        wide(Look.LINE, (counts.isEmpty() ? findings.isEmpty() ? "没有发现问题" : "没有发现错误" : counts) + "。" + FindingWords.counts(review.checks()), 18);
        wide(Look.NOTE, findings.isEmpty() ? "可以生成公开文本。"
            : "各页里红色的格有错误，必须改正；黄色的请核实；浅蓝色的是提示或者没有核对的。光标停在有颜色的格上可以看到说明；点“位置”一栏到那一格。", 18);
        startRow(20);
        for (int i = 0; i < HEADS.size(); i++) {
            cell(i, Look.HEAD, HEADS.get(i));
        }
        close();
    }

    private void line(Finding finding) throws XMLStreamException {
        String where = where(finding);
        String message = FindingWords.sentence(finding.message());
        String hint = FindingWords.sentence(finding.hint());
        int lines = Math.max(TextWidth.lines(where, WIDTHS[3]), Math.max(TextWidth.lines(message, WIDTHS[4]), TextWidth.lines(hint, WIDTHS[5])));
        startRow(Math.min(HIGHEST_ROW, lines * LINE_HEIGHT + 6));
        cell(0, Look.CENTRE, String.valueOf(row - HEAD_ROW));
        cell(1, Look.valueOf(finding.severity().name()), FindingWords.of(finding));
        cell(2, Look.CENTRE, finding.rule());
        cell(3, finding.cells().isEmpty() ? Look.TEXT : Look.LINK, where);
        cell(4, Look.TEXT, message);
        cell(5, Look.TEXT, hint);
        close();
        if (!finding.cells().isEmpty()) {
            links.add(new Link("D" + row, finding.cells().get(0).at()));
        }
    }

    private static String where(Finding finding) {
        int cells = finding.cells().size();
        return cells == 0 ? Groups.WHOLE
            : FindingWords.printable(finding.cells().get(0).at().toString()) + (cells > 1 ? "\n（等 " + cells + " 格）" : "");
    }

    private void foot(boolean lines) throws XMLStreamException {
        if (lines) {
            empty("autoFilter", "ref", "A" + HEAD_ROW + ":F" + row);
        }
        open("mergeCells");
        for (int i = 1; i < HEAD_ROW; i++) {
            empty("mergeCell", "ref", "A" + i + ":F" + i);
        }
        close();
        if (!links.isEmpty()) {
            open("hyperlinks");
            for (Link link : links) {
                empty("hyperlink", "ref", link.at(), "location", quoted(link.to().sheet()) + "!" + link.to().address(),
                    "tooltip", "点击到这一格");
            }
            close();
        }
        empty("printOptions", "horizontalCentered", "1");
        empty("pageMargins", "left", "0.4", "right", "0.4", "top", "0.5", "bottom", "0.6", "header", "0.3", "footer", "0.3");
        empty("pageSetup", "paperSize", "9", "orientation", "landscape", "fitToWidth", "1", "fitToHeight", "0");
        open("headerFooter");
        open("oddFooter");
        xml.writeCharacters("&L&A&R第 &P 页，共 &N 页");
        close();
        close();
    }

    /** A sheet as formulas, links and names write it. */
    static String quoted(String sheet) {
        return "'" + sheet.replace("'", "''") + "'";
    }

    /** The lines that every printed page repeats. */
    static String repeated(String sheet) {
        return quoted(sheet) + "!$" + HEAD_ROW + ":$" + HEAD_ROW;
    }

    private void wide(Look look, String text, int height) throws XMLStreamException {
        startRow(height);
        cell(0, look, text);
        close();
    }

    private void startRow(int height) throws XMLStreamException {
        row++;
        open("row", "r", String.valueOf(row), "ht", String.valueOf(height), "customHeight", "1");
    }

    private void cell(int column, Look look, String text) throws XMLStreamException {
        open("c", "r", (char) ('A' + column) + String.valueOf(row), "s", String.valueOf(styles.of(look)), "t", "inlineStr");
        open("is");
        open("t");
        xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "space", "preserve");
        xml.writeCharacters(OoxmlText.of(text));
        close();
        close();
        close();
    }

    private void open(String name, String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        attributes(attributes);
    }

    private void empty(String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(name);
        attributes(attributes);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private void close() throws XMLStreamException {
        xml.writeEndElement();
    }
}
