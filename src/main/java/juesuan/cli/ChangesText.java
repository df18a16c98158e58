package juesuan.cli;

import java.io.PrintStream;
import java.util.Optional;
import java.util.stream.Stream;
import juesuan.model.ChangeGroups;
import juesuan.model.Changes;
import juesuan.model.Words;

/** A comparison for people at a terminal. */
final class ChangesText {

    private final PrintStream out;

    private ChangesText(PrintStream out) {
        this.out = out;
    }

    static void print(PrintStream out, Changes changes) {
        new ChangesText(out).print(changes);
    }

    private void print(Changes changes) {
        changes.remarks().forEach(remark -> line("[提示] " + remark));
        if (!changes.inputs().isEmpty()) {
            line("填报内容");
            changes.inputs().forEach(this::input);
        }
        ChangeGroups groups = ChangeGroups.of(changes);
        if (!groups.sheets().isEmpty()) {
            line("决算表和自评表");
            groups.sheets().forEach(this::group);
        }
        if (!groups.sections().isEmpty()) {
            line("封面和正文");
            groups.sections().forEach(this::group);
        }
        line(ChangeGroups.summary(changes));
    }

    private void input(Changes.Input input) {
        line("  " + input.place() + "（" + cells(input) + "）");
        line("    原：" + input.was().map(Changes.Typed::text).filter(text -> !text.isEmpty()).orElse("（空）"));
        line("    现：" + input.now().map(Changes.Typed::text).filter(text -> !text.isEmpty()).orElse("（空）"));
    }

    private static String cells(Changes.Input input) {
        String was = input.was().map(typed -> typed.cell().toString()).orElse("");
        String now = input.now().map(typed -> typed.cell().toString()).orElse("");
        return was.equals(now) || now.isEmpty() ? was : was.isEmpty() ? now : "原 " + was + "，现 " + now;
    }

    private void group(ChangeGroups.Group group) {
        line("  " + group.where() + (group.pages().isEmpty() ? "" : "（" + group.pages() + "）"));
        group.texts().forEach(text -> {
            String what = text.what() + ChangeGroups.extent(text.extent(), text.was().isPresent());
            if (!what.isEmpty()) {
                line("    " + what + "：");
            }
            line("    原：" + ChangeGroups.text(text.was()) + page(text.was()));
            line("    现：" + ChangeGroups.text(text.now()) + page(text.now()));
        });
        group.figures().forEach(figure -> {
            String extent = ChangeGroups.extent(figure.extent(), figure.was().isPresent());
            line("    " + ChangeGroups.place(figure) + "：" + ChangeGroups.text(figure.was()) + " → " + ChangeGroups.text(figure.now())
                + (extent.isEmpty() ? "" : "，" + extent) + page(figure.now().or(figure::was)));
        });
    }

    private static String page(Optional<Changes.Printed> printed) {
        String page = ChangeGroups.pagesOf(printed.stream().map(Changes.Printed::page).flatMap(Stream::of));
        return page.isEmpty() ? "" : "（" + page + "）";
    }

    private void line(String text) {
        out.println(Words.printable(text));
    }
}
