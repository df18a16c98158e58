package juesuan.workbook.read;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.model.Accounts;
import juesuan.model.Entry;
import juesuan.model.MoneyUnit;
import juesuan.model.Sheet;
import juesuan.model.UserError;
import juesuan.pack.Pack;
import juesuan.pack.SheetSpec;
import juesuan.pack.SheetSpec.Kind;
import juesuan.workbook.intake.Boundary;
import juesuan.workbook.intake.Original;
import juesuan.workbook.intake.Preflight;
import juesuan.workbook.intake.StoredWorkbook;
import juesuan.workbook.sheet.Labels;
import juesuan.workbook.sheet.OwnSheets;

/**
 * Reads a filled workbook. Nothing is found by address: tabs by name or title, blocks by their
 * headers, rows by label or code. Whatever is not clear becomes a finding; only a file that is no
 * workbook of ours at all ends the run.
 */
public final class WorkbookReader {

    private static final String BASICS = "基本信息";

    private final String fileName;
    private final TextNumbers texts;
    private final List<FilledSheet> tabs;
    private final Original original;

    private WorkbookReader(Preflight.Opened opened) {
        CellSource source = new CellSource(opened.workbook());
        List<FilledSheet> all = opened.workbook().sheets().stream().filter(StoredWorkbook.Sheet::isRead)
            .map(sheet -> new FilledSheet(sheet, source)).toList();
        List<FilledSheet> results = all.stream().filter(FilledSheet::isOurResult).toList();
        this.fileName = opened.original().name();
        this.texts = source.texts();
        this.tabs = all.stream().filter(tab -> !results.contains(tab)).toList();
        this.original = opened.original().withResults(results.stream().map(FilledSheet::name).collect(Collectors.toSet()));
    }

    /**
     * Opens a workbook, its container checked first.
     *
     * @throws UserError when it cannot be opened: one sentence that says what the file is and what to do
     */
    public static WorkbookReader open(Path file) {
        return of(Preflight.open(file));
    }

    /** As {@link #open(Path)} for a file that has been read. */
    static WorkbookReader open(byte[] bytes, String fileName) {
        return of(Preflight.open(bytes, fileName));
    }

    static WorkbookReader of(Preflight.Opened opened) {
        return Boundary.guard(opened.original().name(), () -> new WorkbookReader(opened));
    }

    /** The workbook as a file. */
    public Original original() {
        return original;
    }

    /** The pack that the workbook was written for, as its sheet of instructions says. */
    public Optional<String> packId() {
        return new LabelledCells(tabs).find(OwnSheets.INSTRUCTIONS, OwnSheets.PACK, text -> true);
    }

    /** The 决算年度, readable before a pack is chosen for it. */
    public OptionalInt year() {
        return new LabelledCells(tabs).find(BASICS, Basics.YEAR, text -> text.matches("(19|20)\\d\\d(年度?)?"))
            .map(text -> OptionalInt.of(Integer.parseInt(text.substring(0, 4)))).orElse(OptionalInt.empty());
    }

    /**
     * @throws UserError when this is no workbook of ours, one written for another pack, or one so broken
     *     that POI fails over it
     */
    public Submission read(Pack pack) {
        return Boundary.guard(fileName, () -> submission(pack));
    }

    private Submission submission(Pack pack) {
        Optional<String> id = packId();
        if (id.isPresent() && !id.get().equals(pack.id())) {
            throw new UserError("“" + fileName + "”是按地区包“" + id.get() + "”生成的，不能用“" + pack.id()
                + "”读取，请用 --pack " + id.get() + "，或者用 juesuan template --pack " + pack.id() + " 重新生成填报工作簿。");
        }
        Submission read = everySheet(pack);
        if (!texts.assume()) {
            return read;
        }
        // Once more, as if they were numbers: what is wrong with the texts is told of them, not of every sum.
        Submission meant = everySheet(pack);
        Report report = new Report();
        texts.report(report);
        return new Submission(meant.accounts(), Stream.concat(report.findings().stream(), meant.findings().stream()).toList());
    }

    private Submission everySheet(Pack pack) {
        Report report = new Report();
        SheetMatcher matcher = new SheetMatcher(pack, tabs);
        Map<FilledSheet, SheetSpec> matches = matcher.match(report);
        if (matches.isEmpty()) {
            throw new UserError("“" + fileName + "”不是 juesuan 的填报工作簿：里面没有一张认得的工作表。请用 juesuan template 生成空白工作簿，填好再试。");
        }
        Map<FilledSheet, Sheet> sheets = new LinkedHashMap<>();
        Subjects subjects = new Subjects(pack);
        Basics basics = basics(pack, subjects, matches, sheets, report);
        // Without a unit there is an error already; which one is taken then decides nothing.
        MoneyUnit unit = basics.unit().orElse(MoneyUnit.WAN);
        matches.forEach((tab, spec) -> {
            if (!sheets.containsKey(tab)) {
                read(subjects, spec, tab, unit, report).ifPresent(sheet -> sheets.put(tab, sheet));
            }
        });
        subjects.report(report);
        mention(matcher.unknown(), report);
        List<Sheet> inOrder = tabs.stream().filter(sheets::containsKey).map(sheets::get).map(subjects::named).toList();
        return new Submission(new Accounts(basics.department().orElse(""), basics.year().orElse(pack.year()), unit,
            basics.publishedOn(), inOrder),
            report.findings());
    }

    private Basics basics(Pack pack, Subjects subjects, Map<FilledSheet, SheetSpec> matches, Map<FilledSheet, Sheet> sheets, Report report) {
        Optional<FilledSheet> tab = matches.entrySet().stream().filter(match -> Basics.isDeclaredBy(match.getValue()))
            .map(Map.Entry::getKey).findFirst();
        tab.ifPresent(t -> read(subjects, matches.get(t), t, MoneyUnit.WAN, report).ifPresent(sheet -> sheets.put(t, sheet)));
        Basics basics = new Basics(tab.map(sheets::get));
        basics.year().ifPresent(year -> {
            if (year != pack.year()) {
                Entry entry = basics.entry(Basics.YEAR).orElseThrow();
                report.add(entry.cell(), Basics.YEAR, entry.asText(), Problem.error(ReadRule.BASICS,
                    "是 " + year + "，现在却按 " + pack.year() + " 年度的规则读取", "请核对年度。"));
            }
        });
        tab.flatMap(t -> basics.entry(Basics.YEAR)).ifPresent(entry -> madeFor().filter(made -> basics.year().isPresent()
            && made != basics.year().getAsInt()).ifPresent(made -> report.add(entry.cell(), Basics.YEAR, entry.asText(), Problem.error(ReadRule.BASICS,
                "是 " + entry.asText() + "，这个工作簿却是为 " + made + " 年度做的（见“" + OwnSheets.INSTRUCTIONS + "”页）",
                "请核对年度；年度没有填错的，请用 juesuan template --year " + entry.asText() + " 生成当年的工作簿，把数填到那里。"))));
        basics.publishedOn().filter(date -> date.getYear() <= pack.year()).ifPresent(date -> {
            Entry entry = basics.entry(Basics.PUBLISHED_ON).orElseThrow();
            report.add(entry.cell(), Basics.PUBLISHED_ON, entry.asText(), Problem.error(ReadRule.BASICS,
                "是 " + date + "，早于 " + pack.year() + " 年度决算可以公开的时候", "请核对公开日期和年度。"));
        });
        return basics;
    }

    /** The year that the workbook was made for, as its sheet of instructions says. */
    private Optional<Integer> madeFor() {
        return new LabelledCells(tabs).find(OwnSheets.INSTRUCTIONS, OwnSheets.YEAR, text -> text.matches("(19|20)\\d\\d")).map(Integer::valueOf);
    }

    /** A copied sheet that nobody filled is no submission, and nothing to complain about. */
    private Optional<Sheet> read(Subjects subjects, SheetSpec spec, FilledSheet tab, MoneyUnit unit, Report report) {
        Report own = new Report();
        SheetReader.Result result = new SheetReader(subjects, spec, tab, unit, own).read();
        if (spec.kind() == Kind.PERFORMANCE && !result.touched() && !result.sheet().blocks().isEmpty()) {
            return Optional.empty();
        }
        if (tab.isHidden()) {
            report.add(tab.name(), Problem.warning(ReadRule.SHEET_HIDDEN, "这张工作表是隐藏的，已照样读取", "请取消隐藏并核对；不要的请删去。"));
        }
        report.addAll(own);
        return Optional.of(result.sheet());
    }

    /** Hidden lists of ours and empty sheets are nothing to mention. */
    private static void mention(List<FilledSheet> unknown, Report report) {
        for (FilledSheet tab : unknown) {
            if (!tab.isHidden() && tab.rows() > 0 && !Labels.sheetName(tab.name()).equals(OwnSheets.INSTRUCTIONS)) {
                report.add(tab.name(), Problem.info(ReadRule.SHEET_UNKNOWN, "不是填报工作簿里的工作表，没有读取",
                    "如果其中有要公开的内容，请填到对应的工作表里。"));
            }
        }
    }
}
