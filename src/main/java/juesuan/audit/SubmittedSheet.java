package juesuan.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import juesuan.model.Block;
import juesuan.model.Entry;
import juesuan.model.MoneyUnit;
import juesuan.model.Row;
import juesuan.model.Sheet;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.RowSpec;
import juesuan.pack.Selection.Rows;
import juesuan.pack.SheetSpec;

/** One submitted sheet, its rows findable without searching: a table may have thousands. */
final class SubmittedSheet {

    private final Sheet sheet;
    private final SheetSpec spec;
    private final Map<String, Area> areas = new LinkedHashMap<>();

    /** @param unit its amounts were typed in */
    SubmittedSheet(Sheet sheet, SheetSpec spec, MoneyUnit unit) {
        this.sheet = sheet;
        this.spec = spec;
        for (BlockSpec block : spec.blocks()) {
            areas.put(block.id(), new Area(block, sheet.block(block.id()), unit));
        }
    }

    Sheet sheet() {
        return sheet;
    }

    SheetSpec spec() {
        return spec;
    }

    List<Area> areas() {
        return List.copyOf(areas.values());
    }

    Area area(String block) {
        return areas.get(block);
    }

    static boolean isAmount(BlockSpec block, String row, String column) {
        return block.row(row).flatMap(RowSpec::type).or(() -> block.column(column).map(ColumnSpec::type))
            .filter(ColumnSpec.Type.AMOUNT::equals).isPresent();
    }

    /** The rows of one block. */
    static final class Area {

        private final BlockSpec spec;
        private final MoneyUnit unit;
        private final Map<String, Row> rows = new LinkedHashMap<>();
        private final Map<String, List<Row>> below = new HashMap<>();
        private final Map<String, String> subjects = new LinkedHashMap<>();

        Area(BlockSpec spec, Optional<Block> block, MoneyUnit unit) {
            this.spec = spec;
            this.unit = unit;
            block.map(Block::rows).orElse(List.of()).forEach(row -> {
                rows.putIfAbsent(row.key(), row);
                if (spec.codes().isPresent() && row.key().length() > 3) {
                    below.computeIfAbsent(row.key().substring(0, row.key().length() - 2), key -> new ArrayList<>()).add(row);
                }
            });
            spec.rows().stream().filter(row -> !row.subject().isEmpty())
                .forEach(row -> subjects.put(row.subject(), row.key()));
        }

        BlockSpec spec() {
            return spec;
        }

        /** The row of a key or subject. */
        Optional<Row> row(String key) {
            return Optional.ofNullable(rows.get(subjects.getOrDefault(key, key)));
        }

        /** A subject that a table does not list has no amount there; any other row that is not there is missing. */
        boolean isZeroWithout(String key) {
            boolean subject = key.matches("\\d+");
            return subject && (spec.codes().isPresent() || !subjects.isEmpty());
        }

        List<Row> below(String code) {
            return below.getOrDefault(code, List.of());
        }

        List<Row> all() {
            return List.copyOf(rows.values());
        }

        /** The rows that are no sums of others. */
        List<Row> leaves() {
            return rows.values().stream().filter(row -> spec.codes().isPresent()
                ? Character.isDigit(row.key().charAt(0)) && below(row.key()).isEmpty()
                : spec.row(row.key()).filter(declared -> declared.total() || !declared.sum().isEmpty()).isEmpty()).toList();
        }

        /** The code of its functional subject; empty where the row is none. */
        String subject(Row row) {
            return spec.codes().isPresent() ? row.key() : spec.row(row.key()).map(RowSpec::subject).orElse("");
        }

        Stream<Row> level(int digits) {
            return rows.values().stream().filter(row -> row.key().length() == digits && Character.isDigit(row.key().charAt(0)));
        }

        /** The keys whose turn it is. */
        Stream<String> turns(Rows turn) {
            return switch (turn.kind()) {
                case LEVEL -> spec.codes().isPresent() ? level(turn.digits()).map(Row::key)
                    : subjects.keySet().stream().filter(subject -> subject.length() == turn.digits());
                case KEYS -> turn.keys().stream();
                default -> rows.keySet().stream();
            };
        }

        Optional<Figure> figure(Row row, String column) {
            return row.entry(column).map(entry -> new Figure(entry, label(row, column),
                isAmount(spec, row.key(), column) ? Optional.of(unit) : Optional.empty()));
        }

        /** The cell that stands for the whole row. */
        Figure firstOf(Row row) {
            Map.Entry<String, Entry> first = row.entries().entrySet().iterator().next();
            return new Figure(first.getValue(), label(row, first.getKey()), Optional.empty());
        }

        /** What was typed into its text cells. */
        Stream<Passage> passages(SubmittedSheet tab) {
            return rows.values().stream().flatMap(row -> spec.leaves().stream()
                .filter(column -> column.type() == ColumnSpec.Type.TEXT || column.type() == ColumnSpec.Type.LONG)
                .flatMap(column -> figure(row, column.id()).stream()
                    .map(figure -> new Passage(tab, this, row, column, figure))))
                .filter(passage -> passage.figure().entry() instanceof Entry.Text && !passage.figure().entry().isBlank());
        }

        /** 行·列 as the clerk reads it. */
        String label(Row row, String column) {
            String title = spec.column(column).map(c -> c.title().equals("小计") ? c.id() : c.title()).orElse(column);
            String heading = spec.row(row.key()).map(RowSpec::label).orElse(row.label());
            if (heading.isEmpty()) {
                return (spec.heading().isEmpty() ? "" : spec.heading() + "·") + title;
            }
            if (spec.items().isPresent()) {
                return "第 " + row.key() + " 条·" + title;
            }
            boolean code = spec.codes().isPresent() && !row.key().equals(row.label());
            return (code ? row.key() + " " : "") + heading.strip() + "·" + title;
        }
    }
}
