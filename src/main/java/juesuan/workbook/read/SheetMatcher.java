package juesuan.workbook.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import juesuan.pack.BlockSpec;
import juesuan.pack.Pack;
import juesuan.pack.SheetSpec;
import juesuan.pack.SheetSpec.Kind;
import juesuan.workbook.sheet.Labels;

/**
 * Finds out which tab is which declared sheet: by its name, whatever number it carries, else by the
 * title over the table, and for sheets that the clerk copies also by their headers.
 */
final class SheetMatcher {

    private static final int TITLE_ROWS = 6;

    private final Pack pack;
    private final List<FilledSheet> tabs;
    private final Map<String, Set<String>> names = new HashMap<>();
    private final Map<FilledSheet, String> tabNames = new HashMap<>();
    private final Map<FilledSheet, SheetSpec> matches = new HashMap<>();
    private final Set<FilledSheet> doubtful = new HashSet<>();

    SheetMatcher(Pack pack, List<FilledSheet> tabs) {
        this.pack = pack;
        this.tabs = tabs;
        pack.sheets().forEach(spec -> names.put(spec.id(), names(spec)));
        tabs.forEach(tab -> tabNames.put(tab, Labels.sheetName(tab.name())));
    }

    /** The declaration of every tab that has one, in the order of the tabs. */
    Map<FilledSheet, SheetSpec> match(Report report) {
        for (SheetSpec spec : pack.sheets()) {
            if (spec.kind() != Kind.PERFORMANCE) {
                single(spec, report);
            }
        }
        for (SheetSpec spec : pack.sheets()) {
            if (spec.kind() == Kind.PERFORMANCE) {
                copies(spec, report);
            }
        }
        Map<FilledSheet, SheetSpec> inOrder = new LinkedHashMap<>();
        for (FilledSheet tab : tabs) {
            Optional.ofNullable(matches.get(tab)).ifPresent(spec -> inOrder.put(tab, spec));
        }
        return inOrder;
    }

    /** Tabs that belong to no declaration, the clerk's own sheets; known after matching. */
    List<FilledSheet> unknown() {
        return free(tab -> true);
    }

    private void single(SheetSpec spec, Report report) {
        Set<String> known = names.get(spec.id());
        List<FilledSheet> candidates = free(tab -> known.contains(tabNames.get(tab)));
        if (candidates.isEmpty()) {
            candidates = free(tab -> !isNamedOtherwise(tab) && hasTitle(tab, known));
        }
        if (candidates.size() == 1) {
            matches.put(candidates.get(0), spec);
        } else if (candidates.size() > 1) {
            doubtful.addAll(candidates);
            report.add(Problem.error(ReadRule.SHEET_AMBIGUOUS, "工作表" + candidates.stream()
                .map(tab -> "“" + tab.name() + "”").collect(Collectors.joining("和")) + "都像是“" + spec.name() + "”，分不清读哪一张",
                "请删去多余的一张，或者给它改一个不相干的名字。"));
        } else if (!spec.optional()) {
            missing(spec, report);
        }
    }

    private void copies(SheetSpec spec, Report report) {
        Set<String> known = names.get(spec.id());
        List<FilledSheet> candidates = free(tab -> known.stream().anyMatch(tabNames.get(tab)::startsWith) || hasHeaders(tab, spec));
        candidates.forEach(tab -> matches.put(tab, spec));
        if (candidates.isEmpty() && !spec.optional()) {
            missing(spec, report);
        }
    }

    private static void missing(SheetSpec spec, Report report) {
        report.add(Problem.error(ReadRule.SHEET_MISSING, "缺少工作表“" + spec.name() + "”",
            "请从空白填报表里复制这一张；如果是改了名，请改回原名。"));
    }

    private List<FilledSheet> free(Predicate<FilledSheet> test) {
        return tabs.stream().filter(tab -> !matches.containsKey(tab) && !doubtful.contains(tab)).filter(test)
            .collect(Collectors.toCollection(ArrayList::new));
    }

    private boolean isNamedOtherwise(FilledSheet tab) {
        return names.values().stream().anyMatch(known -> known.contains(tabNames.get(tab)));
    }

    private static boolean hasTitle(FilledSheet tab, Set<String> names) {
        for (int row = 0; row < Math.min(TITLE_ROWS, tab.rows()); row++) {
            for (int column = 0; column < tab.width(row); column++) {
                String label = tab.label(row, column);
                if (!label.isEmpty() && names.contains(Labels.sheetName(label))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasHeaders(FilledSheet tab, SheetSpec spec) {
        int from = 0;
        for (List<BlockSpec> band : spec.bands()) {
            if (band.get(0).header()) {
                Optional<FoundBand> found = new HeaderFinder(tab, band).find(from).found();
                if (found.isEmpty()) {
                    return false;
                }
                from = found.get().body();
            }
        }
        return true;
    }

    private static Set<String> names(SheetSpec spec) {
        Set<String> names = new HashSet<>();
        names.add(Labels.sheetName(spec.id()));
        names.add(Labels.sheetName(spec.name()));
        names.add(Labels.sheetName(spec.title()));
        spec.aliases().forEach(alias -> names.add(Labels.sheetName(alias)));
        return names;
    }
}
