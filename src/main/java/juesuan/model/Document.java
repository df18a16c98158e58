package juesuan.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything the page templates may show. They do no arithmetic and format no number.
 *
 * @param date of the cover, as printed; empty for none
 * @param mark of the cover: which publication this is; empty for the first
 * @param parts a {@link #correction} comes first
 * @param online what the edition for browsers has besides
 */
public record Document(String title, String department, int year, String date, String mark, List<Part> parts, Online online) {

    private static final String CORRECTION = "correction";
    /** How many characters of a part's title stand in a line: see .part-title of print.css. */
    private static final int TITLE = 20 * TitleLines.EM;

    public Document {
        parts = List.copyOf(parts);
    }

    public Document(String title, String department, int year, String date, List<Part> parts) {
        this(title, department, year, date, "", parts);
    }

    public Document(String title, String department, int year, String date, String mark, List<Part> parts) {
        this(title, department, year, date, mark, parts, Online.NOTHING);
    }

    /** The same, with what browsers show besides. */
    public Document with(Online more) {
        return new Document(title, department, year, date, mark, parts, more);
    }

    /** The same, published again, with what says why at its front. */
    public Document corrected(String words, String heading, List<Section> sections, List<Table> tables) {
        List<Part> all = new ArrayList<>(List.of(new Part(CORRECTION, heading, sections, tables, List.of())));
        all.addAll(parts);
        return new Document(title, department, year, date, words, all, online);
    }

    /** What a corrected disclosure says of the one before. It holds no figure of the accounts. */
    public Optional<Part> correction() {
        return parts.stream().filter(part -> part.id().equals(CORRECTION)).findFirst();
    }

    /** The disclosure itself. */
    public List<Part> body() {
        return parts.stream().filter(part -> !part.id().equals(CORRECTION)).toList();
    }

    /**
     * What only browsers show. It repeats figures, and has none of its own but those of last year, which the text compares with.
     *
     * @param summary in plain words
     * @param sources by cell of the workbook, in words for everybody, where a number is found
     */
    public record Online(Optional<Part> summary, List<Chart> charts, Map<CellRef, String> sources) {

        static final Online NOTHING = new Online(Optional.empty(), List.of(), Map.of());

        public Online {
            charts = List.copyOf(charts);
            sources = Map.copyOf(sources);
        }

        /** Where a number comes from. */
        public String sources(Set<CellRef> cells) {
            return cells.stream().map(cell -> sources.getOrDefault(cell, cell.toString())).distinct().collect(Collectors.joining("，"));
        }
    }

    /**
     * A bar chart.
     *
     * @param series what the bars of one item are; empty where it has one bar
     * @param unit for example 万元
     * @param note under it; empty for none
     */
    public record Chart(String title, List<String> series, String unit, List<Item> items, String note) {
        public Chart {
            series = List.copyOf(series);
            items = List.copyOf(items);
        }

        /** @param bars one for each of the series */
        public record Item(String label, List<Bar> bars) {
            public Item {
                bars = List.copyOf(bars);
            }
        }

        /**
         * @param number as printed; empty where it is not known
         * @param tiny whether it is more than nothing and printed as 0.00
         */
        public record Bar(String text, Optional<BigDecimal> number, boolean tiny, Set<CellRef> cells) {
            public Bar {
                cells = Collections.unmodifiableSet(new TreeSet<>(cells));
            }
        }
    }

    /** The department on the cover. */
    public Cover cover() {
        return Cover.of(department);
    }

    /** @param id anchor */
    public record Part(String id, String title, List<Section> sections, List<Table> tables, List<Form> forms) {
        public Part {
            sections = List.copyOf(sections);
            tables = List.copyOf(tables);
            forms = List.copyOf(forms);
        }

        /** Where a long title may break: before the year, and within the department's name only when that is too long for a line. */
        public List<String> titleLines() {
            return Stream.of(title.split("(?=\\d{4}年度)")).flatMap(line -> TitleLines.of(line, TITLE).stream()).toList();
        }

        /** Whether its own title, over the form, already says the form's. */
        public boolean announces(Form form) {
            return !forms.isEmpty() && forms.get(0).equals(form) && title.endsWith(form.title());
        }

        /** The sections of all levels in reading order. */
        public List<Section> allSections() {
            return sections.stream().flatMap(Part::withInner).toList();
        }

        private static Stream<Section> withInner(Section section) {
            return Stream.concat(Stream.of(section), section.sections().stream().flatMap(Part::withInner));
        }
    }

    /**
     * @param id anchor
     * @param sheet id of its declaration
     * @param number for example 表1
     * @param unit for example 万元
     * @param orientation portrait or landscape, as a CSS class
     * @param follows whether it goes on below the table before, where the page has room for all of it
     */
    public record Table(String id, String sheet, String number, String title, String department, String unit, String orientation,
                        boolean follows, Grid grid, List<String> notes) {
        public Table {
            notes = List.copyOf(notes);
        }

        public Table(String id, String sheet, String number, String title, String department, String unit, String orientation,
                     Grid grid, List<String> notes) {
            this(id, sheet, number, title, department, unit, orientation, false, grid, notes);
        }

        /** The CSS classes of its page. */
        public String style() {
            return orientation + (follows ? " follows" : "");
        }

        /** Whether its page lies on its side. */
        public boolean isWide() {
            return orientation.equals("landscape");
        }
    }

    /**
     * A form of stacked grids.
     *
     * @param id anchor
     * @param sheet id of its declaration
     * @param name what tells this copy from the others, for example the project's name
     */
    public record Form(String id, String sheet, String title, String name, String unit, List<Grid> grids) {
        public Form {
            grids = List.copyOf(grids);
        }
    }
}
