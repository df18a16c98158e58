package juesuan.workbook.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import juesuan.model.CellRef;
import juesuan.model.Row;
import juesuan.pack.ColumnSpec.Type;
import juesuan.pack.RowSpec;
import juesuan.workbook.sheet.Labels;

/** Rows that the declaration names: found by code, by label, or, where there is no label, by position. */
final class FixedRows {

    private final BlockRows frame;
    private final List<RowSpec> specs;
    private final RowReader reader;
    /** By index into the declared rows where each was found. */
    private final Map<Integer, Integer> found = new TreeMap<>();
    private final Map<Integer, Row> rows = new TreeMap<>();
    private final Map<String, Integer> extra = new LinkedHashMap<>();
    private int next;

    FixedRows(BlockRows frame) {
        this.frame = frame;
        this.specs = frame.block().rows().stream().filter(row -> !row.isGap()).toList();
        this.reader = new RowReader(frame);
    }

    /** In the order of the workbook. */
    List<Row> read() {
        boolean labelled = frame.column(Type.LABEL).isPresent() || frame.column(Type.CODE).isPresent();
        if (labelled) {
            frame.rows().forEach(this::byLabel);
        } else {
            byPosition();
        }
        for (int i = 0; i < specs.size(); i++) {
            if (!found.containsKey(i)) {
                RowSpec spec = specs.get(i);
                String name = spec.code().isEmpty() ? spec.label() : spec.code() + " " + spec.label();
                frame.report().add(frame.tab().name(), Problem.error(ReadRule.ROW_MISSING,
                    "缺少“" + (name.isEmpty() ? spec.key() : name) + "”这一行", "请把这一行补上，没有数的填 0；行名要与空白填报表一致。"));
            }
        }
        checkOrder();
        return List.copyOf(rows.values());
    }

    /** Rows that can be mistaken for each other are told apart by their order alone. */
    private void checkOrder() {
        for (int later : found.keySet()) {
            for (int earlier : found.keySet()) {
                RowSpec spec = specs.get(later);
                boolean alike = earlier < later && spec.code().isEmpty()
                    && names(spec).stream().anyMatch(names(specs.get(earlier))::contains);
                if (alike && found.get(earlier) > found.get(later)) {
                    frame.report().add(labelCell(found.get(later)), labelCell(found.get(earlier)), spec.label(), Problem.error(
                        ReadRule.ROW_TWICE, "与 " + labelCell(found.get(later)).address() + " 名称相近，次序却和空白填报表不同，分不清哪一行是哪一行",
                        "请照空白填报表的次序排列各行，行名写全。"));
                }
            }
        }
    }

    private void byLabel(int row) {
        String code = frame.label(row, Type.CODE);
        String label = frame.label(row, Type.LABEL);
        if (code.isEmpty() && label.isEmpty()) {
            if (frame.isUsed(row, Optional.empty())) {
                unnamed(frame, row, "这一行有内容，但是没有项目名称");
            }
            return;
        }
        if (Codes.isDigits(code)) {
            byCode(row, Codes.read(frame, row));
            return;
        }
        String name = label.isEmpty() ? code : label;
        Optional<Integer> index = indexOf(name);
        if (index.isPresent()) {
            take(index.get(), row);
        } else if (frame.isUsed(row, Optional.empty())) {
            Optional<Integer> before = taken(name);
            if (before.isPresent()) {
                twice(found.get(before.get()), row, specs.get(before.get()).label());
            } else {
                frame.report().add(labelCell(row), frame.tab().stored(row, labelColumn(row)).shown(), "", Problem.error(
                    ReadRule.ROW_UNKNOWN, "不是本表的行，里面的数没有读取",
                    "请改用空白填报表里的行名；多出来的行请删去，数并入有关的行。"));
            }
        }
    }

    /** From where the last row was found on: labels may repeat further down. Then anywhere. */
    private Optional<Integer> indexOf(String name) {
        return first(next, specs.size(), spec -> names(spec).contains(name))
            .or(() -> first(0, next, spec -> names(spec).contains(name)));
    }

    private Optional<Integer> first(int from, int to, Predicate<RowSpec> test) {
        for (int i = from; i < to; i++) {
            if (!found.containsKey(i) && test.test(specs.get(i))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> taken(String name) {
        return found.keySet().stream().filter(i -> names(specs.get(i)).contains(name)).findFirst();
    }

    static Set<String> names(RowSpec spec) {
        Set<String> names = new HashSet<>();
        names.add(Labels.normal(spec.label()));
        names.add(Labels.normal(spec.key()));
        spec.aliases().forEach(alias -> names.add(Labels.normal(alias)));
        names.remove("");
        return names;
    }

    private void byCode(int row, String code) {
        Optional<Integer> index = first(0, specs.size(), spec -> spec.code().equals(code));
        if (index.isPresent()) {
            take(index.get(), row);
            return;
        }
        Optional<Integer> before = found.entrySet().stream().filter(e -> specs.get(e.getKey()).code().equals(code))
            .map(Map.Entry::getValue).findFirst().or(() -> Optional.ofNullable(extra.get(code)));
        if (before.isPresent()) {
            twice(frame, codeCell(before.get()), codeCell(row), code);
        } else if (specs.stream().allMatch(spec -> spec.code().isEmpty()) || !Codes.isWellFormed(code)) {
            Codes.wrong(frame, row, code);
        } else {
            extra.put(code, row);
            frame.report().add(codeCell(row), code, code, Problem.info(ReadRule.ROW_UNKNOWN,
                "不在本表预置的科目里，已照样读取", "请核对科目编码。"));
            put(row, code, Optional.empty());
        }
    }

    private void take(int index, int row) {
        found.put(index, row);
        next = index + 1;
        put(row, specs.get(index).key(), Optional.of(specs.get(index)));
    }

    private void put(int row, String key, Optional<RowSpec> spec) {
        String shown = frame.column(Type.LABEL).map(column -> frame.shown(row, column)).orElse("");
        String label = shown.isEmpty() ? spec.map(RowSpec::label).orElse("") : shown;
        String code = spec.map(RowSpec::code).orElse(key);
        rows.put(row, new Row(key, label, reader.read(row, spec, code.isEmpty() ? label : code + " " + label)));
    }

    /** Tables without a label column: the first row that holds something, or else the first below the header. */
    private void byPosition() {
        boolean numeric = frame.inputs().stream().anyMatch(column -> column.type().isNumeric());
        List<Integer> used = frame.rows().stream()
            .filter(row -> numeric ? frame.holdsNumber(row) : frame.isUsed(row, Optional.empty())).toList();
        List<Integer> places = new ArrayList<>(used);
        for (int i = 0; places.size() < specs.size() && i < frame.rows().size(); i++) {
            if (!places.contains(frame.rows().get(i))) {
                places.add(frame.rows().get(i));
            }
        }
        for (int i = 0; i < Math.min(specs.size(), places.size()); i++) {
            take(i, places.get(i));
        }
        for (int i = specs.size(); i < used.size(); i++) {
            int column = frame.firstFilled(used.get(i));
            frame.report().add(frame.tab().ref(used.get(i), column), "", frame.tab().stored(used.get(i), column).shown(),
                Problem.error(ReadRule.ROW_UNKNOWN, "不是本表的行，里面的数没有读取", "本表只有 " + specs.size()
                    + " 行，请删去多出来的内容。"));
        }
    }

    private int labelColumn(int row) {
        return frame.column(Type.LABEL).filter(column -> !frame.tab().label(row, column).isEmpty())
            .or(() -> frame.column(Type.CODE)).orElse(0);
    }

    private CellRef labelCell(int row) {
        return frame.tab().ref(row, labelColumn(row));
    }

    private CellRef codeCell(int row) {
        return frame.tab().ref(row, frame.column(Type.CODE).orElseThrow());
    }

    private void twice(int first, int second, String label) {
        twice(frame, labelCell(first), labelCell(second), label);
    }

    static void twice(BlockRows frame, CellRef first, CellRef second, String label) {
        frame.report().add(first, second, label, Problem.error(ReadRule.ROW_TWICE,
            "与 " + first.address() + " 重复", "同一个项目或科目只能有一行，请合并或删去一行。"));
    }

    static void unnamed(BlockRows frame, int row, String what) {
        int column = frame.firstFilled(row);
        frame.report().add(frame.tab().ref(row, column), "", frame.tab().stored(row, column).shown(),
            Problem.error(ReadRule.ROW_UNNAMED, what, "请补上，或者删去这一行的内容。"));
    }
}
