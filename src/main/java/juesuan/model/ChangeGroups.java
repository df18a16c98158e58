package juesuan.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes as people read them: the tables and forms, then the text, each with all that changed in it. */
public record ChangeGroups(List<Group> sheets, List<Group> sections) {

    /** What stands where nothing is printed. */
    public static final String NOTHING = "（无）";

    private static final String UNTYPED = "（空）";

    private static final Pattern TABLE = Pattern.compile("表(\\d{1,4}) ");

    /** @param where the table, form or section */
    public record Group(String where, List<Changes.Figure> figures, List<Changes.Text> texts) {
        public Group {
            figures = List.copyOf(figures);
            texts = List.copyOf(texts);
        }

        /** Not a form, nor a section of the text. */
        public boolean isTable() {
            return TABLE.matcher(where).lookingAt();
        }

        /** 第 12 页, of the new one; of the old one where nothing is left; empty when it is not known. */
        public String pages() {
            return pagesOf(Stream.concat(figures.stream().flatMap(f -> f.now().or(f::was).stream()),
                texts.stream().flatMap(t -> t.now().or(t::was).stream())).map(Changes.Printed::page));
        }
    }

    public ChangeGroups {
        sheets = List.copyOf(sheets);
        sections = List.copyOf(sections);
    }

    public static ChangeGroups of(Changes changes) {
        List<String> sheets = changes.figures().stream().filter(f -> f.kind() != Changes.Kind.NARRATIVE).map(Changes.Figure::where).toList();
        Map<String, Group> groups = new LinkedHashMap<>();
        Stream.concat(changes.texts().stream().map(Changes.Text::where), changes.figures().stream().map(Changes.Figure::where)).distinct()
            .forEach(where -> groups.put(where, new Group(where, changes.figures().stream().filter(f -> f.where().equals(where)).toList(),
                changes.texts().stream().filter(t -> t.where().equals(where)).toList())));
        List<Group> tables = new ArrayList<>();
        List<Group> sections = new ArrayList<>();
        groups.values().forEach(group -> (sheets.contains(group.where()) || group.texts().stream().anyMatch(ChangeGroups::ofSheet)
            ? tables : sections).add(group));
        tables.sort(Comparator.comparingInt(group -> number(group.where())));
        return new ChangeGroups(tables, sections);
    }

    /** 表2 before 表10, forms after all tables. */
    private static int number(String where) {
        Matcher table = TABLE.matcher(where);
        return table.lookingAt() ? Integer.parseInt(table.group(1)) : Integer.MAX_VALUE;
    }

    /** A form in which only words changed. */
    private static boolean ofSheet(Changes.Text text) {
        return text.extent() != Changes.Extent.ITSELF || text.what().startsWith("“") || text.what().equals("注") || text.what().equals("行名");
    }

    public static String pagesOf(Stream<String> pages) {
        String all = pages.filter(page -> !page.isEmpty()).distinct().collect(Collectors.joining("、"));
        return all.isEmpty() ? "" : "第 " + all + " 页";
    }

    public static String text(Optional<Changes.Printed> printed) {
        return printed.map(Changes.Printed::text).filter(text -> !text.isEmpty()).orElse(NOTHING);
    }

    public static Rewording words(Changes.Input input) {
        return words(input.was().map(Changes.Typed::text), input.now().map(Changes.Typed::text), UNTYPED);
    }

    public static Rewording words(Changes.Text text) {
        return words(text.was().map(Changes.Printed::text), text.now().map(Changes.Printed::text), NOTHING);
    }

    /** Where there was nothing, or is nothing now, no words differ: our own word for it is none of the text. */
    private static Rewording words(Optional<String> was, Optional<String> now, String nothing) {
        Optional<String> old = was.filter(text -> !text.isEmpty()).map(FindingWords::printable);
        Optional<String> fresh = now.filter(text -> !text.isEmpty()).map(FindingWords::printable);
        return old.isPresent() && fresh.isPresent() ? Rewording.of(old.get(), fresh.get())
            : Rewording.unmarked(old.orElse(nothing), fresh.orElse(nothing));
    }

    /** 2011301 一般行政管理事务 › 本年支出／小计; in the text what the number is. */
    public static String place(Changes.Figure figure) {
        if (figure.kind() == Changes.Kind.NARRATIVE) {
            return figure.row();
        }
        String row = figure.code().isEmpty() || figure.row().contains(figure.code()) ? figure.row() : figure.code() + " " + figure.row();
        return figure.column().isEmpty() ? row : row + " › " + figure.column();
    }

    /** 整行新增, 整张表删去; empty for a change. */
    public static String extent(Changes.Extent extent, boolean wasThere) {
        String what = switch (extent) {
            case ITSELF -> "";
            case ROW -> "整行";
            case SHEET -> "整张表";
        };
        return what.isEmpty() ? "" : what + (wasThere ? "删去" : "新增");
    }

    public static String summary(Changes changes) {
        if (changes.isEmpty()) {
            return changes.inputsCompared() ? "两份完全相同。" : "印出来的内容完全相同；填报内容没有比较。";
        }
        long tables = changes.figures().stream().filter(f -> f.kind() != Changes.Kind.NARRATIVE).count();
        return (changes.inputsCompared() ? "填报内容 " + changes.inputs().size() + " 格不同" : "填报内容没有比较") + "；印出来的数 " + changes.figures().size() + " 个不同（表里 " + tables + " 个，正文里 "
            + (changes.figures().size() - tables) + " 个），句子和其他文字 " + changes.texts().size() + " 处不同。";
    }
}
