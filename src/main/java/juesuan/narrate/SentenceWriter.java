package juesuan.narrate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import juesuan.formula.Expression;
import juesuan.formula.Expression.Binary;
import juesuan.formula.Expression.Reference;
import juesuan.formula.Formulas;
import juesuan.formula.Sentence;
import juesuan.model.Accounts;
import juesuan.model.CellRef;
import juesuan.model.Entry;
import juesuan.model.Finding;
import juesuan.model.MoneyUnit;
import juesuan.model.Place;
import juesuan.model.Run;
import juesuan.model.Run.Figure;
import juesuan.model.Run.Typed;
import juesuan.model.Run.Words;
import juesuan.model.Value;
import juesuan.pack.BlockSpec;
import juesuan.pack.Calculator;
import juesuan.pack.Calculator.Context;
import juesuan.pack.Change;
import juesuan.pack.ColumnSpec;
import juesuan.pack.Pack;
import juesuan.pack.RowSpec;
import juesuan.pack.Style;
import juesuan.pack.Wording;

/** Fills the placeholders of one sentence; what cannot be filled becomes a finding. */
final class SentenceWriter {

    private static final String PERCENT = "%";
    private static final Set<String> OTHER_UNITS = Set.of(MoneyUnit.YUAN.label(), Figure.YI);

    private final Pack pack;
    private final Accounts accounts;
    private final Calculator ledger;
    private final Printing printing;
    private final Workings workings;
    /** For what the printed figures cannot tell. */
    private final Workings inYuan;
    private final FigureNames labels;
    /** By cell: one missing text is one finding, however often it is needed. */
    private final Map<CellRef, Finding> findings = new LinkedHashMap<>();
    private boolean largeInYi;
    private final Set<CellRef> unreadable;
    private final Set<CellRef> numbers;

    SentenceWriter(Pack pack, Accounts accounts, Calculator ledger) {
        this.pack = pack;
        this.accounts = accounts;
        this.ledger = ledger;
        this.printing = new Printing(pack.style());
        this.unreadable = cells(accounts, Entry.Unreadable.class);
        this.numbers = cells(accounts, Entry.Number.class);
        this.workings = new Workings(pack, ledger, printing, pack.style().percentBasis());
        this.inYuan = new Workings(pack, ledger, printing, Style.PercentBasis.EXACT);
        this.labels = new FigureNames(ledger, accounts);
    }

    /** @param yes whether amounts of 1亿元 and more are told in 亿元 from now on */
    void tellLargeInYi(boolean yes) {
        largeInYi = yes;
    }

    private static Set<CellRef> cells(Accounts accounts, Class<? extends Entry> kind) {
        return accounts.sheets().stream().flatMap(sheet -> sheet.blocks().stream()).flatMap(block -> block.rows().stream())
            .flatMap(row -> row.entries().values().stream()).filter(kind::isInstance).map(Entry::cell).collect(Collectors.toSet());
    }

    List<Finding> findings() {
        return List.copyOf(findings.values());
    }

    /** @param names what {序号} and {行} are here */
    List<Run> write(Sentence sentence, Context context, Map<String, String> names) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < sentence.parts().size(); i++) {
            Sentence.Part part = sentence.parts().get(i);
            boolean before = isBeforeUnit(sentence, i);
            if (part instanceof Sentence.Literal literal) {
                runs.add(literal(literal, runs));
            } else if (part instanceof Sentence.Name name) {
                runs.addAll(name(name.name(), context, names, before));
            } else if (part instanceof Sentence.Formula formula) {
                runs.addAll(formula(formula, context, before));
            }
        }
        return runs;
    }

    private static boolean isBeforeUnit(Sentence sentence, int part) {
        return part + 1 < sentence.parts().size() && sentence.parts().get(part + 1) instanceof Sentence.Literal literal
            && literal.text().startsWith(MoneyUnit.WAN.label());
    }

    /** The pack writes 万元 after its amounts; one that is said in another unit carries its own. */
    private static Words literal(Sentence.Literal literal, List<Run> before) {
        String wan = MoneyUnit.WAN.label();
        boolean other = !before.isEmpty() && before.get(before.size() - 1) instanceof Figure figure && OTHER_UNITS.contains(figure.unit())
            && literal.text().startsWith(wan);
        return new Words(other ? ((Figure) before.get(before.size() - 1)).unit() + literal.text().substring(wan.length()) : literal.text());
    }

    private List<Run> name(String name, Context context, Map<String, String> names, boolean before) {
        Optional<String> words = Optional.ofNullable(names.get(name)).or(() -> general(name, context));
        return words.isPresent()
            ? List.of(new Words(words.get()))
            : reference(new Reference(Optional.empty(), Optional.empty(), List.of(name)), context, before);
    }

    private Optional<String> general(String name, Context context) {
        return switch (name) {
            case "部门名称" -> Optional.of(accounts.department());
            case "年度" -> Optional.of(String.valueOf(accounts.year()));
            case "上年度" -> Optional.of(String.valueOf(accounts.year() - 1));
            case "预算口径" -> context.scope().block().map(pack.style().budgetBasis()::get).map(Style.BudgetBasis::label);
            default -> Optional.empty();
        };
    }

    private List<Run> formula(Sentence.Formula formula, Context context, boolean before) {
        if (formula.expression() instanceof Reference reference) {
            Place place = ledger.place(reference, context);
            Optional<BlockSpec.CompareSpec> compare = ledger.block(place).comparison(place.column());
            if (formula.kind().isEmpty()) {
                return reference(reference, context, before);
            } else if (compare.isPresent()) {
                return change(place, compare.get(), formula.kind(), context);
            }
        }
        return List.of(computed(labels.of(formula.expression(), context), formula.expression(), formula.kind(), context, before));
    }

    private List<Run> reference(Reference reference, Context context, boolean before) {
        Place place = ledger.place(reference, context);
        Optional<BlockSpec.CompareSpec> compare = ledger.block(place).comparison(place.column());
        if (compare.isPresent()) {
            return change(place, compare.get(), compare.get().style(), context);
        }
        ColumnSpec.Type type = ledger.type(place);
        if (type == ColumnSpec.Type.PERCENT) {
            ColumnSpec column = ledger.block(place).column(place.column()).orElseThrow();
            return List.of(computed(labels.of(place, context), Formulas.parse(column.formula()), column.zero(),
                context.in(Calculator.rowOf(place)), before));
        }
        if (type.isNumeric()) {
            String label = labels.of(place, context);
            Value value = ledger.value(place, context);
            String how = workings.of(place, context);
            return List.of(type == ColumnSpec.Type.AMOUNT ? amount(label, value, how, before)
                : figure(label, value, ledger.unit(place), printing::plain, how));
        }
        if (type == ColumnSpec.Type.LABEL) {
            return List.of(new Words(ledger.block(place).row(place.row()).map(RowSpec::label).orElse("")));
        }
        return text(place, context);
    }

    private List<Run> text(Place place, Context context) {
        Optional<Entry> entry = ledger.entry(place, context);
        if (entry.filter(Entry.Unreadable.class::isInstance).isPresent()) {
            return List.of();
        }
        if (entry.isEmpty() || entry.get().isBlank()) {
            entry.ifPresent(e -> missing(e.cell(), place.row().equals("1") ? place.column() : place.row(),
                "正文要用到这里的文字"));
            return List.of();
        }
        return List.of(new Typed(entry.get().asText(), entry.get().cell()));
    }

    private Run computed(String label, Expression expression, String kind, Context context, boolean before) {
        if (!kind.equals("金额") && expression instanceof Binary ratio && ratio.operator() == '/') {
            Value part = value(ratio.left(), context, pack.style().percentBasis());
            Value whole = value(ratio.right(), context, pack.style().percentBasis());
            if (part instanceof Value.Known && whole instanceof Value.Known) {
                return ratio(label, ratio, part, whole, kind, context);
            }
        }
        Value value = ledger.evaluate(expression, context);
        String how = workings.of(expression, context);
        return kind.equals("金额") || kind.isEmpty() ? amount(label, value, how, before) : figure(label, value, PERCENT, printing::percent, how);
    }

    private Value value(Expression expression, Context context, Style.PercentBasis basis) {
        return expression.evaluate(reference -> ledger.basis(ledger.place(reference, context), context, basis));
    }

    /** Printed figures that are the same are not all of each other: where 元 differ, these say how much is. */
    private Run ratio(String label, Binary ratio, Value part, Value whole, String kind, Context context) {
        Set<ColumnSpec.Type> types = new HashSet<>();
        ratio.references(reference -> types.add(ledger.type(ledger.place(reference, context))));
        boolean amounts = types.equals(Set.of(ColumnSpec.Type.AMOUNT));
        if (!kind.equals(ColumnSpec.RATE_OF_CHANGE) && isNone(part.minus(whole)) && !isNone(whole)) {
            Value exactPart = value(ratio.left(), context, Style.PercentBasis.EXACT);
            Value exactWhole = value(ratio.right(), context, Style.PercentBasis.EXACT);
            if (!isNone(exactPart.minus(exactWhole))) {
                return ratio(label, exactPart, exactWhole, kind, amounts, inYuan.of(ratio, context));
            }
        }
        return ratio(label, part, whole, kind, amounts, workings.of(ratio, context));
    }

    private static boolean isNone(Value value) {
        return ((Value.Known) value).number().signum() == 0;
    }

    /** Where words of the pack stand for the ratio there is no unit. */
    private Run ratio(String label, Value part, Value whole, String kind, boolean amounts, String how) {
        String text = printing.ratio(part, whole, kind, amounts);
        return new Figure(text, label, text.matches("-?[\\d.,]+%") ? PERCENT : "", part.dividedBy(whole), how);
    }

    private Run amount(String label, Value value, String how, boolean before) {
        if (!(value instanceof Value.Known known)) {
            return figure(label, value, "", printing::amount, how);
        }
        Printing.Amount told = largeInYi && before ? printing.toldLarge(known.number()) : printing.told(known.number(), before);
        return figure(label, value, told.unit(), yuan -> told.text(), in(told.unit(), known.number(), how));
    }

    /** What was computed in 万元 is said in 元 or 亿元. */
    private String in(String unit, BigDecimal yuan, String how) {
        if (unit.equals(Figure.YI)) {
            String exact = printing.amount(yuan) + MoneyUnit.WAN.label();
            return how.isEmpty() ? exact : exact + " = " + how;
        }
        boolean converted = unit.equals(MoneyUnit.YUAN.label()) && !how.isEmpty() && !how.contains(MoneyUnit.YUAN.label());
        return converted ? "(" + how + ") × 10,000" : how;
    }

    private Run figure(String label, Value value, String unit, Function<BigDecimal, String> format, String how) {
        if (value instanceof Value.Known known) {
            return new Figure(format.apply(known.number()), label, unit, value, how);
        }
        missing(value, label, "正文要用到这里的数");
        return new Figure("", label, "", value);
    }

    /** @param style which wording of the pack's changes */
    private List<Run> change(Place place, BlockSpec.CompareSpec compare, String style, Context context) {
        Change change = Change.of(ledger, place, compare, context);
        if (!(change.amount() instanceof Value.Known known)) {
            List.of(change.current(), change.base()).stream().filter(Value.Missing.class::isInstance)
                .forEach(value -> missing(value, place.row(), "正文要用它算增减"));
            return List.of();
        }
        Value base = change.base();
        Value size = new Value.Known(known.number().abs(), known.cells());
        Wording wording = pack.changes().get(style);
        List<Run> runs = new ArrayList<>();
        Sentence sentence = Sentence.parse(change.sentence(wording, pack.style().reasonThreshold()));
        for (int i = 0; i < sentence.parts().size(); i++) {
            Sentence.Part part = sentence.parts().get(i);
            String name = part instanceof Sentence.Name named ? named.name() : "";
            switch (name) {
                case "" -> runs.add(literal((Sentence.Literal) part, runs));
                case "基数" -> runs.add(new Words(compare.basis()));
                case "增减额" -> runs.add(amount(labels.of(place, context) + "·增减额", size,
                    known.number().signum() < 0 ? workings.difference(base, change.current()) : workings.difference(change.current(), base), isBeforeUnit(sentence, i)));
                case "增减率" -> runs.add(known.number().signum() == 0 ? noChange(labels.of(place, context), size, base)
                    : ratio(labels.of(place, context) + "·增减率", size, base, ColumnSpec.RATE_OF_CHANGE, true, workings.quotient(size, base)));
                case "原因" -> runs.addAll(reason(change));
                default -> runs.addAll(name(name, context, Map.of(), isBeforeUnit(sentence, i)));
            }
        }
        return runs;
    }

    /** Nothing more is 0 % more, also than nothing, by which it cannot be divided. */
    private Run noChange(String label, Value none, Value base) {
        boolean divides = ((Value.Known) base).number().signum() != 0;
        return figure(label + "·增减率", none, PERCENT, printing::percent,
            divides ? workings.quotient(none, base) : workings.difference(base, base));
    }

    private List<Run> reason(Change change) {
        if (change.reason().isPresent()) {
            Entry reason = change.reason().get();
            return List.of(new Typed(reason.asText(), reason.cell()));
        }
        List<CellRef> empty = change.reasons().stream().map(Entry::cell).toList();
        if (!empty.isEmpty() && empty.stream().noneMatch(findings::containsKey)) {
            CellRef cell = empty.get(0);
            String row = change.place().row();
            findings.put(cell, Finding.error("N01",
                cell + "（" + row + "）没有填写原因：公开文本在这里要说明与" + change.compare().basis() + "相比变动的原因",
                "请在这一格填写变动原因，写到点上，不要只写“正常变动”", new Finding.Cell(cell, row, "")));
        }
        return List.of();
    }

    /**
     * Names the cells that are empty, not those beside them. What stands in a cell that could not be read is not
     * missing either: the reader has said what is wrong with it.
     */
    private void missing(Value value, String label, String need) {
        List<CellRef> empty = value.cells().stream().filter(cell -> !numbers.contains(cell) && !unreadable.contains(cell)).toList();
        boolean known = !empty.isEmpty() || value.cells().stream().anyMatch(unreadable::contains);
        (known ? empty : value.cells()).forEach(cell -> missing(cell, label, need));
    }

    private void missing(CellRef cell, String label, String need) {
        findings.putIfAbsent(cell, Finding.error("N02", cell + "（" + label + "）没有填写：" + need,
            "请填写这一格", new Finding.Cell(cell, label, "")));
    }
}
