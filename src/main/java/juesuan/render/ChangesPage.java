package juesuan.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import juesuan.model.ChangeGroups;
import juesuan.model.Changes;
import juesuan.model.Rewording;
import juesuan.model.Words;
import juesuan.pack.Resources;

/** What a comparison found, as one page that needs nothing beside itself. */
public final class ChangesPage {

    /** @param pages marks of the old and the new one */
    record Line(String place, String note, String was, String now, String wasPage, String nowPage) {

        public Rewording words() {
            return Rewording.of(was, now);
        }
    }

    record Group(String where, String pages, List<Line> figures, List<Line> texts) {
    }

    private ChangesPage() {
    }

    public static String html(Resources resources, Changes changes) {
        ChangeGroups groups = ChangeGroups.of(changes);
        List<Line> inputs = changes.inputs().stream().map(ChangesPage::line).toList();
        List<Group> sheets = groups.sheets().stream().map(ChangesPage::group).toList();
        List<Group> sections = groups.sections().stream().map(ChangesPage::group).toList();
        boolean marked = Stream.concat(inputs.stream(), Stream.concat(sheets.stream(), sections.stream()).flatMap(group -> group.texts().stream()))
            .anyMatch(line -> line.words().isMarked());
        return new Templates(resources).process("html/compare.html", Map.of(
            "old", title(changes.from()), "fresh", title(changes.to()), "equal", changes.isEmpty(),
            "summary", ChangeGroups.summary(changes), "remarks", changes.remarks().stream().map(Words::printable).toList(),
            "inputs", inputs, "sheets", sheets, "sections", sections, "marked", marked));
    }

    private static String title(Changes.Version version) {
        return Words.printable(version.title()) + version.revision().map(revision -> "（第 " + revision + " 次公开）").orElse("（工作簿）");
    }

    private static Line line(Changes.Input input) {
        return new Line(Words.printable(input.place()), "", typed(input.was()), typed(input.now()), cell(input.was()), cell(input.now()));
    }

    private static String typed(Optional<Changes.Typed> typed) {
        return typed.map(Changes.Typed::text).filter(text -> !text.isEmpty()).map(Words::printable).orElse("（空）");
    }

    private static String cell(Optional<Changes.Typed> typed) {
        return typed.map(t -> Words.printable(t.cell().toString())).orElse("");
    }

    private static Group group(ChangeGroups.Group group) {
        return new Group(Words.printable(group.where()), group.pages(),
            group.figures().stream().map(f -> line(ChangeGroups.place(f), f.extent(), f.was(), f.now())).toList(),
            group.texts().stream().map(t -> line(t.what(), t.extent(), t.was(), t.now())).toList());
    }

    private static Line line(String place, Changes.Extent extent, Optional<Changes.Printed> was, Optional<Changes.Printed> now) {
        return new Line(Words.printable(place), ChangeGroups.extent(extent, was.isPresent()), Words.printable(ChangeGroups.text(was)),
            Words.printable(ChangeGroups.text(now)), page(was), page(now));
    }

    private static String page(Optional<Changes.Printed> printed) {
        return ChangeGroups.pagesOf(printed.stream().map(Changes.Printed::page).flatMap(Stream::of));
    }
}
