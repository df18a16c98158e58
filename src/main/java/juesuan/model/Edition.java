package juesuan.model;

import java.util.List;

/** A disclosure as it was published: what stands on paper, with what tells one thing from another. */
public record Edition(String title, String department, int year, String date, List<String> parts, List<Sheet> sheets,
                      List<Section> sections) {

    public Edition {
        parts = List.copyOf(parts);
        sheets = List.copyOf(sheets);
        sections = List.copyOf(sections);
    }

    /**
     * A table, or one copy of a form.
     *
     * @param id of its declaration
     * @param number for example 表1; empty for a form
     * @param name what tells this copy of a form from the others; empty for a table
     */
    public record Sheet(String id, String number, String title, String name, List<String> notes, List<Row> rows) {
        public Sheet {
            notes = List.copyOf(notes);
            rows = List.copyOf(rows);
        }

        public boolean isForm() {
            return number.isEmpty();
        }

        /** As people call it: 表2 收入决算表, 项目支出绩效自评表（…）. */
        public String called() {
            return isForm() ? title + "（" + name + "）" : number + " " + title;
        }
    }

    /** @param key of a fixed row, a subject code, or an ordinal */
    public record Row(String block, String key, String label, String code, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * @param path the header cells over it
     * @param figure whether it is a number of the accounts, and not the clerk's text
     */
    public record Cell(String column, List<String> path, String text, String unit, boolean figure) {
        public Cell {
            path = List.copyOf(path);
        }
    }

    /** @param headings of the sections around it, from the outside; its own is the last */
    public record Section(String part, List<String> headings, List<Paragraph> paragraphs) {
        public Section {
            headings = List.copyOf(headings);
            paragraphs = List.copyOf(paragraphs);
        }
    }

    public record Paragraph(String text, List<Figure> figures) {
        public Paragraph {
            figures = List.copyOf(figures);
        }
    }

    /** @param start how many characters stand before it */
    public record Figure(String label, String text, String unit, int start) {
    }
}
