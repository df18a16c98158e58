package juesuan.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything a department submitted in one workbook.
 *
 * @param department 部门名称 as typed
 * @param year 决算年度
 * @param unit the unit of the workbook's amounts; all amounts here are 元 already
 * @param publishedOn 公开日期, if it is known yet
 * @param sheets in the order of the workbook; a sheet that may be copied occurs several times
 */
public record Accounts(
    String department, int year, MoneyUnit unit, Optional<LocalDate> publishedOn, List<Sheet> sheets) {

    public Accounts {
        sheets = List.copyOf(sheets);
    }

    /** All sheets of one declaration, in the order of the workbook. */
    public List<Sheet> sheets(String id) {
        return sheets.stream().filter(sheet -> sheet.id().equals(id)).toList();
    }

    public Optional<Sheet> sheet(String id) {
        return sheets.stream().filter(sheet -> sheet.id().equals(id)).findFirst();
    }

    public Optional<Entry> entry(Place place) {
        return sheet(place.sheet()).flatMap(s -> s.entry(place.block(), place.row(), place.column()));
    }
}
