package juesuan.model;

/**
 * The declared position of an entry: labels, never addresses, so that it survives inserted rows,
 * another region's order of tables and next year's workbook.
 *
 * @param row the key of a fixed row, a subject code, or the ordinal ("1", "2", …) of a free row
 */
public record Place(String sheet, String block, String row, String column) {

    @Override
    public String toString() {
        return sheet + "." + block + "[" + row + ", " + column + "]";
    }
}
