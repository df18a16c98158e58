package juesuan.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.model.ChangeGroups;
import juesuan.model.Changes;
import juesuan.model.FindingWords;
import juesuan.model.Rewording;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** A comparison for people at a terminal. */
final class ChangesText {

    /** What stands around changed words: they must be told apart without colour, and in a file. */
    private enum Mark {
        OUT("〔-", "-〕", Style.fg_red), IN("{+", "+}", Style.fg_green);

        private final String open;
        private final String close;
        private final Style colour;

        Mark(String open, String close, Style colour) {
            this.open = open;
            this.close = close;
            this.colour = colour;
        }

        String around(String text, Ansi ansi) {
            String marked = open + text + close;
            return ansi.enabled() ? colour.on() + marked + colour.off() : marked;
        }
    }

    private final PrintStream out;
    private final Ansi ansi;
    private boolean marked;

    private ChangesText(PrintStream out, Ansi ansi) {
        this.out = out;
        this.ansi = ansi;
    }

    /** @param ansi whether colours help: never when NO_COLOR is set, or where nobody looks at a terminal */
    static void print(PrintStream out, Changes changes, Ansi ansi) {
        new ChangesText(out, ansi).print(changes);
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
        if (marked) {
            line("〔-…-〕是去掉的，{+…+}是加上的；几乎整句改写的不标。");
        }
        line(ChangeGroups.summary(changes));
    }

    private void input(Changes.Input input) {
        line("  " + input.place() + "（" + cells(input) + "）");
        reworded(ChangeGroups.words(input), "", "");
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
            reworded(ChangeGroups.words(text), page(text.was()), page(text.now()));
        });
        group.figures().forEach(figure -> {
            String extent = ChangeGroups.extent(figure.extent(), figure.was().isPresent());
            line("    " + ChangeGroups.place(figure) + "：" + ChangeGroups.text(figure.was()) + " → " + ChangeGroups.text(figure.now())
                + (extent.isEmpty() ? "" : "，" + extent) + page(figure.now().or(figure::was)));
        });
    }

    private void reworded(Rewording words, String wasPage, String nowPage) {
        marked |= words.isMarked();
        out.println("    原：" + marked(words.was(), Mark.OUT) + FindingWords.printable(wasPage));
        out.println("    现：" + marked(words.now(), Mark.IN) + FindingWords.printable(nowPage));
    }

    private String marked(List<Rewording.Piece> pieces, Mark mark) {
        return pieces.stream().map(piece -> piece.changed() ? mark.around(piece.text(), ansi) : piece.text()).collect(Collectors.joining());
    }

    private static String page(Optional<Changes.Printed> printed) {
        String page = ChangeGroups.pagesOf(printed.stream().map(Changes.Printed::page).flatMap(Stream::of));
        return page.isEmpty() ? "" : "（" + page + "）";
    }

    private void line(String text) {
        out.println(FindingWords.printable(text));
    }
}
