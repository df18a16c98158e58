package juesuan.pipeline;

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
import juesuan.model.Accounts;
import juesuan.model.Checks;
import juesuan.model.Finding;
import juesuan.model.Maker;
import juesuan.model.Narrative;
import juesuan.model.Review;
import juesuan.model.UserError;
import juesuan.narrate.Narrator;
import juesuan.pack.Pack;
import juesuan.pack.PackFiles;
import juesuan.render.Renderer;
import juesuan.workbook.read.WorkbookReader;

/**
 * From a filled workbook to everything that is made of it: read, audited, told, laid out, and published in all
 * editions. The one class that knows all stages; what stands above it calls it, and is not known here.
 */
public final class Pipeline {

    static {
        XmlWriter.choose();
    }

    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** Findings of reading and of missing content: there is nothing that a reason could stand for. */
    private static final String NOT_ACCEPTED = "[WNTU]\\d{2}[a-z]?";

    private final PackFiles files;
    private final Optional<Path> fonts;
    /** By id and year: the hundreds of workbooks of a run share a few packs, and their renderers. */
    private final Map<String, Pack> packs = new ConcurrentHashMap<>();
    private final Map<String, Renderer> renderers = new ConcurrentHashMap<>();
    private final Map<String, Maker> makers = new ConcurrentHashMap<>();

    /** @param fonts the office's own fonts, which stand for those of the program */
    public Pipeline(PackFiles files, Optional<Path> fonts) {
        this.files = files;
        this.fonts = fonts;
    }

    public Pack pack(String id, int year) {
        return packs.computeIfAbsent(key(id, year), key -> Pack.load(files, id, year));
    }

    public Renderer renderer(Pack pack) {
        return renderers.computeIfAbsent(key(pack.id(), pack.year()), key -> new Renderer(pack, fonts));
    }

    public Maker maker(Pack pack) {
        return makers.computeIfAbsent(key(pack.id(), pack.year()), key -> Product.with(pack, renderer(pack)));
    }

    private static String key(String pack, int year) {
        return pack + "-" + year;
    }

    /**
     * @param packId empty for the pack the workbook was written for
     * @throws UserError when the workbook cannot be read
     */
    public Reading read(Path file, Optional<String> packId) {
        if (renderers.isEmpty()) {
            SideBySide.start(() -> {
                Renderer.prepareFonts(fonts);
                return fonts;
            });
        }
        WorkbookReader reader = WorkbookReader.open(file);
        String id = packId.or(reader::packId).orElseThrow(() -> new UserError("《" + file.getFileName()
            + "》没有写明是哪个地区包（填报说明页的“模板包”），也许不是填报工作簿，请核对；是的话，"
            + "check 和 generate 可以用 --pack 指明，例如 --pack guangdong。"));
        int year = reader.year().orElseThrow(() -> new UserError("《" + file.getFileName()
            + "》的“基本信息”页没有填写年度，或者不是四位数字，请填写后再运行。"));
        Pack pack = pack(id, year);
        return new Reading(pack, reader.read(pack), reader.original());
    }

    /**
     * Everything that can be found without publishing: checking and generating find the same.
     *
     * @param accepted by rule of the audit why its errors do not stand in the way
     */
    public Examination examine(Reading read, Map<String, String> accepted) {
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

    /** An error that somebody answers for with a reason is still told, but no longer stands in the way. */
    private static Finding accepted(Finding finding, String reason) {
        return new Finding(finding.rule(), Finding.Severity.WARNING, finding.status(), finding.message(),
            "已说明理由，照样公开：" + reason, finding.cells(), finding.difference());
    }

    /** All editions of a workbook in which nothing stands in the way. */
    public PublicFiles editions(Reading read, Examination examined, Instant clock, Revision revision) {
        return PublicFiles.of(read, examined, renderer(read.pack()), maker(read.pack()), clock, revision);
    }

    /**
     * The only clock of a document is the workbook's, so that the same workbook gives the same bytes;
     * SOURCE_DATE_EPOCH wins where a build sets it.
     */
    public static Instant timestamp(Accounts accounts) {
        String epoch = System.getenv("SOURCE_DATE_EPOCH");
        if (epoch != null && epoch.matches("\\d{1,12}")) {
            return Instant.ofEpochSecond(Long.parseLong(epoch));
        }
        return accounts.publishedOn().orElseGet(() -> LocalDate.of(accounts.year() + 1, 1, 1))
            .atStartOfDay(CHINA).toInstant();
    }
}
