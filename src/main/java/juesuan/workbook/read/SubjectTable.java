package juesuan.workbook.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import juesuan.workbook.intake.FileReading;
import juesuan.workbook.intake.SourceFile;
import juesuan.workbook.sheet.Labels;

/**
 * A table of subjects as a ministry or a finance bureau hands it out: codes in one column or in three (类, 款, 项),
 * names, and whatever else stands around them.
 *
 * @param names by code, in the order of codes
 * @param places where each code stands, for messages
 * @param skipped where rows with a name but without a code stand
 */
public record SubjectTable(Map<String, String> names, Map<String, String> places, List<String> skipped) {

    private static final Pattern CODE = Pattern.compile("\\d{3}|\\d{5}|\\d{7}|\\d{9}");
    private static final Pattern SEPARATORS = Pattern.compile("[.\\-－—–·_]");
    private static final List<String> LEVELS = List.of("类", "款", "项", "目");
    private static final int CLASS = 3;
    private static final int STEP = 2;
    private static final int LONGEST_NAME = 60;
    private static final String NAME = "名称";

    /** Where codes and names stand in one sheet, and from which line on. */
    private record Columns(List<Integer> codes, int name, int body) {
    }

    /** @throws UserError when it is no such table, or a row of it cannot be right: one sentence that names the row */
    public static SubjectTable read(Path path) {
        return new Reading(FileReading.nameOf(path)).read(TextTable.read(path));
    }

    /** One file being read. */
    private static final class Reading {

        private final SourceFile file;
        private final Map<String, String> names = new TreeMap<>();
        private final Map<String, String> places = new TreeMap<>();
        private final List<String> skipped = new ArrayList<>();
        private String last = "";

        Reading(String name) {
            this.file = new SourceFile(name, new byte[0]);
        }

        SubjectTable read(List<TextTable> tables) {
            boolean found = false;
            for (TextTable table : tables) {
                Optional<Columns> columns = columns(table.lines());
                if (columns.isPresent()) {
                    found = true;
                    last = "";
                    table.lines().stream().skip(columns.get().body()).forEach(line -> line(line, columns.get()));
                }
            }
            if (!found) {
                throw file.refuse("里没有找到科目表的表头；表头要有“科目编码”（或者“类”“款”“项”三栏）和“科目名称”。");
            }
            names.keySet().stream().filter(code -> code.length() > CLASS && !names.containsKey(code.substring(0, code.length() - STEP)))
                .findFirst().ifPresent(code -> {
                    throw file.refuse(places.get(code) + "的 " + code + " " + names.get(code) + "，它的上一级 "
                        + code.substring(0, code.length() - STEP) + " 表里没有；请核对编码，或者改用整份科目表。");
                });
            return new SubjectTable(names, places, skipped);
        }

        private void line(TextTable.Line line, Columns columns) {
            List<String> cells = columns.codes().stream().map(column -> SEPARATORS.matcher(line.label(column)).replaceAll("")).toList();
            String name = line.label(columns.name()).isEmpty() ? "" : name(line.at(columns.name()));
            if (name.isEmpty() && cells.stream().noneMatch(cell -> cell.matches("\\d+")) || name.endsWith(NAME)) {
                return; // a banner, a note, or the header again on the next page
            }
            if (cells.stream().allMatch(String::isEmpty)) {
                skipped.add(line.place() + "“" + Shown.cut(name) + "”");
                return;
            }
            String code = columns.codes().size() == 1 ? cells.get(0) : joined(cells);
            if (!CODE.matcher(code).matches()) {
                throw file.refuse(line.place() + "的编码“" + Shown.cut(String.join(" ", cells).strip())
                    + "”不是科目编码：类是 3 位，款是 5 位，项是 7 位数字；请改正后再试。");
            }
            last = code;
            checkName(line, code, name);
            String before = names.putIfAbsent(code, name);
            if (before == null) {
                places.put(code, line.place());
            } else if (!Labels.normal(before).equals(Labels.normal(name))) {
                throw file.refuse(line.place() + "的 " + code + " 叫“" + Shown.cut(name) + "”，" + places.get(code) + "却叫“"
                    + Shown.cut(before) + "”；请核对后删去一行。");
            }
        }

        /** Levels that a row leaves out are those of the row above; a cell may also hold the whole code. */
        private String joined(List<String> cells) {
            StringBuilder code = new StringBuilder();
            for (int level = 0; level < cells.size(); level++) {
                String cell = cells.get(level);
                int length = CLASS + STEP * level;
                boolean further = cells.subList(level, cells.size()).stream().anyMatch(c -> !c.isEmpty());
                if (!further) {
                    break;
                } else if (cell.length() == length && level > 0) {
                    code.setLength(0);
                    code.append(cell);
                } else if (!cell.isEmpty()) {
                    // A number 1 shown as 01 by its format.
                    code.append(level > 0 && cell.length() == 1 ? "0" + cell : cell);
                } else if (last.length() >= length && last.startsWith(code.toString())) {
                    code.append(last, code.length(), length);
                } else {
                    return ""; // a level that no row above gives
                }
            }
            return code.toString();
        }

        private void checkName(TextTable.Line line, String code, String name) {
            String wrong = name.isEmpty() ? "没有科目名称"
                : name.codePoints().noneMatch(Character::isIdeographic) || name.codePointCount(0, name.length()) > LONGEST_NAME
                    ? "的名称“" + Shown.cut(name) + "”不像科目名称"
                : Characters.check(name).map(problem -> "的名称" + problem.what()).orElse("");
            if (!wrong.isEmpty()) {
                throw file.refuse(line.place() + "的 " + code + " " + wrong + "；请改正后再试。");
            }
        }

        /** Spaces and line ends in a name are there for the looks. */
        private static String name(String text) {
            return text.codePoints().filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        }
    }

    /** None in a sheet that is something else. */
    private static Optional<Columns> columns(List<TextTable.Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            TextTable.Line head = lines.get(i);
            int name = first(head, NAME);
            if (name < 0) {
                continue;
            }
            for (int k = i; k <= Math.min(i + 1, lines.size() - 1); k++) {
                List<Integer> levels = levels(lines.get(k));
                if (levels.size() > 1) {
                    return Optional.of(new Columns(levels, name, k + 1));
                }
            }
            int code = Math.max(first(head, "编码"), first(head, "代码"));
            if (code >= 0) {
                // Under a title merged over several columns these are the levels.
                List<Integer> codes = IntStream.range(code, Math.max(name, code + 1)).filter(column -> IntStream.rangeClosed(code + 1, column)
                    .allMatch(c -> head.label(c).isEmpty())).boxed().toList();
                return Optional.of(new Columns(codes, name, i + 1));
            }
        }
        return Optional.empty();
    }

    /** The first column whose title ends so. */
    private static int first(TextTable.Line head, String end) {
        return IntStream.range(0, head.cells().size()).filter(column -> head.label(column).endsWith(end)).findFirst().orElse(-1);
    }

    /** The columns of 类, 款, 项, as far as they are there. */
    private static List<Integer> levels(TextTable.Line line) {
        List<Integer> levels = new ArrayList<>();
        for (String level : LEVELS) {
            int at = IntStream.range(0, line.cells().size()).filter(column -> line.label(column).equals(level)).findFirst().orElse(-1);
            if (at < 0) {
                break;
            }
            levels.add(at);
        }
        return levels;
    }
}
