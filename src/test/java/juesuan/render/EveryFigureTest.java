package juesuan.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.layout.DocumentMaker;
import juesuan.model.Accounts;
import juesuan.model.CellRef;
import juesuan.model.Document;
import juesuan.model.Entry;
import juesuan.model.Grid;
import juesuan.model.Money;
import juesuan.model.MoneyUnit;
import juesuan.model.Narrative;
import juesuan.model.Paragraph;
import juesuan.model.Place;
import juesuan.model.Run;
import juesuan.model.Value;
import juesuan.narrate.Narrator;
import juesuan.pack.BlockSpec;
import juesuan.pack.ColumnSpec;
import juesuan.pack.ColumnSpec.Type;
import juesuan.pack.Pack;
import juesuan.pack.RowSpec;
import juesuan.pack.SheetSpec;
import juesuan.samples.PublishedTables;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Changing one number changes every place where it is printed, table and text alike. Every number of both
 * samples is changed, one at a time, and the document before is compared with the document after.
 *
 * <p>The test does not take the program's word for it. It prints numbers itself ({@link PublishedTables}),
 * knows itself in which line and column of which table a number belongs, and recomputes every figure of
 * the changed text from the cells that the figure names.
 */
class EveryFigureTest {

    private static final Pack PACK = Samples.pack("guangdong");
    /** Printed by the pack itself, not by a cell; changing it is another document. */
    private static final Place YEAR = new Place("基本信息", "基本信息", "年度", "内容");

    /** With what is printed nowhere in this sample, because what it speaks of did not happen. */
    enum Unit {
        LONGGANG(Samples.longgang(), Set.of()),
        YANXI(Samples.yanxi(), Set.of("绩效评价.金额[政府性基金自评资金, 金额]", "绩效评价.金额[重点评价一般公共预算, 金额]",
            "绩效评价.金额[重点评价政府性基金, 金额]", "绩效评价.金额[重点评价国有资本, 金额]"));

        private final Sample sample;
        private final Set<String> unprinted;

        Unit(Sample sample, Set<String> unprinted) {
            this.sample = sample;
            this.unprinted = unprinted;
        }
    }

    /** @param type of the cell, the row's own type applied */
    private record Input(String tab, Place place, Type type, MoneyUnit unit, BigDecimal number) {

        CellRef cell() {
            return SampleAccounts.cell(tab, place);
        }

        /** Large enough to show in 万元 with two decimals. */
        BigDecimal changed() {
            return number.add(type == Type.AMOUNT ? new BigDecimal("10100.00")
                : type == Type.COUNT ? BigDecimal.ONE : new BigDecimal("1.01"));
        }

        String typed() {
            BigDecimal changed = changed();
            return (type == Type.AMOUNT && unit == MoneyUnit.WAN ? changed.movePointLeft(4) : changed).toPlainString();
        }
    }

    private record Printed(Accounts accounts, Narrative narrative, Document document) {

        static Printed of(Sample sample) {
            Accounts accounts = SampleAccounts.of(sample, PACK);
            Narrative narrative = Narrator.compute(accounts, PACK);
            return new Printed(accounts, narrative, DocumentMaker.make(PACK, accounts, narrative, false));
        }

        /** Texts of the cells of tables and forms: which grid, line and column. */
        Map<String, String> cells() {
            Map<String, String> cells = new TreeMap<>();
            for (Document.Part part : document.parts()) {
                part.tables().forEach(table -> add(cells, table.title(), table.grid()));
                for (Document.Form form : part.forms()) {
                    for (int g = 0; g < form.grids().size(); g++) {
                        add(cells, form.name() + "#" + g, form.grids().get(g));
                    }
                }
            }
            return cells;
        }

        private static void add(Map<String, String> cells, String name, Grid grid) {
            for (int line = 0; line < grid.body().size(); line++) {
                List<Grid.Cell> row = grid.body().get(line).cells();
                for (int column = 0; column < row.size(); column++) {
                    cells.put(name + "|" + line + "|" + column, row.get(column).text());
                }
            }
        }

        /** By section, so that a paragraph that comes or goes moves no other. */
        Map<String, List<Paragraph>> paragraphs() {
            Map<String, List<Paragraph>> paragraphs = new LinkedHashMap<>();
            Stream.concat(document.online().summary().stream(), document.parts().stream()).forEach(part -> part.allSections().forEach(section ->
                paragraphs.put(section.id(), section.paragraphs())));
            return paragraphs;
        }

        Stream<Run> runs() {
            return paragraphs().values().stream().flatMap(List::stream).flatMap(p -> p.runs().stream());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangedNumberIsChangedWhereverItIsPrinted(Unit unit) {
        Printed before = Printed.of(unit.sample);
        Map<String, String> cellsBefore = before.cells();
        recompute(before, List.of());
        Tally tally = new Tally();
        Set<String> unprinted = new TreeSet<>();
        for (Input input : inputs(unit.sample, before.accounts())) {
            Printed after = Printed.of(unit.sample.with(input.tab(), input.place(), input.typed()));
            recompute(after, List.of(input.place()));
            boolean inGrid = grids(input, cellsBefore, after, tally);
            boolean inText = text(input, before, after, tally);
            tally.inputs++;
            if (!inGrid && !inText) {
                unprinted.add(input.place().toString());
            }
        }
        assertThat(unprinted).as("numbers of the workbook that are printed nowhere: is a sentence or a table lost?")
            .isEqualTo(unit.unprinted);
        assertThat(tally.inputs).as("numbers changed").isGreaterThan(500);
        assertThat(tally.figures).as("figures of the text that changed").isGreaterThan(200);
        assertThat(tally.hidden).as("figures whose number changed and whose text did not, " + tally)
            .isLessThan(tally.figures / 5);
        assertThat(tally.rewritten).as("paragraphs that were worded otherwise, " + tally).isLessThan(tally.inputs / 5);
    }

    private static final class Tally {
        private int inputs;
        private int cells;
        private int figures;
        private int hidden;
        private int rewritten;

        @Override
        public String toString() {
            return inputs + " numbers changed one at a time; with them changed " + cells + " cells of tables and forms and "
                + figures + " figures of the text; " + hidden + " figures print the same after rounding, or have no base; "
                + rewritten + " paragraphs were worded otherwise";
        }
    }

    /** Every number that is not computed, as the accounts have it: also those left empty that mean zero. */
    private static List<Input> inputs(Sample sample, Accounts accounts) {
        List<Input> inputs = new ArrayList<>();
        accounts.sheets().forEach(sheet -> sheet.blocks().forEach(block -> block.rows().forEach(row ->
            row.entries().forEach((column, entry) -> {
                Place place = new Place(sheet.id(), block.id(), row.key(), column);
                if (entry instanceof Entry.Number number && !place.equals(YEAR)) {
                    SheetSpec spec = PACK.sheet(sheet.id()).orElseThrow();
                    inputs.add(new Input(sheet.name(), place, type(place), spec.fixedUnit().orElse(accounts.unit()),
                        number.number()));
                }
            }))));
        return inputs;
    }

    private static Type type(Place place) {
        BlockSpec block = PACK.sheet(place.sheet()).orElseThrow().block(place.block()).orElseThrow();
        return block.row(place.row()).flatMap(RowSpec::type)
            .orElseGet(() -> block.column(place.column()).orElseThrow().type());
    }

    /** Exactly its own cell of its own table or form, or none when its sheet is not printed. */
    private static boolean grids(Input input, Map<String, String> before, Printed after, Tally tally) {
        Map<String, String> cells = after.cells();
        assertThat(cells.keySet()).as(input.place() + " changes what the tables consist of").isEqualTo(before.keySet());
        List<String> changed = cells.keySet().stream().filter(at -> !cells.get(at).equals(before.get(at))).toList();
        SheetSpec spec = PACK.sheet(input.place().sheet()).orElseThrow();
        BlockSpec block = spec.block(input.place().block()).orElseThrow();
        if (spec.kind() == SheetSpec.Kind.FORM || !block.printed()) {
            assertThat(changed).as(input.place() + " is printed in no table").isEmpty();
            return false;
        }
        assertThat(changed).as(input.place() + " = " + input.typed() + " is printed in exactly one cell").hasSize(1);
        String at = changed.get(0);
        String where = spec.kind() == SheetSpec.Kind.TABLE ? tableCell(input, spec, block, after) : formCell(input, block, after, at);
        assertThat(at).as("the cell in which " + input.place() + " is printed").isEqualTo(where);
        Function<BigDecimal, String> print = input.type() != Type.AMOUNT ? PublishedTables::plain
            : spec.fixedUnit().isPresent() ? PublishedTables::yuan : PublishedTables::wan;
        assertThat(before.get(at)).as(input.place() + " before").isEqualTo(print.apply(input.number()));
        assertThat(cells.get(at)).as(input.place() + " after").isEqualTo(print.apply(input.changed()));
        tally.cells++;
        return true;
    }

    /** Line and column counted from the declaration. */
    private static String tableCell(Input input, SheetSpec spec, BlockSpec block, Printed printed) {
        int column = spec.blocks().stream().takeWhile(b -> b != block).mapToInt(b -> b.leaves().size()).sum()
            + block.leaves().stream().map(ColumnSpec::id).toList().indexOf(input.place().column());
        int line = 0;
        if (block.codes().isPresent()) {
            line = printed.accounts().sheet(spec.id()).orElseThrow().block(block.id()).orElseThrow().rows().stream()
                .map(juesuan.model.Row::key).toList().indexOf(input.place().row());
        } else {
            for (RowSpec row : block.rows()) {
                if (!row.isGap() && row.key().equals(input.place().row())) {
                    break;
                }
                line += Math.max(1, row.skip());
            }
        }
        return spec.title() + "|" + line + "|" + column;
    }

    /** Columns counted from the right, because labels that go on below leave cells out on the left. */
    private static String formCell(Input input, BlockSpec block, Printed printed, String at) {
        String[] parts = at.split("\\|");
        Document.Form form = printed.document().parts().stream().flatMap(part -> part.forms().stream())
            .filter(f -> parts[0].startsWith(f.name() + "#")).findFirst().orElseThrow();
        String name = printed.accounts().sheets().stream().filter(s -> s.name().equals(input.tab())).findFirst().orElseThrow()
            .entry("项目", "项目名称", "内容").orElseThrow().asText();
        assertThat(form.name()).as("the form in which " + input.place() + " is printed").isEqualTo(name);
        Grid grid = form.grids().get(Integer.parseInt(parts[0].substring(parts[0].indexOf('#') + 1)));
        List<Grid.Cell> line = grid.body().get(Integer.parseInt(parts[1])).cells();
        String label = block.row(input.place().row()).map(RowSpec::label).orElseGet(() -> printed.accounts().sheets().stream()
            .filter(s -> s.name().equals(input.tab())).findFirst().orElseThrow()
            .entry(block.id(), input.place().row(), "三级指标").orElseThrow().asText());
        assertThat(line).as("the line in which " + input.place() + " is printed").extracting(Grid.Cell::text).contains(label);
        int fromRight = block.leaves().size() - block.leaves().stream().map(ColumnSpec::id).toList().indexOf(input.place().column());
        return parts[0] + "|" + parts[1] + "|" + (line.size() - fromRight);
    }

    /** What changed in the text names the changed cell, and what names the cell changed, or prints the same. */
    private static boolean text(Input input, Printed before, Printed after, Tally tally) {
        Map<String, List<Paragraph>> old = before.paragraphs();
        Map<String, List<Paragraph>> now = after.paragraphs();
        assertThat(now.keySet()).as("sections").isEqualTo(old.keySet());
        boolean printed = false;
        for (String section : old.keySet()) {
            List<Paragraph> a = old.get(section);
            List<Paragraph> b = now.get(section);
            if (a.equals(b)) {
                continue;
            }
            List<Paragraph> onlyOld = a.stream().filter(p -> !b.contains(p)).toList();
            List<Paragraph> onlyNew = b.stream().filter(p -> !a.contains(p)).toList();
            boolean aligned = onlyOld.size() == onlyNew.size();
            for (int p = 0; aligned && p < onlyOld.size(); p++) {
                aligned = shape(onlyOld.get(p)).equals(shape(onlyNew.get(p)));
            }
            if (aligned) {
                for (int p = 0; p < onlyOld.size(); p++) {
                    printed |= figures(input, onlyOld.get(p), onlyNew.get(p), tally);
                }
            } else {
                printed |= worded(input, section, onlyOld, onlyNew, tally);
            }
        }
        return printed;
    }

    private static boolean figures(Input input, Paragraph before, Paragraph after, Tally tally) {
        boolean printed = false;
        for (int r = 0; r < before.runs().size(); r++) {
            if (before.runs().get(r) instanceof Run.Figure a) {
                Run.Figure b = (Run.Figure) after.runs().get(r);
                boolean names = a.value().cells().contains(input.cell()) && b.value().cells().contains(input.cell());
                assertThat(names || plain(a).equals(plain(b))).as(input.place() + " changed the figure " + a.label() + " from " + a.text()
                    + " to " + b.text() + ", which does not name its cell").isTrue();
                if (names && !a.text().equals(b.text())) {
                    tally.figures++;
                    printed = true;
                } else if (names) {
                    // Words stand for a rate without a base, nothing stays nothing of whatever whole; otherwise the
                    // new number rounds to the same digits.
                    boolean constant = a.value() instanceof Value.Missing
                        || a.value() instanceof Value.Known known && known.number().signum() == 0;
                    assertThat(constant || !a.value().equals(b.value())).as(input.place()
                        + " is named by " + a.label() + ", which was not computed again: " + a.value()).isTrue();
                    tally.hidden++;
                    printed = true;
                }
            }
        }
        return printed;
    }

    /** Without its workings: a total that is submitted does not change with one of its items, though what it says of them may. */
    private static Run.Figure plain(Run.Figure figure) {
        return new Run.Figure(figure.text(), figure.label(), figure.unit(), figure.value());
    }

    /** 持平 became 增加, or a clause came or went: only figures of the changed cell may be new, gone or other. */
    private static boolean worded(Input input, String section, List<Paragraph> before, List<Paragraph> after, Tally tally) {
        tally.rewritten++;
        assertThat(Stream.concat(before.stream(), after.stream()).flatMap(p -> p.runs().stream())
            .anyMatch(run -> run instanceof Run.Figure figure && figure.value().cells().contains(input.cell())))
            .as(input.place() + " changes the wording of " + section + ", where no figure names its cell").isTrue();
        Map<String, Set<String>> old = byLabel(before);
        Map<String, Set<String>> now = byLabel(after);
        old.forEach((label, texts) -> {
            if (now.containsKey(label) && !names(input, before, label) && !names(input, after, label)) {
                assertThat(now.get(label)).as(input.place() + " changed the figure " + label + ", which does not name its cell")
                    .isEqualTo(texts);
            }
        });
        tally.figures += (int) after.stream().flatMap(p -> p.runs().stream())
            .filter(run -> run instanceof Run.Figure figure && figure.value().cells().contains(input.cell())).count();
        return true;
    }

    private static boolean names(Input input, List<Paragraph> paragraphs, String label) {
        return paragraphs.stream().flatMap(p -> p.runs().stream()).anyMatch(run -> run instanceof Run.Figure figure
            && figure.label().equals(label) && figure.value().cells().contains(input.cell()));
    }

    private static Map<String, Set<String>> byLabel(List<Paragraph> paragraphs) {
        Map<String, Set<String>> texts = new HashMap<>();
        paragraphs.stream().flatMap(p -> p.runs().stream()).forEach(run -> {
            if (run instanceof Run.Figure figure) {
                texts.computeIfAbsent(figure.label(), any -> new LinkedHashSet<>()).add(figure.text());
            }
        });
        return texts;
    }

    /** Words and the labels of figures, without their digits. */
    private static List<String> shape(Paragraph paragraph) {
        return paragraph.runs().stream().map(run -> run instanceof Run.Figure figure ? figure.label() : run.text()).toList();
    }

    private record Known(BigDecimal number, Type type) {

        /** As the reader of the page knows it. */
        BigDecimal printed() {
            return type != Type.AMOUNT || new Money(number).isTiny() ? number : new Money(number).asPrinted().yuan();
        }
    }

    /** Recomputes every figure of the text from the cells it names. */
    private static void recompute(Printed printed, List<Place> changed) {
        Map<CellRef, Known> cells = new HashMap<>();
        printed.accounts().sheets().forEach(sheet -> sheet.blocks().forEach(block -> block.rows().forEach(row ->
            row.entries().forEach((column, entry) -> {
                if (entry instanceof Entry.Number number) {
                    cells.put(number.cell(), new Known(number.number(),
                        type(new Place(sheet.id(), block.id(), row.key(), column))));
                }
            }))));
        printed.runs().forEach(run -> {
            if (run instanceof Run.Figure figure) {
                List<Known> known = figure.value().cells().stream().map(cells::get).filter(Objects::nonNull).toList();
                assertThat(known).as("the cells of " + figure).hasSameSizeAs(figure.value().cells());
                assertThat(candidates(figure, known)).as("what " + figure.label() + " should print for " + known
                    + " when " + changed + " changed").contains(figure.text());
            } else if (run instanceof Run.Words words) {
                assertThat(words.text()).as("a number with decimals, or with a separator, that is no figure: it would not"
                    + " follow its cell").doesNotContainPattern("\\d[.,]\\d");
            }
        });
    }

    private static Set<String> candidates(Run.Figure figure, List<Known> known) {
        boolean ratio = figure.text().endsWith("%") || figure.text().startsWith("--") || figure.label().endsWith("·增减率");
        if (figure.unit().equals(Run.Figure.YI)) {
            assertThat(known.size()).as("a large amount stands in its cell or is the change between two: " + figure.label()).isBetween(1, 2);
            BigDecimal yuan = known.stream().map(Known::printed).reduce(BigDecimal::subtract).orElseThrow().abs();
            assertThat(yuan).as("only large amounts are told in 亿元: " + figure.label()).isGreaterThanOrEqualTo(BigDecimal.valueOf(100_000_000));
            return Set.of(PublishedTables.wanInText(yuan.movePointLeft(4)));
        }
        if (known.size() == 1) {
            Known only = known.get(0);
            return ratio ? Set.of("100%", "0%", "--%（基数为0，不可比）", "--（基数为0，不可比）")
                : Set.of(only.type() == Type.AMOUNT ? PublishedTables.wanInText(only.number()) : PublishedTables.plain(only.number()));
        }
        assertThat(known).as("a figure of more than two cells: teach this test how it is computed").hasSize(2);
        BigDecimal a = known.get(0).printed();
        BigDecimal b = known.get(1).printed();
        BigDecimal change = a.subtract(b).abs();
        if (!ratio) {
            assertThat(figure.label()).endsWith("·增减额");
            return Set.of(PublishedTables.wanInText(change));
        }
        return figure.label().endsWith("·增减率")
            ? Stream.of(rate(change, a), rate(change, b)).flatMap(Optional::stream).collect(Collectors.toSet())
            : Stream.of(share(a, b), share(b, a)).flatMap(Set::stream).collect(Collectors.toSet());
    }

    private static Optional<String> rate(BigDecimal change, BigDecimal base) {
        return Optional.of(change.signum() == 0 ? "0%" : base.signum() == 0 ? "--（基数为0，不可比）" : base.signum() < 0 ? "--（基数为负数，不可比）"
            : PublishedTables.percent(change.divide(base, MathContext.DECIMAL128)));
    }

    private static Set<String> share(BigDecimal part, BigDecimal whole) {
        String negative = "--%（有负数，不可比）";
        String more = "--%（有负数或超过总额，不可比）";
        return whole.signum() == 0 ? Set.of("0%", "--%（基数为0，不可比）") : whole.signum() < 0 || part.signum() < 0 ? Set.of(negative, more)
            : part.compareTo(whole) > 0 ? Set.of(more, PublishedTables.percent(part.divide(whole, MathContext.DECIMAL128))) : Set.of(PublishedTables.percent(part.divide(whole, MathContext.DECIMAL128)));
    }
}
