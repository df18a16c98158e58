package juesuan.workbook.read;

import java.util.List;
import java.util.Map;
import juesuan.pack.BlockSpec;

/**
 * Blocks side by side, found in a tab.
 *
 * @param top first row of the header; of a block without header its first row
 * @param body first row below the header
 * @param columns by block id and column id the column in the tab; empty for a block without header
 */
record FoundBand(List<BlockSpec> blocks, int top, int body, Map<String, Map<String, Integer>> columns) {

    FoundBand {
        blocks = List.copyOf(blocks);
        columns = Map.copyOf(columns);
    }

    boolean hasHeader() {
        return !columns.isEmpty();
    }
}
