package juesuan.correction;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import juesuan.compare.EditionComparison;
import juesuan.data.DataReader;
import juesuan.layout.CorrectionMaker;
import juesuan.model.Accounts;
import juesuan.model.Changes;
import juesuan.model.Checksum;
import juesuan.model.Document;
import juesuan.model.Edition;
import juesuan.model.FindingWords;
import juesuan.model.UserError;
import juesuan.pack.Style;
import juesuan.pipeline.Pipeline;
import juesuan.pipeline.PublicFiles;
import juesuan.pipeline.PublishedPackage;
import juesuan.pipeline.Revision;
import juesuan.publish.Manifest;
import juesuan.publish.PackageCheck;
import juesuan.publish.Superseded;
import juesuan.render.Renderer;

/**
 * What is published corrects what was published before.
 *
 * @param old whole, with a manifest
 * @param kept its files and those of all that it corrected, by path within the new package
 * @param reason a sentence
 */
public record Correction(PackageCheck old, Map<String, byte[]> kept, String reason) implements Revision {

    /** @throws UserError when the folder is no whole package, or no reason is given */
    public static Correction of(Path folder, String reason) {
        if (reason.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new UserError("更正以前公开的内容要写明原因，请加上 --reason \"……\"，它会印在更正说明里。");
        }
        reason.codePoints().filter(c -> !Character.isWhitespace(c))
            .filter(c -> Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.FORMAT).findFirst().ifPresent(c -> {
                throw new UserError("更正原因里有看不见的控制字符（" + String.format("U+%04X", c) + "），多半是粘贴带进来的，请删去后再运行。");
            });
        return of(PackageCheck.of(folder), reason);
    }

    public static Correction of(PackageCheck old, String reason) {
        return new Correction(old, Superseded.kept(old), FindingWords.sentence(reason.strip().replaceAll("\\s+", " ")));
    }

    private Manifest manifest() {
        return old.manifest().orElseThrow();
    }

    @Override
    public int number() {
        return manifest().revision() + 1;
    }

    @Override
    public Optional<Manifest.Corrects> corrects() {
        return Optional.of(new Manifest.Corrects(manifest().revision(), Checksum.of(old.manifestBytes()), reason));
    }

    /**
     * @param clock becomes the date of the correction
     * @param sameDay whether that may be the day of the publication that is corrected
     * @throws UserError when it is the package of somebody else, or the date cannot be right
     */
    public void require(Accounts accounts, Renderer renderer, Instant clock, boolean sameDay) {
        if (!manifest().department().equals(accounts.department()) || manifest().year() != accounts.year()) {
            throw new UserError("--corrects 指明的是" + manifest().department() + " " + manifest().year() + " 年度的公开文件夹，工作簿是"
                + accounts.department() + " " + accounts.year() + " 年度的，不能更正；请核对是否拿错了。");
        }
        if (accounts.publishedOn().isEmpty()) {
            throw new UserError("更正说明要印更正日期，“基本信息”页的公开日期没有填写；请填上更正的日期，再运行一次。");
        }
        Instant before = manifest().generatedAt();
        if (clock.isBefore(before) || clock.equals(before) && !sameDay) {
            throw new UserError("“基本信息”页的公开日期是 " + date(clock) + "，不晚于要更正的第 " + manifest().revision() + " 次公开的日期（" + date(before)
                + "），它要印作更正日期；请改成更正的日期，再运行一次。" + (clock.equals(before) ? "确实是同一天更正的，请加上 --same-day。" : ""));
        }
        List<String> missing = renderer.missingCharacters(reason);
        if (!missing.isEmpty()) {
            throw new UserError("更正原因里有印不出来的字：" + String.join("、", missing) + "，请换成通用的字。");
        }
    }

    /**
     * The document with what it corrects.
     *
     * @throws UserError when it prints what the old one prints
     */
    @Override
    public Document revised(Document document, byte[] data, Supplier<byte[]> printed, Style style, Instant clock) {
        Edition was = PublishedPackage.edition(old);
        Edition now = DataReader.read(data, PublicFiles.JSON);
        Changes changes = EditionComparison.of(was, Optional.of(manifest().revision()), now, Optional.of(number())).withoutDate();
        if (changes.printsTheSame()) {
            throw new UserError("与要更正的第 " + manifest().revision() + " 次公开相比，印出来的内容没有任何变化，不需要更正，没有生成；原来的文件没有改动。确实要退回第 "
                + manifest().revision() + " 次公开的，请先把现在的部门文件夹移走，再直接生成。");
        }
        byte[] before = Optional.ofNullable(old.files().get(PublicFiles.PDF)).orElseThrow(() -> new UserError(
            old.folder() + " 里没有 " + PublicFiles.PDF + "，没法说明更正的是哪里。"));
        Changes located = changes.located(PublishedPackage.pages(before)::of, PublishedPackage.pages(printed.get())::of);
        return CorrectionMaker.correct(document, style, located, number(), reason, date(clock));
    }

    private static String date(Instant clock) {
        ZonedDateTime day = clock.atZone(Pipeline.CHINA);
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
