package juesuan.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What differs between two disclosures of one department.
 *
 * @param inputsCompared whether both are workbooks: a package does not hold what was filled in
 * @param inputs what was filled in differently
 * @param figures printed numbers, in tables first, each in the order of the page
 * @param texts printed sentences and other texts, in the order of the page
 * @param remarks Chinese sentences on what could not be compared
 */
public record Changes(Version from, Version to, boolean inputsCompared, List<Input> inputs, List<Figure> figures, List<Text> texts,
                      List<String> remarks) {

    public static final String COVER = "封面";
    public static final String DATE = "日期";

    public Changes {
        inputs = List.copyOf(inputs);
        figures = List.copyOf(figures);
        texts = List.copyOf(texts);
        remarks = List.copyOf(remarks);
    }

    /** Of what is printed only. */
    public Changes(Version from, Version to, List<Figure> figures, List<Text> texts) {
        this(from, to, false, List.of(), figures, texts, List.of());
    }

    /** @param revision empty for a workbook */
    public record Version(String title, String department, int year, Optional<Integer> revision) {
    }

    /** @param place in words */
    public record Input(String place, Optional<Typed> was, Optional<Typed> now) {
    }

    public record Typed(CellRef cell, String text) {
    }

    public enum Kind { TABLE, FORM, NARRATIVE }

    /** How much of its surroundings came or went with it. */
    public enum Extent { ITSELF, ROW, SHEET }

    /**
     * @param where the table, form or section
     * @param row its label; for a figure of the text what it is
     * @param code of the subject; empty for none
     * @param column empty in the text
     */
    public record Figure(Kind kind, Extent extent, String where, String row, String code, String column, String unit,
                         Optional<Printed> was, Optional<Printed> now) {
    }

    /** @param what of the place, for example 注; empty for a sentence of a section */
    public record Text(Extent extent, String where, String what, Optional<Printed> was, Optional<Printed> now) {
    }

    /** @param page its mark, or several: 12 or 12-13; empty while it is not known */
    public record Printed(String text, Spot spot, String page) {

        public Printed(String text, Spot spot) {
            this(text, spot, "");
        }

        Printed at(Function<Spot, String> pages) {
            return new Printed(text, spot, pages.apply(spot));
        }
    }

    /**
     * How a text is found in a PDF.
     *
     * @param bookmarks from the outside to the inside
     * @param row empty for a text that stands in no row of a table
     */
    public record Spot(List<String> bookmarks, Optional<Row> row, String text) {
        public Spot {
            bookmarks = List.copyOf(bookmarks);
        }

        public Spot(List<String> bookmarks, String text) {
            this(bookmarks, Optional.empty(), text);
        }
    }

    /**
     * A row of a table as it is printed.
     *
     * @param cells those that are known, in whatever order
     * @param cell which of them is meant
     * @param before how many rows above it read the same
     */
    public record Row(List<String> cells, int cell, int before) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public boolean isEmpty() {
        return inputs.isEmpty() && printsTheSame();
    }

    public boolean printsTheSame() {
        return figures.isEmpty() && texts.isEmpty();
    }

    /** That a correction bears another date is no correction. */
    public Changes withoutDate() {
        return new Changes(from, to, inputsCompared, inputs, figures, texts.stream().filter(t -> !t.where().equals(COVER) || !t.what().equals(DATE)).toList(),
            remarks);
    }

    public Changes with(Optional<List<Input>> found, List<String> remarked) {
        return new Changes(from, to, found.isPresent(), found.orElse(List.of()), figures, texts, remarked);
    }

    public Changes located(Function<Spot, String> old, Function<Spot, String> fresh) {
        return new Changes(from, to, inputsCompared, inputs, figures.stream().map(f -> new Figure(f.kind(), f.extent(), f.where(), f.row(), f.code(),
            f.column(), f.unit(), f.was().map(p -> p.at(old)), f.now().map(p -> p.at(fresh)))).toList(),
            texts.stream().map(t -> new Text(t.extent(), t.where(), t.what(), t.was().map(p -> p.at(old)),
                t.now().map(p -> p.at(fresh)))).toList(), remarks);
    }
}
