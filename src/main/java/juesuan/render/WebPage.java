package juesuan.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.model.CellRef;
import juesuan.model.Document;
import juesuan.model.Grid;
import juesuan.model.Paragraph;
import juesuan.model.Run;
import juesuan.model.Section;
import juesuan.pack.Pack;

/** The edition for browsers: one page that needs nothing beside itself, with the origin of every number. */
record WebPage(Pack pack, Templates templates) {

    private static final String STYLE = "html/web.css";
    private static final String SCRIPT = "html/web.js";
    /** The title of a part is h2. */
    private static final int PART = 2;
    private static final int DEEPEST = 6;

    record Part(String id, String title, List<Text> texts, List<Sheet> sheets) {
    }

    /** @param level of the heading as HTML counts; 0 for none */
    record Text(String id, int level, String heading, List<List<Piece>> paragraphs) {
    }

    /**
     * @param origin of a number, in words for everybody; empty for words
     * @param cells of the workbook it comes from, for the office
     */
    record Piece(String text, String origin, String cells, String id) {

        static Piece words(String text) {
            return new Piece(text, "", "", "");
        }
    }

    /**
     * A table, or a form with all its grids.
     *
     * @param unit empty for a table that is none of the accounts
     * @param tab of the workbook
     */
    record Sheet(String id, String number, String title, String name, String department, String unit, String orientation, String tab,
                 List<WebGrid> grids, List<String> notes) {
    }

    /** Numbers the origins, which the page refers to by id. */
    static final class Ids {

        private final Document.Online online;
        private int last;

        Ids(Document.Online online) {
            this.online = online;
        }

        String source(CellRef cell) {
            return online.sources(Set.of(cell));
        }

        /** One that stands in its cells. */
        Piece piece(String text, Set<CellRef> cells) {
            return piece(text, online.sources(cells), cells);
        }

        Piece piece(Run.Figure figure) {
            return piece(figure.text(), figure.origin(online.sources(figure.value().cells())), figure.value().cells());
        }

        private Piece piece(String text, String origin, Set<CellRef> cells) {
            return new Piece(text, origin, cells.stream().map(CellRef::toString).collect(Collectors.joining("，")), "o" + ++last);
        }
    }

    /** @param beside names of the other editions in the same folder */
    byte[] html(Document document, List<String> beside) {
        Ids ids = new Ids(document.online());
        List<Part> summary = document.online().summary().stream().map(part -> part(part, ids)).toList();
        List<WebChart> charts = WebChart.of(document, ids);
        String page = templates.process("html/web.html", Map.of("d", document, "summary", summary, "charts", charts, "policy", policy(), "beside", beside, "inYi", isInYi(document),
            "chartsTitle", "图示：" + charts.stream().map(WebChart::title).collect(Collectors.joining("、")),
            "correction", document.correction().stream().map(part -> part(part, ids)).toList(),
            "parts", document.body().stream().map(part -> part(part, ids)).toList()));
        return page.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the summary rounds any number to 亿元. */
    private static boolean isInYi(Document document) {
        return document.online().summary().stream().flatMap(part -> part.allSections().stream()).flatMap(section -> section.paragraphs().stream())
            .flatMap(paragraph -> paragraph.runs().stream()).anyMatch(run -> run instanceof Run.Figure figure && figure.unit().equals(Run.Figure.YI));
    }

    /** Only the page's own style and script work, and nothing is fetched: not even when text were to become markup. */
    private String policy() {
        return "default-src 'none'; style-src " + hash(STYLE) + "; script-src " + hash(SCRIPT)
            + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private String hash(String path) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256")
                .digest(templates.text(path).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(sum) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static Part part(Document.Part part, Ids ids) {
        List<Text> texts = new ArrayList<>();
        part.sections().forEach(section -> texts(section, PART, ids, texts));
        List<Sheet> sheets = Stream.concat(part.tables().stream().map(table -> sheet(table, ids)), part.forms().stream().map(form -> sheet(form, ids))).toList();
        return new Part(part.id(), part.title(), texts, sheets);
    }

    /** A section without a heading takes no level, so that none is left out. */
    private static void texts(Section section, int above, Ids ids, List<Text> texts) {
        int level = section.heading().isEmpty() ? above : Math.min(above + 1, DEEPEST);
        texts.add(new Text(section.id(), section.heading().isEmpty() ? 0 : level, section.heading(),
            section.paragraphs().stream().map(paragraph -> pieces(paragraph, ids)).toList()));
        section.sections().forEach(inner -> texts(inner, level, ids, texts));
    }

    private static List<Piece> pieces(Paragraph paragraph, Ids ids) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (Run run : paragraph.runs()) {
            if (run instanceof Run.Figure figure && !figure.text().isEmpty()) {
                pieces.add(Piece.words(words.toString()));
                words.setLength(0);
                pieces.add(ids.piece(figure));
            } else {
                words.append(run.text());
            }
        }
        pieces.add(Piece.words(words.toString()));
        return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    }

    private static Sheet sheet(Document.Table table, Ids ids) {
        return new Sheet(table.id(), table.number(), table.title(), "", table.department(), table.unit(), table.orientation(),
            WebGrid.tab(List.of(table.grid())), List.of(WebGrid.of(table.id() + "-t", (table.number() + "　" + table.title()).strip(), table.grid(), ids::source)), table.notes());
    }

    private static Sheet sheet(Document.Form form, Ids ids) {
        List<WebGrid> grids = new ArrayList<>();
        for (Grid grid : form.grids()) {
            int number = grids.size() + 1;
            grids.add(WebGrid.of(form.id() + "-t" + number, form.title() + "：" + form.name() + "（" + number + "）", grid, ids::source));
        }
        return new Sheet(form.id(), "", form.title(), form.name(), "", form.unit(), "portrait", WebGrid.tab(form.grids()), grids, List.of());
    }
}
