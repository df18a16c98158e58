package juesuan.workbook.read;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import juesuan.workbook.intake.StoredCell;
import juesuan.workbook.intake.StoredWorkbook;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.EvaluationName;
import org.apache.poi.ss.formula.EvaluationSheet;
import org.apache.poi.ss.formula.EvaluationWorkbook;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaParsingWorkbook;
import org.apache.poi.ss.formula.FormulaRenderingWorkbook;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.SheetIdentifier;
import org.apache.poi.ss.formula.ptg.Area3DPxg;
import org.apache.poi.ss.formula.ptg.NamePtg;
import org.apache.poi.ss.formula.ptg.NameXPtg;
import org.apache.poi.ss.formula.ptg.NameXPxg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.Ref3DPxg;
import org.apache.poi.ss.formula.udf.AggregatingUDFFinder;
import org.apache.poi.ss.formula.udf.IndexedUDFFinder;
import org.apache.poi.ss.formula.udf.UDFFinder;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Table;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;

/**
 * A stored workbook as POI's parser, renderer and evaluator of formulas ask for it. As POI's own, but that other
 * files are never looked into.
 */
final class EvaluatedWorkbook implements EvaluationWorkbook, FormulaParsingWorkbook, FormulaRenderingWorkbook {

    private final StoredWorkbook workbook;
    private final FormulaEngine engine;
    private final List<EvaluatedSheet> sheets;
    private final IndexedUDFFinder functions = new IndexedUDFFinder(AggregatingUDFFinder.DEFAULT);

    /** @param numbers cells that are taken for these numbers */
    EvaluatedWorkbook(StoredWorkbook workbook, Map<StoredCell, Double> numbers, FormulaEngine engine) {
        this.workbook = workbook;
        this.engine = engine;
        this.sheets = IntStream.range(0, workbook.sheets().size()).mapToObj(i -> new EvaluatedSheet(workbook.sheets().get(i), i, numbers)).toList();
    }

    EvaluatedSheet sheet(StoredWorkbook.Sheet sheet) {
        return sheets.get(workbook.sheets().indexOf(sheet));
    }

    private static IllegalStateException otherFile() {
        return new IllegalStateException("refers to another file");
    }

    @Override
    public String getSheetName(int index) {
        return workbook.sheets().get(index).name();
    }

    @Override
    public int getSheetIndex(EvaluationSheet sheet) {
        return ((EvaluatedSheet) sheet).index();
    }

    @Override
    public int getSheetIndex(String name) {
        return IntStream.range(0, sheets.size()).filter(i -> getSheetName(i).equalsIgnoreCase(name)).findFirst().orElse(-1);
    }

    @Override
    public EvaluationSheet getSheet(int index) {
        if (!workbook.sheets().get(index).isRead()) {
            throw new IllegalStateException("a sheet that is not read");
        }
        return sheets.get(index);
    }

    @Override
    public ExternalSheet getExternalSheet(int index) {
        throw otherFile();
    }

    @Override
    public ExternalSheet getExternalSheet(String first, String last, int file) {
        if (file > 0) {
            throw otherFile();
        }
        return last == null || first.equals(last) ? new ExternalSheet(null, first) : new ExternalSheetRange(null, first, last);
    }

    @Override
    public int getExternalSheetIndex(String name) {
        return getSheetIndex(name);
    }

    @Override
    public int getExternalSheetIndex(String file, String sheet) {
        throw otherFile();
    }

    @Override
    public int convertFromExternSheetIndex(int index) {
        return index;
    }

    @Override
    public String getSheetFirstNameByExternSheet(int index) {
        return getSheetName(index);
    }

    @Override
    public String getSheetLastNameByExternSheet(int index) {
        return getSheetName(index);
    }

    @Override
    public ExternalName getExternalName(int sheet, int name) {
        throw otherFile();
    }

    @Override
    public ExternalName getExternalName(String name, String sheet, int file) {
        if (file > 0) {
            throw otherFile();
        }
        return new ExternalName(name, IntStream.range(0, workbook.names().size())
            .filter(i -> workbook.names().get(i).name().equalsIgnoreCase(name)).findFirst().orElse(-1), 0);
    }

    @Override
    public EvaluationName getName(NamePtg name) {
        return new DefinedName(name.getIndex());
    }

    @Override
    public EvaluationName getName(String name, int sheet) {
        return IntStream.range(0, workbook.names().size()).filter(i -> {
            StoredWorkbook.DefinedName known = workbook.names().get(i);
            return known.name().equalsIgnoreCase(name) && (known.sheet() == -1 || known.sheet() == sheet);
        }).mapToObj(DefinedName::new).findFirst().orElse(null);
    }

    @Override
    public String getNameText(NamePtg name) {
        return workbook.names().get(name.getIndex()).name();
    }

    @Override
    public String resolveNameXText(NameXPtg name) {
        String function = functions.getFunctionName(name.getNameIndex());
        return function != null ? function : workbook.names().get(name.getNameIndex()).name();
    }

    @Override
    public Ptg getNameXPtg(String name, SheetIdentifier sheet) {
        if (functions.findFunction(name) != null) {
            return new NameXPxg(null, name);
        }
        if (sheet == null) {
            return workbook.names().stream().anyMatch(known -> known.name().equalsIgnoreCase(name)) ? new NameXPxg(null, name) : null;
        }
        if (sheet.getSheetIdentifier() == null) {
            return new NameXPxg(file(sheet), null, name);
        }
        String sheetName = sheet.getSheetIdentifier().getName();
        return sheet.getBookName() == null ? new NameXPxg(sheetName, name) : new NameXPxg(file(sheet), sheetName, name);
    }

    @Override
    public Ptg get3DReferencePtg(CellReference cell, SheetIdentifier sheet) {
        return sheet.getBookName() == null ? new Ref3DPxg(sheet, cell) : new Ref3DPxg(file(sheet), sheet, cell);
    }

    @Override
    public Ptg get3DReferencePtg(AreaReference area, SheetIdentifier sheet) {
        return sheet.getBookName() == null ? new Area3DPxg(sheet, area) : new Area3DPxg(file(sheet), sheet, area);
    }

    /** Another file may be named in a part of a formula that is never computed. */
    private static int file(SheetIdentifier sheet) {
        try {
            return Integer.parseInt(sheet.getBookName().replaceAll("[\\[\\]]", ""));
        } catch (NumberFormatException e) {
            throw otherFile();
        }
    }

    @Override
    public Name createName() {
        throw new UnsupportedOperationException("only workbooks of Excel 97 need a name for an unknown function");
    }

    @Override
    public Table getTable(String name) {
        return workbook.tables().stream().filter(table -> table.name().equalsIgnoreCase(name)).findFirst().map(NamedTable::new).orElse(null);
    }

    @Override
    public Ptg[] getFormulaTokens(EvaluationCell cell) {
        return engine.tokens((EvaluatedSheet) cell.getSheet(), (StoredCell) cell.getIdentityKey());
    }

    @Override
    public UDFFinder getUDFFinder() {
        return functions;
    }

    @Override
    public SpreadsheetVersion getSpreadsheetVersion() {
        return SpreadsheetVersion.EXCEL2007;
    }

    @Override
    public void clearAllCachedResultValues() {
        // Nothing here changes.
    }

    private final class DefinedName implements EvaluationName {

        private final int index;
        private final StoredWorkbook.DefinedName name;

        DefinedName(int index) {
            this.index = index;
            this.name = workbook.names().get(index);
        }

        @Override
        public String getNameText() {
            return name.name();
        }

        @Override
        public boolean isFunctionName() {
            return name.function();
        }

        @Override
        public boolean hasFormula() {
            return !name.function() && !name.meaning().isEmpty();
        }

        @Override
        public Ptg[] getNameDefinition() {
            return FormulaParser.parse(name.meaning(), EvaluatedWorkbook.this, FormulaType.NAMEDRANGE, name.sheet());
        }

        @Override
        public boolean isRange() {
            return hasFormula();
        }

        @Override
        public NamePtg createPtg() {
            return new NamePtg(index);
        }
    }
}
