package juesuan.samples;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import juesuan.model.Place;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.Pack;
import juesuan.pack.RowSpec;

/** A sample with 0 in some of its places. */
public final class Zeros {

    private static final String GROUPS = "团组";

    private Zeros() {
    }

    /**
     * A sum becomes nothing only with all its parts, and then it does; so does what there cannot be without something else.
     *
     * @param nil asked of every number that is no sum
     */
    public static Sample in(Sample sample, Pack pack, Predicate<Place> nil) {
        return new Sample(sample.pack(), sample.year(), sample.sheets().stream().map(filled -> zeros(filled, pack, nil)).toList());
    }

    /** Nothing at all, and no reasons for it; who the office is, and how it was evaluated as a whole, is still told. */
    public static Sample everywhere(Sample sample, Pack pack) {
        Sample nothing = in(sample.without("项目支出绩效自评表"), pack, place -> true);
        return new Sample(sample.pack(), sample.year(), nothing.sheets().stream().map(filled -> {
            Map<Place, String> cells = new LinkedHashMap<>(filled.cells());
            cells.keySet().removeIf(place -> !isNumber(place, pack) && isTold(place, pack));
            return new Sample.Filled(filled.sheet(), filled.tab(), cells);
        }).toList());
    }

    private static boolean isTold(Place place, Pack pack) {
        return pack.sheet(place.sheet()).orElseThrow().blocks().stream().anyMatch(block -> block.id().equals("声明"))
            && !place.row().startsWith("整体") || List.of("总体情况", "机关运行经费").contains(place.sheet());
    }

    private static Sample.Filled zeros(Sample.Filled filled, Pack pack, Predicate<Place> nil) {
        Map<Place, String> cells = new LinkedHashMap<>(filled.cells());
        cells.replaceAll((place, typed) -> isNumber(place, pack) && !typed.isEmpty() && !isSum(place, pack) && nil.test(place) ? "0" : typed);
        // More than once: a sum may be a part of another.
        for (int i = 0; i < 3; i++) {
            cells.replaceAll((place, typed) -> isNumber(place, pack) && !typed.isEmpty() && whole(place).anyMatch(of -> !isSomething(cells.get(of))) ? "0" : typed);
            cells.replaceAll((place, typed) -> isSum(place, pack) && !typed.isEmpty() && parts(place, pack).noneMatch(part -> isSomething(cells.get(part))) ? "0" : typed);
        }
        if (!isSomething(cells.get(new Place(filled.sheet(), "数目", "出国（境）团组数", "数目")))) {
            cells.keySet().removeIf(place -> place.block().equals(GROUPS));
        }
        return new Sample.Filled(filled.sheet(), filled.tab(), cells);
    }

    public static boolean isSomething(String typed) {
        return typed != null && !typed.isEmpty() && new BigDecimal(typed).signum() != 0;
    }

    public static boolean isNumber(Place place, Pack pack) {
        return block(place, pack).column(place.column()).filter(column -> row(place, pack).flatMap(RowSpec::type).orElse(column.type()).isNumeric()).isPresent();
    }

    private static boolean isSum(Place place, Pack pack) {
        return isNumber(place, pack) && parts(place, pack).findAny().isPresent();
    }

    private static Stream<Place> parts(Place place, Pack pack) {
        BlockSpec block = block(place, pack);
        List<String> ids = block.leaves().stream().map(ColumnSpec::id).toList();
        return Stream.concat(
            keys(row(place, pack).map(RowSpec::sum).orElse(List.of()), block.rowKeys()).map(key -> new Place(place.sheet(), place.block(), key, place.column())),
            keys(block.column(place.column()).map(ColumnSpec::sum).orElse(List.of()), ids).map(id -> new Place(place.sheet(), place.block(), place.row(), id)));
    }

    private static Stream<String> keys(List<String> ranges, List<String> all) {
        List<String[]> ends = ranges.stream().map(range -> range.split("\\.\\.")).toList();
        // A sum that reaches into another block is taken for a number of its own.
        return ends.stream().allMatch(range -> all.containsAll(List.of(range))) ? ends.stream().flatMap(range -> all.subList(all.indexOf(range[0]), all.indexOf(range[range.length - 1]) + 1).stream()) : Stream.of();
    }

    /** Without the one there is not the other: no guests without a visit, no contract with a small enterprise without a purchase. */
    private static Stream<Place> whole(Place place) {
        String row = place.row();
        return switch (place.sheet()) {
            case "三公说明" -> row.endsWith("人次")
                ? Stream.of(new Place(place.sheet(), place.block(), row.replace("人次", row.startsWith("出国") ? "团组数" : "批次"), place.column())) : Stream.of();
            case "政府采购" -> place.column().equals("中小企业合同金额") ? Stream.of(new Place(place.sheet(), place.block(), row, "支出金额"))
                : place.block().equals("小微企业") ? Stream.of(new Place(place.sheet(), "采购", "合计", "中小企业合同金额")) : Stream.of();
            default -> Stream.of();
        };
    }

    private static BlockSpec block(Place place, Pack pack) {
        return pack.sheet(place.sheet()).orElseThrow().block(place.block()).orElseThrow();
    }

    private static Optional<RowSpec> row(Place place, Pack pack) {
        return block(place, pack).row(place.row());
    }
}
