package juesuan.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import juesuan.model.ChangeGroups;
import juesuan.model.Changes;
import juesuan.model.FindingWords;
import juesuan.model.Rewording;
import juesuan.pack.Resources;

/** What a comparison found, as one page that needs nothing beside itself. */
public final class ChangesPage {

    record Text(String place, String note, Rewording words, String wasPage, String nowPage) {
    }

    record Figure(String place, String note, String was, String now, String wasPage, String nowPage) {
    }

    record Group(String where, String pages, List<Figure> figures, List<Text> texts) {
    }

    private ChangesPage() {
    }

    public static String html(Resources resources, Changes changes) {
        ChangeGroups groups = ChangeGroups.of(changes);
        List<Text> inputs = changes.inputs().stream().map(ChangesPage::text).toList();
        List<Group> sheets = groups.sheets().stream().map(ChangesPage::group).toList();
        List<Group> sections = groups.sections().stream().map(ChangesPage::group).toList();
        boolean marked = Stream.concat(inputs.stream(), Stream.concat(sheets.stream(), sections.stream()).flatMap(group -> group.texts().stream()))
            .anyMatch(text -> text.words().isMarked());
        return new Templates(resources).process("html/compare.html", Map.of(
            "old", title(changes.from()), "fresh", title(changes.to()), "equal", changes.isEmpty(),
            "summary", ChangeGroups.summary(changes), "remarks", changes.remarks().stream().map(FindingWords::printable).toList(),
            "inputs", inputs, "sheets", sheets, "sections", sections, "marked", marked));
    }

    private static String title(Changes.Version version) {
        return FindingWords.printable(version.title()) + version.revision().map(revision -> "（第 " + revision + " 次公开）").orElse("（工作簿）");
    }

    private static Text text(Changes.Input input) {
        return new Text(FindingWords.printable(input.place()), "", ChangeGroups.words(input), cell(input.was()), cell(input.now()));
    }

    private static String cell(Optional<Changes.Typed> typed) {
        return typed.map(t -> FindingWords.printable(t.cell().toString())).orElse("");
    }

    private static Group group(ChangeGroups.Group group) {
        return new Group(FindingWords.printable(group.where()), group.pages(),
            group.figures().stream().map(ChangesPage::figure).toList(), group.texts().stream().map(ChangesPage::text).toList());
    }

    private static Figure figure(Changes.Figure figure) {
        return new Figure(FindingWords.printable(ChangeGroups.place(figure)), ChangeGroups.extent(figure.extent(), figure.was().isPresent()),
            FindingWords.printable(ChangeGroups.text(figure.was())), FindingWords.printable(ChangeGroups.text(figure.now())), page(figure.was()), page(figure.now()));
    }

    private static Text text(Changes.Text text) {
        return new Text(FindingWords.printable(text.what()), ChangeGroups.extent(text.extent(), text.was().isPresent()), ChangeGroups.words(text),
            page(text.was()), page(text.now()));
    }

    private static String page(Optional<Changes.Printed> printed) {
        return ChangeGroups.pagesOf(printed.stream().map(Changes.Printed::page).flatMap(Stream::of));
    }
}
