package juesuan.narrate;

import java.util.Optional;
import juesuan.formula.Expression;
import juesuan.model.Accounts;
import juesuan.model.Place;
import juesuan.model.Row;
import juesuan.pack.BlockSpec;
import juesuan.pack.Calculator;
import juesuan.pack.Calculator.Context;
import juesuan.pack.SheetSpec;

/**
 * What a figure of the text is, in words, for the readers of what is published: 上年与预算·收入“其他收入”变动.
 * Different places have different names.
 */
record FigureNames(Calculator ledger, Accounts accounts) {

    private static final String WITHIN = "·";

    String of(Place place, Context context) {
        BlockSpec block = ledger.block(place);
        return where(place) + (block.items().isPresent() ? "第" + place.row() + "行"
            : "“" + place.row() + subject(place, block, context) + "”") + place.column();
    }

    /** A formula as it is computed, its cells in words. */
    String of(Expression expression, Context context) {
        return expression.in(new FormulaText(number -> number.toPlainString(), reference -> of(ledger.place(reference, context), context))).text();
    }

    /** The block is not named where the sheet has no other, or sheet or column say the same. */
    private String where(Place place) {
        boolean said = place.block().equals(place.sheet()) || place.block().equals(place.column())
            || ledger.pack().sheet(place.sheet()).map(SheetSpec::blocks).orElseThrow().size() == 1;
        return place.sheet() + (said ? "" : WITHIN + place.block());
    }

    private String subject(Place place, BlockSpec block, Context context) {
        Optional<String> name = block.codes().isPresent() && block.row(place.row()).isEmpty()
            ? context.sheet().filter(sheet -> sheet.id().equals(place.sheet())).or(() -> accounts.sheet(place.sheet()))
                .flatMap(sheet -> sheet.block(place.block())).flatMap(rows -> rows.row(place.row())).map(Row::label)
            : Optional.empty();
        return name.filter(label -> !label.equals(place.row())).map(label -> " " + label).orElse("");
    }
}
