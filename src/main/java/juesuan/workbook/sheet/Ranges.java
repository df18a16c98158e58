package juesuan.workbook.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import juesuan.model.CellRef;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;

/** Many cells of one sheet in few words: C7:I48、K3. */
public final class Ranges {

    private static final int MOST_NAMED = 6;

    private Ranges() {
    }

    /** Cells of one sheet as the place of a number that was added up from them, without gaps in the list. */
    public static CellRef of(List<CellRef> cells) {
        return new CellRef(cells.get(0).sheet(), ranges(cells.stream().map(CellRef::address).toList()).stream()
            .map(CellRangeAddress::formatAsString).collect(Collectors.joining("、")));
    }

    /** @param addresses such as C7 */
    public static String of(Collection<String> addresses) {
        List<CellRangeAddress> ranges = ranges(addresses);
        String named = ranges.stream().limit(MOST_NAMED).map(CellRangeAddress::formatAsString).collect(Collectors.joining("、"));
        return ranges.size() > MOST_NAMED ? named + " 等" : named;
    }

    /** Rows as a clerk counts them, three or more that adjoin as one: 12–48、60. */
    public static String rows(Collection<Integer> rows) {
        return runs(new TreeSet<>(rows)).stream().map(run -> {
            int first = run.get(0) + 1;
            int last = run.get(1) + 1;
            return first == last ? Integer.toString(first) : first + (last == first + 1 ? "、" : "–") + last;
        }).collect(Collectors.joining("、"));
    }

    private static List<CellRangeAddress> ranges(Collection<String> addresses) {
        Map<Integer, TreeSet<Integer>> rows = new TreeMap<>();
        addresses.stream().map(CellAddress::new).forEach(cell -> rows.computeIfAbsent(cell.getRow(), row -> new TreeSet<>()).add(cell.getColumn()));
        List<CellRangeAddress> ranges = new ArrayList<>();
        Map<List<Integer>, CellRangeAddress> open = new LinkedHashMap<>();
        rows.forEach((row, columns) -> runs(columns).forEach(run -> {
            CellRangeAddress above = open.get(run);
            if (above != null && above.getLastRow() == row - 1) {
                above.setLastRow(row);
            } else {
                CellRangeAddress range = new CellRangeAddress(row, row, run.get(0), run.get(1));
                open.put(run, range);
                ranges.add(range);
            }
        }));
        return ranges;
    }

    /** First and last of each unbroken run. */
    private static List<List<Integer>> runs(TreeSet<Integer> numbers) {
        List<List<Integer>> runs = new ArrayList<>();
        int first = numbers.first();
        int last = first;
        for (int next : numbers.tailSet(first, false)) {
            if (next != last + 1) {
                runs.add(List.of(first, last));
                first = next;
            }
            last = next;
        }
        runs.add(List.of(first, last));
        return runs;
    }
}
