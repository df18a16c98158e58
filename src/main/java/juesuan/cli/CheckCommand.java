package juesuan.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import juesuan.Disclosure;
import juesuan.model.Finding;
import juesuan.model.FindingWords;
import juesuan.model.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code juesuan check}. */
@Command(name = "check", resourceBundle = "juesuan.cli.help", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private Workbooks workbooks;

    @Option(names = {"-o", "--output"}, paramLabel = "文件夹", descriptionKey = "review")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(names = "--strict", descriptionKey = "strict")
    private boolean strict;

    @Mixin
    private Folders folders;

    private final List<Review> reviews = new ArrayList<>();

    @Override
    public Integer call() {
        Disclosure disclosure = folders.disclosure();
        Optional<Disclosure.Batch> batch = output.map(disclosure::into);
        int worst = workbooks.each(workbook -> {
            Disclosure.Outcome outcome = batch.map(b -> b.check(workbook, workbooks.pack()))
                .orElseGet(() -> disclosure.check(workbook, workbooks.pack()));
            reviews.add(outcome.review().named(workbook.toString()));
            if (!json) {
                print(workbook, outcome);
            }
            return exitCode(outcome.review());
        }, this::unreadable);
        if (json) {
            // Bytes, not text: the console's own encoding must not come between.
            System.out.writeBytes(Disclosure.json(reviews));
            System.out.flush();
        } else if (reviews.size() > 1) {
            System.out.println(FindingsText.total(reviews));
        }
        return worst;
    }

    private void print(Path workbook, Disclosure.Outcome outcome) {
        FindingsText.print(System.out, workbook, outcome.review());
        outcome.office().ifPresent(office -> FindingsText.office(System.out, office, outcome.review()));
        FindingsText.announce(System.out, workbook, outcome);
        System.out.println("《" + workbook.getFileName() + "》" + verdict(outcome.review()) + FindingWords.counts(outcome.review().checks()));
    }

    private String verdict(Review review) {
        return review.status() == Review.Status.BLOCKED ? "没有通过审核："
            : exitCode(review) == ExitCode.DONE ? "通过审核：" : "有提醒，按 --strict 没有通过审核：";
    }

    private int unreadable(Path workbook, Throwable e) {
        reviews.add(Review.unreadable(workbook.toString(), Main.sentence(e)));
        return json ? Main.exitCode(e) : Main.report(e);
    }

    private int exitCode(Review review) {
        boolean warned = strict && review.count(Finding.Severity.WARNING) > 0;
        return review.status() == Review.Status.BLOCKED || warned ? ExitCode.BLOCKED : ExitCode.DONE;
    }
}
