package juesuan.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import juesuan.model.FixedZip;
import juesuan.model.UserError;
import juesuan.pack.Pack;
import juesuan.pack.SheetSpec;
import juesuan.workbook.blank.ExcelFormulas;
import juesuan.workbook.blank.Filler;
import juesuan.workbook.blank.Filling;
import juesuan.workbook.blank.InstructionSheet;
import juesuan.workbook.blank.Layout;
import juesuan.workbook.blank.Lists;
import juesuan.workbook.blank.SheetWriter;
import juesuan.workbook.blank.Styles;
import juesuan.workbook.live.LiveSheet;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The blank workbook of a pack: what a clerk fills. The same pack gives the same bytes. */
public final class BlankWorkbook {

    /** The only date in the file. */
    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    private BlankWorkbook() {
    }

    /** @throws UserError when the file cannot be written */
    public static void write(Pack pack, Path file) {
        write(pack, List.of(), file);
    }

    /**
     * @param fillings what it is to hold from the start
     * @throws UserError when the file cannot be written
     */
    public static void write(Pack pack, List<Filling> fillings, Path file) {
        byte[] bytes = build(pack, fillings);
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UserError("写不了文件 " + file + "，请检查文件夹是否存在、文件是否正在别的程序里打开。", e);
        }
    }

    public static byte[] build(Pack pack) {
        return build(pack, List.of());
    }

    /** @param fillings what it is to hold from the start */
    public static byte[] build(Pack pack, List<Filling> fillings) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            fill(workbook, pack, fillings);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return FixedZip.of(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(XSSFWorkbook workbook, Pack pack, List<Filling> fillings) {
        Styles styles = new Styles(workbook);
        Lists lists = new Lists(workbook, pack, styles.list());
        new InstructionSheet(pack, workbook, styles).write();
        LiveSheet live = new LiveSheet(pack, workbook, styles);
        Map<String, Layout> layouts = Layout.all(pack);
        ExcelFormulas formulas = new ExcelFormulas(pack, layouts);
        // POI resolves a sheet's name when a formula is set, so all sheets must exist before any is filled.
        layouts.values().stream().map(layout -> new SheetWriter(pack, layout, workbook, styles, lists, formulas))
            .toList().forEach(SheetWriter::write);
        new Filler(workbook, pack).fill(fillings);
        lists.hide();
        XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
        live.write(layouts, tabs(pack, fillings));
        workbook.setForceFormulaRecalculation(true);
        workbook.setActiveSheet(0);
        workbook.setSelectedTab(0);
        workbook.setFirstVisibleTab(0);
        describe(workbook.getProperties(), pack);
    }

    private static Map<String, List<String>> tabs(Pack pack, List<Filling> fillings) {
        return pack.sheets().stream().collect(Collectors.toMap(SheetSpec::id, sheet -> {
            List<String> filled = fillings.stream().filter(filling -> filling.sheet().equals(sheet.id())).map(Filling::tab).toList();
            return filled.isEmpty() ? List.of(sheet.name()) : filled;
        }));
    }

    private static void describe(POIXMLProperties properties, Pack pack) {
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setCreator("");
        core.setTitle(pack.year() + "年度部门决算公开填报工作簿（" + pack.name() + "）");
        core.setCreated(Optional.of(Date.from(CREATED)));
        core.setModified(Optional.of(Date.from(CREATED)));
    }
}
