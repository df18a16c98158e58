package juesuan.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.model.Accounts;
import juesuan.model.Block;
import juesuan.model.Entry;
import juesuan.model.Money;
import juesuan.model.MoneyUnit;
import juesuan.model.Row;
import juesuan.model.Sheet;
import juesuan.pack.BlockSpec;
import juesuan.pack.Pack;
import juesuan.pack.SheetSpec;

/** The accounts as the public reads them: each amount rounded to 万元 on its own. */
final class Printed {

    private Printed() {
    }

    static Accounts of(Accounts accounts, Pack pack) {
        List<Sheet> sheets = accounts.sheets().stream().map(sheet -> pack.sheet(sheet.id())
            .filter(spec -> spec.fixedUnit().isEmpty()).map(spec -> sheet(sheet, spec)).orElse(sheet)).toList();
        return new Accounts(accounts.department(), accounts.year(), MoneyUnit.WAN, accounts.publishedOn(), sheets);
    }

    private static Sheet sheet(Sheet sheet, SheetSpec spec) {
        return new Sheet(sheet.id(), sheet.name(), sheet.blocks().stream().map(block -> block(block, spec.block(block.id()))).toList());
    }

    private static Block block(Block block, Optional<BlockSpec> spec) {
        return spec.isEmpty() ? block
            : new Block(block.id(), block.rows().stream().map(row -> row(row, spec.get())).toList());
    }

    private static Row row(Row row, BlockSpec spec) {
        Map<String, Entry> entries = new LinkedHashMap<>(row.entries());
        entries.replaceAll((column, entry) -> entry instanceof Entry.Number number && SubmittedSheet.isAmount(spec, row.key(), column)
            ? new Entry.Number(new Money(number.number()).asPrinted().yuan(), entry.cell()) : entry);
        return new Row(row.key(), row.label(), entries);
    }
}
