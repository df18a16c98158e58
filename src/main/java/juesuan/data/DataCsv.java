package juesuan.data;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import juesuan.model.CellRef;
import juesuan.model.Document;
import juesuan.model.Paragraph;
import juesuan.model.Run;
import juesuan.model.Section;

/** Every published figure as one line, after RFC 4180; with a byte order mark, by which Excel knows UTF-8. */
public final class DataCsv {

    private static final String END = "\r\n";
    private static final Pattern NUMBER = Pattern.compile("-?[\\d,]+(\\.\\d+)?%?");
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]");
    /** A spreadsheet would take such a text for a formula; an apostrophe keeps it a text. */
    private static final String FORMULA = "=+-@\t\r";

    private final Document document;
    private final StringBuilder csv = new StringBuilder("\uFEFF");

    private DataCsv(Document document) {
        this.document = document;
        csv.append("部门,年度,类别,表号,表,标题,块,行,行名,科目编码,栏,栏目,单位,数值,印出的文字,来源单元格").append(END);
    }

    public static byte[] of(Document document) {
        return new DataCsv(document).bytes();
    }

    private byte[] bytes() {
        for (Document.Part part : document.body()) {
            part.tables().forEach(table -> GridFigures.of(List.of(table.grid())).all().forEach(printed ->
                grid("决算表", table.number(), table.title(), printed)));
            part.forms().forEach(form -> GridFigures.of(form.grids()).all().forEach(printed ->
                grid(form.title(), "", form.name(), printed)));
            part.allSections().forEach(section -> section(part.title(), section));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void grid(String kind, String number, String title, GridFigures.Printed printed) {
        var figure = printed.figure();
        line(kind, number, figure.place().sheet(), title, figure.place().block(), figure.place().row(), figure.row(), figure.code(),
            figure.place().column(), String.join("／", figure.column()), figure.unit(), figure.number().toPlainString(),
            printed.text(), figure.cell().toString());
    }

    private void section(String part, Section section) {
        for (Paragraph paragraph : section.paragraphs()) {
            for (Run run : paragraph.runs()) {
                if (run instanceof Run.Figure figure) {
                    line("正文", "", "", part, section.heading(), "", figure.label(), "", "", "", figure.unit(),
                        figure.printed().map(number -> number.toPlainString()).orElse(""), figure.text(),
                        figure.value().cells().stream().map(CellRef::toString).collect(Collectors.joining("；")));
                }
            }
        }
    }

    private void line(String... fields) {
        csv.append(field(document.department())).append(',').append(document.year());
        for (String field : fields) {
            csv.append(',').append(field(field));
        }
        csv.append(END);
    }

    private static String field(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 && !NUMBER.matcher(text).matches() ? "'" + text : text;
        return NEEDS_QUOTES.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
