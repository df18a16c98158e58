package juesuan.pipeline;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import juesuan.model.Accounts;
import juesuan.model.Checksum;
import juesuan.model.OfficePaths;
import juesuan.model.Review;
import juesuan.publish.FindingsJson;
import juesuan.publish.Publisher;
import juesuan.publish.ReviewFolder;
import juesuan.render.ReviewPage;
import juesuan.word.WordDocument;
import juesuan.workbook.intake.Original;
import juesuan.workbook.mark.Annotation;

/**
 * What the office gets of an audit: the annotated workbook, the report, and the findings for programs;
 * and of a publication the Word edition. Without one, as long as the figures are wrong, there is none to sign.
 */
public final class OfficeFiles {

    public static final String WORD = "部门决算.docx";

    private final Reading read;
    private final Publisher.Review files;

    public OfficeFiles(Reading read, Review review) {
        this(read, review, Map.of());
    }

    public OfficeFiles(Reading read, Review review, PublicFiles published) {
        this(read, review, Map.of(WORD, WordDocument.of(published.document(), new WordDocument.Pages(published.pdf().numbers(),
            read.pack().style().pageMarkBefore(), read.pack().style().pageMarkAfter()))));
    }

    private OfficeFiles(Reading read, Review review, Map<String, byte[]> drafts) {
        this.read = read;
        Accounts accounts = read.submission().accounts();
        Original original = read.original();
        String subject = (accounts.department().isEmpty() ? "" : accounts.department() + "，") + accounts.year() + " 年度，《" + original.name() + "》";
        byte[] annotated = Annotation.of(original, subject, review);
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put(original.annotatedName(), annotated);
        contents.put(ReviewFolder.REPORT, ReviewPage.html(read.pack(),
            new ReviewPage.Source(accounts.department(), accounts.year(), original.name(), original.sha256()), review)
            .getBytes(StandardCharsets.UTF_8));
        contents.putAll(drafts);
        contents.put(ReviewFolder.FINDINGS, FindingsJson.of(review, new FindingsJson.Copy(original.annotatedName(), Checksum.of(annotated)),
            drafts.entrySet().stream().map(draft -> new FindingsJson.Copy(draft.getKey(), Checksum.of(draft.getValue()))).findFirst()));
        this.files = new Publisher.Review(contents, original.bytes());
    }

    public OfficePaths write(Publisher publisher) {
        return paths(publisher.review(year(), read.folder(), files));
    }

    /** @param published by path within the package */
    public OfficePaths write(Publisher publisher, Map<String, byte[]> published, String seen) {
        return paths(publisher.publish(year(), read.folder(), published, files, seen));
    }

    private int year() {
        return read.submission().accounts().year();
    }

    private OfficePaths paths(Publisher.Placed placed) {
        Path review = placed.folder().resolve(ReviewFolder.NAME);
        return new OfficePaths(review.resolve(read.original().annotatedName()), review.resolve(ReviewFolder.REPORT), placed.renamed(), placed.moved());
    }
}
