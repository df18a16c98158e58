package juesuan.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import juesuan.model.CellRef;
import juesuan.model.Finding;
import juesuan.pack.RuleSpec;

/** Counts the checks, and keeps what they found. */
final class Tally {

    private final List<Finding> findings = new ArrayList<>();
    private final Map<Reason, Skipped> skips = new LinkedHashMap<>();
    private int passed;
    private int rounded;
    private int failed;
    private int skipped;

    /** All that a rule could not check for one reason is one finding. */
    private record Reason(RuleSpec rule, String reason) {
    }

    private static final class Skipped {
        private int times;
        private final List<Figure> cells = new ArrayList<>();
    }

    /** How many outcomes it was told. */
    int count() {
        return passed + failed + skipped;
    }

    void passed() {
        passed++;
    }

    /** It holds but for 尾数误差. */
    void rounded(Finding remark) {
        passed++;
        rounded++;
        findings.add(remark);
    }

    boolean hasRounded() {
        return rounded > 0;
    }

    /** The cells of what these rules have found wrong. */
    Set<CellRef> failedCells(List<String> rules) {
        return findings.stream().filter(finding -> rules.contains(finding.rule()) && finding.status() == Finding.Status.FAILED)
            .flatMap(finding -> finding.cells().stream()).map(Finding.Cell::at).collect(Collectors.toSet());
    }

    void failed(Finding finding) {
        failed++;
        findings.add(finding);
    }

    /** @param cells where something is missing, if there are cells at all */
    void skipped(RuleSpec rule, String reason, List<Figure> cells) {
        skipped++;
        Skipped skip = skips.computeIfAbsent(new Reason(rule, reason), key -> new Skipped());
        skip.times++;
        skip.cells.addAll(cells);
    }

    AuditReport report(boolean tailErrors) {
        List<Finding> all = new ArrayList<>(findings);
        skips.forEach((key, skip) -> all.add(AuditWording.skipped(key.rule(), key.reason(), skip.times, skip.cells)));
        return new AuditReport(all, passed + failed, passed, failed, skipped, tailErrors);
    }
}
