package juesuan.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import juesuan.model.Accounts;
import juesuan.model.Block;
import juesuan.model.CellRef;
import juesuan.model.Entry;
import juesuan.model.Row;
import juesuan.model.Sheet;

/** Accounts whose tables 2, 3 and 5 have as many subjects as one likes, all of which add up. */
final class ManyRows {

    private static final List<String> TABLES = List.of("收入决算表", "支出决算表", "一般公共预算财政拨款支出决算表");
    private static final int CLASSES = 10;
    private static final int ITEMS = 10;

    private ManyRows() {
    }

    /** @param rows in each of the tables, besides the total; a multiple of 100 */
    static Accounts of(Accounts accounts, int rows) {
        Map<String, Integer> codes = codes(rows / CLASSES);
        List<Sheet> sheets = accounts.sheets().stream().map(sheet -> TABLES.contains(sheet.id()) ? filled(sheet, codes) : sheet).toList();
        return new Accounts(accounts.department(), accounts.year(), accounts.unit(), accounts.publishedOn(), sheets);
    }

    /** How many 项 stand under each code, itself counted. */
    private static Map<String, Integer> codes(int each) {
        Map<String, Integer> codes = new TreeMap<>();
        for (int subject = 210; subject < 210 + CLASSES; subject++) {
            int left = each - 1;
            for (int category = 1; left > 0; category++) {
                // A 款 alone would have no 项 to add up to: the last one takes what is left.
                int items = left - 1 <= ITEMS + 1 ? left - 1 : ITEMS;
                left -= items + 1;
                String below = "%d%02d".formatted(subject, category);
                codes.put(below, items);
                codes.merge(Integer.toString(subject), items, Integer::sum);
                for (int item = 1; item <= items; item++) {
                    codes.put("%s%02d".formatted(below, item), 1);
                }
            }
        }
        return codes;
    }

    private static Sheet filled(Sheet sheet, Map<String, Integer> codes) {
        Block block = sheet.blocks().get(0);
        Row total = block.rows().get(0);
        List<String> columns = List.copyOf(total.entries().keySet());
        List<Row> rows = new ArrayList<>();
        int items = codes.entrySet().stream().filter(code -> code.getKey().length() == 3).mapToInt(Map.Entry::getValue).sum();
        rows.add(row(sheet, total.key(), total.label(), columns, items));
        codes.forEach((code, number) -> rows.add(row(sheet, code, "科目" + code, columns, number)));
        return new Sheet(sheet.id(), sheet.name(), List.of(new Block(block.id(), rows)));
    }

    /** 2 万元 for each 项, 1 in each of the first two columns after the sum. */
    private static Row row(Sheet sheet, String key, String label, List<String> columns, int items) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        int amounts = 0;
        for (String column : columns) {
            CellRef cell = new CellRef(sheet.name(), key + "/" + column);
            boolean text = column.startsWith("科目");
            int wan = text ? 0 : amounts == 0 ? 2 * items : amounts <= 2 ? items : 0;
            amounts += text ? 0 : 1;
            entries.put(column, text ? new Entry.Text(column.equals("科目编码") ? key : label, cell)
                : new Entry.Number(BigDecimal.valueOf(wan * 10_000L), cell));
        }
        return new Row(key, label, entries);
    }
}
