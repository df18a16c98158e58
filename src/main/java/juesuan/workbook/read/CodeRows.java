package juesuan.workbook.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.model.Entry;
import juesuan.model.Row;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec.Type;
import juesuan.workbook.sheet.Labels;

/** Rows keyed by subject codes, in any number, and their total. */
final class CodeRows {

    private final BlockRows frame;
    private final String list;
    private final String total;
    private final Subjects subjects;
    private final RowReader reader;
    private final Map<String, Integer> seen = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final IdleRows idle;

    CodeRows(BlockRows frame, BlockSpec.CodeRows spec, Subjects subjects) {
        this.frame = frame;
        this.list = spec.list();
        this.total = spec.total();
        this.subjects = subjects;
        this.reader = new RowReader(frame);
        this.idle = new IdleRows(frame);
    }

    /** The total first, wherever it stands. */
    List<Row> read() {
        frame.rows().forEach(this::row);
        if (!seen.containsKey(total)) {
            frame.report().add(frame.tab().name(), Problem.error(ReadRule.ROW_MISSING,
                "缺少“" + total + "”这一行", "请补上合计行，整张表没有数的填 0。"));
        }
        List<Row> ordered = new ArrayList<>(SubjectSums.add(frame.block(), rows,
            (code, cell) -> subjects.mention(list, code, "", cell)));
        idle.report(ordered.stream().map(Row::key).toList());
        ordered.sort((a, b) -> Boolean.compare(b.key().equals(total), a.key().equals(total)));
        return ordered;
    }

    private void row(int row) {
        String code = frame.label(row, Type.CODE);
        String name = frame.label(row, Type.NAME);
        boolean used = frame.isUsed(row, Optional.empty());
        if (used && frame.code(row) instanceof Content.Failure failure) {
            frame.report().add(frame.tab().ref(row, frame.column(Type.CODE).orElseThrow()), "科目编码", failure.shown(), failure.problem());
            return;
        }
        String totalName = Labels.normal(total);
        if (code.equals(totalName) || code.isEmpty() && name.equals(totalName)) {
            add(row, total, total, total);
        } else if (code.isEmpty()) {
            if (used) {
                FixedRows.unnamed(frame, row, "这一行有数，但是没有科目编码");
            }
        } else if (Codes.isWellFormed(code)) {
            // A code that is only offered, by a formula, is none of this table as long as nobody typed an amount.
            if (used || !frame.tab().isFormula(row, frame.column(Type.CODE).orElseThrow())) {
                if (idle.leaves(row, code)) {
                    mention(row, code);
                } else {
                    subject(row);
                }
            }
        } else if (used && together(row).isPresent()) {
            subject(row, together(row).get());
        } else if (used || code.codePoints().noneMatch(Character::isIdeographic)) {
            Codes.wrong(frame, row, code);
        }
    }

    /** A name that stands here only is known to the other tables all the same. */
    private void mention(int row, String code) {
        frame.column(Type.NAME).filter(column -> !frame.text(row, column).isEmpty())
            .ifPresent(column -> subjects.mention(list, code, name(row, column), frame.tab().ref(row, column)));
    }

    private Optional<Codes.Named> together(int row) {
        return Codes.Named.of(frame.shown(row, frame.column(Type.CODE).orElseThrow()));
    }

    /** Code and name stand in one cell. */
    private void subject(int row, Codes.Named both) {
        int column = frame.column(Type.CODE).orElseThrow();
        String shown = frame.shown(row, column);
        frame.report().add(frame.tab().ref(row, column), "", shown, Problem.info(ReadRule.NUMBER_NORMALISED,
            "写的是“" + Shown.cut(shown) + "”，已读作编码 " + both.code() + "、名称“" + both.name() + "”", "请核对；最好分开填在编码、名称两栏里。"));
        String written = frame.column(Type.NAME).map(other -> name(row, other)).filter(name -> !name.isEmpty()).orElse(both.name());
        subject(row, both.code(), written);
    }

    private void subject(int row) {
        String code = Codes.read(frame, row);
        subject(row, code, frame.column(Type.NAME).map(column -> name(row, column)).orElse(""));
    }

    private void subject(int row, String code, String written) {
        int nameColumn = frame.column(Type.NAME).orElse(frame.column(Type.CODE).orElseThrow());
        String name = subjects.mention(list, code, written, frame.tab().ref(row, nameColumn));
        add(row, code, name, name.isEmpty() ? code : code + " " + name);
    }

    private String name(int row, int column) {
        String text = frame.shown(row, column);
        String joined = Characters.joined(text);
        if (!joined.equals(text)) {
            frame.report().add(frame.tab().ref(row, column), Codes.read(frame, row), Shown.cut(joined), EntryReader.joined(joined));
        }
        return joined;
    }

    private void add(int row, String key, String label, String shown) {
        Integer before = seen.putIfAbsent(key, row);
        int column = frame.column(Type.CODE).orElseThrow();
        if (before != null) {
            FixedRows.twice(frame, frame.tab().ref(before, column), frame.tab().ref(row, column), shown);
            return;
        }
        Map<String, Entry> entries = reader.read(row, Optional.empty(), shown);
        rows.add(new Row(key, label, entries));
    }
}
