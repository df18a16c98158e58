package juesuan;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import juesuan.model.Accounts;
import juesuan.model.Checksum;
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
final class OfficeFiles {

    static final String WORD = "部门决算.docx";

    private final Disclosure.Read read;
    private final Publisher.Review files;

    OfficeFiles(Disclosure.Read read, Review review) {
        this(read, review, Map.of());
    }

    OfficeFiles(Disclosure.Read read, Review review, PublicFiles published) {
        this(read, review, Map.of(WORD, WordDocument.of(published.document(), new WordDocument.Pages(published.pdf().numbers(),
            read.pack().style().pageMarkBefore(), read.pack().style().pageMarkAfter()))));
    }

    private OfficeFiles(Disclosure.Read read, Review review, Map<String, byte[]> drafts) {
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

    /** What the package's folder is called after: the department, or the workbook while its department cannot be read. */
    static String folder(Disclosure.Read read) {
        String department = read.submission().accounts().department();
        return department.isEmpty() ? read.original().baseName() : department;
    }

    Disclosure.Office write(Publisher publisher) {
        return office(publisher.review(year(), folder(read), files));
    }

    Disclosure.Office write(Publisher publisher, Map<String, byte[]> published, String seen) {
        return office(publisher.publish(year(), folder(read), published, files, seen));
    }

    private int year() {
        return read.submission().accounts().year();
    }

    private Disclosure.Office office(Publisher.Placed placed) {
        Path review = placed.folder().resolve(ReviewFolder.NAME);
        return new Disclosure.Office(review.resolve(read.original().annotatedName()), review.resolve(ReviewFolder.REPORT), placed.renamed(), placed.moved());
    }
}
