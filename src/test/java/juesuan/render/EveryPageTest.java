package juesuan.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import juesuan.compare.EditionComparison;
import juesuan.data.DataJson;
import juesuan.data.DataReader;
import juesuan.layout.DocumentMaker;
import juesuan.model.Accounts;
import juesuan.model.Changes;
import juesuan.model.Document;
import juesuan.model.Edition;
import juesuan.model.Grid;
import juesuan.model.Maker;
import juesuan.narrate.Narrator;
import juesuan.pack.Pack;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a comparison says that a cell stands, and where the engine has put its row: for every cell there is. */
class EveryPageTest {

    private static final Maker MAKER = new Maker(new Maker.Part("juesuan", "0", ""), "", new Maker.Part("", "0", ""), "");
    private static final String CHANGED = "※";

    static Stream<Sample> everyCellIsFoundOnItsPage() {
        return Stream.of(Samples.longgang(), Samples.yanxi());
    }

    @ParameterizedTest
    @MethodSource
    void everyCellIsFoundOnItsPage(Sample sample) throws IOException {
        Pack pack = Samples.pack(sample.pack());
        Accounts accounts = SampleAccounts.of(sample, pack);
        Document document = DocumentMaker.make(pack, accounts, Narrator.compute(accounts, pack), false);
        Renderer renderer = new Renderer(pack, Optional.empty());
        Map<String, List<Integer>> expected = expected(document, pagesOfRows(renderer.xhtml(document), document.body().get(0).id()));

        PdfPages pages = PdfPages.of(renderer.pdf(document, List.of(), Instant.EPOCH).bytes());
        Edition edition = DataReader.read(DataJson.of(document, MAKER), "data.json");
        Changes changes = EditionComparison.of(edition, Optional.empty(), changed(edition), Optional.empty()).located(pages::of, any -> "");
        Map<String, List<Integer>> found = new TreeMap<>();
        changes.figures().stream().filter(figure -> figure.kind() != Changes.Kind.NARRATIVE).forEach(figure ->
            add(found, figure.where() + "|“" + figure.row() + "”" + (figure.column().isEmpty() ? "" : "的" + figure.column()), figure.was().orElseThrow()));
        changes.texts().stream().filter(text -> text.what().startsWith("“")).forEach(text ->
            add(found, text.where() + "|" + text.what(), text.was().orElseThrow()));
        assertThat(found).hasSizeGreaterThan(500);
        Set<String> cells = new TreeSet<>(found.keySet());
        cells.addAll(expected.keySet());
        assertThat(cells.stream().filter(cell -> !found.getOrDefault(cell, List.of()).equals(expected.get(cell)))
            .map(cell -> cell + " is on " + expected.get(cell) + ", found on " + found.get(cell))).as("see PdfPages and TaggedText").isEmpty();
    }

    private static void add(Map<String, List<Integer>> found, String cell, Changes.Printed printed) {
        assertThat(printed.page()).as("page of %s, %s", cell, printed.text()).matches("\\d+(-\\d+)?");
        found.computeIfAbsent(cell, any -> new ArrayList<>()).add(Integer.parseInt(printed.page().replaceFirst("-.*", "")));
    }

    /** Every row of a table's body gets an id; the engine says on which page it has put it. */
    private static List<Integer> pagesOfRows(String page, String firstPart) {
        StringBuilder marked = new StringBuilder();
        int rows = 0;
        boolean body = false;
        for (String piece : page.split("(?=<tbody|</tbody|<tr)")) {
            body = piece.startsWith("<tbody") || body && !piece.startsWith("</tbody");
            marked.append(body && piece.startsWith("<tr") ? "<tr id=\"row" + rows++ + "\"" + piece.substring("<tr".length()) : piece);
        }
        Map<String, Integer> places = new PdfPrinter(FontShelf.open(Optional.empty()))
            .print(marked.toString(), new PdfPrinter.Options(Instant.EPOCH, 1)).places();
        return IntStream.range(0, rows).mapToObj(row -> places.get("row" + row) - places.get(firstPart) + 1).toList();
    }

    private static Map<String, List<Integer>> expected(Document document, List<Integer> pageOfRow) {
        Map<String, List<Integer>> expected = new TreeMap<>();
        Set<Object> begun = new HashSet<>();
        int row = 0;
        for (Document.Part part : document.parts()) {
            List<Map.Entry<String, Grid>> grids = new ArrayList<>();
            part.tables().forEach(table -> grids.add(Map.entry(table.number() + " " + table.title(), table.grid())));
            part.forms().forEach(form -> form.grids().forEach(grid -> grids.add(Map.entry(form.title() + "（" + form.name() + "）", grid))));
            for (Map.Entry<String, Grid> grid : grids) {
                for (Grid.Line line : grid.getValue().body()) {
                    int page = pageOfRow.get(row++);
                    for (Grid.Cell cell : line.cells()) {
                        cell.figure().ifPresent(figure -> put(expected, grid.getKey(), figure.row(), figure.column(), page));
                        // A long text stands in several lines.
                        cell.typed().filter(typed -> !cell.text().isEmpty() && begun.add(List.of(grid.getKey(), typed)))
                            .ifPresent(typed -> put(expected, grid.getKey(), typed.row(), typed.column(), page));
                    }
                }
            }
        }
        assertThat(row).isEqualTo(pageOfRow.size());
        return expected;
    }

    private static void put(Map<String, List<Integer>> expected, String where, String row, List<String> column, int page) {
        expected.computeIfAbsent(where + "|“" + row + "”" + (column.isEmpty() ? "" : "的" + String.join("／", column)), any -> new ArrayList<>()).add(page);
    }

    private static Edition changed(Edition edition) {
        Function<Edition.Cell, Edition.Cell> change = cell -> new Edition.Cell(cell.column(), cell.path(), cell.text() + CHANGED, cell.unit(), cell.figure());
        return new Edition(edition.title(), edition.department(), edition.year(), edition.date(), edition.parts(), edition.sheets().stream()
            .map(sheet -> new Edition.Sheet(sheet.id(), sheet.number(), sheet.title(), sheet.name(), sheet.notes(), sheet.rows().stream()
                .map(row -> new Edition.Row(row.block(), row.key(), row.label(), row.code(), row.cells().stream().map(change).toList())).toList())).toList(),
            edition.sections());
    }
}
