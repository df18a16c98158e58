package juesuan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import juesuan.audit.AuditReport;
import juesuan.audit.Auditor;
import juesuan.layout.DocumentMaker;
import juesuan.model.Accounts;
import juesuan.model.Finding;
import juesuan.model.Narrative;
import juesuan.model.UserError;
import juesuan.narrate.Narrator;
import juesuan.pack.Pack;
import juesuan.pack.PackFiles;
import juesuan.publish.Publisher;
import juesuan.render.Renderer;
import juesuan.workbook.BlankWorkbook;
import juesuan.workbook.LastYear;
import juesuan.workbook.Submission;
import juesuan.workbook.WorkbookReader;

/** Makes the disclosures of any number of departments. The one class that knows all stages. */
public final class Disclosure {

    private static final String PDF = "publish/部门决算.pdf";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final PackFiles files;
    private final Optional<Path> fonts;
    /** By id and year: the hundreds of workbooks of a run share a few packs, and their renderers. */
    private final Map<String, Pack> packs = new ConcurrentHashMap<>();
    private final Map<String, Renderer> renderers = new ConcurrentHashMap<>();

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
     */
    public record Outcome(Optional<Path> folder, int pages, List<Finding> findings) {
        public Outcome {
            findings = List.copyOf(findings);
        }
    }

    /** One run over several workbooks, into one folder. */
    public Batch into(Path output) {
        return new Batch(new Publisher(output));
    }

    /** As a run over one workbook. */
    public Outcome generate(Path workbook, Optional<String> packId, Path output) {
        return into(output).generate(workbook, packId, Map.of());
    }

    /** Knows what it has published: two workbooks of one run must not replace each other's package. */
    public final class Batch {

        private final Publisher publisher;
        private final Map<String, Path> published = new ConcurrentHashMap<>();

        private Batch(Publisher publisher) {
            this.publisher = publisher;
        }

        /**
         * @param packId empty for the pack the workbook was written for
         * @param accepted by rule of the audit why its errors do not stand in the way
         * @throws UserError when the workbook cannot be read or the package cannot be written
         */
        public Outcome generate(Path workbook, Optional<String> packId, Map<String, String> accepted) {
            return Disclosure.this.generate(workbook, packId, accepted, this);
        }

        private Path publish(Path workbook, Accounts accounts, byte[] pdf) {
            Path other = published.putIfAbsent(accounts.year() + accounts.department(), workbook);
            if (other != null) {
                throw new UserError("《" + workbook.getFileName() + "》和《" + other.getFileName() + "》是同一部门同一年度的（"
                    + accounts.department() + "，" + accounts.year() + " 年度），已按前一个生成；请核对该用哪一个，单独再运行一次。");
            }
            return publisher.publish(accounts.year(), accounts.department(), Map.of(PDF, pdf));
        }
    }

    private Outcome generate(Path workbook, Optional<String> packId, Map<String, String> accepted, Batch batch) {
        Read read = read(workbook, packId);
        Accounts accounts = read.submission().accounts();
        List<Finding> findings = new ArrayList<>(read.submission().findings());
        accepted.keySet().stream().filter(rule -> read.pack().rules().stream().noneMatch(r -> r.id().equals(rule))).findFirst()
            .ifPresent(rule -> {
                throw new UserError("没有叫 " + rule + " 的规则，请核对 --accept；规则编号在每条错误的末尾。");
            });
        AuditReport audit = Auditor.check(accounts, read.pack());
        if (!blocked(findings)) {
            audit.findings().forEach(finding -> findings.add(accepted(finding, accepted)));
        }
        if (blocked(findings)) {
            return new Outcome(Optional.empty(), 0, findings);
        }
        Narrative narrative = Narrator.compute(accounts, read.pack());
        findings.addAll(narrative.findings());
        Renderer renderer = renderers.computeIfAbsent(read.pack().id() + read.pack().year(),
            key -> new Renderer(read.pack(), fonts));
        findings.addAll(renderer.missingCharacters(accounts));
        if (blocked(findings)) {
            return new Outcome(Optional.empty(), 0, findings);
        }
        Renderer.Pdf pdf = renderer.pdf(
            DocumentMaker.make(read.pack(), accounts, narrative, audit.tailErrors()), List.of(), timestamp(accounts));
        Path folder = batch.publish(workbook, accounts, pdf.bytes());
        return new Outcome(Optional.of(folder), pdf.pages(), findings);
    }

    /**
     * What stands in a workbook.
     *
     * @param run checks of the audit that were made, {@code passed} and {@code failed} of them
     * @param skipped checks that could not be made, each with its reason among the findings
     */
    public record Checked(List<Finding> findings, int run, int passed, int failed, int skipped) {
        public Checked {
            findings = List.copyOf(findings);
        }

        /** Whether an error stands among the findings. */
        public boolean blocked() {
            return Disclosure.blocked(findings);
        }
    }

    /**
     * Reads and audits a workbook, and publishes nothing.
     *
     * @param packId empty for the pack the workbook was written for
     * @throws UserError when the workbook cannot be read
     */
    public Checked check(Path workbook, Optional<String> packId) {
        Read read = read(workbook, packId);
        List<Finding> findings = new ArrayList<>(read.submission().findings());
        AuditReport audit = Auditor.check(read.submission().accounts(), read.pack());
        findings.addAll(audit.findings());
        return new Checked(findings, audit.run(), audit.passed(), audit.failed(), audit.skipped());
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

    private Pack pack(String id, int year) {
        return packs.computeIfAbsent(id + "-" + year, key -> Pack.load(files, id, year));
    }

    private record Read(Pack pack, Submission submission) {
    }

    private Read read(Path file, Optional<String> packId) {
        try (WorkbookReader reader = WorkbookReader.open(file)) {
            String id = packId.or(reader::packId).orElseThrow(() -> new UserError("《" + file.getFileName()
                + "》没有写明是哪个地区包（填报说明页的“模板包”），请用 --pack 指明，例如 --pack guangdong。"));
            int year = reader.year().orElseThrow(() -> new UserError("《" + file.getFileName()
                + "》的“基本信息”页没有填写年度，或者不是四位数字，请填写后再运行。"));
            Pack pack = pack(id, year);
            return new Read(pack, reader.read(pack));
        }
    }

    /** An error that somebody answers for with a reason is still told, but no longer stands in the way. */
    private static Finding accepted(Finding finding, Map<String, String> accepted) {
        String reason = accepted.get(finding.rule());
        return reason == null || finding.severity() != Finding.Severity.ERROR ? finding
            : new Finding(finding.rule(), Finding.Severity.WARNING, finding.status(), finding.message(),
                "已说明理由，照样公开：" + reason, finding.cells(), finding.difference());
    }

    private static boolean blocked(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }

    /**
     * The only clock of a document is the workbook's, so that the same workbook gives the same bytes;
     * SOURCE_DATE_EPOCH wins where a build sets it.
     */
    private static Instant timestamp(Accounts accounts) {
        String epoch = System.getenv("SOURCE_DATE_EPOCH");
        if (epoch != null && epoch.matches("\\d{1,12}")) {
            return Instant.ofEpochSecond(Long.parseLong(epoch));
        }
        return accounts.publishedOn().orElseGet(() -> LocalDate.of(accounts.year() + 1, 1, 1))
            .atStartOfDay(CHINA).toInstant();
    }
}
