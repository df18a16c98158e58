package juesuan.pipeline;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import juesuan.model.Accounts;
import juesuan.model.Checksum;
import juesuan.model.OfficePaths;
import juesuan.model.Review;
import juesuan.publish.FindingsJson;
import juesuan.publish.Publisher;
import juesuan.publish.ReviewFolder;
import juesuan.render.ReviewPage;
import juesuan.workbook.intake.Original;
import juesuan.workbook.mark.Annotation;

/**
 * What the office gets of an audit: the annotated workbook, the report, and the findings for programs;
 * and of a publication the Word edition. Without one, as long as the figures are wrong, there is none to sign.
 */
public final class OfficeFiles {

    public static final String WORD = "部门决算.docx";

    private final Reading read;
    private final Review review;
    private final Supplier<byte[]> annotated;
    private final Supplier<byte[]> report;

    /** Begins at once with what needs no publication. */
    public OfficeFiles(Reading read, Review review) {
        this.read = read;
        this.review = review;
        Accounts accounts = read.submission().accounts();
        Original original = read.original();
        String subject = (accounts.department().isEmpty() ? "" : accounts.department() + "，") + accounts.year() + " 年度，《" + original.name() + "》";
        this.annotated = SideBySide.start(() -> Annotation.of(original, subject, review));
        this.report = SideBySide.start(() -> ReviewPage.html(read.pack(),
            new ReviewPage.Source(accounts.department(), accounts.year(), original.name(), original.sha256()), review).getBytes(StandardCharsets.UTF_8));
    }

    public OfficePaths write(Publisher publisher) {
        return paths(publisher.review(year(), read.folder(), with(Map.of())));
    }

    /**
     * @param document what is published, in the form of Word
     * @param placed by path within the package what is published
     */
    public OfficePaths write(Publisher publisher, byte[] document, Map<String, byte[]> placed, String seen) {
        return paths(publisher.publish(year(), read.folder(), placed, with(Map.of(WORD, document)), seen));
    }

    private Publisher.Review with(Map<String, byte[]> drafts) {
        Original original = read.original();
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put(original.annotatedName(), annotated.get());
        contents.put(ReviewFolder.REPORT, report.get());
        contents.putAll(drafts);
        contents.put(ReviewFolder.FINDINGS, FindingsJson.of(review, new FindingsJson.Copy(original.annotatedName(), Checksum.of(annotated.get())),
            drafts.entrySet().stream().map(draft -> new FindingsJson.Copy(draft.getKey(), Checksum.of(draft.getValue()))).findFirst()));
        return new Publisher.Review(contents, original.bytes());
    }

    private int year() {
        return read.submission().accounts().year();
    }

    private OfficePaths paths(Publisher.Placed placed) {
        Path review = placed.folder().resolve(ReviewFolder.NAME);
        return new OfficePaths(review.resolve(read.original().annotatedName()), review.resolve(ReviewFolder.REPORT), placed.renamed(), placed.moved());
    }
}
