package juesuan.model;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Findings in the order people are shown them, everywhere the same: by sheet, the sheet with the worst
 * first, worst first within; what was not checked comes last.
 *
 * @param skipped checks that were not made
 */
public record Groups(List<Group> groups, List<Finding> skipped) {

    /** The group of findings that belong to no cell. */
    public static final String WHOLE = "整个工作簿";

    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity);

    /** @param sheet of the first cell, or {@link #WHOLE} */
    public record Group(String sheet, List<Finding> findings) {

        public Group {
            findings = findings.stream().sorted(WORST_FIRST).toList();
        }

        private Finding.Severity worst() {
            return findings.get(0).severity();
        }

        private long worstCount() {
            return findings.stream().filter(finding -> finding.severity() == worst()).count();
        }
    }

    public Groups {
        groups = List.copyOf(groups);
        skipped = List.copyOf(skipped);
    }

    public static Groups of(List<Finding> findings) {
        Map<String, List<Finding>> sheets = findings.stream().filter(finding -> finding.status() == Finding.Status.FAILED)
            .collect(Collectors.groupingBy(Groups::sheet, LinkedHashMap::new, Collectors.toList()));
        List<Group> groups = sheets.entrySet().stream().map(sheet -> new Group(sheet.getKey(), sheet.getValue()))
            .sorted(Comparator.comparing(Group::worst).thenComparing(Comparator.comparing(Group::worstCount).reversed())).toList();
        return new Groups(groups, findings.stream().filter(finding -> finding.status() == Finding.Status.SKIPPED).toList());
    }

    /** All in one list: the worst of all sheets first, and what could not be checked last. */
    public List<Finding> all() {
        Stream<Finding> failed = groups.stream().flatMap(group -> group.findings().stream()).sorted(WORST_FIRST);
        return Stream.concat(failed, skipped.stream()).toList();
    }

    private static String sheet(Finding finding) {
        return finding.cells().isEmpty() ? WHOLE : finding.cells().get(0).at().sheet();
    }
}
