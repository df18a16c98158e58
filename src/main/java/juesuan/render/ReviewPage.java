package juesuan.render;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.model.Finding;
import juesuan.model.FindingWords;
import juesuan.model.Groups;
import juesuan.model.Review;
import juesuan.pack.Pack;

/** The report of an audit for the office: one page that needs nothing beside itself. */
public final class ReviewPage {

    /** @param file the workbook's name; @param sha256 of the file that was read */
    public record Source(String department, int year, String file, String sha256) {
        public Source {
            department = clean(department);
            file = clean(file);
        }
    }

    /** A sum may have hundreds of cells. */
    private static final int MOST_CELLS = 30;

    /** What is longer would make one column of the table high and narrow; it gets a line of its own over the full width. */
    private static final int SHORT_TEXT = 40;

    /** A finding as the page prints it; @param more cells that are not listed */
    record Line(String style, String word, String rule, String message, String hint, List<Cell> cells, int more, String difference) {
    }

    /** @param text what is filled in when it is long, otherwise empty */
    record Cell(String sheet, String address, String label, String value, String text) {
    }

    record Sheet(String name, List<Line> lines) {
    }

    record Exemption(Line line, String reason) {
    }

    /** The long texts that the page has already, from the same cell or from another. */
    private final Set<String> told = new HashSet<>();

    private ReviewPage() {
    }

    public static String html(Pack pack, Source source, Review review) {
        return new ReviewPage().page(pack, source, review);
    }

    private String page(Pack pack, Source source, Review review) {
        List<Finding> accepted = review.accepted().stream().map(Review.Accepted::finding).toList();
        Groups groups = Groups.of(review.findings().stream().filter(finding -> !accepted.contains(finding)).toList());
        List<Sheet> sheets = groups.groups().stream()
            .map(group -> new Sheet(clean(group.sheet()), lines(group.findings().stream().filter(finding -> !isRounding(finding)))))
            .filter(sheet -> !sheet.lines().isEmpty()).toList();
        return new Templates(pack.resources()).process("html/review.html", Map.of(
            "source", source, "pack", pack.name() + "，" + pack.id() + " " + pack.version(),
            "checks", review.checks(), "status", review.status().name().toLowerCase(Locale.ROOT),
            "counts", FindingWords.counts(review), "sheets", sheets,
            "rounded", lines(groups.groups().stream().flatMap(group -> group.findings().stream()).filter(ReviewPage::isRounding)),
            "accepted", review.accepted().stream().map(a -> new Exemption(line(a.finding()), clean(a.reason()))).toList(),
            "skipped", lines(groups.skipped().stream())));
    }

    /** Information with a difference is what rounding makes: of interest as a list, not one by one. */
    private static boolean isRounding(Finding finding) {
        return finding.severity() == Finding.Severity.INFO && finding.difference().isPresent();
    }

    private List<Line> lines(Stream<Finding> findings) {
        return findings.map(this::line).collect(Collectors.toList());
    }

    private Line line(Finding finding) {
        return new Line(finding.severity().name().toLowerCase(Locale.ROOT), FindingWords.of(finding), finding.rule(),
            FindingWords.sentence(finding.message()), FindingWords.sentence(finding.hint()),
            finding.cells().stream().limit(MOST_CELLS).map(this::cell).toList(),
            Math.max(0, finding.cells().size() - MOST_CELLS),
            finding.difference().map(difference -> String.format(Locale.ROOT, "%,.2f", difference)).orElse(""));
    }

    private Cell cell(Finding.Cell cell) {
        String value = clean(cell.value());
        boolean isShort = value.length() <= SHORT_TEXT && !value.contains("\n");
        boolean isNew = isShort || told.add(value);
        return new Cell(clean(cell.at().sheet()), cell.at().address(), clean(cell.label()),
            isShort ? value : isNew ? "见下一行" : "全文见前面", isShort || !isNew ? "" : value);
    }

    private static String clean(String text) {
        return FindingWords.printable(text);
    }
}
