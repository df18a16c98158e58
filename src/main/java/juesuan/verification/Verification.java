package juesuan.verification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.compare.MakerChanges;
import juesuan.correction.Correction;
import juesuan.model.Maker;
import juesuan.model.Review;
import juesuan.model.UserError;
import juesuan.model.Verified;
import juesuan.pipeline.Examination;
import juesuan.pipeline.Pipeline;
import juesuan.pipeline.Reading;
import juesuan.pipeline.Revision;
import juesuan.publish.Manifest;
import juesuan.publish.PackageCheck;
import juesuan.publish.Superseded;

/** Holds a published folder against its own list, and against what a workbook gives when it is published again. */
public final class Verification {

    private final Pipeline pipeline;
    private final PackageCheck found;
    /** Problems of it and of what it corrects, as far as that is kept here. */
    private final List<String> chain;
    private final List<String> remarks = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    public Verification(Pipeline pipeline, PackageCheck found) {
        this.pipeline = pipeline;
        this.found = found;
        this.chain = found.manifest().flatMap(Manifest::corrects).isPresent() && !Superseded.areKept(found)
            ? List.of() : Superseded.problems(found);
        problems.addAll(chain.isEmpty() ? found.problems() : chain);
        problems.addAll(Superseded.orphans(found));
    }

    public Verified run(Optional<Path> workbook) {
        found.manifest().flatMap(Manifest::corrects).filter(corrects -> !Superseded.areKept(found)).ifPresent(corrects ->
            remarks.add("这里没有 superseded，没有核对它所更正的第 " + corrects.revision() + " 次公开；要核对，请取得整个部门文件夹。"));
        if (found.manifest().isPresent()) {
            workbook.ifPresentOrElse(file -> again(file, found.manifest().get()),
                () -> remarks.add("没有用 --workbook 指明填报工作簿，只核对了文件与清单是否一致，没有核对是否由工作簿生成。"));
        }
        return new Verified(subject(), found.files().size(), remarks, problems);
    }

    private String subject() {
        return found.manifest().map(m -> m.department() + " " + m.year() + " 年度，第 " + m.revision() + " 次公开")
            .orElse(found.folder().toString());
    }

    private void again(Path workbook, Manifest manifest) {
        String name = "《" + workbook.getFileName() + "》";
        Reading read = pipeline.read(workbook, Optional.of(manifest.maker().packId()));
        boolean sameMaker = compare(manifest.maker(), pipeline.maker(read.pack()));
        boolean sameWorkbook = read.original().sha256().equals(manifest.workbook().sha256());
        if (!sameWorkbook) {
            problems.add(name + "不是生成这些文件的工作簿，或者生成以后又改过：校验和与清单上的不同。");
        }
        Examination examined = pipeline.examine(read, accepted(manifest, read));
        if (examined.review().status() == Review.Status.BLOCKED) {
            problems.add(name + "没有通过审核，没法重新生成；请用 juesuan check 查看是哪里。");
            return;
        }
        Revision revision = Revision.FIRST;
        if (manifest.corrects().isPresent()) {
            if (!chain.isEmpty() || !Superseded.areKept(found)) {
                problems.add("没有完整的 superseded，更正说明没法重新生成，没有与" + name + "核对。");
                return;
            }
            revision = Correction.of(Superseded.before(found).orElseThrow(), manifest.corrects().get().reason());
        }
        Map<String, byte[]> again;
        try {
            again = pipeline.editions(read, examined, manifest.generatedAt(), revision).files();
        } catch (UserError e) {
            problems.add("用" + name + "没法重新生成：" + e.getMessage());
            return;
        }
        List<String> different = different(again, manifest);
        different.forEach(file -> problems.add(found.files().containsKey(file) || file.equals(Manifest.FILE)
            ? file + " 与用" + name + "重新生成的不同。" : "现在还会生成 " + file + "，公开文件夹和清单里都没有它。"));
        if (!different.isEmpty() && sameWorkbook && !sameMaker) {
            remarks.add("程序、地区包或字体与生成时的不同，重新生成的文件不同不一定是文件改过；请用生成时的再核对。");
        }
    }

    /** Whether the same program, pack and fonts would do it again. */
    private boolean compare(Maker then, Maker now) {
        remarks.addAll(new MakerChanges("生成时", "现在").of(then, now));
        if (!then.fonts().equals(now.fonts())) {
            remarks.add("字体与生成时的不同；请检查 fonts 文件夹和 --fonts。");
        }
        return then.equals(now);
    }

    /** A rule that the pack no longer has needs no exception. */
    private static Map<String, String> accepted(Manifest manifest, Reading read) {
        Map<String, String> accepted = new LinkedHashMap<>();
        manifest.audit().accepted().stream()
            .filter(exception -> read.pack().rules().stream().anyMatch(rule -> rule.id().equals(exception.rule())))
            .forEach(exception -> accepted.put(exception.rule(), exception.reason()));
        return accepted;
    }

    /** What is missing on disk is said already; the list differs whenever a file does, and is named only when nothing else is. */
    private List<String> different(Map<String, byte[]> again, Manifest manifest) {
        List<String> different = new ArrayList<>();
        again.forEach((name, content) -> {
            boolean listed = manifest.files().stream().anyMatch(file -> file.name().equals(name));
            boolean there = found.files().containsKey(name);
            if (!name.equals(Manifest.FILE) && (there || !listed) && !Arrays.equals(content, found.files().get(name))) {
                different.add(name);
            }
        });
        found.files().keySet().stream().filter(name -> !again.containsKey(name)).forEach(different::add);
        if (different.isEmpty() && problems.isEmpty() && !Arrays.equals(again.get(Manifest.FILE), found.manifestBytes())) {
            different.add(Manifest.FILE);
        }
        return different;
    }
}
