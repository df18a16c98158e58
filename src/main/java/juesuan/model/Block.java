package juesuan.model;

import java.util.List;
import java.util.Optional;

/** The submitted rows of one declared block, in the order of the workbook (total row first). */
public record Block(String id, List<Row> rows) {

    public Block {
        rows = List.copyOf(rows);
    }

    public Optional<Row> row(String key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst();
    }
}
