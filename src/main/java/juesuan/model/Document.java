package juesuan.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * Everything the page templates may show. They do no arithmetic and format no number.
 *
 * @param date of the cover, as printed; empty for none
 */
public record Document(String title, String department, int year, String date, List<Part> parts) {

    public Document {
        parts = List.copyOf(parts);
    }

    /** @param id anchor */
    public record Part(String id, String title, List<Section> sections, List<Table> tables, List<Form> forms) {
        public Part {
            sections = List.copyOf(sections);
            tables = List.copyOf(tables);
            forms = List.copyOf(forms);
        }

        /** Where a long title may break: before the year, not within its words. */
        public List<String> titleLines() {
            return List.of(title.split("(?=\\d{4}年度)"));
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
     */
    public record Table(String id, String sheet, String number, String title, String department, String unit, String orientation,
                        Grid grid, List<String> notes) {
        public Table {
            notes = List.copyOf(notes);
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
