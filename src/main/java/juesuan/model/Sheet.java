package juesuan.model;

import java.util.List;
import java.util.Optional;

/**
 * One submitted sheet.
 *
 * @param id the id of its declaration
 * @param name the tab's name in the clerk's workbook
 */
public record Sheet(String id, String name, List<Block> blocks) {

    public Sheet {
        blocks = List.copyOf(blocks);
    }

    public Optional<Block> block(String blockId) {
        return blocks.stream().filter(block -> block.id().equals(blockId)).findFirst();
    }

    public Optional<Entry> entry(String blockId, String row, String column) {
        return block(blockId).flatMap(b -> b.row(row)).flatMap(r -> r.entry(column));
    }
}
