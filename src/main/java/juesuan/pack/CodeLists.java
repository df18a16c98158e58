package juesuan.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.model.Csv;
import juesuan.model.UserError;

/**
 * Finds the list of subjects for a year: the year's own file in {@code codes/<年度>/}, else what the file
 * in {@code codes/} says of the year, else both for the nearest year before, else for the nearest after.
 */
final class CodeLists {

    static final String FOLDER = "codes/";
    private static final String CODE = "\\d{3}|\\d{5}|\\d{7}";
    private static final String YEAR = "\\d{4}";
    private static final List<String> HEAD = List.of("科目编码", "科目名称");
    private static final List<String> HEAD_WITH_YEARS = List.of("科目编码", "科目名称", "起", "止");

    private final Resources resources;
    private final PackSpec.Years years;
    private final int year;

    CodeLists(Resources resources, PackSpec.Years years, int year) {
        this.resources = resources;
        this.years = years;
        this.year = year;
    }

    CodeList find(String file, DeclarationPlace named) {
        List<Integer> nearest = new ArrayList<>();
        for (int y = year; y >= years.from(); y--) {
            nearest.add(y);
        }
        for (int y = year + 1; y <= years.to(); y++) {
            nearest.add(y);
        }
        for (int y : nearest) {
            Optional<CodeList> list = resources.source(FOLDER + y + "/" + file)
                .or(() -> resources.source(FOLDER + file)).map(source -> new CodeList(parse(source, y), file, y)).filter(l -> !l.names().isEmpty());
            if (list.isPresent()) {
                return list.get();
            }
        }
        throw named.wrong("找不到任何年度的科目表 " + FOLDER + file + " 或 " + FOLDER + "<年度>/" + file);
    }

    /** A list with the columns 起 and 止 says of each name for which years it holds; what stands further right is for people. */
    private static Map<String, String> parse(PackFiles.Source source, int year) {
        Map<String, String> names = new LinkedHashMap<>();
        List<Csv.Line> lines = Csv.read(source.text());
        boolean byYears = !lines.isEmpty() && startsWith(lines.get(0), HEAD_WITH_YEARS);
        for (Csv.Line line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            List<String> cells = line.cells().stream().map(String::strip).toList();
            if (cells.stream().allMatch(String::isEmpty)) {
                continue;
            }
            if (cells.size() < 2 || !cells.get(0).matches(CODE) || cells.get(1).isEmpty() || byYears && !hasYears(cells)) {
                throw wrong(source, line, "每行应为“" + String.join(",", byYears ? HEAD_WITH_YEARS : HEAD) + "”");
            }
            if (byYears && (Integer.parseInt(cells.get(2)) > year || Integer.parseInt(cells.get(3)) < year)) {
                continue;
            }
            if (names.put(cells.get(0), cells.get(1)) != null) {
                throw wrong(source, line, "科目编码 " + cells.get(0) + " 写了两次");
            }
        }
        return names;
    }

    private static boolean startsWith(Csv.Line line, List<String> head) {
        return line.cells().size() >= head.size() && line.cells().subList(0, head.size()).stream().map(String::strip).toList().equals(head);
    }

    private static boolean hasYears(List<String> cells) {
        return cells.size() >= HEAD_WITH_YEARS.size() && cells.get(2).matches(YEAR) && cells.get(3).matches(YEAR);
    }

    /** A pack may do without this list. */
    List<Renamed> renamed() {
        List<Renamed> renamed = new ArrayList<>();
        resources.source(FOLDER + "renamed_subjects.csv").ifPresent(source -> {
            List<Csv.Line> lines = Csv.read(source.text());
            for (Csv.Line line : lines.subList(Math.min(1, lines.size()), lines.size())) {
                List<String> cells = line.cells().stream().map(String::strip).toList();
                if (cells.size() < 4 || !cells.get(0).matches(CODE) || !cells.get(3).matches(YEAR)) {
                    throw wrong(source, line, "每行应为“科目编码,旧名,新名,起用年度,依据”");
                }
                renamed.add(new Renamed(cells.get(0), cells.get(1), cells.get(2), Integer.parseInt(cells.get(3))));
            }
        });
        return renamed;
    }

    private static UserError wrong(PackFiles.Source source, Csv.Line line, String what) {
        return new UserError(source.name() + ":" + line.number() + ": " + what);
    }
}
