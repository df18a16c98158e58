package juesuan.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.model.Changes;
import juesuan.model.Changes.Extent;
import juesuan.model.Changes.Printed;
import juesuan.model.Changes.Spot;
import juesuan.model.Edition.Cell;
import juesuan.model.Edition.Row;
import juesuan.model.Edition.Sheet;

/** Tables and forms: cells by block, row and column; subjects by code, free rows by what they say. */
record SheetComparison(List<Changes.Figure> figures, List<Changes.Text> texts) {

    void compare(List<Sheet> was, List<Sheet> now) {
        for (Pairing.Pair<Sheet> pair : pairs(was, now)) {
            Extent extent = pair.was().isPresent() && pair.now().isPresent() ? Extent.ITSELF : Extent.SHEET;
            rows(pair, extent);
            for (Pairing.Pair<String> note : Pairing.of(pair.was().map(Sheet::notes).orElse(List.of()),
                    pair.now().map(Sheet::notes).orElse(List.of()), Likeness::of)) {
                text(pair, extent, "注", note);
            }
        }
    }

    /** By declaration and name; copies of a form that were renamed by what they say. */
    private static List<Pairing.Pair<Sheet>> pairs(List<Sheet> was, List<Sheet> now) {
        Map<Sheet, Pairing.Pair<Sheet>> found = new LinkedHashMap<>();
        List<Sheet> wasLeft = new ArrayList<>(was);
        List<Sheet> nowLeft = new ArrayList<>();
        for (Sheet sheet : now) {
            Optional<Sheet> same = wasLeft.stream()
                .filter(other -> other.id().equals(sheet.id()) && other.name().equals(sheet.name())).findFirst();
            same.ifPresentOrElse(other -> {
                wasLeft.remove(other);
                found.put(sheet, Pairing.Pair.of(other, sheet));
            }, () -> nowLeft.add(sheet));
        }
        List<Pairing.Pair<Sheet>> gone = new ArrayList<>();
        for (Pairing.Pair<Sheet> pair : Pairing.of(wasLeft, nowLeft, SheetComparison::likeness)) {
            pair.now().ifPresentOrElse(sheet -> found.put(sheet, pair), () -> gone.add(pair));
        }
        List<Pairing.Pair<Sheet>> pairs = new ArrayList<>(now.stream().map(found::get).toList());
        pairs.addAll(gone);
        return pairs;
    }

    private static int likeness(Sheet was, Sheet now) {
        return was.id().equals(now.id()) ? Math.min(Likeness.of(all(was.rows()), all(now.rows())), Pairing.EQUAL - 1) : 0;
    }

    private static String all(List<Row> rows) {
        return rows.stream().map(row -> row.label() + "\n" + row.cells().stream().map(Cell::text).collect(Collectors.joining("\n")))
            .collect(Collectors.joining("\n"));
    }

    private void rows(Pairing.Pair<Sheet> sheets, Extent extent) {
        Map<String, List<Row>> was = blocks(sheets.was());
        Map<String, List<Row>> now = blocks(sheets.now());
        Set<String> blocks = new LinkedHashSet<>(now.keySet());
        blocks.addAll(was.keySet());
        for (String block : blocks) {
            for (Pairing.Pair<Row> row : Rows.pairs(was.getOrDefault(block, List.of()), now.getOrDefault(block, List.of()))) {
                boolean both = row.was().isPresent() && row.now().isPresent();
                cells(sheets, both || extent == Extent.SHEET ? extent : Extent.ROW, row);
            }
        }
    }

    private static Map<String, List<Row>> blocks(Optional<Sheet> sheet) {
        return sheet.stream().flatMap(s -> s.rows().stream())
            .collect(Collectors.groupingBy(Row::block, LinkedHashMap::new, Collectors.toList()));
    }

    private void cells(Pairing.Pair<Sheet> sheets, Extent extent, Pairing.Pair<Row> rows) {
        text(sheets, extent, "行名", rows.was().isPresent() && rows.now().isPresent()
            ? Pairing.Pair.of(ownLabel(rows.was().get()), ownLabel(rows.now().get()))
            : new Pairing.Pair<>(Optional.empty(), Optional.empty()));
        Map<String, Cell> was = byColumn(rows.was());
        Map<String, Cell> now = byColumn(rows.now());
        Set<String> columns = new LinkedHashSet<>(now.keySet());
        columns.addAll(was.keySet());
        columns.stream().sorted(Comparator.comparing(column -> !now.getOrDefault(column, was.get(column)).figure()))
            .forEach(column -> cell(sheets, extent, rows, Optional.ofNullable(was.get(column)), Optional.ofNullable(now.get(column))));
    }

    /** The first text of a free row is part of its label, and a cell of its own. */
    private static String ownLabel(Row row) {
        return row.cells().stream().filter(cell -> !cell.figure() && row.label().endsWith(cell.text())).findFirst()
            .map(cell -> row.label().substring(0, row.label().length() - cell.text().length())).orElse(row.label());
    }

    private static Map<String, Cell> byColumn(Optional<Row> row) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        row.ifPresent(r -> r.cells().forEach(cell -> cells.put(cell.column(), cell)));
        return cells;
    }

    private void cell(Pairing.Pair<Sheet> sheets, Extent extent, Pairing.Pair<Row> rows, Optional<Cell> was, Optional<Cell> now) {
        if (was.map(Cell::text).equals(now.map(Cell::text))) {
            return;
        }
        Sheet sheet = sheets.now().or(sheets::was).orElseThrow();
        Row row = rows.now().or(rows::was).orElseThrow();
        Cell cell = now.or(() -> was).orElseThrow();
        Optional<Printed> before = was.map(c -> printed(sheets.was().orElseThrow(), rows.was().orElseThrow(), c));
        Optional<Printed> after = now.map(c -> printed(sheets.now().orElseThrow(), rows.now().orElseThrow(), c));
        String column = String.join("／", cell.path());
        if (cell.figure() || was.filter(Cell::figure).isPresent()) {
            figures.add(new Changes.Figure(sheet.isForm() ? Changes.Kind.FORM : Changes.Kind.TABLE, extent, sheet.called(), row.label(),
                row.code(), column, was.filter(Cell::figure).or(() -> now).map(Cell::unit).orElse(""), before, after));
        } else {
            texts.add(new Changes.Text(extent, sheet.called(), "“" + row.label() + "”" + (column.isEmpty() ? "" : "的" + column), before, after));
        }
    }

    private static Printed printed(Sheet sheet, Row row, Cell cell) {
        List<String> cells = cells(row);
        int before = (int) sheet.rows().stream().takeWhile(other -> other != row).filter(other -> cells(other).equals(cells)).count();
        int at = names(row).size() + (int) row.cells().stream().takeWhile(other -> other != cell).filter(other -> isBesideItsName(row, other)).count();
        return new Printed(cell.text(), new Spot(List.of(sheet.called()), Optional.of(new Changes.Row(cells,
            isBesideItsName(row, cell) ? at : names(row).size() - 1, before)), cell.text()));
    }

    /** As the row is printed: its name, and what stands beside it. */
    private static List<String> cells(Row row) {
        return Stream.concat(names(row).stream(), row.cells().stream().filter(cell -> isBesideItsName(row, cell)).map(Cell::text)).toList();
    }

    /** Of the parts of a name all but the last may stand beside several rows at once. */
    private static List<String> names(Row row) {
        String name = row.label().substring(row.label().lastIndexOf('／') + 1);
        return Stream.of(row.key().equals(row.code()) ? row.code() : "", name).filter(text -> !text.isEmpty()).toList();
    }

    private static boolean isBesideItsName(Row row, Cell cell) {
        return !cell.text().isEmpty() && (cell.figure() || !names(row).contains(cell.text()));
    }

    private void text(Pairing.Pair<Sheet> sheets, Extent extent, String what, Pairing.Pair<String> pair) {
        if (!pair.was().equals(pair.now())) {
            Sheet sheet = sheets.now().or(sheets::was).orElseThrow();
            texts.add(new Changes.Text(extent, sheet.called(), what, pair.was().map(text -> at(sheets.was().orElseThrow(), text)),
                pair.now().map(text -> at(sheets.now().orElseThrow(), text))));
        }
    }

    private static Printed at(Sheet sheet, String text) {
        return new Printed(text, new Spot(List.of(sheet.called()), text));
    }
}
