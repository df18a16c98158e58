package juesuan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import juesuan.audit.AuditReport;
import juesuan.audit.Auditor;
import juesuan.compare.ChangesJson;
import juesuan.model.Accounts;
import juesuan.model.Changes;
import juesuan.model.Checks;
import juesuan.model.CodeChanges;
import juesuan.model.Finding;
import juesuan.model.Maker;
import juesuan.model.Narrative;
import juesuan.model.Review;
import juesuan.model.UserError;
import juesuan.narrate.Narrator;
import juesuan.pack.Pack;
import juesuan.pack.PackFiles;
import juesuan.pack.Resources;
import juesuan.publish.FindingsJson;
import juesuan.publish.PackageCheck;
import juesuan.publish.Publisher;
import juesuan.render.ChangesPage;
import juesuan.render.Renderer;
import juesuan.workbook.BlankWorkbook;
import juesuan.workbook.blank.LastYear;
import juesuan.workbook.intake.Original;
import juesuan.workbook.read.Submission;
import juesuan.workbook.read.WorkbookReader;

/** Makes the disclosures of any number of departments. The one class that knows all stages. */
public final class Disclosure {

    static {
        XmlWriter.choose();
    }

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** The pack that all others extend: it has the pages that belong to no region. */
    private static final String BASE = "national";
    /** Findings of reading and of missing content: there is nothing that a reason could stand for. */
    private static final String NOT_ACCEPTED = "[WNTU]\\d{2}[a-z]?";

    private final PackFiles files;
    private final Optional<Path> fonts;
    /** By id and year: the hundreds of workbooks of a run share a few packs, and their renderers. */
    private final Map<String, Pack> packs = new ConcurrentHashMap<>();
    private final Map<String, Renderer> renderers = new ConcurrentHashMap<>();
    private final Map<String, Maker> makers = new ConcurrentHashMap<>();

    /**
     * @param templates the office's own packs, which win over those of the program
     * @param fonts the office's own fonts, which stand for those of the program
     */
    public Disclosure(Optional<Path> templates, Optional<Path> fonts) {
        this.files = new PackFiles(templates);
        this.fonts = fonts;
    }

    /**
     * What became of one workbook.
     *
     * @param folder the published package; empty when errors stand among the findings
     * @param pages of the PDF
     * @param office what was written for the office, if anything was asked to be written
     * @param hints Chinese sentences on how it was published
     */
    public record Outcome(Optional<Path> folder, int pages, Review review, Optional<Office> office, List<String> hints, String announcement) {

        public Outcome {
            hints = List.copyOf(hints);
        }

        /** Of a workbook of which nothing is published. */
        Outcome(Review review, Optional<Office> office, String announcement) {
            this(Optional.empty(), 0, review, office, List.of(), announcement);
        }

        public List<Finding> findings() {
            return review.findings();
        }
    }

    /**
     * @param workbook the annotated copy
     * @param renamed files that somebody had changed since we wrote them, kept under these names
     * @param moved files that somebody had put among the published ones, kept in the office's folder under these names
     */
    public record Office(Path workbook, Path report, List<String> renamed, List<String> moved) {
        public Office {
            renamed = List.copyOf(renamed);
            moved = List.copyOf(moved);
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
            return generate(workbook, packId, accepted, Optional.of(Correcting.of(old, reason)), sameDay);
        }

        private Outcome generate(Path workbook, Optional<String> packId, Map<String, String> accepted, Optional<Correcting> asked, boolean sameDay) {
            Read read = read(workbook, packId);
            asked.ifPresent(c -> c.require(read.submission().accounts(), renderer(read.pack()), timestamp(read.submission().accounts()), sameDay));
            Examination examined = examine(read, accepted);
            boolean blocked = examined.review().status() == Review.Status.BLOCKED;
            claims.claim(workbook, read.submission().accounts().year(), OfficeFiles.folder(read), !blocked);
            if (blocked) {
                return new Outcome(examined.review(), Optional.of(new OfficeFiles(read, examined.review()).write(publisher)), announcement(read));
            }
            Accounts accounts = read.submission().accounts();
            String seen = publisher.state(accounts.year(), OfficeFiles.folder(read));
            Standing standing = Standing.at(publisher.place(accounts.year(), OfficeFiles.folder(read)));
            asked.ifPresent(standing::require);
            Optional<Correcting> correcting = asked.or(() -> standing.again(accounts));
            PublicFiles published = published(read, examined, timestamp(accounts), correcting);
            OfficeFiles files = new OfficeFiles(read, examined.review(), published);
            List<String> hints = standing.hint(asked, correcting, published).stream().toList();
            Map<String, byte[]> placed = new LinkedHashMap<>(correcting.map(Correcting::kept).orElse(Map.of()));
            published.files().forEach((name, content) -> placed.put(PublicFiles.FOLDER + name, content));
            Office office = files.write(publisher, placed, seen);
            return new Outcome(Optional.of(standing.place()), published.pdf().pages(), examined.review(), Optional.of(office), hints, announcement(read));
        }

        /** As {@link Disclosure#check}, and writes the office's files. */
        public Outcome check(Path workbook, Optional<String> packId) {
            Read read = read(workbook, packId);
            Review review = examine(read, Map.of()).review();
            claims.claim(workbook, read.submission().accounts().year(), OfficeFiles.folder(read), false);
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
        Read read = read(workbook, packId);
        return new Outcome(examine(read, Map.of()).review(), Optional.empty(), announcement(read));
    }

    private static String announcement(Read read) {
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
        return new Verification(this, PackageCheck.of(folder)).run(workbook);
    }

    /**
     * What differs between two disclosures.
     *
     * @param old a workbook, a package, or the published folder in it
     * @throws UserError when one of them cannot be read
     */
    public Changes compare(Path old, Path fresh) {
        return new Comparing(this).run(old, fresh);
    }

    /** As docs/compare.schema.json describes it; UTF-8. */
    public static byte[] json(Changes changes) {
        return ChangesJson.of(changes);
    }

    /** One page that needs nothing beside itself. */
    public String html(Changes changes) {
        return ChangesPage.html(new Resources(files, List.of(BASE)), changes);
    }

    PublicFiles published(Read read, Examination examined, Instant clock, Optional<Correcting> correcting) {
        return PublicFiles.of(read, examined, renderer(read.pack()), maker(read.pack()), clock, correcting);
    }

    Maker maker(Pack pack) {
        return makers.computeIfAbsent(key(pack.id(), pack.year()), key -> Product.with(pack, renderer(pack)));
    }

    /**
     * @param narrative when the workbook could be read well enough for one
     * @param tailErrors whether rounded figures do not add up
     */
    record Examination(Review review, Optional<Narrative> narrative, boolean tailErrors) {
    }

    /** Everything that can be found without publishing: checking and generating find the same. */
    Examination examine(Read read, Map<String, String> accepted) {
        accepted.keySet().stream().filter(rule -> read.pack().rules().stream().noneMatch(r -> r.id().equals(rule))).findFirst()
            .ifPresent(rule -> {
                throw new UserError(rule.matches(NOT_ACCEPTED) ? rule + " 说的是有内容没有填写或者读不出来，不能用 --accept 接受，请在工作簿里补上或改正。"
                    : "没有叫 " + rule + " 的规则，请核对 --accept；规则编号在每条错误的末尾。");
            });
        Accounts accounts = read.submission().accounts();
        AuditReport audit = Auditor.check(accounts, read.pack());
        List<Finding> findings = new ArrayList<>(read.submission().findings());
        boolean legible = findings.stream().noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
        List<Review.Accepted> exemptions = new ArrayList<>();
        for (Finding finding : audit.findings()) {
            String reason = accepted.get(finding.rule());
            if (reason != null && finding.severity() == Finding.Severity.ERROR) {
                exemptions.add(new Review.Accepted(accepted(finding, reason), reason));
                findings.add(accepted(finding, reason));
            } else {
                findings.add(finding);
            }
        }
        Optional<Narrative> narrative = legible ? Optional.of(Narrator.compute(accounts, read.pack())) : Optional.empty();
        narrative.ifPresent(told -> {
            findings.addAll(told.findings());
            findings.addAll(renderer(read.pack()).missingCharacters(accounts));
        });
        Checks checks = new Checks(audit.run(), audit.passed(), audit.failed(), audit.skipped());
        return new Examination(new Review(read.original().name(), true, checks, findings, exemptions), narrative,
            audit.tailErrors());
    }

    Renderer renderer(Pack pack) {
        return renderers.computeIfAbsent(key(pack.id(), pack.year()), key -> new Renderer(pack, fonts));
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
        Pack pack = pack(packId, year);
        if (lastYear.isEmpty()) {
            BlankWorkbook.write(pack, target);
            return List.of();
        }
        Read last = read(lastYear.get(), Optional.empty());
        LastYear carried = LastYear.of(last.submission().accounts(), last.pack(), pack);
        BlankWorkbook.write(pack, carried.fillings(), target);
        return carried.remarks();
    }

    /** A sentence on each list of subjects that the pack does not have for the year, so that another year's serves. */
    public List<String> borrowedCodes(String packId, int year) {
        return pack(packId, year).codes().entrySet().stream().filter(list -> list.getValue().year() != year)
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
        return new CodeImport(pack(packId, year), table).into(templates);
    }

    private Pack pack(String id, int year) {
        return packs.computeIfAbsent(key(id, year), key -> Pack.load(files, id, year));
    }

    private static String key(String pack, int year) {
        return pack + "-" + year;
    }

    record Read(Pack pack, Submission submission, Original original) {
    }

    Read read(Path file, Optional<String> packId) {
        try (WorkbookReader reader = WorkbookReader.open(file)) {
            String id = packId.or(reader::packId).orElseThrow(() -> new UserError("《" + file.getFileName()
                + "》没有写明是哪个地区包（填报说明页的“模板包”），也许不是填报工作簿，请核对；是的话，"
                + "check 和 generate 可以用 --pack 指明，例如 --pack guangdong。"));
            int year = reader.year().orElseThrow(() -> new UserError("《" + file.getFileName()
                + "》的“基本信息”页没有填写年度，或者不是四位数字，请填写后再运行。"));
            Pack pack = pack(id, year);
            return new Read(pack, reader.read(pack), reader.original());
        }
    }

    /** An error that somebody answers for with a reason is still told, but no longer stands in the way. */
    private static Finding accepted(Finding finding, String reason) {
        return new Finding(finding.rule(), Finding.Severity.WARNING, finding.status(), finding.message(),
            "已说明理由，照样公开：" + reason, finding.cells(), finding.difference());
    }

    /**
     * The only clock of a document is the workbook's, so that the same workbook gives the same bytes;
     * SOURCE_DATE_EPOCH wins where a build sets it.
     */
    static Instant timestamp(Accounts accounts) {
        String epoch = System.getenv("SOURCE_DATE_EPOCH");
        if (epoch != null && epoch.matches("\\d{1,12}")) {
            return Instant.ofEpochSecond(Long.parseLong(epoch));
        }
        return accounts.publishedOn().orElseGet(() -> LocalDate.of(accounts.year() + 1, 1, 1))
            .atStartOfDay(CHINA).toInstant();
    }
}
