package juesuan.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import juesuan.model.MoneyUnit;
import juesuan.model.Place;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.Pack;
import juesuan.pack.RowSpec;
import juesuan.pack.SheetSpec;

/**
 * What must stand in the printed tables, worked out from what was typed without any of the program's
 * arithmetic, layout or number style: the second opinion of the end-to-end tests.
 */
public final class PublishedTables {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);

    private final Pack pack;
    private final MoneyUnit unit;
    private final Sample sample;

    public PublishedTables(Sample sample, Pack pack) {
        this.sample = sample;
        this.pack = pack;
        this.unit = MoneyUnit.of(sample.at(new Place("基本信息", "基本信息", "金额单位", "内容"))).orElseThrow();
    }

    /** The rows of one table, each its cells' texts from left to right. */
    public List<List<String>> rows(String sheetId) {
        SheetSpec sheet = pack.sheet(sheetId).orElseThrow();
        Map<Place, String> typed = sample.sheets().stream().filter(s -> s.sheet().equals(sheetId)).findFirst()
            .map(Sample.Filled::cells).orElse(Map.of());
        List<List<List<String>>> sides = new ArrayList<>();
        int line = 1;
        for (BlockSpec block : sheet.blocks()) {
            List<List<String>> side = new ArrayList<>();
            for (Line row : lines(block, typed)) {
                side.add(cells(sheetId, block, row, line++, typed));
            }
            sides.add(side);
        }
        int height = sides.stream().mapToInt(List::size).max().orElse(0);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < height; i++) {
            List<String> row = new ArrayList<>();
            for (List<List<String>> side : sides) {
                row.addAll(i < side.size() ? side.get(i) : List.of());
            }
            rows.add(row);
        }
        return rows;
    }

    private record Line(String key, String code, String label) {
    }

    private static List<Line> lines(BlockSpec block, Map<Place, String> typed) {
        List<Line> lines = new ArrayList<>();
        if (block.codes().isPresent()) {
            lines.add(new Line("合计", "", "合计"));
            typed.forEach((place, text) -> {
                if (place.block().equals(block.id()) && place.column().equals("科目名称") && !place.row().equals("合计")) {
                    lines.add(new Line(place.row(), place.row(), text));
                }
            });
        }
        for (RowSpec row : block.rows()) {
            for (int i = 0; i < row.skip(); i++) {
                lines.add(new Line("", "", ""));
            }
            if (!row.isGap()) {
                lines.add(new Line(row.key(), row.code(), row.label()));
            }
        }
        return lines;
    }

    private List<String> cells(String sheet, BlockSpec block, Line line, int number, Map<Place, String> typed) {
        return block.leaves().stream().map(column -> switch (column.type()) {
            case CODE -> line.code();
            case NAME, LABEL -> line.label();
            case LINE -> String.valueOf(number);
            case AMOUNT -> line.key().isEmpty() ? ""
                : wan(typed.getOrDefault(new Place(sheet, block.id(), line.key(), column.id()), "0"));
            default -> throw new AssertionError("a column of type " + column.type() + " in " + sheet);
        }).toList();
    }

    private String wan(String typed) {
        BigDecimal amount = new BigDecimal(typed);
        return wan(unit == MoneyUnit.WAN ? amount.movePointRight(4) : amount);
    }

    /** 元 as the tables print it: 万元, two decimals, thousands separated. */
    public static String wan(BigDecimal yuan) {
        return format("#,##0.00", yuan.movePointLeft(4), 2);
    }

    /** 元 as the text prints it: 万元, zeros at the end dropped. */
    public static String wanInText(BigDecimal yuan) {
        return format("#,##0.##", yuan.movePointLeft(4), 2);
    }

    /** A ratio as the text prints it: with more decimals where it would else look like nothing, or like all. */
    public static String percent(BigDecimal ratio) {
        BigDecimal percent = ratio.movePointRight(2);
        int decimals = 1;
        while (percent.signum() != 0 && percent.setScale(decimals, RoundingMode.HALF_UP).signum() == 0
            || percent.abs().compareTo(HUNDRED) != 0 && percent.abs().setScale(decimals, RoundingMode.HALF_UP).compareTo(HUNDRED) == 0) {
            decimals++;
        }
        return format("#,##0." + "#".repeat(decimals), percent, decimals) + "%";
    }

    /** 元 as the forms in 元 print it. */
    public static String yuan(BigDecimal yuan) {
        return format("0.00", yuan, 2);
    }

    public static String plain(BigDecimal number) {
        return format("0.########", number, 8);
    }

    private static String format(String pattern, BigDecimal number, int decimals) {
        return new DecimalFormat(pattern, SYMBOLS).format(number.setScale(decimals, RoundingMode.HALF_UP));
    }

    /** The lines of the printed self-evaluations: what stands beside one another, joined. */
    public List<List<String>> forms() {
        List<List<String>> forms = new ArrayList<>();
        for (Sample.Filled filled : sample.sheets()) {
            if (filled.sheet().equals("项目支出绩效自评表")) {
                forms.add(form(filled.cells()));
            }
        }
        return forms;
    }

    private List<String> form(Map<Place, String> typed) {
        SheetSpec sheet = pack.sheet("项目支出绩效自评表").orElseThrow();
        List<String> lines = new ArrayList<>();
        typed.forEach((place, text) -> {
            BlockSpec block = sheet.block(place.block()).orElseThrow();
            ColumnSpec column = block.column(place.column()).orElseThrow();
            String label = block.row(place.row()).map(RowSpec::label).orElse("");
            switch (place.block()) {
                case "项目" -> lines.add(label + text);
                case "目标" -> text.lines().forEach(lines::add);
                case "叙述" -> {
                    // Only in the text.
                }
                default -> {
                    if (column.id().equals(firstNumberOrName(block))) {
                        lines.add((block.rows().isEmpty() ? "" : label) + row(sheet, block, place.row(), typed));
                    }
                }
            }
        });
        return lines;
    }

    private static String firstNumberOrName(BlockSpec block) {
        return switch (block.id()) {
            case "资金" -> "年初预算数";
            case "指标" -> "三级指标";
            default -> "分值";
        };
    }

    private static String row(SheetSpec sheet, BlockSpec block, String row, Map<Place, String> typed) {
        StringBuilder text = new StringBuilder();
        boolean started = false;
        for (ColumnSpec column : block.leaves()) {
            started |= column.id().equals(firstNumberOrName(block));
            String cell = typed.getOrDefault(new Place(sheet.id(), block.id(), row, column.id()), "");
            if (started && cell.isEmpty()) {
                text.append(column.whenBlank());
            } else if (started) {
                text.append(switch (column.type()) {
                    case AMOUNT -> yuan(new BigDecimal(cell));
                    case NUMBER -> plain(new BigDecimal(cell));
                    default -> cell;
                });
            }
        }
        return text.toString();
    }
}
