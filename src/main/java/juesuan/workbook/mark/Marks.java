package juesuan.workbook.mark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import juesuan.model.CellRef;
import juesuan.model.Finding;
import juesuan.model.Finding.Severity;
import juesuan.model.FindingWords;
import juesuan.workbook.sheet.OwnSheets;
import org.apache.poi.ss.util.CellAddress;

/** What is to be seen at the cells: for each the worst of its findings, and what they say. */
final class Marks {

    /** A sum of hundreds of cells that is wrong colours them all, but says so only at the first. */
    private static final int MOST_NOTES = 12;
    private static final int LONGEST_NOTE = 1_500;
    private static final String REST = "\n……其余见“" + OwnSheets.RESULTS + "”页。";

    /** @param note what the comment says */
    record Mark(CellAddress at, Severity severity, String note) {
    }

    private static final class Cell {
        private final List<Finding> findings = new ArrayList<>();
        private final List<Finding> noted = new ArrayList<>();
    }

    private final Map<String, Map<CellAddress, Cell>> sheets = new LinkedHashMap<>();

    Marks(List<Finding> findings) {
        for (Finding finding : findings) {
            // Rounding is nobody's fault: one mark for each finding, not one for each addend.
            boolean remark = finding.severity() == Severity.INFO && finding.status() == Finding.Status.FAILED;
            List<CellRef> cells = finding.cells().stream().map(Finding.Cell::at).toList();
            for (int i = 0; i < (remark ? Math.min(1, cells.size()) : cells.size()); i++) {
                add(cells.get(i), finding, i < MOST_NOTES);
            }
        }
    }

    private void add(CellRef at, Finding finding, boolean noted) {
        // A number that was added up is marked at the first of its cells.
        String address = at.address().split("[:、]")[0];
        if (!address.matches("[A-Z]{1,3}[1-9]\\d{0,6}")) {
            return;
        }
        Cell cell = sheets.computeIfAbsent(at.sheet(), sheet -> new LinkedHashMap<>())
            .computeIfAbsent(new CellAddress(address), any -> new Cell());
        cell.findings.add(finding);
        if (noted) {
            cell.noted.add(finding);
        }
    }

    List<Mark> of(String sheet) {
        return sheets.getOrDefault(sheet, Map.of()).entrySet().stream()
            .map(cell -> new Mark(cell.getKey(), worst(cell.getValue().findings), note(cell.getValue().noted))).toList();
    }

    private static Severity worst(List<Finding> findings) {
        return findings.stream().map(Finding::severity).min(Severity::compareTo).orElseThrow();
    }

    private static String note(List<Finding> findings) {
        StringBuilder note = new StringBuilder();
        for (Finding finding : findings) {
            String text = "\n[" + FindingWords.of(finding) + "] " + finding.rule() + " " + FindingWords.sentence(finding.message())
                + (finding.hint().isEmpty() ? "" : "\n怎么办：" + FindingWords.sentence(finding.hint()));
            if (note.length() + text.length() > LONGEST_NOTE) {
                return note.append(note.length() == 0 ? cut(text) : "").append(REST).toString();
            }
            note.append(text);
        }
        return note.toString();
    }

    private static String cut(String text) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(LONGEST_NOTE / 2, text.codePointCount(0, text.length()))));
    }
}
