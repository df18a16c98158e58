package juesuan.comparing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import juesuan.compare.EditionComparison;
import juesuan.compare.Inputs;
import juesuan.compare.MakerChanges;
import juesuan.data.DataJson;
import juesuan.data.DataReader;
import juesuan.layout.DocumentMaker;
import juesuan.model.Changes;
import juesuan.model.Document;
import juesuan.model.Edition;
import juesuan.model.Maker;
import juesuan.model.Narrative;
import juesuan.model.UserError;
import juesuan.pipeline.Examination;
import juesuan.pipeline.Pipeline;
import juesuan.pipeline.PublicFiles;
import juesuan.pipeline.PublishedPackage;
import juesuan.pipeline.Reading;
import juesuan.publish.Manifest;
import juesuan.publish.PackageCheck;

/** Brings workbooks and packages to one form and compares them. A workbook is what would be published of it. */
public final class DisclosureComparison {

    private final Pipeline pipeline;

    public DisclosureComparison(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * @param maker unknown without a manifest
     * @param filled only of a workbook
     * @param pdf made when it is asked for
     */
    private record Side(Edition edition, Optional<Integer> revision, Optional<Maker> maker, Optional<Inputs.Side> filled,
                        Supplier<byte[]> pdf, List<String> remarks) {
    }

    public Changes run(Path old, Path fresh) {
        Side was = side(old);
        Side now = side(fresh);
        Changes changes = EditionComparison.of(was.edition(), was.revision(), now.edition(), now.revision());
        List<String> remarks = new ArrayList<>(was.remarks());
        remarks.addAll(now.remarks());
        remarks.addAll(makers(was.maker(), now.maker()));
        Optional<List<Changes.Input>> inputs = was.filled().flatMap(before -> now.filled().map(after -> Inputs.compare(before, after)));
        if (inputs.isEmpty()) {
            remarks.add("公开文件夹里没有填报工作簿，所以没有列出填报内容的改动。");
        }
        if (!was.edition().department().equals(now.edition().department()) || was.edition().year() != now.edition().year()) {
            remarks.add("两份不是同一部门同一年度的，请核对是否拿错了。");
        }
        Changes all = changes.with(inputs, remarks);
        return all.printsTheSame() ? all : all.located(PublishedPackage.pages(was.pdf().get())::of, PublishedPackage.pages(now.pdf().get())::of);
    }

    /** Other words or other rounding print differently what was filled in alike. */
    private static List<String> makers(Optional<Maker> was, Optional<Maker> now) {
        List<String> sentences = new ArrayList<>(was.flatMap(old -> now.map(fresh -> new MakerChanges("原来", "现在").of(old, fresh)))
            .orElse(List.of()));
        if (!sentences.isEmpty()) {
            sentences.add("所以印出来的不同，不一定是填报内容改过。");
        }
        return sentences;
    }

    private Side side(Path path) {
        if (Files.isDirectory(path)) {
            return published(path);
        }
        Reading read = pipeline.read(path, Optional.empty());
        String name = "《" + path.getFileName() + "》";
        Examination examined = pipeline.examine(read, Map.of());
        Narrative narrative = examined.narrative().orElseThrow(() -> new UserError(name
            + "里有读不懂的内容，排不出公开文本，没法比较；请先用 juesuan check 审核并改好。"));
        Document document = DocumentMaker.make(read.pack(), read.submission().accounts(), narrative, examined.tailErrors());
        Maker maker = pipeline.maker(read.pack());
        Edition edition = DataReader.read(DataJson.of(document, maker), name);
        return new Side(edition, Optional.empty(), Optional.of(maker), Optional.of(new Inputs.Side(read.submission().accounts(), read.pack())),
            () -> pipeline.renderer(read.pack()).pdf(document, List.of(), Pipeline.timestamp(read.submission().accounts())).bytes(),
            narrative.findings().isEmpty() ? List.of() : List.of(name + "还没有填完，正文不完整；请先用 juesuan check 审核。"));
    }

    private static Side published(Path folder) {
        PackageCheck check = PackageCheck.of(folder);
        List<String> remarks = check.problems().isEmpty() ? List.of()
            : List.of(check.folder() + " 里的文件与清单不符，比较的是现在的内容；请用 juesuan verify 查看。");
        Path data = check.folder().resolve(PublicFiles.JSON);
        return new Side(DataReader.read(file(data), data.toString()), check.manifest().map(Manifest::revision), check.manifest().map(Manifest::maker),
            Optional.empty(), () -> file(check.folder().resolve(PublicFiles.PDF)), remarks);
    }

    private static byte[] file(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UserError("读不了 " + file + "，没法比较；请重新取得整个公开文件夹。", e);
        }
    }
}
