package juesuan.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.model.ChangeGroups;
import juesuan.model.Changes;
import juesuan.model.Document;
import juesuan.model.Grid;
import juesuan.model.Grid.Cell;
import juesuan.model.Paragraph;
import juesuan.model.Run;
import juesuan.model.Section;
import juesuan.pack.Style;

/** The page that says what a corrected disclosure corrects. */
public final class CorrectionMaker {

    private static final Pattern NAME = Pattern.compile("\\{([^{}]+)}");
    private static final List<String> WIDTHS = List.of("6%", "27%", "9%", "29%", "29%");
    /** 10 pt: fewer and shorter figures than in the tables of the accounts. */
    private static final String SIZE = "f100";
    /** Each line has its own. */
    private static final String UNITS = "";

    private final Style.Correction words;
    private final Map<String, String> names;

    private CorrectionMaker(Style.Correction words, Map<String, String> names) {
        this.words = words;
        this.names = names;
    }

    /** @param revision which publication this is; @param date as printed */
    public static Document correct(Document document, Style style, Changes changes, int revision, String reason, String date) {
        Map<String, String> names = Map.of("部门名称", document.department(), "年度", String.valueOf(document.year()),
            "次", String.valueOf(revision), "原因", reason, "日期", date);
        return new CorrectionMaker(style.correction(), names).corrected(document, changes);
    }

    private Document corrected(Document document, Changes changes) {
        List<List<Cell>> lines = lines(changes);
        List<Grid.Line> shown = lines.stream().limit(words.most()).map(cells -> new Grid.Line(cells, "")).toList();
        List<Cell> head = words.head().stream().map(title -> Cell.of(title, "")).toList();
        List<String> notes = lines.size() <= words.most() ? List.of()
            : List.of(filled(words.more(), Map.of("数", String.valueOf(lines.size() - words.most()))));
        // Before the table too: its first page would claim to name everything.
        List<Paragraph> paragraphs = Stream.concat(words.paragraphs().stream().map(text -> filled(text, names)), notes.stream())
            .map(text -> new Paragraph(List.of(new Run.Words(text)))).toList();
        Document.Table table = new Document.Table("correction-1", "correction", "", words.table(), document.department(), UNITS, "portrait",
            new Grid(WIDTHS, SIZE, List.of(head), shown), notes);
        return document.corrected(filled(words.mark(), names), words.title(),
            List.of(new Section("correction-0", 1, "", paragraphs, List.of())), List.of(table));
    }

    /**
     * In the order of the disclosure from the tables on, the forms last: there are many lines in them, and the list
     * may not have room for all.
     */
    private List<List<Cell>> lines(Changes changes) {
        List<List<Cell>> lines = new ArrayList<>();
        ChangeGroups groups = ChangeGroups.of(changes);
        groups.sheets().stream().filter(ChangeGroups.Group::isTable).forEach(group -> sheet(lines, group));
        groups.sections().forEach(group -> section(lines, group));
        groups.sheets().stream().filter(group -> !group.isTable()).forEach(group -> sheet(lines, group));
        return lines;
    }

    /** A row or table that came or went is one line. */
    private void sheet(List<List<Cell>> lines, ChangeGroups.Group group) {
        Map<String, List<Changes.Figure>> whole = new LinkedHashMap<>();
        group.figures().forEach(figure -> whole.computeIfAbsent(figure.extent() + key(figure), any -> new ArrayList<>()).add(figure));
        whole.values().forEach(figures -> figures(lines, group, figures));
        group.texts().stream().filter(text -> text.extent() == Changes.Extent.ITSELF)
            .forEach(text -> line(lines, group.where() + "，" + text.what(), text.was(), text.now()));
    }

    /** Numbers of the text stand in their sentences. */
    private void section(List<List<Cell>> lines, ChangeGroups.Group group) {
        together(group.texts()).forEach(text ->
            line(lines, section(group.where()) + (text.what().isEmpty() ? "" : "，" + text.what()), text.was(), text.now()));
    }

    /** 第三部分：…… › 一、…… is 第三部分 › 一、……. */
    private static String section(String where) {
        return where.replaceFirst("^([^：›]{1,8})：[^›]*? › ", "$1 › ");
    }

    /** Sentences that came and went in one place stand in one line. */
    private static List<Changes.Text> together(List<Changes.Text> texts) {
        List<Changes.Text> lines = new ArrayList<>();
        for (Changes.Text text : texts) {
            Changes.Text last = lines.isEmpty() ? text : lines.get(lines.size() - 1);
            boolean goesOn = !lines.isEmpty() && text.what().isEmpty() && last.what().isEmpty()
                && (text.was().isEmpty() || text.now().isEmpty());
            if (goesOn) {
                lines.set(lines.size() - 1, new Changes.Text(text.extent(), text.where(), "", joined(last.was(), text.was()), joined(last.now(), text.now())));
            } else {
                lines.add(text);
            }
        }
        return lines;
    }

    private static Optional<Changes.Printed> joined(Optional<Changes.Printed> one, Optional<Changes.Printed> next) {
        return one.isEmpty() ? next : one.map(first -> next.map(second -> new Changes.Printed(first.text() + second.text(), first.spot(),
            pages(first.page(), second.page()))).orElse(first));
    }

    private static String pages(String first, String last) {
        String from = first.replaceFirst("-.*", "");
        String to = last.replaceFirst(".*-", "");
        return from.isEmpty() || from.equals(to) ? to : from + "-" + to;
    }

    private static String key(Changes.Figure figure) {
        return switch (figure.extent()) {
            case ITSELF -> figure.toString();
            case ROW -> figure.row() + "\n" + figure.code() + figure.was().isPresent();
            case SHEET -> "";
        };
    }

    private void figures(List<List<Cell>> lines, ChangeGroups.Group group, List<Changes.Figure> figures) {
        Changes.Figure first = figures.get(0);
        switch (first.extent()) {
            case ITSELF -> lines.add(line(lines, group.where() + "，" + ChangeGroups.place(first), page(first.now()),
                first.was().map(p -> p.text() + first.unit()).orElse(words.nothing()),
                first.now().map(p -> p.text() + first.unit()).orElse(words.removed())));
            case ROW -> lines.add(line(lines, group.where() + "，" + (first.code().isEmpty() ? "" : first.code() + " ") + first.row(),
                page(first.now()), row(figures, first.was().isPresent(), true), row(figures, first.was().isPresent(), false)));
            case SHEET -> lines.add(line(lines, group.where(), first.now().isPresent() ? group.pages().replaceAll("[第页 ]", "") : "",
                first.was().isPresent() ? "" : words.nothing(), first.was().isPresent() ? words.removed() : words.added()));
        }
    }

    private String row(List<Changes.Figure> figures, boolean wasThere, boolean old) {
        if (wasThere != old) {
            return old ? words.nothing() : words.removed();
        }
        return figures.stream().map(f -> f.column() + " " + f.was().or(f::now).map(printed -> printed.text() + f.unit()).orElse(""))
            .collect(Collectors.joining("；"));
    }

    private void line(List<List<Cell>> lines, String place, Optional<Changes.Printed> was, Optional<Changes.Printed> now) {
        String before = was.map(Changes.Printed::text).orElse(words.nothing());
        String after = now.map(Changes.Printed::text).orElse(words.removed());
        Excerpt excerpt = was.isPresent() && now.isPresent() ? Excerpt.ofBoth(before, after) : Excerpt.ALL;
        lines.add(line(lines, place, page(now), excerpt.of(before), excerpt.of(after)));
    }

    /** Of this publication; nothing for what is no longer in it. */
    private static String page(Optional<Changes.Printed> now) {
        return now.map(Changes.Printed::page).orElse("");
    }

    private static List<Cell> line(List<List<Cell>> lines, String place, String page, String was, String now) {
        return List.of(Cell.of(String.valueOf(lines.size() + 1), "mid" + GridMaker.FRAME), Cell.of(place, "label" + Grid.HEAD), Cell.of(page, "mid"),
            Cell.of(was, "label"), Cell.of(now, "label"));
    }

    private static String filled(String text, Map<String, String> names) {
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(names.getOrDefault(name.group(1), name.group())));
    }
}
