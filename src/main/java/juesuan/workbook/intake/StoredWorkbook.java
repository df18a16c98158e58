package juesuan.workbook.intake;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What a workbook's parts hold, taken from them in one pass.
 *
 * @param sheets in the order of the tabs, those that are not read among them
 * @param formats the number format of each cell style
 * @param from1904 whether dates count from 1904, an old habit of Excel on Macs
 * @param recalculates whether the workbook asks to be calculated when opened: no stored result counts
 */
public record StoredWorkbook(List<Sheet> sheets, List<NumberFormat> formats, List<DefinedName> names, List<Table> tables,
                             boolean from1904, boolean recalculates) {

    /**
     * One tab. Rows and columns count from 0.
     *
     * @param isRead whether its cells were taken; not those of charts, and of the sheets in which the workbook audits itself
     * @param rows up to the last filled one; each up to its last filled cell, null where nothing is
     * @param merges ranges as the file writes them
     */
    public record Sheet(String name, boolean hidden, boolean isRead, List<StoredCell[]> rows, List<String> merges,
                        BitSet hiddenRows, BitSet hiddenColumns) {

        /** The cell, or null. */
        public StoredCell cell(int row, int column) {
            return row >= 0 && row < rows.size() && column >= 0 && column < rows.get(row).length ? rows.get(row)[column] : null;
        }
    }

    /** @param id of the formats that every program knows, and of the workbook's own */
    public record NumberFormat(int id, Optional<String> code) {
    }

    /** @param sheet its index, for a name of one sheet; -1 for one of the workbook */
    public record DefinedName(String name, int sheet, String meaning, boolean function) {
    }

    /** @param range heads and totals included */
    public record Table(String name, String sheet, String range, List<String> columns, int headRows, int totalRows) {
    }
}
