package juesuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import juesuan.layout.DocumentMaker;
import juesuan.model.Changes;
import juesuan.model.Document;
import juesuan.model.Grid;
import juesuan.model.Place;
import juesuan.model.Run;
import juesuan.model.Section;
import juesuan.pack.PackFiles;
import juesuan.pipeline.Examination;
import juesuan.pipeline.Pipeline;
import juesuan.pipeline.PublicFiles;
import juesuan.pipeline.Reading;
import juesuan.render.PdfFile;
import juesuan.samples.Sample;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What compare names is what differs, no more and no less: against all printed texts of both documents, taken
 * from the documents themselves and subtracted from each other without any idea of what belongs together.
 */
class CompareTest {

    private static final Disclosure DISCLOSURE = new Disclosure(Optional.empty(), Optional.empty());
    private static final Pipeline PIPELINE = new Pipeline(new PackFiles(Optional.empty()), Optional.empty());
    private static final Place PRIOR = new Place("上年与预算", "收入", "其他收入", "上年决算数");
    private static final String SELF = "项目支出绩效自评表";

    @TempDir
    private Path folder;

    static Stream<Arguments> changes() {
        Sample sample = Samples.longgang();
        Sample.Filled form = sample.sheets().stream().filter(s -> s.sheet().equals(SELF)).findFirst().orElseThrow();
        Sample.Filled more = new Sample.Filled(SELF, "自评表4", retold(form, "另一个项目"));
        Sample groups = group(sample);
        return Stream.of(
            Arguments.of("nothing", sample, sample, 0),
            Arguments.of("a prior year's figure", sample, sample.with(PRIOR, "12.34"), 1),
            Arguments.of("a table, a reason, a count, a text and a form", sample,
                sample.with(new Place("收入支出决算总表", "收入", "其他收入", "决算数"), "77.70")
                    .with(new Place("上年与预算", "收入", "其他收入", "主要变动情况"), "利息减少。另有退款")
                    .with(new Place("三公说明", "数目", "国内接待批次", "数目"), "97")
                    .with(new Place("概况", "概况", "主要职责", "内容"), "只有一项职责。")
                    .with(new Place(SELF, "目标", "目标", "实际完成情况"), "都完成了。"), 5),
            Arguments.of("explanations written anew", sample, sample.with(new Place("名词解释", "名词", "1", "解释"), "ABC。").with(new Place("名词解释", "名词", "2", "解释"), "DEF。"), 2),
            Arguments.of("an added subject and an added group", sample, subject(groups), 6),
            Arguments.of("a removed group, an added form and a removed one", groups, sample.copies(SELF, 1).with(more), -1));
    }

    /** Before the others, whose ordinals change. */
    private static Sample group(Sample sample) {
        Sample.Filled form = sample.sheets().stream().filter(s -> s.sheet().equals("三公说明")).findFirst().orElseThrow();
        Map<Place, String> cells = new LinkedHashMap<>();
        form.cells().forEach((place, typed) -> cells.put(place.block().equals("团组")
            ? new Place(place.sheet(), place.block(), String.valueOf(Integer.parseInt(place.row()) + 1), place.column()) : place, typed));
        cells.put(new Place("三公说明", "团组", "1", "名称"), "赴新加坡招商");
        cells.put(new Place("三公说明", "团组", "1", "金额"), "1.2");
        return sample.with(new Sample.Filled(form.sheet(), form.tab(), cells));
    }

    private static Sample subject(Sample sample) {
        Sample changed = sample.with(new Place("收入决算表", "科目", "2299999", "科目编码"), "2299999")
            .with(new Place("收入决算表", "科目", "2299999", "科目名称"), "其他支出");
        for (String column : List.of("本年收入合计", "财政拨款收入")) {
            changed = changed.with(new Place("收入决算表", "科目", "2299999", column), "5.00");
        }
        return changed;
    }

    private static Map<Place, String> retold(Sample.Filled form, String name) {
        Map<Place, String> cells = new LinkedHashMap<>(form.cells());
        cells.replaceAll((place, typed) -> place.row().equals("项目名称") ? name : typed);
        return cells;
    }

    private Path workbook(String name, Sample sample) throws IOException {
        return Files.write(folder.resolve(name), SampleWorkbooks.bytes(sample));
    }

    private static Document document(Path workbook) {
        Reading read = PIPELINE.read(workbook, Optional.empty());
        Examination examined = PIPELINE.examine(read, Map.of());
        assertThat(examined.narrative()).as(examined.review().findings().toString()).isPresent();
        return DocumentMaker.make(read.pack(), read.submission().accounts(), examined.narrative().get(), examined.tailErrors());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void namesWhatDiffersAndNoMore(String what, Sample was, Sample now, int inputs) throws IOException {
        Path old = workbook("旧.xlsx", was);
        Path fresh = workbook("新.xlsx", now);
        Changes changes = DISCLOSURE.compare(old, fresh);
        Document before = document(old);
        Document after = document(fresh);
        for (Function<Document, List<String>> kind : List.<Function<Document, List<String>>>of(CompareTest::figures, CompareTest::typed, CompareTest::numbers, CompareTest::sentences)) {
            List<String> gone = less(kind.apply(before), kind.apply(after));
            List<String> come = less(kind.apply(after), kind.apply(before));
            assertThat(told(changes, Changes.Figure::was, Changes.Text::was, kind.apply(before).get(0).charAt(0))).as("gone").containsExactlyInAnyOrderElementsOf(gone);
            assertThat(told(changes, Changes.Figure::now, Changes.Text::now, kind.apply(before).get(0).charAt(0))).as("come").containsExactlyInAnyOrderElementsOf(come);
        }
        assertThat(changes.isEmpty()).isEqualTo(what.equals("nothing"));
        if (inputs >= 0) {
            assertThat(changes.inputs()).as(changes.inputs().toString()).hasSize(inputs);
            assertThat(changes.inputsCompared()).isTrue();
        }
        pages(changes, before, after);
    }

    /** What compare says, of one of the four kinds below. */
    private static List<String> told(Changes changes, Function<Changes.Figure, Optional<Changes.Printed>> figure,
                                     Function<Changes.Text, Optional<Changes.Printed>> text, char kind) {
        List<String> told = new ArrayList<>();
        changes.figures().forEach(f -> figure.apply(f).ifPresent(printed -> told.add(f.kind() == Changes.Kind.NARRATIVE
            ? "%" + f.where() + "|" + printed.text()
            : "#" + f.where() + "|" + f.row() + "|" + f.column() + "|" + printed.text())));
        changes.texts().forEach(t -> text.apply(t).ifPresent(printed -> told.add((t.what().startsWith("“") ? "@" : "$") + t.where() + "|" + printed.text())));
        return told.stream().filter(line -> line.charAt(0) == kind).toList();
    }

    private static List<String> figures(Document document) {
        List<String> found = new ArrayList<>();
        grids(document, (where, cell) -> cell.figure().ifPresent(figure -> found.add("#" + where + "|" + figure.row() + "|"
            + String.join("／", figure.column()) + "|" + cell.text())));
        return found;
    }

    /** Long texts stand in several lines of the grid. */
    private static List<String> typed(Document document) {
        Map<List<Object>, String> whole = new LinkedHashMap<>();
        grids(document, (where, cell) -> cell.typed().filter(t -> !cell.text().isEmpty())
            .ifPresent(t -> whole.merge(List.of(where, t), cell.text(), (a, b) -> a + "\n" + b)));
        return whole.entrySet().stream().map(text -> "@" + text.getKey().get(0) + "|" + text.getValue()).toList();
    }

    private static void grids(Document document, java.util.function.BiConsumer<String, Grid.Cell> each) {
        for (Document.Part part : document.parts()) {
            part.tables().forEach(table -> table.grid().body().forEach(line -> line.cells().forEach(cell ->
                each.accept(table.number() + " " + table.title(), cell))));
            part.forms().forEach(form -> form.grids().forEach(grid -> grid.body().forEach(line -> line.cells().forEach(cell ->
                each.accept(form.title() + "（" + form.name() + "）", cell)))));
        }
    }

    /** Only of sentences that are not in the other document: but those that are have the same numbers. */
    private static List<String> numbers(Document document) {
        List<String> found = new ArrayList<>();
        document.parts().forEach(part -> part.sections().forEach(section -> walk(part.title(), section, (where, own) ->
            own.paragraphs().forEach(paragraph -> paragraph.runs().forEach(run -> {
                if (run instanceof Run.Figure figure) {
                    found.add("%" + where + "|" + figure.text());
                }
            })))));
        return found;
    }

    private static List<String> sentences(Document document) {
        List<String> found = new ArrayList<>();
        document.parts().forEach(part -> {
            part.tables().forEach(table -> table.notes().forEach(note -> found.add("$" + table.number() + " " + table.title() + "|" + note)));
            part.sections().forEach(section -> walk(part.title(), section, (where, own) -> {
                own.paragraphs().forEach(paragraph -> {
                    for (String sentence : paragraph.text().split("(?<=。)")) {
                        found.add("$" + where + "|" + sentence);
                    }
                });
            }));
        });
        return found;
    }

    private static void walk(String outside, Section section, java.util.function.BiConsumer<String, Section> each) {
        String where = section.heading().isEmpty() ? outside : outside + " › " + section.heading();
        each.accept(where, section);
        section.sections().forEach(inner -> walk(where, inner, each));
    }

    private static List<String> less(List<String> all, List<String> others) {
        List<String> left = new ArrayList<>(all);
        others.forEach(left::remove);
        return left;
    }

    /** Every page that is named bears the text. */
    private void pages(Changes changes, Document before, Document after) {
        if (changes.printsTheSame()) {
            return;
        }
        assertThat(Stream.concat(changes.figures().stream().flatMap(f -> Stream.concat(f.was().stream(), f.now().stream())),
            changes.texts().stream().filter(t -> !t.where().equals("封面")).flatMap(t -> Stream.concat(t.was().stream(), t.now().stream()))))
            .allSatisfy(printed -> assertThat(printed.page()).as(printed.text()).matches("\\d+(-\\d+)?"));
    }

    @Test
    void pagesAreThoseThatBearTheText() throws IOException {
        Path output = folder.resolve("output");
        Path old = workbook("旧.xlsx", Samples.longgang());
        Path fresh = workbook("新.xlsx", subject(Samples.longgang()).with(PRIOR, "12.34"));
        Map<String, String> answered = new LinkedHashMap<>();
        DISCLOSURE.check(fresh, Optional.empty()).findings().stream()
            .filter(f -> f.severity() == juesuan.model.Finding.Severity.ERROR).forEach(f -> answered.put(f.rule(), "试验"));
        Path published = DISCLOSURE.into(output).generate(fresh, Optional.empty(), answered).folder().orElseThrow();
        PrintedPages pages = new PrintedPages(new PdfFile(Files.readAllBytes(published.resolve(PublicFiles.FOLDER + PublicFiles.PDF))));
        Changes changes = DISCLOSURE.compare(old, published);
        assertThat(changes.inputsCompared()).isFalse();
        assertThat(changes.inputs()).isEmpty();
        assertThat(changes.figures()).isNotEmpty().allSatisfy(figure -> figure.now().ifPresent(now ->
            assertThat(marked(pages, now.page())).contains(PrintedPages.squeeze(now.text()))));
        assertThat(changes.texts()).isNotEmpty().allSatisfy(text -> text.now().ifPresent(now ->
            assertThat(marked(pages, now.page())).contains(PrintedPages.squeeze(now.text()))));
    }

    private static String marked(PrintedPages pages, String mark) {
        String[] ends = mark.split("-");
        StringBuilder text = new StringBuilder();
        pages.all().stream().filter(page -> page.mark().isPresent() && page.mark().getAsInt() >= Integer.parseInt(ends[0])
            && page.mark().getAsInt() <= Integer.parseInt(ends[ends.length - 1])).forEach(page -> text.append(page.text()));
        return text.toString();
    }
}
