package juesuan.render;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import juesuan.model.Accounts;
import juesuan.model.Document;
import juesuan.pack.Pack;

/** {@link Renderer} with a pause after each stage, for the benchmark. */
public final class StagedRendering {

    private final Renderer renderer;
    private final PdfPrinter printer = new PdfPrinter(FontShelf.open(Optional.empty()));

    public StagedRendering(Pack pack) {
        this.renderer = new Renderer(pack, Optional.empty());
    }

    /** @param ended hears the name of each stage as it ends */
    public byte[] pdf(Accounts accounts, Document document, List<Attachment> attachments, Instant timestamp, Consumer<String> ended) {
        renderer.missingCharacters(accounts);
        ended.accept("glyphs");
        String page = renderer.xhtml(document);
        ended.accept("template");
        return printer.print(page, new PdfPrinter.Options(timestamp, page.hashCode(), attachments), ended).pdf();
    }
}
