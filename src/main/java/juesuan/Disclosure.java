package juesuan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.compare.ChangesJson;
import juesuan.comparing.DisclosureComparison;
import juesuan.correction.Correction;
import juesuan.correction.EarlierPackage;
import juesuan.model.Accounts;
import juesuan.model.Changes;
import juesuan.model.CodeChanges;
import juesuan.model.Finding;
import juesuan.model.OfficePaths;
import juesuan.model.Review;
import juesuan.model.UserError;
import juesuan.model.Verified;
import juesuan.narrate.Narrator;
import juesuan.pack.Pack;
import juesuan.pack.PackFiles;
import juesuan.pack.Resources;
import juesuan.pipeline.Examination;
import juesuan.pipeline.OfficeFiles;
import juesuan.pipeline.Pipeline;
import juesuan.pipeline.PublicFiles;
import juesuan.pipeline.Reading;
import juesuan.pipeline.Revision;
import juesuan.publish.FindingsJson;
import juesuan.publish.PackageCheck;
import juesuan.publish.Publisher;
import juesuan.render.ChangesPage;
import juesuan.verification.Verification;
import juesuan.workbook.BlankWorkbook;
import juesuan.workbook.blank.LastYear;

/** Makes the disclosures of any number of departments. What can be asked of the program; the command line asks nothing else. */
public final class Disclosure {

    /** The pack that all others extend: it has the pages that belong to no region. */
    private static final String BASE = "national";
    private final PackFiles files;
    private final Pipeline pipeline;

    /**
     * @param templates the office's own packs, which win over those of the program
     * @param fonts the office's own fonts, which stand for those of the program
     */
    public Disclosure(Optional<Path> templates, Optional<Path> fonts) {
        this.files = new PackFiles(templates);
        this.pipeline = new Pipeline(files, fonts);
    }

    /**
     * What became of one workbook.
     *
     * @param folder the published package; empty when errors stand among the findings
     * @param pages of the PDF
     * @param office what was written for the office, if anything was asked to be written
     * @param hints Chinese sentences on how it was published
     */
    public record Outcome(Optional<Path> folder, int pages, Review review, Optional<OfficePaths> office, List<String> hints, String announcement) {

        public Outcome {
            hints = List.copyOf(hints);
        }

        /** Of a workbook of which nothing is published. */
        Outcome(Review review, Optional<OfficePaths> office, String announcement) {
            this(Optional.empty(), 0, review, office, List.of(), announcement);
        }

        public List<Finding> findings() {
            return review.findings();
        }
    }

    /** One run over several workbooks, into one folder; it begins with clearing away what runs that were cut off left there. */
    public Batch into(Path output) {
        Publisher publisher = new Publisher(output);
        publisher.clear();
        return new Batch(publisher);
    }

    /** As a run over one workbook. */
    public Outcome generate(Path workbook, Optional<String> packId, Path output) {
        return into(output).generate(workbook, packId, Map.of());
    }

    /** Knows what it has written: two workbooks of one run must not replace each other's package. */
    public final class Batch {

        private final Publisher publisher;
        private final Claims claims = new Claims();

        private Batch(Publisher publisher) {
            this.publisher = publisher;
        }

        /**
         * Publishes when no error stands in the way; the office's files are written in any case.
         *
         * @param packId empty for the pack the workbook was written for
         * @param accepted by rule of the audit why its errors do not stand in the way
         * @throws UserError when the workbook cannot be read or the package cannot be written
         */
        public Outcome generate(Path workbook, Optional<String> packId, Map<String, String> accepted) {
            return generate(workbook, packId, accepted, Optional.empty(), false);
        }

        /**
         * Publishes again, with what was wrong and why; what was published before is kept in the package.
         *
         * @param old the package that is corrected, or the published folder in it
         * @param sameDay whether it is corrected on the day on which it was published
         * @throws UserError also when that is not whole, belongs to another department or year, or prints the same, and
         *     when the date of the correction cannot be right
         */
        public Outcome correct(Path workbook, Optional<String> packId, Map<String, String> accepted, Path old, String reason, boolean sameDay) {
            return generate(workbook, packId, accepted, Optional.of(Correction.of(old, reason)), sameDay);
        }

        private Outcome generate(Path workbook, Optional<String> packId, Map<String, String> accepted, Optional<Correction> asked, boolean sameDay) {
            Reading read = pipeline.read(workbook, packId);
            asked.ifPresent(c -> c.require(read.submission().accounts(), pipeline.renderer(read.pack()), Pipeline.timestamp(read.submission().accounts()), sameDay));
            Examination examined = pipeline.examine(read, accepted);
            boolean blocked = examined.review().status() == Review.Status.BLOCKED;
            claims.claim(workbook, read.submission().accounts().year(), read.folder(), !blocked);
            OfficeFiles files = new OfficeFiles(read, examined.review());
            if (blocked) {
                return new Outcome(examined.review(), Optional.of(files.write(publisher)), announcement(read));
            }
            Accounts accounts = read.submission().accounts();
            String seen = publisher.state(accounts.year(), read.folder());
            EarlierPackage earlier = EarlierPackage.at(publisher.place(accounts.year(), read.folder()));
            asked.ifPresent(earlier::require);
            Optional<Correction> correcting = asked.or(() -> earlier.again(accounts));
            PublicFiles published = pipeline.editions(read, examined, Pipeline.timestamp(accounts), correcting.map(Revision.class::cast).orElse(Revision.FIRST));
            List<String> hints = earlier.hint(asked, correcting, published).stream().toList();
            Map<String, byte[]> placed = new LinkedHashMap<>(correcting.map(Correction::kept).orElse(Map.of()));
            published.files().forEach((name, content) -> placed.put(PublicFiles.FOLDER + name, content));
            OfficePaths office = files.write(publisher, published.word(read.pack().style()), placed, seen);
            return new Outcome(Optional.of(earlier.place()), published.pdf().pages(), examined.review(), Optional.of(office), hints, announcement(read));
        }

        /** As {@link Disclosure#check}, and writes the office's files. */
        public Outcome check(Path workbook, Optional<String> packId) {
            Reading read = pipeline.read(workbook, packId);
            Review review = pipeline.examine(read, Map.of()).review();
            claims.claim(workbook, read.submission().accounts().year(), read.folder(), false);
            return new Outcome(review, Optional.of(new OfficeFiles(read, review).write(publisher)), announcement(read));
        }
    }

    /**
     * Reads and audits a workbook, and writes nothing.
     *
     * @param packId empty for the pack the workbook was written for
     * @throws UserError when the workbook cannot be read
     */
    public Outcome check(Path workbook, Optional<String> packId) {
        Reading read = pipeline.read(workbook, packId);
        return new Outcome(pipeline.examine(read, Map.of()).review(), Optional.empty(), announcement(read));
    }

    private static String announcement(Reading read) {
        return Narrator.announcement(read.submission().accounts(), read.pack());
    }

    /** What was found in several workbooks, as docs/findings.schema.json describes it; UTF-8. */
    public static byte[] json(List<Review> reviews) {
        return FindingsJson.of(reviews);
    }

    /**
     * Holds a published folder against its list, and against what the workbook gives when it is published again.
     *
     * @param folder a package, or the published folder in it
     * @throws UserError when there is no manifest in it, or the workbook cannot be read
     */
    public Verified verify(Path folder, Optional<Path> workbook) {
        return new Verification(pipeline, PackageCheck.of(folder)).run(workbook);
    }

    /**
     * What differs between two disclosures.
     *
     * @param old a workbook, a package, or the published folder in it
     * @throws UserError when one of them cannot be read
     */
    public Changes compare(Path old, Path fresh) {
        return new DisclosureComparison(pipeline).run(old, fresh);
    }

    /** As docs/compare.schema.json describes it; UTF-8. */
    public static byte[] json(Changes changes) {
        return ChangesJson.of(changes);
    }

    /** One page that needs nothing beside itself. */
    public String html(Changes changes) {
        return ChangesPage.html(new Resources(files, List.of(BASE)), changes);
    }

    /**
     * Writes a blank workbook.
     *
     * @param lastYear last year's filled workbook, whose texts and figures are carried forward
     * @return remarks on what could not be carried forward
     * @throws UserError when the target exists: it may be filled
     */
    public List<Finding> template(String packId, int year, Optional<Path> lastYear, Path target) {
        if (!target.getFileName().toString().endsWith(".xlsx")) {
            throw new UserError("填报工作簿的文件名要以 .xlsx 结尾，“" + target.getFileName() + "”不是，请换一个名字。");
        }
        if (Files.exists(target)) {
            throw new UserError(target + " 已经存在，里面也许有填好的内容，没有覆盖它；请换一个名字，或者先把它移走。");
        }
        Pack pack = pipeline.pack(packId, year);
        if (lastYear.isEmpty()) {
            BlankWorkbook.write(pack, target);
            return List.of();
        }
        Reading last = pipeline.read(lastYear.get(), Optional.empty());
        LastYear carried = LastYear.of(last.submission().accounts(), last.pack(), pack);
        BlankWorkbook.write(pack, carried.fillings(), target);
        return carried.remarks();
    }

    /** A sentence on each list of subjects that the pack does not have for the year, so that another year's serves. */
    public List<String> borrowedCodes(String packId, int year) {
        return pipeline.pack(packId, year).codes().entrySet().stream().filter(list -> list.getValue().year() != year)
            .sorted(Map.Entry.comparingByKey()).map(list -> "没有 " + year + " 年度的“" + list.getKey() + "”科目表，用的是 "
                + list.getValue().year() + " 年度的；有当年的，可以用 juesuan codes import 导入。").toList();
    }

    /**
     * Makes the year's lists of subjects from a table of them: a workbook or a CSV file.
     *
     * @param templates the folder of packs to put them into; it is made if it is not there
     * @throws UserError when the table cannot be read, or cannot be right; then nothing is written
     */
    public CodeChanges importCodes(Path table, int year, String packId, Path templates) {
        return new CodeImport(pipeline.pack(packId, year), table).into(templates);
    }
}
