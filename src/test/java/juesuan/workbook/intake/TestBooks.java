package juesuan.workbook.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import juesuan.model.UserError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes good workbooks, breaks them, and reads what is left. */
public final class TestBooks {

    static final String NAME = "部门决算.xlsx";
    static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final byte[] GOOD = make();

    private TestBooks() {}

    /** Two sheets with texts, numbers, a formula, empty formatted cells and a merged area. */
    static byte[] good() {
        return GOOD.clone();
    }

    private static byte[] make() {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            for (String name : new String[] {"收入决算表", "支出决算表"}) {
                XSSFSheet sheet = book.createSheet(name);
                for (int r = 0; r < 40; r++) {
                    Row row = sheet.createRow(r);
                    row.createCell(0).setCellValue("项目" + r % 7 + "：一般公共服务支出");
                    row.createCell(1).setCellValue(r * 1234.56);
                    row.createCell(2);
                }
                sheet.createRow(45).createCell(0).setCellFormula("SUM(B1:B40)");
                sheet.addMergedRegion(new CellRangeAddress(50, 51, 0, 2));
            }
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            return bytes(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(XSSFWorkbook book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    public static Map<String, byte[]> unzip(byte[] zip) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
                parts.put(entry.getName(), in.readAllBytes());
            }
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
            zip.finish();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] zipOf(String... namesAndTexts) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            parts.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(UTF_8));
        }
        return zip(parts);
    }

    /** The good workbook with the text of one part changed; fails if the change changes nothing. */
    static byte[] edited(String part, UnaryOperator<String> edit) {
        Map<String, byte[]> parts = unzip(GOOD);
        String before = new String(parts.get(part), UTF_8);
        String after = edit.apply(before);
        assertThat(after).isNotEqualTo(before);
        parts.put(part, after.getBytes(UTF_8));
        return zip(parts);
    }

    static byte[] replaced(String part, String from, String to) {
        return edited(part, text -> text.replace(from, to));
    }

    static byte[] without(String part) {
        Map<String, byte[]> parts = unzip(GOOD);
        assertThat(parts.remove(part)).isNotNull();
        return zip(parts);
    }

    static byte[] with(String part, byte[] content) {
        Map<String, byte[]> parts = unzip(GOOD);
        parts.put(part, content);
        return zip(parts);
    }

    /** A sheet whose data is this XML; the first row of the good sheet has the texts. */
    static byte[] withRows(String rows) {
        return edited(SHEET, xml -> xml.replaceFirst("<sheetData>.*</sheetData>",
                "<sheetData>" + rows + "</sheetData>"));
    }

    /** All occurrences of a name in a zip's headers, for names that no library would write. */
    static byte[] renamed(byte[] zip, String from, String to) {
        byte[] search = from.getBytes(UTF_8);
        byte[] put = to.getBytes(UTF_8);
        assertThat(put).hasSameSizeAs(search);
        byte[] result = zip.clone();
        for (int i = 0; i + search.length <= result.length; i++) {
            if (Arrays.equals(result, i, i + search.length, search, 0, search.length)) {
                System.arraycopy(put, 0, result, i, put.length);
            }
        }
        assertThat(result).isNotEqualTo(zip);
        return result;
    }

    /** Every cell as POI shows it: type, raw value and text. */
    public static Map<String, String> cells(byte[] bytes) throws IOException {
        Map<String, String> cells = new TreeMap<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> cells.put(
                    sheet.getSheetName() + "!" + cell.getAddress(), show((XSSFCell) cell)))));
        }
        return cells;
    }

    /** As {@link #filledCells}, but as the program takes them from the file. */
    static Map<String, String> taken(byte[] bytes) {
        Map<String, String> cells = new TreeMap<>();
        for (StoredWorkbook.Sheet sheet : Preflight.open(bytes, NAME).workbook().sheets()) {
            sheet.rows().forEach(row -> Arrays.stream(row).filter(Objects::nonNull).forEach(cell ->
                cells.put(sheet.name() + "!" + new CellAddress(cell.row(), cell.column()), show(cell))));
        }
        return cells;
    }

    private static String show(StoredCell cell) {
        String value = cell.value().orElse("null");
        return cell.formula().map(formula -> "FORMULA " + formula.text() + "=" + value).orElseGet(() -> switch (cell.type()) {
            case NUMBER -> "NUMERIC ";
            case TEXT -> "STRING ";
            case LOGICAL -> "BOOLEAN ";
            case ERROR -> "ERROR ";
        } + value);
    }

    /** The file from which copies are made. */
    static byte[] light(byte[] bytes) throws Exception {
        return Preflight.open(bytes, NAME).original().light();
    }

    /** As {@link #cells}, but only those with something in them. */
    static Map<String, String> filledCells(byte[] bytes) throws IOException {
        Map<String, String> cells = cells(bytes);
        cells.values().removeIf(shown -> shown.startsWith("BLANK"));
        return cells;
    }

    private static String show(XSSFCell cell) {
        String shown = switch (cell.getCellType()) {
            case STRING -> cell.getStringCellValue();
            case FORMULA -> cell.getCellFormula() + "=" + cell.getRawValue();
            default -> String.valueOf(cell.getRawValue());
        };
        return cell.getCellType() + " " + shown;
    }

    /** What the clerk is told; every refusal must read like a person wrote it. */
    static String refusal(byte[] bytes) {
        return refusal(bytes, NAME);
    }

    static String refusal(byte[] bytes, String name) {
        return refusal(name, catchThrowable(() -> Preflight.open(bytes, name)));
    }

    static String refusal(String name, Throwable thrown) {
        assertThat(thrown).isInstanceOf(UserError.class);
        String message = thrown.getMessage();
        assertThat(message).startsWith("《" + name + "》").contains("请").endsWith("。")
                .doesNotContain("》，", "。，", "；；", "“”", "，请在 Excel", "或请", "后请")
                .doesNotContainPattern("\\b(java|javax|org|com|juesuan)\\.|Exception|Error|null|[ \n]{2}");
        assertThat(message.codePoints().filter(Character::isIdeographic).count()).isGreaterThan(10);
        return message;
    }
}
