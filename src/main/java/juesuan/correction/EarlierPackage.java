package juesuan.correction;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import juesuan.compare.EditionComparison;
import juesuan.data.DataReader;
import juesuan.model.Accounts;
import juesuan.model.Checksum;
import juesuan.model.UserError;
import juesuan.pipeline.PublicFiles;
import juesuan.publish.Manifest;
import juesuan.publish.PackageCheck;
import juesuan.publish.Superseded;

/**
 * What stands where a package is going to be placed: nothing that was published may be lost by it.
 *
 * @param place of the package
 * @param published empty when nothing is published there, or its manifest cannot be trusted
 */
public record EarlierPackage(Path place, Optional<PackageCheck> published) {

    public static EarlierPackage at(Path place) {
        boolean there = Files.isRegularFile(place.resolve(PackageCheck.FOLDER).resolve(Manifest.FILE));
        return new EarlierPackage(place, Optional.of(place).filter(any -> there).map(PackageCheck::of).filter(check -> check.manifest().isPresent()));
    }

    private Optional<Manifest> manifest() {
        return published.flatMap(PackageCheck::manifest);
    }

    /**
     * Publishing again what corrects something corrects the same thing, for the same reason.
     *
     * @throws UserError when it corrects something that is no longer there, or cannot be told to correct nothing
     */
    public Optional<Correction> again(Accounts accounts) {
        Optional<Manifest.Corrects> corrects = manifest().flatMap(Manifest::corrects);
        if (corrects.isEmpty()) {
            if (Files.isDirectory(place.resolve(Superseded.FOLDER))) {
                throw new UserError(place + " 里有更正以前的公开文件（" + Superseded.FOLDER + "），" + PackageCheck.FOLDER + "/" + Manifest.FILE
                    + " 却缺少、被改动过或者不是更正，看不出现在是第几次公开，没有生成；请找回当时的整个部门文件夹再运行，确实要从头公开的，请先把它移走。");
            }
            return Optional.empty();
        }
        Manifest manifest = manifest().orElseThrow();
        if (!manifest.department().equals(accounts.department()) || manifest.year() != accounts.year()) {
            throw new UserError(place + " 里是" + manifest.department() + " " + manifest.year() + " 年度的更正，没有替换它；请先把它移走，再运行一次。");
        }
        PackageCheck before = Superseded.before(published.orElseThrow()).orElseThrow(() -> new UserError(place + " 里是第 " + manifest.revision()
            + " 次公开，它所更正的第 " + corrects.get().revision() + " 次公开却不在 " + Superseded.FOLDER
            + " 里，更正说明没法重做，没有生成；请找回当时的整个部门文件夹再运行，确实要从头公开的，请先把它移走。"));
        return Optional.of(Correction.of(before, corrects.get().reason()));
    }

    /** @throws UserError when a later correction would be lost */
    public void require(Correction asked) {
        String old = Checksum.of(asked.old().manifestBytes());
        manifest().filter(manifest -> manifest.corrects().isPresent()).ifPresent(manifest -> {
            boolean itself = Checksum.of(published.orElseThrow().manifestBytes()).equals(old);
            boolean madeAgain = manifest.corrects().get().manifestSha256().equals(old);
            if (!itself && !madeAgain) {
                throw new UserError(place + " 里已经是第 " + manifest.revision() + " 次公开，--corrects 指明的是第 " + (asked.number() - 1)
                    + " 次，这样生成会丢掉第 " + manifest.revision() + " 次公开，没有生成；要更正第 " + manifest.revision()
                    + " 次，请用 --corrects " + place + "；要在别处重做，请用 -o 换一个文件夹。");
            }
        });
    }

    /**
     * What the office should know of what has been replaced.
     *
     * @param asked for by the office
     * @param correcting asked for, or made again
     */
    public Optional<String> hint(Optional<Correction> asked, Optional<Correction> correcting, PublicFiles fresh) {
        if (asked.isPresent()) {
            return manifest().filter(manifest -> manifest.revision() == asked.get().number())
                .map(manifest -> "原来的第 " + manifest.revision() + " 次公开被这一份替换了；如果它已经公开过，应当更正的是它。");
        }
        return correcting.map(this::again).or(() -> replaced(fresh));
    }

    private String again(Correction again) {
        int revision = again.number();
        return place + " 里是第 " + revision + " 次公开，已照样重做，更正原因仍是“" + again.reason() + "”如果第 " + revision
            + " 次已经公开、现在要再更正，请加上 --corrects " + place + " --reason 更正原因；只是要改更正原因，请加上 --corrects "
            + place.resolve(Superseded.FOLDER).resolve(String.valueOf(revision - 1)) + " --reason 更正原因。";
    }

    private Optional<String> replaced(PublicFiles fresh) {
        Optional<byte[]> data = published.map(check -> check.files().get(PublicFiles.JSON));
        if (data.isEmpty() || printsTheSame(data.get(), fresh.files().get(PublicFiles.JSON))) {
            return Optional.empty();
        }
        return Optional.of("替换了原来生成的公开文件，内容有变化，没有更正说明；如果原来的已经公开，请用当时公开的部门文件夹运行 "
            + "juesuan generate 工作簿 --corrects 原来的部门文件夹 --reason 更正原因。");
    }

    private static boolean printsTheSame(byte[] was, byte[] now) {
        try {
            return EditionComparison.of(DataReader.read(was, PublicFiles.JSON), Optional.empty(), DataReader.read(now, PublicFiles.JSON), Optional.empty())
                .printsTheSame();
        } catch (UserError e) {
            return false; // of another version, or spoilt
        }
    }
}
