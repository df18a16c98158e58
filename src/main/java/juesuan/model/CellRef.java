package juesuan.model;

/** Where a value stands in the clerk's workbook, for example {@code 收入支出决算总表!C6}. */
public record CellRef(String sheet, String address) implements Comparable<CellRef> {

    @Override
    public int compareTo(CellRef other) {
        int bySheet = sheet.compareTo(other.sheet);
        return bySheet != 0 ? bySheet : address.compareTo(other.address);
    }

    @Override
    public String toString() {
        return sheet + "!" + address;
    }
}
