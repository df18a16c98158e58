package juesuan.render;

import com.openhtmltopdf.extend.FSStreamFactory;
import com.openhtmltopdf.layout.Layer;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.displaylist.PagedBoxCollector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import juesuan.model.UserError;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * One XHTML page becomes one PDF that is PDF/A-3a (it can be archived, and carry its data) and
 * PDF/UA-1 (it can be read aloud). The same page, options and fonts give the same bytes.
 */
final class PdfPrinter {

    private static final String PRODUCER = "juesuan";
    private static final byte[] SRGB = resource("sRGB.icc");
    private static final int USUAL_SIZE = 1 << 20;
    /** A page of its own has no address, so that no relative address can lead anywhere. */
    private static final String NO_BASE = null;
    /** Again with the labels of broken groups, and once more if those moved a page break. */
    private static final int MOST_LAYOUTS = 4;
    /** Java's URL classes know more schemes than these; the access control stands before all of them. */
    private static final String[] SCHEMES = {"http", "https", "file", "jar", "ftp", "data", "classpath"};

    static {
        // A third of the time to save for 6 % of the size; PDFBox knows only this way to say so.
        System.setProperty(Filter.SYSPROP_DEFLATELEVEL, System.getProperty(Filter.SYSPROP_DEFLATELEVEL, "3"));
    }

    private final FontShelf fonts;

    PdfPrinter(FontShelf fonts) {
        this.fonts = fonts;
    }

    /** The files it carries, and what would otherwise be taken from the clock: its dates and its identifier. */
    record Options(Instant timestamp, long documentId, List<Attachment> attachments) {
        Options {
            attachments = List.copyOf(attachments);
        }

        Options(Instant timestamp, long documentId) {
            this(timestamp, documentId, List.of());
        }
    }

    /**
     * The warnings are those of the engine; an ordinary document has none.
     *
     * @param places by the id of an element, the page it stands on, from 0
     */
    record Printed(byte[] pdf, int pages, Map<String, Integer> places, List<String> warnings) {
    }

    /**
     * @throws RenderException if the engine fails, for whatever reason
     * @throws UserError if a font file cannot be used
     */
    Printed print(String xhtml, Options options) {
        return print(xhtml, options, stage -> { });
    }

    /** @param ended hears the name of each stage as it ends: what a benchmark measures with */
    Printed print(String xhtml, Options options, Consumer<String> ended) {
        try (EngineLog log = EngineLog.open(); PDDocument document = new PDDocument()) {
            Engine engine = new Engine(document, fonts.embedding(document), new MeasuredText(), log);
            PdfRendererBuilder source = builder(settled(xhtml, engine));
            ended.accept("groups");
            for (int layouts = 1;; layouts++) {
                try (PdfBoxRenderer renderer = engine.with(source)) {
                    renderer.layout();
                    ended.accept("layout");
                    if (layouts < MOST_LAYOUTS && unsettled(renderer.getRootBox())) {
                        source = builder(renderer.getDocument());
                        log.clear();
                        continue;
                    }
                    return print(renderer, document, log, options, ended);
                }
            }
        } catch (UserError e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new RenderException(e);
        }
    }

    /** A table moved to another page breaks elsewhere, so that its groups are cut only after that. */
    private static boolean unsettled(Box root) {
        return LateHeads.move(root, root.getLayer().getPages()) || BrokenSpans.cut(root);
    }

    /** The blocks of the body in which a table was moved. */
    private static List<Element> lateHeads(Box root) {
        return root.getChildren().stream().flatMap(body -> body.getChildren().stream())
            .filter(block -> block.getElement() != null && LateHeads.move(block, root.getLayer().getPages())).map(Box::getElement).toList();
    }

    /** The page, its groups of rows already cut and its last pages settled where that can be told without laying out all of it. */
    private static Document settled(String xhtml, Engine engine) throws IOException {
        PdfRendererBuilder source = new PdfRendererBuilder().withHtmlContent(xhtml, NO_BASE);
        Predicate<Element> alone = block -> BlocksAlone.hasGroups(block) || LastPages.mayChange(block);
        LastPages lastPages = new LastPages();
        while (true) {
            Document page;
            List<Element> again = List.of();
            try (PdfBoxRenderer renderer = engine.with(source);
                    BlocksAlone blocks = new BlocksAlone(renderer.getDocument(), alone)) {
                page = renderer.getDocument();
                if (blocks.found()) {
                    renderer.layout();
                    again = new ArrayList<>(lastPages.again(renderer.getRootBox()));
                    again.addAll(lateHeads(renderer.getRootBox()));
                    BrokenSpans.cutInPagesOfTheirOwn(renderer.getRootBox(), again);
                    engine.log().clear();
                }
            }
            if (again.isEmpty()) {
                return page;
            }
            source = builder(page);
            alone = again::contains;
        }
    }

    private static PdfRendererBuilder builder(Document page) {
        return new PdfRendererBuilder().withW3cDocument(page, NO_BASE);
    }

    private static Printed print(PdfBoxRenderer renderer, PDDocument document, EngineLog log, Options options,
                                 Consumer<String> ended) throws IOException {
        HeadBorders.keep(renderer.getRootBox());
        renderer.createPDFWithoutClosing();
        ended.accept("paint");
        StructureTree.tidy(document);
        ended.accept("tidy");
        Map<String, Integer> places = places(renderer);
        PageNames.write(document, renderer.getDocument(), places);
        date(document, options);
        new AttachedFiles(document, calendar(options)).add(options.attachments());
        ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_SIZE);
        document.save(out);
        ended.accept("save");
        return new Printed(out.toByteArray(), document.getNumberOfPages(), places, log.warnings());
    }

    private static Map<String, Integer> places(PdfBoxRenderer renderer) {
        Map<String, Integer> places = new TreeMap<>();
        Layer pages = renderer.getRootBox().getLayer();
        // The engine keeps none for a page without ids. A block's first line may stand on a later page than its upper edge.
        Optional.ofNullable(renderer.getSharedContext().getIdMap()).ifPresent(boxes ->
            boxes.forEach((id, box) -> places.put(id, pages.getPageIndex(PagedBoxCollector.findContentStartY(box)))));
        return places;
    }

    /** All layouts of a page are made with the same fonts, and for the same document: what was measured once is known. */
    private record Engine(PDDocument document, Consumer<PdfRendererBuilder> fonts, MeasuredText text, EngineLog log) {

        PdfBoxRenderer with(PdfRendererBuilder source) {
            source.withProducer(PRODUCER)
                .usePDDocument(document)
                .useCacheStore(CacheStore.PDF_FONT_METRICS, new EmBox())
                .useUnicodeLineBreaker(new ChineseLineBreaks())
                .usePageSupplier(TaggedPages.supplier())
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(SRGB)
                .withDiagnosticConsumer(log);
            fonts.accept(source);
            denyResources(source);
            PdfBoxRenderer renderer = source.buildPdfRenderer();
            renderer.getSharedContext().setTextRenderer(text);
            return renderer;
        }
    }

    /** The page is complete in itself: no image, style sheet or font is ever fetched from anywhere. */
    private static void denyResources(PdfRendererBuilder builder) {
        for (ExternalResourceControlPriority priority : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> false, priority);
        }
        FSStreamFactory none = uri -> {
            throw new IllegalStateException("resources are not fetched: " + uri);
        };
        builder.useProtocolsStreamImplementation(none, SCHEMES);
    }

    /** The engine writes the time of day into the document information, the XMP and the identifier, and the machine's line ends. */
    private static void date(PDDocument document, Options options) throws IOException {
        Calendar time = calendar(options);
        Instant at = time.toInstant();
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(time);
        information.setModificationDate(time);
        document.setDocumentId(options.documentId());
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8).replace("\r\n", "\n").replace("&#13;", "");
        String dates = "<xmp:CreateDate>" + at + "</xmp:CreateDate>"
                + "<xmp:ModifyDate>" + at + "</xmp:ModifyDate>";
        metadata.importXMPMetadata(xmp.replaceFirst("<xmp:CreateDate>[^<]*</xmp:CreateDate>", dates)
                .getBytes(StandardCharsets.UTF_8));
    }

    private static Calendar calendar(Options options) {
        Calendar time = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        time.setTimeInMillis(options.timestamp().truncatedTo(ChronoUnit.SECONDS).toEpochMilli());
        return time;
    }

    private static byte[] resource(String name) {
        try (InputStream in = PdfPrinter.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
