package juesuan.workbook.mark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import juesuan.model.Finding.Severity;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Colours cells by a conditional format that always holds: the cells' own styles stay as they are,
 * and taking the colours away again is exact, whatever program has saved the file in between.
 */
final class SheetColours {

    /** The children of a worksheet as its schema orders them. */
    static final List<String> ORDER = List.of("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData",
        "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate",
        "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks",
        "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties",
        "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture",
        "oleObjects", "controls", "webPublishItems", "tableParts", "extLst");

    private static final String OURS = "juesuan-审核";
    private static final String ALWAYS = "LEN(\"" + OURS + "\")>0";
    /** Excel is slow with very long lists of cells. */
    private static final int CELLS = 400;

    private SheetColours() {}

    static boolean isMarked(Document sheet) {
        return Dom.all(sheet, "cfRule").stream().anyMatch(SheetColours::isOurs);
    }

    private static boolean isOurs(Element rule) {
        return Dom.children(rule).stream().anyMatch(child -> child.getTextContent().contains(OURS));
    }

    static void remove(Document sheet) {
        int removed = 0;
        for (Element rule : Dom.all(sheet, "cfRule")) {
            if (isOurs(rule)) {
                Element format = (Element) rule.getParentNode();
                format.removeChild(rule);
                if (Dom.children(format, "cfRule").isEmpty()) {
                    format.getParentNode().removeChild(format);
                }
                removed++;
            }
        }
        shift(sheet, -removed);
    }

    /** @param formats by severity the number of the differential format in the workbook's styles */
    static void add(Document sheet, List<Marks.Mark> marks, Map<Severity, Integer> formats) {
        Map<Severity, List<String>> cells = new EnumMap<>(Severity.class);
        marks.forEach(mark -> cells.computeIfAbsent(mark.severity(), severity -> new ArrayList<>()).add(mark.at().formatAsString()));
        int rules = cells.values().stream().mapToInt(list -> (list.size() + CELLS - 1) / CELLS).sum();
        shift(sheet, rules);
        int priority = 0;
        Element root = sheet.getDocumentElement();
        for (Map.Entry<Severity, List<String>> colour : cells.entrySet()) {
            for (int from = 0; from < colour.getValue().size(); from += CELLS) {
                List<String> part = colour.getValue().subList(from, Math.min(from + CELLS, colour.getValue().size()));
                Element format = Dom.create(root, "conditionalFormatting", "sqref", String.join(" ", part));
                Element rule = Dom.append(format, "cfRule", "type", "expression", "dxfId",
                    String.valueOf(formats.get(colour.getKey())), "priority", String.valueOf(++priority));
                Dom.append(rule, "formula").setTextContent(ALWAYS);
                Dom.insert(root, format, ORDER);
            }
        }
    }

    /** Ours come first; the clerk's rules keep their order behind them. */
    private static void shift(Document sheet, int by) {
        List<Element> rules = Dom.all(sheet, "cfRule");
        int first = rules.stream().mapToInt(rule -> Dom.number(rule, "priority", 1)).min().orElse(1);
        // Another program may have numbered them anew.
        int shift = by < 0 ? -Math.min(-by, first - 1) : by;
        rules.stream().filter(rule -> rule.hasAttribute("priority")).forEach(rule ->
            rule.setAttribute("priority", String.valueOf(Dom.number(rule, "priority", 1) + shift)));
    }
}
