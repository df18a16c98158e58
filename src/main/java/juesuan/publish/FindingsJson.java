package juesuan.publish;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import juesuan.model.Checks;
import juesuan.model.Finding;
import juesuan.model.Groups;
import juesuan.model.Review;

/** What was found, for programs: the document that docs/findings.schema.json describes, in UTF-8. */
public final class FindingsJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A file beside this one that people may work in.
     *
     * @param sha256 of the file as it was written
     */
    public record Copy(String file, String sha256) {
    }

    private FindingsJson() {
    }

    public static byte[] of(List<Review> reviews) {
        return document(reviews, Optional.empty(), Optional.empty());
    }

    /** For the folder of a package, which holds the annotated copy too, and the Word edition of what was published. */
    public static byte[] of(Review review, Copy annotated, Optional<Copy> word) {
        return document(List.of(review), Optional.of(annotated), word);
    }

    private static byte[] document(List<Review> reviews, Optional<Copy> annotated, Optional<Copy> word) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode workbooks = root.putArray("workbooks");
        for (Review review : reviews) {
            ObjectNode workbook = workbooks.addObject();
            workbook.put("file", review.file());
            workbook.put("status", lower(review.status()));
            checks(workbook.putObject("checks"), review.checks());
            annotated.ifPresent(copy -> workbook.putObject("annotated").put("file", copy.file()).put("sha256", copy.sha256()));
            word.ifPresent(copy -> workbook.putObject("word").put("file", copy.file()).put("sha256", copy.sha256()));
            Map<Finding, String> accepted = review.accepted().stream()
                .collect(Collectors.toMap(Review.Accepted::finding, Review.Accepted::reason, (one, same) -> one));
            ArrayNode findings = workbook.putArray("findings");
            Groups.of(review.findings()).all().forEach(finding ->
                finding(findings.addObject(), finding, Optional.ofNullable(accepted.get(finding))));
        }
        return JsonText.of(root).getBytes(StandardCharsets.UTF_8);
    }

    private static void checks(ObjectNode node, Checks checks) {
        node.put("run", checks.run()).put("passed", checks.passed()).put("failed", checks.failed()).put("skipped", checks.skipped());
    }

    private static void finding(ObjectNode node, Finding finding, Optional<String> accepted) {
        node.put("rule", finding.rule()).put("severity", lower(finding.severity())).put("status", lower(finding.status()))
            .put("message", finding.message()).put("hint", finding.hint());
        ArrayNode cells = node.putArray("cells");
        finding.cells().forEach(cell -> cells.addObject().put("sheet", cell.at().sheet()).put("address", cell.at().address())
            .put("label", cell.label()).put("value", cell.value()));
        // A JSON number is a binary fraction to most readers; a string keeps every 分.
        node.put("difference", finding.difference().map(d -> d.stripTrailingZeros().toPlainString()).orElse(null));
        accepted.ifPresent(reason -> node.put("accepted", reason));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
