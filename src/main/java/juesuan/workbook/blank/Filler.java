package juesuan.workbook.blank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.model.Place;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.Pack;
import juesuan.pack.RowSpec;
import juesuan.pack.SheetSpec;
import juesuan.workbook.sheet.TextWidth;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Types into a blank workbook as a clerk would: only into cells that are meant to be filled. */
public final class Filler {

    /** Excel allows no higher row; in points. */
    private static final float HIGHEST_ROW = 409;

    private final XSSFWorkbook workbook;
    private final Pack pack;

    public Filler(XSSFWorkbook workbook, Pack pack) {
        this.workbook = workbook;
        this.pack = pack;
    }

    public void fill(List<Filling> fillings) {
        Map<Filling, XSSFSheet> sheets = new LinkedHashMap<>();
        // Copies are made while the sheet is still blank.
        for (Filling filling : fillings) {
            boolean copy = sheets.keySet().stream().anyMatch(other -> other.sheet().equals(filling.sheet()));
            SheetSpec spec = pack.sheet(filling.sheet()).orElseThrow();
            sheets.put(filling, copy ? copy(spec, filling.tab()) : workbook.getSheet(spec.name()));
        }
        sheets.forEach((filling, sheet) -> {
            fill(filling, sheet);
            workbook.setSheetName(workbook.getSheetIndex(sheet), filling.tab());
        });
    }

    /** As "创建副本" in Excel; POI leaves out the page setup. */
    private XSSFSheet copy(SheetSpec spec, String tab) {
        XSSFSheet copy = workbook.cloneSheet(workbook.getSheetIndex(spec.name()), tab);
        PrintedArea.set(copy, spec, Layout.of(spec));
        return copy;
    }

    public void fill(Filling filling, XSSFSheet sheet) {
        Layout layout = Layout.of(pack.sheet(filling.sheet()).orElseThrow());
        Map<String, Map<String, Integer>> listRows = new LinkedHashMap<>();
        filling.cells().forEach((place, typed) -> {
            BlockSpec block = layout.area(place.block()).orElseThrow().block();
            CellAddress address = layout.cell(place).or(() -> {
                Map<String, Integer> rows = listRows.computeIfAbsent(place.block(), any -> new LinkedHashMap<>());
                rows.putIfAbsent(place.row(), rows.size() + 1);
                return layout.cell(place.block(), rows.get(place.row()), place.column());
            }).orElseThrow(() -> new IllegalArgumentException("没有填写 " + place + " 的格"));
            XSSFCell cell = sheet.getRow(address.getRow()).getCell(address.getColumn());
            if (cell.getCellStyle().getLocked()) {
                throw new IllegalArgumentException(place + " 不是填写的格");
            }
            type(cell, block.row(place.row()).flatMap(RowSpec::type).or(() -> block.column(place.column()).map(ColumnSpec::type)), typed);
            grow(cell, layout.grid().width(span(layout, place)), typed);
        });
    }

    private static SheetColumns.Span span(Layout layout, Place place) {
        Layout.Area area = layout.area(place.block()).orElseThrow();
        return area.columns().get(area.columnOf(place.column()).orElseThrow());
    }

    /** Excel grows a row while somebody types into it, but not when it opens a file. */
    private static void grow(XSSFCell cell, int width, String typed) {
        float needed = Math.min(HIGHEST_ROW, TextWidth.lines(typed, width) * SheetWriter.LINE_HEIGHT + 4);
        if (needed > cell.getRow().getHeightInPoints()) {
            cell.getRow().setHeightInPoints(needed);
        }
    }

    private static void type(XSSFCell cell, Optional<ColumnSpec.Type> type, String typed) {
        if (cell.getCellType() == CellType.FORMULA) {
            cell.removeFormula();
        }
        if (typed.isEmpty()) {
            cell.setBlank();
            return;
        }
        switch (type.orElseThrow()) {
            case AMOUNT, COUNT, NUMBER -> cell.setCellValue(new BigDecimal(typed).doubleValue());
            case DATE -> cell.setCellValue(LocalDate.parse(typed));
            default -> cell.setCellValue(typed);
        }
    }
}
