package juesuan.render;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.model.Finding;
import juesuan.model.Groups;
import juesuan.model.Review;
import juesuan.model.Words;
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

    /** A finding as the page prints it; @param more cells that are not listed */
    record Line(String style, String word, String rule, String message, String hint, List<Cell> cells, int more, String difference) {
    }

    record Cell(String sheet, String address, String label, String value) {
    }

    record Sheet(String name, List<Line> lines) {
    }

    record Exemption(Line line, String reason) {
    }

    private ReviewPage() {
    }

    public static String html(Pack pack, Source source, Review review) {
        List<Finding> accepted = review.accepted().stream().map(Review.Accepted::finding).toList();
        Groups groups = Groups.of(review.findings().stream().filter(finding -> !accepted.contains(finding)).toList());
        List<Sheet> sheets = groups.groups().stream()
            .map(group -> new Sheet(clean(group.sheet()), lines(group.findings().stream().filter(finding -> !isRounding(finding)))))
            .filter(sheet -> !sheet.lines().isEmpty()).toList();
        return new Templates(pack.resources()).process("html/review.html", Map.of(
            "source", source, "pack", pack.name() + "，" + pack.id() + " " + pack.version(),
            "checks", review.checks(), "status", review.status().name().toLowerCase(Locale.ROOT),
            "counts", Words.counts(review), "sheets", sheets,
            "rounded", lines(groups.groups().stream().flatMap(group -> group.findings().stream()).filter(ReviewPage::isRounding)),
            "accepted", review.accepted().stream().map(a -> new Exemption(line(a.finding()), clean(a.reason()))).toList(),
            "skipped", lines(groups.skipped().stream())));
    }

    /** Information with a difference is what rounding makes: of interest as a list, not one by one. */
    private static boolean isRounding(Finding finding) {
        return finding.severity() == Finding.Severity.INFO && finding.difference().isPresent();
    }

    private static List<Line> lines(Stream<Finding> findings) {
        return findings.map(ReviewPage::line).collect(Collectors.toList());
    }

    private static Line line(Finding finding) {
        return new Line(finding.severity().name().toLowerCase(Locale.ROOT), Words.of(finding), finding.rule(),
            Words.sentence(finding.message()), Words.sentence(finding.hint()),
            finding.cells().stream().limit(MOST_CELLS).map(cell -> new Cell(clean(cell.at().sheet()), cell.at().address(), clean(cell.label()), clean(cell.value()))).toList(),
            Math.max(0, finding.cells().size() - MOST_CELLS),
            finding.difference().map(difference -> String.format(Locale.ROOT, "%,.2f", difference)).orElse(""));
    }

    private static String clean(String text) {
        return Words.printable(text);
    }
}
