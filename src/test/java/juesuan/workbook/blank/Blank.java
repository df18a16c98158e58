package juesuan.workbook.blank;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import juesuan.model.Place;
import juesuan.pack.Pack;
import juesuan.samples.Samples;
import juesuan.workbook.BlankWorkbook;
import juesuan.workbook.live.LiveAuditTest;
import juesuan.workbook.sheet.OwnSheets;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A blank workbook under test, filled by place. */
public record Blank(Pack pack, Map<String, Layout> layouts, XSSFWorkbook workbook) {

    /** The file of each pack, made once; every test opens its own workbook from it. */
    private static final Map<String, byte[]> BUILT = new ConcurrentHashMap<>();

    public static Blank of(String id) {
        Pack pack = Samples.pack(id);
        try {
            return new Blank(pack, Layout.all(pack), new XSSFWorkbook(new ByteArrayInputStream(
                BUILT.computeIfAbsent(id, any -> BlankWorkbook.build(pack)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    XSSFSheet sheet(String id) {
        return workbook.getSheet(layouts.get(id).sheet().name());
    }

    XSSFCell cell(String sheet, String block, String row, String column) {
        return at(sheet, layouts.get(sheet).cell(new Place(sheet, block, row, column)).orElseThrow());
    }

    /** The n-th prepared row of codes or items. */
    public XSSFCell cell(String sheet, String block, int ordinal, String column) {
        return at(sheet, layouts.get(sheet).cell(block, ordinal, column).orElseThrow());
    }

    private XSSFCell at(String sheet, CellAddress address) {
        XSSFRow row = sheet(sheet).getRow(address.getRow());
        return row.getCell(address.getColumn());
    }

    /** All but the sheet 审核: POI cannot calculate its arrays, see {@link LiveAuditTest}. */
    void evaluate() {
        XSSFFormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
        workbook.forEach(sheet -> {
            if (!sheet.getSheetName().equals(OwnSheets.LIVE) && !sheet.getSheetName().equals(OwnSheets.LIVE_DETAIL)) {
                sheet.forEach(row -> row.forEach(evaluator::evaluateFormulaCell));
            }
        });
    }
}
