package juesuan.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import juesuan.bench.Fault.Kind;
import juesuan.model.Accounts;
import juesuan.model.Block;
import juesuan.model.CellRef;
import juesuan.model.MoneyUnit;
import juesuan.model.Row;
import juesuan.model.Sheet;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.ColumnSpec.Type;
import juesuan.pack.Pack;
import juesuan.pack.RowSpec;
import juesuan.pack.SheetSpec;
import juesuan.workbook.read.TypedOver.Change;

/** Every way to go wrong in every numeric input cell of the nine tables, 上年与预算 and the 自评表. */
final class Faults {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private final List<Fault> faults = new ArrayList<>();

    private final Predicate<CellRef> isTyped;

    private Faults(Predicate<CellRef> isTyped) {
        this.isTyped = isTyped;
    }

    /** @param isTyped whether a cell is typed: one left to its formula cannot be mistyped */
    static List<Fault> of(Accounts accounts, Pack pack, Predicate<CellRef> isTyped) {
        Faults faults = new Faults(isTyped);
        for (Sheet sheet : accounts.sheets()) {
            SheetSpec spec = pack.sheet(sheet.id()).orElseThrow();
            if (spec.kind() != SheetSpec.Kind.FORM || spec.id().equals("上年与预算")) {
                faults.add(spec, sheet, spec.fixedUnit().orElse(accounts.unit()));
            }
        }
        return faults.faults;
    }

    private void add(SheetSpec spec, Sheet sheet, MoneyUnit unit) {
        Map<CellRef, Amount> amounts = amounts(spec, sheet, unit);
        DeclaredSums sums = new DeclaredSums(spec, sheet, amounts);
        amounts.values().stream().filter(amount -> isTyped.test(amount.cell())).forEach(amount -> add(amount, sums));
        for (Block block : sheet.blocks()) {
            for (ColumnSpec column : spec.block(block.id()).orElseThrow().leaves()) {
                List<Amount> down = block.rows().stream().flatMap(row -> row.entry(column.id()).stream())
                    .flatMap(entry -> Optional.ofNullable(amounts.get(entry.cell())).stream())
                    .filter(amount -> isTyped.test(amount.cell())).toList();
                for (int i = 1; i < down.size(); i++) {
                    moved(down.get(i - 1), down.get(i));
                }
            }
        }
    }

    private static Map<CellRef, Amount> amounts(SheetSpec spec, Sheet sheet, MoneyUnit unit) {
        Map<CellRef, Amount> amounts = new LinkedHashMap<>();
        for (Block block : sheet.blocks()) {
            BlockSpec of = spec.block(block.id()).orElseThrow();
            for (Row row : block.rows()) {
                row.entries().forEach((id, entry) -> {
                    ColumnSpec column = of.column(id).orElseThrow();
                    Type type = of.row(row.key()).flatMap(RowSpec::type).orElse(column.type());
                    String name = row.key().equals(row.label()) ? row.key() : (row.key() + " " + row.label()).strip();
                    if (type.isNumeric()) {
                        amounts.put(entry.cell(), Amount.of(spec.id(), entry, block.id() + "·" + name + "·" + id, type, unit));
                    }
                });
            }
        }
        return amounts;
    }

    private void add(Amount amount, DeclaredSums sums) {
        BigDecimal number = amount.number();
        add(amount, Kind.MORE, number.add(sums.beyondRounding(amount, 1)));
        if (number.signum() != 0) {
            add(amount, Kind.LESS, number.add(sums.beyondRounding(amount, -1)));
            swapped(number.toPlainString()).forEach(swapped -> add(amount, Kind.SWAPPED, swapped));
            add(amount, Kind.POINT, number.multiply(HUNDRED));
            add(amount, Kind.SIGN, number.negate());
            add(amount, Kind.UNIT, number.multiply(TEN_THOUSAND));
            faults.add(new Fault(amount, Kind.CLEARED, List.of(new Change(amount.cell(), Optional.empty()))));
        }
    }

    private void add(Amount amount, Kind kind, BigDecimal typed) {
        faults.add(new Fault(amount, kind, List.of(new Change(amount.cell(), Optional.of(typed)))));
    }

    /** Every pair of neighbouring digits that are not the same, the point between none. */
    private static List<BigDecimal> swapped(String digits) {
        List<BigDecimal> swapped = new ArrayList<>();
        for (int i = 1; i < digits.length(); i++) {
            char left = digits.charAt(i - 1);
            char right = digits.charAt(i);
            if (Character.isDigit(left) && Character.isDigit(right) && left != right) {
                swapped.add(new BigDecimal(digits.substring(0, i - 1) + right + left + digits.substring(i + 1)));
            }
        }
        return swapped;
    }

    private void moved(Amount amount, Amount next) {
        if (amount.number().compareTo(next.number()) != 0) {
            faults.add(new Fault(amount, Kind.MOVED, List.of(new Change(amount.cell(), next.typed()), new Change(next.cell(), amount.typed()))));
        }
    }
}
